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
from onward.mail.rules.facts.employers.own_name import NAME_RUN, without_who_says
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.types import Address, Message

_READ_CHARS = 3_000
_OBJECT_CHARS = 220
_TITLE_CHARS = 70
_MOST_WORDS = 5
_TELLING = 4
_HEAD_WORDS = 4
"""So many words before another thing leave it what is applied for."""
_GAP_WORDS = 5
"""So many words between the verb and the post leave it what is applied for."""


class Outright(StrEnum):
    """What own words say that their writer applies for."""

    WORK = "work"
    MAYBE_TOLD = "maybe_told"
    """For work, in words that a friend is told of it with as well."""
    ELSE = "else"
    NONE = ""


@dataclass(frozen=True, slots=True)
class _Tongue:
    near: tuple[str, ...]
    said: re.Pattern[str]
    wishes: re.Pattern[str]
    post: re.Pattern[str]
    direct: re.Pattern[str]
    as_role: re.Pattern[str]
    yours: re.Pattern[str]
    breaks: re.Pattern[str]
    other: re.Pattern[str]
    never: re.Pattern[str]
    before: re.Pattern[str]
    kin: re.Pattern[str]
    friend: re.Pattern[str]
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
            post=_any([table["post"]]),
            direct=_any([table.get("direct", NEVER)]),
            as_role=_any([rf"\b(?:{table['as_role']})"]),
            yours=_words(table["yours"]),
            breaks=_words(table["breaks"]),
            other=_any([table["else"]]),
            never=_words(table["never"]),
            before=_any(table["before"]),
            kin=_any([table["kin"]]),
            friend=_any(table["friend"]),
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


def _words(parts: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{parts})(?!\w)", re.IGNORECASE)


def applies_outright(own: str) -> Outright:
    """Return what the person's own words apply for, where they say so in so many words.

    Args:
        own: What they wrote, folded, nothing quoted.
    """
    own = own[:_READ_CHARS]
    found = {
        _applied_for(tongue, own=own, verbs=verbs)
        for tongue in _near(own)
        for verbs in (tongue.said, tongue.wishes)
    }
    return next((each for each in Outright if each in found), Outright.NONE)


def is_of_another_matter(own: str, *, is_private: bool) -> bool:
    """Say whether own words ask how to apply, have done so, or show it to a friend.

    Args:
        own: What the person wrote, folded.
        is_private: It goes to a mailbox that anybody may have, a friend as well.
    """
    own = own[:_READ_CHARS]
    return any(
        tongue.before.search(own)
        or (is_private and (tongue.friend.search(own) or tongue.kin.search(own)))
        for tongue in _near(own)
    )


def is_said_to_decider(
    found: Outright, message: Message, *, own: str, is_private: bool
) -> bool:
    """Say whether the words alone are an application: said outright, to whoever decides.

    "I'm applying at the Quay Hotel" is told to a friend as well: it counts at a firm, and at
    another firm than the one it names not. Words to a mailbox that anybody may have are none
    by themselves.

    Args:
        found: What the words apply for.
        is_private: It goes to a mailbox that anybody may have.
    """
    if is_private or found in (Outright.ELSE, Outright.NONE):
        return False
    if is_of_another_matter(own, is_private=False):
        return False
    if found is Outright.WORK:
        return True
    firm = employer_outright(own)
    return not firm or _is_of(firm, message.to)


def _is_of(firm: str, to: Sequence[Address]) -> bool:
    shown = compact(company_key(" ".join(f"{each.name} {each.domain}" for each in to)))
    return any(
        word in shown for word in company_key(firm).split() if len(word) >= _TELLING
    )


def _applied_for(tongue: _Tongue, *, own: str, verbs: re.Pattern[str]) -> Outright:
    kinds = {_clause(tongue, own, said=said) for said in verbs.finditer(own)}
    if Outright.WORK in kinds and verbs is tongue.wishes:
        return Outright.MAYBE_TOLD
    return next((each for each in Outright if each in kinds), Outright.NONE)


def _clause(tongue: _Tongue, own: str, *, said: re.Match[str]) -> Outright:
    """Return what the words that apply have as their own object."""
    # Letters begun with "hiermit bewerbe ich mich" are spoken of, too.
    if own[: said.start()].endswith(QUOTES):
        return Outright.NONE
    thing = _thing(tongue, own, said=said)
    if tongue.never.search(thing):
        return Outright.ELSE if tongue.other.search(thing) else Outright.NONE
    if _is_for_kin(tongue, thing):
        return Outright.ELSE
    verb = 0 if tongue.is_object_first else len(" ".join(said[0].split()))
    is_post = any(
        _is_object(tongue, thing, post=post, verb=verb)
        for post in tongue.post.finditer(thing)
    ) or bool(verb and tongue.direct.match(thing[verb:].lstrip()))
    if is_post or _is_as_role(tongue, thing, verb=verb):
        return Outright.WORK
    other = tongue.other.search(thing)
    if other is None or not _is_head(tongue, other, verb=verb, thing=thing):
        return Outright.NONE
    return Outright.ELSE


def _is_object(tongue: _Tongue, thing: str, *, post: re.Match[str], verb: int) -> bool:
    """Say whether a post stands so near to the verb that it is what is applied for."""
    is_inside = post.start() < verb
    if tongue.is_object_first:
        gap = thing[post.end() :]
    else:
        gap = thing[0 if is_inside else verb : post.start()]
    return (
        len(gap.split()) <= _GAP_WORDS
        and not _PAUSE.search(gap)
        and not tongue.breaks.search(_OWN_PAPER.sub("", gap))
        and not tongue.other.search(gap + post[0])
        and not _is_part_played(thing[post.start() :])
    )


_ROLE_OF = re.compile(
    r"[^.!?,;:]*?\brole of (?:an? |the |your )?(?P<role>.{1,70})", re.IGNORECASE
)


def _is_part_played(post: str) -> bool:
    """Say whether a role is none of work: "the role of bees", "the role of Juliet"."""
    found = _ROLE_OF.match(post)
    if found is None:
        return False
    stop = _BEHIND_TITLE.search(found["role"])
    return not is_role_like(found["role"][: stop.start() if stop else None].strip())


def _is_for_kin(tongue: _Tongue, thing: str) -> bool:
    pause = _PAUSE.search(thing)
    return (
        tongue.kin.search(thing, 0, pause.start() if pause else len(thing)) is not None
    )


def _is_as_role(tongue: _Tongue, thing: str, *, verb: int) -> bool:
    """Say whether a title is applied for at whom it is written to: "als Köchin bei Ihnen"."""
    pause = _PAUSE.search(thing, verb)
    clause = thing[: pause.start() if pause else None]
    if not tongue.yours.search(clause) or tongue.other.search(clause):
        return False
    for found in tongue.as_role.finditer(clause):
        gap = clause[verb : found.start()]
        behind = clause[found.end() :][:_TITLE_CHARS]
        stop = _BEHIND_TITLE.search(behind)
        role = behind[: stop.start() if stop else None].strip()
        if (
            len(gap.split()) <= _GAP_WORDS
            and not tongue.breaks.search(gap)
            and len(role.split()) <= _MOST_WORDS
            and is_role_like(role)
        ):
            return True
    return False


_END = re.compile(r"[!?]|(?<=[^\W\d_]{3})[.](?=\s|\Z)|\n\s*\n")


def _thing(tongue: _Tongue, own: str, *, said: re.Match[str]) -> str:
    """Return the sentence from the words that apply on, or up to them in Turkish."""
    if tongue.is_object_first:
        ahead = _AHEAD.search(own[: said.end()][-_OBJECT_CHARS:])
        return " ".join(ahead[0].split()) if ahead else said[0]
    behind = _ENDS.sub("", own[said.end() :][:_OBJECT_CHARS])
    end = _END.search(behind)
    return " ".join((said[0] + behind[: end.end() if end else None]).split())


QUOTES = ('"', "'", "„", "“", "«", "« ", "»", "‚")
_AHEAD = re.compile(r"[^.!?\n]+\Z")
_OWN_PAPER = re.compile(
    r"\b(?:mijn|meine) (?:\w*sollicitatie|kandidatuur|bewerbung)\b", re.IGNORECASE
)
_ENDS = re.compile(
    r"\s*\((?:[mwdfhxi]|div|gn|all genders)(?:[/|,](?:[mwdfhxi]|div|gn)){1,3}\)",
    re.IGNORECASE,
)
"""What stands behind a title for whom it is: "(m/w/d)"."""
_PAUSE = re.compile(r"[,;:()]|\s-\s")
_AT_HOUSE = re.compile(
    r"\b(?:at|to|in|bei|beim|chez|(?<!om )en|presso|bij|hos|på|w|do|no|na)\b",
    re.IGNORECASE,
)


def _is_head(tongue: _Tongue, other: re.Match[str], *, verb: int, thing: str) -> bool:
    """Say whether something else is what is applied for, not a word of a house: "your club"."""
    if tongue.is_object_first or other.start() < verb:
        return True
    between = thing[verb : other.start()]
    return len(between.split()) <= _HEAD_WORDS and not _AT_HOUSE.search(between)


_BEHIND_TITLE = re.compile(
    r"[.!?,;:()\"\n]|\s-\s|\s(?:with|in|at|for|who|that|which|on|to|from|your|you|as|next|this|please|see|below|starting|from|and (?:can|could|am|have|would|will|the|my|i|to|look|believe|hope)|advertised|because|since|if|bei|beim|im|oder|mit|für|an|am|zu|ab|in ihr\w*|bewerben|ausgeschriebene?n?|und (?:kann|bin|habe|könnte|würde|freue|stehe|die|der|das|ich)|nächste\w*|bitte|siehe|sofort|anbei"
    r"|chez|dans|avec|pour|vous|au|et (?:vous|je|suis|peux|le|la|les|reste)|merci|veuillez|dès|ci-joint\w*|paru\w*|en|con|para|ustedes|publicad\w+|y (?:puedo|estoy|tengo|quedo|el|la|mi|soy)|por favor|adjunto|desde|próxim\w+|que|presso|nell\w*|nel|dell\w*|all\w*|per|da|e (?:posso|sono|ho|resto|il|la|mi|potrei)|allego|prossim\w+|subito|voi|bij|met|voor|op|en (?:kan|ben|heb|zou|de|het|ik)|graag|volgende|alstublieft|zie|vanaf|per|solliciteren|em|no|na|com|junto|e (?:posso|estou|tenho|sou|fico|o|a)|segue|próxim\w+|convosco"
    r"|w|z|i|lub|państwa|oraz|proszę|od zaraz|mogę|jestem|na|till|hos|på|med|för|vid|och (?:kan|är|har|skulle|jag|ser)|nästa|vänligen|se|från|i er|pozisyonu\w*|kadrosu\w*|görevi\w*|olarak|ve|lütfen|için)(?!\w)",
    re.IGNORECASE,
)


def role_outright(own: str) -> str:
    """Return the title that own words apply for, "" where they name none."""
    return next(filter(None, (_title(*each) for each in _things(own))), "")


def _things(own: str) -> Iterator[tuple[_Tongue, str]]:
    own = own[:_READ_CHARS]
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
        firm = without_who_says(found["firm"], behind=thing[found.end("firm") :])
        name = tidy(firm)
        if _YOURS.match(name):
            continue
        if is_plausible_name(name) and not (is_town(name) or is_role_like(name)):
            return name
    return ""
