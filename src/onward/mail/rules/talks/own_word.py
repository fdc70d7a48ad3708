"""Which mail only answers what the person said themselves: a no, or a yes to an offer; pure."""

from __future__ import annotations

from collections.abc import Iterable

from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import Verdict

OWN_NOES = frozenset({SentMeaning.WITHDRAWAL.value, SentMeaning.OFFER_DECLINED.value})
NOES = OWN_NOES | {Verdict.REJECTION.value, Verdict.POSITION_CLOSED.value}
_AFTER_YES = frozenset({Verdict.OFFER.value, Verdict.INTERVIEW.value})
GOES_ON = frozenset(
    {
        Verdict.INTERVIEW.value,
        Verdict.ASSESSMENT.value,
        Verdict.INFORMATION_REQUEST.value,
        Verdict.OFFER.value,
        SentMeaning.APPLIED.value,
    }
)


def answers_to_own_word(letters: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the keys of mail that says no more than the person had said before it.

    After they withdrew or declined: "What a pity, I understand", the automatic decline and
    the confirmation. After they took an offer: "Welcome to the team", which is no second one,
    and the hour of the first day, which is no interview.

    Args:
        letters: Key and meaning of the mail of one application, oldest first.
    """
    found: set[str] = set()
    has_ended = has_accepted = False
    for key, meaning in letters:
        if meaning in _AFTER_YES and has_accepted:
            found.add(key)
        elif meaning in GOES_ON:
            has_ended = False
        elif meaning in NOES and has_ended:
            found.add(key)
        has_ended = has_ended or meaning in OWN_NOES
        has_accepted = has_accepted or meaning == SentMeaning.ACCEPTANCE.value
    return frozenset(found)
