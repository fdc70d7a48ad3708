"""An own letter, and an invitation from its firm that names another house: asked about."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.services.importing import import_paths
from onward.mail.services.twins import keep_apart, twins_of
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import raw
from tests.mail.raw_mail import make_mbox

pytestmark = pytest.mark.django_db

ME = "Robin Vale <robin@person.example>"
LETTER = raw(
    number=1,
    sender=ME,
    to="staff@brackenlogistics.example",
    subject="Application for Office Clerk",
    text="Dear Sir or Madam,\n\nI would like to apply for the position of Office Clerk. Please "
    "find my CV attached.\n\nRobin Vale",
    labels="Sent",
)
GERMAN_LETTER = raw(
    number=1,
    sender=ME,
    to="info@elbkontor-spedition.example",
    subject="Bewerbung als Bürokraft",
    text="Sehr geehrte Damen und Herren,\n\nhiermit bewerbe ich mich als Bürokraft. Meine "
    "Unterlagen liegen bei.\n\nRobin Vale",
    labels="Gesendet",
)


def invite(
    *,
    number: int = 20,
    place: str = "Dispatch",
    sender: str = "Theo Wren <t.wren@brackenlogistics.example>",
    role: str = "",
) -> bytes:
    job = f" for the position of {role}" if role else ""
    text = (
        f"Hello Robin,\n\nas said on the phone, we would like to invite you to an interview{job} "
        f"at {place} on Monday 28 September 2026 at 7:30.\n\nTheo Wren\nBranch manager"
    )
    return raw(number=number, sender=sender, to=ME, subject="Trial days", text=text)


GERMAN_INVITE = raw(
    number=20,
    sender="Jana Ott <j.ott@elbkontor-spedition.example>",
    to=ME,
    subject="Probetag",
    text="Guten Tag,\n\nwie am Telefon besprochen laden wir Sie zum Vorstellungsgespräch bei der "
    "Lagerhaus Nord GmbH am Montag, 28. September 2026 um 7.30 Uhr ein.\n\nJana Ott",
)


def read(person: Person, folder: Path, *mails: bytes) -> None:
    for mail in mails:
        path = folder / f"{len(list(folder.iterdir()))}.mbox"
        path.write_bytes(make_mbox(mail))
        import_paths(person, [path], progress=quiet)


def count(person: Person) -> int:
    return Application.objects.for_person(person).filter(merged_into=None).count()


@pytest.mark.parametrize(
    "mails",
    [
        (LETTER, invite()),
        (LETTER, invite(role="Clerk")),
        (GERMAN_LETTER, GERMAN_INVITE),
    ],
)
def test_a_letter_and_what_came_of_it_under_another_name_are_asked_about(
    owner: Person, tmp_path: Path, mails: tuple[bytes, bytes]
) -> None:
    read(owner, tmp_path, *mails)
    assert count(owner) == 2
    ((other, letter),) = twins_of(owner)
    assert (other.stage, letter.stage) == ("interview", "applied")
    keep_apart(owner, other, other=letter)
    assert twins_of(owner) == []


RECEIPT = raw(
    number=10,
    sender="Theo Wren <t.wren@brackenlogistics.example>",
    to=ME,
    subject="Your application for Driver at Dispatch",
    text="Dear Robin,\n\nThank you for applying for the position of Driver at Dispatch. We have "
    "received your application.\n\nTheo Wren",
)
NEIGHBOURS = {
    "another title": (LETTER, invite(role="Lorry Driver")),
    "another domain": (LETTER, invite(sender="Theo Wren <t.wren@dispatch.example>")),
    "a mailbox of anybody's": (
        LETTER.replace(
            b"staff@brackenlogistics.example", b"brackenlogistics@gmail.com"
        ),
        invite(sender="Theo Wren <theo.wren@gmail.com>"),
    ),
    "long after": (LETTER, invite(number=240)),
    "before": (
        LETTER.replace(b"<m1@", b"<m90@").replace(b"Tue, 03 Mar", b"Mon, 01 Jun"),
        invite(),
    ),
    "of two houses": (
        LETTER,
        invite(),
        invite(number=24, place="Fellside Mills", role="Clerk"),
    ),
    "begun by itself": (LETTER, RECEIPT),
    "no invitation": (LETTER,),
    "no letter": (invite(),),
}


@pytest.mark.parametrize("which", NEIGHBOURS)
def test_what_else_comes_from_there_is_not(
    owner: Person, tmp_path: Path, which: str
) -> None:
    read(owner, tmp_path, *NEIGHBOURS[which])
    assert twins_of(owner) == []


def test_read_at_once_they_are_one(owner: Person, tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(LETTER, invite()))
    import_paths(owner, [path], progress=quiet)
    assert count(owner) == 1
