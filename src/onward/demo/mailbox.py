"""Write the sample mailbox: the invented story as one Gmail Takeout mbox file."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime, parseaddr
from hashlib import sha256
from pathlib import Path

from onward.demo.encode import SUBJECT_CHARSETS, Headers, Letter, encode, encode_words
from onward.demo.invite import make_invite
from onward.demo.story import Mail, story_mails

_FROM_LINE = re.compile(rb"(?m)^(>*From )")
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
]


def write_mailbox(path: Path, *, ends_on: date) -> None:
    """Write the whole story as an mbox file; the same day gives the same bytes.

    Args:
        path: File to write; an existing one is replaced.
        ends_on: The last day of the story, usually today.
    """
    told: dict[str, list[str]] = {}
    with path.open("wb") as file:
        for mail in story_mails():
            earlier = told.setdefault(mail.thread or mail.key, [])
            file.write(mail_bytes(mail, ends_on=ends_on, earlier=tuple(earlier)))
            earlier.append(message_id(mail))


def message_id(mail: Mail) -> str:
    """Return the mail's Message-ID without brackets; empty where it has none."""
    if "message-id" in mail.leaves_out:
        return ""
    domain = parseaddr(mail.sender)[1].rpartition("@")[2]
    return f"{_digest(mail.key)[:20]}.{mail.key}@{domain}"


def mail_bytes(mail: Mail, *, ends_on: date, earlier: tuple[str, ...] = ()) -> bytes:
    """Return one mail with its separator line, ready to stand in an mbox file.

    Args:
        mail: The mail of the story.
        ends_on: The last day of the story.
        earlier: Message-IDs of the mails before it in its thread.
    """
    part = encode(_letter(mail, ends_on=ends_on), form=mail.form)
    headers = _headers(mail, ends_on=ends_on, earlier=earlier) | part.headers
    lines = [f"{name}: {value}" for name, value in headers.items()]
    content = "\n".join(lines).encode("ascii") + b"\n\n" + part.body
    content = _FROM_LINE.sub(rb">\1", content).rstrip(b"\n") + b"\n\n"
    if mail.has_crlf:
        content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    return _separator(mail, ends_on=ends_on) + content


def _letter(mail: Mail, *, ends_on: date) -> Letter:
    address = parseaddr(mail.sender)[1]
    invite = None
    if mail.calendar:
        invite = make_invite(
            dict(mail.calendar),
            organizer=address,
            written_at=mail.sent_at(ends_on=ends_on),
            ends_on=ends_on,
        )
    text = "\n\n".join(filter(None, [mail.body.strip("\n"), mail.footer.strip("\n")]))
    return Letter(
        key=mail.key,
        title=mail.filled(mail.subject, ends_on=ends_on),
        text=mail.filled(text, ends_on=ends_on) + "\n",
        attachment=mail.attachment,
        invite=invite,
    )


def _headers(mail: Mail, *, ends_on: date, earlier: tuple[str, ...]) -> Headers:
    charset = SUBJECT_CHARSETS.get(mail.form, "utf-8")
    subject = mail.filled(mail.subject, ends_on=ends_on)
    headers = {
        "X-GM-THRID": str(10**18 + int(_digest(mail.thread or mail.key)[:14], 16)),
        "X-Gmail-Labels": encode_words(mail.labels, name="X-Gmail-Labels"),
        "Message-ID": f"<{message_id(mail)}>",
        "Date": _date_header(mail, ends_on=ends_on),
        "From": _address(mail.sender),
        "To": _address(mail.to),
        "Subject": encode_words(subject, charset=charset, name="Subject"),
        **mail.headers,
    }
    answered = [f"<{one}>" for one in earlier if one]
    if mail.thread and answered:
        headers |= {"In-Reply-To": answered[-1], "References": "\n ".join(answered)}
    return {
        name: value
        for name, value in headers.items()
        if name.lower() not in mail.leaves_out
    }


def _address(written: str) -> str:
    name, address = parseaddr(written)
    if not name:
        return address
    if not name.isascii():
        return f"{encode_words(name)} <{address}>"
    return written


def _date_header(mail: Mail, *, ends_on: date) -> str:
    moment = mail.sent_at(ends_on=ends_on)
    offset = datetime.strptime(mail.zone, "%z").utcoffset() or timedelta()
    return format_datetime(moment.astimezone(timezone(offset)))


def _separator(mail: Mail, *, ends_on: date) -> bytes:
    """Return Takeout's separator, which differs from other programs' on purpose."""
    moment = mail.sent_at(ends_on=ends_on)
    number = 10**18 + int(_digest("separator" + mail.key)[:14], 16)
    # Names of days and months never follow the locale in an mbox file.
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    clock = f"{moment:%d %H:%M:%S} +0000 {moment:%Y}"
    return f"From {number}@xxx {day} {month} {clock}\n".encode("ascii")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()
