"""The draft of a request: thanks, acceptance, one narrow question, an easy way out; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.core.languages import Language
from onward.core.text import search_fold
from onward.mail.rules.basics.text import UMLAUTS
from onward.mail.rules.talks.own_firm import company_of_domain
from onward.method.feedback.rules.kinds import Focus, Formality, Reached
from onward.method.feedback.rules.language import language_file

MAX_SUBJECT = 300
_BRACKET = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]|]*))?\]")
_NAME = re.compile(r"[^\W\d_][^\d_,;@()\[\]<>\"]*")
_NAME_WORD = re.compile(r"[^\W\d_]{4,}")
_PLACE = re.compile(r"\{(\w+)\}")
_REPLY_MARK = re.compile(
    r"^\s*(?:(?:re|aw|antw|antwort|rép|rv|sv|tr|wg|fwd?)\s*(?:\[\d+\])?\s*:\s*)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """How a draft speaks.

    Attributes:
        was_told: They said something about this application already, so that the draft
            thanks for it and asks further.
        is_formal_reason: What they said is a requirement that is not met: there is no
            beginning to ask for, but whether it opens the door later.
        is_about_hours: What they said is when the work is done, and nothing to work on
            either: the draft asks about a job with other hours.
        is_for_later: What they said is nothing to work on at all, as a funding that was cut
            or how far away somebody lives: the draft asks about the next such job.
        was_offered: They say that feedback can be had, so that the draft takes them up on
            it and gives no leave to stay silent.
        was_offered_a_talk: They offer to talk it through: the draft says yes to that, and
            asks when, instead of a question.
        writes_ss: They write German without an "ß", and so does the draft.
    """

    reached: Reached
    language: Language = Language.ENGLISH
    formality: Formality = Formality.FORMAL
    focus: Focus = Focus.SKILL
    was_told: bool = False
    is_formal_reason: bool = False
    is_about_hours: bool = False
    is_for_later: bool = False
    was_offered: bool = False
    was_offered_a_talk: bool = False
    writes_ss: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """What a draft is filled with; empty where it is not known.

    Attributes:
        name: Whom it is to.
        greeting: What they are greeted with where their mail tells it, instead of the name.
        me: Who writes.
        interviewed_on: The day of the last interview on the person's clock.
        client: The employer, where whom it is to works for another: an agency has many.
    """

    name: str = ""
    greeting: str = ""
    me: str = ""
    role: str = ""
    company: str = ""
    interviewed_on: date | None = None
    client: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that is ready to be read, changed and sent by the person."""

    subject: str
    body: str


def write_draft(voice: Voice, *, facts: Facts, last_subject: str = "") -> Draft:
    """Return the draft in this voice with these facts; what is not known is left out.

    Args:
        last_subject: Of the message that it answers; empty for a new conversation.
    """
    data = language_file(voice.language)
    words = data[voice.formality.value]
    values = _values(facts, data=data)
    thanks = [
        words["thanks"][voice.reached.value],
        *([words["told"]] if _goes_on(voice) else []),
        words["accept"],
    ]
    close = words["close"].replace("ß", "ss") if voice.writes_ss else words["close"]
    lines = [
        facts.greeting or fill(words["greeting"], values),
        fill(" ".join(thanks), values),
        *(fill(line, values) for line in _asked(voice, words)),
        "\n".join(filter(None, [fill(close, values), values["me"]])),
    ]
    subject = reply_subject(last_subject) or fill(data["subject"], values)
    return Draft(subject=subject[:MAX_SUBJECT], body="\n\n".join(lines))


def _asked(voice: Voice, words: Mapping[str, Any]) -> list[str]:
    if voice.was_offered_a_talk:
        return [words["take_up_talk"]]
    return [
        _question(voice, words),
        words["take_up" if voice.was_offered else "way_out"],
    ]


def _goes_on(voice: Voice) -> bool:
    return voice.was_told or (voice.focus == Focus.NEXT and not voice.is_for_later)


def _question(voice: Voice, words: Mapping[str, Any]) -> str:
    if voice.focus == Focus.NEXT:
        question: str = words["question"][_next_question(voice)]
        return question
    lead = words["ask_beyond"] if voice.was_told else words["ask"]
    key = "skill"
    if voice.focus == Focus.PREPARATION:
        key = f"preparation_{voice.reached.value}"
    return f"{lead} {words['question'][key]}"


def _next_question(voice: Voice) -> str:
    if voice.is_formal_reason:
        return "requirement"
    if voice.is_about_hours:
        return "hours"
    return "later" if voice.is_for_later else "next"


def _values(facts: Facts, *, data: Mapping[str, Any]) -> dict[str, str]:
    name = _one_line(facts.name)
    return {
        "name": name,
        "first": name.split()[0] if name else "",
        "me": _one_line(facts.me),
        "role": _one_line(facts.role),
        "company": _one_line(facts.company),
        "client": _one_line(facts.client),
        "day": day_words(facts.interviewed_on, data=data),
    }


def signature(names: Iterable[str], *, formality: Formality) -> str:
    """Return the first name that is known; under a formal letter, that name in full.

    Whoever is called "Vesna" here signs as "Vesna Prelog" where a later name says so.
    """
    first, *others = [*filter(None, map(_one_line, names)), ""]
    if formality != Formality.FORMAL or not first:
        return first
    words = set(first.casefold().split())
    return next(
        (
            name
            for name in others
            if words < set(name.casefold().split()) and _NAME.fullmatch(name)
        ),
        first,
    )


def client_of(company: str, *, address: str) -> str:
    """Return the employer where an address is of another firm, as an agency's is; else "".

    Nobody knows whose an address of a free mailbox is, or one that may be short for a name.
    """
    domain = search_fold(address.rpartition("@")[2])
    plain = {search_fold(company), search_fold(company.lower().translate(UMLAUTS))}
    words = {word for name in plain for word in _NAME_WORD.findall(name)}
    is_own = not words or any(word in domain for word in words)
    return "" if is_own or not company_of_domain(domain) else company


def _one_line(text: str) -> str:
    return " ".join(text.split())


def day_words(day: date | None, *, data: Mapping[str, Any]) -> str:
    """Return a day as the language writes it, without its year; "" where there is none."""
    if day is None:
        return ""
    number = str(day.day)
    if day.day == 1:
        number = data.get("first_day", number)
    words: str = data["date"].format(day=number, month=data["months"][day.month - 1])
    return words


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return the template with its places filled.

    `[for {role}|for the role]` is the first where all its places are known, otherwise the
    second, or nothing. What is filled in is never read as a template itself.
    """
    chosen = _BRACKET.sub(lambda found: _choice(found, values), template)
    parts = _PLACE.split(chosen)
    # Odd parts are the names of places.
    text = "".join(
        values.get(part, "") if place % 2 else part for place, part in enumerate(parts)
    )
    return text.strip()


def _choice(found: re.Match[str], values: Mapping[str, str]) -> str:
    known = all(values.get(name) for name in _PLACE.findall(found[1]))
    return found[1] if known else (found[2] or "")


def reply_subject(subject: str) -> str:
    """Return the subject of an answer, with one "Re:" in front; "" for an empty one."""
    bare = " ".join(_REPLY_MARK.sub("", subject).split())
    return f"Re: {bare}"[:MAX_SUBJECT] if bare else ""
