"""Which mail of an application tells anew of an interview that is known, and how; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from onward.mail.rules.appointments.interviews import Interviews
from onward.mail.rules.appointments.letter import Letter
from onward.mail.rules.appointments.rearranging import Turn
from onward.mail.rules.appointments.retelling import (
    Told,
    as_meant,
    is_asked_alone,
    moved_to,
    speaks_of,
    told_by_clock,
)
from onward.mail.rules.types import ENDINGS, Meaning, Verdict


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
    """The mail of one application, taken one after the other, on the interviews it told of."""

    def __init__(self) -> None:
        self._known = Interviews()
        self._asked: _Open | None = None
        self._proposed: _Open | None = None

    def take(self, letter: Letter) -> Anew | None:
        """Return how a mail tells anew of an interview; its own key where it is the first word."""
        if letter.by_hand:
            self._known.set_by_hand(letter)
            return None
        if letter.is_own or letter.turn is Turn.ASKED:
            return self._taken_by_person(letter)
        uid = letter.entry.uid if letter.entry else ""
        known = self._known.by_uid.get(uid, "")
        anew = Anew(known) if known else self._in_words(letter)
        if anew is None and letter.is_held:
            anew = Anew(letter.key)
            self._known.verdicts[letter.key] = letter.verdict
        if anew is None:
            return None
        base = anew.base
        if uid:
            self._known.by_uid[uid] = base
        if letter.entry and letter.entry.moment:
            self._known.begins[base] = letter.entry.moment
        self._learn(anew, letter)
        return anew

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
        base = (
            self._known.said_again(letter) or self._known.entered(letter)
            if not found
            else ""
        )
        return Anew(base) if base else found

    def _looked_back_on(self, letter: Letter, *, day: date) -> Anew | None:
        """Return the interview that took place: of that day, of a day asked for, or of none told."""
        asked = self._asked
        if asked is not None and asked.letter.thread == letter.thread:
            self._asked = None
            return Anew(asked.base, Turn.DONE)
        for base, (known, thread) in reversed(self._known.told.items()):
            if self._known.verdicts.get(base) != Verdict.INTERVIEW.value:
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
        if not is_off or self._known.is_other(letter, base=asked.base):
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
            base = self._known.ahead(letter)
            found = self._moved_to_hour(letter, base=base) if base else None
        return found or self._moved_in_talk(letter) or self._timed(letter)

    def _timed(self, letter: Letter) -> Anew | None:
        """Return the interview that lies ahead and whose hour a talk tells, where only its day was known."""
        if not self._is_plain(letter) or letter.turn is not Turn.NONE:
            return None
        base = self._known.ahead(letter)
        if (
            not base
            or self._known.told[base][0].begins is not None
            or letter.says.is_off
        ):
            return None
        day = self._known.told[base][0].day_alone
        begins = self._known.heard(letter, base=base).begins
        is_its_day = begins is not None and begins.date() == day
        return Anew(base, begins=begins) if is_its_day else None

    def _ended(self, letter: Letter) -> Anew | None:
        """Return the interview that lies ahead and that a no calls off as well."""
        if letter.turn not in {Turn.MOVED, Turn.CANCELLED}:
            return None
        base = self._known.ahead(letter, in_thread=False)
        return Anew(base, Turn.CANCELLED) if base else None

    def _learn(self, anew: Anew, letter: Letter) -> None:
        """Remember what the latest mail on an interview says of when it is."""
        base, turn = anew.base, letter.turn if anew.turn is None else anew.turn
        if turn is Turn.PROPOSED:
            return
        self._proposed = None
        self._known.put_off.discard(base)
        if turn is Turn.MOVED and not (anew.begins or _names_time(letter)):
            self._known.put_off.add(base)
        is_off = turn is Turn.CANCELLED
        if is_off or (letter.entry is not None and letter.entry.is_cancelled):
            self._known.told.pop(base, None)
            return
        is_news = base not in self._known.told or turn is not Turn.NONE
        if letter.told is None or anew.named_in:
            return
        if anew.turn is None and anew.begins is not None:
            self._known.told[base] = (told_by_clock(anew.begins), letter.thread)
            return
        if is_news or letter.told.begins is not None:
            self._known.told[base] = (letter.told, letter.thread)

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
        base = self._known.ahead(letter)
        # "Tuesday at ten suits me" names no date: only a question asks for another one.
        is_other = base and self._known.is_other(letter, base=base)
        is_asking = letter.turn is Turn.ASKED or (
            is_other
            and letter.told is not None
            and bool(letter.told.offered or letter.told.meeting)
            and is_asked_alone(
                self._known.heard(letter, base=base), self._known.told[base][0]
            )
        )
        if is_asking:
            base = base or self._known.latest(letter, verdict=Verdict.INTERVIEW.value)
            self._asked = self._open(base, letter) if base else None
            # Of one that has no day, or is over, no day comes to be in doubt.
            is_dated = base and base == self._known.ahead(letter, in_thread=False)
            return Anew(base, Turn.ASKED) if is_dated else None
        if base:
            self._known.choose(base, letter)
        return None

    def _open(self, base: str, letter: Letter) -> _Open:
        """Return another time that was asked about, as it is meant beside the known one."""
        if base in self._known.told and letter.told is not None:
            letter = replace(letter, told=self._known.heard(letter, base=base))
        return _Open(base, letter)

    def _is_yes(self, letter: Letter, asked: _Open) -> bool:
        """Say whether a mail says yes to the time that was asked about, and not to the old one."""
        known = self._known.told.get(asked.base)
        hours = letter.told.offered if letter.told else frozenset[time]()
        new = asked.letter.told.times if asked.letter.told else frozenset[time]()
        old = known[0].times if known else frozenset[time]()
        is_old = bool(new and hours & old) and not hours & new
        return not is_old and _is_yes(letter, asked.letter)

    def _moved(self, base: str, named_in: Letter) -> Anew:
        """Return that an interview is at the time now that a mail names."""
        self._known.move(base, named_in)
        known = self._known.told.get(base)
        begins = known[0].begins if known else None
        return Anew(base, Turn.MOVED, named_in.key, begins)

    def _answered(self, letter: Letter) -> Anew | None:
        """Return the interview that the person asked to move, once for each asking."""
        if letter.verdict != Verdict.INTERVIEW.value or self._asked is None:
            return None
        asked, self._asked = self._asked, None
        told, own = letter.told, asked.letter.told
        if told is None or own is None or letter.turn is not Turn.NONE:
            return Anew(asked.base)
        known = self._known.told.get(asked.base)
        told = self._known.heard(letter, base=asked.base)
        is_other = self._known.is_other(letter, base=asked.base)
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
        base = self._known.ahead(letter, in_thread=not is_worded)
        if not base or letter.says.is_off:
            return None
        if is_worded and base in self._known.put_off:
            return self._set_anew(letter, base=base)
        known, _ = self._known.told[base]
        is_other = self._known.is_other(letter, base=base) and letter.says.is_short
        is_asked = is_other and is_asked_alone(
            self._known.heard(letter, base=base), known
        )
        if not (is_worded or (is_asked and letter.turn is Turn.NONE)):
            return None
        self._proposed = self._open(base, letter)
        begins = moved_to(self._known.heard(letter, base=base), known).begins
        is_new = begins != known.begins
        return Anew(base, Turn.PROPOSED, begins=begins if is_new else None)

    def _put_off(self, letter: Letter) -> Anew | None:
        """Return the interview that cannot be when it was to be, in the words of a talk."""
        if not self._is_plain(letter) or letter.told_at is None:
            return None
        if letter.turn not in {Turn.NONE, Turn.CANCELLED}:
            return None
        base = self._known.ahead(letter)
        is_off = letter.says.is_off or letter.turn is Turn.CANCELLED
        if not base or letter.says.keeps or not is_off:
            return None
        if self._known.is_other(letter, base=base):
            return self._moved(base, letter)
        known, _ = self._known.told[base]
        off = as_meant(Told(days=letter.says.off_days), known, at=letter.told_at).days
        is_then = bool(off & known.days) and letter.says.is_short
        return Anew(base, Turn.MOVED) if is_then and letter.turn is Turn.NONE else None

    def _moved_to_hour(self, letter: Letter, *, base: str) -> Anew | None:
        """Return the interview that words put off, where they name no more than another hour."""
        is_moved = letter.turn is Turn.MOVED and self._is_plain(letter)
        if not is_moved or letter.told is None or letter.told.begins is not None:
            return None
        if self._known.heard(letter, base=base).begins is not None:
            return self._moved(base, letter)
        # The hour until which somebody is away is none at which they meet.
        offered = replace(letter, told=replace(letter.told, times=letter.told.offered))
        names_hour = bool(letter.told.offered) and self._known.is_other(
            offered, base=base
        )
        return self._moved(base, offered) if names_hour else None

    def _set_anew(self, letter: Letter, *, base: str) -> Anew | None:
        """Return the interview that was put off without a day, and for which one time is asked about now.

        No other stands beside it that could be agreed on still.
        """
        if base not in self._known.put_off or letter.turn is not Turn.PROPOSED:
            return None
        if not _names_time(letter):
            return Anew(base, Turn.MOVED)
        return self._moved(base, letter) if letter.says.is_of_talk else None

    def _set_after(self, letter: Letter) -> Anew | None:
        """Return the interview that was put off without a day, where its conversation names a time."""
        if letter.told is None or letter.turn is not Turn.NONE or letter.entry:
            return None
        if letter.told.is_another or letter.says.adds or not _names_time(letter):
            return None
        if not letter.says.is_of_talk:
            return None
        base = self._known.latest(letter, verdict=letter.verdict)
        known = self._known.told.get(base)
        is_its_talk = known is not None and known[1] == letter.thread
        is_off = base in self._known.put_off and is_its_talk
        return self._moved(base, letter) if is_off else None

    def _moved_in_talk(self, letter: Letter) -> Anew | None:
        """Return the interview that is at another time now, where a talk just names that."""
        if not self._is_plain(letter) or letter.turn is not Turn.NONE:
            return None
        base = self._known.ahead(letter)
        if not base or letter.told is None or letter.told.is_another:
            return None
        is_more = letter.says.adds or not letter.says.is_short
        if is_more or not self._known.is_other(letter, base=base):
            return None
        return self._moved(base, letter)

    def _spoken_of(self, letter: Letter) -> str:
        if not letter.is_held or letter.turn is Turn.NONE:
            return ""
        return self._known.latest(letter, verdict=letter.verdict)


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
