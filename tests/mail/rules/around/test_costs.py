"""What asks a stranger for money or papers, and the words beside it that ask for neither."""

from __future__ import annotations

from time import perf_counter

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


@pytest.mark.parametrize(
    "text",
    [
        "Basic pay £24,500. Holidays 28 days.",
        "Rate of pay: £12.60. Start 3 March.",
        "Starting pay £14.20.",
        "Pay: £14.20, weekly paid.",
        "Pay £14.20. Start 3 March.",
        "Pay £12.60 to start, £13 from April.",
        "Pay £12.60 now.",
        "Holiday pay is on top.\n\nPay £24,500 before tax.",
        "You would be paid by bank transfer £12.60.",
        "Overtime will be paid at £18.50.",
        "Your training costs will be paid.",
        "We'd pay €500 relocation.",
        "Employers are required to pay £12.60.",
        "Our client has to pay £500 for the visa.",
        "La empresa debe abonar 1.500 € cada mes de plus.",
        "L'azienda deve versare 500 euro.",
        "Our client will transfer €500 sign-on bonus.",
        "The agency will send you a payment of £200 on arrival.",
        "Please send an invoice of £300 once the trial day is over.",
        "Refer a friend and get a £50 gift card.",
        "Please send your bank details and passport for payroll.",
        "For the new starter form, send us your sort code and a copy of your passport.",
        "Die Vergütung: zu zahlen 3.000 EUR.",
        "Ausgezahlt werden 2.900 EUR, fällig am Ersten.",
        "Ich überweise Ihnen 80 Euro für die Bahn.",
        "Für die Lohnabrechnung senden Sie uns bitte Ihre IBAN und Ihren Sozialversicherungsausweis.",
        "Un virement de 500 € vous sera fait.",
        "Nous allons vous verser 500 € de prime.",
        "Pour la fiche de paie, merci de nous envoyer votre RIB et votre pièce d'identité.",
        "La empresa paga 1.500 € cada quincena.",
        "Paga: 1.500 €.",
        "Para el alta en la Seguridad Social, envíenos su DNI y IBAN.",
        "L'azienda le vuole versare 500 euro di premio.",
        "Paga di 1.500 euro.",
        "Per la busta paga ci invii il suo IBAN e la carta d'identità.",
        "A empresa paga 900 euros e vai transferir 100 euros de prémio.",
        "Para o processamento do salário, envie o seu IBAN e o cartão de cidadão.",
        "Te betalen 3.000 EUR, elke vier weken.",
        "Graag willen wij je 500 euro tekenbonus betalen.",
        "Stuur voor de salarisadministratie je IBAN en een kopie van je paspoort.",
        "Możemy zapłacić 6000 zł.",
        "Dla kadr i płac proszę przesłać numer konta i numer dowodu osobistego.",
        "Vi kan betala 300 kr extra.",
        "Skicka kontonummer och personnummer för löneutbetalningen.",
        "Ödemeniz 45.000 TL olacaktır.",
        "500 TL hesabınıza havale ile gelecek.",
        "SGK girişi için kimlik ve IBAN bilgilerinizi gönderin.",
    ],
)
def test_what_a_job_pays_and_what_payroll_needs_is_asked_of_nobody(text: str) -> None:
    assert not asks_for_money(f"Hello Robin,\n\n{text}\n\nKim Alder\n")


@pytest.mark.parametrize(
    "text",
    [
        "Please pay £45 today.",
        "Basic pay is £24,500, but first you must pay £45.",
        "We need you to pay £20 first.",
        "You will be asked to pay £20.",
        "You will need to transfer €60 and bring the receipt.",
        "To secure your place, pay £50 now.",
        "Pay £50 to secure your place.",
        "Please make a payment of £30 with the link.",
        "Kindly send $80 to the agent.",
        "The registration fee must be paid by Friday.",
        "WhatsApp us your passport, and confirm your IBAN, so you can begin.",
        "To prepare your contract, send us your IBAN and a copy of your passport.",
        "Pour valider votre embauche, envoyez-nous votre RIB et votre pièce d'identité.",
        "Bitte zahlen Sie 49 Euro auf unser Konto.",
        "Überweisen Sie vorab 120 € Kaution.",
        "Vous devez verser 80 € avant lundi.",
        "Debe abonar 30 euros antes del lunes.",
        "È necessario versare 25 euro entro lunedì.",
        "Terá de transferir 20 euros até sexta.",
        "Je moet vooraf 35 euro overmaken.",
        "Należy wpłacić 50 zł przed rozmową.",
        "Du måste betala 300 kr först.",
        "Lütfen 500 TL yatırmanız gerekiyor.",
    ],
)
def test_a_reader_who_is_to_pay_is_heard_beside_what_the_job_pays(text: str) -> None:
    assert asks_for_money(f"Dear candidate,\n\nYour pay: £14.20.\n\n{text}\n")


@pytest.mark.parametrize("part", ["1", "1.", "1,", "1 ", "€", "1€ ", "pay 1 ", "\n"])
def test_a_text_of_one_thing_again_and_again_takes_no_time(part: str) -> None:
    text = part * (60_000 // len(part))
    asks_for_money("")
    began = perf_counter()
    assert not asks_for_money(text)
    assert perf_counter() - began < 1


def test_a_fee_far_down_a_very_long_mail_is_not_read() -> None:
    fee = "\n\nPlease pay £45 today."
    assert asks_for_money("A word. " * 500 + fee)
    assert not asks_for_money("A word. " * 1_000 + fee)
