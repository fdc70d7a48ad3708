"""Word of a school on a child: a place in a class, a round of a contest, a talk with the parents; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.offices import writer_of
from onward.mail.rules.verdicts.thresholds import UNSPOKEN
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "schooling"
_OTHERS_WORDS = "other_matters"
_INTERVIEWS = "interviewing"
_NOES = ENDINGS | {Verdict.AMBIGUOUS}
_TALKS = frozenset(
    {Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.AMBIGUOUS}
    | {Verdict.INFORMATION_REQUEST, Verdict.CONFIRMATION}
)


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
    if is_known or said.verdict not in _NOES or code not in tables(_WORDS):
        return said
    sender = compared(message.sender.name)
    words = compared(f"{sender}\n{message.subject}\n{own_text(message.text)}")
    if _is_of_helper(said, code=code, words=words):
        return replace(said, verdict=Verdict.OTHER, because=())
    if said.clues.names_job:
        return said

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


def _is_of_helper(said: Classification, *, code: str, words: str) -> bool:
    """Say whether a school has enough parents who come along: "All positions have been filled"."""

    def says(name: str, part: str) -> bool:
        return bool(table_part(name, code, part).search(words))

    is_of_parents = says(_WORDS, "school") and says(_WORDS, "helps")
    is_work = says(_OTHERS_WORDS, "paid") or says(_OTHERS_WORDS, "applied")
    is_work = is_work or says(_INTERVIEWS, "talk") or says(_INTERVIEWS, "chosen")
    return is_of_parents and not (is_work or said.clues.is_from_hiring)


def of_parents_talk(
    said: Classification, *, message: Message, is_known: bool
) -> Classification:
    """Return ordinary mail in the place of a school's invitation to talk about a child.

    "We would like to invite you to a talk: Wednesday, 2.30 pm, room 12": two of its name, the
    reader's child and a class's own teacher stand in it, or its name in the subject; one alone is
    asked about. With a word of work or of an interview it stays what it is, since schools hire too.
    How a child does, "about Mia's progress in reading", needs neither: a teacher's own address
    seldom spells out that it is of a school.

    Args:
        is_known: The person applied to whoever sends it.
    """
    code = language_for(message)
    is_left = is_known or said.clues.is_from_hiring or said.verdict not in _TALKS
    if is_left or code not in tables(_WORDS):
        return said
    if _is_of_pupil(message, code=code):
        return replace(said, verdict=Verdict.OTHER, because=())
    sender, writer = message.sender, writer_of(message)
    named = compared(f"{sender.name}\n{sender.address}\n{message.subject}")
    if not table_part(_WORDS, code, "school").search(named):
        return said
    words = compared(f"{message.subject}\n{own_text(message.text)}")
    talk, teacher = (table_part(_WORDS, code, part) for part in ("talk", "teacher"))
    child = table_part(_WORDS, code, "child")
    signs = (talk.search(words), child.search(words), teacher.search(writer))
    rest = teacher.sub(" ", talk.sub(" ", words))
    is_work = table_part(_WORDS, code, "work").search(rest)
    if (
        not any(signs)
        or is_work
        or _is_interview(code, rest, is_of_child=all(signs[1:]))
    ):
        return said
    if sum(map(bool, signs)) > 1 or talk.search(compared(message.subject)):
        return replace(said, verdict=Verdict.OTHER, because=())
    return asked(said, sure=UNSPOKEN)


def _is_of_pupil(message: Message, *, code: str) -> bool:
    """Say whether a mail is on how a child does at school, and on no work or interview at all."""
    text = own_text(message.text)
    words = compared(f"{message.subject}\n{text}")
    rest = table_part(_WORDS, code, "teacher").sub(" ", words)
    is_of_work = table_part(_WORDS, code, "work").search(rest)
    return (
        table_part(_WORDS, code, "pupil").search(text) is not None
        and not is_of_work
        and not _is_interview(code, rest, is_of_child=True)
    )


def _is_interview(code: str, words: str, *, is_of_child: bool) -> bool:
    """Say whether a school speaks of an interview: in some languages parents have one as well."""
    part = "job" if is_of_child else "talk"
    return bool(table_part(_INTERVIEWS, code, part).search(words))


def _noes(said: Classification, message: Message) -> list[str]:
    """Return the sentences that say no; all where a mail as a whole does."""
    told = told_sentences(message.text)
    spans = [each for each in said.because if each.where == "body"]
    return [
        each.words
        for each in told
        if not spans or any(each.start <= span.start < each.end for span in spans)
    ]
