"""An employer's name as it is written best: in full, by the most trusted place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.label_fit import GLUE_WORDS
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    name_words,
    without_legal_form,
)
from onward.mail.rules.facts.employers.units import is_unit

ORDER = ("own", "subject", "body", "display", "signature", "domain", "tenant")
"""The places of names, the more telling ones first."""

WRITERS = frozenset({"display", "signature"})
"""The places where whoever wrote the mail stands."""

GLUE = GLUE_WORDS | {
    "vom",
    "to",
    "y",
    "e",
    "et",
    "le",
    "van",
    "do",
    "da",
    "dos",
    "das",
}
"""Words in lower case inside of names, which stand for no letter: "Haus vom Tor"."""

_LONGEST_LETTERS = 4
_FULLER_NAME = re.compile(r"[A-ZÄÖÜ][\w&'.-]+(?: [A-ZÄÖÜ&][\w&'.-]*)?")


def written_out(name: str, *, candidates: Sequence[Candidate]) -> str:
    """Return the full name of what is shown by its letters: "UK Altenau", "KDZ"."""
    short, _, rest = name.partition(" ")
    is_short = 0 < len(short) <= _LONGEST_LETTERS and not short[:1].islower()
    if not is_short or has_legal_form(name):
        return name
    for candidate in candidates:
        # "Fabryka Mebli Bor Sp" was cut in its legal form.
        words = without_legal_form(candidate.name).removesuffix(" Sp").split()
        head = words[: len(words) - len(rest.split())] if rest else words
        is_rest = not rest or company_key(" ".join(words)).endswith(
            f" {company_key(rest)}"
        )
        is_telling = candidate.place not in {"domain", "tenant"} and len(words) > 1
        if is_telling and is_rest and head and _stands_for(short, head):
            return candidate.name
    return name


def _stands_for(letters: str, words: list[str]) -> bool:
    """Say whether letters are those of words, in order, each word's first among them.

    "KDZ" is "Kommunale Datenzentrale Werra", "UK" is "Universitätsklinikum".
    """
    plain = company_key(" ".join(words))
    telling = [word for word in plain.split() if word not in GLUE]
    wanted = letters.lower()
    if not telling or len(plain) < 2 * len(wanted) + 2 or telling[0][0] != wanted[0]:
        return False
    firsts = "".join(word[0] for word in telling)
    if wanted == firsts[: len(wanted)]:
        return True
    rest = iter(compact(plain))
    is_inside = all(letter in rest for letter in wanted)
    return is_inside and letters.isupper() and len(telling) < len(wanted) + 1


def _ends_in_team(tail: str) -> bool:
    return any(word.lower() in name_words().team_words for word in tail.split())


def _tail_of(name: str, *, begun: str) -> str:
    """Return what a name goes on with, whole where it begins otherwise; capitals do not count."""
    count = len(begun.split())
    words = name.split()
    is_begun = company_key(" ".join(words[:count])) == company_key(begun)
    return " ".join(words[count:]) if is_begun and words[count:] else name


def best_written(winner: Candidate, *, candidates: list[Candidate]) -> str:
    """Return the winner's name as the most trusted place writes it.

    Under the mail it stands in full: "Kestrel Yard" is signed "Kestrel Yard Workspaces".
    """
    for candidate in candidates:
        tail = _tail_of(candidate.name, begun=winner.name)
        is_longer = candidate.place in WRITERS and tail != candidate.name
        if not has_legal_form(candidate.name):
            # "Ova Belediyesi Personel A.Ş." is a firm of its own.
            is_longer = is_longer and not _ends_in_team(tail)
            is_longer = is_longer and not any(map(is_unit, tail.split()))
        if is_longer and _FULLER_NAME.fullmatch(without_legal_form(tail)):
            return candidate.name
    key = compact(company_key(winner.name))
    same = [c for c in candidates if compact(company_key(c.name)) == key]
    return min(
        same, key=lambda c: (-c.weight, ORDER.index(c.place), -len(c.name), c.name)
    ).name
