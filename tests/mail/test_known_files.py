from __future__ import annotations

import os
from pathlib import Path

import pytest

from onward.mail.models import KnownFile, MailMessage, WatchedFolder
from onward.mail.parallel import ranges_of, read_range
from onward.mail.services import importing, known, watching
from onward.mail.services.importing import import_paths
from onward.mail.services.watching import (
    folders_with_news,
    look_into,
    stop_watching,
    watch,
)
from onward.mail.sources.marks import marks_of
from onward.mail.sources.mbox import MboxFile
from onward.mail.wanted import Wanted
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.raw_mail import SEPARATOR, make_mbox, make_raw, write_first_mails
from tests.mail.test_import import ledger_of

pytestmark = pytest.mark.django_db


MAILS = 24


def hiring(number: int) -> bytes:
    text = f"Thank you, we received your application as Driver number {number}.\n"
    return make_raw(text, message_id=f"<{number}@quillmoor.example>")


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small mailbox, marked as only larger ones are."""
    monkeypatch.setattr(known, "LEAST_BYTES", 1)
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(*(hiring(number) for number in range(MAILS))))
    return path


def test_a_known_file_is_not_read_again_and_counts_all_the_same(
    owner: Person, mailbox: Path
) -> None:
    first = import_paths(owner, [mailbox], progress=quiet)
    MailMessage.objects.all().delete()  # had it been read, this would come back
    again = import_paths(owner, [mailbox], progress=quiet)
    assert (again.read, again.hiring, again.new) == (first.read, first.hiring, 0)
    assert not MailMessage.objects.exists()
    whole = import_paths(owner, [mailbox], progress=quiet, reads_again=True)
    assert whole.new == first.new == MAILS


def test_only_what_was_appended_is_read(owner: Person, mailbox: Path) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    MailMessage.objects.all().delete()
    with mailbox.open("ab") as file:
        file.write(make_mbox(hiring(900), hiring(901)))
    again = import_paths(owner, [mailbox], progress=quiet)
    assert again.read == MAILS + 2
    # The last message is looked at again: it may have been half written.
    assert MailMessage.objects.count() == 3


def test_a_last_message_that_was_half_written_is_read_whole_later(
    owner: Person, mailbox: Path
) -> None:
    data = mailbox.read_bytes()
    mailbox.write_bytes(
        data + SEPARATOR + b"From: Quillmoor <jobs@quillmoor.example>\n"
    )
    import_paths(owner, [mailbox], progress=quiet)
    mailbox.write_bytes(data + make_mbox(hiring(900)))
    assert import_paths(owner, [mailbox], progress=quiet).new == 1


def test_a_file_that_was_changed_in_the_middle_is_read_whole(
    owner: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    kept = [hiring(number) for number in range(MAILS) if number != 20]
    mailbox.write_bytes(make_mbox(*kept, hiring(900)))
    MailMessage.objects.all().delete()
    assert import_paths(owner, [mailbox], progress=quiet).new == MAILS


def test_newer_rules_other_wishes_and_other_people_read_everything(
    owner: Person, outsider: Person, mailbox: Path
) -> None:
    import_paths(owner, [mailbox], progress=quiet)
    assert import_paths(outsider, [mailbox], progress=quiet).new == MAILS
    MailMessage.objects.all().delete()
    assert import_paths(owner, [mailbox], progress=quiet, with_spam=True).new == MAILS
    MailMessage.objects.all().delete()
    KnownFile.objects.update(reader="an older program")
    assert import_paths(owner, [mailbox], progress=quiet).new == MAILS


def test_marks_tell_every_move_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(os.urandom(3_000_000))
    before = marks_of(path, size=3_000_000)
    data = path.read_bytes()
    path.write_bytes(data + b"more")
    assert marks_of(path, size=3_000_000) == before
    path.write_bytes(data[:1_500_000] + data[1_500_001:] + b"x")
    assert marks_of(path, size=3_000_000) != before


def test_ranges_hold_each_message_once_wherever_they_are_cut(mailbox: Path) -> None:
    size = mailbox.stat().st_size
    whole = MboxFile(str(mailbox), size)
    wanted = [m.source for m in whole.read(position=0)]  # type: ignore[union-attr]
    separators = [source.offset for source in wanted]
    for cut in (1, 2, separators[1] - 1, separators[1], separators[1] + 1, size - 1):
        parts = [
            MboxFile(str(mailbox), size, start=0, end=cut),
            MboxFile(str(mailbox), size, start=cut, end=size),
        ]
        found = [m.source for part in parts for m in part.read(position=0)]  # type: ignore[union-attr]
        assert found == wanted


def test_several_processes_give_the_same_ledger(
    owner: Person, outsider: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = tmp_path / "sample.mbox"
    write_first_mails(sample, count=200)
    monkeypatch.setattr(importing, "LEAST_PARALLEL_BYTES", 1)
    monkeypatch.setattr("onward.mail.parallel.RANGE_BYTES", 50_000)
    assert len(ranges_of(MboxFile(str(sample), sample.stat().st_size))) > 3
    many = import_paths(owner, [sample], progress=quiet, processes=2)
    one = import_paths(outsider, [sample], progress=quiet)
    assert ledger_of(owner) == ledger_of(outsider)
    assert (many.read, many.hiring, many.junk) == (one.read, one.hiring, one.junk)


def test_a_range_is_read_without_a_database(mailbox: Path) -> None:
    source = MboxFile(str(mailbox), mailbox.stat().st_size)
    part = read_range(source, wanted=Wanted(), now=NOW, with_spam=False)
    assert (part.read, len(part.hits)) == (MAILS, MAILS)
    assert part.last_offset > 0


def test_a_watched_folder_is_read_when_something_is_new_and_never_changed(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    folder = watch(owner, str(drop), now=NOW)
    assert watch(owner, str(drop), now=NOW) == folder
    (drop / "one.eml").write_bytes(hiring(1))
    assert list(folders_with_news()) == []  # it may still be written to
    monkeypatch.setattr(watching, "SETTLED_SECONDS", 0)
    assert list(folders_with_news()) == [folder]
    assert look_into(folder, progress=quiet).new == 1
    assert list(folders_with_news()) == []
    assert [path.name for path in drop.iterdir()] == ["one.eml"]


def test_a_watched_folder_that_went_away_is_said_once(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop = tmp_path / "drop"
    drop.mkdir()
    folder = watch(owner, str(drop), now=NOW)
    drop.rmdir()
    assert list(folders_with_news()) == [folder]
    look_into(folder, progress=quiet)
    folder.refresh_from_db()
    assert "not there any more" in folder.trouble
    drop.touch()
    look_into(folder, progress=quiet)
    folder.refresh_from_db()
    assert "There is a file now" in folder.trouble
    drop.unlink()
    assert list(folders_with_news()) == []
    drop.mkdir()
    monkeypatch.setattr(watching, "SETTLED_SECONDS", 0)
    assert list(folders_with_news()) == [folder]
    look_into(folder, progress=quiet)
    folder.refresh_from_db()
    assert folder.trouble == ""


def test_a_folder_that_cannot_be_reached_holds_back_no_other(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "SETTLED_SECONDS", 0)
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    lost = watch(owner, str(circle), now=NOW)
    drop = tmp_path / "drop"
    drop.mkdir()
    (drop / "one.eml").write_bytes(hiring(1))
    other = watch(owner, str(drop), now=NOW)
    assert set(folders_with_news()) == {lost, other}
    look_into(lost, progress=quiet)
    lost.refresh_from_db()
    assert "cannot be reached" in lost.trouble


def test_news_behind_a_link_are_news(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere, drop = tmp_path / "elsewhere", tmp_path / "drop"
    elsewhere.mkdir()
    drop.mkdir()
    (drop / "mail").symlink_to(elsewhere)
    (elsewhere / "again").symlink_to(drop)
    folder = watch(owner, str(drop), now=NOW)
    monkeypatch.setattr(watching, "SETTLED_SECONDS", 0)
    assert look_into(folder, progress=quiet).new == 0
    assert list(folders_with_news()) == []
    (elsewhere / "one.eml").write_bytes(hiring(1))
    assert list(folders_with_news()) == [folder]
    assert look_into(folder, progress=quiet).new == 1


def test_of_a_large_tree_behind_a_link_a_part_is_looked_at(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    large, drop = tmp_path / "large", tmp_path / "drop"
    for number in range(30):
        (large / str(number)).mkdir(parents=True)
        (large / str(number) / "file").write_text("")
    drop.mkdir()
    for number in range(30):
        (drop / str(number)).mkdir()
    (drop / "link").symlink_to(large)
    monkeypatch.setattr(watching, "MOST_LINKED", 10)
    found = [place for place, _files in watching._folders_below(str(drop))]
    assert len(found) == 31 + 10
    assert len(set(found)) == len(found)
    assert len(list(watching._changes(str(drop)))) == 31 + 10 + 9


def test_a_file_that_is_always_written_to_holds_the_others_back_for_a_while_only(
    owner: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.eml").write_bytes(hiring(1))
    folder = watch(owner, str(tmp_path), now=NOW)
    (tmp_path / "log").write_text("busy")
    assert list(folders_with_news()) == []
    monkeypatch.setattr(watching, "MOST_WAIT_SECONDS", -1)
    assert list(folders_with_news()) == [folder]


def test_a_folder_that_is_stopped_while_it_is_read_stays_stopped(
    owner: Person, tmp_path: Path
) -> None:
    (tmp_path / "one.eml").write_bytes(make_raw())
    folder = watch(owner, str(tmp_path), now=NOW)

    def stop(*, done: int, total: int = 0, message: str = "") -> None:
        if row := WatchedFolder.objects.first():
            stop_watching(row)

    assert look_into(folder, progress=stop).new == 1
    assert not WatchedFolder.objects.exists()
