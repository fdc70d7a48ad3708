"""What mail in the tone of hiring is about where no application is: a friend, a notice, a bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import chain

from onward.mail.rules.basics.needed import Needs
from onward.mail.rules.basics.tables import part_of_all, tables
from onward.mail.rules.basics.text import (
    Span,
    blanked,
    fold,
    lower,
    own_text,
    plain,
    strip_quoted,
)
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import LEAST_SENTENCE, is_unspoken
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.voice import Heard

AGAIN = "asked-again"
"""The name of the rule by which somebody is asked anew, as who was preferred is gone."""

_SURE = 0.9
_ENDED = frozenset({Verdict.REJECTION, Verdict.AMBIGUOUS})
_TOLD_OF_NOTICE = frozenset({Verdict.CONFIRMATION, Verdict.REJECTION})
_TOLD_OF_POOL = frozenset(
    {Verdict.OFFER, Verdict.CONFIRMATION, Verdict.AMBIGUOUS}
    | {Verdict.INFORMATION_REQUEST, Verdict.OUTREACH}
)
_OTHER_THING = {Verdict.INTERVIEW: "other_talk", Verdict.ASSESSMENT: "other_test"}


def beside(said: Classification, *, heard: Heard, message: Message) -> Classification:
    """Return the verdict of a mail, another where its words are about something else.

    1. A friend who hands papers on decides nothing: their words are no no.
    2. Thanks for the reader's notice come from the employer that they have.
    3. Who was preferred is gone, and the reader is asked anew: that is no no any more.
    4. A talk about a savings account and a blood test are none of an employer's.
    5. Welcome to a pool of talents offers nothing; how one liked to apply is a survey.
    6. An application for a visa, a loan or a flat is none for work, nor is an election, nor
       what an office for visas or driving licences decides.
    """
    question = _asked_again(heard, message=message) if said.verdict in _ENDED else None
    if question is not None:
        return replace(
            said,
            verdict=Verdict.INFORMATION_REQUEST,
            confidence=_SURE,
            because=(question,),
        )
    if said.verdict in _TOLD_OF_POOL:
        said = _other(said, message=message, part="pool")
        if is_by_ear(said) and _part("rates").search(_words(message)):
            return replace(said, verdict=Verdict.OTHER, because=())
    if said.clues.is_from_hiring:
        return said
    if _is_for_else(message):
        return replace(said, verdict=Verdict.OTHER, because=())
    is_heard_no = said.verdict is Verdict.REJECTION and is_by_ear(said)
    if is_heard_no and _hands_on(heard, message=message):
        return asked(said)
    if said.verdict in _TOLD_OF_NOTICE:
        return _other(said, message=message, part="leaving")
    part = _OTHER_THING.get(said.verdict)
    return _other(said, message=message, part=part) if part else said


def names_opening(text: str) -> bool:
    """Say whether words speak of an opening, or of taking anybody on."""
    return bool(_part("opening").search(lower(fold(text))))


_MOST_BEFORE = 60
_CLAUSE_BEGINS = re.compile(r"[.!?,\n]")
_CLAUSE_ENDS = re.compile(r"[,;:.!?]|\n\s*\n")
_SENTENCE = re.compile(r"[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*[.!?]*")


def without_other_talks(message: Message) -> Message | None:
    """Return a mail without what asks to talk of other openings, blanked; None where nothing does.

    "It is a no from them. Shall we talk about what else is around at four?" asks to no
    interview.
    """
    return _without(message, part="elsewhere")


def without_some_day(message: Message) -> Message | None:
    """Return a mail without what is to come once another opening does; None where nothing is.

    "We would be happy to invite you should another position come up" invites nobody.
    """
    return _without(message, part="some_day")


def without_praise(message: Message) -> Message:
    """Return a mail without what a friend says of whoever would not take the reader, blanked.

    "They'd be fools not to hire you" is no no, and "Good luck with the interview on Monday",
    beside it, asks to none. What stands before or behind a comma stays: "They took another,
    their loss!"
    """
    praised = [
        *_clauses(message, part="praise"),
        # Behind what it is about: "Seni işe almazlarsa aptallık etmiş olurlar".
        *_clauses(message, part="praise_behind", before=_MOST_BEFORE),
    ]
    if not praised:
        return message
    rest = replace(message, text=blanked(message.text, praised))
    return replace(rest, text=blanked(rest.text, _clauses(rest, part="luck")))


def _clauses(message: Message, *, part: str, before: int = 0) -> Iterator[Span]:
    """Yield where the words of a part stand, each up to the end of its clause.

    Args:
        before: So many characters of the clause before them at most belong to them too.
    """
    text, low = message.text, plain(message.text)
    met = _needs(part).met_in(low)
    for start, end in strip_quoted(text) if met else ():
        for found in chain.from_iterable(x.finditer(low, start, end) for x in met):
            first = max(start, found.start() - before)
            inside = _CLAUSE_BEGINS.split(low[first : found.start()])[-1]
            yield found.start() - len(inside), _clause_end(text, found.end())


def _clause_end(text: str, at: int) -> int:
    found = _CLAUSE_ENDS.search(text, at)
    return found.start() if found else len(text)


def _without(message: Message, *, part: str) -> Message | None:
    """Return a mail with the sentences of a part blanked; None where it has none."""
    text = message.text
    met = _needs(part).met_in(plain(text))
    if not met:
        return None
    spans = [
        found.span()
        for start, end in strip_quoted(text)
        for found in _SENTENCE.finditer(text, start, end)
        if any(each.search(lower(fold(found[0]))) for each in met)
    ]
    return replace(message, text=blanked(text, spans)) if spans else None


def _other(said: Classification, *, message: Message, part: str) -> Classification:
    """Return ordinary mail where its words are of this part, and of no application."""
    words = _words(message)
    is_sure_no = said.verdict is Verdict.REJECTION and not is_by_ear(said)
    if is_sure_no or not _part(part).search(words) or _part("applied").search(words):
        return said
    return replace(said, verdict=Verdict.OTHER, because=())


def _is_for_else(message: Message) -> bool:
    """Say whether an application is for something that is no work, and no work is spoken of."""
    words = _words(message)
    if _part("permits").search(lower(fold(message.sender.name))):
        return not _part("work").search(words)
    if not _may_be_for_else()(words):
        return False
    return bool(_part("applied_else").search(words)) and not _part("work").search(words)


@cache
def _may_be_for_else() -> Callable[[str], bool]:
    """Return what says quickly of most mails that they apply for nothing of the kind."""
    words = {
        word for table in tables("beside").values() for word in table["else_words"]
    }
    return first_word_finder(sorted(words), is_quick=True)


def _words(message: Message) -> str:
    return lower(fold(f"{message.subject}\n{own_text(message.text)}"))


def _asked_again(heard: Heard, *, message: Message) -> Because | None:
    """Return the question whether the reader is still there, as another is gone."""
    sentences = [
        (said, lower(fold(message.text[said.start : said.end])))
        for said in heard.said
        if said.where == "body"
    ]
    is_gone = any(
        _part("gone").search(words) and not _part("perhaps").search(words)
        for _, words in sentences
    )
    if not is_gone:
        return None
    for said, words in sentences:
        if "?" in words and _part("again").search(words):
            question = message.text[said.start : said.end]
            return Because(AGAIN, question, "body", said.start, said.end)
    return None


def _hands_on(heard: Heard, *, message: Message) -> bool:
    """Say whether somebody hands the reader's papers on, and no other sentence says no."""
    told = [
        said
        for said in heard.said
        if said.where == "body"
        and _part("passes_on").search(lower(fold(message.text[said.start : said.end])))
    ]
    if not told:
        return False
    others = replace(heard, said=tuple(x for x in heard.said if x not in told))
    return is_unspoken(
        Verdict.REJECTION, heard=others, message=message, least=LEAST_SENTENCE
    )


@cache
def _needs(part: str) -> Needs[re.Pattern[str]]:
    """Return a part of the table in each language, by what stands wherever it fits."""
    found = (table.get(part) for table in tables("beside").values())
    expressions = [re.compile(each) for each in found if each]
    return Needs({each: ([each],) for each in expressions})


def _part(name: str) -> re.Pattern[str]:
    return part_of_all("beside", name)
