"""A coffee once another has the place, and praise for how somebody talks, invite nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Verdict
from tests.mail.rules.letters import make_message

_TOLD_AT = datetime(2026, 11, 9, 9, tzinfo=UTC)

ANOTHER_STARTS = [
    (
        "Your trial day",
        "Hi Sam,\n\nthanks again for Thursday, the team enjoyed having you. Jonas starts on Saturday. Do come by for a coffee when you're in town.\n\nBest,\nMia",
    ),
    (
        "Dein Probetag",
        "Hallo Sam,\n\ndanke nochmal für Donnerstag. Jonas fängt am Samstag an. Komm gern mal auf einen Kaffee vorbei.\n\nLiebe Grüße\nMia",
    ),
    (
        "Ta journée d'essai",
        "Bonjour Sam,\n\nmerci encore pour jeudi. C'est Jonas qui commence samedi. Passe prendre un café quand tu veux.\n\nMia",
    ),
    (
        "Tu día de prueba",
        "Hola Sam:\n\ngracias otra vez por el jueves. Jonas empieza el sábado. Pásate a tomar un café cuando quieras.\n\nMia",
    ),
    (
        "La tua giornata di prova",
        "Ciao Sam,\n\ngrazie ancora per giovedì. Jonas inizia sabato. Passa pure per un caffè quando vuoi.\n\nMia",
    ),
    (
        "O teu dia de experiência",
        "Olá Sam,\n\nobrigada por quinta-feira. O Jonas começa no sábado. Passa por cá para um café quando quiseres.\n\nMia",
    ),
    (
        "Je proefdag",
        "Hoi Sam,\n\nnog bedankt voor donderdag. Jonas begint zaterdag. Kom gerust eens langs voor een kop koffie.\n\nMia",
    ),
    (
        "Twój dzień próbny",
        "Cześć Sam,\n\ndzięki za czwartek. Jonas zaczyna w sobotę. Wpadnij kiedyś na kawę.\n\nMia",
    ),
    (
        "Deneme günün",
        "Merhaba Sam,\n\nperşembe için teşekkürler. Jonas cumartesi başlıyor. Bir ara kahveye bekleriz.\n\nMia",
    ),
    (
        "Din provdag",
        "Hej Sam,\n\ntack igen för i torsdags. Jonas börjar på lördag. Kom gärna förbi på en kaffe.\n\nMia",
    ),
]

COLLEAGUE_STARTS = [
    (
        "Your interview",
        "Dear Sam,\n\nThank you for your interview last week. Maria starts on Monday as our new HR manager. We will decide after that.\n\nMia",
    ),
    (
        "Your interview",
        "Dear Sam,\n\nthanks for the interview. Maria starts on Monday. A decision comes after that.\n\nMia",
    ),
    (
        "Ihr Vorstellungsgespräch",
        "Guten Tag Sam,\n\ndanke für das Vorstellungsgespräch. Anna fängt am Montag als unsere neue Personalleiterin an. Danach entscheiden wir.\n\nMia",
    ),
    (
        "Votre entretien",
        "Bonjour Sam,\n\nmerci pour l'entretien. Marie commence lundi comme responsable RH. Nous vous dirons la suite après.\n\nMia",
    ),
    (
        "Je sollicitatie",
        "Beste Sam,\n\nbedankt voor het gesprek. Anna begint maandag als onze nieuwe HR-manager. Daarna beslissen we.\n\nMia",
    ),
    (
        "Din intervju",
        "Hej Sam,\n\ntack för intervjun. Anna börjar på måndag som vår nya HR-chef. Sedan fattar vi beslut.\n\nMia",
    ),
]

INVITED_ALL_THE_SAME = [
    (
        "Your trial day",
        "Hi Sam,\n\ncould you come in for your trial day on Saturday at 9:00? Jonas starts on Saturday too, so you will meet him.\n\nMia",
    ),
    (
        "Dein Probetag",
        "Hallo Sam,\n\ndein Probetag ist am Samstag, 14. November um 9 Uhr. Jonas fängt am Samstag auch an und zeigt dir alles.\n\nMia",
    ),
]

PRAISED = [
    "You interview very well. We all thought so.",
    "You interviewed really well on Tuesday. Our board meets next week and decides.",
    "You came across brilliantly. The partners decide in December.",
]


def _mail(subject: str, text: str) -> Message:
    sender = Address("Mia Roth", "mia@brotzeit.example")
    return replace(make_message(subject, text), sender=sender, sent_at=_TOLD_AT)


@pytest.mark.parametrize(("subject", "text"), ANOTHER_STARTS)
def test_nobody_is_invited_to_what_another_has_got(subject: str, text: str) -> None:
    message = _mail(subject, text)
    known = read_message(message, is_known=True)
    assert known.verdict in {Verdict.REJECTION, Verdict.AMBIGUOUS}
    assert known.because[0].rule == "another-starts"
    assert read_message(message).verdict in {Verdict.AMBIGUOUS, Verdict.OTHER}


@pytest.mark.parametrize(("subject", "text"), ANOTHER_STARTS)
def test_whose_place_it_is_no_first_day_says_for_sure(subject: str, text: str) -> None:
    message = _mail(subject, text)
    for is_known in (False, True):
        reading = read_message(message, is_known=is_known)
        by_day = [each for each in reading.because if each.rule == "another-starts"]
        assert not by_day or reading.verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(("subject", "text"), COLLEAGUE_STARTS)
def test_a_colleague_who_starts_takes_nobodys_place(
    subject: str, text: str, is_known: bool
) -> None:
    reading = read_message(_mail(subject, text), is_known=is_known)
    assert all(each.rule != "another-starts" for each in reading.because)


@pytest.mark.parametrize("is_known", [False, True])
def test_an_invitation_that_a_rule_finds_stays_beside_a_first_day(
    is_known: bool,
) -> None:
    text = (
        "Dear Sam,\n\nMaria starts on Tuesday with the second part of the interview. "
        "We look forward to it.\n\nMia"
    )
    message = _mail("Your interview", text)
    assert read_message(message, is_known=is_known).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(("subject", "text"), INVITED_ALL_THE_SAME)
def test_who_starts_beside_the_reader_has_not_their_place(
    subject: str, text: str
) -> None:
    message = _mail(subject, text)
    assert read_message(message, is_known=True).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize("text", PRAISED)
def test_praise_for_a_talk_invites_nobody(text: str) -> None:
    message = _mail("Your interview", f"Dear Sam,\n\n{text}\n\nKind regards\nMia")
    for is_known in (False, True):
        reading = read_message(message, is_known=is_known)
        assert reading.verdict not in {Verdict.INTERVIEW, Verdict.REJECTION}


@pytest.mark.parametrize(
    "text",
    [
        "You interviewed very well. We'd like to invite you to a second interview on Tuesday at 10:00.",
        "You came across really well. Could you meet the partners on Friday?",
    ],
)
def test_praise_beside_an_invitation_takes_nothing_from_it(text: str) -> None:
    message = _mail("Your interview", f"Dear Sam,\n\n{text}\n\nKind regards\nMia")
    assert read_message(message).verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    "wish",
    [
        *("Happy Easter", "Frohe Ostern", "Bonnes fêtes", "Feliz Navidad"),
        *("Buona Pasqua", "Boas festas", "Fijne feestdagen", "Wesołych Świąt"),
        *("Glad påsk", "İyi bayramlar"),
    ],
)
def test_a_wish_above_the_name_is_no_employer(wish: str) -> None:
    text = (
        "Sam, good to meet you Monday. We have decided to give the job to another "
        f"candidate, sorry.\n{wish}\nSteve"
    )
    message = replace(
        make_message("job", text), sender=Address("Steve Roe", "lab@riverlab.example")
    )
    reading = read_message(message)
    assert reading.verdict is Verdict.REJECTION
    assert reading.company == "River Lab"


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Re: Chef wanted', "Hiya Ruth thanks for getting in touch. My sister in law's starting in the kitchen next week so we're all sorted now xx"),
        ('Re: Chef wanted', "my nephew's starting in the kitchen Monday so we're sorted"),
        ('Re: Chef wanted', 'Thanks for getting in touch, got a lad starting Tuesday so all sorted thanks'),
        ('Re: Chef wanted', "Thanks for your message. We are full up for the winter I'm afraid, try again in March"),
        ('Re: Bewerbung Leiter Reifenlager', "Moin Herr Kuhnert,\n\nda sind Sie drei Wochen zu spät, für die Wintersaison bin ich voll. Fragen Sie im März nochmal an, dann geht's wieder los.\n\nUllmann"),
        ('Re: Bewerbung Köchin', 'Danke für die Nachricht, bei mir ist bis Ostern alles voll. Probieren Sie es danach noch einmal.'),
        ('Re: Bewerbung Köchin', 'Danke Ihnen, wir sind mittlerweile versorgt.'),
        ('Re: Candidature cuisinière', 'Bonjour, merci de votre message. Ma belle-sœur commence en cuisine lundi, on est donc au complet.'),
        ('Re: Candidatura cocinera', 'Gracias por el mensaje, para el invierno ya tenemos a todos. Pregunte en marzo.'),
        ('Re: Candidatura cuoca', "Grazie del messaggio, per l'inverno siamo a posto. Riprovi a marzo."),
        ('Re: Candidatura cozinheira', 'Obrigada pela mensagem, para o inverno já temos gente. Pergunte em março.'),
        ('Re: Sollicitatie kok', 'Hoi, bedankt voor je bericht. Mijn schoonzus begint maandag in de keuken, dus we zijn voorzien.'),
        ('Re: Aplikacja kucharka', 'Dziękuję za wiadomość, na zimę mamy już wszystkich. Proszę spytać w marcu.'),
        ('Re: Ansökan kock', 'Tack för ditt mejl. Vi har folk så det räcker i vinter, hör av dig i mars.'),
        ('Re: Aşçı başvurusu', 'Mesajınız için teşekkürler, kış için kadromuz dolu. Mart ayında tekrar sorun.'),
    ],
)  # fmt: skip
def test_who_has_all_the_people_they_need_sends_no_receipt(
    subject: str, text: str, is_known: bool
) -> None:
    reading = read_message(_mail(subject, text), is_known=is_known)
    assert reading.verdict in {Verdict.REJECTION, Verdict.AMBIGUOUS}


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Re: Your application', "Thanks, got your CV, so we're all sorted. I'll be in touch next week."),
        ('Re: Cook', 'Thanks Ruth, got that, all sorted. See you soon.'),
        ('Re: Your application', 'Thanks, all your documents are here now, so your application is complete.'),
        ('Re: Your application', 'Thank you for your application. My colleague is starting the interviews next week so you will hear from us then.'),
        ('Re: Your application', 'Thanks for your email. Our new manager starts on Monday so she will look at your application then.'),
        ('Re: Your application', 'Thank you for your application. The new head of kitchen starts next week and will ring you.'),
        ('Re: Cook', "Thanks for your cv. My sister starts her holiday on Monday so I'll ring you after that."),
        ('Re: Cook', "Thanks for your cv. My son's starting school next week so I'm a bit tied up, I'll be in touch."),
        ('Re: Cook', "Thanks for getting in touch. We've got someone starting to sift the applications next week."),
        ('Re: Cook', "Thanks for your email. We'll try to ring you in March when the season starts."),
        ('Re: line cook', 'got it thanks. my husband does the hiring hes back thurs'),
        ('Re: Bewerbung', 'Hallo, Bewerbung ist angekommen. Mein Sohn macht das mit den Bewerbungen, er ist am Montag wieder da.'),
        ('Re: Bewerbung', 'Danke, kam an. Ich bin diese Woche voll, melde mich.'),
        ('Re: Bewerbung', 'Danke für die Nachricht, ich melde mich im März nochmal bei Ihnen.'),
        ('Re: Bewerbung', 'Danke für Ihre Bewerbung. Am Montag fängt unsere neue Personalleiterin an, sie meldet sich dann bei Ihnen.'),
        ('Re: Candidature', 'Merci de votre message, nous vous recontacterons en mars.'),
        ('Re: Sollicitatie', 'Bedankt voor je bericht, ik bel in maart terug.'),
        ('Re: Aşçı başvurusu', 'Mesajınız için teşekkürler, mart ayında tekrar arayacağız.'),
    ],
)  # fmt: skip
def test_a_receipt_that_names_who_begins_or_is_full_stays_one(
    subject: str, text: str
) -> None:
    assert read_message(_mail(subject, text)).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Re: Your application', 'Hi Ruth, we are all sorted for your interview on Monday at 10. See you then.'),
        ('Re: Your application', 'We are all set for Monday. See you at 10.'),
        ('Re: Your application', 'I am full on Tuesday, does Wednesday work?'),
    ],
)  # fmt: skip
def test_who_is_sorted_for_a_talk_invites(subject: str, text: str) -> None:
    reading = read_message(_mail(subject, text), is_known=True)
    assert reading.verdict is Verdict.INTERVIEW


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ('Your application', "Thanks, got your papers. All good for now, I'll read them at the weekend."),
        ('Your application', "Cheers for the CV. We're good for the moment, will come back to you when I've read it."),
        ('Your application', "Thanks for the form. We're all good till Friday, when the manager is back and reads it."),
        ('Your application', 'Thank you for your CV. I am fine for the moment to hold on to it until the manager returns.'),
        ('Your application', 'Got it, thanks. If nothing by then, give us a ring after Christmas.'),
        ('Your application', "Thanks for your papers. If we haven't written by then come back to me in March."),
        ('Ihre Bewerbung', 'Angekommen, danke. Wenn Sie bis dahin nichts gehört haben, melden Sie sich nach Ostern wieder.'),
        ('Ihre Bewerbung', 'Danke, ist da. Wir sind mit allem versorgt, Zeugnisse brauchen wir nicht mehr. Sie hören von mir.'),
        ('Ihre Bewerbung', 'Danke, angekommen. Mit Ihren Zeugnissen sind wir jetzt versorgt, wir melden uns.'),
        ('Votre candidature', "Merci, tout est là. Rappelez en janvier si vous n'avez pas de nouvelles."),
        ('Su candidatura', 'Gracias, todo recibido. Si no sabe nada, vuelva a escribir en enero.'),
        ('La sua candidatura', 'Grazie. Se non sente nulla, scriva a gennaio.'),
        ('A sua candidatura', 'Obrigado, já temos tudo. Se não tiver notícias, escreva em janeiro.'),
        ('Je sollicitatie', 'Bedankt, binnen. Hoor je niets, mail dan na Kerst.'),
        ('Pana aplikacja', 'Dziękuję, wszystko jest. Gdyby pan nic nie słyszał, proszę napisać w styczniu.'),
        ('Din ansökan', 'Tack, den är framme. Hör du inget, hör av dig efter jul.'),
        ('Başvurunuz', 'Teşekkürler, geldi. Haber alamazsanız ocak ayında tekrar yazın.'),
        ('Ihre Bewerbung', 'Danke für die Mail. Wir haben genug Leute im Büro, die das lesen, Sie hören bald von uns.'),
        ('Pana aplikacja', 'Dziękuję, dotarło. W poniedziałek mamy komplet i wtedy przeczytamy.'),
    ],
)  # fmt: skip
def test_who_has_heard_nothing_by_then_has_a_receipt(subject: str, text: str) -> None:
    reading = read_message(make_message(subject, text))
    assert reading.verdict is Verdict.CONFIRMATION
