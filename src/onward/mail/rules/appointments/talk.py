"""Which mail of an application tells anew of an interview that is known, and how; pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from onward.mail.rules.appointments.rearranging import Entry, Turn
from onward.mail.rules.appointments.retelling import (
    Told,
    as_meant,
    in_talk,
    is_another_time,
    is_asked_alone,
    is_said_again,
    moved_to,
    speaks_of,
    told_by_clock,
)
from onward.mail.rules.appointments.time_talk import Says
from onward.mail.rules.types import ENDINGS, Meaning, Verdict

STILL_SPOKEN_OF = timedelta(days=2)
"""For so long after its time an interview can still be what a mail without a calendar moves."""

_HELD = frozenset({Verdict.INTERVIEW.value, Verdict.ASSESSMENT.value})


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail of an application, as far as interviews go.

    Attributes:
        key: Of the mail; of a further talk that it sets, as `of_talk` has it.
        told: What it says of when an interview is; None where nobody read that.
        told_at: When it was sent, on the person's own clock.
        held_on: The day of the talk on which it only looks back; None for any other mail.
        says: What it says of the time on which they had agreed.
        thread: Equal for mail of one conversation.
        is_own: The person wrote it.
        by_hand: No mail, but when the person says that the interview of this mail is.
    """

    key: str
    sent_at: datetime
    verdict: str
    entry: Entry | None = None
    turn: Turn = Turn.NONE
    told: Told | None = None
    told_at: datetime | None = None
    held_on: date | None = None
    says: Says = field(default_factory=Says)
    thread: int = 0
    is_own: bool = False
    by_hand: str = ""

    @property
    def is_held(self) -> bool:
        """By its verdict it tells of an interview or a test."""
        return self.verdict in _HELD


def of_talk(key: str, *, number: int) -> str:
    """Return the name of a talk that a mail sets: its own key for the first of them.

    Args:
        number: 1 for the first.
    """
    return key if number == 1 else f"{key}{_PART}{number}"


def mail_of(name: str) -> str:
    """Return the key of the mail that sets a talk."""
    return name.partition(_PART)[0]


_PART = ":"
"""No key of a mail has it."""

_NEVER = datetime(9999, 1, 1)  # noqa: DTZ001 -- behind every hour on the person's own clock


@dataclass(frozen=True, slots=True)
class Anew:
    """How a mail tells anew of an interview.

    Attributes:
        base: The mail that first told of it, or the talk of several that it set.
        turn: What its conversation makes of it; None where its own words are all.
        named_in: The mail that names the new time.
        begins: That time, as far as the conversation tells it.
    """

    base: str
    turn: Turn | None = None
    named_in: str = ""
    begins: datetime | None = None


def retold(letters: Iterable[Letter]) -> dict[str, str]:
    """Return which mail tells anew of an interview, and the mail that first told of it."""
    found = told_anew(letters).items()
    return {key: anew.base for key, anew in found if anew.turn is not Turn.ASKED}


def told_anew(letters: Iterable[Letter]) -> dict[str, Anew]:
    """Return which mail tells anew of an interview that an earlier one arranged, and how.

    1. Another version of the same calendar entry is about the same interview.
    2. Words that move or call off are about the latest one that is not long over.
    3. So is the next mail on an interview once the person asked for another time.
    4. So is what names the day or hour of one that lies ahead, or no new time; an entry of
       that hour, or a later version of one that never came, is that of the words.
    5. In the same conversation another time is that of the one that lies ahead; what is
       only asked about changes nothing until the other side says yes.
    6. What looks back on a talk of that day says that it was held.
    """
    talk = _Talk()
    ordered = sorted(letters, key=lambda each: (each.sent_at, _version(each), each.key))
    found = ((letter.key, talk.take(letter)) for letter in ordered)
    return {key: anew for key, anew in found if anew and anew.base != key}


def _version(letter: Letter) -> int:
    return letter.entry.sequence if letter.entry else 0


@dataclass(frozen=True, slots=True)
class _Open:
    """Another time that somebody asked about, for the interview of a mail."""

    base: str
    letter: Letter


class _Talk:
    """The interviews of one application that mail told of so far."""

    def __init__(self) -> None:
        self._by_uid: dict[str, str] = {}
        self._verdicts: dict[str, str] = {}
        self._begins: dict[str, datetime] = {}
        self._told: dict[str, tuple[Told, int]] = {}
        self._asked: _Open | None = None
        self._proposed: _Open | None = None
        self._put_off_ones: set[str] = set()

    def take(self, letter: Letter) -> Anew | None:
        """Return how a mail tells anew of an interview; its own key where it is the first word."""
        if letter.by_hand:
            self._set_by_hand(letter)
            return None
        if letter.is_own or letter.turn is Turn.ASKED:
            return self._taken_by_person(letter)
        uid = letter.entry.uid if letter.entry else ""
        known = self._by_uid.get(uid, "")
        anew = Anew(known) if known else self._in_words(letter)
        if anew is None and letter.is_held:
            anew = Anew(letter.key)
            self._verdicts[letter.key] = letter.verdict
        if anew is None:
            return None
        base = anew.base
        if uid:
            self._by_uid[uid] = base
        if letter.entry and letter.entry.moment:
            self._begins[base] = letter.entry.moment
        self._learn(anew, letter)
        return anew

    def _set_by_hand(self, letter: Letter) -> None:
        if letter.by_hand in self._verdicts and letter.told is not None:
            self._told[letter.by_hand] = (letter.told, letter.thread)

    def _in_words(self, letter: Letter) -> Anew | None:
        if letter.verdict in ENDINGS:
            return self._ended(letter)
        if not letter.is_held and letter.entry is None:
            found = self._off_for_asking(letter) or self._agreed(letter)
            return found or self._of_hour(letter)
        if letter.held_on is not None:
            return self._looked_back_on(letter, day=letter.held_on)
        found = self._answered(letter) or self._proposes(letter)
        found = found or self._put_off(letter)
        if found is None and (base := self._spoken_of(letter)):
            found = self._moved_to_hour(letter, base=base)
            found = found or self._set_anew(letter, base=base) or Anew(base)
        found = found or self._moved_in_talk(letter) or self._timed(letter)
        found = found or self._set_after(letter)
        base = self._said_again(letter) or self._entered(letter) if not found else ""
        return Anew(base) if base else found

    def _looked_back_on(self, letter: Letter, *, day: date) -> Anew | None:
        """Return the interview that took place: of that day, of a day asked for, or of none told."""
        asked = self._asked
        if asked is not None and asked.letter.thread == letter.thread:
            self._asked = None
            return Anew(asked.base, Turn.DONE)
        for base, (known, thread) in reversed(self._told.items()):
            if self._verdicts.get(base) != Verdict.INTERVIEW.value:
                continue
            days = {known.begins.date()} if known.begins else known.meeting
            if day in days or (not days and thread == letter.thread):
                return Anew(base, Turn.DONE)
        return None

    def _off_for_asking(self, letter: Letter) -> Anew | None:
        """Return the interview that an answer calls off for whoever could not come.

        "Don't worry, I got your mail and have cancelled today" is read as a receipt.
        """
        asked = self._asked
        if asked is None or letter.thread != asked.letter.thread:
            return None
        is_off = letter.turn in {Turn.MOVED, Turn.CANCELLED} and letter.says.is_short
        if not is_off or self._is_other(letter, base=asked.base):
            return None
        self._asked = None
        return Anew(asked.base, letter.turn)

    def _agreed(self, letter: Letter) -> Anew | None:
        """Return the interview to whose other time, which the person asked for, few words say yes."""
        asked = self._asked
        if asked is None or letter.thread != asked.letter.thread:
            return None
        if not letter.says.is_short or not self._is_yes(letter, asked):
            return None
        self._asked = None
        own = asked.letter.told
        is_known = own is not None and bool(own.begins or own.meeting or own.times)
        return self._moved(asked.base, asked.letter) if is_known else None

    def _of_hour(self, letter: Letter) -> Anew | None:
        """Return the interview of which few words name another hour and no day."""
        if letter.verdict != Meaning.REPLY.value:
            return None
        found = self._proposes(letter)
        if found is None and letter.turn is Turn.MOVED:
            base = self._ahead(letter)
            found = self._moved_to_hour(letter, base=base) if base else None
        return found or self._moved_in_talk(letter) or self._timed(letter)

    def _timed(self, letter: Letter) -> Anew | None:
        """Return the interview that lies ahead and whose hour a talk tells, where only its day was known."""
        if not self._is_plain(letter) or letter.turn is not Turn.NONE:
            return None
        base = self._ahead(letter)
        if not base or self._told[base][0].begins is not None or letter.says.is_off:
            return None
        day = self._told[base][0].day_alone
        begins = self._heard(letter, base=base).begins
        is_its_day = begins is not None and begins.date() == day
        return Anew(base, begins=begins) if is_its_day else None

    def _ended(self, letter: Letter) -> Anew | None:
        """Return the interview that lies ahead and that a no calls off as well."""
        if letter.turn not in {Turn.MOVED, Turn.CANCELLED}:
            return None
        base = self._ahead(letter, in_thread=False)
        return Anew(base, Turn.CANCELLED) if base else None

    def _learn(self, anew: Anew, letter: Letter) -> None:
        """Remember what the latest mail on an interview says of when it is."""
        base, turn = anew.base, letter.turn if anew.turn is None else anew.turn
        if turn is Turn.PROPOSED:
            return
        self._proposed = None
        self._put_off_ones.discard(base)
        if turn is Turn.MOVED and not (anew.begins or _names_time(letter)):
            self._put_off_ones.add(base)
        is_off = turn is Turn.CANCELLED
        if is_off or (letter.entry is not None and letter.entry.is_cancelled):
            self._told.pop(base, None)
            return
        is_news = base not in self._told or turn is not Turn.NONE
        if letter.told is None or anew.named_in:
            return
        if anew.turn is None and anew.begins is not None:
            self._told[base] = (told_by_clock(anew.begins), letter.thread)
            return
        if is_news or letter.told.begins is not None:
            self._told[base] = (letter.told, letter.thread)

    def _taken_by_person(self, letter: Letter) -> Anew | None:
        """Return the interview to the other time of which the person says yes.

        Asking for a time themselves they change nothing yet, and the time of before is in doubt.
        """
        asked = self._proposed
        if (
            asked
            and letter.thread == asked.letter.thread
            and self._is_yes(letter, asked)
        ):
            self._proposed = None
            return self._moved(asked.base, asked.letter)
        base = self._ahead(letter)
        # "Tuesday at ten suits me" names no date: only a question asks for another one.
        is_other = base and self._is_other(letter, base=base)
        is_asking = letter.turn is Turn.ASKED or (
            is_other
            and letter.told is not None
            and bool(letter.told.offered or letter.told.meeting)
            and is_asked_alone(self._heard(letter, base=base), self._told[base][0])
        )
        if is_asking:
            base = base or self._latest(letter, verdict=Verdict.INTERVIEW.value)
            self._asked = self._open(base, letter) if base else None
            # Of one that has no day, or is over, no day comes to be in doubt.
            is_dated = base and base == self._ahead(letter, in_thread=False)
            return Anew(base, Turn.ASKED) if is_dated else None
        if base:
            self._choose(base, letter)
        return None

    def _choose(self, base: str, letter: Letter) -> None:
        """Remember which of the days that were offered the person takes: no other lies ahead then."""
        known, thread = self._told[base]
        begins = self._heard(letter, base=base).begins
        is_one = begins is not None and begins.date() in known.meeting
        is_open = known.begins is None and len(known.meeting) > 1
        if begins is None or not (is_one and is_open):
            return
        if not (letter.says.objects or letter.says.is_off):
            chosen = replace(told_by_clock(begins), is_another=known.is_another)
            self._told[base] = (chosen, thread)

    def _open(self, base: str, letter: Letter) -> _Open:
        """Return another time that was asked about, as it is meant beside the known one."""
        if base in self._told and letter.told is not None:
            letter = replace(letter, told=self._heard(letter, base=base))
        return _Open(base, letter)

    def _heard(self, letter: Letter, *, base: str) -> Told:
        """Return what a mail says of when, beside what is known of an interview."""
        known = self._told.get(base)
        told = letter.told or Told()
        if known is None or letter.told_at is None:
            return told
        return in_talk(told, known[0], at=letter.told_at)

    def _is_yes(self, letter: Letter, asked: _Open) -> bool:
        """Say whether a mail says yes to the time that was asked about, and not to the old one."""
        known = self._told.get(asked.base)
        hours = letter.told.offered if letter.told else frozenset[time]()
        new = asked.letter.told.times if asked.letter.told else frozenset[time]()
        old = known[0].times if known else frozenset[time]()
        is_old = bool(new and hours & old) and not hours & new
        return not is_old and _is_yes(letter, asked.letter)

    def _is_other(self, letter: Letter, *, base: str) -> bool:
        """Say whether a mail names another time than that of an interview."""
        known = self._told.get(base)
        if known is None or letter.told is None or letter.told_at is None:
            return False
        is_instead = letter.says.settles or letter.says.is_off
        told = self._heard(letter, base=base)
        return is_another_time(told, known[0], at=letter.told_at, is_instead=is_instead)

    def _moved(self, base: str, named_in: Letter) -> Anew:
        """Return that an interview is at the time now that a mail names."""
        self._know(base, named_in)
        known = self._told.get(base)
        begins = known[0].begins if known else None
        return Anew(base, Turn.MOVED, named_in.key, begins)

    def _know(self, base: str, letter: Letter) -> None:
        """Remember the time to which a mail moves an interview."""
        self._put_off_ones.discard(base)
        if letter.told is not None:
            known = self._told.get(base)
            told = letter.told
            if known:
                told = moved_to(self._heard(letter, base=base), known[0])
            self._told[base] = (told, letter.thread)

    def _answered(self, letter: Letter) -> Anew | None:
        """Return the interview that the person asked to move, once for each asking."""
        if letter.verdict != Verdict.INTERVIEW.value or self._asked is None:
            return None
        asked, self._asked = self._asked, None
        told, own = letter.told, asked.letter.told
        if told is None or own is None or letter.turn is not Turn.NONE:
            return Anew(asked.base)
        known = self._told.get(asked.base)
        told = self._heard(letter, base=asked.base)
        is_other = self._is_other(letter, base=asked.base)
        # They may answer by another question.
        is_asked = (
            is_other
            and not letter.says.is_off
            and known is not None
            and is_asked_alone(told, known[0])
        )
        if told.begins is not None and told.begins != own.begins:
            return None if is_asked else Anew(asked.base)
        if self._is_yes(letter, asked):
            return self._moved(asked.base, asked.letter)
        if is_asked:
            return None
        is_no = letter.says.is_off or letter.says.keeps
        if told.meeting and is_other and not is_no:
            return self._moved(asked.base, letter)
        return Anew(asked.base)

    def _ahead(self, letter: Letter, *, in_thread: bool = True) -> str:
        """Return the latest interview that lies ahead of a mail, in its conversation."""
        if letter.told_at is None:
            return ""
        return self._meant(
            [
                base
                for base, (known, thread) in reversed(self._told.items())
                if (not in_thread or thread == letter.thread)
                and self._verdicts.get(base) == Verdict.INTERVIEW.value
                and known.lies_ahead(letter.told_at)
            ],
            letter,
        )

    def _meant(self, bases: Sequence[str], letter: Letter) -> str:
        """Return the one of these whose day a mail names; else the first, of one mail the next to come."""
        if len(bases) < 2:
            return bases[0] if bases else ""
        for base in bases:
            known = self._told.get(base)
            if known is None or letter.told is None or letter.told_at is None:
                continue
            told = as_meant(letter.told, known[0], at=letter.told_at)
            if known[0].days & (told.days | letter.says.off_days):
                return base
        of_mail = [base for base in bases if mail_of(base) == mail_of(bases[0])]
        return min(of_mail, key=self._comes_at)

    def _comes_at(self, base: str) -> datetime:
        known = self._told.get(base)
        begins = known[0].begins if known else None
        return begins or _NEVER

    def _is_plain(self, letter: Letter) -> bool:
        is_interview = letter.verdict in {Verdict.INTERVIEW.value, Meaning.REPLY.value}
        return is_interview and letter.entry is None and letter.told is not None

    def _proposes(self, letter: Letter) -> Anew | None:
        """Return the interview for which a mail only asks about another time."""
        if not self._is_plain(letter) or letter.told is None or letter.told_at is None:
            return None
        if letter.turn is Turn.NONE and (letter.told.is_another or letter.says.adds):
            return None
        is_worded = letter.turn is Turn.PROPOSED
        base = self._ahead(letter, in_thread=not is_worded)
        if not base or letter.says.is_off:
            return None
        if is_worded and base in self._put_off_ones:
            return self._set_anew(letter, base=base)
        known, _ = self._told[base]
        is_other = self._is_other(letter, base=base) and letter.says.is_short
        is_asked = is_other and is_asked_alone(self._heard(letter, base=base), known)
        if not (is_worded or (is_asked and letter.turn is Turn.NONE)):
            return None
        self._proposed = self._open(base, letter)
        begins = moved_to(self._heard(letter, base=base), known).begins
        is_new = begins != known.begins
        return Anew(base, Turn.PROPOSED, begins=begins if is_new else None)

    def _put_off(self, letter: Letter) -> Anew | None:
        """Return the interview that cannot be when it was to be, in the words of a talk."""
        if not self._is_plain(letter) or letter.told_at is None:
            return None
        if letter.turn not in {Turn.NONE, Turn.CANCELLED}:
            return None
        base = self._ahead(letter)
        is_off = letter.says.is_off or letter.turn is Turn.CANCELLED
        if not base or letter.says.keeps or not is_off:
            return None
        if self._is_other(letter, base=base):
            return self._moved(base, letter)
        known, _ = self._told[base]
        off = as_meant(Told(days=letter.says.off_days), known, at=letter.told_at).days
        is_then = bool(off & known.days) and letter.says.is_short
        return Anew(base, Turn.MOVED) if is_then and letter.turn is Turn.NONE else None

    def _moved_to_hour(self, letter: Letter, *, base: str) -> Anew | None:
        """Return the interview that words put off, where they name no more than another hour."""
        is_moved = letter.turn is Turn.MOVED and self._is_plain(letter)
        if not is_moved or letter.told is None or letter.told.begins is not None:
            return None
        if self._heard(letter, base=base).begins is not None:
            return self._moved(base, letter)
        # The hour until which somebody is away is none at which they meet.
        offered = replace(letter, told=replace(letter.told, times=letter.told.offered))
        names_hour = bool(letter.told.offered) and self._is_other(offered, base=base)
        return self._moved(base, offered) if names_hour else None

    def _set_anew(self, letter: Letter, *, base: str) -> Anew | None:
        """Return the interview that was put off without a day, and for which one time is asked about now.

        No other stands beside it that could be agreed on still.
        """
        if base not in self._put_off_ones or letter.turn is not Turn.PROPOSED:
            return None
        is_timed = _names_time(letter)
        return self._moved(base, letter) if is_timed else Anew(base, Turn.MOVED)

    def _set_after(self, letter: Letter) -> Anew | None:
        """Return the interview that was put off without a day, where its conversation names a time."""
        if letter.told is None or letter.turn is not Turn.NONE or letter.entry:
            return None
        if letter.told.is_another or letter.says.adds or not _names_time(letter):
            return None
        base = self._latest(letter, verdict=letter.verdict)
        known = self._told.get(base)
        is_its_talk = known is not None and known[1] == letter.thread
        is_off = base in self._put_off_ones and is_its_talk
        return self._moved(base, letter) if is_off else None

    def _moved_in_talk(self, letter: Letter) -> Anew | None:
        """Return the interview that is at another time now, where a talk just names that."""
        if not self._is_plain(letter) or letter.turn is not Turn.NONE:
            return None
        base = self._ahead(letter)
        if not base or letter.told is None or letter.told.is_another:
            return None
        is_more = letter.says.adds or not letter.says.is_short
        if is_more or not self._is_other(letter, base=base):
            return None
        return self._moved(base, letter)

    def _said_again(self, letter: Letter) -> str:
        """Return the interview that lies ahead of which a mail in words says nothing new."""
        is_plain = letter.entry is None and letter.turn is Turn.NONE
        if letter.verdict != Verdict.INTERVIEW.value or not is_plain:
            return ""
        if letter.told is None or letter.told_at is None:
            return ""
        for base, (known, thread) in reversed(self._told.items()):
            is_same = thread == letter.thread
            told = as_meant(letter.told, known, at=letter.told_at)
            if known.lies_ahead(letter.told_at) and is_said_again(
                told, known, in_same_talk=is_same
            ):
                return base
        return ""

    def _entered(self, letter: Letter) -> str:
        """Return the interview that only words told of, and that an entry puts in the calendar.

        It begins when they said, on the day of which they told no hour, or the entry is a later version of one that nobody sent.
        """
        entry, told_at = letter.entry, letter.told_at
        if entry is None or entry.is_cancelled or not (letter.told and told_at):
            return ""
        in_words = {
            base: told
            for base, (told, _) in self._told.items()
            if self._verdicts.get(base) == Verdict.INTERVIEW.value
            and base not in self._by_uid.values()
            and told.lies_ahead(told_at)
        }
        begins = letter.told.begins
        day = begins.date() if begins else None
        then = [base for base, told in in_words.items() if told.begins == begins]
        if not then and day is not None:
            then = [base for base, told in in_words.items() if told.day_alone == day]
        is_later = entry.sequence > 0 and len(in_words) == 1
        return next(iter(then or (in_words if is_later else ())), "")

    def _spoken_of(self, letter: Letter) -> str:
        if not letter.is_held or letter.turn is Turn.NONE:
            return ""
        return self._latest(letter, verdict=letter.verdict)

    def _latest(self, letter: Letter, *, verdict: str) -> str:
        bases = [
            base
            for base, known in reversed(self._verdicts.items())
            if known == verdict and not self._is_over(base, letter)
        ]
        # Only of those that one mail set it is in doubt which is meant.
        same = [base for base in bases if mail_of(base) == mail_of(bases[0])]
        return self._meant(same, letter)

    def _is_over(self, base: str, letter: Letter) -> bool:
        begins = self._begins.get(base)
        if begins is not None and begins + STILL_SPOKEN_OF < letter.sent_at:
            return True
        known = self._told.get(base)
        is_one_of_several = any(
            mail_of(other) == mail_of(base) and other != base for other in self._told
        )
        return (
            is_one_of_several
            and known is not None
            and letter.told_at is not None
            and not known[0].lies_ahead(letter.told_at)
        )


def _names_time(letter: Letter) -> bool:
    """Say whether a mail names one time to come."""
    begins = letter.told.begins if letter.told else None
    return begins is not None and letter.told_at is not None and begins > letter.told_at


def _is_yes(letter: Letter, asked: Letter) -> bool:
    """Say whether a mail says yes to the time that another one asked about."""
    told, says = letter.told, letter.says
    if told is None or asked.told is None or letter.turn is Turn.ASKED:
        return False
    if letter.is_own and says.objects:
        # They may add that there is no lift.
        return False
    names_it = speaks_of(told, asked.told)
    is_yes = names_it or (says.agrees and not told.meeting)
    return is_yes and not (says.is_off or says.keeps)
