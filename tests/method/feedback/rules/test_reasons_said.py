"""Reasons in wording that no rule names word for word: who was taken, what was seen, what stood in the way."""

from __future__ import annotations

import pytest

from onward.method.feedback.rules.reasons import reasons_in


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        # Who was taken, and with what.
        ("en", "We have settled on a glazier who did two winters on church roofs."),
        ("en", "I'm giving the round to Owen as he knows every farm gate on it."),
        ("en", "The trust has appointed a warden with an existing boat licence."),
        ("en", "In the end we picked one of our own."),
        ("de", "Wir nehmen die Floristin, die schon Kränze binden kann."),
        ("de", "Die Stelle geht an Frau Rau, sie spricht auch Sorbisch."),
        ("de", "Man hat sich für Ole entschieden, weil der Kran ihm vertraut ist."),
        ("de", "Der Posten wird mit einem Kollegen aus dem eigenen Haus besetzt."),
        ("de", "Die andere Bewerberin war schon drei Jahre auf dem Schiff."),
        # What was scored.
        ("en", "You scored 12 on the map reading."),
        ("en", "The essay was marked at 40 of 100."),
        ("en", "You met every criterion on the sheet."),
        ("de", "Mit 48 Punkten belegen Sie Rang 9."),
        ("de", "Die Punktgrenze im Rechenteil haben Sie knapp nicht erreicht."),
        ("de", "In Geometrie lagst du über dem Durchschnitt."),
        # What was not there, or stood in the way.
        ("en", "Criterion 2 (keeping of bees) was not evidenced."),
        ("en", "Your diving card ran out in spring."),
        ("en", "Sadly you can't do the night ferry."),
        ("en", "The turning of the bowl was rougher than we need."),
        ("en", "The only thing against you was the drive."),
        ("en", "Where it fell down was the second kiln load."),
        ("en", "Really need somebody on the aluminium side."),
        ("en", "The harbour master's client wants somebody with a tug ticket."),
        ("en", "They had hoped to see a sketch of the drain."),
        ("de", "Der Nachweis über den Tauchschein ist nicht gültig."),
        ("de", "Der Weg über den Pass war das Problem."),
        ("de", "Die lange Lücke hat dem Vorstand Sorgen gemacht."),
        ("de", "Für die kleine Werkstatt sind Sie überqualifiziert."),
        ("de", "Am Ende wollten wir jemanden, der auch Orgel spielt."),
        ("de", "Samstags brauch ich wen, der die Kasse allein macht."),
        ("de", "Die Jury hatte das Gefühl, dass Sie lieber allein malen."),
        # What was seen of the person.
        ("en", "Your bread was grand but you went quiet at the counter."),
        ("en", "You were the strongest on knots."),
        ("en", "You interviewed well on Monday."),
        ("en", "Strengths: pace, tidiness, talk with guests."),
        ("de", "In der Gruppenübung hast du die anderen gut mitgenommen."),
        ("de", "Deine Skizze vom Brunnen ist pfiffig."),
        ("de", "Sie haben ein Händchen für scheue Tiere."),
    ],
)
def test_a_reason_is_known_by_what_it_means(language: str, sentence: str) -> None:
    assert [said.text for said in reasons_in(sentence, language=language)] == [sentence]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Next spring we will need more junior potters at the quay."),
        ("en", "I thought you should have your drawings back."),
        ("en", "I'm the one who has to tell you, and I am sorry."),
        ("en", "We would love to see you on the evening course."),
        ("en", "You may lodge a protest of any test item in five days."),
        ("en", "We have chosen another candidate who has accepted."),
        ("en", "We have appointed Ms Lund, who will start on Monday."),
        ("en", "We have selected candidates with a stronger profile."),
        ("de", "Ausschlaggebend war der Vergleich mit den Anforderungen."),
        ("de", "Die Stelle ist vergeben, und die anderen wissen es schon."),
        ("de", "Wir haben uns für jemanden entschieden, der gestern zugesagt hat."),
        ("de", "Ich muss Ihnen mitteilen, dass die Wahl nicht auf Sie gefallen ist."),
        ("de", "Es ist noch nie jemand nachgerückt."),
        ("de", "Da Sie eine Behinderung angaben, war die Vertretung beteiligt."),
    ],
)
def test_news_of_the_hiring_is_no_reason(language: str, sentence: str) -> None:
    assert reasons_in(sentence, language=language) == ()


def test_a_no_says_its_reason_behind_da_although_it_begins_as_a_phrase() -> None:
    said = "Sie konnten nicht berücksichtigt werden, da der Jagdschein nicht vorlag."
    phrase = "Sie konnten nicht berücksichtigt werden, da wir viele Briefe erhielten."
    assert [each.text for each in reasons_in(said, language="de")] == [said]
    assert reasons_in(phrase, language="de") == ()


def test_a_score_ends_a_sentence_where_no_day_is_written_so() -> None:
    text = "You scored 31 of 50. Your essay was vague on dates."
    first, second = reasons_in(text, language="en")
    assert (first.text, second.text) == (text[:20], text[21:])
    assert text[second.start :] == second.text


def test_a_day_in_german_ends_none() -> None:
    text = "Im Gespräch am 5. Mai waren Ihre Antworten zu allgemein."
    assert [said.text for said in reasons_in(text, language="de")] == [text]


def test_what_to_do_about_it_follows_a_reason() -> None:
    text = "Your sea pass lapsed in June. Get it renewed and write to us again."
    assert len(reasons_in(text, language="en")) == 2
    assert reasons_in("Get it renewed and write to us again.", language="en") == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Hello,\n\nso you aren't left guessing: your plan was vague on cost.",
            "your plan was vague on cost.",
        ),
        (
            "Hallo,\n\nda Sie um ein offenes Wort gebeten hatten: Ihre Skizzen waren zu allgemein.",
            "Ihre Skizzen waren zu allgemein.",
        ),
    ],
)
def test_why_a_reason_is_told_is_not_part_of_it(text: str, reason: str) -> None:
    assert [said.text for said in reasons_in(text)] == [reason]
