"""Which noes only answer one that the person said themselves; pure."""

from __future__ import annotations

from collections.abc import Iterable

from onward.mail.rules.types import Verdict
from onward.mail.rules_sent import SentMeaning

OWN_NOES = frozenset({SentMeaning.WITHDRAWAL.value, SentMeaning.OFFER_DECLINED.value})
NOES = OWN_NOES | {Verdict.REJECTION.value, Verdict.POSITION_CLOSED.value}
_GOES_ON = frozenset(
    {
        Verdict.INTERVIEW.value,
        Verdict.ASSESSMENT.value,
        Verdict.INFORMATION_REQUEST.value,
        Verdict.OFFER.value,
        SentMeaning.APPLIED.value,
    }
)


def answers_to_own_no(letters: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the keys of noes that come after the person withdrew or declined an offer.

    "What a pity, I understand", the automatic decline that follows a withdrawal and the
    confirmation of it say nothing that the person did not say first.

    Args:
        letters: Key and meaning of the mail of one application, oldest first.
    """
    found: set[str] = set()
    has_ended = False
    for key, meaning in letters:
        if meaning in _GOES_ON:
            has_ended = False
        elif meaning in NOES and has_ended:
            found.add(key)
        has_ended = has_ended or meaning in OWN_NOES
    return frozenset(found)
