"""The words by which a mail said its verdict, and the intent they are heard as."""

from __future__ import annotations

from onward.mail.rules.basics.tables import says_part, table_part, tables
from onward.mail.rules.basics.text import compared
from onward.mail.rules.types import ENDINGS, Because, Message, Reading, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import Heard, Said

BY_EAR = "voice:"
"""What the name of a rule begins with where the second voice decided, by a sentence."""

LEAST_CHOICE = 0.4
"""How likely a sentence must be heard as a no to be shown in the place of praise."""

INTENT_OF: dict[Verdict, str] = {
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
"""The intent of the sentence by which a mail says each verdict; ordinary mail has none."""


def is_by_ear(said: Classification | Reading) -> bool:
    """Say whether no rule's words are among those that speak for a verdict."""
    return all(each.rule.startswith(BY_EAR) for each in said.because)


def because_of(
    first: Classification,
    *,
    heard: Heard,
    chances: dict[Verdict, float],
    verdict: Verdict,
    message: Message,
) -> tuple[Because, ...]:
    """Return the words of whichever voice decided; both where both are in doubt."""
    if verdict is first.verdict and first.because:
        return first.because
    is_doubtful = verdict is Verdict.AMBIGUOUS
    able = [each for each in chances if each is not Verdict.AMBIGUOUS]
    wanted = max(able, key=lambda each: chances[each]) if is_doubtful else verdict
    said = _deciding(heard, verdict=wanted)
    if said is None:
        return first.because if is_doubtful else ()
    if wanted in ENDINGS:
        said = _choice_beside(said, heard=heard, message=message)
    text = message.subject if said.where == "subject" else message.text
    name = f"{BY_EAR}{INTENT_OF[wanted]}"
    words = Because(name, text[said.start : said.end], said.where, said.start, said.end)
    return (words, *first.because) if is_doubtful else (words,)


def _deciding(heard: Heard, *, verdict: Verdict) -> Said | None:
    """Return the sentence that spoke most for a verdict; None for ordinary mail."""
    intent = INTENT_OF.get(verdict)
    if intent is None or not heard.said:
        return None
    at = heard.intents.index(intent)
    return max(heard.said, key=lambda said: (said.chances[at], said.where == "body"))


def _choice_beside(said: Said, *, heard: Heard, message: Message) -> Said:
    """Return the sentence that says on whom the choice fell, in the place of praise for the reader.

    "Your case was strong, we all enjoyed the talk. In the end the choice fell on somebody who
    knows our system": kind words of a no are heard as one, too.
    """
    is_more = _says("turns", said, message) or _says_choice(said, message)
    if is_more or not _says("praise", said, message):
        return said
    at = heard.intents.index(INTENT_OF[Verdict.REJECTION])
    choices = [
        each
        for each in heard.said
        if each.where == "body"
        and each.chances[at] >= LEAST_CHOICE
        and _says_choice(each, message)
    ]
    return max(choices, key=lambda each: each.chances[at], default=said)


def _says_choice(said: Said, message: Message) -> bool:
    """Say whether a sentence says that the choice fell on another than the reader."""
    words = _words_of(said, message)
    return any(
        says_part("choice", code, "choice", words=words) for code in tables("choice")
    )


def _says(part: str, said: Said, message: Message) -> bool:
    words = _words_of(said, message)
    return any(
        table_part("choice", code, part).search(words) for code in tables("choice")
    )


def _words_of(said: Said, message: Message) -> str:
    text = message.subject if said.where == "subject" else message.text
    return compared(text[said.start : said.end])
