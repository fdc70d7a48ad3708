"""Which folders of a mailbox are worth reading, by the server's marks and their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.mail.labels import DRAFT_NAMES, SENT_NAMES, SPAM_NAMES, TRASH_NAMES


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
    """One folder as the server lists it.

    Attributes:
        name: The whole name, parents included, decoded.
    """

    name: str
    delimiter: str
    use: Use

    @property
    def label(self) -> str:
        """Return the last part of the name, which says what is inside."""
        return self.name.split(self.delimiter)[-1] if self.delimiter else self.name


def use_of(name: str, *, delimiter: str, marks: Sequence[str]) -> Use:
    """Return what a folder is for: its marks (RFC 6154) first, then its name."""
    for mark in marks:
        if mark.lower() in _MARKS:
            return _MARKS[mark.lower()]
    if name.upper() == "INBOX":
        return Use.INBOX
    last = (name.split(delimiter)[-1] if delimiter else name).casefold()
    for names, use in _NAMES:
        if last in names:
            return use
    return Use.OTHER


def suggested(folders: Sequence[Folder]) -> frozenset[str]:
    """Return the names of the folders to read, before the person has chosen.

    Where the server has one folder with everything in it (Gmail), that one alone is
    enough; else every folder but spam, bin and drafts.
    """
    everything = [folder.name for folder in folders if folder.use is Use.ALL]
    if everything:
        return frozenset(everything)
    return frozenset(f.name for f in folders if f.use not in LEFT_OUT)
