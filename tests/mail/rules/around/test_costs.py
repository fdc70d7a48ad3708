"""What asks a stranger for money or papers, and the words beside it that ask for neither."""

from __future__ import annotations

import pytest

from onward.mail.rules.around.costs import asks_for_money


@pytest.mark.parametrize(
    "text",
    [
        "Reply with your IBAN and a copy of your passport to start today.",
        "To start, please send us your bank account details\nand a scan of your ID.",
        "Kindly pay the registration fee of $45 before Monday.",
        "A refundable training deposit has to be paid before your first day.",
        "Send 60 euros by Western Union for the background check.",
        "You will be asked to buy gift cards for the team.",
        "Bitte überweisen Sie 49 Euro Bearbeitungsgebühr, um Ihren Platz zu sichern.",
        "Die Bearbeitungsgebühr ist vorab zu entrichten.",
        "Senden Sie uns Ihre IBAN und eine Kopie Ihres Personalausweises.",
        "Veuillez verser 80 € de frais de dossier pour valider votre embauche.",
        "Merci de nous envoyer votre RIB et une copie de votre pièce d'identité.",
        "Para confirmar su puesto abone 30 euros de gastos de gestión.",
        "Envíenos su número de cuenta y una copia del DNI para empezar.",
        "Per confermare versi 25 euro di spese di pratica.",
        "Ci invii il suo IBAN e una copia della carta d'identità.",
        "Para garantir a vaga pague a taxa de inscrição de 20 euros.",
        "Envie o seu IBAN e uma cópia do passaporte.",
        "Stuur 35 euro administratiekosten via Tikkie om uw plek te bevestigen.",
        "U dient 35,- euro over te maken voor de VOG.",
        "Stuur ons uw rekeningnummer en een kopie van uw paspoort.",
        "Prosimy o wpłatę 50 zł opłaty rekrutacyjnej.",
        "Proszę przesłać numer konta i skan dowodu osobistego.",
        "Betala administrationsavgiften på 300 kr så är platsen din.",
        "Skicka ditt kontonummer och en kopia av ditt pass.",
        "İşe başlamak için 500 TL dosya ücretini yatırın.",
        "IBAN numaranızı ve kimlik fotokopinizi gönderin.",
    ],
)
def test_a_stranger_who_wants_money_or_papers_is_heard(text: str) -> None:
    assert asks_for_money(f"Dear candidate,\n\nCongratulations!\n\n{text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "We will pay 35 euros towards your travel costs.",
        "We never ask candidates for a registration fee.",
        "There is no application fee; please send your CV.",
        "The salary is 4,800 EUR a month. Please send the signed contract back.",
        "Please send us your passport number for the visitors' desk.",
        "Please bring a copy of your passport to the interview.",
        "Send us your bank details so that we can pay back your train ticket.",
        "The pay is 18 euros an hour, paid every four weeks.",
        "The client is prepared to pay 65,000 EUR a year.",
        "We'd like to pay you £60 for the evening.",
        "> Pay the registration fee of $45 today.\n\nWhat a strange mail you sent on.",
        "Our client will pay 400 euros a day.",
        "Wij bieden: je betaalt mee aan je pensioen, 3.200 euro bruto per maand.",
        "Please send three references and your salary expectation of up to 60,000 EUR.",
        "Wir übernehmen die Reisekosten bis 120 Euro, bitte senden Sie uns den Beleg.",
        "Das Gehalt beträgt 3.900 Euro. Bitte senden Sie uns Ihre Zeugnisse.",
        "Eine Bearbeitungsgebühr fällt für Bewerber nicht an, Sie zahlen nichts.",
        "Nous prenons en charge vos frais de déplacement, envoyez-nous 2 tickets.",
        "No hay que pagar gastos de gestión.",
        "Il colloquio non prevede spese di iscrizione da pagare.",
        "Wij betalen je reiskosten. Stuur de bonnetjes mee.",
        "Het salaris is 3.400 euro per maand. Stuur ons je diploma.",
        "Voor deze training betaal je geen inschrijfgeld.",
        "Wynagrodzenie to 6000 zł miesięcznie. Proszę przesłać CV.",
        "Lönen är 32 000 kr i månaden. Skicka gärna dina betyg.",
        "Maaş 45.000 TL. Özgeçmişinizi gönderin.",
        "Adaylardan başvuru ücreti istenmez, ödeyin diyene inanmayın.",
        "I pass your CV on to the bank; the account manager will send you an invitation.",
    ],
)
def test_what_costs_the_reader_nothing_is_no_such_mail(text: str) -> None:
    assert not asks_for_money(f"Hello Robin,\n\n{text}\n\nKim Alder\n")
