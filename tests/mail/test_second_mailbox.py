"""A second mailbox of the person's, without folders: its own address is known by its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import ME, THEM, letters_of_firms, raw, story, without_labels
from tests.mail.raw_mail import make_mbox
from tests.mail.test_sent import invitation_of_own

pytestmark = pytest.mark.django_db

SECOND = b"R. Vale <r.vale@altmail.example>"


def first_mailbox() -> list[bytes]:
    return [*story()[:3], *letters_of_firms(5)]


def second_mailbox(count: int = 4) -> list[bytes]:
    """Other firms write to the second address, from which the person writes too."""
    letters = [
        letter.replace(b"<m4", b"<m9").replace(b"jobs@", b"people@new-")
        for letter in letters_of_firms(count)
    ]
    own = invitation_of_own().replace(b"<m4@", b"<m99@")
    return [
        each.replace(ME.encode(), SECOND) for each in without_labels([*letters, own])
    ]


def write(path: Path, messages: list[bytes]) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(make_mbox(*messages))
    return path


def own_addresses_read() -> set[str]:
    own = MailMessage.objects.filter(is_sent=True)
    return set(own.values_list("sender_address", flat=True))


@pytest.mark.parametrize("step", [1, -1])
def test_what_was_written_from_the_second_mailbox_is_the_persons_own(
    owner: Person, tmp_path: Path, step: int
) -> None:
    paths = [
        write(tmp_path / "all.mbox", first_mailbox()),
        write(tmp_path / "Inbox", second_mailbox()),
    ]
    import_paths(owner, paths[::step], progress=quiet)
    assert not Event.objects.filter(kind=EventKind.INTERVIEW).exists()
    assert own_addresses_read() == {"robin@person.example", "r.vale@altmail.example"}


@pytest.mark.parametrize("step", [1, -1])
def test_so_it_is_where_the_mailboxes_are_read_one_after_the_other(
    owner: Person, tmp_path: Path, step: int
) -> None:
    paths = [
        write(tmp_path / "all.mbox", first_mailbox()),
        write(tmp_path / "Inbox", second_mailbox()),
    ]
    for path in paths[::step]:
        import_paths(owner, [path], progress=quiet)
    assert not Event.objects.filter(kind=EventKind.INTERVIEW).exists()


def test_a_folder_of_single_mails_is_one_mailbox(owner: Person, tmp_path: Path) -> None:
    first = write(tmp_path / "first" / "all.mbox", first_mailbox())
    folder = tmp_path / "second"
    folder.mkdir()
    for number, message in enumerate(second_mailbox()):
        (folder / f"{number}.eml").write_bytes(message)
    import_paths(owner, [first, folder], progress=quiet)
    assert not Event.objects.filter(kind=EventKind.INTERVIEW).exists()


def test_whom_firms_write_to_beside_the_person_in_one_file_stays_somebody_else(
    owner: Person, tmp_path: Path
) -> None:
    """A friend who hands adverts on stands beside the person in all mail of a folder."""
    theirs = raw(
        number=3,
        sender=THEM,
        to=ME,
        subject="Interview for Night Porter",
        text="We would like to invite you to an interview for the role of Night Porter.",
    )
    both = [*letters_of_firms(5, also_to=THEM), theirs]
    other = [each.replace(b"<m4", b"<m8") for each in letters_of_firms(5)]
    other = [each.replace(b"jobs@", b"people@new-") for each in other]
    paths = [
        write(tmp_path / "all.mbox", [*other, *story()[:1]]),
        write(tmp_path / "Inbox", without_labels(both)),
    ]
    import_paths(owner, paths, progress=quiet)
    assert Event.objects.filter(kind=EventKind.INTERVIEW).count() == 1
    assert own_addresses_read() == {"robin@person.example"}


def test_whom_few_write_to_in_one_file_stays_somebody_else(
    owner: Person, tmp_path: Path
) -> None:
    paths = [
        write(tmp_path / "all.mbox", first_mailbox()),
        write(tmp_path / "Inbox", second_mailbox(3)),
    ]
    import_paths(owner, paths, progress=quiet)
    assert own_addresses_read() == {"robin@person.example"}
