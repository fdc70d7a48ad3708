"""What a server did not give of a folder: asked for again in its order, or left alone for hours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from onward.mail.models import ImapFolder

ASKED_AGAIN_AFTER = timedelta(hours=6)
"""How long what was not given twice is left alone, instead of told of with each look for mail."""

MOST_REFUSED = 50
"""How many messages in a row a server may refuse before that is a matter of the folder."""


@dataclass(slots=True)
class Leftover:
    """The numbers of one folder's messages that are asked for again, as one run goes on.

    Attributes:
        places: What was to be asked for again as the run began, with its place in the line.
        again: To be asked for again.
        vain: What of that this run has asked for in vain.
        resting: What of it this run leaves alone.
        left_at: Since when that is left alone.
        said: Why the server gave no more, in its own words; None where it gave all.
        is_given_up: This run asks for nothing more of that kind.
    """

    places: Mapping[int, int]
    again: set[int]
    vain: set[int] = field(default_factory=set)
    resting: set[int] = field(default_factory=set)
    left_at: datetime | None = None
    said: str | None = None
    is_given_up: bool = False

    @classmethod
    def of(cls, folder: ImapFolder) -> Leftover:
        """Return what waited when an earlier run was killed, or was not given to it."""
        places = {number: place for place, number in enumerate(folder.waiting)}
        return cls(places, set(folder.waiting))

    def let_rest(self, folder: ImapFolder) -> None:
        """Leave alone what a run gave up on but some hours ago."""
        since = timezone.now() - ASKED_AGAIN_AFTER
        if self.again and folder.left_at and folder.left_at > since:
            self.left_at = folder.left_at
            self.resting |= self.again

    def to_ask_for(self) -> list[int]:
        """Return what this run asks for again."""
        if self.is_given_up:
            return []
        return self.in_line(self.again - self.vain - self.resting)

    def in_line(self, numbers: Collection[int]) -> list[int]:
        """Return what is asked for again in its order: last what was just asked for in vain."""
        places, last = self.places, len(self.places)
        return sorted(numbers, key=lambda n: (n in self.vain, places.get(n, last), n))

    def note_for(self, folder: ImapFolder) -> str:
        """Return why a folder counts as unread though it was gone through; "" if it does not."""
        is_much = not folder.read or len(self.again) >= MOST_REFUSED
        if not (self.again and is_much):
            return ""
        return folder.note if self.said is None else self.said

    def kept_for(
        self, folder: ImapFolder, *, broken: Collection[int]
    ) -> dict[str, Any]:
        """Return what a folder keeps of it once a run is over.

        Args:
            broken: The numbers of the mail at which the rules broke in this run.
        """
        again = self.again.union(broken)
        # The first time it may have been the server's mood: the next run asks again.
        twice = self.places.keys() & (self.vain | self.resting).union(broken)
        is_left = again <= twice or self.is_given_up or len(twice) >= MOST_REFUSED
        left_at = self.left_at or timezone.now()
        return {
            "waiting": self.in_line(again),
            "read": max(0, folder.read + len(folder.waiting) - len(again)),
            "left_at": left_at if again and is_left else None,
        }
