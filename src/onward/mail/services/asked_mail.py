"""Mail that a rule alone would have asked about, until it is known whether its writer is.

"The board has put the post on ice" may be about anything, and the person is asked. From a
firm that they are in touch with about work it says what the rule finds in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime

from onward.mail.rules.talks.own_letter import APPLIES
from onward.mail.rules.types import NOT_HIRING, Message, Reading, Source, Verdict
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.services.doubted import read_as_known
from onward.mail.services.talks import Talks, talks_of
from onward.mail.wanted import Wanted
from onward.people.models import Person

MOST_ASKED = 2_000
"""How much of such mail waits in memory; what comes later is asked about at once."""

_OPEN = NOT_HIRING | {Verdict.AMBIGUOUS}


class AskedMail:
    """The mail of one run that would be asked about, and in which a rule finds something."""

    def __init__(self) -> None:
        self._waiting: dict[str, tuple[Message, Reading, Source]] = {}

    @property
    def sources(self) -> list[Source]:
        """Return where what waits was read from."""
        return [source for _, _, source in self._waiting.values()]

    def holds(self, message: Message, reading: Reading, *, source: Source) -> bool:
        """Let a mail wait, if a rule's words are all that is to be asked about."""
        if reading.verdict is not Verdict.AMBIGUOUS or is_by_ear(reading):
            return False
        if len(self._waiting) >= MOST_ASKED or message.calendar:
            return False
        self._waiting[message.key] = message, reading, source
        return True

    @property
    def letters(self) -> list[Message]:
        """Return what waits in which its writer applies for work."""
        return [
            message
            for message, reading, _ in self._waiting.values()
            if any(each.rule == APPLIES for each in reading.because)
        ]

    def of_own(self, wanted: Wanted) -> Iterator[tuple[Message, Source]]:
        """Yield, and let go of, what the person wrote, as far as that is known by now."""
        for key, (message, _, source) in list(self._waiting.items()):
            if wanted.wrote(message):
                del self._waiting[key]
                yield message, source

    def settled(
        self, person: Person, *, now: datetime, own: Collection[str]
    ) -> Iterator[tuple[Message, Reading, Source]]:
        """Yield, and let go of, all that waits, as it reads now that more is known; oldest first.

        Args:
            own: The addresses that the person writes from.
        """
        if not self._waiting:
            return
        talks = talks_of(person, own=own)
        held = sorted(self._waiting.values(), key=lambda each: each[0].sent_at or now)
        self._waiting.clear()
        for message, reading, source in held:
            yield message, _known(message, reading, talks=talks), source


def _known(message: Message, reading: Reading, *, talks: Talks) -> Reading:
    """Return what a mail says where its writer, or their firm, is known for sure; else as it was."""
    known = talks.with_firm_of(message)
    is_sure = known is not None and talks.is_sure_of(message)
    if not is_sure:
        known = talks.called_as_domain(message)
    if known is None:
        return reading
    answered = talks.answered(message)
    again = read_as_known(message, known=known, is_answer=answered is not None)
    # "You are welcome for a coffee all the same" answers who declined, and is no interview.
    is_over = answered is not None and answered.is_over
    is_kind = is_over and again.verdict is Verdict.INTERVIEW
    return reading if is_kind or again.verdict in _OPEN else again
