"""What can be wrong with a person's mail files, each as one sentence to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ProblemKind(StrEnum):
    """The code of each problem; the sentence lives in SENTENCES."""

    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    NOT_MAIL = "not_mail"
    TABLE = "table"
    EMPTY = "empty"
    ARCHIVE = "archive"
    LOCKED = "locked"
    SOME_LOCKED = "some_locked"
    DAMAGED_ARCHIVE = "damaged_archive"
    NO_END = "no_end"
    OUTLOOK = "outlook"
    OUTLOOK_STORE = "outlook_store"
    PACKED_TWICE = "packed_twice"
    NO_MAIL_INSIDE = "no_mail_inside"
    TRUNCATED = "truncated"
    CHANGED = "changed"
    UNREADABLE_FILE = "unreadable_file"
    TOO_LARGE = "too_large"
    UNREADABLE_MESSAGE = "unreadable_message"
    NOT_GIVEN = "not_given"


SENTENCES: Mapping[ProblemKind, str] = {
    ProblemKind.NOT_FOUND: (
        "{path} is not there: check the name, or choose the file again."
    ),
    ProblemKind.NO_PERMISSION: (
        "{path} is closed to this account: make it readable for you, "
        "then import it again."
    ),
    ProblemKind.NOT_MAIL: (
        "{path} holds no mail that can be read here: choose an mbox file, "
        "a Maildir, an archive of them, or .eml files."
    ),
    ProblemKind.TABLE: (
        "{path} is a table and holds no mail: if it lists your applications, take it in "
        "under In and out (or with onward import-list)."
    ),
    ProblemKind.EMPTY: (
        "{path} is empty: export it again, or leave it out if nothing was in it."
    ),
    ProblemKind.ARCHIVE: (
        "{path} is packed in a way that cannot be read in place: unpack it, then import "
        "the folder that comes out."
    ),
    ProblemKind.LOCKED: (
        "{path} is locked with a password: unpack it, then import what comes out."
    ),
    ProblemKind.SOME_LOCKED: (
        "Some files in {path} are locked with a password: unpack it, then import what "
        "comes out."
    ),
    ProblemKind.NO_END: (
        "{path} may break off, since nothing marks its end: all that is there was read; "
        "if mail is missing, download it again."
    ),
    ProblemKind.DAMAGED_ARCHIVE: (
        "{path} breaks off or is damaged: what came before was read; download it again "
        "to have the rest."
    ),
    ProblemKind.OUTLOOK: (
        "{path} is in Outlook's own format: save the mail as .msg, .eml "
        "or mbox, then import that."
    ),
    ProblemKind.OUTLOOK_STORE: (
        "{path} is a data file of Outlook, which is not read here: open it in Outlook, "
        "drag the messages into a folder and import that, or add the mailbox itself "
        "under Mail."
    ),
    ProblemKind.PACKED_TWICE: (
        "{path} is an archive inside another, and larger than {megabytes} MB or packed "
        "once more: unpack the outer one, then import the folder that comes out."
    ),
    ProblemKind.NO_MAIL_INSIDE: (
        "{path} has no mail inside: choose the folder that holds mbox files, "
        "a Maildir, an archive of them, or .eml files."
    ),
    ProblemKind.TRUNCATED: (
        "{path} ends in the middle of its last message (byte {offset}): what is there "
        "was read; export it again to have the rest."
    ),
    ProblemKind.CHANGED: (
        "{path} changed or went away while it was read (at byte {offset}): what came "
        "before was read; import it again once nothing writes to it."
    ),
    ProblemKind.UNREADABLE_FILE: (
        "{path} could not be read on from byte {offset} ({reason}): check the disk "
        "or the connection to it, then import it again."
    ),
    ProblemKind.TOO_LARGE: (
        "{path} holds a message of {megabytes} MB (byte {offset}): of each of its parts "
        "the beginning was read; open it in your mail program if more of it matters."
    ),
    ProblemKind.UNREADABLE_MESSAGE: (
        "{path} holds a message that could not be understood (byte {offset}): "
        "open it in your mail program, and add it by hand if it matters."
    ),
    ProblemKind.NOT_GIVEN: (
        "{path} is on the server, which did not give it: it is asked for again later; "
        "look at it in your mail program if it matters."
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a person's own files: collected and shown, never raised.

    Attributes:
        offset: First byte of the place in the file.
        details: Further values for the sentence, by name.
    """

    kind: ProblemKind
    path: str
    offset: int = 0
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def values(self) -> dict[str, str]:
        """Return what the sentence's placeholders stand for."""
        return {"path": self.path, "offset": str(self.offset), **self.details}

    @property
    def sentence(self) -> str:
        """Return what happened and what to do, in English."""
        return SENTENCES[self.kind].format(**self.values)


def problem_of_error(error: OSError, *, path: str, offset: int = 0) -> Problem:
    """Return the problem that an operating system error stands for."""
    if isinstance(error, PermissionError):
        return Problem(ProblemKind.NO_PERMISSION, path, offset)
    if isinstance(error, FileNotFoundError):
        return Problem(ProblemKind.CHANGED, path, offset)
    reason = {"reason": error.strerror or "unknown"}
    return Problem(ProblemKind.UNREADABLE_FILE, path, offset, reason)
