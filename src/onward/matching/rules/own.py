"""What the person says of a read-out: their word wins over what was read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum

from onward.matching.rules.types import Decision, Reason, Status


class Correction(StrEnum):
    """What a person can say of a requirement."""

    NOT_ASKED = "not_asked"  # it is no requirement: struck out
    HAVE = "have"  # the résumé says it, in other words


def corrected(
    decided: Iterable[Decision], *, corrections: Mapping[str, Correction]
) -> tuple[list[Decision], list[Decision]]:
    """Return the decisions that stand, with the person's own among them, and those struck out.

    Args:
        corrections: By `Requirement.key`.
    """
    standing, struck = [], []
    for decision in decided:
        said = corrections.get(decision.requirement.key)
        if said is Correction.NOT_ASKED:
            struck.append(decision)
        elif said is Correction.HAVE and decision.status is Status.MISSING:
            standing.append(
                replace(
                    decision,
                    status=Status.OTHERWISE,
                    reason=Reason.SAID_BY_YOU,
                    closeness=None,
                )
            )
        else:
            standing.append(decision)
    return standing, struck
