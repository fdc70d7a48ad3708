"""What the second voice may not decide by itself: noes and tests that no sentence says."""

from __future__ import annotations

from onward.mail.rules.types import NOT_HIRING, Message, Verdict
from onward.mail.rules.voice import Heard
from onward.mail.rules.when import appointments

LEAST_SENTENCE = 0.55
"""A no that no rule knows is one where some sentence of it says so with this chance.

Of 150 such noes of the test letters half of those below it were none: what made them one was
a greeting, a department's name or the subject.
"""

LEAST_TEST = 0.8
"""So sure the ear has to be of a test, where a rule is sure that a talk is asked for."""

LEAST_NO = 0.9
"""The same for a no, where besides a day and an hour are named."""

_DECISIONS = frozenset({Verdict.REJECTION, Verdict.POSITION_CLOSED})
_GIVES_WAY = _DECISIONS | {Verdict.CONFIRMATION, Verdict.INTERVIEW}
_INTENTS = ("decline", "closed")
_ENDS = (".", "!", "?", "…")


def is_unspoken(verdict: Verdict, *, heard: Heard, message: Message) -> bool:
    """Say whether a mail is heard as a no of which no whole sentence says so.

    A greeting, a signature and a subject are no sentences.
    """
    if verdict not in _DECISIONS:
        return False
    places = [heard.intents.index(intent) for intent in _INTENTS]
    chances = [
        max(said.chances[place] for place in places)
        for said in heard.said
        if said.where == "body"
        and message.text[said.start : said.end].rstrip(" *_)\"'»").endswith(_ENDS)
    ]
    return max(chances, default=0.0) < LEAST_SENTENCE


def is_outspoken(
    verdict: Verdict, *, chance: float, ruled: Verdict, message: Message
) -> bool:
    """Say whether a sure rule's invitation stands against what the ear makes of it.

    Who names a day and its hour to come asks to a talk, whatever else the mail goes on to
    say of the application.
    """
    if ruled is not Verdict.INTERVIEW or verdict in NOT_HIRING:
        return False
    if verdict is Verdict.ASSESSMENT:
        return chance < LEAST_TEST
    if verdict in _DECISIONS and chance >= LEAST_NO:
        return False
    return verdict in _GIVES_WAY and names_hour(message)


def names_hour(message: Message) -> bool:
    """Say whether a mail names a day and its hour that are still to come."""
    if message.sent_at is None:
        return False
    told_on = message.sent_at.date()
    return any(
        at.date() >= told_on for at in appointments(message.text, told_on=told_on)
    )
