"""An employer's name as the text writes it, borne out by a domain, account or sender."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    without_board,
)
from onward.mail.rules.facts.employers.first_name import (
    behind_first_name,
    is_first_name_box,
)
from onward.mail.rules.facts.employers.label_fit import (
    GLUE_WORDS,
    Fit,
    fit,
    label_orders,
    may_begin,
    word_key,
)
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    is_plausible_name,
    label_variants,
    name_words,
    registrable_label,
    says_kind,
    tidy,
    without_legal_form,
    without_team_words,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import SystemKind, system_of_host, tenants
from onward.mail.rules.facts.titles.role import is_role_like

_UPPER = r"[^\W_a-zß-öø-ÿ]"
_WORD = rf"(?:(?:St|Dr|Mt|Prof|Gebr|Ev|Kath|Bros)\.|(?:Inc|Ltd|Co|Corp)\.(?= (?:&|and|of|KG)\b)|e\. ?V\.|{_UPPER}[\w'’&+/-]*(?:\.\w+)*)"
_GLUE = r"of the|of|the|and|for the|for|on|in|und|für|der|des|die|am|an der|an der|im|zum|zur|de la|de|du|la|von|ve|&|\+"
NAME_RUN = re.compile(
    rf"(?:{_UPPER}\w+- (?:und|and) )?{_WORD}(?: (?:(?:{_GLUE}) )?{_WORD}){{0,9}}"
)
BUILDINGS = frozenset(
    {"house", "haus", "building", "tower", "court", "gebäude", "campus"}
)
_MOST_RUNS = 150


@dataclass(frozen=True, slots=True)
class OwnName:
    """A name that a label bears out.

    Attributes:
        is_whole: Every letter of the label is accounted for.
        fills_line: The name stands on a line of its own, as under a letter.
    """

    name: str
    is_whole: bool
    fills_line: bool


@cache
def _openers() -> frozenset[str]:
    return frozenset(fact_words("never_opens_name"))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(fact_words("institutions"))


def _is_kept_head(word: str) -> bool:
    low = word.lower().strip(".,:")
    is_said = low in _openers() or low in name_words().matters
    return not is_said and not is_role_like(word)


def _head(words: list[str], *, start: int) -> int:
    """Return where a name begins that a label bears out from `start` on."""
    index = start
    while index > 0:
        before = words[index - 1]
        if before in GLUE_WORDS:
            glue = index - 1
            while glue > 0 and words[glue - 1] in GLUE_WORDS:
                glue -= 1
            if glue == 0 or words[glue - 1].lower() not in _institutions():
                break
            index = glue - 1
        elif _is_kept_head(before):
            index -= 1
        else:
            break
    return index


_CLOSING_GLUE = frozenset({"in", "on", "the", "von", "im", "die", "zum", "zur"})


def _tail(words: list[str], *, end: int) -> int:
    """Return one past the last word that still belongs to the name."""
    index = end
    while index < len(words):
        word = words[index]
        is_over = word[0].isupper() and re.split(r"['’]", word)[0].lower() in _openers()
        if word in _CLOSING_GLUE or is_over or any(c.isdigit() for c in word):
            break
        index += 1
    while index > end and words[index - 1] in GLUE_WORDS:
        index -= 1
    # "Kilcoran Co-op Milk Recorder" goes on with a title; "Plover Coast Lifeguards" does not.
    is_title = index - end > 1 and is_role_like(" ".join(words[end:index]))
    return end if is_title else index


def keys_of(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a run as domains write them; those that only join stay."""
    return tuple([word if word in GLUE_WORDS else word_key(word) for word in words])


# A German domain has "oe" for "ö", a Swedish or Turkish one "o".
_MARKED = re.compile("[äöüÄÖÜ]")
_UNMARKED = str.maketrans("äöüÄÖÜ", "aouAOU")


def _as_domains_write(words: list[str]) -> list[tuple[str, ...]]:
    """Return the keys of a run in each way in which domains write its letters."""
    spelled = [keys_of(words)]
    if any(map(_MARKED.search, words)):
        spelled.append(keys_of(word.translate(_UNMARKED) for word in words))
    return spelled


def name_in(
    words: list[str], *, keys: tuple[str, ...], label: str
) -> tuple[str, bool] | None:
    """Return the name inside a run of capitalised words that a label is made of.

    Args:
        keys: What `keys_of` makes of the words.
    """
    found: Fit | None = None
    for order in label_orders(label):
        here = fit(order, keys) if may_begin(order, keys) else None
        if here is not None and (found is None or here.is_whole > found.is_whole):
            found = here
    if found is None:
        return None
    start = _head(words, start=found.start)
    end = _tail(words, end=found.end)
    name = " ".join(words[start:end])
    least = " ".join(words[found.start : found.end])
    trimmed = without_team_words(tidy(name))
    bare = company_key(without_team_words(tidy(least)))
    if bare != company_key(least) and compact(company_key(least)) == label:
        # "Norrkraft Personal" is all that norrkraftpersonal.example spells.
        return least, found.is_whole
    name = trimmed if bare and bare in company_key(trimmed) else least
    return _bare(name, label=label), found.is_whole


_OWNER = re.compile(r"['’]s?$")


def _bare(name: str, *, label: str) -> str:
    """Return a name without the 's of "Cove's people", keeping that of "St Petroc's"."""
    bare = _OWNER.sub("", name)
    return name if bare == name or word_key(name) in label.replace("-", "") else bare


# "the desk job at Larch Dental I saw online": who says so is no part of a name, as the figure of "Larch Care I" is.
_I_SAY = re.compile(r" I(?:['’](?:m|d|ve|ll))?$")
_SAYS = re.compile(r",? [a-z]")


def without_who_says(run: str, *, behind: str) -> str:
    """Return a run of words with a capital without the "I" with which its sentence goes on."""
    return _I_SAY.sub("", run) if _SAYS.match(behind) else run


def _runs(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    count = 0
    for line in lines:
        alone = line.strip(" .,-–—()")
        for found in NAME_RUN.finditer(line):
            count += 1
            if count > _MOST_RUNS:
                return
            run = without_who_says(found.group(), behind=line[found.end() :])
            fills = run == alone or (
                alone.startswith(run) and run == without_legal_form(alone)
            )
            yield run, fills


def own_names(lines: Iterable[str], *, labels: Iterable[str]) -> list[OwnName]:
    """Return the names in lines of text that any of the labels is made of.

    Args:
        labels: Parts of domains, accounts and senders' names, e.g. "vaal-steel".
    """
    known = tuple(dict.fromkeys(label for label in labels if label))
    found: dict[str, OwnName] = {}
    if not known:
        return []
    for run, fills_line in _runs(lines):
        words = run.split()
        spelled = _as_domains_write(words)
        for label in known:
            hits = (name_in(words, keys=keys, label=label) for keys in spelled)
            hit = next(filter(None, hits), None)
            if hit is None or not is_plausible_name(hit[0]):
                continue
            name, is_whole = hit
            # "Larkfield House" is where "larkfieldhousing" has its office.
            if not is_whole and name.rpartition(" ")[2].lower() in BUILDINGS:
                continue
            before = found.get(name, OwnName(name, False, False))
            is_line = fills_line and len(name) + 4 > len(run)
            found[name] = OwnName(
                name, is_whole or before.is_whole, is_line or before.fills_line
            )
    return _without_units(list(found.values()))


def _without_units(names: list[OwnName]) -> list[OwnName]:
    """Drop "Merrymeet Holidays Overseas" where "Merrymeet Holidays" signs."""
    return [
        one
        for one in names
        if not any(_is_unit_of(one, other) for other in names if other.is_whole)
    ]


def _is_unit_of(one: OwnName, other: OwnName) -> bool:
    if other.name == one.name:
        return False
    if one.name.startswith(f"{other.name} "):
        rest = one.name[len(other.name) + 1 :]
    elif one.name.endswith(f" {other.name}"):
        rest = one.name[: -len(other.name) - 1]
    else:
        return False
    return is_unit(rest) or (other.fills_line and not one.fills_line)


_WHOLE_WEIGHT = 3.5
_PART_WEIGHT = 2.5
_SHOWN_WEIGHT = 2.5
_LINE_BONUS = 0.5
_GENERIC_BOX = re.compile(
    r"no-?t?-?reply|do-?not|job|career|karriere|talent|people|hiring|recruit|bewerb|apply|mail|notif|team|info|hello|system|assess|interview|invit|contact|office|messag|campus|remind|hr$"
)


def _labels(material: Material) -> Iterator[str]:
    """Yield what domains and accounts call the employer."""
    message = material.message
    for address in (message.sender, message.reply_to):
        if not address.domain or is_free_mail(address.domain):
            continue
        if not system_of_host(address.domain).name:
            label = registrable_label(address.domain)
            yield from (label, *label_variants(label))
        elif not (
            _GENERIC_BOX.search(address.local_part)
            or is_first_name_box(address)
            or behind_first_name(material)
        ):
            yield address.local_part
    yield from tenants(message, system=material.system)[:2]


_BEHIND_MATTER = re.compile(
    r"(?:(?:re|aw|wg|fwd?|tr|rv|antw|odp|sv|ynt): )*(\S+) (.+)", re.IGNORECASE
)
_KIND_WEIGHT = 2.5
_SHORTEST_BORNE = 5


def _behind_matter(material: Material) -> Iterator[Candidate]:
    """Yield the "Klinik Larch" of the subject "Vorstellungsgespräch Klinik Larch" from rehalarch.example.

    The domain spells all but the word for what it is.
    """
    found = _BEHIND_MATTER.fullmatch(material.subject.strip())
    if found is None or found[1].lower() not in name_words().matters:
        return
    words = found[2].split()
    is_name = NAME_RUN.fullmatch(found[2]) and len(words) > 1 and says_kind(words[0])
    rest = compact(company_key(" ".join(words[1:])))
    label = registrable_label(material.message.sender.domain).replace("-", "")
    is_borne = len(rest) >= _SHORTEST_BORNE and label.endswith(rest)
    if is_name and is_borne and is_plausible_name(found[2]):
        yield Candidate(found[2], "subject", _KIND_WEIGHT)


def _begins_motto(word: str, *, prose: str) -> bool:
    """Say whether a word for a kind of house only begins what a firm says of itself: "Tann & Wolf – Pflege mit Herz"."""
    if word.lower() not in name_words().kinds or word not in prose:
        return False
    motto = rf"\S [-–—] {re.escape(word)} (?:mit|für|aus|with|for|from|avec|pour) "
    return len(re.findall(motto, prose)) == prose.count(word)


def borne_out(material: Material, *, shown: Iterable[Candidate]) -> Iterator[Candidate]:
    """Yield employers as the text writes what a domain, account or sender shortens.

    Args:
        shown: Employers read from the sender's display name.
    """
    sender = material.message.sender
    lines = [material.subject, *material.prose.split("\n")]
    labels = list(_labels(material))
    for name in own_names(lines, labels=labels):
        if not name.is_whole and _begins_motto(name.name, prose=material.prose):
            continue
        weight = _WHOLE_WEIGHT if name.is_whole else _PART_WEIGHT
        weight += _LINE_BONUS if name.fills_line else 0.0
        yield Candidate(without_board(name.name), "own", weight)
    yield from _behind_matter(material)
    vendor = system_of_host(sender.domain)
    if vendor.name and vendor.kind is SystemKind.SCHEDULER:
        return
    named = [candidate.name for candidate in shown]
    is_firm = not is_person(sender) and not behind_first_name(material)
    if not named and is_firm:
        # "Jugendhilfe Schanzenhof" reads like work and is the sender's name all the same.
        display = clean_company(sender.name)
        own = own_names([display], labels=labels)
        if any(name.is_whole for name in own):
            named = [display]
            yield Candidate(display, "display", _SHOWN_WEIGHT)
    for name in own_names(lines, labels=named):
        if name.is_whole:
            yield Candidate(name.name, "own", _SHOWN_WEIGHT)
