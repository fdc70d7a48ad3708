from __future__ import annotations

import email
import mailbox
import re
from datetime import date
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest

from onward.demo.mailbox import mail_bytes, message_id, write_mailbox
from onward.demo.rules import MONTHS, WEEKDAYS
from onward.demo.story import STORY_ENDS_ON, Mail, story_mails


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "All mail.mbox"
    write_mailbox(path, ends_on=STORY_ENDS_ON)
    return path


@pytest.fixture(scope="module")
def messages(path: Path) -> list[mailbox.mboxMessage]:
    return list(mailbox.mbox(path))


def text_of(message: Message) -> str:
    """Return all text of a message, decoded as leniently as a reader would."""
    parts = []
    for part in message.walk():
        if part.get_content_maintype() == "text":
            charset = part.get_content_charset("utf-8").replace(
                "unknown-8bit", "cp1252"
            )
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            parts.append(payload.decode(charset))
    return "\n".join(parts)


def written(key: str) -> Message:
    (mail,) = [mail for mail in story_mails() if mail.key == key]
    raw = mail_bytes(mail, ends_on=STORY_ENDS_ON)
    return email.message_from_bytes(raw.partition(b"\n")[2])


def first(**wanted: object) -> Mail:
    return next(
        mail
        for mail in story_mails()
        if all(getattr(mail, name) == value for name, value in wanted.items())
    )


def test_the_standard_library_finds_every_mail(
    messages: list[mailbox.mboxMessage],
) -> None:
    assert len(messages) == len(story_mails())


def test_subjects_and_senders_survive_the_way(
    messages: list[mailbox.mboxMessage],
) -> None:
    for message, mail in zip(messages, story_mails(), strict=True):
        subject = str(make_header(decode_header(message["Subject"])))
        assert subject == mail.filled(mail.subject, ends_on=STORY_ENDS_ON)
        assert mail.sender.rpartition("<")[2].rstrip(">") in message["From"]


def test_the_words_of_every_mail_survive_its_encoding(
    messages: list[mailbox.mboxMessage],
) -> None:
    for message, mail in zip(messages, story_mails(), strict=True):
        body = mail.filled(mail.body, ends_on=STORY_ENDS_ON)
        for word in (word for word in body.split() if word.isalpha()):
            assert word in text_of(message), (mail.key, word)


def test_the_same_day_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    write_mailbox(tmp_path / "again", ends_on=STORY_ENDS_ON)
    assert (tmp_path / "again").read_bytes() == path.read_bytes()


def test_message_ids_do_not_depend_on_the_last_day(
    messages: list[mailbox.mboxMessage], tmp_path: Path
) -> None:
    write_mailbox(tmp_path / "later", ends_on=date(2027, 3, 3))
    later = mailbox.mbox(tmp_path / "later")
    assert [one["Message-ID"] for one in later] == [
        one["Message-ID"] for one in messages
    ]


def test_message_ids_are_unique_where_there_are_any() -> None:
    ids = [message_id(mail) for mail in story_mails() if message_id(mail)]
    assert len(ids) == len(set(ids)) == len(story_mails()) - 2


@pytest.mark.parametrize(
    "ends_on", [STORY_ENDS_ON, date(2026, 2, 28), date(2027, 8, 1)]
)
def test_weekdays_and_dates_in_the_texts_agree(ends_on: date) -> None:
    found = 0
    for mail in story_mails():
        text = mail.filled(f"{mail.subject}\n{mail.body}", ends_on=ends_on)
        for weekday, day, month in _dated_weekdays(text, language=mail.language):
            near = mail.sent_at(ends_on=ends_on).date()
            assert _weekday(day, month, near=near, language=mail.language) == weekday
            found += 1
    assert found > 50


def _dated_weekdays(text: str, *, language: str) -> list[tuple[str, str, str]]:
    if language == "ja":
        return [
            (weekday, day, month)
            for month, day, weekday in re.findall(r"(\d+月)(\d+)日（(.)）", text)
        ]
    names = "|".join(WEEKDAYS[language])
    months = "|".join(MONTHS[language])
    return [
        (match[1], match[2], match[3])
        for match in re.finditer(rf"({names}), (\d+)\.? ({months})", text)
    ]


def _weekday(day: str, month: str, *, near: date, language: str) -> str:
    number = MONTHS[language].index(month) + 1
    years = (near.year - 1, near.year, near.year + 1)
    days = [
        date(year, number, int(day)) for year in years if _exists(year, number, day)
    ]
    nearest = min(days, key=lambda one: abs(one - near))
    return WEEKDAYS[language][nearest.weekday()]


def _exists(year: int, month: int, day: str) -> bool:
    return (month, day) != (2, "29") or year % 4 == 0


def test_dates_in_headers_and_separators_are_those_of_the_story(
    messages: list[mailbox.mboxMessage],
) -> None:
    for message, mail in zip(messages, story_mails(), strict=True):
        moment = mail.sent_at(ends_on=STORY_ENDS_ON)
        assert f"{moment:%d %H:%M:%S +0000 %Y}" in message.get_from()
        if message["Date"] and "1970" not in message["Date"]:
            assert parsedate_to_datetime(message["Date"]) == moment


def test_the_odd_encodings_of_real_mail_are_all_there(path: Path) -> None:
    raw = path.read_bytes()
    for mark in (
        b"charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
        b"charset=iso-8859-1\nContent-Transfer-Encoding: 8bit",
        b"charset=windows-1252\nContent-Transfer-Encoding: quoted-printable",
        b"charset=utf-8\nContent-Transfer-Encoding: base64",
        b"charset=iso-2022-jp\nContent-Transfer-Encoding: 7bit",
        b"charset=unknown-8bit",
        b"format=flowed",
        b"multipart/alternative",
        b"text/calendar; charset=utf-8; method=REQUEST",
        b"Subject: =?utf-8?",
        b"Subject: =?iso-8859-1?q?",
        b"Subject: =?iso-2022-jp?b?",
        b"\n>From bar 40",
        b"Forwarded message",
        b"X-Gmail-Labels: Sent,Opened",
        b"X-Gmail-Labels: Spam,Unread",
        b"\r\n",
    ):
        assert mark in raw, mark


def test_two_mails_have_no_message_id_and_one_has_no_date(
    messages: list[mailbox.mboxMessage],
) -> None:
    assert sum("Message-ID" not in message for message in messages) == 2
    assert sum("Date" not in message for message in messages) == 1


def test_separators_are_written_as_takeout_writes_them(path: Path) -> None:
    first_line = path.read_bytes().partition(b"\n")[0]
    assert re.fullmatch(
        rb"From \d{19}@xxx \w{3} \w{3} \d\d [\d:]{8} \+0000 \d{4}", first_line
    )


def test_a_thread_answers_its_earlier_mails(path: Path) -> None:
    threads: dict[str, set[str]] = {}
    for message in mailbox.mbox(path):
        if message["In-Reply-To"]:
            threads.setdefault(message["X-GM-THRID"], set()).add(message["References"])
    assert len(threads) > 10


def test_an_invitation_moves_by_the_same_uid_and_a_higher_sequence() -> None:
    panel, moved = (written(f"juniper-road-{number}") for number in (3, 4))
    entries = [
        text_of(message).split("BEGIN:VCALENDAR")[1] for message in (panel, moved)
    ]
    assert all("UID:panel-118-a@juniperroadtrust.example" in one for one in entries)
    assert "DTSTART;TZID=Europe/London:20261123T140000" in entries[0]
    assert "DTSTART;TZID=Europe/London:20261123T103000" in entries[1]
    assert "SEQUENCE:1" in entries[1]


def test_an_invitation_without_a_calendar_is_refused() -> None:
    mail = first(form="plain")
    broken = Mail(
        key="x",
        day=0,
        at=mail.at,
        sender=mail.sender,
        subject="",
        body="",
        form="calendar",
    )
    with pytest.raises(ValueError, match="without a calendar"):
        mail_bytes(broken, ends_on=STORY_ENDS_ON)


def test_a_stub_says_nothing_in_plain_text() -> None:
    message = written(first(form="stub").key)
    plain, page = list(message.walk())[1:]
    assert "best read" in text_of(plain)
    assert "<html>" in text_of(page)


def test_a_broken_mail_never_closes_its_boundary() -> None:
    message = written(first(form="broken").key)
    assert [type(defect).__name__ for defect in message.defects] == [
        "CloseBoundaryNotFoundDefect"
    ]


def test_an_existing_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "mail.mbox"
    path.write_text("something else", encoding="utf-8")
    write_mailbox(path, ends_on=STORY_ENDS_ON)
    assert path.read_bytes().startswith(b"From 1")
