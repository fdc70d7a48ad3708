"""What a file is by its first bytes, and what its name says."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from onward.mail.labels import decoded_name
from onward.mail.problems import ProblemKind
from onward.mail.sources.mbox import is_separator


class Kind(Enum):
    """What kind of mail a file holds."""

    MBOX = "mbox"
    MESSAGE = "message"
    OUTLOOK = "outlook"
    ARCHIVE = "archive"


MESSAGE_SUFFIXES = (".eml", ".emlx")
SNIFFED_BYTES = 2048
ARCHIVE_SUFFIXES = (".zip", ".tgz", ".tar", ".gz", ".bz2", ".xz")
STORE_SUFFIXES = (".pst", ".ost")
TABLE_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".ods")
MBOX_SUFFIXES = (".mbox", ".mbx", ".mbs")

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_CLOSED_ARCHIVES = (b"7z\xbc\xaf", b"Rar!")
_TAR_MARK = slice(257, 262)
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_OUTLOOK_STORE = b"!BDN"
_OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_LINE = re.compile(rb"[A-Za-z][\w.-]*[ \t]*:(?:[ \t\S]|\r?\n[ \t]+\S)")
_ODD_HEADER_LINE = re.compile(rb"(?:\d+[ \t]*\r?\n)?(?:>From |[!-9;-~]+[ \t]*:)")
_MAIL_HEADERS = re.compile(
    rb"(?im)^(?:from|to|date|subject|received|message-id|return-path|mime-version"
    rb"|delivered-to|x-[\w-]+):"
)
_OF_PROGRAMS = re.compile(rb"(?im)^(?:message-id|received|mime-version|return-path):")
# A Maildir writes flags behind the name; where ":" may not be in one, another sign stands.
_FLAGS = re.compile(r"[:;!_]2,([A-Za-z]*)$")
_PACKING = re.compile(r"\.(?:gz|bz2|xz)$", re.IGNORECASE)
_MAIL_FOLDER = re.compile(
    r"\.(?:(?:sbd|eml|emlx|msg)|(?:mbox|mbx|mbs)(?:\.(?:gz|bz2|xz))?)$", re.IGNORECASE
)


_MARKS: dict[bytes, Kind | ProblemKind] = {
    **dict.fromkeys(_CLOSED_ARCHIVES, ProblemKind.ARCHIVE),
    _OUTLOOK_STORE: ProblemKind.OUTLOOK_STORE,
    _OUTLOOK_MESSAGE: Kind.OUTLOOK,
}


def kind_of(start: bytes) -> Kind | ProblemKind:
    """Return what a file is by its first bytes, or what is wrong with it.

    A message may be saved in UTF-16, as Windows programs do; of a mailbox none is known.
    """
    if start.startswith(UTF_16_MARKS):
        kind = kind_of(start.decode("utf-16", "ignore").encode())
        return kind if kind is Kind.MESSAGE else ProblemKind.NOT_MAIL
    words = start.lstrip(b"\xef\xbb\xbf\r\n\t ")
    if not words.strip(b"\0"):
        return ProblemKind.NOT_MAIL if words else ProblemKind.EMPTY
    if start.startswith(_ARCHIVES) or start[_TAR_MARK] == b"ustar":
        return Kind.ARCHIVE
    for mark, kind in _MARKS.items():
        if start.startswith(mark):
            return kind
    first_line, _, rest = words.partition(b"\n")
    if words.startswith(b"From ") and (
        is_separator(words, follows_blank=True) or _HEADER_LINE.match(rest)
    ):
        return Kind.MBOX
    if first_line.strip().isdigit():
        words = rest
    if _HEADER_LINE.match(words) and _MAIL_HEADERS.search(words):
        return Kind.MESSAGE
    return ProblemKind.NOT_MAIL


def kind_of_chosen(name: str, start: bytes) -> Kind | ProblemKind:
    """Return what a file is that somebody pointed at; one named as a message may begin oddly.

    In a folder it is read by its name, and so it is alone.
    """
    kind = kind_of(start)
    if kind is not ProblemKind.NOT_MAIL or not name.lower().endswith(MESSAGE_SUFFIXES):
        return kind
    words = start.lstrip(b"\xef\xbb\xbf\r\n")
    is_one = _ODD_HEADER_LINE.match(words) and _MAIL_HEADERS.search(words)
    return Kind.MESSAGE if is_one else kind


def is_mail(name: str, start: bytes) -> bool:
    """Return whether a file is mail by its first bytes, and no list whose lines look like it.

    "Date: 1 May" can stand above a table; what only programs write stands in mail.
    """
    kind = kind_of(start)
    if kind is Kind.MESSAGE:
        is_named = name.lower().endswith(MESSAGE_SUFFIXES)
        return is_named or _OF_PROGRAMS.search(start) is not None
    return kind is Kind.MBOX or (kind is Kind.OUTLOOK and name.lower().endswith(".msg"))


def folder_labels(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folder names that file and folder names stand for, endings removed.

    A Maildir writes a path as one name (".Archive.Sent"): its last word counts.
    """
    labels = []
    for name in names:
        bare = _shown(_MAIL_FOLDER.sub("", name))
        if bare.startswith("."):
            bare = bare.rpartition(".")[2]
        if bare and bare not in ("cur", "new", "mbox", "messages"):
            labels.append(bare)
    return tuple(labels)


def _shown(name: str) -> str:
    """Return a folder's name as people read it: mail servers write ".Entw&APw-rfe"."""
    return unicodedata.normalize("NFC", decoded_name(name))


def unpacked_name(name: str) -> str:
    """Return the name that a packed file has once it is unpacked: "Sent.mbox.gz" is "Sent.mbox"."""
    return _PACKING.sub("", name)


def flag_labels(name: str) -> tuple[str, ...]:
    """Return the folders in which a Maildir's message stands by its flags: D and T.

    Mail programs mark a draft and what is to be deleted, and leave it where it lies.
    """
    found = _FLAGS.search(name)
    if found is None:
        return ()
    labels = {"D": "Drafts", "T": "Trash"}
    return tuple(label for flag, label in labels.items() if flag in found[1])


def without_flags(name: str) -> str:
    """Return what stays of a Maildir's file name when a mail program changes its flags."""
    return _FLAGS.sub("", name)


def is_in_maildir(names: tuple[str, ...]) -> bool:
    """Return whether a file lies in a Maildir's folder of messages, by its path's parts."""
    return len(names) > 1 and names[-2] in ("cur", "new")
