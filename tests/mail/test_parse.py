from __future__ import annotations

import re
from datetime import UTC, datetime
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.mail.headers import Head
from onward.mail.labels import says_junk
from onward.mail.parse import (
    MAX_TEXT_CHARS,
    Parser,
    complete,
    open_message,
    parse_message,
    sender_address,
    shortened,
)
from onward.mail.rules.types import Address, Message
from tests.mail.raw_mail import SEPARATOR, all_raw_fixtures, make_raw, raw_fixture

NOW = datetime(2026, 3, 10, tzinfo=UTC)
FIXTURES = all_raw_fixtures()


def parsed(name: str, *, parser: Parser = "fast") -> Message:
    return parse_message(raw_fixture(name), parser=parser, now=NOW)


@pytest.mark.parametrize("name", FIXTURES)
def test_both_parsers_give_the_same_message(name: str) -> None:
    assert parsed(name) == parsed(name, parser="stdlib")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plain", "We have decided to move forward with\nother candidates."),
        ("plain_crlf", "We have decided to move forward with\nother candidates."),
        (
            "quoted_printable",
            "will not be moving forward with your application for Büroassistenz.",
        ),
        ("base64_text", "Leider müssen wir Ihnen absagen – es tut uns leid."),
        ("latin_1", "Leider müssen wir Ihnen absagen - es tut uns leid."),
        ("windows_1252_undeclared", "müssen wir Ihnen absagen – es tut"),
        ("utf_8_called_latin_1", "Grüße aus Köln"),
        ("unknown_charset", "Grüße aus Köln"),
        ("shift_jis", "応募ありがとうございます。"),
        ("utf_7", "Grüße"),
        ("alternative", "other candidates"),
        ("alternative_stub", "We have decided to move forward with other candidates."),
        ("alternative_empty_plain", "We are hiring."),
        ("alternative_short", "See you Monday at ten."),
        ("html_with_plain_footer", "We would like to offer you the role."),
        ("html_called_plain", "We received your application."),
        ("flowed", "We will not be moving forward with your application.\n"),
        ("flowed", "\n--\nMara"),
        ("forwarded_as_attachment", "The inner words."),
        ("calendar_invitation", "Mara invites you."),
        ("calendar_alone", "We look forward to talking with you.\nBring nothing."),
        ("nested", "other candidates.\n\nQuillmoor Talent\n\n--\nlist footer"),
        ("no_closing_boundary", "other candidates."),
        ("wrong_boundary", "The words are here."),
        ("no_boundary", "The words are here."),
        ("broken_base64", "other candidates."),
        ("broken_header_line", "other candidates."),
        ("no_headers", "Nothing but words here.\nAnd more of them."),
        ("nuls", "zero byte"),
        ("many_zero_width_signs", "Bewerbung an uns"),
    ],
)
def test_the_words_of_odd_mail_are_found(name: str, words: str) -> None:
    assert words in parsed(name).text


def test_html_becomes_lines_without_what_nobody_sees() -> None:
    assert parsed("html_only").text == (
        "Position: Data Analyst\nCompany: Fern & Hollow\nDear Robin,\n"
        "we would like to invite you to an interview.\n"
        "Choose a time (https://meet.fernhollow.example/slot/42) Unsubscribe Long\n"
        "> Thank you, I look forward to it."
    )


def test_a_message_attached_beside_words_is_not_read_as_them() -> None:
    assert parsed("bounce").text == "Your message could not be delivered."


@pytest.mark.parametrize(
    ("name", "subject"),
    [
        ("encoded_headers", "Ihre Bewerbung als Büroassistenz und mehr für Sie"),
        ("encoded_header_cut_inside_a_letter", "Grüße"),
        ("encoded_header_glued", "Re:Grüße aus Köln"),
        ("raw_utf_8_headers", "Grüße aus Köln"),
        ("raw_latin_1_headers", "Grüße aus Köln"),
        ("shift_jis", "選考結果"),
        ("nuls", "a b"),
        ("no_headers", ""),
    ],
)
def test_subjects_are_decoded(name: str, subject: str) -> None:
    assert parsed(name).subject == subject


@pytest.mark.parametrize(
    ("name", "sender"),
    [
        ("encoded_headers", Address("Müller, Jana", "jana.mueller@quillmoor.example")),
        ("raw_utf_8_headers", Address("Jörg Fenn", "joerg@quillmoor.example")),
        (
            "unquoted_comma",
            Address("Talnova, Inc. Careers", "no-reply@talnova.example"),
        ),
        ("no_headers", Address()),
    ],
)
def test_senders_are_read(name: str, sender: Address) -> None:
    assert parsed(name).sender == sender


def test_all_people_of_a_message_are_read() -> None:
    message = parsed("several_people")
    assert message.to == (
        Address("Fenn, Robin", "robin@person.example"),
        Address("", "mara@person.example"),
        Address("Jörg", "j@person.example"),
    )
    assert message.reply_to == Address("People", "reply+1@quillmoor.example")


def test_names_of_attachments_are_decoded_and_their_words_left_out() -> None:
    message = parsed("attachments")
    assert message.attachment_names == (
        "Zeugnis für Robin.pdf",
        "Lebensläufe.pdf",
        "notes.txt",
    )
    assert message.text == "See the files."


def test_the_headers_that_tell_a_system_are_kept_and_no_others() -> None:
    assert parsed("tracking_system").headers == {
        "return-path": "<bounce@otp.workday.com>",
        "dkim-domains": "myworkday.com mailrelay.example",
        "x-workday-system": "talnova",
        "x-icims-message-type": "7",
        "x-linkedin-class": "JOBS",
        "list-unsubscribe": "<https://talnova.example/u>",
        "precedence": "bulk",
        "references": "<a@b.example> <c@d.example>",
        "x-gm-thrid": "1790000000000000000",
    }


def test_an_invitation_keeps_its_calendar() -> None:
    calendar = parsed("calendar_invitation").calendar
    assert calendar["METHOD"] == "REQUEST"
    assert calendar["UID"] == "interview-77@quillmoor.example"
    assert calendar["SUMMARY"] == "Interview: Data Analyst, Quillmoor"
    assert calendar["DTSTART"] == "20260312T140000"
    assert calendar["TZID"] == "Europe/Berlin"


@pytest.mark.parametrize(
    ("name", "sent_at"),
    [
        ("plain", datetime(2026, 3, 3, 8, 15, tzinfo=UTC)),
        ("no_date", datetime(2026, 3, 4, 8, tzinfo=UTC)),
        ("date_1970", None),
        ("date_2099", None),
        ("date_nonsense", None),
    ],
)
def test_only_believable_dates_count(name: str, sent_at: datetime | None) -> None:
    assert parsed(name).sent_at == sent_at


def test_the_separator_stands_in_for_a_date_that_nobody_believes() -> None:
    raw = raw_fixture("date_1970")
    message = parse_message(raw, envelope=SEPARATOR, now=NOW)
    assert message.sent_at == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_without_a_given_now_the_clock_judges() -> None:
    assert parse_message(raw_fixture("plain")).sent_at is not None
    assert parse_message(raw_fixture("date_2099")).sent_at is None


def test_a_message_without_id_gets_a_stable_one() -> None:
    first, second = parsed("no_message_id"), parsed("empty_message_id")
    assert first.message_id == second.message_id != ""
    assert first.key == second.key
    assert first.key != parsed("plain").key


def test_the_same_id_with_other_words_is_another_message() -> None:
    one = parse_message(make_raw("We said yes.\n"))
    other = parse_message(make_raw("We said no.\n"))
    assert one.message_id == other.message_id
    assert one.key != other.key


def test_transport_does_not_change_the_key() -> None:
    raw = raw_fixture("plain")
    variants = [
        raw.replace(b"\n", b"\r\n"),
        raw + b"\n\n\n",
        b"X-Added-By: a relay\n" + raw,
        raw.replace(b"Quillmoor Talent\n", b"Quillmoor Talent  \n"),
        raw_fixture("plain_crlf"),
    ]
    keys = {parse_message(variant, now=NOW).key for variant in variants}
    assert keys == {parsed("plain").key}


def test_quoted_from_lines_do_not_change_the_key() -> None:
    body = "Hello,\nFrom here on all is well.\n"
    quoted = make_raw(body.replace("From here", ">From here"))
    assert parse_message(make_raw(body)).key == parse_message(quoted).key


def test_reencoding_does_not_change_the_key() -> None:
    plain = make_raw("Grüße\n", extra="Content-Type: text/plain; charset=utf-8\n")
    encoded = make_raw(
        "Gr=C3=BC=C3=9Fe\n",
        extra="Content-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n",
    )
    assert parse_message(plain).key == parse_message(encoded).key


def test_a_sent_label_in_german_says_that_the_person_wrote_it() -> None:
    message = parsed("gmail_sent")
    assert message.is_sent
    assert message.headers["labels"] == "Gesendet, Wichtig, Bewerbungen für 2026"
    assert not parsed("plain").is_sent


def test_a_sent_folder_says_so_too() -> None:
    raw = raw_fixture("plain")
    assert parse_message(raw, is_sent=True).is_sent
    assert parse_message(raw, labels=("Envoyés",)).is_sent


def test_spam_is_told_by_label_and_by_folder() -> None:
    def is_junk(message: Message) -> bool:
        return says_junk(message.headers.get("labels", "").split(", "))

    assert is_junk(parsed("gmail_spam"))
    assert is_junk(parse_message(raw_fixture("plain"), labels=("Papierkorb",)))
    assert not is_junk(parsed("plain"))
    assert not is_junk(parsed("gmail_sent"))


def test_html_is_read_no_further_than_asked_for() -> None:
    words = "<p>" + "seven little words for one short letter. " * 400 + "</p><p>end</p>"
    html = f"<html><body>{words}</body></html>"
    raw = make_raw(html.replace(". ", ".\n"), extra="Content-Type: text/html\n")
    opened = open_message(raw)
    assert opened.beginning.startswith("seven little words")
    assert len(opened.beginning) < 4_000 < len(opened.text)
    assert opened.text.startswith(opened.beginning[:2_000])
    assert complete(opened).text.endswith("end")


def test_plain_mail_has_its_whole_beginning_at_once() -> None:
    opened = open_message(raw_fixture("plain"))
    assert opened.text is opened.beginning


def test_the_text_is_cut_at_its_limit() -> None:
    assert len(parse_message(make_raw("word " * 10_000)).text) <= MAX_TEXT_CHARS


def test_a_huge_attachment_is_cut_before_it_is_parsed() -> None:
    boundary = b"--e\n"
    attachment = (
        b'Content-Type: application/pdf; name="big.pdf"\n'
        b"Content-Transfer-Encoding: base64\n\n" + b"QUJDRA==\n" * 400_000
    )
    raw = make_raw("", extra='Content-Type: multipart/mixed; boundary="e"\n') + (
        boundary
        + b"Content-Type: text/plain\n\nSee the file.\n"
        + boundary
        + attachment
        + boundary
        + b"Content-Type: text/plain\n\nAfter the file.\n--e--\n"
    )
    assert len(shortened(raw)) < 1_100_000
    for parser in ("fast", "stdlib"):
        message = parse_message(raw, parser=parser)
        assert message.text == "See the file.\n\nAfter the file."
        assert message.attachment_names == ("big.pdf",)


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: text/html\n\n" + b"<div>" * 10_000 + b"x",
        b"Content-Type: text/html\n\n" + b'<a href="https://x.example">x</a>' * 9_000,
        b"To: " + b"a" * 300_000 + b"\n\nx",
        b"Subject: " + b"=?" * 100_000 + b"\n\nx",
        b"A: b\n" * 100_000 + b"\nx",
        b"Content-Type: multipart/mixed; boundary=a\n\n" + b"--a\n\nx\n" * 9_000,
        b"Content-Type: message/rfc822\n\n" * 300 + b"x",
    ],
)
def test_mail_made_to_be_slow_or_deep_is_read(raw: bytes) -> None:
    assert parse_message(raw, now=NOW).message_id
    assert parse_message(raw, parser="stdlib", now=NOW).message_id


@given(raw=st.binary(max_size=2_000))
def test_no_bytes_make_the_parser_raise(raw: bytes) -> None:
    assert parse_message(raw, now=NOW).message_id
    assert parse_message(raw, parser="stdlib", now=NOW).message_id


@st.composite
def mutated_fixtures(draw: st.DrawFn) -> bytes:
    raw = draw(st.sampled_from(list(FIXTURES.values())))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        length = draw(st.integers(0, 40))
        raw = raw[:at] + draw(st.binary(max_size=12)) + raw[at + length :]
    return raw


@settings(max_examples=300)
@given(raw=mutated_fixtures())
def test_no_damaged_mail_makes_the_parser_raise(raw: bytes) -> None:
    for parser in ("fast", "stdlib"):
        message = parse_message(raw, parser=parser, now=NOW)
        assert len(message.key) == 64
        assert "\0" not in message.text + message.subject + message.message_id
        message.text.encode()
        message.subject.encode()


@given(st.text('a.@<> ,"b-', max_size=20))
def test_a_sender_s_address_is_the_last_that_stands_there(text: str) -> None:
    plain = re.findall(r"[^\s<>\"'(),:;@]+@[A-Za-z0-9.-]+", text.strip())
    head = Head(f"From: {text}\n".encode())
    assert sender_address(head) == (plain[-1] if plain else "")


def test_a_long_word_where_an_address_should_be_costs_little() -> None:
    heads = [Head(b"From: " + b"a." * 2_000 + b"\n")] * 100
    begun = process_time()
    assert not any(map(sender_address, heads))
    assert process_time() - begun < 1
