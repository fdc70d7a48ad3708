"""Word of a school on a child's place in a class, or in the next round of a contest; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "schooling"
_NOES = ENDINGS | {Verdict.AMBIGUOUS}


def of_schooling(
    said: Classification, *, message: Message, is_known: bool
) -> Classification:
    """Return ordinary mail in the place of a no that a school tells of a child.

    "Candidate: Sophie Hall. She was not selected for class 1B": it names a school, a class and
    a child, and nothing of work. Systems that place pupils are named for recruiting, so who
    sends it says nothing. Offers and talks stay what they are: parents get them as well.

    Args:
        is_known: The person applied to whoever sends it.
    """
    code = language_for(message)
    is_left = is_known or said.verdict not in _NOES or said.clues.names_job
    if is_left or code not in tables(_WORDS):
        return said
    sender = compared(message.sender.name)
    words = compared(f"{sender}\n{message.subject}\n{own_text(message.text)}")

    def says(part: str, words: str = words) -> bool:
        return bool(table_part(_WORDS, code, part).search(words))

    # Who applied may have told an employer of an olympiad at school.
    is_contest = says("school", sender) and says("contest")
    is_of_child = says("school") and (
        (says("form") and says("group"))
        or any(
            says("child", each) and says("group", each) for each in _noes(said, message)
        )
    )
    if says("work") or not (is_contest or is_of_child):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())


def _noes(said: Classification, message: Message) -> list[str]:
    """Return the sentences that say no; all where a mail as a whole does."""
    told = told_sentences(message.text)
    spans = [each for each in said.because if each.where == "body"]
    return [
        each.words
        for each in told
        if not spans or any(each.start <= span.start < each.end for span in spans)
    ]
