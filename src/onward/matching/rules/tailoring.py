"""Was a résumé tailored to its advert: a cheap summary, with its threshold said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from onward.matching.rules.types import Decision, Need, Status

FEWEST_MUST_HAVES = 3
"""With fewer must-haves read, nothing is said about tailoring."""

SHOWN_IN_THREE = 2
"""Without a usual version: tailored when two in three of the must-haves are there."""


class Rule(StrEnum):
    """What the word "tailored" rests on."""

    TOO_FEW = "too_few"
    USUAL_VERSION = "usual_version"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Tailoring:
    """How many must-haves the sent version shows, and what that is called.

    Attributes:
        is_tailored: None where the advert names too few must-haves to say.
        shown: Must-haves that the sent version says, in the same or in other words.
        shown_usually: The same, of the person's usual version; None without one.
    """

    is_tailored: bool | None
    rule: Rule
    asked: int
    shown: int
    shown_usually: int | None = None


def tailored(
    sent: Iterable[Decision], *, usual: Sequence[Decision] | None = None
) -> Tailoring:
    """Return whether a version was tailored: it shows more must-haves than the usual one.

    Without a usual version, two in three of the must-haves are the threshold. Both count what is
    found and what is said otherwise; neither says anything about the person.
    """
    musts = [d for d in sent if d.requirement.need is Need.MUST]
    asked, shown = len(musts), _shown(musts)
    if asked < FEWEST_MUST_HAVES:
        return Tailoring(None, Rule.TOO_FEW, asked, shown)
    if usual is None:
        enough = shown * 3 >= asked * SHOWN_IN_THREE
        return Tailoring(enough, Rule.THRESHOLD, asked, shown)
    keys = {d.requirement.key for d in musts}
    usually = _shown(d for d in usual if d.requirement.key in keys)
    return Tailoring(shown > usually, Rule.USUAL_VERSION, asked, shown, usually)


def _shown(decided: Iterable[Decision]) -> int:
    return sum(d.status is not Status.MISSING for d in decided)
