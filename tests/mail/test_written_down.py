"""An application that was written down by hand, and told of by mail besides: asked about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.applications.rules.kinds import EventKind
from onward.applications.services import add_event, merge
from onward.mail.services.importing import import_paths
from onward.mail.services.twins import keep_apart, twins_of
from onward.people.models import Person
from tests.builders import NOW, make_application, quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
HOUSE = "Harbour Office <jobs@harbouroffice.example>"
RECEIVED = datetime(2026, 3, 4, 9, tzinfo=UTC)
"""When mail number 2 was sent."""


def receipt(number: int = 2, *, role: str = "Clerk") -> bytes:
    text = (
        f"Dear Robin,\n\nThank you for applying for the position of {role} at Harbour Office. "
        "We have received your application.\n\nHarbour Office"
    )
    subject = f"Your application for {role}"
    return raw(number=number, sender=HOUSE, to=ME, subject=subject, text=text)


NO = raw(
    number=30,
    sender=HOUSE,
    to=ME,
    subject="Your application for Clerk",
    text="Dear Robin,\n\nThank you for your interest in the position of Clerk at Harbour "
    "Office. We are sorry to tell you that we will not be moving forward with your "
    "application.\n\nHarbour Office",
)
GERMAN = raw(
    number=2,
    sender="Stadtbau Hohenried <jobs@stadtbau-hohenried.example>",
    to=ME,
    subject="Ihre Bewerbung als Buchhalter",
    text="Guten Tag,\n\nvielen Dank für Ihre Bewerbung als Buchhalter (m/w/d) bei der Stadtbau "
    "Hohenried GmbH. Ihre Unterlagen sind bei uns eingegangen.\n\nStadtbau Hohenried GmbH",
)


def read(person: Person, folder: Path, *mails: bytes) -> None:
    path = folder / f"{len(list(folder.iterdir()))}.mbox"
    path.write_bytes(make_mbox(*mails))
    import_paths(person, [path], progress=quiet)


def by_hand(
    person: Person,
    *,
    company: str = "Harbour Office",
    role: str = "Clerk",
    applied_at: datetime | None = RECEIVED - timedelta(days=1),
    events: tuple[tuple[EventKind, datetime], ...] = (),
    **facts: str,
) -> Application:
    return make_application(
        person=person,
        company=company,
        role=role,
        applied_at=applied_at,
        events=events,
        **facts,
    )


def asked(person: Person) -> list[set[str]]:
    return [{one.role, other.role} for one, other in twins_of(person)]


@pytest.mark.parametrize("mails", [(receipt(),), (receipt(), NO)])
@pytest.mark.parametrize("is_first", [True, False])
def test_what_was_written_down_and_its_receipt_are_asked_about(
    owner: Person, tmp_path: Path, mails: tuple[bytes, ...], is_first: bool
) -> None:
    if is_first:
        by_hand(owner)
    read(owner, tmp_path, *mails)
    if not is_first:
        by_hand(owner)
    assert asked(owner) == [{"Clerk"}]


@pytest.mark.parametrize(
    ("company", "role"),
    [
        ("Stadtbau Hohenried", "Buchhalter"),
        ("Stadtbau Hohenried GmbH", "Buchhalter (m/w/d)"),
        ("STADTBAU HOHENRIED", "buchhalter"),
    ],
)
def test_a_name_and_a_title_spelled_otherwise_are_the_same(
    owner: Person, tmp_path: Path, company: str, role: str
) -> None:
    by_hand(owner, company=company, role=role)
    read(owner, tmp_path, GERMAN)
    assert len(twins_of(owner)) == 1


def test_what_went_on_by_hand_and_by_mail_is_asked_about_too(
    owner: Person, tmp_path: Path
) -> None:
    talk = (EventKind.INTERVIEW, RECEIVED + timedelta(days=9))
    mine = by_hand(owner, events=(talk,))
    read(owner, tmp_path, receipt(), NO)
    ((first, second),) = twins_of(owner)
    assert mine in (first, second)


def test_what_was_only_saved_is_asked_about(owner: Person, tmp_path: Path) -> None:
    mine = by_hand(owner, applied_at=None)
    Application.objects.filter(pk=mine.pk).update(last_moved_at=RECEIVED)
    read(owner, tmp_path, receipt())
    assert [other for _, other in twins_of(owner)] == [mine]


def test_joined_they_are_asked_about_no_more(owner: Person, tmp_path: Path) -> None:
    by_hand(owner)
    read(owner, tmp_path, receipt())
    ((first, second),) = twins_of(owner)
    merge(owner, first, other=second, now=NOW)
    assert twins_of(owner) == []
    by_hand(owner, applied_at=RECEIVED + timedelta(days=60))
    assert twins_of(owner) == []


def test_two_that_the_person_keeps_apart_are_two(owner: Person, tmp_path: Path) -> None:
    by_hand(owner)
    read(owner, tmp_path, receipt())
    ((first, second),) = twins_of(owner)
    keep_apart(owner, first, other=second)
    assert twins_of(owner) == []


@pytest.mark.parametrize(
    "facts",
    [
        {"role": "Cook"},
        {"role": "Senior Clerk", "applied_at": RECEIVED - timedelta(days=9)},
        {"role": "Clerk, Night Shift", "applied_at": RECEIVED - timedelta(days=9)},
        {"company": "Fellside Mills"},
        {"company": "Mere Bakery"},
        {"applied_at": RECEIVED - timedelta(days=5)},
        {"applied_at": RECEIVED + timedelta(days=90)},
        {"applied_at": RECEIVED - timedelta(days=700)},
        {"role": ""},
    ],
)
def test_what_else_was_written_down_is_another(
    owner: Person, tmp_path: Path, facts: dict[str, str | datetime]
) -> None:
    by_hand(owner, **facts)  # type: ignore[arg-type]
    read(owner, tmp_path, receipt())
    assert twins_of(owner) == []


def test_two_receipts_of_one_title_are_two_openings(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt(2), receipt(3, role="Porter"))
    assert twins_of(owner) == []


def test_two_that_were_both_written_down_are_two(owner: Person) -> None:
    by_hand(owner)
    by_hand(owner)
    assert twins_of(owner) == []


def test_two_numbers_are_two_openings(owner: Person, tmp_path: Path) -> None:
    mine = by_hand(owner, requisition="R-20418")
    read(owner, tmp_path, receipt())
    theirs = Application.objects.for_person(owner).exclude(pk=mine.pk).get()
    Application.objects.filter(pk=theirs.pk).update(requisition="R-77310")
    assert twins_of(owner) == []


def test_what_is_put_away_is_not_asked_about(owner: Person, tmp_path: Path) -> None:
    mine = by_hand(owner)
    read(owner, tmp_path, receipt())
    Application.objects.filter(pk=mine.pk).update(is_archived=True)
    assert twins_of(owner) == []


def test_a_word_by_hand_on_what_mail_began_makes_it_no_second(
    owner: Person, tmp_path: Path
) -> None:
    read(owner, tmp_path, receipt())
    only = Application.objects.for_person(owner).get()
    add_event(owner, only, kind=EventKind.INTERVIEW, at=NOW, now=NOW)
    assert twins_of(owner) == []
