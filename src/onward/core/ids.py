"""Identifiers that sort by the time they were made."""

from __future__ import annotations

import os
import time
import uuid

_FIXED = 0x7 << 76 | 0b10 << 62
_RANDOM = (0xFFF << 64) | ((1 << 62) - 1)


def uuid7() -> uuid.UUID:
    """Return a new UUID version 7: 48 bits of Unix milliseconds, then 74 random bits.

    Source: RFC 9562, section 5.7.
    """
    return uuid7s(1)[0]


def uuid7s(count: int) -> list[uuid.UUID]:
    """Return so many new UUIDs of one moment, for rows that are written together."""
    base = (time.time_ns() // 1_000_000 & 0xFFFF_FFFF_FFFF) << 80 | _FIXED
    chance = os.urandom(10 * count)
    return [
        uuid.UUID(int=base | int.from_bytes(chance[at : at + 10], "big") & _RANDOM)
        for at in range(0, 10 * count, 10)
    ]
