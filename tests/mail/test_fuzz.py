"""A short run of the fuzzer; `python -m benchmarks.fuzz` is the long one."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.fuzz import MAILS, damaged, read_as_file, read_as_mailbox
from onward.mail.attachments import attachments_in
from onward.mail.parse import parse_message
from tests.mail.certified_mail import carried, envelope, inside, receipt
from tests.mail.returned_mail import report

SEEDS = range(150)
SAID_AT = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
SUBJECT = "AVVISO DI MANCATA CONSEGNA: Candidatura"
CERTIFIED = [
    envelope(carried(inside(file=True)), is_signed=True),
    envelope(carried(inside(file=True), how="base64")),
    envelope(carried(inside(), how="quoted-printable"), mark=""),
    envelope(carried(envelope(carried(inside(), how="base64")).decode())),
    envelope(""),
    receipt("errore-consegna", SUBJECT, "casella inesistente", at=SAID_AT),
    receipt("", SUBJECT, "Avviso di mancata consegna", at=SAID_AT),
]


def test_damaged_mail_is_read_without_an_error(tmp_path: Path) -> None:
    mails = [path.read_bytes() for path in sorted(MAILS.rglob("*.eml"))]
    box = tmp_path / "damaged.mbox"
    for seed in SEEDS:
        chance = random.Random(seed)
        mail = damaged(chance.choice(mails), other=chance.choice(mails), chance=chance)
        read_as_file(mail)
        box.write_bytes(b"From x\n" + mail + b"\nFrom x\n" + mail[::-1])
        read_as_mailbox(box)


def test_damaged_certified_mail_is_read_without_an_error(tmp_path: Path) -> None:
    box = tmp_path / "damaged.mbox"
    for seed in SEEDS[:60]:
        chance = random.Random(seed)
        mail = chance.choice(CERTIFIED)
        mail = damaged(mail, other=chance.choice(CERTIFIED), chance=chance)
        read_as_file(mail)
        list(attachments_in(mail))
        box.write_bytes(b"From x\n" + mail)
        read_as_mailbox(box)


def test_a_charset_with_a_nul_in_it_is_read_past() -> None:
    raw = b"Content-Type: text/plain; charset=us\x00ascii\n\nWe are sorry.\n"
    for parser in ("fast", "stdlib"):
        assert parse_message(raw, parser=parser).text == "We are sorry."


def test_a_report_that_is_not_the_base64_it_says_it_is_still_names_the_address() -> (
    None
):
    raw = report(at=SAID_AT).replace(
        b"delivery-status\n\n",
        b"delivery-status\nContent-Transfer-Encoding: base64\n\n",
    )
    told = [parse_message(raw, parser=parser).returned for parser in ("fast", "stdlib")]
    assert told[0] is not None
    assert told[0].addresses == ("people@bright-harbour.example",)
    assert told[0] == told[1]
