"""How a trained model lies in its file: a head of JSON, then its weights a byte each."""

from __future__ import annotations

import json
import zlib
from typing import Any

from onward.mail.rules.basics.tables import ROOM

_SIZE_BYTES = 4


def packed(head: dict[str, Any], *, weights: bytes) -> bytes:
    """Return a model as the bytes of its file."""
    words = json.dumps(head, separators=(",", ":"), sort_keys=True).encode()
    size = len(words).to_bytes(_SIZE_BYTES, "big")
    return zlib.compress(size + words + weights, 9)


def parted(data: bytes) -> tuple[dict[str, Any], bytes]:
    """Return head and weights of the model that a file holds."""
    plain = zlib.decompress(data)
    start = _SIZE_BYTES + int.from_bytes(plain[:_SIZE_BYTES], "big")
    return json.loads(plain[_SIZE_BYTES:start]), plain[start:]


def shipped(folder: str, *, name: str) -> bytes:
    """Return the file of a model that is delivered with these rules."""
    return ROOM.joinpath(folder, f"{name}.bin").read_bytes()
