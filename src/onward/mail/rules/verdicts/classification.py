"""What the rules say of a mail: a verdict, the words for it, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onward.mail.rules.types import Because, Verdict


@dataclass(frozen=True, slots=True)
class Clues:
    """What stands around the sentences of a mail, beside what they say.

    Attributes:
        points: Evidence of hiring; below zero something else is the topic.
        is_system: An applicant tracking system or job board carried the mail.
        is_from_hiring: Such a system, or an address that employers give to hiring.
        names_job: A job's title stands in it.
        is_story: Somebody who looks for work tells of it.
        is_to_reader: It speaks to somebody, or is about a job beyond doubt.
        is_answer: Its subject is that of an answer.
        is_known_sender: Its address alone says what it is.
        says_nothing: A notice that by its own words does not say what happened.
        is_beside_no: It declines as well, and invites for something else.
        is_known: Who wrote it is known from the search.
    """

    points: int = 0
    is_system: bool = False
    is_from_hiring: bool = False
    names_job: bool = False
    is_story: bool = False
    is_to_reader: bool = False
    is_answer: bool = False
    is_known_sender: bool = False
    says_nothing: bool = False
    is_beside_no: bool = False
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Classification:
    """A verdict with the words that decided it.

    Attributes:
        confidence: In 0..1, how far the deciding rule can be trusted.
        because: The deciding words first; empty where nothing was found.
        language: Code of the language file that decided, or the guessed one, or "".
        clues: What stands around the sentences, for whoever weighs the verdict.
    """

    verdict: Verdict
    confidence: float
    because: tuple[Because, ...] = ()
    language: str = ""
    clues: Clues = Clues()


_UNSURE = 0.5


def asked(
    said: Classification, *because: Because, sure: float = _UNSURE
) -> Classification:
    """Return a question to the person in the place of a verdict, for its words or those given."""
    return replace(
        said,
        verdict=Verdict.AMBIGUOUS,
        confidence=sure,
        because=because or said.because,
    )
