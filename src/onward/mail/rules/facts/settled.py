"""Which title, employer and number a mail states, by what rules and finder both found.

Each text that either of them found is weighed against the others and against none of
them; the weights were fitted on invented mail that the finder had not seen.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from onward.mail.rules.basics.tables import ROOM
from onward.mail.rules.facts.employers.company import Candidate, is_company
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    is_system_name,
    registrable_label,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.spans import FOLDER, Span
from onward.mail.rules.facts.titles.role import clean_role, is_role_like
from onward.mail.rules.facts.titles.words import sounds_like_title

LAST = "last.json"
_GENDERS = re.compile(r"\(\s*\w\s*[/|,*]\s*\w(?:\s*[/|,*]\s*\w)?\s*\)|\(all genders\)")
_NOT_WORD = re.compile(r"\W+")
_MOST_WEIGHT = 8
_MOST_WORDS = 6
_LEAST_CHANCE = 0.01
_FULL_LOG = 4.6
_LIKELY = 0.3
_SURE = 0.9
_COMMA_LEAD = 1.5
_NEVER = 1_000.0
# By how much another text, or none, has to be ahead of what the rules choose.
_LEADS = {"company": (0.25, _NEVER), "role": (0.5, 1.0), "requisition": (0.0, 0.0)}


@dataclass(slots=True)
class Choice:
    """One text that may be the fact.

    Attributes:
        chance: The finder's greatest for any place where the text stands.
        parts: The same by kind of part.
        places: How much the rules trust the places where they found it.
        is_ruled: The rules alone would choose it.
    """

    key: str
    text: str
    chance: float = 0.0
    parts: dict[str, float] = field(default_factory=dict)
    times: int = 0
    places: dict[str, float] = field(default_factory=dict)
    is_ruled: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """What the rules found of one kind, and what they would choose; "" if none."""

    chosen: str
    found: Sequence[Candidate] = ()


def fact_key(text: str, *, kind: str) -> str:
    """Return a text as facts are told apart: "Data Engineer (m/w/d)" is "data engineer"."""
    if kind == "company":
        return company_key(text)
    return " ".join(_NOT_WORD.sub(" ", _GENDERS.sub(" ", text.lower())).split())


def choices_of(kind: str, *, ruled: Ruled, spans: Iterable[Span]) -> list[Choice]:
    """Return the texts that rules or finder found of one kind, each once."""
    found: dict[str, Choice] = {}

    def at(text: str) -> Choice:
        key = fact_key(text, kind=kind)
        return found.setdefault(key, Choice(key, text))

    for span in spans:
        if span.kind != kind:
            continue
        choice = at(span.text)
        if span.chance > choice.chance:
            choice.chance, choice.text = span.chance, span.text
        choice.parts[span.part] = max(choice.parts.get(span.part, 0.0), span.chance)
        choice.times += 1
    for candidate in ruled.found:
        choice = at(candidate.name)
        weight = max(choice.places.get(candidate.place, 0.0), candidate.weight)
        choice.places[candidate.place] = weight
    if ruled.chosen:
        choice = at(ruled.chosen)
        choice.is_ruled, choice.text = True, ruled.chosen
    return [choice for key, choice in found.items() if key]


Signs = dict[str, float]


def _log(chance: float) -> float:
    odds = max(chance, _LEAST_CHANCE) / max(1.0 - chance, _LEAST_CHANCE)
    return math.log(odds) / _FULL_LOG


def _fifth(chance: float) -> int:
    return int(chance * 5)


def _trust(choice: Choice) -> float:
    return sum(choice.places.values())


def _is_in(shorter: str, longer: str) -> bool:
    return shorter != longer and f" {shorter} " in f" {longer} "


def _of_finder(choice: Choice, *, top: float) -> Signs:
    chance = choice.chance
    signs = {"log": _log(chance), f"chance {_fifth(chance)}": 1.0}
    signs[f"times {min(choice.times, 3)}"] = 1.0
    signs |= {f"part {part}": each for part, each in choice.parts.items()}
    if chance <= 0:
        signs["unheard"] = 1.0
    elif chance >= top:
        signs["top"] = 1.0
    else:
        signs["gap"] = top - chance
    return signs


def _of_rules(choice: Choice, *, ruled: Choice | None, top: float) -> Signs:
    """Return what the rules say for a choice, and how it stands to what they choose."""
    trust = _trust(choice)
    signs = {f"rule {place}": w / 5 for place, w in choice.places.items()}
    signs["trust"] = min(trust, 10.0) / 10
    if choice.is_ruled:
        signs |= {"ruled": 1.0, f"ruled chance {_fifth(choice.chance)}": 1.0}
        signs[f"ruled places {len(choice.places)}"] = 1.0
        signs[f"ruled trust {min(int(trust), _MOST_WEIGHT)}"] = 1.0
        signs["ruled gap"] = top - choice.chance
    elif ruled is None:
        signs["no rule"] = 1.0
    else:
        signs["other"] = 1.0
        signs |= dict.fromkeys(_beside(choice, ruled=ruled), 1.0)
    return signs


def _beside(choice: Choice, *, ruled: Choice) -> Iterator[str]:
    """Yield how a choice stands to the longer, the shorter or the same text of the rules."""
    key, other = choice.key, ruled.key
    if _is_in(key, other):
        end = "head" if other.startswith(key) else "middle"
        end = "tail" if other.endswith(key) else end
        yield "in ruled"
        yield f"in ruled {end}"
        yield f"{end} of chance {_fifth(ruled.chance)}"
        yield f"{end} of places {min(len(ruled.places), 2)}"
        if ", " in ruled.text:
            yield f"{end} with comma"
    elif _is_in(other, key):
        yield "over ruled"
    elif compact(key) == compact(other):
        yield "spelled ruled"


def _of_company(choice: Choice, *, material: Material, role: str) -> Signs:
    name = choice.text
    told = {
        "legal": has_legal_form(name),
        "person": is_plain_person(name),
        "system": is_system_name(name),
        "unit": is_unit(name),
        "role-like": is_role_like(name),
        "no company": not is_company(name),
        "is role": bool(role) and choice.key == role,
    }
    sender = material.message.sender
    label = company_key(registrable_label(sender.domain)).replace(" ", "")
    key = compact(choice.key)
    shown = company_key(sender.name)
    told["in domain"] = key in label
    told["is domain"] = key == label
    told["domain in"] = bool(label) and label != key and label in key
    told["in shown"] = choice.key in shown
    told["is shown"] = choice.key == shown
    return {name: 1.0 for name, is_so in told.items() if is_so}


def _of_role(choice: Choice, *, company: str) -> Signs:
    signs = {
        f"role-like {is_role_like(choice.text)}": 1.0,
        f"title {sounds_like_title(choice.text)}": 1.0,
    }
    if company and choice.key == company:
        signs["is company"] = 1.0
    return signs


_LETTERS, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d+")


def _of_requisition(choice: Choice) -> Signs:
    shape = _LETTERS.sub("A", _DIGITS.sub("0", choice.text))[:_MOST_WORDS]
    return {f"shape {shape}": 1.0}


def _of_text(choice: Choice, *, others: Sequence[Choice]) -> Signs:
    signs = {f"words {min(len(choice.key.split()), _MOST_WORDS)}": 1.0}
    if choice.text[:1].islower():
        signs["lower"] = 1.0
    likely = [each.key for each in others if each.chance > _LIKELY]
    if any(_is_in(choice.key, key) for key in likely):
        signs["inside"] = 1.0
    if any(_is_in(key, choice.key) for key in likely):
        signs["outside"] = 1.0
    return signs


def _of_none(choices: Sequence[Choice], *, top: float) -> Signs:
    """Return what speaks for none of the choices."""
    signs = {"none": 1.0, "none top": top}
    signs[f"none of {min(len(choices), 4)}"] = 1.0
    for choice in choices:
        if choice.is_ruled:
            trust = min(int(_trust(choice)), _MOST_WEIGHT)
            signs |= {"none ruled": 1.0, "none chance": 1.0 - choice.chance}
            signs[f"none trust {trust}"] = 1.0
    return signs


def signs_of(
    kind: str,
    choices: Sequence[Choice],
    *,
    material: Material,
    ruled: Mapping[str, Ruled],
) -> list[Signs]:
    """Return what speaks for each choice, and last for none of them."""
    keys = {each: fact_key(ruled[each].chosen, kind=each) for each in ruled}
    top = max((choice.chance for choice in choices), default=0.0)
    chosen = next((choice for choice in choices if choice.is_ruled), None)
    found = []
    for choice in choices:
        signs = {"one": 1.0}
        signs |= _of_finder(choice, top=top)
        signs |= _of_rules(choice, ruled=chosen, top=top)
        signs |= _of_text(choice, others=choices)
        if kind == "company":
            signs |= _of_company(choice, material=material, role=keys["role"])
        elif kind == "role":
            company = fact_key(ruled["company"].chosen, kind="role")
            signs |= _of_role(choice, company=company)
        else:
            signs |= _of_requisition(choice)
        found.append(signs)
    return [*found, _of_none(choices, top=top)]


def score(signs: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return how much speaks for a choice; signs that were never seen say nothing."""
    return sum(value * weights.get(name, 0.0) for name, value in signs.items())


@cache
def _weights() -> dict[str, dict[str, float]]:
    path = ROOM.joinpath(FOLDER, LAST)
    found: dict[str, dict[str, float]] = json.loads(path.read_text("utf-8"))["weights"]
    return found


def settled(
    kind: str,
    *,
    material: Material,
    ruled: Mapping[str, Ruled],
    spans: Sequence[Span],
    is_allowed: Callable[[Choice], bool] = bool,
) -> str:
    """Return the text that most speaks for as the fact of one kind, "" for none.

    What the rules choose stays where nothing else is clearly better.

    Args:
        is_allowed: Whether what the rules did not choose may be the fact.
    """
    choices = choices_of(kind, ruled=ruled[kind], spans=spans)
    if not choices:
        return ""
    weights = _weights()[kind]
    signs = signs_of(kind, choices, material=material, ruled=ruled)
    *scores, none = (score(each, weights) for each in signs)
    lead, lead_of_none = _LEADS[kind]
    if ruled[kind].chosen:
        none -= lead_of_none
    chosen = next((choice for choice in choices if choice.is_ruled), None)
    scores = [
        each + (lead if choice.is_ruled else _lead(choice, ruled=chosen))
        for choice, each in zip(choices, scores, strict=True)
    ]
    shown = company_key(material.message.sender.name)
    for at in sorted(range(len(choices)), key=lambda at: -scores[at]):
        choice = choices[at]
        if scores[at] <= none:
            return ""
        if choice.is_ruled or not (
            _cuts_name(choice, ruled=chosen, shown=shown) or not is_allowed(choice)
        ):
            return written(kind, choice)
    return ""


def _cuts_name(choice: Choice, *, ruled: Choice | None, shown: str) -> bool:
    """Say whether a choice is the beginning of a name that the sender shows in full."""
    if ruled is None or ruled.key != shown or ruled.chance < _SURE:
        return False
    return ruled.key.startswith(f"{choice.key} ")


def _lead(choice: Choice, *, ruled: Choice | None) -> float:
    """Return what a choice loses that is a title without the field behind its comma."""
    if ruled is None or not ruled.text.startswith(f"{choice.text}, "):
        return 0.0
    return -_COMMA_LEAD


def written(kind: str, choice: Choice) -> str:
    """Return a chosen text as a fact is written: a title without "(m/w/d)"."""
    if kind == "role" and not choice.is_ruled:
        clean = clean_role(choice.text)
        return clean if fact_key(clean, kind=kind) == choice.key else choice.text
    return choice.text
