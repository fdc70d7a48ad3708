"""How sure two voices must be together before a verdict is told, or asked about."""

from __future__ import annotations

from collections.abc import Mapping

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classification import Classification

LEAST_HIRING = 0.5
"""A mail is about hiring where its verdicts have so much of the chance together."""

SURE_RULE = 0.93
"""So sure a rule is that one plain sentence is enough for."""

SURE_POINTS = 4
"""Words of hiring around what is said, as many as a mail of it has."""

TWICE_SAID = 0.97
"""A verdict is as certain as that where three rules or more find it, one of them plain."""

SAID_BY_SYSTEM = 0.95
"""The same of a tracking system's mail: two rules, one of them plain."""

LEAST_UNTOLD = 0.75
"""The same where no rule holds and no hiring system or mailbox sent it.

What the model learned from holds far more hiring mail than anybody's mailbox does.
"""

LEAST_LESS_KNOWN = 0.8
"""The same in languages of which the model has heard less."""

LEAST_FOREIGN = 0.9
"""The same where somebody tells of a search, or seems to write of a job first."""

LEAST_CERTAIN = 0.35
"""The same where a tracking system or a job board sent it."""

LEAST_REQUEST = 0.3
"""So much a request needs where a plain rule finds it, and other words of hiring stand around."""

LEAST_CHANCE = 0.4
"""A verdict that fewer than so many in one would share is AMBIGUOUS."""

LEAST_UNNAMED = 0.6
"""The same for mail that names no job and that no hiring system sent."""

LEAST_AROUND = 0.6
"""So surely a mail has to be heard to decide nothing, where something else is heard besides."""

LEAST_BESIDE_AROUND = 0.3
"""As much of the chance is something else that is heard besides."""

LEAST_RULED = 0.2
"""The same of what a rule is sure of, beside that or beside a no that is a closed opening."""

LEAST_UNNAMED_TALK = 0.75
"""The same where it asks for a talk, a test or the like and nobody known sent it: of such mail of
English and German hands four of nine were about a mural, the police or a climb."""

MOST_ORDINARY = 0.2
"""With more of the chance for ordinary mail no rule is believed against the ear."""

FAINT = 0.3
"""A no that no rule knows needs a sentence of so much chance, or as much as mail without a job."""

LEAST_ORDINARY = 0.65
"""Where a plain rule says no, ordinary mail needs so much of the chance: half of the rest is a no."""

LEAST_ORDINARY_OF_JOB = 0.95
"""The same where the mail names a job and other words of hiring stand around: three in five are noes."""

LEAST_RECEIPT = 0.75
LEAST_NO_BESIDE = 0.22
"""A receipt needs so much where a rule is sure of a no, of which so much at least is heard."""

LEAST_ORDINARY_TALK = 0.55
"""The same for a plain invitation: of those so nearly ordinary four in five are of employers."""

LEAST_SAID = 0.95
"""The same for anything but a receipt, in a notice that does not say what happened."""

LEAST_OFFER = 0.6
"""The same for an offer that no rule found: nobody is to be told of one that is none."""

LEAST_CLEAR = 0.8
"""What share of hiring one verdict needs where only its writer makes a mail hiring mail."""

LEAST_HEARD = -0.5
"""Mail that no rule knows, and whose single words speak more against hiring, is not heard."""

LEAST_OF_ALONE: Mapping[Verdict, float] = {
    Verdict.INTERVIEW: 0.85,
    Verdict.ASSESSMENT: 0.9,
    Verdict.OFFER: 0.9,
    Verdict.POSITION_CLOSED: 0.9,
    Verdict.REJECTION: 0.9,
}
"""The same for what only the ear hears, among words of no job, in languages heard less of."""

UNSPOKEN = 0.55
"""How sure it is to be asked about what is heard as a no, and says none: half of it is one."""


def least_hiring(first: Classification) -> float:
    """Return how much of the chance hiring needs, by what else tells of it."""
    if is_certain(first):
        return LEAST_CERTAIN
    if not is_untold(first):
        return LEAST_HIRING
    if first.clues.is_story:
        return LEAST_FOREIGN
    is_known = first.language in HOME or not first.language
    return LEAST_UNTOLD if is_known else LEAST_LESS_KNOWN


def is_certain(first: Classification) -> bool:
    """Say whether what sent a mail sends little else than hiring mail."""
    return first.clues.is_system


def is_untold(first: Classification) -> bool:
    """Say whether only the model's ear tells of hiring."""
    if first.verdict is not Verdict.OTHER:
        return False
    return not (first.clues.is_system or first.clues.is_from_hiring)
