"""Which folders of a mailbox are worth reading, by the server's marks and their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.mail.imap.listing import Listed, Namespaces
from onward.mail.labels import (
    DRAFT_NAMES,
    SENT_NAMES,
    SPAM_NAMES,
    TRASH_NAMES,
    known_name,
)


class Use(StrEnum):
    """What a folder is for; OTHER for one of the person's own."""

    INBOX = "inbox"
    SENT = "sent"
    ARCHIVE = "archive"
    ALL = "all"
    SPAM = "spam"
    TRASH = "trash"
    DRAFTS = "drafts"
    OTHER = "other"


LEFT_OUT = frozenset({Use.SPAM, Use.TRASH, Use.DRAFTS})
"""Folders that are read only where the person ticks them."""

_MARKS = {
    "\\sent": Use.SENT,
    "\\archive": Use.ARCHIVE,
    "\\all": Use.ALL,
    "\\junk": Use.SPAM,
    "\\spam": Use.SPAM,
    "\\trash": Use.TRASH,
    "\\drafts": Use.DRAFTS,
}
_NAMES = (
    (SENT_NAMES, Use.SENT),
    (SPAM_NAMES, Use.SPAM),
    (TRASH_NAMES, Use.TRASH),
    (DRAFT_NAMES, Use.DRAFTS),
    (frozenset({"archive", "archiv", "archives", "archivo", "archivio"}), Use.ARCHIVE),
)


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder that can hold mail, and what it is for.

    Attributes:
        name: The whole name, parents included, decoded.
        is_of_others: Somebody else's, or shared with others.
    """

    name: str
    delimiter: str
    use: Use
    is_of_others: bool = False


def arranged(listed: Sequence[Listed], whose: Namespaces) -> list[Folder]:
    """Return the folders that can hold mail, each with what it is for."""
    marks = {folder.name: folder.marks for folder in listed}
    return [
        _folder(folder, marks=marks, is_of_others=whose.is_of_others(folder.name))
        for folder in listed
        if folder.can_hold_mail
    ]


def _folder(
    listed: Listed, *, marks: Mapping[str, Sequence[str]], is_of_others: bool
) -> Folder:
    use = _use_among(listed, marks=marks)
    if is_of_others and use not in LEFT_OUT:
        # What somebody else has sent is not the person's own.
        use = Use.OTHER
    return Folder(listed.name, listed.delimiter, use, is_of_others)


def _use_among(listed: Listed, *, marks: Mapping[str, Sequence[str]]) -> Use:
    """Return what a folder is for by itself, or by the nearest parent that says it.

    A name alone says less than where it lies: a mail program that deletes the folder
    "Archive" moves it into the bin with all its mail.
    """
    marked = _marked(listed.marks)
    if marked is not None:
        return marked
    use = use_of(listed.name, delimiter=listed.delimiter, marks=())
    if use in LEFT_OUT or use is Use.INBOX:
        return use
    for parent in _parents(listed):
        above = use_of(parent, delimiter=listed.delimiter, marks=marks.get(parent, ()))
        if above in LEFT_OUT or (above is Use.SENT and use is Use.OTHER):
            return above
    return use


def _parents(listed: Listed) -> Iterator[str]:
    """Yield the names of a folder's parents, the nearest first."""
    parts = listed.name.split(listed.delimiter) if listed.delimiter else []
    for length in range(len(parts) - 1, 0, -1):
        yield listed.delimiter.join(parts[:length])


def use_of(name: str, *, delimiter: str, marks: Sequence[str]) -> Use:
    """Return what a folder is for by itself: its marks (RFC 6154) first, then its name."""
    marked = _marked(marks)
    if marked is not None:
        return marked
    if name.upper() == "INBOX":
        return Use.INBOX
    last = known_name(name.split(delimiter)[-1] if delimiter else name)
    for names, use in _NAMES:
        if last in names:
            return use
    return Use.OTHER


def _marked(marks: Sequence[str]) -> Use | None:
    known = (_MARKS.get(mark.lower()) for mark in marks)
    return next(filter(None, known), None)


def suggested(folders: Sequence[Folder]) -> frozenset[str]:
    """Return the names of the folders to read, before the person has chosen.

    Where the server has one folder with everything in it (Gmail), that one alone is
    enough; else every folder of the person's own but spam, bin and drafts.
    """
    own = [folder for folder in folders if not folder.is_of_others]
    everything = [folder.name for folder in own if folder.use is Use.ALL]
    if everything:
        return frozenset(everything)
    return frozenset(f.name for f in own if f.use not in LEFT_OUT)
