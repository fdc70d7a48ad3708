"""By which way an application was sent, as far as the ledger knows it; pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WayKind(StrEnum):
    """How an application went out."""

    EMAIL = "email"
    ONLINE = "online"
    AS_WRITTEN = "as_written"  # a bare name
    FOUND = "found"  # only where the person found the advert is known
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Way:
    """A way, with the name of the board or system, or where the person found the advert."""

    kind: WayKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What one event tells of how an application was sent.

    Attributes:
        is_own_mail: It rests on mail that the person sent.
        system: The applicant tracking system or the board that its receipt came through;
            empty for none.
        is_online: Its words say that it was sent online, if only to a form of their own.
    """

    on: date
    is_own_mail: bool = False
    system: str = ""
    is_online: bool = False

    @property
    def is_telling(self) -> bool:
        """It tells some way."""
        return self.is_own_mail or bool(self.system) or self.is_online


def way_of(
    sendings: Iterable[Sending], *, came_through: str = "", found_at: str = ""
) -> Way:
    """Return the way of one application: what mail shows first, else where it was found.

    Own mail and a system's receipt of one day are an application by e-mail, which the
    employer put into the system. A receipt that comes on an earlier day than own mail tells of one that was
    filled in online.

    Args:
        came_through: A system of which no receipt is known; it stands there as a name alone,
            as a later mail can come through one that the application did not.
        found_at: Where the person found the advert; they may have applied in another way.
    """
    telling = [each for each in sendings if each.is_telling]
    if not telling:
        return _untold(came_through=came_through, found_at=found_at)
    first = min(telling, key=_order)
    if first.is_own_mail:
        return Way(WayKind.EMAIL)
    return Way(WayKind.ONLINE, first.system)


def _untold(*, came_through: str, found_at: str) -> Way:
    if came_through:
        return Way(WayKind.AS_WRITTEN, came_through)
    if found_at:
        return Way(WayKind.FOUND, found_at)
    return Way(WayKind.UNKNOWN)


def _order(each: Sending) -> tuple[date, bool, bool, str]:
    return each.on, not each.is_own_mail, not each.system, each.system
