"""Answers whose subject alone invites: the subject is that of the mail before."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.talks.own_title import bare_subject
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import named_days, words_in
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF

_OF_ITS_OWN = ENDINGS | {Verdict.INFORMATION_REQUEST}
_HEARD_AS_OFFER = f"{BY_EAR}{INTENT_OF[Verdict.OFFER]}"


def by_own_words(message: Message, *, said: Classification) -> Message | None:
    """Return an answer without its subject where that alone made it an invitation or an offer, or None.

    Thanks, a question and a no say so in the words of the mail; a day or an hour, and a
    bare yes, go on about the talk. What answers a mail about an offer makes none by that:
    "What a pity, but I understand".
    """
    is_of_subject = bool(said.because) and all(
        each.where == "subject" for each in said.because
    )
    if not is_of_subject or not _is_quoted(message.subject):
        return None
    if is_offered(said):
        return replace(message, subject="")
    if said.verdict is not Verdict.INTERVIEW or message.sent_at is None:
        return None
    own = own_text(fold(message.text))
    words = words_in(own)
    told_on = message.sent_at.date()
    if any(times_in(own, words=words)) or any(
        named_days(own, told_on=told_on, words=words)
    ):
        return None
    return replace(message, subject="")


def is_offered(said: Classification) -> bool:
    """Say whether a mail was taken for an offer, or may be one by what was heard."""
    return said.verdict is Verdict.OFFER or any(
        each.rule == _HEARD_AS_OFFER for each in said.because
    )


def _is_quoted(subject: str) -> bool:
    return bare_subject(subject) != " ".join(subject.split()).casefold()


def is_of_its_own(verdict: Verdict, *, message: Message) -> bool:
    """Say whether what an answer is without its subject holds: a no, a request, thanks, a question."""
    own = own_text(fold(message.text))
    looks_back = words_in(own).found("looks_back").search(lower(own))
    return verdict in _OF_ITS_OWN or looks_back is not None or "?" in own
