"""Word of a school on a child's place in a class, or in the next round of a contest; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "schooling"
_PLACE = ("school", "group", "child")
_OF_CONTEST = ENDINGS | {Verdict.AMBIGUOUS, Verdict.CONFIRMATION}


def of_schooling(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what a school tells of a child, in the words of hiring.

    "The candidate was not selected for class 1B. Points: 148": it names a school, a class and a
    child or whoever is spoken of, and nothing of work. Systems that place pupils are named for
    recruiting, so who sends it says nothing.
    """
    code = language_for(message)
    if said.verdict in NOT_HIRING or code not in tables(_WORDS):
        return said
    sender = message.sender.name
    words = compared(f"{sender}\n{message.subject}\n{own_text(message.text)}")

    def says(part: str) -> bool:
        return bool(table_part(_WORDS, code, part).search(words))

    # A medal of an olympiad may stand in what an employer praises.
    is_contest = said.verdict in _OF_CONTEST and says("contest") and says("school")
    is_of_child = is_contest or all(map(says, _PLACE))
    if not is_of_child or says("work"):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())
