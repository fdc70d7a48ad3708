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
    AS_WRITTEN = "as_written"  # in the person's own words, or a bare name
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Way:
    """A way, with the name of the board or system, or the person's own words."""

    kind: WayKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """What one event tells of how an application was sent.

    Attributes:
        is_own_mail: It rests on mail that the person sent.
        system: The applicant tracking system or the board that its receipt came through;
            empty for none.
    """

    on: date
    is_own_mail: bool = False
    system: str = ""


def way_of(
    sendings: Iterable[Sending], *, own_words: str = "", came_through: str = ""
) -> Way:
    """Return the way of one application: what the person wrote, else what mail shows first.

    Own mail and a system's receipt of one day are an application by e-mail, which the
    employer put into the system. A receipt that comes on an earlier day than own mail tells of one that was
    filled in online.

    Args:
        own_words: What the person wrote of where it came from.
        came_through: A system of which no receipt is known; it stands there as a name alone,
            as a later mail can come through one that the application did not.
    """
    if own_words:
        return Way(WayKind.AS_WRITTEN, own_words)
    telling = [each for each in sendings if each.is_own_mail or each.system]
    if not telling:
        known = WayKind.AS_WRITTEN if came_through else WayKind.UNKNOWN
        return Way(known, came_through)
    first = min(telling, key=_order)
    if first.is_own_mail:
        return Way(WayKind.EMAIL)
    return Way(WayKind.ONLINE, first.system)


def _order(each: Sending) -> tuple[date, bool, str]:
    return each.on, not each.is_own_mail, each.system
