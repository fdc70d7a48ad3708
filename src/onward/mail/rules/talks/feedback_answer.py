"""Which no is no second one, but the answer to a question for feedback after the first; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower

ANSWERED_WITHIN = timedelta(days=90)
"""A no that comes later than this after the question is a word of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """One mail of an application.

    Attributes:
        asks: The person asked for feedback in it.
        is_no: It was read as a no.
        is_human: Somebody wrote it who can be answered.
        references: Message-IDs of the mails that it answers.
        gives: Its words say that it gives the feedback asked for.
        is_vague: It was read as what names neither a day nor an offer: "Re: Interview".
    """

    key: str
    at: datetime
    asks: bool = False
    is_no: bool = False
    is_human: bool = False
    message_id: str = ""
    references: tuple[str, ...] = ()
    gives: bool = False
    is_vague: bool = False


def feedback_answers(
    mail: Iterable[Said],
    *,
    noes: Sequence[datetime] = (),
    asked: Sequence[datetime] = (),
) -> set[str]:
    """Return the keys of mails that speak of an earlier no, to who asked about it.

    A no stands before. What then reads as another is the answer where it answers the
    person's own question, comes from somebody after they asked, or says that it gives what
    was asked for.

    Args:
        mail: All mails of one application.
        noes: When else a no was recorded.
        asked: When else the person asked for feedback.
    """
    ordered = sorted(mail, key=lambda said: (said.at, said.key))
    first = min((*noes, *(said.at for said in ordered if said.is_no)), default=None)
    if first is None:
        return set()
    questions = [said for said in ordered if said.asks and said.at > first]
    moments = [at for at in asked if at > first] + [said.at for said in questions]
    ids = {said.message_id for said in questions if said.message_id}
    return {
        said.key
        for said in ordered
        if (said.is_no or said.is_vague)
        and said.at > first
        and (
            not ids.isdisjoint(said.references)
            or (
                said.is_no
                and said.is_human
                and (said.gives or _is_soon(said.at, moments))
            )
        )
    }


def _is_soon(at: datetime, moments: Iterable[datetime]) -> bool:
    return any(asked < at <= asked + ANSWERED_WITHIN for asked in moments)


@cache
def _words(name: str) -> re.Pattern[str]:
    languages = tables("feedback_answer").values()
    return re.compile("|".join(each for table in languages for each in table[name]))


def gives_feedback(text: str) -> bool:
    """Say whether a mail's words give the feedback somebody asked for, or tell of their own accord why.

    Of their own accord is what points back to a no that a system sent, or is told by
    somebody themselves, and has a reason or a good word beside it.
    """
    told = lower(fold(text)).replace("\n", " ")
    if _words("gives").search(told):
        return True
    return bool(_words("personal").search(told) and _words("why").search(told))
