"""A landlord's no is none of an employer's, and a job at a housing company is one: in ten languages."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, NOT_HIRING
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("verhuur@immozenne.example", "Uw kandidatuur appartement", "Beste,\n\nDe verhuurder heeft uw kandidatuur voor het appartement niet weerhouden."),
        ("verhuur@immozenne.example", "Appartement Lindewijk", "Beste,\n\nDe verhuurder heeft uw kandidatuur voor het appartement niet weerhouden."),
        ("verhuur@immozenne.example", "Uw kandidatuur voor het appartement", "Beste,\n\nUw kandidatuur voor het appartement in de Lindewijk werd niet weerhouden. Wij gaan verder met een ander koppel."),
        ("verhuur@immozenne.example", "Uw kandidatuur studio Lindewijk", "Beste mevrouw,\n\nDe eigenares heeft gekozen voor een andere kandidaat-huurder. Uw kandidatuur werd dus niet weerhouden."),
        ("verhuur@immozenne.example", "Huurkandidatuur", "Beste Noa,\n\nNa overleg met de eigenaar kunnen wij uw kandidatuur voor de huurwoning niet weerhouden."),
        ("marc.peeters@post.example", "Woning Lindestraat", "Beste Noa,\n\nHelaas heeft de verhuurster voor een ander gezin gekozen."),
        ("marc.peeters@post.example", "Kamer", "Hoi Noa, we hebben na de bezichtigingen gekozen voor een andere huisgenoot. Succes met zoeken!"),
        ("verhuur@immozenne.example", "Votre candidature pour l'appartement", "Bonjour,\n\nVotre candidature pour l'appartement n'a pas été retenue par le propriétaire."),
        ("verhuur@immozenne.example", "Votre candidature", "Bonjour,\n\nVotre candidature n'a pas été retenue par le propriétaire.\n\nImmo Zenne"),
        ("verhuur@immozenne.example", "Votre dossier", "Bonjour,\n\nLe bailleur a retenu un autre candidat locataire. Votre candidature n'a pas été retenue."),
        ("verhuur@immozenne.example", "Ihre Bewerbung um die Wohnung", "Guten Tag,\n\nder Vermieter hat Ihre Bewerbung für die Wohnung leider nicht berücksichtigt."),
        ("verhuur@immozenne.example", "Ihre Bewerbung", "Guten Tag,\n\nder Eigentümer hat sich gegen Ihre Bewerbung entschieden. Die Wohnung geht an andere Mietinteressenten."),
        ("verhuur@immozenne.example", "Mietbewerbung", "Guten Tag,\n\nleider können wir Ihre Bewerbung um die Mietwohnung nicht berücksichtigen."),
        ("verhuur@immozenne.example", "Your application for the flat", "Hello,\n\nThe landlord has not accepted your application for the flat."),
        ("verhuur@immozenne.example", "Your application", "Hello,\n\nUnfortunately the landlord has decided not to proceed with your application and has chosen another tenant."),
        ("verhuur@immozenne.example", "Su candidatura para el piso", "Hola:\n\nEl propietario no ha aceptado su candidatura para el piso."),
        ("verhuur@immozenne.example", "Su solicitud", "Hola:\n\nLamentablemente el casero ha elegido a otros inquilinos y su candidatura no ha sido seleccionada."),
        ("verhuur@immozenne.example", "La Sua candidatura per l'appartamento", "Buongiorno,\n\nil proprietario non ha accettato la Sua candidatura per l'appartamento."),
        ("verhuur@immozenne.example", "Candidatura", "Buongiorno,\n\npurtroppo il locatore ha scelto altri inquilini: la Sua candidatura non è stata selezionata."),
        ("verhuur@immozenne.example", "A sua candidatura ao apartamento", "Bom dia,\n\nO senhorio não aceitou a sua candidatura ao apartamento."),
        ("verhuur@immozenne.example", "Candidatura", "Bom dia,\n\nInfelizmente o proprietário escolheu outros inquilinos e a sua candidatura não foi selecionada."),
        ("verhuur@immozenne.example", "Zgłoszenie na mieszkanie", "Dzień dobry,\n\nwłaściciel nie wybrał Pani zgłoszenia na mieszkanie."),
        ("verhuur@immozenne.example", "Pani kandydatura", "Dzień dobry,\n\nniestety właściciel mieszkania wybrał innych najemców, Pani kandydatura nie została wybrana."),
        ("verhuur@immozenne.example", "Daire başvurunuz", "Merhaba,\n\nev sahibi daire için başvurunuzu kabul etmedi."),
        ("verhuur@immozenne.example", "Başvurunuz", "Merhaba,\n\nmaalesef ev sahibi başka bir kiracıyı tercih etti, başvurunuz olumsuz sonuçlandı."),
        ("verhuur@immozenne.example", "Din ansökan om lägenheten", "Hej,\n\nhyresvärden har tyvärr inte valt din ansökan till lägenheten."),
        ("verhuur@immozenne.example", "Din ansökan", "Hej,\n\ntyvärr har hyresvärden valt en annan hyresgäst, så din ansökan gick inte vidare."),
    ],
)  # fmt: skip
def test_a_landlords_no_is_ordinary_mail(sender: str, subject: str, text: str) -> None:
    message = make_message(subject, text, sender=sender)
    assert read_message(message).verdict in NOT_HIRING


@pytest.mark.parametrize(
    ("sender", "subject", "text"),
    [
        ("jobs@dehaard.example", "Uw kandidatuur als huurdersbegeleider", "Beste Noa\n\nDank voor uw sollicitatie voor de functie van huurdersbegeleider bij woonmaatschappij De Haard. Uw kandidatuur werd niet weerhouden.\n\nDienst HR"),
        ("verhuur@immozenne.example", "Uw kandidatuur verhuurmakelaar", "Beste Noa\n\nWe hebben voor iemand anders gekozen. Uw kandidatuur voor de functie van verhuurmakelaar werd niet weerhouden."),
        ("info@dekom.example", "Uw sollicitatie", "Beste Noa,\n\nDe eigenaar van de zaak heeft uw kandidatuur niet weerhouden.\n\nRestaurant De Kom"),
        ("verhuur@immozenne.example", "Uw sollicitatie als medewerker verhuur", "Beste Noa,\n\nHelaas hebben we uw sollicitatie voor medewerker verhuur van appartementen niet weerhouden."),
        ("verhuur@immozenne.example", "Uw kandidatuur conciërge", "Beste Noa,\n\nUw kandidatuur voor de job van conciërge van de residentie werd niet weerhouden. De eigenaars kozen voor een andere kandidaat."),
        ("verhuur@immozenne.example", "Ihre Bewerbung als Hausverwalterin", "Guten Tag Frau Lammers,\n\nleider können wir Ihre Bewerbung als Hausverwalterin für unsere Mietwohnungen nicht berücksichtigen.\n\nIhr Personalteam"),
        ("verhuur@immozenne.example", "Your application for Lettings Negotiator", "Hello Noa,\n\nUnfortunately we will not be taking your application for the Lettings Negotiator role further."),
        ("verhuur@immozenne.example", "Votre candidature au poste de gestionnaire locative", "Bonjour,\n\nVotre candidature au poste de gestionnaire locative n'a pas été retenue."),
        ("verhuur@immozenne.example", "Su candidatura al puesto de agente de alquileres", "Hola:\n\nSu candidatura al puesto de agente de alquileres no ha sido seleccionada."),
        ("verhuur@immozenne.example", "Ansökan som uthyrare", "Hej Noa,\n\nTyvärr har du inte gått vidare i rekryteringen till tjänsten som bostadsuthyrare."),
        ("info@wolven.example", "Uw kandidatuur", "Beste Noa,\n\nAls verhuurder van machines hebben wij uw kandidatuur als technieker niet weerhouden."),
        ("info@wolven.example", "Uw kandidatuur", "Beste Noa,\n\nDe grootste verhuurder van kranen heeft uw kandidatuur als chauffeur niet weerhouden."),
        ("info@wolven.example", "Uw kandidatuur", "Beste Noa,\n\nDe eigenaar heeft uw kandidatuur als receptionist niet weerhouden.\n\nImmo Wolven"),
        ("info@wolven.example", "Uw kandidatuur", "Beste Noa,\n\nDe eigenaar van het restaurant heeft uw kandidatuur als kok niet weerhouden. De woning boven de zaak is dus ook niet nodig."),
        ("info@bakkerijmaes.example", "Uw kandidatuur", "Beste Noa\n\nDe eigenaar heeft uw kandidatuur niet weerhouden. We zoeken iemand met meer ervaring achter de kassa."),
        ("verhuur@vastgoedzenne.example", "Uw kandidatuur administratief bediende", "Beste Noa\n\nUw kandidatuur als administratief bediende bij ons vastgoedkantoor werd niet weerhouden."),
        ("verhuur@immozenne.example", "Uw kandidatuur", "Beste Noa\n\nUw kandidatuur voor verkoper appartementen werd niet weerhouden.\n\nImmo Zenne"),
        ("verhuur@immozenne.example", "Uw kandidatuur als makelaar", "Beste Noa\n\nDe zaakvoerder heeft gekozen voor een andere kandidaat met ervaring in vastgoed. Uw kandidatuur werd niet weerhouden."),
        ("verhuur@immozenne.example", "Uw kandidatuur huisbewaarder", "Beste Noa\n\nUw kandidatuur voor de functie van huisbewaarder werd niet weerhouden. De eigenaars kozen voor een andere kandidaat."),
        ("verhuur@immozenne.example", "Uw sollicitatie syndicus", "Beste Noa\n\nHelaas werd uw sollicitatie als assistent-syndicus niet weerhouden. De verhuurder van het kantoor heeft ons verplicht te besparen."),
        ("jobs@dehaard.example", "Uw kandidatuur woonbegeleider", "Beste Noa\n\nDank voor uw kandidatuur als woonbegeleider. U werd niet weerhouden voor een gesprek."),
        ("jobs@dehaard.example", "Uw kandidatuur", "Beste Noa\n\nUw kandidatuur voor onze woonmaatschappij werd niet weerhouden voor de job van administratief bediende."),
        ("verhuur@immozenne.example", "Uw kandidatuur voor poetshulp appartementen", "Beste Noa\n\nUw kandidatuur voor de job poetshulp werd niet weerhouden."),
        ("verhuur@immozenne.example", "Uw kandidatuur plaatsbeschrijver", "Beste Noa\n\nUw kandidatuur als plaatsbeschrijver bij Immo Zenne werd helaas niet weerhouden."),
        ("jobs@zorgdelinde.example", "Uw kandidatuur", "Beste Noa\n\nUw kandidatuur voor begeleider in een beschutte woning werd niet weerhouden."),
        ("info@hotelnoord.example", "Uw kandidatuur nachtportier", "Beste Noa\n\nDe eigenares van het hotel heeft uw kandidatuur niet weerhouden."),
        ("info@immosole.example", "Candidatura agente immobiliare", "Gentile Noa,\n\nabbiamo scelto un altro candidato per la posizione di agente immobiliare: la Sua candidatura non è stata selezionata."),
        ("verhuur@immozenne.example", "Su candidatura", "Hola:\n\nLamentablemente su candidatura al puesto de gestora de alquileres no ha sido seleccionada. El arrendador de nuestras oficinas ha decidido cerrar."),
        ("jobs@studentenhuis.example", "Jouw sollicitatie kotmadam", "Beste Noa\n\nHelaas werd je sollicitatie voor de functie van kotmadam niet weerhouden."),
    ],
)  # fmt: skip
def test_a_job_in_such_a_house_is_one(sender: str, subject: str, text: str) -> None:
    message = make_message(subject, text, sender=sender)
    assert read_message(message).verdict in ENDINGS
