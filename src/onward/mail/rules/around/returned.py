"""Mail that came back because it did not arrive: which mail says so, of whom, and why; pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.types import Returned, Trouble

RETURNED = "returned"
"""What a stored message of this kind is called; it is no verdict on an application."""

MOST_ADDRESSES = 20
_READ_CHARS = 4_000
_REPORT = "delivery-status"
_FAILED = "failed"

_ADDRESS = re.compile(r"[\w.+&'=/-]+@[\w-]+(?:\.[\w-]+)+")
_ID = re.compile(r"<([^<>\s]+)>")
_ID_LINE = re.compile(
    r"^[ \t]*message-id:\s*<([^<>\s]+)>", re.IGNORECASE | re.MULTILINE
)
_STATUS = re.compile(r"\b[245]\.(\d{1,3})\.(\d{1,3})\b")


# RFC 3463: subject and detail of a status; 5.1.1 is a mailbox that is not there.
_BY_STATUS: Mapping[tuple[str, str], Trouble] = {
    **{("1", detail): Trouble.NO_MAILBOX for detail in ("0", "1", "3", "6", "10")},
    ("1", "2"): Trouble.NO_HOST,
    ("4", "4"): Trouble.NO_HOST,
    ("2", "1"): Trouble.NO_MAILBOX,
    ("2", "2"): Trouble.FULL,
    ("2", "3"): Trouble.TOO_LARGE,
    ("3", "4"): Trouble.TOO_LARGE,
    **{("4", detail): Trouble.LATE for detail in ("1", "2", "7")},
}
_BY_WORDS = (
    *(Trouble.NO_MAILBOX, Trouble.NO_HOST, Trouble.FULL, Trouble.TOO_LARGE),
    *(Trouble.REFUSED, Trouble.LATE),
)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in tables("returned").items()}


def says_returned(
    *, content_type: str, failed: str, sender: str, subject: Callable[[], str]
) -> bool:
    """Say whether a mail is of a server that gave up on another; quick for other mail.

    Args:
        content_type: The header's value, as it stands.
        failed: The value of X-Failed-Recipients.
        sender: The value of From.
        subject: The decoded subject, asked for where the rest does not decide.
    """
    if failed or _REPORT in content_type.lower():
        return True
    low = sender.lower()
    if not any(word in low for word in _words()["senders"]):
        return False
    told = lower(fold(subject()))
    return any(word in told for word in (*_words()["subjects"], *_words()["delayed"]))


def is_titled_as_returned(subject: str) -> bool:
    """Say whether a subject is that of a server's report, whoever sent it on: "Undelivered Mail"."""
    told = lower(fold(subject))
    return any(word in told for word in _words()["subjects"])


def reported(
    recipients: Iterable[Mapping[str, str]],
    *,
    headers: Mapping[str, str],
    text: str,
    subject: str,
    failed: str = "",
) -> Returned:
    """Return what came back, by the parts of a report, else by its words.

    Args:
        recipients: The fields of the report for each, lower-case names; none without one.
        headers: Of the mail that did not arrive, lower-case names.
        text: What the server tells.
        failed: The value of X-Failed-Recipients.
    """
    told = list(recipients)
    gone = [each for each in told if each.get("action", "").lower().strip() == _FAILED]
    addresses: list[str] = []
    for each in gone:
        named = each.get("original-recipient") or each.get("final-recipient", "")
        addresses += _ADDRESS.findall(f"{named} {each.get('final-recipient', '')}")
    if not told and not _may_still_arrive(subject):
        # What the server quotes of the mail itself names others too; who was written
        # to is held against this.
        addresses = _ADDRESS.findall(failed) or _ADDRESS.findall(text[:_READ_CHARS])
    said = " ".join(
        f"{e.get('status', '')} {e.get('diagnostic-code', '')}" for e in gone
    )
    ids = _ID.findall(headers.get("message-id", "")) or _ID_LINE.findall(text)
    answered = f"{headers.get('references', '')} {headers.get('in-reply-to', '')}"
    names = list(dict.fromkeys(address.lower().strip(".'") for address in addresses))
    return Returned(
        message_id=ids[0] if ids else "",
        answered=tuple(dict.fromkeys(_ID.findall(answered)))[-50:],
        addresses=tuple(names[:MOST_ADDRESSES]),
        trouble=trouble_in(said if gone else text[:_READ_CHARS]),
    )


def trouble_in(said: str) -> Trouble:
    """Return why a mail did not arrive, by its status, else by words."""
    for found in _STATUS.finditer(said):
        trouble = _BY_STATUS.get((found[1], found[2]))
        if trouble is not None:
            return trouble
    low = lower(fold(said))
    for trouble in _BY_WORDS:
        if any(word in low for word in _words()[trouble]):
            return trouble
    is_policy = any(found[1] == "7" for found in _STATUS.finditer(said))
    return Trouble.REFUSED if is_policy else Trouble.NOT_SAID


def _may_still_arrive(subject: str) -> bool:
    told = lower(fold(subject))
    return any(word in told for word in _words()["delayed"])
