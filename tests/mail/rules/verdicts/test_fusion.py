from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, Clues
from onward.mail.rules.verdicts.fusion import (
    rule_signs,
    said_by_known,
    second_opinion,
    weighed,
)
from onward.mail.rules.verdicts.ruled import is_said_twice
from onward.mail.rules.verdicts.thresholds import (
    FAINT,
    LEAST_CERTAIN,
    LEAST_CHANCE,
    LEAST_FOREIGN,
    LEAST_HIRING,
    LEAST_NO_BESIDE,
    LEAST_OFFER,
    LEAST_ORDINARY,
    LEAST_ORDINARY_OF_JOB,
    LEAST_ORDINARY_TALK,
    LEAST_RECEIPT,
    LEAST_REQUEST,
    LEAST_UNNAMED,
    LEAST_UNNAMED_TALK,
    LEAST_UNTOLD,
    SAID_BY_SYSTEM,
    SURE_POINTS,
    SURE_RULE,
    TWICE_SAID,
)
from onward.mail.rules.verdicts.unnamed import asked_where_unsure
from onward.mail.rules.verdicts.voice import Heard, Said
from tests.mail.rules.letters import make_message

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


def heard(chance: float = 0.92) -> Heard:
    start = TEXT.index(SENTENCE)
    loud = tuple(chance if intent == "decline" else 0.01 for intent in INTENTS)
    said = Said("body", start, start + len(SENTENCE), loud)
    quiet = Said("body", 0, 10, (1 / 9,) * 9)
    return Heard((quiet, said), INTENTS, ())


def chances(told: Mapping[Verdict, float]) -> dict[Verdict, float]:
    rest = (1.0 - sum(told.values())) / (len(VERDICTS) - len(told))
    return {verdict: told.get(verdict, rest) for verdict in VERDICTS}


def rules(verdict: Verdict, *, confidence: float, words: str = "") -> Classification:
    because = (Because("en:x", words, "body", 0, len(words)),) if words else ()
    return Classification(verdict, confidence, because, "en")


SILENT = rules(Verdict.OTHER, confidence=0.9)


def both(first: Classification, told: Mapping[Verdict, float]) -> Classification:
    return weighed(first, chances=chances(told), heard=heard(), message=message())


def test_where_the_rules_are_right_their_words_are_shown() -> None:
    first = rules(Verdict.REJECTION, confidence=0.94, words="Hello")
    found = both(first, {Verdict.REJECTION: 0.98})
    assert (found.verdict, found.confidence) == (Verdict.REJECTION, 0.98)
    assert found.because == first.because


def test_where_the_voice_decides_its_sentence_is_shown() -> None:
    found = both(SILENT, {Verdict.REJECTION: 0.9})
    assert found.verdict is Verdict.REJECTION
    because = found.because[0]
    assert (because.rule, because.words) == ("voice:decline", SENTENCE)
    assert TEXT[because.start : because.end] == SENTENCE


def test_mail_of_which_hiring_is_the_lesser_part_is_left_alone() -> None:
    found = both(SILENT, {Verdict.OUTREACH: 0.41, Verdict.OTHER: 0.55})
    assert (found.verdict, found.because) == (Verdict.OTHER, ())


@pytest.mark.parametrize(
    ("confidence", "ordinary", "verdict"),
    [
        (SURE_RULE, LEAST_ORDINARY - 0.02, Verdict.AMBIGUOUS),
        (SURE_RULE, LEAST_ORDINARY + 0.02, Verdict.OTHER),
        (SURE_RULE - 0.02, LEAST_ORDINARY - 0.02, Verdict.OTHER),
    ],
)
def test_a_plain_no_that_the_voice_hardly_denies_is_asked_about(
    confidence: float, ordinary: float, verdict: Verdict
) -> None:
    first = rules(Verdict.REJECTION, confidence=confidence, words="Hello")
    told = {Verdict.REJECTION: 0.99 - ordinary, Verdict.OTHER: ordinary}
    assert both(first, told).verdict is verdict


@pytest.mark.parametrize(
    ("ordinary", "verdict"),
    [
        (LEAST_ORDINARY_OF_JOB - 0.02, Verdict.AMBIGUOUS),
        (LEAST_ORDINARY_OF_JOB + 0.02, Verdict.OTHER),
    ],
)
def test_a_plain_no_to_a_job_that_is_named_is_asked_about(
    ordinary: float, verdict: Verdict
) -> None:
    first = rules(Verdict.REJECTION, confidence=SURE_RULE, words="Hello")
    clues = replace(first.clues, names_job=True, points=SURE_POINTS)
    told = {Verdict.REJECTION: 0.99 - ordinary, Verdict.OTHER: ordinary}
    assert both(replace(first, clues=clues), told).verdict is verdict


@pytest.mark.parametrize(
    ("receipt", "no", "verdict"),
    [
        (LEAST_RECEIPT - 0.02, LEAST_NO_BESIDE + 0.02, Verdict.REJECTION),
        (LEAST_RECEIPT + 0.02, LEAST_NO_BESIDE + 0.01, Verdict.CONFIRMATION),
        (LEAST_RECEIPT - 0.02, LEAST_NO_BESIDE - 0.02, Verdict.CONFIRMATION),
    ],
)
def test_a_plain_no_behind_thanks_is_one(
    receipt: float, no: float, verdict: Verdict
) -> None:
    first = rules(Verdict.REJECTION, confidence=SURE_RULE, words="Hello")
    told = {
        Verdict.CONFIRMATION: receipt,
        Verdict.REJECTION: no,
        Verdict.POSITION_CLOSED: 0.0,
    }
    assert both(first, told).verdict is verdict


def test_a_plain_no_behind_thanks_for_a_meeting_is_one() -> None:
    first = rules(Verdict.REJECTION, confidence=SURE_RULE, words="Hello")
    told = {Verdict.INTERVIEW: 0.43, Verdict.REJECTION: 0.26, Verdict.OTHER: 0.31}
    assert both(first, told).verdict is Verdict.REJECTION
    surer = {Verdict.INTERVIEW: 0.76, Verdict.REJECTION: 0.23}
    assert both(first, surer).verdict is Verdict.INTERVIEW


def test_a_closed_opening_that_is_heard_as_a_no_is_over_either_way() -> None:
    first = rules(Verdict.POSITION_CLOSED, confidence=SURE_RULE, words="Hello")
    told = {Verdict.REJECTION: 0.64, Verdict.POSITION_CLOSED: 0.3}
    assert both(first, told).verdict is Verdict.POSITION_CLOSED
    unlikely = {Verdict.REJECTION: 0.2, Verdict.POSITION_CLOSED: 0.19}
    rest = {Verdict.CONFIRMATION: 0.18, Verdict.INTERVIEW: 0.18, Verdict.OFFER: 0.18}
    assert both(first, unlikely | rest).verdict is Verdict.AMBIGUOUS


def test_answers_that_a_receipt_repeats_ask_for_nothing() -> None:
    told = {Verdict.INFORMATION_REQUEST: 0.51, Verdict.CONFIRMATION: 0.48}
    several = rules(Verdict.CONFIRMATION, confidence=TWICE_SAID, words="Hello")
    assert both(several, told).verdict is Verdict.CONFIRMATION
    one = rules(Verdict.CONFIRMATION, confidence=SURE_RULE, words="Hello")
    assert both(one, told).verdict is Verdict.INFORMATION_REQUEST
    asked = {Verdict.INFORMATION_REQUEST: 0.63, Verdict.CONFIRMATION: 0.36}
    assert both(several, asked).verdict is Verdict.INFORMATION_REQUEST


def test_of_a_tracking_system_a_no_behind_thanks_is_weighed_in_hiring_alone() -> None:
    told = {Verdict.CONFIRMATION: 0.27, Verdict.REJECTION: 0.23, Verdict.OTHER: 0.48}
    first = rules(Verdict.REJECTION, confidence=SURE_RULE, words="Hello")
    carried = replace(first, clues=Clues(is_system=True))
    assert both(carried, told).verdict is Verdict.REJECTION
    fewer = {Verdict.CONFIRMATION: 0.4, Verdict.REJECTION: 0.08, Verdict.OTHER: 0.5}
    assert both(carried, fewer).verdict is Verdict.CONFIRMATION


@pytest.mark.parametrize(
    ("confidence", "is_tracked", "is_twice"),
    [
        (SAID_BY_SYSTEM, True, True),
        (SAID_BY_SYSTEM, False, False),
        (SURE_RULE, True, False),
        (TWICE_SAID, False, True),
    ],
)
def test_two_plain_noes_of_a_tracking_system_are_enough(
    confidence: float, is_tracked: bool, is_twice: bool
) -> None:
    first = rules(Verdict.REJECTION, confidence=confidence, words="Hello")
    assert is_said_twice(first, is_tracked=is_tracked) is is_twice


@pytest.mark.parametrize(
    ("asked", "points", "verdict"),
    [
        (LEAST_REQUEST + 0.02, SURE_POINTS, Verdict.INFORMATION_REQUEST),
        (LEAST_REQUEST - 0.02, SURE_POINTS, Verdict.OTHER),
        (LEAST_REQUEST + 0.02, SURE_POINTS - 1, Verdict.OTHER),
    ],
)
def test_papers_that_a_rule_finds_asked_for_are(
    asked: float, points: int, verdict: Verdict
) -> None:
    first = rules(Verdict.INFORMATION_REQUEST, confidence=0.94, words="Hello")
    first = replace(first, clues=Clues(points=points))
    told = {Verdict.INFORMATION_REQUEST: asked, Verdict.OTHER: 0.99 - asked}
    assert both(first, told).verdict is verdict


def test_a_no_that_a_board_hands_on_is_none_of_its_news() -> None:
    note = make_message(
        "Neue Nachricht in Ihrem Postfach",
        "Guten Tag Frau Roe,\n\nSie haben eine neue Nachricht vom Arbeitgeber erhalten:\n\n"
        "Vielen Dank für Ihre Bewerbung als Köchin. Leider können wir Ihre Bewerbung nicht "
        "berücksichtigen.\n\nBitte antworten Sie nicht auf diese E-Mail.",
        sender="noreply@arbeitsagentur.de",
    )
    assert read_message(note).verdict is Verdict.REJECTION


@pytest.mark.parametrize(
    ("loudest", "chance", "verdict"),
    [
        (FAINT - 0.02, LEAST_UNNAMED - 0.02, Verdict.AMBIGUOUS),
        (FAINT + 0.02, LEAST_UNNAMED - 0.02, Verdict.REJECTION),
        (FAINT - 0.02, LEAST_UNNAMED + 0.02, Verdict.REJECTION),
    ],
)
def test_a_mail_that_faintly_sounds_like_a_no_is_asked_about(
    loudest: float, chance: float, verdict: Verdict
) -> None:
    first = rules(Verdict.CONFIRMATION, confidence=0.8, words="Hello")
    told = {Verdict.REJECTION: chance, Verdict.INTERVIEW: 0.99 - chance}
    found = weighed(
        first, chances=chances(told), heard=heard(loudest), message=message()
    )
    assert found.verdict is verdict


def test_what_only_the_voice_hears_needs_more_of_the_chance() -> None:
    share = (LEAST_HIRING + LEAST_UNTOLD) / 2
    told = {Verdict.INTERVIEW: share, Verdict.OTHER: 1 - share}
    assert both(SILENT, told).verdict is Verdict.OTHER
    first = rules(Verdict.INTERVIEW, confidence=0.6, words="Hello")
    assert both(first, told).verdict is Verdict.INTERVIEW


def test_a_no_that_a_sentence_says_needs_no_more_than_any_other_mail() -> None:
    share = (LEAST_HIRING + LEAST_UNNAMED) / 2
    told = {Verdict.REJECTION: share, Verdict.OTHER: 1 - share}
    found = both(SILENT, told)
    assert (found.verdict, found.confidence) == (Verdict.REJECTION, LEAST_UNNAMED)
    assert asked_where_unsure(found) is found
    story = Classification(Verdict.OTHER, 0.9, (), "en", Clues(is_story=True))
    assert both(story, told).verdict is Verdict.OTHER
    less = {Verdict.REJECTION: LEAST_HIRING - 0.02, Verdict.OTHER: 0.5}
    assert both(SILENT, less).verdict is Verdict.OTHER
    unsaid = weighed(SILENT, chances=chances(told), heard=heard(0.3), message=message())
    assert unsaid.verdict is Verdict.OTHER


def test_who_tells_of_a_search_is_asked_for_more_still() -> None:
    hiring = (LEAST_UNTOLD + LEAST_FOREIGN) / 2
    told = {Verdict.OFFER: hiring, Verdict.OTHER: 1 - hiring}
    assert both(SILENT, told).verdict is Verdict.OFFER
    story = Classification(Verdict.OTHER, 0.9, (), "en", Clues(is_story=True))
    assert both(story, told).verdict is Verdict.OTHER


def test_mail_of_a_tracking_system_needs_little_to_be_about_hiring() -> None:
    hiring = (LEAST_CERTAIN + LEAST_HIRING) / 2
    told = {Verdict.OFFER: hiring - 0.02, Verdict.OTHER: 1 - hiring}
    first = rules(Verdict.OFFER, confidence=0.94, words="Hello")
    assert both(first, told).verdict is Verdict.OTHER
    carried = replace(first, clues=Clues(is_system=True))
    found = both(carried, told)
    # What it means is judged among the verdicts of hiring alone.
    assert found.verdict is Verdict.OFFER
    assert found.confidence > 0.9
    doubtful = {Verdict.OFFER: 0.2, Verdict.INTERVIEW: 0.2, Verdict.OTHER: 0.5}
    assert both(carried, doubtful).confidence < hiring


def test_mail_that_names_no_job_is_asked_about_where_it_is_not_sure() -> None:
    sure = rules(Verdict.INTERVIEW, confidence=LEAST_UNNAMED_TALK, words="Hello")
    assert asked_where_unsure(sure) is sure
    unsure = replace(sure, confidence=LEAST_UNNAMED_TALK - 0.01)
    known = replace(unsure, clues=Clues(is_known=True))
    assert asked_where_unsure(known) is known
    no = replace(unsure, verdict=Verdict.REJECTION)
    assert asked_where_unsure(no) is no
    found = asked_where_unsure(unsure)
    assert (found.verdict, found.because) == (Verdict.AMBIGUOUS, sure.because)
    by_ear = replace(unsure, because=(Because("voice:invite", "Hello", "body", 0, 5),))
    assert asked_where_unsure(by_ear).verdict is Verdict.OTHER
    first = replace(by_ear, verdict=Verdict.OUTREACH, confidence=LEAST_FOREIGN - 0.01)
    assert asked_where_unsure(first).verdict is Verdict.OTHER
    assert asked_where_unsure(replace(first, confidence=LEAST_FOREIGN)).because
    hired = replace(by_ear, clues=Clues(is_from_hiring=True))
    assert asked_where_unsure(hired).verdict is Verdict.AMBIGUOUS


def test_what_a_rule_knows_for_something_else_stays_that() -> None:
    first = rules(Verdict.OTHER, confidence=0.94, words="Hello")
    assert second_opinion(first, message=message(), system="Greenhouse") is first


def test_what_an_address_is_known_for_stays_that() -> None:
    known = Classification(Verdict.OTHER, 0.9, (), "en", Clues(is_known_sender=True))
    assert second_opinion(known, message=message(), system="") is known


def test_an_alert_is_one_where_most_of_the_chance_or_a_rule_says_so() -> None:
    told = {Verdict.JOB_ALERT: 0.5, Verdict.OTHER: 0.3}
    assert both(SILENT, told).verdict is Verdict.OTHER
    first = rules(Verdict.JOB_ALERT, confidence=0.9, words="Hello")
    assert both(first, told).verdict is Verdict.JOB_ALERT
    sure = {Verdict.JOB_ALERT: 0.8, Verdict.OTHER: 0.1}
    assert both(SILENT, sure).verdict is Verdict.JOB_ALERT


def test_hiring_mail_without_a_likely_verdict_is_left_to_the_person() -> None:
    first = rules(Verdict.CONFIRMATION, confidence=0.8, words="Hello")
    found = both(first, {Verdict.REJECTION: 0.36, Verdict.INTERVIEW: 0.34})
    assert (found.verdict, found.confidence) == (Verdict.AMBIGUOUS, 0.5)
    assert [because.rule for because in found.because] == ["voice:decline", "en:x"]


def test_an_offer_that_only_the_voice_hears_is_more_than_half_sure() -> None:
    told = {Verdict.OFFER: (LEAST_CHANCE + LEAST_OFFER) / 2, Verdict.ASSESSMENT: 0.4}
    first = rules(Verdict.CONFIRMATION, confidence=0.8, words="Hello")
    assert both(first, told).verdict is Verdict.AMBIGUOUS
    offered = rules(Verdict.OFFER, confidence=0.8, words="Hello")
    assert both(offered, told).verdict is Verdict.OFFER


def test_a_notice_that_says_nothing_stays_open_unless_the_voice_is_certain() -> None:
    words = (Because("en:x", "Hello", "body", 0, 5),)
    clues = Clues(says_nothing=True)
    notice = Classification(Verdict.AMBIGUOUS, 0.5, words, "en", clues)
    assert both(notice, {Verdict.CONFIRMATION: 0.99}).verdict is Verdict.AMBIGUOUS
    assert both(notice, {Verdict.OFFER: 0.9}).verdict is Verdict.AMBIGUOUS
    assert both(notice, {Verdict.OFFER: 0.97}).verdict is Verdict.OFFER


def test_a_notice_says_what_a_whole_sentence_of_it_says() -> None:
    words = (Because("en:x", "Hello", "body", 0, 5),)
    notice = Classification(
        Verdict.AMBIGUOUS, 0.5, words, "en", Clues(says_nothing=True)
    )
    told = {Verdict.REJECTION: 0.9}
    assert both(notice, told).verdict is Verdict.REJECTION
    unsaid = weighed(notice, chances=chances(told), heard=heard(0.3), message=message())
    assert unsaid.verdict is Verdict.AMBIGUOUS


def test_own_mail_is_not_judged() -> None:
    sent = message(is_sent=True)
    first = rules(Verdict.OTHER, confidence=1.0)
    assert second_opinion(first, message=sent, system="") is first


@given(st.lists(st.floats(0.001, 1), min_size=10, max_size=10))
def test_a_verdict_is_given_for_enough_of_the_chance_only(parts: list[float]) -> None:
    told = {v: x / sum(parts) for v, x in zip(VERDICTS, parts, strict=True)}
    found = weighed(SILENT, chances=told, heard=heard(), message=message())
    hiring = 1.0 - sum(told[verdict] for verdict in NOT_HIRING)
    if found.verdict in NOT_HIRING:
        assert hiring < LEAST_UNTOLD
        assert told[Verdict.REJECTION] < LEAST_HIRING
    elif found.verdict is Verdict.AMBIGUOUS:
        best = max((v for v in VERDICTS if v not in NOT_HIRING), key=told.__getitem__)
        assert told[best] < (LEAST_OFFER if best is Verdict.OFFER else LEAST_CHANCE)
    else:
        assert told[found.verdict] >= LEAST_CHANCE


@given(st.lists(st.floats(0.001, 1), min_size=10, max_size=10))
def test_who_writes_is_heard_too_but_for_small_talk_and_offers(
    parts: list[float],
) -> None:
    told = {v: x / sum(parts) for v, x in zip(VERDICTS, parts, strict=True)}
    ordinary = replace(SILENT, clues=Clues(is_known=True))
    found = said_by_known(ordinary, chances=told, heard=heard(), message=message())
    hiring = 1.0 - sum(told[verdict] for verdict in NOT_HIRING)
    best = max((v for v in VERDICTS if v not in NOT_HIRING), key=told.__getitem__)
    if found.verdict is Verdict.OTHER:
        is_nothing = best in {Verdict.CONFIRMATION, Verdict.OUTREACH}
        assert hiring < LEAST_CERTAIN or is_nothing
    elif found.verdict is not Verdict.AMBIGUOUS:
        assert found.verdict is best is not Verdict.OFFER
        assert hiring >= LEAST_HIRING
        assert found.because[0].words == SENTENCE or best is not Verdict.REJECTION


def test_a_no_of_somebody_known_is_told_where_it_is_clear_and_else_waits() -> None:
    known = replace(SILENT, clues=Clues(is_known=True))
    for share, expected in (
        (0.65, Verdict.REJECTION),
        (0.45, Verdict.AMBIGUOUS),
        (0.2, Verdict.OTHER),
    ):
        told = chances({Verdict.REJECTION: share, Verdict.OTHER: 0.99 - share})
        found = said_by_known(known, chances=told, heard=heard(), message=message())
        assert found.verdict is expected


@given(
    st.sampled_from(list(Verdict)),
    st.floats(0, 1),
    st.integers(-60, 60),
    st.booleans(),
)
def test_what_the_rules_found_is_told_in_small_numbers_of_one_length(
    verdict: Verdict, confidence: float, points: int, has_words: bool
) -> None:
    words = "Hello" if has_words else ""
    plain = rules(verdict, confidence=confidence, words=words)
    first = Classification(
        plain.verdict, plain.confidence, plain.because, "en", Clues(points=points)
    )
    signs = rule_signs(first, system="")
    assert len(signs) == len(rule_signs(SILENT, system="Lever"))
    assert all(-1.0 <= sign <= 1.5 for sign in signs)


def test_an_answer_of_a_few_words_is_no_no_by_ear_alone() -> None:
    answer = Message(
        key="k",
        message_id="k@mail.example",
        sent_at=None,
        sender=Address("Ida Roe", "ida.roe@brook.example"),
        subject="RE: Logistics Clerk - first conversation",
        text="Super. Calendar entry is coming. Feel free to eat your soup.\n\nIda\n\n"
        "> Monday 20 July at 12.30 please, I can only do lunch.",
    )
    assert read_message(answer).verdict is Verdict.AMBIGUOUS


@pytest.mark.parametrize(
    ("ordinary", "verdict"),
    [
        (LEAST_ORDINARY_TALK - 0.02, Verdict.AMBIGUOUS),
        (LEAST_ORDINARY_TALK + 0.02, Verdict.OTHER),
    ],
)
def test_a_plain_invitation_that_is_nearly_ordinary_is_asked_about(
    ordinary: float, verdict: Verdict
) -> None:
    first = rules(Verdict.INTERVIEW, confidence=SURE_RULE, words="Hello")
    told = {Verdict.INTERVIEW: 0.99 - ordinary, Verdict.OTHER: ordinary}
    assert both(first, told).verdict is verdict


def test_an_employer_makes_an_offer_through_a_board_of_their_own() -> None:
    offer = make_message(
        "Conditional job offer: Porter",
        "Dear candidate, the trust has made you a conditional offer for the above post. "
        "Please log in to accept it or turn it down.",
        sender="noreply@jobs.nhs.uk",
    )
    assert read_message(offer).verdict is Verdict.OFFER
