"""Where a person's own model is, which one, and how long it may take."""

from __future__ import annotations

from dataclasses import dataclass, field

from onward.core.reach import PUBLIC, Reach
from onward.mail.rules.own_model.address import ModelAddress

SECONDS_TO_ANSWER = 50.0
"""For one answer, whole; shorter than the minute after which a job counts as abandoned."""


@dataclass(frozen=True, slots=True)
class ModelServer:
    """Where the model is, which one, and the key that opens it; the key is never shown."""

    address: ModelAddress
    name: str
    key: str = field(default="", repr=False)
    reach: Reach = PUBLIC
