"""Whether a message reads otherwise than it did, so that the person is asked about it."""

from __future__ import annotations

from onward.mail.rules.types import NOT_HIRING, Meaning, Verdict

_MEANINGS = frozenset({each.value for each in (*Verdict, *Meaning)})
_ORDINARY = frozenset(verdict.value for verdict in NOT_HIRING)


def reads_otherwise(now: str, *, was: str) -> bool:
    """Say whether what a message reads as now is something else than it was read as.

    News of openings and mail that is not about the search are the same to the person. What
    is no reading of a mail by itself, as what they wrote or what came back, is never said
    to be another.
    """
    if not {now, was} <= _MEANINGS:
        return False
    return now != was and not {now, was} <= _ORDINARY


def is_out_of_search(meaning: str) -> bool:
    """Say whether a message of this meaning is not about the person's search."""
    return meaning in _ORDINARY
