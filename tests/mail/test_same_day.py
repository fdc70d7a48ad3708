"""Another hour of the same day, and a yes in other words: what was agreed on stands."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.rules.payload import Outcome
from onward.applications.services import rounds_of
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw
from tests.mail.test_asked_to_move import BEFORE

pytestmark = pytest.mark.django_db

INVITED = (
    "Dear Robin, we would like to invite you to an interview for the post of Night Porter on "
    "Tuesday 17 March at 16:00.\n\nKim Alder"
)
UP = "Hi Robin, I'm so sorry, something has come up on Tuesday."


def talk(texts: tuple[str, ...]) -> list[bytes]:
    """Return a conversation; what Kim signs, Kim wrote."""
    return [
        raw(
            number=4 + place,
            sender=THEM if "Kim" in text.splitlines()[-1] else ME,
            to=ME if "Kim" in text.splitlines()[-1] else THEM,
            subject="Re: Interview for Night Porter",
            text=text,
            answers=3 + place if place else 2,
            labels="Inbox" if "Kim" in text.splitlines()[-1] else "Sent",
        )
        for place, text in enumerate(texts)
    ]


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("texts", "begins"),
    [
        ((INVITED, f"{UP} Would 5:15 work instead, same day?\n\nKim", "Yes, 5:15 works for me."), (17, 17, 15)),
        ((INVITED, f"{UP} Could we do 5:15pm the same day instead?\n\nKim", "Yes, that works. See you then."), (17, 17, 15)),
        ((INVITED, "Hi Robin, could we do 5:15 instead, same day?\n\nKim", "Yes, 5:15 works for me."), (17, 17, 15)),
        ((INVITED, "Hi Robin, could we do 9:45 instead, same day?\n\nKim", "Sure, 9:45 it is."), (17, 9, 45)),
        ((INVITED, "Could it be a little later, or on Thursday?", "Thursday the 19th at 1pm then? I'll move it in the diary.\n\nKim", "Thursday at 1 is ideal, thank you."), (19, 13, 0)),
    ],
)  # fmt: skip
def test_what_they_agreed_on_in_the_end_stands(
    owner: Person,
    tmp_path: Path,
    texts: tuple[str, ...],
    begins: tuple[int, int, int],
    step: int,
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(texts)][::step])
    (held,) = rounds_of(owner, Application.objects.get())
    assert held.begins(zone_name="UTC") == datetime(2026, 3, *begins, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "we have to reschedule your interview. Please call me before 5:30 today so that we can find another day.",
        "we have to reschedule Tuesday's interview. I am in meetings until 12:30, then I will send you new times.",
        "sorry, I have to postpone our interview, my daughter is ill and the doctor sees us 15:45. More soon.",
        "wir müssen Ihr Gespräch leider verschieben. Ich bin bis 12:30 in einer Besprechung, dann melde ich mich.",
    ],
)
def test_an_hour_of_something_else_is_not_the_new_one(
    owner: Person, tmp_path: Path, text: str
) -> None:
    texts = (INVITED, "Yes, Tuesday works for me.", f"Hi Robin, {text}\n\nKim")
    import_story(owner, tmp_path, [*BEFORE, *talk(texts)])
    (held,) = rounds_of(owner, Application.objects.get())
    assert held.begins(zone_name="UTC") is None
    assert held.outcome == Outcome.MOVED


@pytest.mark.parametrize(
    "answer",
    [
        "Excellent, thank you for the offer, but at 1 I have no childcare.",
        "Perfect, aber am Donnerstag kann ich nicht.",
    ],
)
def test_a_yes_with_a_but_settles_nothing(
    owner: Person, tmp_path: Path, answer: str
) -> None:
    asked = "Hi Robin, could we do Thursday the 19th at 1pm instead?\n\nKim"
    import_story(owner, tmp_path, [*BEFORE, *talk((INVITED, asked, answer))])
    (held,) = rounds_of(owner, Application.objects.get())
    assert held.begins(zone_name="UTC") == datetime(2026, 3, 17, 16, tzinfo=UTC)
