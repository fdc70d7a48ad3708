"""The document's ten languages: each has every word, and all say the same in them."""

from __future__ import annotations

import re
import tomllib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.core.languages import Language
from onward.exchange.rules.proof import (
    Deed,
    ProofField,
    ProofPart,
    Standing,
    kinds_of,
    standing_of,
)
from onward.exchange.rules.proof_ways import Way, WayKind
from onward.exchange.rules.proof_words import proof_words, usual_language

DAY = timedelta(days=1)
ON = date(2026, 11, 4)
FOLDER = files("onward.exchange.rules").joinpath("languages")
PLACE = re.compile(r"\{(\w*)\}")
MAY_LACK = {"first_day"}
RESULTS = {
    *NO_KINDS,
    *(EventKind.OFFER, EventKind.ACCEPTANCE, EventKind.REPLY),
    *(EventKind.INTERVIEW, EventKind.ASSESSMENT),
    *(EventKind.INFORMATION_REQUEST, EventKind.REOPENED),
}


def file_of(language: Language) -> dict[str, Any]:
    path = FOLDER.joinpath(f"{language.value}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def words_in(node: Any, *, at: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for name, value in node.items():
            yield from words_in(value, at=f"{at}/{name}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from words_in(value, at=f"{at}/{place}")
    else:
        yield at, node


def deed(kind: EventKind, on: date = ON, *, number: int = 1, **more: Any) -> Deed:
    return Deed(uuid.UUID(int=1), kind, on, number, **more)


def said(language: Language, *deeds: Deed, until: date = date(2026, 11, 30)) -> str:
    return proof_words(language).result(standing_of(deeds, until=until))


def test_there_is_one_file_a_language_and_none_beside() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert names == {f"{language.value}.toml" for language in Language}


@pytest.mark.parametrize("language", Language)
def test_every_language_has_every_word_with_the_same_places(language: Language) -> None:
    english = dict(words_in(file_of(Language.ENGLISH)))
    own = dict(words_in(file_of(language)))
    assert {key for key in own if key.strip("/") not in MAY_LACK} == set(english)
    for key, words in english.items():
        assert own[key].strip() == own[key] != ""
        assert sorted(PLACE.findall(own[key])) == sorted(PLACE.findall(words)), key


@pytest.mark.parametrize("language", Language)
def test_every_column_deed_way_and_result_can_be_said(language: Language) -> None:
    words = proof_words(language)
    heads = [words.column(field) for field in ProofField]
    # A table in CSV is keyed by them.
    assert len(set(heads)) == len(heads)
    for kind in kinds_of(tuple(ProofPart)):
        assert words.what(kind)
    assert words.way(Way(WayKind.EMAIL))
    assert "Personio" in words.way(Way(WayKind.ONLINE, "Personio"))
    assert words.way(Way(WayKind.ONLINE)) == words.file["ways"]["online"]
    found = words.way(Way(WayKind.FOUND, "StepStone"))
    assert found.endswith("StepStone")
    assert found not in {"StepStone", words.way(Way(WayKind.ONLINE, "StepStone"))}
    results = [words.result(Standing(deed(kind, is_dated=False))) for kind in RESULTS]
    assert len(set(results)) == len(results)
    assert all(results)


@pytest.mark.parametrize(
    ("language", "first", "eleventh"),
    [
        (Language.ENGLISH, "1 October 2026", "11 March 2027"),
        (Language.GERMAN, "1. Oktober 2026", "11. März 2027"),
        (Language.FRENCH, "1er octobre 2026", "11 mars 2027"),
        (Language.SPANISH, "1 de octubre de 2026", "11 de marzo de 2027"),
        (Language.ITALIAN, "1º ottobre 2026", "11 marzo 2027"),
        (Language.DUTCH, "1 oktober 2026", "11 maart 2027"),
        (Language.PORTUGUESE, "1 de outubro de 2026", "11 de março de 2027"),
        (Language.SWEDISH, "1 oktober 2026", "11 mars 2027"),
        (Language.POLISH, "1 października 2026 r.", "11 marca 2027 r."),
        (Language.TURKISH, "1 Ekim 2026", "11 Mart 2027"),
    ],
)
def test_a_day_is_written_as_the_language_does(
    language: Language, first: str, eleventh: str
) -> None:
    words = proof_words(language)
    assert words.day(date(2026, 10, 1)) == first
    assert words.day(date(2027, 3, 11)) == eleventh


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.sampled_from(Language))
def test_two_days_are_never_written_alike(day: date, language: Language) -> None:
    words = proof_words(language)
    months = words.file["months"]
    assert len(set(months)) == 12
    written = words.day(day)
    assert str(day.year) in written
    assert months[day.month - 1] in written
    assert written != words.day(day + DAY)


@given(
    st.lists(
        st.builds(
            Deed,
            st.just(uuid.UUID(int=1)),
            st.sampled_from(EventKind),
            st.dates(date(2026, 10, 1), date(2026, 12, 31)),
            st.integers(1, 99),
            is_dated=st.booleans(),
            is_ahead=st.booleans(),
            told_on=st.none() | st.dates(date(2026, 9, 1), date(2026, 10, 1)),
        ),
        max_size=8,
    ),
    st.sampled_from(Language),
    st.none() | st.dates(),
)
def test_whatever_happened_has_words_without_open_places(
    every: list[Deed], language: Language, set_for: date | None
) -> None:
    # Only an interview or a test is heard of before it is.
    heard = {EventKind.INTERVIEW, EventKind.ASSESSMENT}
    every = [
        each if each.kind in heard else replace(each, told_on=None, is_ahead=False)
        for each in every
    ]
    standing = standing_of(every, until=date(2026, 11, 30))
    words = proof_words(language).result(standing, set_for=set_for)
    assert not PLACE.search(words)
    if standing.last is not None:
        assert words
    if not any(each.kind in RESULTS for each in every):
        assert words == proof_words(language).file["results"]["none"]


def test_nothing_heard_is_no_answer_yet_and_what_was_asked_for_is_one() -> None:
    applied = deed(EventKind.APPLIED)
    assert said(Language.GERMAN, applied) == "Noch keine Antwort"
    asked = deed(EventKind.INFORMATION_REQUEST, number=2)
    words = "Unterlagen oder Angaben angefordert am 4. November 2026"
    assert said(Language.GERMAN, applied, asked) == words


def test_a_held_interview_says_that_it_was_and_when() -> None:
    held = deed(EventKind.INTERVIEW, told_on=ON - 9 * DAY, is_told_held=True)
    was = "Vorstellungsgespräch am 4. November 2026 hat stattgefunden"
    assert said(Language.GERMAN, held) == was
    # The next one, heard of on the 25th.
    heard = date(2026, 11, 25)
    ahead = deed(
        EventKind.INTERVIEW,
        date(2026, 12, 2),
        number=2,
        told_on=heard,
        is_ahead=True,
    )
    invited = "Einladung zum Vorstellungsgespräch (erhalten am 25. November 2026)"
    assert said(Language.GERMAN, held, ahead) == f"{was}; {invited}"
    reply = deed(EventKind.REPLY, heard, number=3)
    answered = "Antwort erhalten am 25. November 2026"
    assert said(Language.GERMAN, held, reply) == f"{was}; {answered}"
    no = deed(EventKind.REJECTION, heard, number=4)
    assert said(Language.GERMAN, held, no) == "Absage am 25. November 2026"


@pytest.mark.parametrize("language", Language)
def test_an_interview_whose_hour_is_over_is_told_with_its_day_alone(
    language: Language,
) -> None:
    words = proof_words(language)
    past = deed(EventKind.INTERVIEW, told_on=ON - 9 * DAY)
    results = words.file["results"]
    assert said(language, past) == results["dated"].format(
        what=results["interview"], day=words.day(ON)
    )
    held = replace(past, is_told_held=True)
    assert said(language, held) == results["interview_held"].format(day=words.day(ON))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [EventKind.INTERVIEW, EventKind.ASSESSMENT])
def test_what_was_told_of_without_a_day_is_an_invitation(
    language: Language, kind: EventKind
) -> None:
    words = proof_words(language)
    told = deed(kind, told_on=ON, is_dated=False)
    invited = words.file["results"][f"{kind.value}_invited"]
    assert said(language, told) == invited.format(heard=words.day(ON))
    # Of a list's nobody knows when it was heard of.
    assert (
        said(language, replace(told, told_on=None))
        == (words.file["results"][kind.value])
    )


def test_an_invitation_names_the_day_it_is_for_and_the_day_it_came() -> None:
    ahead = deed(EventKind.INTERVIEW, date(2026, 12, 2), told_on=ON, is_ahead=True)
    standing = standing_of([ahead], until=date(2026, 11, 30))
    words = proof_words(Language.GERMAN).result(standing, set_for=ahead.on)
    assert words == (
        "Einladung zum Vorstellungsgespräch am 2. Dezember 2026 "
        "(erhalten am 4. November 2026)"
    )


def test_silence_has_no_day() -> None:
    assert said(Language.GERMAN, deed(EventKind.SILENCE)) == "Keine Antwort erhalten"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", [EventKind.REOPENED, EventKind.POSITION_CLOSED])
def test_what_lasts_from_a_day_on_has_it_in_parentheses(
    language: Language, kind: EventKind
) -> None:
    words = proof_words(language)
    standing = Standing(deed(kind))
    what = words.file["results"][kind.value]
    assert words.result(standing) == f"{what} ({words.day(ON)})"


@pytest.mark.parametrize(
    ("language", "kind", "words"),
    [
        (Language.TURKISH, EventKind.POSITION_CLOSED, "İlan yayından kaldırıldı"),
        (Language.TURKISH, EventKind.OFFER_DECLINED, "İş teklifi tarafımca reddedildi"),
        (Language.TURKISH, EventKind.ASSESSMENT, "Test veya uygulama sınavı"),
        (Language.SWEDISH, EventKind.REPLY, "Svar mottaget den 4 november 2026"),
    ],
)
def test_a_result_is_said_as_a_clerk_would(
    language: Language, kind: EventKind, words: str
) -> None:
    assert proof_words(language).result(Standing(deed(kind))).startswith(words)


@pytest.mark.parametrize(
    ("language", "kind", "words"),
    [
        (Language.FRENCH, EventKind.INTERVIEW, "Convocation à un entretien"),
        (Language.POLISH, EventKind.ASSESSMENT, "Zaproszenie na test lub do wykonania"),
    ],
)
def test_an_invitation_is_said_as_a_clerk_would(
    language: Language, kind: EventKind, words: str
) -> None:
    ahead = Standing(deed(kind, ON + 9 * DAY, is_ahead=True), heard_on=ON)
    assert proof_words(language).result(ahead).startswith(words)


def test_the_language_of_most_mail_is_proposed() -> None:
    assert usual_language({"en": 4, "de": 9, "da": 30}) == Language.GERMAN
    assert usual_language({"en": 4, "de": 4}) == Language.ENGLISH
    assert usual_language({"": 4}) == Language.ENGLISH
