from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.classify import Classification
from onward.mail.rules.fusion import fuse, pooled, second_opinion
from onward.mail.rules.types import Address, Because, Message, Verdict
from onward.mail.rules.voice import Heard, Said

TEXT = "Hello Kim. The job goes to somebody who ran a shop before. Take care."
SENTENCE = "The job goes to somebody who ran a shop before."
VERDICTS: tuple[Verdict, ...] = tuple(
    verdict for verdict in Verdict if verdict is not Verdict.AMBIGUOUS
)
INTENTS = (
    "decline",
    "receipt",
    "invite",
    "assess",
    "offer",
    "outreach",
    "request",
    "closed",
    "alert",
)


def message(*, is_sent: bool = False) -> Message:
    sender = Address("", "jo@quill.example")
    return Message("k", "k@x.example", None, sender, "Hi", TEXT, is_sent=is_sent)


def heard(chances: Mapping[Verdict, float], *, intent: str = "decline") -> Heard:
    rest = (1.0 - sum(chances.values())) / (len(VERDICTS) - len(chances))
    start = TEXT.index(SENTENCE)
    at = INTENTS.index(intent)
    loud = tuple(0.92 if n == at else 0.01 for n in range(len(INTENTS)))
    said = Said("body", start, start + len(SENTENCE), loud)
    quiet = Said("body", 0, 10, (1 / 9,) * 9)
    whole: dict[Verdict, float] = {
        verdict: chances.get(verdict, rest) for verdict in VERDICTS
    }
    return Heard(whole, (quiet, said), INTENTS)


def rules(verdict: Verdict, *, confidence: float, words: str = "") -> Classification:
    because = (Because("en:x", words, "body", 0, len(words)),) if words else ()
    return Classification(verdict, confidence, because, "en")


SILENT = rules(Verdict.OTHER, confidence=0.9)


def test_both_together_are_surer_than_either() -> None:
    first = rules(Verdict.REJECTION, confidence=0.94, words="Hello")
    both = fuse(first, heard=heard({Verdict.REJECTION: 0.8}), message=message())
    assert both.verdict is Verdict.REJECTION
    assert both.confidence > 0.94
    assert both.because == first.because


def test_a_sure_voice_speaks_where_the_rules_are_silent_and_shows_its_sentence() -> (
    None
):
    both = fuse(SILENT, heard=heard({Verdict.REJECTION: 0.995}), message=message())
    assert both.verdict is Verdict.REJECTION
    because = both.because[0]
    assert (because.rule, because.words) == ("voice:decline", SENTENCE)
    assert TEXT[because.start : because.end] == SENTENCE


def test_an_unsure_voice_leaves_ordinary_mail_alone() -> None:
    doubt = heard({Verdict.OUTREACH: 0.4, Verdict.OTHER: 0.35})
    assert fuse(SILENT, heard=doubt, message=message()).verdict is Verdict.OTHER


def test_two_sure_voices_that_disagree_leave_it_to_the_person() -> None:
    first = rules(Verdict.CONFIRMATION, confidence=0.8, words="Hello")
    against = {Verdict.REJECTION: 0.53, Verdict.INTERVIEW: 0.43}
    against[Verdict.CONFIRMATION] = 0.025
    both = fuse(first, heard=heard(against), message=message())
    assert both.verdict is Verdict.AMBIGUOUS
    assert both.confidence == 0.5
    assert [because.rule for because in both.because] == ["voice:decline", "en:x"]


def test_own_mail_is_not_judged() -> None:
    sent = message(is_sent=True)
    first = rules(Verdict.OTHER, confidence=1.0)
    assert second_opinion(first, message=sent, system="") is first


@given(
    verdict=st.sampled_from(VERDICTS),
    confidence=st.floats(0, 1),
    chances=st.lists(st.floats(0.001, 1), min_size=10, max_size=10),
)
def test_the_rules_can_only_raise_the_chance_of_their_own_verdict(
    verdict: Verdict, confidence: float, chances: list[float]
) -> None:
    total = sum(chances)
    before: dict[Verdict, float] = dict(
        zip(VERDICTS, (x / total for x in chances), strict=True)
    )
    after = pooled(
        rules(verdict, confidence=confidence, words="Hello"),
        heard=Heard(before, (), INTENTS),
    )
    assert sum(after.values()) == pytest.approx(1.0)
    assert after[verdict] >= before[verdict] - 1e-9
    others = [each for each in VERDICTS if each is not verdict]
    assert all(after[each] <= before[each] + 1e-3 for each in others)
