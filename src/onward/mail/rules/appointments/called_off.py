"""Whether it is a talk that is off, and not the opening; pure."""

from __future__ import annotations

from dataclasses import replace

from onward.mail.rules.appointments.rearranging import Turn, turn_of
from onward.mail.rules.appointments.time_answer import calls_off
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import Because, Message, Verdict
from onward.mail.rules.verdicts.beside import names_opening
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.decided import words_of_cut
from onward.mail.rules.verdicts.deciding import BY_EAR, INTENT_OF, is_by_ear
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "called_off"

# A talk that is off without another one may be all that somebody says of a no.
_TURNS = {
    Verdict.POSITION_CLOSED: frozenset({Turn.MOVED, Turn.CANCELLED}),
    Verdict.REJECTION: frozenset({Turn.MOVED}),
}

_TALK = f"{BY_EAR}{INTENT_OF[Verdict.INTERVIEW]}"
_ANSWERS = frozenset({Verdict.OTHER, Verdict.AMBIGUOUS, Verdict.CONFIRMATION})
"""What kind words around a talk that is off are taken for: "Don't worry, I got your mail"."""


def _is_of_day(said: Classification, message: Message) -> bool:
    """Say whether all words of a no call off a day: "I have to cancel for today"."""
    if said.verdict is not Verdict.REJECTION:
        return False
    told = [_sentence_of(each, message) for each in said.because]
    return all(turn_of(subject="", text=words) is Turn.CANCELLED for words in told)


def _sentence_of(each: Because, message: Message) -> str:
    """Return the sentence of the body in which deciding words stand; themselves elsewhere."""
    spans = own_sentences(message.text) if each.where == "body" else ()
    around = (span for span in spans if span[0] <= each.start < span[1])
    start, end = next(around, (0, 0))
    return message.text[start:end] or each.words


_HARDLY_HEARD = frozenset({Verdict.OTHER, Verdict.AMBIGUOUS, Verdict.INTERVIEW})


def off_by_known(
    said: Classification, *, first: Classification, message: Message
) -> Classification:
    """Return that a talk is off or moved where whoever is known for it says so in plain words.

    "All interviews are cancelled. Please do not come." says nothing else of a job, and is
    heard as ordinary, or as nothing sure: a main broke. So is "Mr Roe is held up tomorrow, our
    appointment at 4 is cancelled", which no rule knows for an interview, and the ear does.

    Args:
        first: What the rules say.
    """
    is_told = first.verdict is Verdict.INTERVIEW and first.confidence >= SURE_RULE
    is_told = is_told and said.verdict in _HARDLY_HEARD
    is_answer = first.clues.is_answer and said.verdict in _ANSWERS
    if said.verdict is Verdict.CONFIRMATION and (
        first.clues.is_answer or first.clues.is_known
    ):
        is_both = first.clues.is_answer and first.clues.is_known
        return _off_behind_receipt(said, is_both=is_both, message=message)
    if not first.clues.is_known or not (
        is_told or is_answer or _is_heard_as_talk(said)
    ):
        return said
    turn = turn_of(subject=message.subject, text=message.text)
    if turn not in {Turn.MOVED, Turn.CANCELLED}:
        return said
    if is_told:
        return first
    sure = max(said.confidence, LEAST_UNNAMED)
    because = _saying_so(message) if is_answer else said.because
    return replace(said, verdict=Verdict.INTERVIEW, confidence=sure, because=because)


def _off_behind_receipt(
    said: Classification, *, is_both: bool, message: Message
) -> Classification:
    """Return that a talk is off in the place of a receipt that is heard around it.

    "Our chat on Sunday is off. I'll be in touch once she is back" receives nothing. A receipt
    that tells everybody when interviews are held calls none off, and moves none.

    Args:
        is_both: Who is known answers: what they move is a talk, too.
    """
    turns = {Turn.CANCELLED, Turn.MOVED} if is_both else {Turn.CANCELLED}
    if turn_of(subject=message.subject, text=message.text) not in turns:
        return said
    code = language_for(message)
    if code not in tables(_WORDS):
        return said
    ours, several = (table_part(_WORDS, code, part) for part in ("ours", "several"))
    title = message.subject if is_both else ""
    for start, end in own_sentences(message.text):
        words = message.text[start:end]
        low = compared(words)
        is_one = not several.search(low) and (is_both or ours.search(low))
        if is_one and turn_of(subject=title, text=words) in turns:
            because = (Because(_TALK, words, "body", start, end),)
            sure = max(said.confidence, LEAST_UNNAMED)
            return replace(
                said, verdict=Verdict.INTERVIEW, confidence=sure, because=because
            )
    return said


def is_told_off(said: Classification) -> bool:
    """Say whether the words of an interview are those that move it or call it off."""
    return said.verdict is Verdict.INTERVIEW and any(
        turn_of(subject="", text=each.words) in {Turn.MOVED, Turn.CANCELLED}
        for each in said.because
    )


def _saying_so(message: Message) -> tuple[Because, ...]:
    """Return the sentence that moves a talk or calls it off, where one does by itself."""
    for start, end in own_sentences(message.text):
        words = message.text[start:end]
        if turn_of(subject=message.subject, text=words) is not Turn.NONE:
            return (Because(_TALK, words, "body", start, end),)
    return ()


def _is_heard_as_talk(said: Classification) -> bool:
    """Say whether nothing but the ear tells of a mail, and of all it could be a talk most."""
    if said.verdict not in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}:
        return False
    return bool(said.because) and all(each.rule == _TALK for each in said.because)


def of_appointment(said: Classification, *, message: Message) -> Classification:
    """Return a verdict, that of an interview where only a talk is called off.

    "We've had to cancel this afternoon" is heard as an opening that went away, or as a no;
    it is one only where the mail speaks of the opening, or of no other time.
    """
    turns = _TURNS.get(said.verdict)
    if turns is None or not (is_by_ear(said) or _is_of_day(said, message)):
        return said
    # Heard as closed, the very sentence has to be about the talk: others go on about it.
    is_closed = said.verdict is Verdict.POSITION_CLOSED
    heard = " ".join(each.words for each in said.because)
    words = heard if is_closed else message.text
    is_off = turn_of(subject=message.subject, text=words) in turns
    if not is_off or names_opening(own_text(message.text)):
        return said
    because = tuple(replace(each, rule=_TALK) for each in said.because)
    return replace(said, verdict=Verdict.INTERVIEW, because=because)


def off_with_job(said: Classification, *, message: Message) -> Classification:
    """Return that the job went away where a talk is off because of that.

    "I have to cancel tomorrow, we are cutting the QA role": it is heard as word of the talk.
    """
    is_of_talk = said.verdict in {Verdict.INTERVIEW, Verdict.AMBIGUOUS}
    if not (is_of_talk or _is_of_day(said, message)):
        return said
    place = words_of_cut(message)
    if place is None:
        return said
    turn = turn_of(subject=message.subject, text=message.text)
    is_off = turn is Turn.CANCELLED or (turn is Turn.NONE and calls_off(message))
    if not is_off:
        return said
    start, end = place
    name = f"{BY_EAR}{INTENT_OF[Verdict.POSITION_CLOSED]}"
    because = (Because(name, message.text[start:end], "body", start, end),)
    return replace(
        said,
        verdict=Verdict.POSITION_CLOSED,
        confidence=max(said.confidence, SURE_RULE),
        because=because,
    )
