"""What was written looking back is there when applications are joined, and when they part."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from onward.applications.models import Application
from onward.applications.services import merge, take_back
from onward.method.reflection.models import Debrief, Experiment, Reflection
from onward.method.reflection.rules.asking import Answer, Question, Theme
from onward.method.reflection.rules.patterns import By
from onward.method.reflection.services import (
    cases,
    experiments,
    keep_debrief,
    keep_reflection,
    reflection_of,
    reflections_of,
)
from onward.people.models import Person
from tests.builders import NOW, make_application

pytestmark = pytest.mark.usefixtures("still_clock")
DAY = timedelta(days=1)
EARLIER = "Said before they were joined"


def page(client: Client, row: Application) -> str:
    answer = client.get(f"/reflection/application/{row.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def look_back(
    person: Person, row: Application, *, answer: Answer, words: str = "", days: int = 0
) -> Reflection:
    return keep_reflection(
        person,
        row,
        mine=80,
        answers={Question.TAILORED: answer},
        next_time=words,
        now=NOW + days * DAY,
    )


@pytest.fixture
def part(owner: Person) -> Application:
    """An application with all that can be written of it, joined with another later."""
    part = make_application(person=owner, company="Fernhill", applied_at=NOW - 60 * DAY)
    look_back(owner, part, answer=Answer.YES, words="Try a call first")
    keep_debrief(
        owner,
        part,
        interview=None,
        held_on=NOW.date(),
        questions=[("Why us?", Theme.OTHER)],
        went_well="I stayed calm.",
        to_practise="",
        now=NOW,
    )
    return part


@pytest.fixture
def head(owner: Person) -> Application:
    return make_application(person=owner, company="Fernhill", applied_at=NOW - 60 * DAY)


def join(person: Person, head: Application, part: Application) -> None:
    merge(person, head, other=part, now=NOW)
    for row in (head, part):
        row.refresh_from_db()


def test_joined_what_was_written_of_a_part_is_on_the_page(
    owner: Person, owner_client: Client, head: Application, part: Application
) -> None:
    join(owner, head, part)
    html = page(owner_client, part)
    for words in ("Change it", "Try a call first", "I stayed calm.", "Why us?"):
        assert words in html
    assert EARLIER not in html
    assert reflection_of(owner, head) == Reflection.objects.get()


def test_said_again_what_was_said_of_the_part_stays_beneath_and_parts_with_it(
    owner: Person, owner_client: Client, head: Application, part: Application
) -> None:
    joined = merge(owner, head, other=part, now=NOW)
    head.refresh_from_db()
    own = look_back(owner, head, answer=Answer.NO, words="Try a call first", days=1)
    part.refresh_from_db()
    before = Reflection.objects.get(application=part)
    assert reflections_of(owner, part) == [own, before]
    assert before.answer(Question.TAILORED) == Answer.YES
    assert EARLIER in page(owner_client, head)
    assert Experiment.objects.count() == 1
    take_back(owner, joined, now=NOW)
    for row, kept in ((head, own), (part, before)):
        row.refresh_from_db()
        assert reflections_of(owner, row) == [kept]
    assert list(experiments(owner).filter(application=part)) == [
        Experiment.objects.get()
    ]
    assert Debrief.objects.get().application == part


def test_each_is_deleted_by_itself_and_pressed_twice_once(
    owner: Person, owner_client: Client, head: Application, part: Application
) -> None:
    look_back(owner, head, answer=Answer.NO)
    join(owner, head, part)
    for _ in range(2):
        owner_client.post(f"/reflection/application/{head.pk}/forget/")
    (left,) = reflections_of(owner, head)
    assert left.application == part
    owner_client.post(f"/reflection/application/{part.pk}/forget/")
    assert not Reflection.objects.exists()


@pytest.mark.parametrize(
    ("own", "counted"), [(None, "yes"), (Answer.NO, "no"), (Answer.NOT_MINE, None)]
)
def test_patterns_count_what_was_said_of_a_part_unless_it_was_said_again(
    owner: Person,
    head: Application,
    part: Application,
    own: Answer | None,
    counted: str | None,
) -> None:
    if own is not None:
        look_back(owner, head, answer=own, days=-1)
    join(owner, head, part)
    (case,), _unread = cases(owner, now=NOW)
    assert case.groups.get(By.SAID_TAILORED) == counted


@pytest.mark.postgresql
def test_what_waits_stands_before_what_was_tried_or_let_go(owner: Person) -> None:
    row = make_application(person=owner)
    for number in range(4):
        look_back(owner, row, answer=Answer.YES, words=f"{number}", days=number)
    own = Experiment.objects.for_person(owner)
    own.filter(words="3").update(tried_at=NOW)
    own.filter(words="2").update(let_go_at=NOW)
    assert [each.words for each in experiments(owner)] == ["1", "0", "2", "3"]
