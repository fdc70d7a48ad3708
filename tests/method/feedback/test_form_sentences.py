"""A sentence of a form that reads like feedback: nobody is thanked for it, and it is one source."""

from __future__ import annotations

from datetime import timedelta

import pytest

from onward.applications.models import Application
from onward.method.feedback.models import Feedback
from onward.method.feedback.rules.kinds import Focus, Tag
from onward.method.feedback.rules.themes import wording_of
from onward.method.feedback.services.drafting import draft_for
from onward.method.feedback.services.lessons import (
    feedback_about,
    tag_feedback,
    themes_of,
    told_already,
)
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

pytestmark = pytest.mark.django_db

FORM = "For {role} at {company} we were looking for more experience in planning."
OWN = "You lacked experience with planning night shifts in a warehouse."


def told_no(owner: Person, company: str, *, says: str, days: int = 0) -> Application:
    """An application to a firm of its own, whose no says a sentence."""
    application = make_application(person=owner, company=company, role="Planner")
    host = company.split()[0].lower()
    no = make_message(
        person=owner,
        sender=("Kim Alder", f"kim@{host}.example"),
        text="Dear Robin,\n\nUnfortunately we chose somebody else. "
        + says.format(company=company, role="Planner")
        + "\n\nKim Alder",
        sent_at=NOW - timedelta(days=days),
    )
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    return application


def test_what_is_sent_to_other_applications_too_is_not_thanked_for(
    owner: Person,
) -> None:
    one = told_no(owner, "Oakmere Foods", says=FORM)
    assert len(told_already(story_of(owner, one))) == 1
    told_no(owner, "Quill Street", says=FORM, days=20)
    assert told_already(story_of(owner, one)) == []
    draft = draft_for(story_of(owner, one))
    assert "told me" not in draft.body
    assert "which skill" in draft.body
    # It stands among what was said all the same.
    assert feedback_about(owner, one).count() == 1


def test_words_of_their_own_beside_a_form_are_thanked_for(owner: Person) -> None:
    told_no(owner, "Quill Street", says=FORM, days=20)
    one = told_no(owner, "Oakmere Foods", says=f"{FORM} {OWN}")
    (row,) = told_already(story_of(owner, one))
    assert "night shifts" in row.text
    assert "told me" in draft_for(story_of(owner, one)).body


def test_what_reading_finds_no_more_is_not_thanked_for(owner: Person) -> None:
    one = told_no(owner, "Oakmere Foods", says=OWN)
    row = Feedback.objects.get()
    row.start, row.text = 0, "Dear Robin,"
    row.text = "Your profile was compared with those of other candidates."
    row.save()
    assert told_already(story_of(owner, one)) == []
    # What the person says of it counts.
    tag_feedback(row, tags=[Tag.SKILL], would_act=None, now=NOW)
    assert told_already(story_of(owner, one)) == [row]
    assert draft_for(story_of(owner, one), focus=Focus.NEXT).body


def test_one_form_of_three_houses_is_one_source(owner: Person) -> None:
    for company in ("Oakmere Foods", "Quill Street", "Bright Harbour"):
        told_no(owner, company, says=FORM)
    for row in Feedback.objects.all():
        tag_feedback(row, tags=[Tag.EXPERIENCE], would_act=None, now=NOW)
    assert Feedback.objects.count() == 3
    assert themes_of(owner) == []
    lacks = ("in Excel", "with forklifts")
    for company, what in zip(("Larkfield", "Moor Mills"), lacks, strict=True):
        says = f"You lacked experience {what}."
        application = told_no(owner, company, says=says)
        row = feedback_about(owner, application).get()
        tag_feedback(row, tags=[Tag.EXPERIENCE], would_act=None, now=NOW)
    (theme,) = themes_of(owner)
    assert (theme.sources, len(theme.pieces)) == (3, 5)


def test_a_form_is_known_whatever_it_is_filled_with() -> None:
    one = wording_of(
        "For Planner (2026-31) at Oakmere, you lacked 3 years.",
        names=("Oakmere", "Planner"),
    )
    other = wording_of(
        "For Cook (2025-7) at Quill  Street, you lacked 5 years.",
        names=("Quill Street", "Cook"),
    )
    assert one == other
    assert one != wording_of("For Cook, you lacked taste.", names=("Cook",))
    # A short name within a word is no name.
    assert "experience" in wording_of("more experience", names=("Ex", ""))
