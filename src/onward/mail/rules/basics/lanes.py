"""Rows of small numbers, each row one long integer: adding two rows is one addition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from struct import Struct

FINE = 16
"""A number is kept to a sixteenth."""

_BITS = 32
_BYTES = _BITS // 8
_LIFT = 1 << (_BITS - 1)
_SMALL = [each if each < 128 else each - 256 for each in range(256)]
# For each byte of a lane what it is for each byte of a weight.
_BYTES_OF = [
    bytes([(weight * FINE + _LIFT) >> (8 * at) & 0xFF for weight in _SMALL])
    for at in range(_BYTES)
]


class Lanes:
    """A way to pack rows: several times quicker than lists, and without a library.

    A lane holds sums from -2^27 to 2^27, far more than what a mail's words come to.
    """

    def __init__(self, width: int) -> None:
        self.width = width
        self._struct = Struct(f"<{width}I")
        # Lifted above zero, each lane stands for itself.
        self._lift = sum(_LIFT << (_BITS * at) for at in range(width))

    def packed(self, values: Iterable[float]) -> int:
        """Return a row as one integer, each number rounded to a sixteenth."""
        lanes = self._struct.pack(*[round(value * FINE) + _LIFT for value in values])
        return int.from_bytes(lanes, "little") - self._lift

    def rows(self, weights: bytes) -> list[int]:
        """Return rows of signed bytes, one after another, as one integer each."""
        number, lift = int.from_bytes, self._lift
        lanes = _lanes_of(weights)
        each = Struct(f"{self._struct.size}s").iter_unpack(lanes)
        return [number(row, "little") - lift for (row,) in each]

    def row(self, weights: bytes) -> int:
        """Return one row of signed bytes as one integer, as `rows` does."""
        return int.from_bytes(_lanes_of(weights), "little") - self._lift

    def sixteenths(self, total: int, *, start: int, size: int) -> Sequence[int]:
        """Return numbers of a row, or of a sum of rows, in sixteenths.

        Args:
            start: The first that is wanted.
            size: How many are.
        """
        lanes = self._lifted(total)
        end = start + size
        return [lane - _LIFT for lane in lanes[start:end]]

    def unpacked(self, total: int) -> list[float]:
        """Return the numbers of a row, or of a sum of rows."""
        return [(lane - _LIFT) / FINE for lane in self._lifted(total)]

    def lifted(self, total: int) -> bytes:
        """Return the lanes of a row, four bytes each, all higher by the same."""
        return (total + self._lift).to_bytes(self._struct.size, "little")

    def _lifted(self, total: int) -> tuple[int, ...]:
        lanes = (total + self._lift).to_bytes(self._struct.size, "little")
        return self._struct.unpack(lanes)


def _lanes_of(weights: bytes) -> bytearray:
    """Return signed bytes as lanes, lifted above zero."""
    lanes = bytearray(len(weights) * _BYTES)
    for at, part in enumerate(_BYTES_OF):
        lanes[at::_BYTES] = weights.translate(part)
    return lanes
