"""Short mail that its conversation makes hiring mail; alone it stays ordinary, and unkept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from onward.mail.models import MailMessage
from onward.mail.rules.appointments.time_answer import talk_of_time
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.gate import has_word_of_hiring, might_be_hiring
from onward.mail.rules.talks.bare_time import set_time
from onward.mail.rules.talks.bare_words import Bare, bare_words
from onward.mail.rules.talks.more_time import gives_time
from onward.mail.rules.types import (
    ENDINGS,
    NOT_HIRING,
    Because,
    Meaning,
    Message,
    Reading,
    Source,
    Verdict,
)
from onward.mail.rules.verdicts.context import is_hiring_sender
from onward.mail.rules.verdicts.decided import words_of_cut
from onward.mail.rules.verdicts.deciding import BY_EAR, is_by_ear
from onward.mail.services.rows import message_row, references_of
from onward.mail.services.talks import KnownMail, Talks, takes_back, talks_of
from onward.mail.wanted import Wanted
from onward.people.models import Person

MOST_SHORT = 5_000
"""How many short mails wait in memory until it is known what they answer."""

_CONFIDENCE = 0.8
_SAID = frozenset({Verdict.CONFIRMATION, Verdict.INFORMATION_REQUEST})
_HELD = _SAID | {Verdict.OTHER, Verdict.AMBIGUOUS}


@dataclass(frozen=True, slots=True)
class Short:
    """A short mail that waits until it is known what it answers.

    Attributes:
        reading: What it was read as by itself; None where nothing but its few words tells.
        in_talk: It means that only where an interview is spoken of.
        more: Its words that give more time, where it answers a test or an offer.
    """

    message: Message
    bare: Bare
    source: Source
    reading: Reading | None = None
    in_talk: bool = False
    more: Because | None = None


class ShortMail:
    """The short mail of one run, which waits until it is known what it answers."""

    def __init__(self) -> None:
        self._waiting: dict[str, Short] = {}

    @property
    def sources(self) -> list[Source]:
        """Return where what waits was read from."""
        return [each.source for each in self._waiting.values()]

    @property
    def waiting(self) -> list[tuple[Message, Source]]:
        """Return the mail that waits."""
        return [(each.message, each.source) for each in self._waiting.values()]

    def holds(self, message: Message, reading: Reading, *, source: Source) -> bool:
        """Let a mail wait, if its few words mean something in a conversation alone."""
        if reading.verdict in ENDINGS:
            return self._holds_ending(message, reading, source=source)
        short = _short(message, reading, source=source)
        if short is None:
            return False
        if _is_told(message, reading) or len(self._waiting) < MOST_SHORT:
            self._waiting[message.key] = short
            return True
        return not short.in_talk

    def _holds_ending(
        self, message: Message, reading: Reading, *, source: Source
    ) -> bool:
        """Let what was heard as a no wait, if it says that a day to come is off.

        "Tomorrow will not work out" is no answer to an application where they meet tomorrow.
        """
        bare = talk_of_time(message, is_off=True)
        if bare is None or not all(_is_in(each, bare) for each in reading.because):
            return False
        if words_of_cut(message) is not None:
            # "… we are cutting the role": that is no word of the day alone.
            return False
        self._waiting[message.key] = Short(message, bare, source, reading, in_talk=True)
        return True

    def known(self, person: Person, *, now: datetime) -> Iterator[MailMessage]:
        """Yield the rows of mail in a known conversation, oldest first, not saved yet.

        Such is what answers stored mail, the person's own included, and what comes from
        somebody who wrote hiring mail within the last half year. The rest waits on.
        """
        if not self._waiting:
            return
        talks = talks_of(person)
        waiting = self._waiting.values()
        for each in sorted(waiting, key=lambda each: each.message.sent_at or now):
            known = _known(each, talks=talks)
            if known is not None:
                row = _row(person, each, known=known, now=now)
                talks.learn_row(row)
                del self._waiting[each.message.key]
                yield row

    def of_own(self, wanted: Wanted) -> Iterator[tuple[Message, Source]]:
        """Yield, and let go of, what the person wrote, as far as that is known by now."""
        for key, each in list(self._waiting.items()):
            if wanted.wrote(each.message):
                del self._waiting[key]
                yield each.message, each.source

    def alone(self) -> Iterator[tuple[Message, Reading, Source]]:
        """Yield, and let go of, what told of hiring by itself; the rest waits on."""
        for key, each in list(self._waiting.items()):
            if each.reading is not None:
                del self._waiting[key]
                yield each.message, each.reading, each.source


def _short(message: Message, reading: Reading, *, source: Source) -> Short | None:
    """Return what a mail may mean in a conversation; None where it says all by itself."""
    short = _few_words(message, reading, source=source)
    may_give = bool(references_of(message)) and (
        reading.verdict in _HELD or is_by_ear(reading)
    )
    more = gives_time(message) if may_give else None
    if more is None:
        return short
    bare = Bare(Verdict.OTHER, more, reading.language)
    short = short or Short(message, bare, source, reading, in_talk=True)
    return replace(short, more=more)


def _few_words(message: Message, reading: Reading, *, source: Source) -> Short | None:
    is_held = reading.verdict in _HELD
    is_misheard = is_by_ear(reading) and reading.verdict is not Verdict.INTERVIEW
    if not (is_held or is_misheard):
        return None
    bare = bare_words(message) or set_time(message)
    in_talk = bare is None and not message.calendar
    if in_talk:
        bare = talk_of_time(message)
    # What the ear alone heard for something else may be an hour.
    if bare is None or not (is_held or bare.is_hour):
        return None
    is_told = _is_told(message, reading)
    # "Thanks for applying" may stand above, but who names an hour arranges something.
    is_receipt = reading.verdict is Verdict.CONFIRMATION
    is_arranged = bare.verdict is Verdict.INTERVIEW and is_receipt
    if is_told and is_held and bare.is_hour:
        return None
    if is_told and reading.verdict in _SAID and not is_arranged:
        return None
    return Short(
        message, bare, source, reading if is_told or in_talk else None, in_talk
    )


def _is_in(said: Because, bare: Bare) -> bool:
    """Say whether words stand where a mail says that a day is off; what is heard does anywhere."""
    is_there = bare.because.start <= said.start and said.end <= bare.because.end
    return said.rule.startswith(BY_EAR) or (said.where == "body" and is_there)


def _is_told(message: Message, reading: Reading) -> bool:
    """Say whether more than a few words tell that a mail is about hiring.

    The second voice alone takes such words for hiring, since it learned from hardly any
    other mail.
    """
    if reading.verdict in NOT_HIRING:
        return False
    host = message.sender.domain
    if not might_be_hiring(message.subject, message.text, host=host):
        return False
    is_by_rule = not is_by_ear(reading)
    is_sent_by_hiring = bool(reading.system) or is_hiring_sender(message.sender)
    return is_by_rule or is_sent_by_hiring or has_word_of_hiring(message.subject, "")


def _known(short: Short, *, talks: Talks) -> KnownMail | None:
    """Return the stored mail that tells what a short one is about.

    What only names a time has to answer, and no mail of what is over: who explains a no
    also names an hour to call. Or its subject names where an interview is spoken of.
    """
    known = talks.answered(short.message)
    if short.more and known and known.asked and not known.is_over:
        return known
    if short.bare.verdict is Verdict.OTHER:
        return None
    if short.bare.verdict is not Verdict.INTERVIEW:
        return talks.of(short.message)
    if known is None:
        return talks.named_by(short.message)
    if known.is_over:
        return None
    is_told = known.is_interview or not short.in_talk
    return known if is_told or takes_back(short.message, known=known) else None


def _row(
    person: Person, short: Short, *, known: KnownMail, now: datetime
) -> MailMessage:
    message, bare = short.message, short.bare
    if short.more and known.asked:
        bare = Bare(known.asked, short.more, bare.language)
    elif bare.verdict is Verdict.INTERVIEW and takes_back(short.message, known=known):
        bare = Bare(Verdict.AMBIGUOUS, bare.because, bare.language)
    reading = Reading(
        bare.verdict,
        _CONFIDENCE,
        because=(bare.because,),
        language=bare.language,
        company=known.company,
        contact=message.sender,
        accepts_replies=not is_no_reply(message.sender.address),
    )
    row = message_row(person, message, reading, source=short.source, now=now)
    if bare.is_hour and reading.verdict is Verdict.INTERVIEW:
        row.verdict = Meaning.REPLY.value
    is_receipt = bare.verdict is Verdict.CONFIRMATION
    if is_receipt and not known.is_application:
        # That papers arrived is no receipt of an application, which may begin a new one.
        row.verdict = Meaning.REPLY.value
    return row
