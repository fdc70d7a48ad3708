"""The interviews of an application that mail told of so far: when each is, and which one is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from onward.mail.rules.appointments.letter import Letter, mail_of
from onward.mail.rules.appointments.rearranging import Turn
from onward.mail.rules.appointments.retelling import (
    Told,
    as_meant,
    in_talk,
    is_another_time,
    is_said_again,
    moved_to,
    told_by_clock,
)
from onward.mail.rules.types import Verdict

STILL_SPOKEN_OF = timedelta(days=2)
"""For so long after its time an interview can still be what a mail without a calendar moves."""

_NEVER = datetime(9999, 1, 1)  # noqa: DTZ001 -- behind every hour on the person's own clock


class Interviews:
    """What mail told of the interviews of one application, each by the mail that set it.

    Attributes:
        by_uid: Those that stand in a calendar, by their entry.
        verdicts: What each is: an interview or a test.
        begins: When they begin, by their entries.
        told: What the latest word said of when they are, and in which conversation.
    """

    def __init__(self) -> None:
        self.by_uid: dict[str, str] = {}
        self.verdicts: dict[str, str] = {}
        self.begins: dict[str, datetime] = {}
        self.told: dict[str, tuple[Told, int]] = {}

    def set_by_hand(self, letter: Letter) -> None:
        """Remember when the person says that an interview is."""
        if letter.by_hand in self.verdicts and letter.told is not None:
            self.told[letter.by_hand] = (letter.told, letter.thread)

    def choose(self, base: str, letter: Letter) -> None:
        """Remember which of the days that were offered the person takes: no other lies ahead then."""
        known, thread = self.told[base]
        begins = self.heard(letter, base=base).begins
        is_one = begins is not None and begins.date() in known.meeting
        is_open = known.begins is None and len(known.meeting) > 1
        if begins is None or not (is_one and is_open):
            return
        if not (letter.says.objects or letter.says.is_off):
            chosen = replace(told_by_clock(begins), is_another=known.is_another)
            self.told[base] = (chosen, thread)

    def heard(self, letter: Letter, *, base: str) -> Told:
        """Return what a mail says of when, beside what is known of an interview."""
        known = self.told.get(base)
        told = letter.told or Told()
        if known is None or letter.told_at is None:
            return told
        return in_talk(told, known[0], at=letter.told_at)

    def is_other(self, letter: Letter, *, base: str) -> bool:
        """Say whether a mail names another time than that of an interview."""
        known = self.told.get(base)
        if known is None or letter.told is None or letter.told_at is None:
            return False
        is_instead = letter.says.settles or letter.says.is_off
        told = self.heard(letter, base=base)
        return is_another_time(told, known[0], at=letter.told_at, is_instead=is_instead)

    def move(self, base: str, letter: Letter) -> None:
        """Remember the time to which a mail moves an interview."""
        if letter.told is not None:
            known = self.told.get(base)
            told = letter.told
            if known:
                told = moved_to(self.heard(letter, base=base), known[0])
            self.told[base] = (told, letter.thread)

    def ahead(self, letter: Letter, *, in_thread: bool = True) -> str:
        """Return the latest interview that lies ahead of a mail, in its conversation."""
        if letter.told_at is None:
            return ""
        return self._meant(
            [
                base
                for base, (known, thread) in reversed(self.told.items())
                if (not in_thread or thread == letter.thread)
                and self.verdicts.get(base) == Verdict.INTERVIEW.value
                and known.lies_ahead(letter.told_at)
            ],
            letter,
        )

    def latest(self, letter: Letter, *, verdict: str) -> str:
        """Return the latest of this verdict that is not long over when a mail comes."""
        bases = [
            base
            for base, known in reversed(self.verdicts.items())
            if known == verdict and not self._is_over(base, letter)
        ]
        # Only of those that one mail set it is in doubt which is meant.
        same = [base for base in bases if mail_of(base) == mail_of(bases[0])]
        return self._meant(same, letter)

    def said_again(self, letter: Letter) -> str:
        """Return the interview that lies ahead of which a mail in words says nothing new."""
        is_plain = letter.entry is None and letter.turn is Turn.NONE
        if letter.verdict != Verdict.INTERVIEW.value or not is_plain:
            return ""
        if letter.told is None or letter.told_at is None:
            return ""
        for base, (known, thread) in reversed(self.told.items()):
            is_same = thread == letter.thread
            told = as_meant(letter.told, known, at=letter.told_at)
            if known.lies_ahead(letter.told_at) and is_said_again(
                told, known, in_same_talk=is_same
            ):
                return base
        return ""

    def entered(self, letter: Letter) -> str:
        """Return the interview that only words told of, and that an entry puts in the calendar.

        It begins when they said, on the day of which they told no hour, or the entry is a later version of one that nobody sent.
        """
        entry, told_at = letter.entry, letter.told_at
        if entry is None or entry.is_cancelled or not (letter.told and told_at):
            return ""
        in_words = {
            base: told
            for base, (told, _) in self.told.items()
            if self.verdicts.get(base) == Verdict.INTERVIEW.value
            and base not in self.by_uid.values()
            and told.lies_ahead(told_at)
        }
        begins = letter.told.begins
        day = begins.date() if begins else None
        then = [base for base, told in in_words.items() if told.begins == begins]
        if not then and day is not None:
            then = [base for base, told in in_words.items() if told.day_alone == day]
        is_later = entry.sequence > 0 and len(in_words) == 1
        return next(iter(then or (in_words if is_later else ())), "")

    def _meant(self, bases: Sequence[str], letter: Letter) -> str:
        """Return the one of these whose day a mail names; else the first, of one mail the next to come."""
        if len(bases) < 2:
            return bases[0] if bases else ""
        for base in bases:
            known = self.told.get(base)
            if known is None or letter.told is None or letter.told_at is None:
                continue
            told = as_meant(letter.told, known[0], at=letter.told_at)
            if known[0].days & (told.days | letter.says.off_days):
                return base
        of_mail = [base for base in bases if mail_of(base) == mail_of(bases[0])]
        return min(of_mail, key=self._comes_at)

    def _comes_at(self, base: str) -> datetime:
        known = self.told.get(base)
        begins = known[0].begins if known else None
        return begins or _NEVER

    def _is_over(self, base: str, letter: Letter) -> bool:
        begins = self.begins.get(base)
        if begins is not None and begins + STILL_SPOKEN_OF < letter.sent_at:
            return True
        known = self.told.get(base)
        is_one_of_several = any(
            mail_of(other) == mail_of(base) and other != base for other in self.told
        )
        return (
            is_one_of_several
            and known is not None
            and letter.told_at is not None
            and not known[0].lies_ahead(letter.told_at)
        )
