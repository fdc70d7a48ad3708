"""Large messages are read by their words, wherever those stand, from a real server."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.reach import ANYWHERE
from onward.mail.imap.answers import answers, number_of
from onward.mail.imap.connection import Connection, connect
from onward.mail.imap.fetched import LARGE_BYTES, PEEK_BYTES, Fetched
from onward.mail.imap.server import Server
from onward.mail.imap.structure import PART_BYTES, assembled, sections, structure
from onward.mail.models import ImapAccount, MailMessage
from onward.mail.parse import parse_message
from onward.mail.services.syncing import sync_account
from tests.builders import NOW, quiet
from tests.dovecot import PASSWORD, Dovecot

WORDS = "Dear Robin,\n\nwe would like to invite you to an interview on Tuesday.\n"
HTML = f"<html><body><p>{WORDS}</p></body></html>"
INVITE = """BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:4711@quillmoor.example
DTSTART:20261203T090000Z
SUMMARY:Interview
END:VEVENT
END:VCALENDAR
"""


def file_part(size: int, *, name: str = "brochure.pdf") -> MIMEBase:
    part = MIMEBase("application", "pdf")
    lines = [b"QUJDREVG" * 9] * (size // 74)
    part.set_payload(b"\r\n".join(lines).decode())
    part["Content-Transfer-Encoding"] = "base64"
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part


def text(words: str, kind: str = "plain") -> MIMEText:
    return MIMEText(words, kind, "utf-8")


def alternative() -> MIMEMultipart:
    both = MIMEMultipart("alternative")
    both.attach(text(WORDS))
    both.attach(text(HTML, "html"))
    return both


def invite() -> MIMEText:
    part = MIMEText(INVITE, "calendar", "utf-8")
    part.set_param("method", "REQUEST")
    return part


def long_notes() -> MIMEText:
    part = text("Unfortunately. " * 20_000)
    part.add_header("Content-Disposition", "attachment", filename="notes.txt")
    return part


def forwarded() -> MIMEBase:
    inner = MIMEMultipart()
    inner["From"] = "Quillmoor <jobs@quillmoor.example>"
    inner["Subject"] = "Interview"
    inner.attach(text(WORDS))
    inner.attach(file_part(400_000))
    outer = MIMEBase("message", "rfc822")
    outer.attach(inner)
    return outer


def message(*parts: MIMEBase | MIMEText | MIMEMultipart, kind: str = "mixed") -> bytes:
    whole = MIMEMultipart(kind)
    whole["From"] = "Quillmoor <jobs@quillmoor.example>"
    whole["To"] = "robin@person.example"
    whole["Subject"] = "Interview for Driver"
    whole["Date"] = "Tue, 03 Mar 2026 09:15:00 +0100"
    whole["Message-ID"] = f"<{len(parts)}-{kind}@quillmoor.example>"
    for part in parts:
        whole.attach(part)
    return whole.as_bytes(policy=SMTP)


def single_html() -> bytes:
    mail = EmailMessage()
    mail["From"] = "jobs@quillmoor.example"
    mail["Subject"] = "Interview"
    mail.set_content(f"{HTML}<!--{'x' * 400_000}-->", subtype="html", cte="base64")
    return mail.as_bytes(policy=SMTP)


SHAPES = {
    "words, then a file": message(text(WORDS), file_part(300_000)),
    "an invitation behind a file": message(
        alternative(), file_part(3_000_000), invite()
    ),
    "words behind a file": message(file_part(3_000_000), alternative()),
    "deep": message(
        MIMEMultipart("related", _subparts=[alternative(), file_part(200_000)]),
        MIMEMultipart("mixed", _subparts=[file_part(2_500_000), invite()]),
    ),
    "a message that is forwarded": message(forwarded(), file_part(10_000)),
    "certified mail": message(
        text("Messaggio di posta certificata"), forwarded()
    ).replace(b"MIME-Version", b"X-Trasporto: posta-certificata\r\nMIME-Version", 1),
    "words that say they are a file": message(text(WORDS), long_notes()),
    "a name outside ASCII": message(text(WORDS), file_part(150_000, name="größe.pdf")),
    "one part alone": single_html(),
    "long words": message(text(WORDS + "and so on, " * 150_000), file_part(1_000)),
}


def by_hand(dovecot: Dovecot, address: str) -> Connection:
    return connect(
        Server(
            *("127.0.0.1", dovecot.tls_port, "tls", address, PASSWORD),
            reach=ANYWHERE,
        )
    )


def fetched(connection: Connection) -> list[Fetched]:
    connection.examine("INBOX")
    numbers = connection.new_numbers(after=0, since=None)
    return [
        m
        for batch in connection.batches(numbers)
        for m in connection.fetch(batch).messages
    ]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_message_of_its_words_is_understood_as_the_whole_one(
    dovecot: Dovecot, address: str, shape: str
) -> None:
    whole = SHAPES[shape]
    assert len(whole) > LARGE_BYTES
    dovecot.seed(whole, user=address)
    with by_hand(dovecot, address) as connection:
        (got,) = fetched(connection)
    assert got.is_by_parts
    expected = parse_message(whole, now=NOW)
    assert parse_message(got.raw, now=NOW) == expected
    assert "invite you to an interview" in expected.text


def test_files_stay_on_the_server_and_every_flag_as_it_is(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(*SHAPES.values(), user=address)
    with by_hand(dovecot, address) as connection:
        got = fetched(connection)
    assert [m.uid for m in got] == list(range(1, len(SHAPES) + 1))
    assert [m.size >= len(m.raw) for m in got] == [True] * len(SHAPES)
    behind = got[list(SHAPES).index("an invitation behind a file")]
    assert behind.size > PEEK_BYTES
    assert len(behind.raw) < 5_000
    assert dovecot.flags(user=address) == [""] * len(SHAPES)


def test_small_messages_are_fetched_whole(dovecot: Dovecot, address: str) -> None:
    small = message(alternative(), file_part(20_000))
    dovecot.seed(small, user=address)
    with by_hand(dovecot, address) as connection:
        (got,) = fetched(connection)
    assert not got.is_by_parts
    assert got.raw == small


class Odd(Connection):
    """A connection to a server whose answers on how messages are built are of no use."""

    def __init__(self, connection: Connection, *, says: str) -> None:
        super().__init__(connection._server, connection._mailbox)
        self._says = says

    def _fetched(self, numbers: Sequence[int], items: str) -> list[object]:
        if "BODYSTRUCTURE" not in items:
            return super()._fetched(numbers, items)
        if self._says == "NO":
            return super()._fetched(numbers, "(UID NONSENSE)")
        return [f"{n} (UID {n} BODYSTRUCTURE {self._says})".encode() for n in numbers]


@pytest.mark.parametrize(
    "says",
    [
        "NO",
        "NIL",
        '("TEXT" "PLAIN" NIL',
        '(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 12 1) "MIXED" ("BOUNDARY" "other"))',
        '(("TEXT" "PLAIN" NIL NIL NIL "7BIT" 12 1) "MIXED")',
        '("TEXT" "PLAIN" NIL NIL NIL "7BIT" X)',
        "(" * 300 + ")" * 300,
    ],
)
def test_a_server_that_cannot_tell_is_read_from_the_start_of_each_message(
    dovecot: Dovecot, address: str, says: str
) -> None:
    dovecot.seed(SHAPES["words, then a file"], user=address)
    with by_hand(dovecot, address) as connection:
        (got,) = fetched(Odd(connection, says=says))
    assert not got.is_by_parts
    assert parse_message(got.raw, now=NOW).text.startswith("Dear Robin")


@pytest.mark.django_db
def test_an_invitation_behind_a_large_file_reaches_the_ledger(
    account: ImapAccount, dovecot: Dovecot
) -> None:
    dovecot.seed(SHAPES["an invitation behind a file"], user=account.address)
    synced = sync_account(account, progress=quiet)
    assert synced.summary.problems == []
    kept = MailMessage.objects.get()
    assert kept.calendar["UID"] == "4711@quillmoor.example"
    assert kept.attachment_names == ["brochure.pdf"]


_value = st.recursive(
    st.one_of(st.none(), st.binary(max_size=20), st.sampled_from([b"TEXT", b"12"])),
    lambda inner: st.lists(inner, max_size=9),
    max_leaves=40,
)


@given(_value, st.dictionaries(st.binary(max_size=12), _value, max_size=4))
def test_no_structure_is_too_odd(value: object, answer: dict[bytes, object]) -> None:
    root = structure(value)  # type: ignore[arg-type]
    if root is not None:
        assert sections(root)
        assembled(root, answer)  # type: ignore[arg-type]


def test_an_answer_is_read_with_literals_quotes_and_lists_inside() -> None:
    found = [
        (b'5 (UID 9 BODYSTRUCTURE ("TEXT" {5}', b"PLAIN"),
        (b' ("NAME" "a \\"b\\" c)") NIL) BODY[1.MIME] {2}', b"\r\n"),
        b" FLAGS (\\Seen))",
        b"6 (UID 10)",
        b"nonsense) (",
    ]
    first, second = answers(found)
    assert number_of(first, b"UID") == 9
    assert first[b"BODYSTRUCTURE"] == [
        b"TEXT",
        b"PLAIN",
        [b"NAME", b'a "b" c)'],
        None,
    ]
    assert first[b"BODY[1.MIME]"] == b"\r\n"
    assert first[b"FLAGS"] == [b"\\Seen"]
    assert second == {b"UID": b"10"}


def test_a_part_that_is_longer_than_is_read_ends_with_a_line(
    dovecot: Dovecot, address: str
) -> None:
    dovecot.seed(SHAPES["long words"], user=address)
    with by_hand(dovecot, address) as connection:
        (got,) = fetched(connection)
    assert PART_BYTES - 1_000 < len(got.raw) < PART_BYTES + 3_000
