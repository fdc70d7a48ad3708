"""Two voices, one verdict: the rules and the model are weighed, never overruled in silence."""

from __future__ import annotations

import math

from onward.mail.rules.classify import Classification
from onward.mail.rules.types import NOT_HIRING, Because, Message, Verdict
from onward.mail.rules.voice import Heard, Said, voice_for

TRUST: tuple[tuple[float, float], ...] = ((0.93, 2.4), (0.79, 1.4), (0.0, 0.8))
"""From this confidence of the rules on, so much is added to the logarithm of a chance."""

SILENCE = 2.0
"""What is added for OTHER where the rules found nothing at all to go by."""

LEAST_CHANCE = 0.5
"""A verdict that fewer than so many in one would share is AMBIGUOUS."""

_FLOOR = 1e-4
_INTENT: dict[Verdict, str] = {
    Verdict.REJECTION: "decline",
    Verdict.CONFIRMATION: "receipt",
    Verdict.INTERVIEW: "invite",
    Verdict.ASSESSMENT: "assess",
    Verdict.OFFER: "offer",
    Verdict.OUTREACH: "outreach",
    Verdict.INFORMATION_REQUEST: "request",
    Verdict.POSITION_CLOSED: "closed",
    Verdict.JOB_ALERT: "alert",
}


def second_opinion(
    first: Classification, *, message: Message, system: str
) -> Classification:
    """Return the verdict of both voices for a mail that the rules have read.

    Args:
        first: What the rules say.
        system: Applicant tracking system or job board that carried it, "" if none.
    """
    if message.is_sent or first.is_settled:
        return first
    second = voice_for(message)
    if second is None:
        return first
    if _is_silent(first) and not system and not second.is_worth_hearing(message):
        return first
    return fuse(first, heard=second.hear(message, system=system), message=message)


def _is_silent(first: Classification) -> bool:
    """Say whether the rules found nothing: OTHER for want of words, not because of some."""
    return first.verdict is Verdict.OTHER and not first.because


def fuse(first: Classification, *, heard: Heard, message: Message) -> Classification:
    """Return one verdict from what the rules say and what the model heard.

    Where both agree the verdict is surer than either. Where the rules found little the
    model decides if it is sure. Where they disagree and neither clearly outweighs the
    other the mail is AMBIGUOUS: a person decides.
    """
    chances = pooled(first, heard=heard)
    best = max(chances, key=lambda verdict: chances[verdict])
    chance = chances[best]
    if chance < LEAST_CHANCE:
        ordinary = sum(chances[verdict] for verdict in NOT_HIRING)
        # Where neither voice has anything to say, there is nothing for a person to decide.
        is_ordinary = ordinary >= LEAST_CHANCE or _is_silent(first)
        best = Verdict.OTHER if is_ordinary else Verdict.AMBIGUOUS
    return Classification(
        verdict=best,
        confidence=0.5 if best is Verdict.AMBIGUOUS else round(min(chance, 0.99), 2),
        because=_because(first, heard=heard, verdict=best, message=message),
        language=first.language,
    )


def pooled(first: Classification, *, heard: Heard) -> dict[Verdict, float]:
    """Return the chance of each verdict after both voices were heard; sums to 1."""
    trust = next(more for least, more in TRUST if first.confidence >= least)
    if _is_silent(first):
        trust = SILENCE
    scores = {
        verdict: math.log(max(chance, _FLOOR))
        + (trust if verdict is first.verdict else 0.0)
        for verdict, chance in heard.chances.items()
    }
    top = max(scores.values())
    powers = {verdict: math.exp(score - top) for verdict, score in scores.items()}
    total = sum(powers.values())
    return {verdict: power / total for verdict, power in powers.items()}


def _because(
    first: Classification, *, heard: Heard, verdict: Verdict, message: Message
) -> tuple[Because, ...]:
    """Return the words of whichever voice decided; both where both are in doubt."""
    if verdict is first.verdict and first.because:
        return first.because
    wanted = heard.verdict if verdict is Verdict.AMBIGUOUS else verdict
    said = _deciding(heard, verdict=wanted)
    if said is None:
        return first.because if verdict is Verdict.AMBIGUOUS else ()
    text = message.subject if said.where == "subject" else message.text
    name = f"voice:{_INTENT[wanted]}"
    words = Because(name, text[said.start : said.end], said.where, said.start, said.end)
    return (words, *first.because) if verdict is Verdict.AMBIGUOUS else (words,)


def _deciding(heard: Heard, *, verdict: Verdict) -> Said | None:
    """Return the sentence that spoke most for a verdict; None for ordinary mail."""
    intent = _INTENT.get(verdict)
    if intent is None or not heard.said:
        return None
    at = heard.intents.index(intent)
    return max(heard.said, key=lambda said: (said.chances[at], said.where == "body"))
