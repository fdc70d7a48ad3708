from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from onward.documents import blobs
from onward.documents.models import Document, Version
from onward.documents.rules.kinds import DocumentKind, Problem, ReadState, SectionKind
from onward.documents.services import (
    add_file,
    delete_version,
    keep_file,
    library,
    mark_sent,
    missing_files,
    read_again,
    rename,
    sent_with,
    take_back_sent,
)
from onward.jobs.models import Job
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.documents import files
from tests.documents.conftest import Worker
from tests.documents.make import make_version


def test_a_file_is_kept_read_and_told_apart(owner: Person, work: Worker) -> None:
    version = make_version(person=owner, name="CV.pdf", data=files.pdf())
    assert version.state == ReadState.WAITING
    assert work() == 1
    version.refresh_from_db()
    assert version.is_read
    assert [section.kind for section in version.found_sections][:2] == [
        SectionKind.TOP,
        SectionKind.SUMMARY,
    ]
    assert version.pages == 1


def test_files_lie_by_their_digest_readable_by_their_owner_alone(
    owner: Person, files_of_this_test: Path
) -> None:
    version = make_version(person=owner)
    path = blobs.blob_path(owner, version.digest)
    assert path.read_text() == files.RESUME_TEXT
    kept = [files_of_this_test, *files_of_this_test.rglob("*")]
    assert all(not stat.S_IMODE(p.stat().st_mode) & 0o077 for p in kept)
    assert [p for p in kept if p.is_file()] == [path]


def test_the_same_bytes_are_one_version_whatever_they_are_called(
    owner: Person, outsider: Person
) -> None:
    first = make_version(person=owner, name="CV.txt")
    again = add_file(
        owner,
        file_name="Other name.txt",
        chunks=[files.RESUME_TEXT.encode()],
        kind=DocumentKind.RESUME,
        now=NOW,
    )
    assert (again.version, again.is_new) == (first, False)
    assert make_version(person=outsider).pk != first.pk
    assert Version.objects.for_person(owner).count() == 1


def test_a_file_of_a_known_name_is_the_next_version(owner: Person) -> None:
    first = make_version(person=owner, name="My CV.txt")
    second = make_version(person=owner, name="my_cv.md", text="# Changed")
    letter = make_version(
        person=owner, name="My CV.txt", text="Dear", kind=DocumentKind.LETTER
    )
    assert second.document == first.document
    assert (first.number, second.number, letter.number) == (1, 2, 1)
    assert letter.document != first.document


def test_a_name_longer_than_is_kept_is_known_again(owner: Person) -> None:
    for words in (b"First", b"Second"):
        add_file(
            owner,
            file_name="cv.txt",
            chunks=[words],
            kind=DocumentKind.RESUME,
            name="Résumé " + "x" * 250,
            now=NOW,
        )
    (document,) = Document.objects.for_person(owner)
    assert document.versions.count() == 2


def test_a_version_of_a_chosen_document_joins_it(owner: Person) -> None:
    first = make_version(person=owner)
    second = make_version(
        person=owner, name="Other.txt", text="Other", document=first.document
    )
    assert second.document == first.document
    assert [d.name for d in library(owner)] == ["CV"]
    assert [v.number for v in library(owner)[0].versions.all()] == [2, 1]


def test_a_number_is_not_given_twice_while_a_later_version_is_there(
    owner: Person,
) -> None:
    first = make_version(person=owner)
    make_version(person=owner, text="Two")
    delete_version(owner, first)
    assert make_version(person=owner, text="Three").number == 3


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"", Problem.EMPTY), (files.scanned_pdf(), Problem.NO_TEXT)],
)
def test_a_bad_file_is_kept_with_its_problem_and_nothing_else_is_touched(
    owner: Person, work: Worker, data: bytes, problem: Problem
) -> None:
    good = make_version(person=owner)
    bad = make_version(person=owner, name="scan.pdf", data=data)
    work()
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, bad.problem) == (ReadState.UNREADABLE, problem)
    assert blobs.is_kept(owner, bad.digest)
    assert good.is_read


def test_a_hundred_megabytes_are_kept_and_not_read(owner: Person, work: Worker) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"%PDF-1.7\n"
        for _megabyte in range(100):
            yield bytes(1_000_000)

    version = add_file(
        owner,
        file_name="big.pdf",
        chunks=chunks(),
        kind=DocumentKind.RESUME,
        now=NOW,
    ).version
    assert work() == 0
    assert version.problem == Problem.TOO_LARGE
    assert blobs.blob_path(owner, version.digest).stat().st_size == version.size


def test_a_broken_stream_leaves_nothing_behind(
    owner: Person, files_of_this_test: Path
) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        add_file(
            owner,
            file_name="CV.pdf",
            chunks=chunks(),
            kind=DocumentKind.RESUME,
            now=NOW,
        )
    assert [p for p in files_of_this_test.rglob("*") if p.is_file()] == []
    assert not Document.objects.exists()


def test_deleting_the_last_version_deletes_the_document_and_its_file(
    owner: Person,
) -> None:
    version = make_version(person=owner)
    delete_version(owner, version)
    assert not Document.objects.exists()
    assert not blobs.is_kept(owner, version.digest)


def test_a_file_that_an_advert_names_too_stays(owner: Person) -> None:
    application = make_application(person=owner)
    version = make_version(person=owner)
    keep_file(
        owner,
        application,
        file_name="advert.txt",
        chunks=[files.RESUME_TEXT.encode()],
        now=NOW,
    )
    delete_version(owner, version)
    assert blobs.is_kept(owner, version.digest)


def test_a_deleted_version_is_no_longer_among_what_was_sent(owner: Person) -> None:
    application = make_application(person=owner)
    version = make_version(person=owner)
    event = mark_sent(owner, application, version, now=NOW)
    delete_version(owner, version)
    assert sent_with(owner, application) == []
    event.refresh_from_db()
    assert event.payload["title"] == "CV, version 1"


def test_a_number_that_a_timeline_names_is_given_to_no_other_file(
    owner: Person, outsider: Person
) -> None:
    application = make_application(person=owner)
    first, second = (make_version(person=owner, text=text) for text in ("a", "b"))
    mark_sent(owner, application, second, now=NOW)
    delete_version(owner, second)
    third = make_version(person=owner, text="c")
    assert (third.document, third.number) == (first.document, 3)
    delete_version(owner, third)
    assert make_version(person=owner, text="d").number == 3
    assert make_version(person=owner, name="CV, version 2", text="e").number == 1
    assert make_version(person=outsider, text="f").number == 1


def test_nor_where_the_document_went_with_its_last_version(owner: Person) -> None:
    version = make_version(person=owner)
    event = mark_sent(owner, make_application(person=owner), version, now=NOW)
    take_back_sent(owner, event, now=NOW)
    delete_version(owner, version)
    assert make_version(person=owner, text="b").number == 2


def test_a_version_deleted_before_it_was_read_is_no_trouble(
    owner: Person, work: Worker
) -> None:
    version = make_version(person=owner)
    delete_version(owner, version)
    assert work() == 1
    assert Job.objects.get().state == "done"


def test_a_file_gone_from_the_disk_is_noticed(owner: Person, work: Worker) -> None:
    version = make_version(person=owner)
    blobs.blob_path(owner, version.digest).unlink()
    assert missing_files(owner) == [version]
    work()
    version.refresh_from_db()
    assert version.problem == Problem.GONE_FROM_DISK
    blobs.keep(owner, [files.RESUME_TEXT.encode()])
    read_again(owner, version)
    work()
    version.refresh_from_db()
    assert version.is_read
    assert missing_files(owner) == []


def test_a_document_can_be_called_something_else(owner: Person) -> None:
    version = make_version(person=owner)
    rename(owner, version.document, name=" Letter ", kind=DocumentKind.LETTER)
    version.document.refresh_from_db()
    assert (version.document.name, version.document.kind) == ("Letter", "letter")
