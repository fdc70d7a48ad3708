"""Which mail is let in without a word of hiring; pure, so that any process can ask."""

from __future__ import annotations

from dataclasses import dataclass

from onward.mail.body import has_calendar
from onward.mail.labels import gmail_labels, says_sent
from onward.mail.notes import is_answer
from onward.mail.parse import Opened
from onward.mail.report_part import may_be_returned
from onward.mail.rules.appointments.time_answer import may_talk_of_time, names_new_time
from onward.mail.rules.around.certified import Receipt
from onward.mail.rules.talks.awaited import Awaited, names_awaited
from onward.mail.rules.talks.bare_time import may_set_time
from onward.mail.rules.talks.bare_words import MOST_CHARS, may_be_bare
from onward.mail.rules.types import Message
from onward.mail.sources.raw import RawMessage

_NAMING = (b"from", b"in-reply-to", b"references")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person waits for, and the addresses that they write from (lower case)."""

    own: frozenset[str] = frozenset()
    awaited: tuple[Awaited, ...] = ()

    def __call__(self, opened: Opened, raw: RawMessage) -> bool:
        """Return whether words may be missing: own mail, entries, what is awaited or came back."""
        is_returned = may_be_returned(
            opened.head, subject=opened.subject, text=lambda: opened.beginning
        )
        if opened.receipt is not Receipt.NONE:
            return is_returned
        return (
            is_returned
            or self._may_be_awaited(opened)
            or self._is_own(opened, raw)
            or has_calendar(opened.root)
            or _may_be_bare(opened)
        )

    def wrote(self, message: Message) -> bool:
        """Return whether the person wrote a message that was read."""
        return message.is_sent or message.sender.address in self.own

    def is_read_later(self, message: Message) -> bool:
        """Return whether a message is understood only beside other mail of the person's."""
        return message.returned is not None or self.wrote(message)

    def _may_be_awaited(self, opened: Opened) -> bool:
        if not self.awaited:
            return False
        names = b"\n".join(map(opened.head.first, _NAMING)).decode("ascii", "replace")
        return names_awaited(names, awaited=self.awaited)

    def _is_own(self, opened: Opened, raw: RawMessage) -> bool:
        if raw.is_sent or says_sent(raw.labels):
            return True
        labels = opened.head.first(b"x-gmail-labels")
        if labels and says_sent(gmail_labels(labels)):
            return True
        if not self.own:
            return False
        sender = opened.head.first(b"from").decode("ascii", "replace").lower()
        return any(address in sender for address in self.own)


def _may_be_bare(opened: Opened) -> bool:
    """Return whether a mail may mean something in a conversation about hiring alone."""
    # What is long from the beginning needs no more of it to be seen.
    is_short = len(opened.beginning) <= MOST_CHARS and len(opened.text) <= MOST_CHARS
    answers = is_answer(opened.head)
    if (is_short or answers) and may_be_bare(opened.text):
        return True
    if not (answers or names_new_time(opened.subject)):
        return False
    return may_set_time(opened.text) or may_talk_of_time(opened.text)
