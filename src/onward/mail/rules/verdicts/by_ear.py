"""What the second voice may not decide by itself: noes and tests that no sentence says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import dropwhile

from onward.mail.rules.basics.language import HOME, text_words
from onward.mail.rules.basics.text import fold, lower, own_text, plain
from onward.mail.rules.times.when import appointments
from onward.mail.rules.types import (
    ENDINGS,
    NOT_HIRING,
    Address,
    Because,
    Message,
    Verdict,
)
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.context import writes_to_all
from onward.mail.rules.verdicts.lexicon import language
from onward.mail.rules.verdicts.only_thanks import thanks_only
from onward.mail.rules.verdicts.thresholds import LEAST_UNNAMED, SURE_RULE
from onward.mail.rules.verdicts.voice import Heard, Said, language_for

LEAST_SENTENCE = 0.55
"""A no that no rule knows is one where some sentence of it says so with this chance.

Of 150 such noes of the test letters half of those below it were none: what made them one was
a greeting, a department's name or the subject.
"""

LEAST_LESS_KNOWN = 0.7
"""The same in languages that the model knows less well: to it, any words may begin a no."""

LEAST_BESIDE_THANKS = 0.8
"""The same there beside a rule's receipt: of a no that thanks first, a sentence says so plainly."""

LEAST_OF_SURE = 0.5
"""The same there where the mail as a whole is heard as a no for sure."""

LEAST_OUTSPOKEN = 0.9
"""The same where else a mail would be ordinary."""

LEAST_TEST = 0.8
"""So sure the ear has to be of a test, where a rule is sure that a talk is asked for."""

LEAST_NO = 0.9
"""The same for a no, where besides a day and an hour are named."""

LEAST_AGAINST = 0.8
"""So surely the very sentence of a rule has to be heard as a no to be one."""

LEAST_SPOKEN = 0.35
"""So surely the sentence of a rule's test has to be heard as a receipt or the like to be one."""

PUT_FORWARD = frozenset({"en:put-forward-to-a-client", "de:beim-kunden-vorgestellt"})
"""The rules by which an agency tells that it put somebody forward: heard as a no, and none."""

_OF_A_PERSON = re.compile(
    r"\b(?:profile?|cv|résumé|resume|lebenslauf|bewerbung|application)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"\w[\w)]*\s?\?(?!\S)")
_MANY_QUESTIONS = 3
_GIVES_WAY = ENDINGS | {Verdict.CONFIRMATION, Verdict.INTERVIEW}
_INTENTS = ("decline", "closed")
_MANY_POINTS = 6
_OUTVOTES = ENDINGS | {Verdict.CONFIRMATION, Verdict.AMBIGUOUS}
_ASKS = frozenset(
    {Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER, Verdict.INFORMATION_REQUEST}
)
_SPOKEN_OF = frozenset({"receipt", "hypothetical", "aftermath", "closed"})
_ENDS = (".", "!", "?", "…")


def of_board(
    chances: dict[Verdict, float], *, sender: Address, offers: bool = False
) -> None:
    """Take from what is heard what a job board or a job centre does not say.

    They point to openings: who offers a job writes themselves. Their newsletters tell of no
    application: "Have you an interview coming up? Here is how to prepare."

    Args:
        offers: A rule is sure of an offer, as employers make one through a board of their own.
    """
    if not offers:
        chances[Verdict.OUTREACH] += chances[Verdict.OFFER]
        chances[Verdict.OFFER] = 0.0
    if writes_to_all(sender):
        for told in set(chances) - NOT_HIRING - {Verdict.OUTREACH}:
            chances[Verdict.OTHER] += chances[told]
            chances[told] = 0.0


def is_unspoken(
    verdict: Verdict,
    *,
    heard: Heard,
    message: Message,
    least: float = LEAST_SENTENCE,
    saying_nothing: Sequence[Because] = (),
) -> bool:
    """Say whether a mail is heard as a no of which no whole sentence says so.

    A greeting, a signature and a subject are no sentences.

    Args:
        least: From which chance on a sentence does.
        saying_nothing: Words of which a rule knows that they say nothing: their sentence says no no.
    """
    if verdict not in ENDINGS:
        return False
    return loudest(heard, message=message, saying_nothing=saying_nothing) < least


def loudest(
    heard: Heard, *, message: Message, saying_nothing: Sequence[Because] = ()
) -> float:
    """Return how surely a whole sentence is heard as a no; that of the surest one.

    Args:
        saying_nothing: Words of which a rule knows that they say nothing.
    """
    sentences = [
        said
        for said in _whole_sentences(heard, message=message)
        if not _holds(said, saying_nothing)
    ]
    return max(map(_no_of(heard), sentences), default=0.0)


def is_list_of_openings(
    first: Classification, *, said: Classification, heard: Heard, message: Message
) -> bool:
    """Say whether a rule is sure of an alert in which a no is heard that no sentence says.

    The lines of a list, titles and places, sound like many things.

    Args:
        said: What both voices make of it.
    """
    is_alert = first.verdict is Verdict.JOB_ALERT and first.confidence >= SURE_RULE
    is_no = said.verdict in ENDINGS or said.verdict is Verdict.AMBIGUOUS
    is_list = is_alert and is_no and not first.clues.is_answer
    return is_list and is_unspoken(Verdict.REJECTION, heard=heard, message=message)


def asks_back(message: Message) -> bool:
    """Say whether a mail asks the person several things: who says no wants to know nothing."""
    own = own_text(message.text)
    return len(_QUESTION.findall(own)) >= _MANY_QUESTIONS


def is_hardly_spoken(
    first: Classification,
    *,
    verdict: Verdict,
    is_sure: bool,
    heard: Heard,
    message: Message,
) -> bool:
    """Say the same in a language that the model knows less well, of what a rule read first.

    What the rule knows for thanks says no no there, nor does what stands under a condition.

    Args:
        is_sure: The mail as a whole is heard as a no for sure.
    """
    if verdict not in ENDINGS:
        return False
    is_thanked = first.verdict is Verdict.CONFIRMATION
    known = [x for x in first.because if is_thanked and x.where == "body"]
    known_in = language(first.language) if first.language else None
    conditions = (known_in.conditional, known_in.inverted) if known_in else ()
    chances = [
        _no_of(heard)(said)
        for said in _whole_sentences(heard, message=message)
        if not _holds(said, known)
        and not any(x.match(_folded(said, message=message)) for x in conditions)
    ]
    least = LEAST_OF_SURE if is_sure else LEAST_LESS_KNOWN
    least = LEAST_BESIDE_THANKS if is_thanked else least
    return max(chances, default=0.0) < least


def _holds(said: Said, told: Iterable[Because]) -> bool:
    """Say whether a sentence of the body is that of any of these words of it."""
    return any(said.start <= each.start < said.end for each in told)


def _folded(said: Said, *, message: Message) -> str:
    return lower(fold(message.text[said.start : said.end])).strip()


def _whole_sentences(heard: Heard, *, message: Message) -> list[Said]:
    """Return the sentences that may say a no.

    In a language that is known less well, thanks at the beginning are none: "Dziękujemy za
    udział w konkursie" begins most mail that says no, and so is it heard.
    """
    whole = [
        said
        for said in heard.said
        if said.where == "body"
        and message.text[said.start : said.end].rstrip(" *_)\"'»").endswith(_ENDS)
    ]
    code = language_for(message)
    if code in HOME:
        return whole
    return list(
        dropwhile(
            lambda said: thanks_only(_folded(said, message=message), code=code), whole
        )
    )


def _no_of(heard: Heard) -> Callable[[Said], float]:
    """Return what tells of a sentence how likely it says no, or that there is no opening."""
    places = [heard.intents.index(intent) for intent in _INTENTS]
    return lambda said: max(said.chances[place] for place in places)


def is_put_forward(
    because: Iterable[Because], *, heard: Heard, is_ordinary: bool
) -> bool:
    """Say whether an agency only tells that it put the person forward.

    What else the mail says must not be heard as a no.

    Args:
        is_ordinary: The mail is heard as none about hiring, which lawyers and brokers also
            write to their clients: it has to be a profile or a résumé.
    """
    told = [
        each
        for each in because
        if each.rule in PUT_FORWARD
        and (not is_ordinary or _OF_A_PERSON.search(each.words))
    ]
    others = [
        _no_of(heard)(said)
        for said in heard.said
        if said.where == "body" and not _holds(said, told)
    ]
    return bool(told) and max(others, default=0.0) < LEAST_SENTENCE


def is_outspoken(
    verdict: Verdict, *, chance: float, ruled: Verdict, message: Message
) -> bool:
    """Say whether a sure rule's invitation stands against what the ear makes of it.

    Who names a day and its hour to come asks to a talk, whatever else the mail goes on to
    say of the application.
    """
    if ruled is not Verdict.INTERVIEW or verdict in NOT_HIRING:
        return False
    if verdict is Verdict.ASSESSMENT:
        return chance < LEAST_TEST
    if verdict in ENDINGS and chance >= LEAST_NO:
        return False
    return verdict in _GIVES_WAY and names_hour(message)


def believed(
    best: Verdict,
    *,
    chance: float,
    first: Classification,
    heard: Heard,
    message: Message,
) -> Verdict:
    """Return the verdict of a sure rule where an ear that knows the language less outvotes it.

    Mail that begins with thanks it takes for a receipt or a no, whatever follows them. It is
    believed where it hears the rule's own sentence as that, but nobody is told of a no where
    a rule reads an offer. Ordinary mail holds a rule's words as well ("We offer you a
    contract"), but few others.

    Args:
        best: What both voices make of a mail about hiring, with this chance.
    """
    is_sure = first.confidence >= SURE_RULE and first.clues.points >= _MANY_POINTS
    if is_sure and first.verdict is Verdict.POSITION_CLOSED and best in ENDINGS:
        # That nobody is taken on at all is said in so many words, and heard as a no.
        return first.verdict
    is_of_test = is_sure and first.verdict is Verdict.ASSESSMENT
    if is_of_test and best is Verdict.INTERVIEW and not _names_talk(message):
        # A written exam with its day and room sounds like a talk.
        return first.verdict
    is_doubtful = best is Verdict.INFORMATION_REQUEST and chance < LEAST_UNNAMED
    is_outvoted = is_doubtful or best in _OUTVOTES
    if first.verdict not in _ASKS or not (is_sure and is_outvoted):
        return best
    # "To complete your application, do the test" sounds a little like a receipt.
    is_lenient = is_of_test and best is Verdict.AMBIGUOUS
    least = LEAST_SPOKEN if is_lenient else 0.0
    if _stands_by_its_sentence(first, heard=heard, least=least):
        return first.verdict
    is_alone = _is_of_one_sentence(best, first, heard=heard, message=message)
    if first.verdict is Verdict.OFFER or is_alone:
        return Verdict.AMBIGUOUS
    return best


def _is_of_one_sentence(
    best: Verdict, first: Classification, *, heard: Heard, message: Message
) -> bool:
    """Say whether a no is heard in the words alone that a rule reads as going on.

    "… 23 of 30 points, and is therefore admitted to the oral exam": one of the two mishears
    that sentence, and a no told wrongly weighs most.
    """
    words = [each for each in first.because if each.where == "body"]
    others = [
        _no_of(heard)(said)
        for said in _whole_sentences(heard, message=message)
        if not _holds(said, words)
    ]
    return best in ENDINGS and max(others, default=0.0) < LEAST_LESS_KNOWN


def _names_talk(message: Message) -> bool:
    low = plain(message.text)
    return any(talk in low for talk in text_words("talk"))


def _stands_by_its_sentence(
    first: Classification, *, heard: Heard, least: float
) -> bool:
    words = [each for each in first.because if each.where == "body"]
    told = [
        max(zip(said.chances, heard.intents, strict=True))
        for said in heard.said
        if said.where == "body" and _holds(said, words)
    ]
    return bool(told) and not any(
        (intent in _SPOKEN_OF and chance >= least)
        or (intent == "decline" and chance >= LEAST_AGAINST)
        for chance, intent in told
    )


def names_hour(message: Message) -> bool:
    """Say whether a mail names a day and its hour that are still to come."""
    if message.sent_at is None:
        return False
    told_on = message.sent_at.date()
    return any(
        at.date() >= told_on for at in appointments(message.text, told_on=told_on)
    )
