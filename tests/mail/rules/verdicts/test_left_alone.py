"""Mail of employers that flats, offices, schools and openings still there must leave as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.basics.calendar_mail import event_of
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message
from onward.mail.rules.verdicts import private_events
from tests.mail.rules.letters import make_message

_LEFT = [
    ("", "office@cityofbrook.example", "Your application for Medicaid Planning", "Dear Ida,\n\nThank you for your application for Medicaid Planning Intern. Unfortunately we chose another candidate.\n\nHale Law", "rejection"),
    ("", "office@cityofbrook.example", "Application received", "Dear Ida,\n\nThank you for applying for Universal Credit Work Coach. Your application has been received.\n\nDWP", "confirmation"),
    ("", "office@cityofbrook.example", "Interview invitation", "Dear Ida,\n\nI am pleased to invite you to an interview for the Council Tax Reduction team on 20 October at 10:00 in the Civic Centre.\n\nBrook Council", "interview"),
    ("", "office@cityofbrook.example", "Interview invitation", "Dear Ida,\n\nWe'd like to invite you to an interview for Citizenship Paralegal on 20 October at 10:00 at our office.\n\nHale Immigration Law", "interview"),
    ("", "post@stadt-brook.example", "Einladung zum Gespräch", "Sehr geehrte Frau Vale,\n\nvielen Dank für Ihre Bewerbung als Sachbearbeiterin im Wohngeldamt. Wir möchten Sie am 20. Oktober um 10 Uhr kennenlernen. Dort prüfen Sie, ob ein Anspruch auf Wohngeld besteht.\n\nStadt Brook", "interview"),
    ("", "post@stadt-brook.example", "Ihre Bewerbung", "Sehr geehrte Frau Vale,\n\nleider haben wir uns für eine andere Bewerberin entschieden. Falls Sie Anspruch auf Arbeitslosengeld haben, melden Sie sich bei der Agentur.\n\nStadt Brook", "rejection"),
    ("", "info@ayto.example", "Entrevista", "Hola Ida:\n\nTe invitamos a una entrevista para vivienda social, con la jefa del área, el martes 20 de octubre a las 10:00. Gracias por tu candidatura.\n\nAyuntamiento", "interview"),
    ("", "info@gestoria.example", "Entrevista", "Hola Ida:\n\nGracias por enviarnos tu perfil. Te proponemos una entrevista para la nacionalidad y extranjería (gestoría) el martes 20 de octubre a las 10:00.\n\nGestoría Hale", "interview"),
    ("", "info@asilosole.example", "Colloquio", "Buongiorno Ida,\n\ngrazie per la candidatura. La invitiamo a un colloquio martedì 20 ottobre alle 10 presso l'asilo nido. La domanda per asilo nido educatrice è completa.\n\nAsilo Sole", "interview"),
    ("", "info@comune.example", "La sua domanda per asilo nido", "Buongiorno Ida,\n\nla sua domanda per asilo nido come educatrice è stata valutata: abbiamo scelto un'altra persona. Le auguriamo il meglio.\n\nComune", "rejection"),
    ("", "info@kurs.example", "Başvurunuz", "Merhaba,\n\nehliyet eğitmeni için başvurunuz alındı. ehliyet için başvurunuzu inceleyip mülakat için arayacağız.\n\nSürücü Kursu", "confirmation"),
    ("", "info@ss.example", "Entrevista", "Olá Ida,\n\nconvidamo-la para uma entrevista para subsídio social, equipa de análise, no dia 20 de outubro às 10h.\n\nSegurança Social", "interview"),
    ("", "jo@brookhospital.example", "Interview", "Hi Ida,\n\nthanks for coming forward. We'd like to invite you to an interview about the WIC clinic front desk on Tuesday at 10. Hours are 9 to 3.\n\nBrook Hospital", "interview"),
    ("", "jo@brookhospital.example", "Interview", "Hi Ida,\n\nWe'd like to invite you to an interview for Medicaid Enrollment on Tuesday at 10.\n\nBrook Hospital", "interview"),
    ("", "jo@brook.example", "Outcome", "Hi Ida,\n\nThank you for your application for Planning Permission Lead. Following shortlisting, you have not been selected for interview.\n\nBrook", "rejection"),
    ("", "jo@brook.example", "Outcome", "Hi Ida,\n\nThank you for your application for Housing Benefit Appeals. We would like to invite you to an interview on Tuesday 20 October at 10 am.\n\nBrook Council", "interview"),
    ("", "jo@brook.example", "Outcome", "Dear Ida,\n\nThank you for your application for Section 8 Inspections. After the interviews we chose another candidate.\n\nBrook Housing", "rejection"),
    ("", "jo@brook.example", "Outcome", "Dear Ida,\n\nThank you for applying for Social Security Disability Intake. After the interviews we chose another candidate.\n\nHale Law", "rejection"),
    ("", "x@hotel-brook.example", "Your application", "Hi Ida,\n\nSorry, we chose someone else as your application for a green card is not through yet. \n\nHotel Brook", "rejection"),
    ("", "x@brookcabs.example", "Your application", "Hi Ida,\n\nWe'd like to interview you on Tuesday at 10. Please bring proof that you applied for a driver's license.\n\nBrook Cabs", "interview"),
    ("", "x@brookcabs.example", "Tuesday", "Hi Ida,\n\nCan you come in for an interview on Tuesday at 10? If you have a birth certificate application pending, bring the slip.\n\nBrook Cabs", "interview"),
    ("", "office@elmcourt.example", "Elm Court", "Hi Ida,\n\nThank you for your interest in our condo association and for interviewing with us. We've decided to go with another candidate.\n\nElm Court HOA", "rejection"),
    ("", "office@elmcourt.example", "Your application", "Hi Ida,\n\nThank you for applying for apartment maintenance. We have gone with another candidate.\n\nElm Court", "rejection"),
    ("", "office@elmcourt.example", "Your application", "Hi Ida,\n\nThank you for applying for the apartment concierge. We have gone with another candidate after the interviews.\n\nElm Court", "rejection"),
    ("", "office@elmcourt.example", "Your application", "Hi Ida,\n\nThank you for applying for the apartment housekeeping team. Unfortunately we won't be moving forward with your application.\n\nElm Court", "rejection"),
    ("", "office@elmhomes.example", "Application for Townhouse Sales", "Hi Ida,\n\nThank you for applying for Townhouse Sales. Unfortunately we won't be moving forward with your application.\n\nElm Homes", "rejection"),
    ("", "contact@tilleuls.example", "Votre candidature maison de retraite", "Bonjour,\n\nVotre candidature n'a pas été retenue. Nous vous souhaitons bonne chance.\n\nLes Tilleuls", "rejection"),
    ("", "contact@studiohale.example", "Candidature - Studio Hale", "Bonjour Ida,\n\nMerci pour ta candidature. Nous avons choisi une autre personne, plus expérimentée. Bonne continuation.\n\nStudio Hale", "rejection"),
    ("", "contact@maisonhale.example", "Votre candidature chez Maison Hale", "Bonjour Ida,\n\nMerci pour votre candidature. Nous aimerions vous rencontrer mardi 20 octobre à 10 h à la boutique.\n\nMaison Hale", "interview"),
    ("", "contact@maisonhale.example", "Votre candidature", "Bonjour Ida,\n\nNous avons bien étudié votre candidature pour la Maison Hale. Malheureusement nous ne pouvons y donner une suite favorable.\n\nMaison Hale", "rejection"),
    ("", "contact@hale.example", "Votre candidature pour le studio graphique", "Bonjour Ida,\n\nMalheureusement nous ne pouvons pas retenir votre candidature pour le studio de création. Bonne continuation.\n\nHale", "rejection"),
    ("", "contact@presse.example", "Candidature Maison de la presse", "Bonjour Ida,\n\nNous avons bien reçu votre candidature et reviendrons vers vous.\n\nMaison de la presse", "confirmation"),
    ("", "contact@ch.example", "Candidature Chambre d'agriculture", "Bonjour Ida,\n\nVotre candidature n'a pas été retenue, d'autres profils étaient plus proches.\n\nChambre d'agriculture", "rejection"),
    ("", "info@hale.example", "Candidatura - Vivienda tutelada", "Hola Ida:\n\nGracias por tu candidatura. Te invitamos a una entrevista el martes 20 de octubre a las 10:00.\n\nFundación Hale", "interview"),
    ("", "info@stanza.example", "Candidatura Stanza Creativa", "Ciao Ida,\n\ngrazie per la tua candidatura. Abbiamo scelto un'altra persona.\n\nStanza Creativa", "rejection"),
    ("", "info@affitto.example", "Candidatura per Affitto Facile", "Ciao Ida,\n\ngrazie per la tua candidatura per affitto facile. Purtroppo abbiamo scelto un'altra persona.\n\nAffitto Facile", "rejection"),
    ("", "info@studiohale.example", "Je reactie op Studio Hale", "Hoi Ida,\n\nBedankt voor je interesse in Studio Hale. Helaas hebben we voor een andere kandidaat gekozen.\n\nStudio Hale", "rejection"),
    ("", "info@studiohale.example", "Je reactie", "Hoi Ida,\n\nBedankt voor je interesse in de studio. Helaas hebben we iemand anders gekozen, je motivatie was goed.\n\nFotostudio Hale", "rejection"),
    ("", "info@kamer.example", "Uw reactie: Kamer van Koophandel", "Beste Ida,\n\nDank voor uw interesse. Helaas gaan wij niet met u verder.\n\nKamer", "rejection"),
    ("", "info@quarto.example", "Candidatura Quarto Crescente", "Olá Ida,\n\nobrigado pela candidatura. Escolhemos outra pessoa para a equipa.\n\nQuarto Crescente", "rejection"),
    ("", "info@quarto.example", "Candidatura", "Olá Ida,\n\nobrigado pela sua candidatura ao apartamento turístico (limpezas). Escolhemos outra pessoa.\n\nHale", "rejection"),
    ("", "info@bostaden.example", "Din ansökan till Bostaden AB", "Hej Ida,\n\nTack för din ansökan. Vi har gått vidare med andra sökande.\n\nBostaden", "rejection"),
    ("", "info@bostaden.example", "Ansökan till Bostaden", "Hej Ida,\n\nVi vill gärna träffa dig på en intervju tisdag 20 oktober kl 10.\n\nBostaden", "interview"),
    ("", "info@bostaden.example", "Din ansökan hos Bostaden", "Hej Ida,\n\nTack för visat intresse för Bostaden. Vi vill gärna boka en intervju tisdag 20 oktober kl 10.\n\nBostaden", "interview"),
    ("", "x@hale.example", "Rejection", "Hi Ida,\n\nThank you for your interest in Hale Apartment Cleaning. We have decided to move forward with other candidates.\n\nHale", "rejection"),
    ("", "x@condocorp.example", "Thanks", "Hi Ida,\n\nThank you for your interest in joining the Condo Corp family. We have decided to move forward with other candidates.\n\nCondo Corp", "rejection"),
    ("", "x@studiohale.example", "Ta candidature", "Bonjour Ida,\n\nMerci pour ton intérêt pour le studio. On a choisi quelqu'un d'autre avec plus d'expérience en 3D. Bonne suite !\n\nStudio Hale", "rejection"),
    ("", "x@studioc.example", "Ta candidature pour Studio Canal", "Bonjour Ida,\n\nMalheureusement, ta candidature n'a pas été retenue.\n\nL'équipe", "rejection"),
    ("", "x@mde.example", "Votre demande : Maison Hale", "Bonjour Ida,\n\nNous avons bien reçu votre candidature spontanée.\n\nMaison Hale", "confirmation"),
    ("", "x@hostel.example", "Candidatura - Habitación 101 Hostel", "Hola Ida:\n\nHemos elegido a otra persona para recepción. ¡Suerte!\n\nHostel", "rejection"),
    ("", "x@bostaden.example", "Intresseanmälan Bostaden", "Hej Ida,\n\nVi vill träffa dig på intervju tisdag kl 10.\n\nBostaden", "interview"),
    ("", "x@moradia.example", "Candidatura Moradia Assistida", "Olá Ida,\n\nEscolhemos outra pessoa. Boa sorte!\n\nMoradia", "rejection"),
    ("Grundschule Brook", "info@gs-brook.example", "Vorstellungsgespräch", "Guten Tag Frau Vale,\n\nwir laden Sie zum Vorstellungsgespräch am 20. Oktober um 9 Uhr ein.\n\nH. Hale, Klassenlehrerin", "interview"),
    ("Colegio Brook", "info@colegio.example", "Entrevista", "Hola Ida:\n\nTe invitamos a una entrevista el martes 20 de octubre a las 10:00.\n\nAna, maestra de infantil", "interview"),
    ("Szkoła Brook", "info@szkola.example", "Rozmowa", "Dzień dobry,\n\nzapraszamy na rozmowę kwalifikacyjną we wtorek 20 października o 10.\n\nAnna Hale, wychowawczyni", "interview"),
    ("Brook Primary School", "office@x.example", "Interview", "Dear Ida,\n\nWe'd like to invite you to an interview on Tuesday 20 October at 10 am.\n\nMrs Hale, Head of Year", "interview"),
    ("Brook Primary School", "office@brookschool.example", "Interview - lunchtime supervisor", "Dear Ida,\n\nWe would like to invite you to an interview on Tuesday 20 October at 10 am at Brook Primary School.\n\nMrs Hale, Head of Year", "interview"),
    ("Lena Hale, Brook School", "l.hale@brookschool.example", "Cook at Brook School", "Hi Ida,\n\ncould you come in for an interview Tuesday 20 October at 10 am? \n\nLena Hale\nNursery Teacher, Brook School", "interview"),
    ("Grundschule Brook", "info@gs-brook.example", "Vorstellungsgespräch Grundschule Brook", "Guten Tag Frau Vale,\n\nwir laden Sie zum Vorstellungsgespräch am 20. Oktober um 9 Uhr ein.\n\nH. Hale, Klassenlehrerin", "interview"),
    ("Primarschule Brook", "info@primarschule-brook.example", "Gespräch an der Primarschule", "Guten Tag Frau Vale,\n\ngerne laden wir Sie zum Vorstellungsgespräch ein: 20. Oktober, 9 Uhr, Zimmer 4. Thema: Klassenassistenz.\n\nH. Hale\nKlassenlehrperson", "interview"),
    ("Brook Okulu", "info@brookokul.example", "Okul görüşmesi", "Merhaba Ida Hanım,\n\nsizi 20 Ekim Salı saat 10'da mülakata davet ediyoruz. Sınıf öğretmeni de olacak.\n\nBrook Okulu", "interview"),
    ("Brook School", "l@brook.example", "Brook School", "Dear Ida,\n\nBefore Tuesday's meeting, could you send us two references and your right to work documents?\n\nL. Hale\nHead of Year", "information_request"),
    ("", "office@brookschool.example", "Bus chaperone", "Dear Ida,\n\nThank you for interviewing with us. Unfortunately we have chosen another candidate for bus chaperone.\n\nBrook School District", "rejection"),
    ("", "info@schule-brook.example", "Begleitperson Schulbus", "Guten Tag Frau Vale,\n\nleider haben wir uns für eine andere Person entschieden, die als Begleitperson im Schulbus und beim Schwimmen dabei ist.\n\nSchule Brook", "rejection"),
    ("", "hr@brook.example", "Your application", "Dear Ida,\n\nWe have received your application. Please ignore our previous email, which asked for documents by mistake. Your application is still being considered.", "confirmation"),
    ("", "jo@brook.example", "Ihre Bewerbung", "Guten Tag Frau Vale,\n\ndie Stelle als Köchin ist vergeben. Sie sind weiterhin in der Auswahl unseres Newsletters.", "rejection"),
    ("", "jo@brook.example", "Ihre Bewerbung", "Guten Tag Frau Vale,\n\nwir haben uns für eine andere Bewerberin entschieden. Die Stelle, auf die Sie sich beworben haben, ist damit besetzt. Ihr Platz ist weiterhin frei im Kurs.", "rejection"),
    ("", "jo@brook.example", "Il posto", "Buongiorno,\n\nabbiamo scelto un'altra persona per il posto. La sua candidatura resta ancora disponibile nel nostro archivio.", "rejection"),
    ("", "jo@brook.example", "Sollicitatie", "Beste Ida,\n\nde vacature is vervuld. Uw plek is nog open op onze open dag.", "rejection"),
    ("", "hr@brook.example", "Your application", "Dear Ida,\n\nAlthough the role you applied for is still open, we have decided to move forward with other candidates.", "rejection"),
    ("", "hr@brook.example", "Your application", "Dear Ida,\n\nThe position you applied for is still open, but we have chosen other candidates for interview.", "rejection"),
    ("", "hr@brook.example", "Your application", "Dear Ida,\n\nWe have chosen other candidates for the next round. You may see that the job you applied for is still open on our site, as we seek more people with a licence.", "rejection"),
    ("", "hr@brook.example", "Ihre Bewerbung", "Guten Tag Frau Vale,\n\nwir haben uns für andere Bewerber entschieden. Die Stelle, auf die Sie sich beworben haben, ist noch offen, weil wir mehrere suchen.", "rejection"),
    ("", "hr@brook.example", "Votre candidature", "Bonjour,\n\nnous avons choisi d'autres candidats. Le poste pour lequel vous avez postulé est encore ouvert sur le site par erreur.", "rejection"),
    ("", "hr@brook.example", "Tu candidatura", "Hola:\n\nhemos elegido a otra persona. La vacante a la que te has inscrito sigue abierta en la web por error.", "rejection"),
    ("", "hr@brook.example", "Ansökan", "Hej,\n\nvi har valt en annan sökande. Tjänsten du sökte är fortfarande öppen på webben av misstag.", "rejection"),
    ("", "hr@brook.example", "Ihre Initiativbewerbung", "Guten Tag Frau Vale,\n\nvielen Dank für Ihre Initiativbewerbung. Zurzeit haben wir keine offene Stelle, wir prüfen aber Ihre Unterlagen in allen Häusern und melden uns.", "confirmation"),
    ("", "alerts@brookjobs.example", "Jobs der Woche", "Guten Tag Frau Vale,\n\ndiese Woche gibt es keine Stellen, die Ihnen passen. Ändern Sie Ihre Suche.", "job_alert"),
    ("", "alertas@empleo.example", "Ofertas", "Hola Ida:\n\nEsta semana no hay vacantes que se ajusten a tu perfil. Amplía tu búsqueda.", "position_closed"),
    ("", "alertas@empleo.example", "Sus alertas", "Hola Ida:\n\nNo tenemos puestos que encajen con tu perfil en tu zona. Actualiza tu perfil para ver más.", "ambiguous"),
    ("", "office@x.example", "Application", "Hi Ida,\n\nthanks for applying for the cook job. We have all we need, so we're all set right now. We'll call next week.\n\nBrook Farm", "confirmation"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "sender", "subject", "text", "verdict"), _LEFT)
def test_what_an_employer_says_stays_what_it_is(
    name: str, sender: str, subject: str, text: str, verdict: str
) -> None:
    message = Message(
        key="key",
        message_id="id@firm.example",
        sent_at=None,
        sender=Address(name, sender),
        subject=subject,
        text=text,
        to=(Address("Ida Vale", "ida.vale@gmail.com"),),
    )
    assert read_message(message).verdict == verdict


@pytest.mark.parametrize("step", ["a", " ", "a ", "1 - ", " @ ", "aa: 1 ("])
def test_long_titles_of_events_are_read_to_a_bound(step: str) -> None:
    title = step * (20_000 // len(step))
    message = replace(make_message(title, title), calendar={"SUMMARY": "Lunch"})
    assert event_of(message) == "Lunch"
    assert len(private_events._words(message, event="Lunch")) <= private_events._MOST
