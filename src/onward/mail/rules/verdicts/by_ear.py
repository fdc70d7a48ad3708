"""What the second voice may not decide by itself: noes and tests that no sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Because, Message, Verdict
from onward.mail.rules.verdicts.voice import Heard

LEAST_SENTENCE = 0.55
"""A no that no rule knows is one where some sentence of it says so with this chance.

Of 150 such noes of the test letters half of those below it were none: what made them one was
a greeting, a department's name or the subject.
"""

LEAST_OUTSPOKEN = 0.9
"""The same where else a mail would be ordinary."""

LEAST_TEST = 0.8
"""So sure the ear has to be of a test, where a rule is sure that a talk is asked for."""

LEAST_NO = 0.9
"""The same for a no, where besides a day and an hour are named."""

PUT_FORWARD = frozenset({"en:put-forward-to-a-client", "de:beim-kunden-vorgestellt"})
"""The rules by which an agency tells that it put somebody forward: heard as a no, and none."""

_OF_A_PERSON = re.compile(
    r"\b(?:profile?|cv|résumé|resume|lebenslauf|bewerbung|application)\b", re.IGNORECASE
)
_GIVES_WAY = ENDINGS | {Verdict.CONFIRMATION, Verdict.INTERVIEW}
_INTENTS = ("decline", "closed")
_ENDS = (".", "!", "?", "…")


def is_unspoken(
    verdict: Verdict,
    *,
    heard: Heard,
    message: Message,
    least: float = LEAST_SENTENCE,
    told: Iterable[Because] = (),
) -> bool:
    """Say whether a mail is heard as a no of which no whole sentence says so.

    A greeting, a signature and a subject are no sentences.

    Args:
        least: From which chance on a sentence does.
        told: Words that a rule knows for something else; their sentences do not count.
    """
    if verdict not in ENDINGS:
        return False
    known = [each.start for each in told if each.where == "body"]
    places = [heard.intents.index(intent) for intent in _INTENTS]
    chances = [
        max(said.chances[place] for place in places)
        for said in heard.said
        if said.where == "body"
        and not any(said.start <= start < said.end for start in known)
        and message.text[said.start : said.end].rstrip(" *_)\"'»").endswith(_ENDS)
    ]
    return max(chances, default=0.0) < least


def is_put_forward(
    because: Iterable[Because], *, heard: Heard, is_ordinary: bool
) -> bool:
    """Say whether an agency only tells that it put the person forward.

    What else the mail says must not be heard as a no.

    Args:
        is_ordinary: The mail is heard as none about hiring, which lawyers and brokers also
            write to their clients: it has to be a profile or a résumé.
    """
    told = [
        each
        for each in because
        if each.rule in PUT_FORWARD
        and (not is_ordinary or _OF_A_PERSON.search(each.words))
    ]
    places = [heard.intents.index(intent) for intent in _INTENTS]
    others = [
        max(said.chances[place] for place in places)
        for said in heard.said
        if said.where == "body"
        and not any(said.start <= each.start < said.end for each in told)
    ]
    return bool(told) and max(others, default=0.0) < LEAST_SENTENCE


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
    if verdict in ENDINGS and chance >= LEAST_NO:
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
