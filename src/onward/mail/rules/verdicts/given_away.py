"""What sounds like an invitation and is none: a coffee once another has the place, praise for a talk; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import own_sentences, told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import blanked, fold, own_text, plain
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.names import UPPER
from onward.mail.rules.times.when import appointments
from onward.mail.rules.times.when_words import words_of
from onward.mail.rules.times.word_lists import any_of
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

ANOTHER_STARTS = "another-starts"
"""The name of the rule by which somebody else has the place: their first day is named."""

ENOUGH_PEOPLE = "enough-people"
"""The name of the rule by which they have all the people they need."""

_WORDS = "given_away"
_BESIDE = 50
"""How many characters beside a rule's words tell what one is asked to."""

_MISHEARD = frozenset({Verdict.INTERVIEW, Verdict.AMBIGUOUS, Verdict.OTHER})


def of_given_place(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS where another seems to have the place by name, and the reader is asked to no talk.

    "Thanks for your trial day. Jonas starts on Saturday. Do come by for a coffee": nobody is
    invited to what another has got. Whether it is that place no words say, so that it is asked
    about; an invitation that a rule finds stays. So is "Our niece starts on the paperwork next
    week", or "we are sorted for now", which is heard as a receipt.
    """
    if said.verdict is Verdict.CONFIRMATION:
        return _of_place_taken(said, message)
    is_ordinary = said.verdict is Verdict.OTHER
    if said.verdict not in _MISHEARD or (is_ordinary and not said.clues.is_known):
        return said
    if is_ordinary and (taken := _of_place_taken(said, message)) is not said:
        return taken
    code = language_for(message)
    if said.verdict is Verdict.INTERVIEW and _is_invited(said, message, code=code):
        return said
    if not _is_spoken_of(message, code=code):
        return said
    found = next(_another_starts(message, code=code), None)
    if found is None or _asks(message, without=found):
        return said
    return asked(said, found)


def _of_place_taken(said: Classification, message: Message) -> Classification:
    """Return AMBIGUOUS where a receipt is only heard or no rule is sure of it, and a sentence says that they have the people they need.

    Somebody of the writer's own family takes the work on, "we are sorted for now", "try again in
    March": of what arrived nobody says that.
    """
    code = language_for(message)
    is_doubtful = is_by_ear(said) or said.confidence < SURE_RULE
    if not is_doubtful or code not in tables(_WORDS):
        return said
    for start, end, told in told_sentences(message.text):
        is_heard = any(
            x.where == "body" and start <= x.start < end for x in said.because
        )
        if name := _taken_by(told, code=code, is_heard=is_heard):
            because = Because(name, message.text[start:end], "body", start, end)
            return asked(said, because)
    return said


def _taken_by(sentence: str, *, code: str, is_heard: bool) -> str:
    """Return the name of the rule by which a sentence says that no one is needed; "" where it does not.

    Args:
        is_heard: The receipt is heard in it: what family does beside that may be the hiring.
    """

    def says(part: str) -> bool:
        return table_part(_WORDS, code, part).search(sentence) is not None

    is_full = says("full") and not says("not_full")
    if (is_heard or is_full) and says("kin") and not says("kin_elsewhere"):
        return ANOTHER_STARTS
    is_later = _later(code).search(sentence) and not says("not_later")
    return ENOUGH_PEOPLE if is_full or is_later else ""


@cache
def _later(code: str) -> re.Pattern[str]:
    months = any_of(words_of((code,)).months)
    return re.compile(tables(_WORDS)[code]["later"].replace("<month>", months))


def of_praise(said: Classification, *, message: Message, system: str) -> Classification:
    """Return that a mail decides nothing which only praises how the reader talks.

    "You interview very well" invites nobody; "You interviewed very well, and we'd like to see
    you again on Tuesday" does.
    """
    if said.verdict is not Verdict.INTERVIEW:
        return said
    code, low = language_for(message), plain(message.text)
    if code not in tables(_WORDS) or not part_finder(_WORDS, (code,), "praise")(low):
        return said
    part = table_part(_WORDS, code, "praise")
    spans = [
        found.span()
        for start, end in own_sentences(message.text)
        for found in part.finditer(low, start, end)
    ]
    if not spans or _asks(message, without=None):
        return said
    rest = replace(message, subject="", text=blanked(message.text, spans))
    if classify(rest, system=system).verdict is Verdict.INTERVIEW:
        return said
    start, end = spans[0]
    words = Because("praises-the-talk", message.text[start:end], "body", start, end)
    return asked(said, words)


def _is_invited(said: Classification, message: Message, *, code: str) -> bool:
    """Say whether a rule found the invitation, and in other words than "come by for a coffee"."""
    if is_by_ear(said):
        return False
    coffee = table_part(_WORDS, code, "coffee")
    texts = {"subject": message.subject, "body": message.text}
    return not any(
        coffee.search(
            plain(texts[each.where]), max(0, each.start - _BESIDE), each.end + _BESIDE
        )
        for each in said.because
    )


def _is_spoken_of(message: Message, *, code: str) -> bool:
    """Say whether a mail is about a place that the reader asked for."""
    if code not in tables(_WORDS):
        return False
    is_spoken = part_finder(_WORDS, (code,), "spoken")
    return is_spoken(plain(message.subject)) or is_spoken(plain(own_text(message.text)))


def _another_starts(message: Message, *, code: str) -> Iterator[Because]:
    """Yield the sentences that say of somebody else, by name, that they start, where nothing is left to decide."""
    text, low = message.text, plain(message.text)
    if code not in tables(_WORDS) or not part_finder(_WORDS, (code,), "starts")(low):
        return
    starts = table_part(_WORDS, code, "starts")
    others = [table_part(_WORDS, code, part) for part in ("with_you", "elsewhere")]
    undecided = table_part(_WORDS, code, "undecided")
    for start, end, told in told_sentences(text):
        if not starts.search(told) or any(part.search(told) for part in others):
            continue
        found = _begins(code).match(" ".join(fold(text[start:end]).split()))
        if found is None or undecided.search(low, end):
            continue
        name = found["name"]
        greeting = own_text(text).lstrip().split("\n", 1)[0]
        if name not in greeting and has_given_name(name):
            # Whatever begins a sentence is written as names are: "Parking starts on Friday".
            yield Because(ANOTHER_STARTS, text[start:end], "body", start, end)


def _asks(message: Message, *, without: Because | None) -> bool:
    """Say whether a mail asks anything, or names an hour, but for these words."""
    text = message.text
    if without is not None:
        text = blanked(text, [(without.start, without.end)])
    own = own_text(text)
    if "?" in own or message.sent_at is None:
        return "?" in own
    return bool(appointments(fold(own), told_on=message.sent_at.date()))


@cache
def _begins(code: str) -> re.Pattern[str]:
    """Return what a sentence begins with that says of somebody named that they start."""
    table = tables(_WORDS)[code]
    return re.compile(
        rf"(?:(?:{table['before']}) )?(?P<name>[{UPPER}]\w+)(?: [{UPPER}]\w+)? (?i:{table['starts']})"
    )
