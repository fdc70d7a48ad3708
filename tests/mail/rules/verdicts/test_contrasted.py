"""A day or an hour set against another one is no no: "at six, not five, the match is on"."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import ENDINGS, Verdict
from onward.mail.rules.verdicts.contrasted import sets_against
from tests.mail.rules.letters import make_message


@pytest.mark.parametrize("is_known", [False, True])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Cook", "Ruth can you make it 6 on Friday not 5, match is on"),
        ("Re: Cook", "Can you come Sunday not Saturday, there's a darts match and the place is heaving"),
        ("Re: Cook", "Could you do 4 not 3 tomorrow, we're watching the match"),
        ("Re: Your application", "I am not in on Friday, there's a match on this week. Does Thursday at 4 suit you?"),
        ("Re: Your application", "Friday does not fit us, could you come on Thursday at 4 instead?"),
        ("Re: Bewerbung Köchin", "Sie könnten am Sonntag kommen, nicht am Samstag, das passt uns besser"),
        ("Re: Bewerbung Köchin", "Der Freitag passt bei uns leider nicht, kommen Sie doch am Samstag um 10 Uhr"),
        ("Re: Ihre Bewerbung", "Das passt leider am Freitag nicht, da haben wir zu. Geht auch Montag um 15 Uhr?"),
        ("Re: Candidature", "Vous pouvez venir à 18 h vendredi et pas à 17 h, ça correspond mieux"),
        ("Re: Candidatura", "¿Puede venir el domingo y no el sábado? Así encaja mejor con el partido."),
        ("Re: Candidatura", "Può venire domenica e non sabato, così è più adatto per noi"),
        ("Re: Candidatura", "Pode vir no domingo e não no sábado, é mais adequado, há jogo"),
        ("Re: Sollicitatie", "Kun je zondag komen en niet zaterdag, dat past beter"),
        ("Re: Aplikacja", "Czy może Pani przyjść w niedzielę, a nie w sobotę, tak nam bardziej odpowiada"),
        ("Re: Ansökan", "Kan du komma på söndag och inte lördag, det passar bättre"),
        ("Re: Aşçı başvurusu", "Cumartesi değil pazar günü gelebilir misiniz, bize daha uygun"),
    ],
)  # fmt: skip
def test_another_time_is_no_no(subject: str, text: str, *, is_known: bool) -> None:
    message = make_message(subject, text)
    assert read_message(message, is_known=is_known).verdict not in ENDINGS


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: Your application", "Your experience does not match what we need for this role."),
        ("Re: Your application", "Thank you for coming on Sunday, not Saturday. You are not a good fit for our team."),
        ("Re: Your application", "We do not feel that you are a match for the role."),
        ("Re: Your application", "You came Sunday not Saturday, and your profile does not match the role."),
        ("Re: Your application", "You scored 4 not 6, and so do not match the level required for this role."),
        ("Re: Your application", "You are not 18 and so not suitable for this role."),
        ("Re: Ihre Bewerbung", "Am Freitag haben wir gesprochen, Ihr Profil passt leider nicht zu uns."),
        ("Re: Ihre Bewerbung", "Ihre Erfahrung passt leider nicht zu unseren Anforderungen."),
        ("Re: Ihre Bewerbung", "Nach Ihrem Probetag am Freitag müssen wir sagen: das passt leider nicht."),
        ("Re: Application", "You have not for Friday's round been selected."),
        ("Re: Application", "We will not on Monday be taking your application further."),
        ("Re: Candidatura", "Su candidatura no el lunes ha sido seleccionada."),
        ("Re: Ansökan", "Du är inte till fredag utvald."),
        ("Re: Aushilfe", "Passen würde uns Montag, Ihnen passt Montag nicht. Dann leider nein."),
        ("Re: Aushilfe", "Samstag und Sonntag passen Ihnen nicht, also passt es leider nicht."),
        ("Re: Aushilfe", "Der Montag passt leider nicht, und Sie passen leider auch nicht zu uns."),
        ("Re: Aushilfe", "Sie passen leider nicht: Wir brauchen Samstag, Sie können nur Montag."),
        ("Re: Your application", "We will not today or tomorrow be able to offer you this role; we chose another candidate."),
    ],
)  # fmt: skip
def test_a_no_beside_a_day_is_one(subject: str, text: str) -> None:
    reading = read_message(make_message(subject, text), is_known=True)
    assert reading.verdict is Verdict.REJECTION


def test_a_known_writers_other_time_is_asked_about() -> None:
    text = "Ruth can you make it 6 on Friday not 5, match is on"
    message = make_message("Re: Cook", text)
    reading = read_message(message, is_known=True)
    assert reading.verdict is Verdict.AMBIGUOUS
    assert [each.rule for each in reading.because] == ["another-time"]
    assert read_message(message).verdict is Verdict.OTHER
    new = replace(message, subject="Cook")
    assert read_message(new, is_known=True).verdict is Verdict.OTHER


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "6 on friday, not 5"),
        ("en", "sunday not saturday"),
        ("de", "am sonntag, nicht am samstag"),
        ("fr", "à 18 h et pas à 17 h, s'il vous plaît"),
        ("es", "el domingo y no el sábado"),
        ("it", "domenica e non sabato"),
        ("pt", "no domingo e não no sábado"),
        ("nl", "zondag en niet zaterdag"),
        ("pl", "w niedzielę, a nie w sobotę"),
        ("sv", "på söndag och inte lördag"),
        ("tr", "cumartesi değil pazar günü"),
    ],
)
def test_a_time_stands_against_another(code: str, sentence: str) -> None:
    assert sets_against(sentence, code=code)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "we are not open saturday"),
        ("en", "it does not work on friday"),
        ("en", "not friday i'm afraid"),
        ("en", "you are not 18, and we need 3 people over 18"),
        ("en", "not 100% sure about the 3 of you"),
        ("en", "no 5 bus runs here after 6, sorry about that"),
        ("de", "der freitag passt nicht"),
        ("de", "nicht 3 jahre, sondern 5 jahre erfahrung"),
        ("fr", "ce n'est pas possible vendredi"),
        ("es", "no podemos el viernes"),
        ("tr", "cuma uygun değil"),
        ("xx", "sunday not saturday"),
    ],
)
def test_a_plain_no_to_a_day_stands_against_nothing(code: str, sentence: str) -> None:
    assert not sets_against(sentence, code=code)
