"""Who closes an application that the reader has given up says no no; who closes it by themselves does."""

from __future__ import annotations

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from tests.mail.rules.letters import make_message

_CLOSED_ON_REQUEST = [
    (
        "Re: Your application",
        "Hi Sam,\n\nthanks for letting me know. I've closed your application on our side. All the best with the new job!",
    ),
    (
        "Re: Interview on Thursday",
        "Dear Sam,\n\nNo problem at all, I understand. I have withdrawn your application from our system.",
    ),
    (
        "Your application",
        "Dear Sam,\n\nAs requested, your application for Buyer has been closed.",
    ),
    (
        "AW: Rückzug",
        "Hallo Sam,\n\ndanke für deine Rückmeldung. Ich habe deine Bewerbung bei uns geschlossen. Alles Gute!",
    ),
    (
        "RE: Désistement",
        "Bonjour Sam,\n\nmerci de nous avoir prévenus. J'ai clôturé votre candidature de notre côté. Bonne continuation.",
    ),
    (
        "Re: Mi candidatura",
        "Hola Sam:\n\ngracias por avisar. He cerrado tu candidatura por nuestra parte. ¡Mucha suerte!",
    ),
    (
        "Re: Ritiro",
        "Ciao Sam,\n\ngrazie per avercelo detto. Ho chiuso la tua candidatura da parte nostra. In bocca al lupo!",
    ),
    (
        "Re: Desistência",
        "Olá Sam,\n\nobrigada por avisar. Encerrei a tua candidatura do nosso lado. Boa sorte!",
    ),
    (
        "Re: Terugtrekken",
        "Hoi Sam,\n\nbedankt voor je bericht. Ik heb je sollicitatie bij ons gesloten. Veel succes!",
    ),
    (
        "Re: Rezygnacja",
        "Cześć Sam,\n\ndziękuję za informację. Zamknęłam Twoją aplikację po naszej stronie. Powodzenia!",
    ),
    (
        "Sv: Drar mig ur",
        "Hej Sam,\n\ntack för att du hörde av dig. Jag har avslutat din ansökan hos oss. Lycka till!",
    ),
    (
        "Ynt: Başvuru",
        "Merhaba Sam,\n\nhaber verdiğin için teşekkürler. Başvurunu bizim tarafta kapattım. Başarılar!",
    ),
]

_CLOSED_BY_THEMSELVES = [
    (
        "Security Analyst",
        "Hi Sam,\n\nI took your salary expectation to the hiring manager and there's no room to get to it, so we'll part ways here and I've closed your application on our side. Thanks for being upfront.",
    ),
    (
        "Your application",
        "Dear Sam,\n\nThank you for your interest. We have closed your application because we decided to move forward with other candidates.",
    ),
    (
        "Your application",
        "Dear Sam,\n\nUnfortunately we have closed your application on our side, as another candidate was chosen.",
    ),
    (
        "Ihre Bewerbung",
        "Guten Tag,\n\nleider haben wir uns für einen anderen Bewerber entschieden und Ihre Bewerbung bei uns geschlossen.",
    ),
    (
        "Votre candidature",
        "Bonjour,\n\nmalheureusement votre candidature n'a pas été retenue et nous avons clôturé votre dossier de notre côté.",
    ),
]

_CLOSED_FOR_A_REASON = [
    "We understand that this is a disappointment. We have closed your application in our system because the post has been filled by another person.",
    "We understand that this is a disappointment. As the post is filled, we have closed your application on our side.",
    "wir danken für Ihr Verständnis. Ihre Bewerbung wurde bei uns geschlossen, da die Stelle besetzt ist.",
    "bedankt voor je bericht. Je sollicitatie is bij ons afgesloten omdat de functie is vervuld.",
    "merci pour votre message. Nous avons clôturé votre candidature de notre côté, le poste étant pourvu.",
    "gracias por tu mensaje. Hemos cerrado tu candidatura por nuestra parte porque el puesto está cubierto.",
    "grazie per il messaggio. Abbiamo chiuso la tua candidatura da parte nostra perché la posizione è stata coperta.",
    "obrigada pela mensagem. Encerrámos a tua candidatura do nosso lado porque a vaga foi preenchida.",
    "dziękujemy za wiadomość. Zamknęliśmy Twoją aplikację po naszej stronie, ponieważ stanowisko zostało obsadzone.",
    "tack för ditt svar. Vi har avslutat din ansökan hos oss eftersom tjänsten är tillsatt.",
    "haber verdiğin için teşekkürler. Pozisyon dolduğu için başvurunu bizim tarafta kapattık.",
]

_GOOD_NEWS = [
    (
        Verdict.OFFER,
        "Thank you for letting us know. We are pleased to offer you the job of Night Porter. If you reconsider the salary proposal, call me.",
    ),
    (
        Verdict.OFFER,
        "danke für Ihre Rückmeldung. Wir freuen uns, Ihnen die Stelle als Nachtportier anzubieten. Falls Sie Ihre Meinung ändern und früher anfangen möchten, melden Sie sich.",
    ),
    (
        Verdict.OFFER,
        "tack för ditt svar. Vi är glada att kunna erbjuda dig tjänsten som nattportier. Hör av dig om du ändrar dig om startdatumet.",
    ),
    (
        Verdict.CONFIRMATION,
        "Thank you for your application for the post of Night Porter, which we have received. We understand that you want to work in Leeds. If you change your mind about the location, write to us.",
    ),
]


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize("text", _CLOSED_FOR_A_REASON)
def test_who_gives_a_reason_of_their_own_was_not_asked_to_close(
    text: str, is_known: bool
) -> None:
    message = make_message(
        "Sam", f"Sam,\n\n{text}\n\nMia", sender="mia@brotzeit.example"
    )
    reading = read_message(message, is_known=is_known)
    assert all(each.rule != "stepped_back" for each in reading.because)
    assert reading.verdict in ENDINGS or reading.because[0].rule == "voice:decline"


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(("verdict", "text"), _GOOD_NEWS)
def test_who_may_change_their_mind_beside_good_news_has_not_stepped_back(
    verdict: Verdict, text: str, is_known: bool
) -> None:
    message = make_message(
        "Night Porter", f"Sam,\n\n{text}\n\nMia", sender="mia@brotzeit.example"
    )
    assert read_message(message, is_known=is_known).verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for letting us know. We have cancelled your application at your own request.",
        "I understand, a shame. I have closed your file on our books.",
        "As requested, your application has been closed because you took another job.",
    ],
)
def test_who_asked_to_close_it_may_be_given_back_their_reason(text: str) -> None:
    message = make_message(
        "Your application", f"Sam,\n\n{text}\n\nMia", sender="mia@brotzeit.example"
    )
    assert read_message(message, is_known=True).verdict is not Verdict.REJECTION


@pytest.mark.parametrize(("subject", "text"), _CLOSED_ON_REQUEST)
def test_what_follows_from_the_readers_own_step_back_is_asked_about(
    subject: str, text: str
) -> None:
    message = make_message(subject, f"{text}\n\nMia", sender="mia@brotzeit.example")
    reading = read_message(message, is_known=True)
    assert reading.verdict is Verdict.AMBIGUOUS
    assert reading.because[0].rule == "stepped_back"


@pytest.mark.parametrize(("subject", "text"), _CLOSED_BY_THEMSELVES)
def test_who_closes_an_application_by_themselves_says_no(
    subject: str, text: str
) -> None:
    message = make_message(subject, f"{text}\n\nMia", sender="mia@brotzeit.example")
    assert read_message(message).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "What a pity, but I understand. Get in touch if you change your mind, else we will go on with the next candidate on Monday.",
        "Schade, aber ich verstehe Sie. Melden Sie sich, falls Sie es sich anders überlegen, sonst machen wir am Montag mit der nächsten Kandidatin weiter.",
        "Quel dommage, mais je comprends. Faites-moi signe si vous changez d'avis, sinon nous poursuivrons lundi avec la candidate suivante.",
        "Qué pena, pero lo entiendo. Avísame si cambias de opinión, si no seguimos el lunes con la siguiente candidata.",
        "Peccato, ma capisco. Fammi sapere se cambi idea, altrimenti lunedì andiamo avanti con la prossima candidata.",
        "Que pena, mas entendo. Avisa se mudares de ideias, senão na segunda avançamos com a próxima candidata.",
        "Jammer, maar ik begrijp het. Laat het weten als je je bedenkt, anders gaan we maandag verder met de volgende kandidaat.",
        "Szkoda, ale rozumiem. Daj znać, jeśli zmienisz zdanie, inaczej w poniedziałek rozmawiamy z następną kandydatką.",
        "Så tråkigt, men jag förstår dig. Hör av dig om du ändrar dig, annars går vi vidare med nästa kandidat på måndag.",
        "Üzüldük ama anlıyorum. Fikrin değişirse haber ver, yoksa pazartesi sıradaki adayla devam ederiz.",
    ],
)
@pytest.mark.parametrize("subject", ["Night Porter", "Re: Job offer: Night Porter"])
def test_who_hopes_for_another_mind_has_been_told_no(subject: str, text: str) -> None:
    message = make_message(
        subject, f"Sam,\n\n{text}\n\nMia", sender="jobs@bright-harbour.example"
    )
    verdict = read_message(message, is_known=True).verdict
    assert verdict in {Verdict.AMBIGUOUS, Verdict.OTHER}


@pytest.mark.parametrize(
    "text",
    [
        "Schade, dass Sie gehen! Ihre Kündigung haben wir erhalten. Wenn Sie es sich anders überlegen: 12 Monate lang 50 % auf den Tarif M.",
        "What a pity that you are leaving. If you change your mind, your subscription is 50 % off for a year.",
        "Quel dommage ! Si vous changez d'avis, votre abonnement est à moitié prix pendant un an.",
    ],
)
def test_who_hopes_to_keep_a_customer_asks_nothing_of_a_search(text: str) -> None:
    message = make_message("Bestätigung", text, sender="care@funkwelle.example")
    assert read_message(message).verdict is Verdict.OTHER
