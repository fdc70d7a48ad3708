from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from onward.mail.problems import Problem, ProblemKind
from onward.mail.rules.types import Source
from onward.mail.scan import Outcome, Scanned, read_mail
from onward.mail.sources import RawMessage, open_sources
from tests.mail.raw_mail import make_mbox, make_raw, raw_fixture

NOW = datetime(2026, 3, 10, tzinfo=UTC)
NO = "Thank you for your application. We decided on another candidate.\n"

PLAIN = (
    "Weather for the islands: rain in the morning, then sun and a fresh wind from the "
    "west. Tide table: high water at six, low water at noon. Ferries sail on time. The "
    "lighthouse museum is open from ten. Seal watching trips leave the harbour at two and "
    "four. Bring warm clothes, boots and binoculars, and a flask of tea.\n"
)


def scan(*raws: bytes, labels: tuple[str, ...] = ()) -> list[Scanned | Problem]:
    messages = [
        RawMessage(Source("x", at), raw, len(raw), at, labels=labels)
        for at, raw in enumerate(raws)
    ]
    return list(read_mail(messages, now=NOW))


def outcomes(found: list[Scanned | Problem]) -> list[Outcome]:
    return [item.outcome for item in found if isinstance(item, Scanned)]


def test_hiring_mail_comes_whole_and_other_mail_only_counts() -> None:
    hiring, other = scan(make_raw(NO), make_raw(PLAIN, subject="Lunch"))
    assert isinstance(hiring, Scanned)
    assert isinstance(other, Scanned)
    assert (hiring.outcome, other.outcome) == (Outcome.HIRING, Outcome.OTHER)
    assert hiring.message is not None
    assert hiring.message.text == NO.strip()
    assert other.message is None


def test_mail_of_a_tracking_system_is_let_in_whatever_its_words() -> None:
    senders = ("Jo@Quarry <no-reply@eu.greenhouse-mail.io>", "jo@quarry.example", "?")
    plain = make_raw(PLAIN, subject="Lunch")
    raws = [
        plain.replace(b"Quillmoor <jobs@quillmoor.example>", sender.encode())
        for sender in senders
    ]
    assert outcomes(scan(*raws)) == [Outcome.HIRING, Outcome.OTHER, Outcome.OTHER]


def test_what_the_mailbox_calls_spam_or_a_draft_is_counted_apart() -> None:
    assert outcomes(scan(raw_fixture("gmail_spam"))) == [Outcome.JUNK]
    assert outcomes(scan(make_raw(NO), labels=("Entwürfe",))) == [Outcome.JUNK]


def test_words_of_a_label_in_the_body_mean_nothing() -> None:
    raw = make_raw(NO + "X-Gmail-Labels: Spam\n")
    assert outcomes(scan(raw)) == [Outcome.HIRING]


def test_an_invitation_whose_words_are_in_its_calendar_is_let_in() -> None:
    calendar = (
        "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1\n"
        "SUMMARY:Interview for your application\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    raw = make_raw(
        calendar, subject="Invitation", extra="Content-Type: text/calendar\n"
    )
    (found,) = scan(raw)
    assert isinstance(found, Scanned)
    assert found.message is not None
    assert found.message.calendar["UID"] == "1"


def test_no_sender_is_left_out() -> None:
    raw = make_raw(NO).replace(b"jobs@quillmoor.example", b"x@nobody-knows.example")
    assert outcomes(scan(raw)) == [Outcome.HIRING]


def test_problems_pass_through_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "all.mbox"
    path.write_bytes(make_mbox(make_raw(NO)))
    sources = open_sources([tmp_path / "nothing", path])
    problem, scanned = read_mail(sources, now=NOW)
    assert isinstance(problem, Problem)
    assert isinstance(scanned, Scanned)
    assert problem.kind == ProblemKind.NOT_FOUND
    assert scanned.position == sources.total_bytes


def test_a_cut_message_without_words_is_named() -> None:
    raw = RawMessage(Source("x"), make_raw(""), 20_000_000, 20_000_000)
    scanned, problem = read_mail([raw], now=NOW)
    assert isinstance(scanned, Scanned)
    assert isinstance(problem, Problem)
    assert problem.kind == ProblemKind.TOO_LARGE


def test_both_parsers_let_the_same_mail_in() -> None:
    raws = [make_raw(NO), make_raw(PLAIN, subject="Lunch")]
    messages = [RawMessage(Source("x"), raw, len(raw), 0) for raw in raws]
    fast = list(read_mail(messages, now=NOW))
    assert fast == list(read_mail(messages, parser="stdlib", now=NOW))
