"""Mail that names no job: told, asked about or left as ordinary, by how sure its verdict is."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.types import Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import (
    LEAST_CHANCE,
    LEAST_FOREIGN,
    LEAST_HIRING,
    LEAST_OF_ALONE,
    LEAST_UNNAMED,
    LEAST_UNNAMED_TALK,
    SURE_POINTS,
    UNSPOKEN,
)

_GOES_ON = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.CONFIRMATION})
"""What life holds beside hiring: appointments, exams, receipts."""


def asked_where_unsure(said: Classification, *, is_set: bool = False) -> Classification:
    """Return the verdict on mail that names no job: AMBIGUOUS where it is not sure enough.

    Two in three ordinary mails that are taken for hiring name none, and one in twenty of
    hiring mail. Where besides only the model's ear tells of hiring, it is ordinary; who
    writes about a job first names it.

    Args:
        is_set: A calendar's part of it asks to an event.
    """
    is_first = said.verdict is Verdict.OUTREACH and is_by_ear(said)
    least = LEAST_FOREIGN if is_first else LEAST_UNNAMED
    # By the words of a rule: whoever hires asks nobody to talk of a mural.
    is_of_hiring = said.clues.is_from_hiring and not is_by_ear(said)
    is_told = said.verdict is Verdict.INTERVIEW and is_of_hiring
    # "Cracking test score! Next: the panel, Monday 10:00": by its words a mere score.
    is_told = is_told or (is_set and _is_answer_by_rule(said))
    if said.verdict in _GOES_ON and not (said.clues.is_known or is_told):
        least = LEAST_UNNAMED_TALK
    if _is_alone(said) or (
        # Shops, cafés and roads are closed as well.
        said.verdict is Verdict.POSITION_CLOSED and _is_vague(said)
    ):
        least = LEAST_OF_ALONE.get(said.verdict, least)
    if _is_plain_of_known(said):
        is_of_work = said.clues.points >= SURE_POINTS
        least = LEAST_CHANCE if is_of_work else LEAST_HIRING
    is_asked = said.verdict is Verdict.AMBIGUOUS
    if is_asked and _is_alone(said):
        # A no that no sentence says, in a mail without a word of work: a mother's Easter.
        return replace(said, verdict=Verdict.OTHER, confidence=0.5, because=())
    if said.confidence >= (UNSPOKEN if is_asked else least):
        return said
    clues = said.clues
    speaks_of_work = clues.points >= SURE_POINTS or not is_by_ear(said)
    if clues.is_from_hiring or clues.is_known or speaks_of_work:
        return replace(said, verdict=Verdict.AMBIGUOUS, confidence=0.5)
    return replace(said, verdict=Verdict.OTHER, confidence=0.5, because=())


def _is_plain_of_known(said: Classification) -> bool:
    """Say whether a rule tells a verdict that the ear leans to as well, in hiring words of who is known."""
    is_told = said.clues.is_known and not is_by_ear(said)
    # Nobody is told of an offer by so few words.
    return is_told and said.verdict is not Verdict.OFFER


def _is_answer_by_rule(said: Classification) -> bool:
    """Say whether a rule reads an invitation in an answer."""
    is_talk = said.verdict is Verdict.INTERVIEW and not is_by_ear(said)
    return is_talk and said.clues.is_answer


def _is_alone(said: Classification) -> bool:
    """Say whether nothing but the ear tells of hiring, and hardly a word around does."""
    if said.language in HOME or said.clues.is_known:
        # In others one in two such mails is ordinary, but for those of firms applied to.
        return False
    return _is_vague(said)


def _is_vague(said: Classification) -> bool:
    """Say whether nothing but the ear tells of hiring, in whatever language."""
    clues = said.clues
    is_told = clues.is_from_hiring or clues.names_job or clues.is_answer
    is_vague = clues.points <= 1 and not is_told
    return is_vague and is_by_ear(said)
