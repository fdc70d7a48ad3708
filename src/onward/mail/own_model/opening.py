"""Opening the way to a person's own model; what speaks to networks is loaded only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onward.mail.own_model.server import SECONDS_TO_ANSWER, ModelServer

if TYPE_CHECKING:
    from onward.mail.own_model.client import Model


def opened(server: ModelServer, *, seconds: float = SECONDS_TO_ANSWER) -> Model:
    """Return the model of a server, to be asked one question after the other."""
    from onward.mail.own_model.client import Model

    return Model(server, seconds=seconds)
