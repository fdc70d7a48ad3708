"""What servers answer to LIST and NAMESPACE, however oddly they put it."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from imap_tools.imap_utf7 import utf7_encode

from onward.mail.imap.folders import Use, arranged, suggested
from onward.mail.imap.listing import (
    Listed,
    Namespaces,
    decoded,
    listed,
    namespaces,
    spellings,
)

CYRUS = b'(("INBOX." ".")) (("user." ".")) (("" "."))'
DOVECOT = b'(("" "/")) (("Other Users/" "/")) (("Shared/" "/")("#public/" "/"))'


def names(*lines: object) -> list[str]:
    return [folder.name for folder in listed(lines)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (b'"Bewerbungen"', "Bewerbungen"),
        (b'"Entw&APw-rfe"', "Entwürfe"),
        (b'"Bewerbungen &- Jobs"', "Bewerbungen & Jobs"),
        (b'"R&D"', "R&D"),
        (b'"Tips & Tricks"', "Tips & Tricks"),
        (b'"a&2D0AYQ-"', "a&2D0AYQ-"),
        (b'"a&AA0ACg-b"', "a&AA0ACg-b"),
        ('"Entwürfe"'.encode(), "Entwürfe"),
        (b'"a\\\\b"', "a\\b"),
        (b'"a\\b"', "a\\b"),
        (b'"say \\"hi\\""', 'say "hi"'),
        (b'"say "hi""', 'say "hi"'),
        (b"Jobs", "Jobs"),
        (b"[Gmail]/All", "[Gmail]/All"),
        (b'"Jobs" ("CHILDINFO" ("SUBSCRIBED"))', "Jobs"),
    ],
)
def test_a_folder_is_called_as_its_owner_calls_it(written: bytes, name: str) -> None:
    assert names(b'(\\HasNoChildren) "/" ' + written) == [name]


def test_a_name_may_come_as_a_text_of_its_own() -> None:
    assert names((b'(\\HasNoChildren) "." {4}', b'a"\\b'), b"") == ['a"\\b']


def test_what_is_listed_twice_is_one_folder_that_can_be_opened() -> None:
    lines = (
        b'(\\NoSelect) "/" "INBOX"',
        b'(\\HasNoChildren) "/" Inbox',
        b'() "/" "Jobs"',
        b'() "/" Jobs',
    )
    assert names(*lines) == ["Inbox", "Jobs"]
    assert all(folder.can_hold_mail for folder in listed(lines))


@pytest.mark.parametrize(
    ("written", "delimiter"), [(b'"."', "."), (b'"\\\\"', "\\"), (b"NIL", "")]
)
def test_what_parts_the_names_is_told(written: bytes, delimiter: str) -> None:
    (folder,) = listed([b"() " + written + b" Jobs"])
    assert folder.delimiter == delimiter


@given(st.lists(st.one_of(st.binary(), st.tuples(st.binary(), st.binary()))))
def test_no_answer_is_too_odd(answer: list[object]) -> None:
    listed(answer)
    namespaces(answer).is_of_others("Jobs")


@given(st.binary(min_size=1))
def test_every_name_can_be_shown_and_named_to_the_server(name: bytes) -> None:
    shown = decoded(name)
    usual, *others = spellings(shown)
    assert usual.isascii()
    for spelled in (usual, *others):
        assert not {0, 10, 13}.intersection(spelled)


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("Jobs", (b'"Jobs"',)),
        ("R&D", (b'"R&-D"', b'"R&D"')),
        ("Entwürfe", (b'"Entw&APw-rfe"', '"Entwürfe"'.encode())),
        ("a\\b", (b'"a\\\\b"',)),
    ],
)
def test_a_folder_is_named_as_imap_asks_and_then_as_it_was_listed(
    name: str, spelled: tuple[bytes, ...]
) -> None:
    assert spellings(name) == spelled


@pytest.mark.parametrize(
    ("said", "name", "is_of_others"),
    [
        (DOVECOT, "INBOX", False),
        (DOVECOT, "Sent", False),
        (DOVECOT, "Shared stories", False),
        (DOVECOT, "Other Users/anna/Sent", True),
        (DOVECOT, "Shared/team", True),
        (DOVECOT, "#public", True),
        (CYRUS, "INBOX", False),
        (CYRUS, "INBOX.Sent", False),
        (CYRUS, "user.anna.Sent", True),
        (CYRUS, "team", True),
        (b'(("" "/")) NIL NIL', "Other Users/anna", False),
        (b'(("" "/" "X-MORE" ("A" "B"))) NIL (("Team/" "/"))', "A/Sent", False),
        (b'(("" "/" "X-MORE" ("A" "B"))) NIL (("Team/" "/"))', "Team/Sent", True),
        (b'(("" "/")) (("" "/")) NIL', "Sent", False),
        (b"NIL NIL NIL", "Sent", False),
        (b"nothing of the kind", "Sent", False),
    ],
)
def test_whose_a_folder_is_says_the_longest_beginning(
    said: bytes, name: str, is_of_others: bool
) -> None:
    assert namespaces([said]).is_of_others(name) is is_of_others


def uses(
    *folders: tuple[str, tuple[str, ...]], whose: Namespaces | None = None
) -> dict[str, Use]:
    rows = [Listed(name, "/", marks) for name, marks in folders]
    return {f.name: f.use for f in arranged(rows, whose or Namespaces())}


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Trash/Old", Use.TRASH),
        ("Trash/Old/2024", Use.TRASH),
        ("Trash/Archive", Use.TRASH),
        ("Trash/Sent", Use.TRASH),
        ("Trash/Drafts", Use.DRAFTS),
        ("INBOX/Papierkorb/Alt", Use.TRASH),
        ("Drafts/Letters", Use.DRAFTS),
        ("Spam/2025", Use.SPAM),
        ("Sent/2025", Use.SENT),
        ("Sent/2025/March", Use.SENT),
        ("Sent/Archive", Use.ARCHIVE),
        # Marked by the server; the name says nothing.
        ("Weg/Alt", Use.TRASH),
        # Neighbours that stay as they are.
        ("INBOX/Jobs", Use.OTHER),
        ("Archive/2025", Use.OTHER),
        ("Archive/Sent", Use.SENT),
        ("Jobs/Trash fees", Use.OTHER),
        ("Trash collectors", Use.OTHER),
        ("Trashed/Old", Use.OTHER),
        ("Presents/Sentinel", Use.OTHER),
        ("Jobs.Trash.Old", Use.OTHER),
        ("Work/Draft beer", Use.OTHER),
        ("Spamalot/Tickets", Use.OTHER),
        ("Sent by me", Use.OTHER),
    ],
)
def test_a_folder_is_for_what_its_parent_is_for(name: str, use: Use) -> None:
    assert uses(("Weg", ("\\Trash",)), (name, ()))[name] is use


def test_a_mark_says_more_than_where_a_folder_lies() -> None:
    folders = ("Trash", ("\\Archive",)), ("Trash/Old", ()), ("Spam/X", ("\\Sent",))
    assert uses(*folders) == {
        "Trash": Use.ARCHIVE,
        "Trash/Old": Use.OTHER,
        "Spam/X": Use.SENT,
    }


def test_a_parent_that_holds_no_mail_says_what_is_in_it_too() -> None:
    folders = ("Weg", ("\\Trash", "\\NoSelect")), ("Weg/Alt", ())
    assert uses(*folders) == {"Weg/Alt": Use.TRASH}


def test_folders_of_others_are_not_suggested_and_hold_no_own_mail() -> None:
    rows = [
        Listed("INBOX", "/", ()),
        Listed("Sent", "/", ("\\Sent",)),
        Listed("Other Users/anna/Sent", "/", ("\\Sent",)),
        Listed("Other Users/anna/Sent/2025", "/", ()),
        Listed("Other Users/anna/INBOX", "/", ()),
        Listed("Shared/All", "/", ("\\All",)),
        Listed("Shared/Trash", "/", ()),
    ]
    folders = arranged(rows, namespaces([DOVECOT]))
    assert suggested(folders) == {"INBOX", "Sent"}
    found = [f.use for f in folders if f.is_of_others]
    assert found == [Use.OTHER, Use.OTHER, Use.OTHER, Use.OTHER, Use.TRASH]


def test_a_name_whose_accents_are_signs_of_their_own_is_known() -> None:
    name = utf7_encode(unicodedata.normalize("NFD", "Éléments envoyés"))
    (folder,) = arranged(listed([b'() "/" "%s"' % name]), Namespaces())
    assert folder.use is Use.SENT


def test_a_long_line_that_means_nothing_takes_no_time() -> None:
    begun = time.perf_counter()
    for line in (b"(" * 200_000, b"()" * 100_000, b"() " * 70_000 + b"("):
        assert len(names(line)) < 2
    assert time.perf_counter() - begun < 1
