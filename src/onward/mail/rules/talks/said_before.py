"""Mail after a no that tells nothing new: all that decided is the subject of mail before it; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from onward.mail.rules.talks.own_title import bare_subject, is_reply
from onward.mail.rules.talks.own_word import GOES_ON, NOES
from onward.mail.rules.types import Verdict

_OF_SUBJECTS = GOES_ON & {verdict.value for verdict in Verdict}


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail of an application, or a no that stands in none.

    Attributes:
        meaning: What it was read as.
        is_of_subject: Nothing but its subject says so.
    """

    key: str
    at: datetime
    meaning: str
    subject: str = ""
    is_of_subject: bool = False


def says_subject_again(letters: Iterable[Letter]) -> frozenset[str]:
    """Return the keys of mail after a no that was read by nothing but a subject of before it.

    "Re: Next step: take-home" above "Thanks, take care!": what that conversation is called
    was read already, and opens nothing again. What new mail says in words of its own does.
    """
    found: set[str] = set()
    subjects: set[str] = set()
    is_over = False
    for each in sorted(letters, key=lambda letter: (letter.at, letter.key)):
        subject = bare_subject(each.subject)
        is_again = is_reply(each.subject) and subject in subjects
        subjects.add(subject)
        if each.meaning in NOES:
            is_over = True
        elif each.meaning not in GOES_ON:
            continue
        elif (
            is_over and is_again and each.is_of_subject and each.meaning in _OF_SUBJECTS
        ):
            found.add(each.key)
        else:
            is_over = False
    return frozenset(found)


def later_noes(letters: Iterable[Letter]) -> frozenset[str]:
    """Return the keys of noes that are not the first: a kind word behind one is heard so, too."""
    noes = [each for each in letters if each.meaning in NOES]
    ordered = sorted(noes, key=lambda letter: (letter.at, letter.key))
    return frozenset(each.key for each in ordered[1:] if each.key)
