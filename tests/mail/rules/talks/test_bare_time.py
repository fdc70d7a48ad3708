from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.talks.bare_time import may_set_time, set_time
from onward.mail.rules.types import Address, Message, Verdict

TOLD_AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)


def answer(text: str, *, sent_at: datetime | None = TOLD_AT) -> Message:
    return Message("k", "k@x.example", sent_at, Address("", "jo@q.example"), "Re", text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Great, I'll call you on Friday 13 March at 15:30. Nat", "en"),
        ("Dann treffen wir uns doch am Dienstag, 31.3. um halb elf. Anna", "de"),
        ("Super, dzwonię w piątek 13.03 o 15:30.", "pl"),
        ("Disons jeudi 12 mars à 14h ?", "fr"),
        (
            "Perfect.\n\nThursday 12 March at noon it is.\n\n> When would it suit you?",
            "en",
        ),
    ],
)
def test_a_day_and_its_hour_are_set(text: str, language: str) -> None:
    found = set_time(answer(text))
    assert found is not None
    assert (found.verdict, found.language) == (Verdict.INTERVIEW, language)
    assert found.because.words == text[found.because.start : found.because.end]
    assert may_set_time(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See you soon!",
        "I could do Tuesday 17 March at 10:00 or Wednesday 18 March at 9:00.",
        "Lovely to see you on 3 March at 10:00.",
        "I called on 12 March 2025 at 15:30.",
        "The place went to Tom in the end, who starts on Monday 16 March at 9:00 with "
        "the early shift.",
        "Thank you.\n\n> See you on 12 March at 15:30.",
    ],
)
def test_what_sets_no_time(text: str) -> None:
    assert set_time(answer(text)) is None


def test_mail_without_a_date_sets_none() -> None:
    assert set_time(answer("Friday 13 March at 15:30?", sent_at=None)) is None


@given(st.text(max_size=250))
def test_what_sets_a_time_was_let_in(text: str) -> None:
    found = set_time(answer(text))
    if found is not None:
        assert may_set_time(text)
        assert found.because.words == text[found.because.start : found.because.end]


@pytest.mark.parametrize(
    "device",
    [
        "Von meinem iPhone gesendet",
        "Sent from my Galaxy",
        "Envoyé de mon iPhone",
        "Enviado desde mi iPhone",
        "Inviato da iPhone",
        "Enviado do meu iPhone",
        "Verstuurd vanaf mijn iPhone",
        "Wysłane z iPhone",
        "Skickat från min iPhone",
        "iPhone'umdan gönderildi",
    ],
)
def test_what_a_device_adds_makes_no_few_words_many(device: str) -> None:
    said = "Am Donnerstag wird es nichts vor halb sechs, der Mähdrescher kommt. Sagen wir 17.30"
    assert set_time(answer(f"{said}\n\n{device}")) is not None
    assert set_time(answer(f"{said}\n\n{said}")) is None
