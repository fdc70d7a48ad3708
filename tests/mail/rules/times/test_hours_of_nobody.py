"""Hours that a mail names and at which nobody is met: choices, groups, calls, numbers."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from onward.mail.rules.times.when import appointment

TOLD_ON = date(2026, 9, 21)  # a Monday


@pytest.mark.parametrize(
    "text",
    [
        "Interviews take place on Friday, 25 September. Please tell us which time suits you:\n\n1) 9:00\n2) 10:30\n3) 14:00\n\nPlease bring your 2 references.",
        "The day is Friday, 25 September. You are in group B, which starts after lunch.\n\n9:00 Arrival of group A\n10:00 Test\n13:00 Arrival of group B\n14:00 Interviews",
        "Could you give me a ring on Thursday between 2 and 4 so that we can find a time?",
        "Sie können am Donnerstag zwischen 9 und 12 Uhr vorbeikommen, wann es Ihnen passt.",
        "If you have questions, you can call me between 2 and 4 on Thursday.",
        "For questions call me Thursday from 2 to 4 pm.",
        "I'm in the office Thursday from 2 to 4 if you have questions.",
        "You can reach us from 9:00 to 12:00 on Thursday.",
        "Bei Rückfragen: Donnerstag, 14 bis 16 Uhr.",
        "Bei Fragen erreichen Sie mich Donnerstag von 14 bis 16 Uhr.",
        "Sie können mich von 14 bis 16 Uhr am Donnerstag anrufen.",
        "Vous pouvez m'appeler jeudi de 14h à 16h.",
        "Puede llamarme el jueves de 14:00 a 16:00.",
        "Può chiamarmi giovedì dalle 14:00 alle 16:00.",
        "Pode ligar-me na quinta-feira das 14h às 16h.",
        "Je kunt me donderdag bellen van 14.00 tot 16.00 uur.",
        "Może Pani do mnie zadzwonić w czwartek od 14:00 do 16:00.",
        "Du kan ringa mig på torsdag kl. 14.00 till 16.00.",
        "On Thursday, please suggest 2, maybe 3 topics.",
        "Please come on Thursday and suggest 2, maybe 3 topics.",
        "For Thursday we suggest 2, maybe 3 topics.",
        "For Thursday, please propose 2.",
        "On Thursday you can suggest 3, if you like.",
        "Let's say 2, perhaps 3 pages for Thursday.",
        "Am Donnerstag geht es um 10, vielleicht 12 Themen.",
        "Pour jeudi, proposez 2, peut-être 3 sujets.",
        "Stel voor donderdag 2, misschien 3 onderwerpen voor.",
        "Perşembe günü saat 14:00 ile 16:00 arasında beni arayabilirsiniz.",
    ],
)  # fmt: skip
def test_an_hour_at_which_nobody_is_met_is_none(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) is None


@pytest.mark.parametrize(
    "text",
    [
        "Your interview is on Thursday, 14:00 to 15:00, and you can call me with any questions.",
        "Your interview is on Thursday from 2 to 3 pm, if you have questions call me.",
        "Interview Thursday 14:00 - 15:00. Any questions, ring me.",
        "I'll call you on Thursday between 2 and 4.",
        "Please call us on Thursday at 14:00.",
        "We will ask you questions on Thursday from 14:00 to 15:00.",
        "For Thursday I suggest 2.",
        "On Thursday I could also propose 2.",
        "Let's say 2 on Thursday.",
        "Donnerstag um 14, vielleicht 15 Uhr.",
        "Wir rufen Sie am Donnerstag zwischen 14 und 15 Uhr an.",
        "Ihr Gespräch ist am Donnerstag von 14 bis 15 Uhr, bei Fragen rufen Sie mich an.",
        "L'entretien aura lieu jeudi de 14h à 15h, vous pouvez m'appeler.",
    ],
)  # fmt: skip
def test_an_hour_beside_those_for_calls_is_one(text: str) -> None:
    assert appointment(text, told_on=TOLD_ON) == datetime(2026, 9, 24, 14)  # noqa: DTZ001
