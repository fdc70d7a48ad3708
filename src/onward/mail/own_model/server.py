"""Where a person's own model is; what speaks to networks is loaded when it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onward.core.reach import PUBLIC, Reach
from onward.mail.rules.own_model.address import ModelAddress

if TYPE_CHECKING:
    from onward.mail.own_model.client import Model

SECONDS_TO_ANSWER = 50.0
"""For one answer, whole; shorter than the minute after which a job counts as abandoned."""


@dataclass(frozen=True, slots=True)
class ModelServer:
    """Where the model is, which one, and the key that opens it; the key is never shown."""

    address: ModelAddress
    name: str
    key: str = field(default="", repr=False)
    reach: Reach = PUBLIC


def opened(server: ModelServer, *, seconds: float = SECONDS_TO_ANSWER) -> Model:
    """Return the model of a server, to be asked one question after the other."""
    from onward.mail.own_model.client import Model

    return Model(server, seconds=seconds)
