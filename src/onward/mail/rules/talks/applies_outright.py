"""Own mail that says in so many words that it is an application, papers or none; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from onward.mail.rules.basics.tables import NEVER, tables
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    is_plausible_name,
    tidy,
)
from onward.mail.rules.facts.employers.own_name import NAME_RUN
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.types import Address, Message

_OBJECT_CHARS = 220
_TITLE_CHARS = 70
_MOST_WORDS = 5
_TELLING = 4
_HEAD_WORDS = 4
"""So many words before the thing applied for leave it what is applied for."""


class Outright(StrEnum):
    """What own words say that their writer applies for."""

    WORK = "work"
    MAYBE_TOLD = "maybe_told"
    """For work, in words that a friend is told of it with as well."""
    BARE = "bare"
    """For work by the verb alone, no post named."""
    ELSE = "else"
    NONE = ""


@dataclass(frozen=True, slots=True)
class _Tongue:
    near: tuple[str, ...]
    said: re.Pattern[str]
    wishes: re.Pattern[str]
    of_work: re.Pattern[str]
    post: re.Pattern[str]
    other: re.Pattern[str]
    before: re.Pattern[str]
    title: re.Pattern[str]
    employer: re.Pattern[str]
    is_object_first: bool


@cache
def _tongues() -> tuple[_Tongue, ...]:
    return tuple(
        _Tongue(
            near=tuple(table["near"]),
            said=_any(table["said"]),
            wishes=_any(table["wishes"]),
            of_work=_any(table["of_work"]),
            post=_any([table["post"]]),
            other=_any([table["else"]]),
            before=_any(table["before"]),
            title=_any([rf"\b{table['as']}"]),
            employer=re.compile(
                rf"\b(?i:{table['at']})\s*(?P<firm>{NAME_RUN.pattern})"
            ),
            is_object_first=table.get("object_first", False),
        )
        for table in tables("applies_outright").values()
    )


def _near(own: str) -> list[_Tongue]:
    """Return the languages whose words may be there: a look for letters takes no time."""
    low = own.lower()
    return [each for each in _tongues() if any(part in low for part in each.near)]


def _any(parts: list[str]) -> re.Pattern[str]:
    pattern = "|".join(f"(?:{part})" for part in parts) or NEVER
    return re.compile(pattern, re.IGNORECASE)


def applies_outright(own: str, *, subject: str) -> Outright:
    """Return what the person's own words apply for, where they say so in so many words.

    Args:
        own: What they wrote, folded, nothing quoted.
        subject: Of the mail: it may name the post that "I wish to apply for it" is about.
    """
    found = {
        _applied_for(tongue, own=own, subject=subject, verbs=verbs)
        for tongue in _near(own)
        for verbs in (tongue.said, tongue.wishes)
    }
    return next((each for each in Outright if each in found), Outright.NONE)


def is_of_another_matter(own: str) -> bool:
    """Say whether own words ask how to apply, have done so, show it to a friend, or do so for kin."""
    return any(tongue.before.search(own) for tongue in _near(own))


def is_said_to_decider(
    found: Outright, message: Message, *, own: str, is_private: bool
) -> bool:
    """Say whether the words alone are an application: said outright, to whoever decides.

    "I'm applying at the Quay Hotel" is told to a friend as well: it counts at a firm, and at
    another firm than the one it names not.

    Args:
        found: What the words apply for.
        is_private: It goes to a mailbox that anybody may have.
    """
    if found in (Outright.ELSE, Outright.NONE) or is_of_another_matter(own):
        return False
    if found is Outright.WORK:
        return True
    firm = employer_outright(own)
    return not is_private and (not firm or _is_of(firm, message.to))


def _is_of(firm: str, to: Sequence[Address]) -> bool:
    shown = compact(company_key(" ".join(f"{each.name} {each.domain}" for each in to)))
    return any(
        word in shown for word in company_key(firm).split() if len(word) >= _TELLING
    )


def _applied_for(
    tongue: _Tongue, *, own: str, subject: str, verbs: re.Pattern[str]
) -> Outright:
    said = verbs.search(own)
    # Letters begun with "hiermit bewerbe ich mich" are spoken of, too.
    if said is None or own[: said.start()].endswith(_QUOTES):
        return Outright.NONE
    thing = _thing(tongue, own, said=said)
    post, other = tongue.post.search(thing), tongue.other.search(thing)
    if other is not None and _is_head(other, post=post, verb=said[0], thing=thing):
        return Outright.ELSE
    is_named = post is not None or bool(_title(tongue, thing))
    ahead = _AHEAD.search(own[: said.start()][-_OBJECT_CHARS:])
    if not is_named and ahead is not None:
        is_else = tongue.other.search(ahead[0]) is not None
        is_named = not is_else and tongue.post.search(ahead[0]) is not None
    if is_named or tongue.post.search(subject) or is_role_like(subject):
        is_told = verbs is tongue.wishes
        return Outright.MAYBE_TOLD if is_told else Outright.WORK
    return Outright.BARE if tongue.of_work.search(said[0]) else Outright.NONE


_END = re.compile(r"[!?]|(?<=[^\W\d_]{3})[.](?=\s|\Z)|\n\s*\n")


def _thing(tongue: _Tongue, own: str, *, said: re.Match[str]) -> str:
    """Return the sentence from the words that apply on, or up to them in Turkish."""
    if tongue.is_object_first:
        ahead = _AHEAD.search(own[: said.end()][-_OBJECT_CHARS:])
        return " ".join(ahead[0].split()) if ahead else said[0]
    behind = own[said.end() :][:_OBJECT_CHARS]
    end = _END.search(behind)
    return " ".join((said[0] + behind[: end.end() if end else None]).split())


_QUOTES = ('"', "'", "„", "“", "«", "« ", "»", "‚")
_AHEAD = re.compile(r"[^.!?\n]+\Z")
_AT_HOUSE = re.compile(
    r"\b(?:at|to|in|bei|beim|chez|en|presso|bij|hos|på|w|do|no|na)\b", re.IGNORECASE
)


def _is_head(
    other: re.Match[str], *, post: re.Match[str] | None, verb: str, thing: str
) -> bool:
    """Say whether something else is what is applied for, not a word of a house or a post.

    "For a permit for my job" is for a permit, "to Kew House School for the post" for a post.
    """
    if post is None:
        return True
    if post.start() <= other.start():
        return False
    between = thing[len(" ".join(verb.split())) : other.start()]
    return len(between.split()) <= _HEAD_WORDS and not _AT_HOUSE.search(between)


_BEHIND_TITLE = re.compile(
    r"[.!?,;:()\"\n]|\s-\s|\s(?:with|in|at|for|who|that|which|on|to|from|your|you|as|advertised|because|since|if|bei|beim|im|oder|mit|für|an|am|zu|ab|in ihr\w*|bewerben|ausgeschriebene?n?"
    r"|chez|dans|avec|pour|vous|au|et vous|paru\w*|en|con|para|ustedes|publicad\w+|que|presso|nell\w*|nel|dell\w*|all\w*|per|da|voi|bij|met|voor|op|solliciteren|em|no|na|com|junto|convosco"
    r"|w|z|i|lub|państwa|na|till|hos|på|med|för|vid|i er|pozisyonu\w*|kadrosu\w*|görevi\w*|olarak)(?!\w)",
    re.IGNORECASE,
)


def role_outright(own: str) -> str:
    """Return the title that own words apply for, "" where they name none."""
    return next(filter(None, (_title(*each) for each in _things(own))), "")


def _things(own: str) -> Iterator[tuple[_Tongue, str]]:
    for tongue in _near(own):
        for verbs in (tongue.said, tongue.wishes):
            said = verbs.search(own)
            if said is not None:
                yield tongue, _thing(tongue, own, said=said)


def _title(tongue: _Tongue, thing: str) -> str:
    for found in tongue.title.finditer(thing):
        behind = thing[found.end() :][:_TITLE_CHARS].lstrip()
        stop = _BEHIND_TITLE.search(behind)
        role = behind[: stop.start() if stop else None].strip(" '-")
        role = _KIND.sub("", role)
        if role and len(role.split()) <= _MOST_WORDS and is_role_like(role):
            return role
    return _title_before(thing)


_KIND = re.compile(r"\s+(?:jobs?|position|post|role|vacancy|opening)$", re.IGNORECASE)
_YOURS = re.compile(
    r"(?:your|our|ihn|ihr|euch|euer|eure|ihnen|votre|vos|vous|su|sus|vuestr\w+|vostr\w+|voi|uw|jullie|vosso|vossa|sua|seu|państw\w+|was|er|ert|dig)\b",
    re.IGNORECASE,
)
_BEFORE_POST = re.compile(
    r"\b(?:for|in) (?:the|your) (?P<role>[^\n.!?,:;()]{3,60}?) (?:position|post|role|job|vacancy|opening)\b"
    r"|(?P<turkish>(?:[^\W\d_][\w'/-]* ){1,3})(?:pozisyon|kadro|görev|olarak)\w*",
    re.IGNORECASE,
)


def _title_before(thing: str) -> str:
    """Return the title that stands before its kind: "for the bus driver job", "kasiyer pozisyonu"."""
    for found in _BEFORE_POST.finditer(thing):
        words = (found["role"] or found["turkish"]).split()
        # "Firmanızda kasiyer": the first words that are a title by themselves begin it.
        for first in range(len(words)):
            role = " ".join(words[first:])
            if is_role_like(role) and (found["role"] or is_role_like(words[first])):
                return role
        if found["turkish"] and is_role_like(words[-1]):
            return words[-1]
    return ""


def employer_outright(own: str) -> str:
    """Return at whom own words apply, "" where they say "at your hotel" or name a town."""
    for tongue, thing in _things(own):
        found = tongue.employer.search(thing)
        if found is None:
            continue
        name = tidy(found["firm"])
        if _YOURS.match(name):
            continue
        if is_plausible_name(name) and not (is_town(name) or is_role_like(name)):
            return name
    return ""
