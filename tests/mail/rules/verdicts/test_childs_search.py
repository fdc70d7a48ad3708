"""What a parent sends and is told for their child is no search of the parent's own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.types import ENDINGS, Address, Message, Verdict
from tests.mail.rules.letters import make_message


def told(subject: str, text: str) -> Message:
    sender = Address("Zweirad Kessler", "info@zweirad-kessler.example")
    return replace(make_message(subject, text), sender=sender)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Re: Bewerbung um einen Praktikumsplatz für meinen Sohn Jan",
            "Hallo Frau Vale,\n\nleider können wir Ihrem Sohn keinen Praktikumsplatz anbieten, wir haben im November schon zwei Schüler. Viel Glück!\n\nKessler",
        ),
        (
            "Bewerbung Ihres Sohnes",
            "Sehr geehrte Frau Vale,\n\nleider müssen wir Ihnen mitteilen, dass wir Ihrem Sohn keinen Praktikumsplatz anbieten können.\n\nKessler",
        ),
        (
            "Re: Praktikum",
            "Hallo Frau Vale,\n\nwir laden Ihren Sohn am Freitag, 25.9. um 15 Uhr zu einem kurzen Vorstellungsgespräch für das Schulpraktikum ein.\n\nKessler",
        ),
        (
            "Work experience",
            "Dear Mrs Vale,\n\nunfortunately we cannot offer your son a work experience placement this November.\n\nRegards\nTom Kessler",
        ),
        (
            "Stage de 3e",
            "Bonjour Madame,\n\nmalheureusement nous ne pouvons pas accueillir votre fils en stage cette année.\n\nCordialement\nPaul Kessler",
        ),
        (
            "Prácticas",
            "Buenos días:\n\nlamentablemente no podemos ofrecer a su hijo una plaza de prácticas este año.\n\nUn saludo\nPablo Kessler",
        ),
        (
            "Tirocinio",
            "Gentile signora,\n\npurtroppo non possiamo accogliere suo figlio per il tirocinio.\n\nCordiali saluti\nPaolo Kessler",
        ),
        (
            "Stage",
            "Beste mevrouw Vale,\n\nhelaas kunnen we uw zoon geen stageplaats aanbieden.\n\nGroeten\nPiet Kessler",
        ),
        (
            "Praktyki",
            "Dzień dobry,\n\nniestety nie możemy przyjąć państwa syna na praktyki.\n\nPozdrawiam\nPiotr Kessler",
        ),
        (
            "Estágio",
            "Boa tarde,\n\ninfelizmente não podemos aceitar o seu filho para o estágio.\n\nCumprimentos\nPaulo Kessler",
        ),
        (
            "Prao",
            "Hej!\n\nTyvärr kan vi inte erbjuda din son någon praoplats.\n\nHälsningar\nPer Kessler",
        ),
        (
            "Staj",
            "Merhaba,\n\nmaalesef oğlunuza staj yeri veremiyoruz, oğlunuz staj için kabul edilmedi.\n\nSaygılar\nPolat Kessler",
        ),
    ],
)
def test_what_a_child_is_told_is_ordinary(subject: str, text: str) -> None:
    assert read_message(told(subject, text)).verdict is Verdict.OTHER


def test_it_is_ordinary_of_a_known_firm_as_well() -> None:
    text = "Hallo Frau Vale,\n\nleider können wir Ihrem Sohn keinen Praktikumsplatz anbieten.\n\nKessler"
    reading = read_message(told("Praktikum", text), is_known=True)
    assert reading.verdict is Verdict.OTHER


def test_of_an_apprenticeship_is_asked() -> None:
    text = "Sehr geehrte Frau Vale,\n\nvielen Dank für die Bewerbung Ihrer Tochter. Leider können wir Ihre Tochter nicht einstellen.\n\nKessler"
    subject = "Bewerbung meiner Tochter Mira um einen Ausbildungsplatz"
    assert read_message(told(subject, text)).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Ihre Bewerbung",
            "Sehr geehrte Frau Vale,\n\nIhr Sohn ist bei uns Auszubildender, daher können wir Sie leider nicht einstellen.\n\nKessler",
        ),
        (
            "Ihre Bewerbung",
            "Sehr geehrte Frau Vale,\n\nIhr Sohn ist bei uns Azubi, daher stellen wir keine Verwandten ein.\n\nKessler",
        ),
        (
            "Ihre Bewerbung",
            "Sehr geehrte Frau Vale,\n\nwir können Ihrem Sohn keinen Praktikumsplatz anbieten. Auch Ihre eigene Bewerbung müssen wir leider ablehnen.\n\nKessler",
        ),
        (
            "Ihre Bewerbung als Ausbilderin",
            "Sehr geehrte Frau Vale,\n\nleider können wir Ihnen die Stelle nicht anbieten. Grüßen Sie Ihren Sohn, er war ein guter Praktikant.\n\nKessler",
        ),
        (
            "Ihre Bewerbung um eine Ausbildung",
            "Sehr geehrte Frau Vale,\n\nleider können wir Ihnen neben Ihrem Kind keine Ausbildung in Vollzeit anbieten.\n\nKessler",
        ),
        (
            "Your application",
            "Dear Robin,\n\nwe regret that your application for the trainee post was unsuccessful. Say hello to your son.\n\nTom",
        ),
        (
            "Votre candidature",
            "Bonjour,\n\nmalheureusement nous ne pouvons pas vous prendre en stage, même si votre fils travaille ici.\n\nPaul",
        ),
        (
            "Ihre Bewerbung",
            "Hallo Frau Vale,\n\nleider nein. Viel Glück Ihrem Sohn beim Praktikum!\n\nKessler",
        ),
        (
            "Je sollicitatie",
            "Beste Robin,\n\nhelaas hebben we voor een andere kandidaat gekozen. Succes met de stage van uw zoon!\n\nPiet",
        ),
        (
            "Twoja aplikacja",
            "Dzień dobry,\n\nniestety nie zatrudnimy pani na to stanowisko, choć pani syn był u nas na praktykach.\n\nPiotr",
        ),
    ],
)
def test_the_readers_own_no_stays_one(subject: str, text: str) -> None:
    assert read_message(told(subject, text)).verdict in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Your application",
            "Dear Robin,\n\nwe'd like to invite you to an interview on 4 December at 10:00 for the apprentice role. Your son may come along.\n\nTom",
        ),
        (
            "Ihre Bewerbung",
            "Hallo Frau Vale,\n\nwir laden Sie zum Vorstellungsgespräch am 4.12. um 10 Uhr ein. Ihr Sohn kann so lange bei unseren Praktikanten bleiben.\n\nKessler",
        ),
    ],
)
def test_the_readers_own_talk_stays_one(subject: str, text: str) -> None:
    assert read_message(told(subject, text)).verdict is Verdict.INTERVIEW


def meaning(subject: str, text: str, *, is_answered: bool = False) -> SentMeaning:
    message = replace(
        make_message(subject, text),
        sender=Address("Robin Vale", "robin@person.example"),
        to=(Address("", "info@zweirad-kessler.example"),),
        is_sent=True,
    )
    return meaning_of_sent(
        message, is_in_thread=False, is_to_contact=False, is_answered=is_answered
    )


@pytest.mark.parametrize("is_answered", [False, True])
@pytest.mark.parametrize(
    "subject",
    [
        "Bewerbung um einen Praktikumsplatz für meinen Sohn Jan",
        "Bewerbung meiner Tochter Mira um einen Ausbildungsplatz",
        "Application for an apprenticeship for my daughter",
        "My son's application for work experience",
        "Candidature pour un stage de mon fils Jules",
        "Candidatura de mi hija para las prácticas",
        "Candidatura di mio figlio per il tirocinio",
        "Sollicitatie stageplaats voor mijn zoon Tim",
        "Podanie mojego syna o praktyki",
        "Candidatura do meu filho a um estágio",
        "Ansökan om praoplats för min dotter",
        "Oğlum için staj başvurusu",
    ],
)
def test_a_childs_application_is_not_the_parents(
    subject: str, is_answered: bool
) -> None:
    text = "Sehr geehrte Damen und Herren,\n\nBewerbung und Lebenslauf sind angehängt.\n\nRobin Vale"
    assert meaning(subject, text, is_answered=is_answered) is SentMeaning.NONE


def test_a_child_who_applies_is_told_in_the_text() -> None:
    text = "Guten Tag,\n\nmein Sohn Jan (15) möchte sich bei Ihnen um einen Praktikumsplatz bewerben. Bewerbung und Lebenslauf sind angehängt.\n\nRobin Vale"
    assert meaning("Bewerbung Praktikum", text) is SentMeaning.NONE


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Bewerbung als Erzieherin",
            "Guten Tag,\n\nhiermit bewerbe ich mich als Erzieherin. Mein Sohn geht in Ihre Schule. Der Lebenslauf ist angehängt.\n\nRobin Vale",
        ),
        (
            "Bewerbung als Verkäuferin",
            "Guten Tag,\n\nhiermit bewerbe ich mich als Verkäuferin, vormittags. Am Nachmittag bin ich für meine Tochter da. Der Lebenslauf ist angehängt.\n\nRobin Vale",
        ),
        (
            "Bewerbung als Kinderpflegerin für Kinder bis drei",
            "Guten Tag,\n\nhiermit bewerbe ich mich als Kinderpflegerin. Der Lebenslauf ist angehängt.\n\nRobin Vale",
        ),
        (
            "Application for the nanny job with your son",
            "Hello,\n\nI am writing to apply for the post of nanny. My CV is attached.\n\nRobin Vale",
        ),
        (
            "Application: night porter",
            "Hello,\n\nI am writing to apply for the post of night porter. My daughter works for you. My CV is attached.\n\nRobin Vale",
        ),
    ],
)
def test_an_own_application_beside_a_child_is_one(subject: str, text: str) -> None:
    assert meaning(subject, text) is SentMeaning.APPLIED
