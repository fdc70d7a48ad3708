"""What can be wrong with a language model or the way to it, each as one sentence to show."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onward.mail.imap.troubles import one_short_line


class ModelTroubleKind(StrEnum):
    """The code of each trouble; the sentence lives in SENTENCES."""

    NOT_ALLOWED = "not_allowed"
    CLOSED_PORT = "closed_port"
    NO_HOST = "no_host"
    WRONG_CERTIFICATE = "wrong_certificate"
    WRONG_KEY = "wrong_key"
    NO_MODEL = "no_model"
    REDIRECT = "redirect"
    BUSY = "busy"
    REFUSED = "refused"
    BROKEN = "broken"
    DROPPED = "dropped"
    TOO_SLOW = "too_slow"
    NOT_AN_ANSWER = "not_an_answer"
    TOO_MUCH = "too_much"


SENTENCES: Mapping[ModelTroubleKind, str | Promise] = {
    ModelTroubleKind.NOT_ALLOWED: _(
        "Whoever runs this Onward has not allowed %(host)s: nothing was sent to it. Ask "
        "them, or turn it off."
    ),
    ModelTroubleKind.CLOSED_PORT: _(
        "Nothing answers at %(host)s, port %(port)s: start the program that runs your "
        "model, or check the address."
    ),
    ModelTroubleKind.NO_HOST: _(
        "There is no server called %(host)s, or you are offline: check the spelling."
    ),
    ModelTroubleKind.WRONG_CERTIFICATE: _(
        "%(host)s could not prove that it is the right server (%(said)s), so nothing was "
        "sent to it: check the address."
    ),
    ModelTroubleKind.WRONG_KEY: _(
        "%(host)s does not accept the key, or wants one: enter it again."
    ),
    ModelTroubleKind.NO_MODEL: _(
        "%(host)s does not know this address or a model of this name (%(said)s): check "
        "both. With Ollama, “ollama list” shows the names."
    ),
    ModelTroubleKind.REDIRECT: _(
        "%(host)s sends on to another address. Nothing was sent there: if that is the "
        "right one, enter it here."
    ),
    ModelTroubleKind.BUSY: _(
        "%(host)s asks for a pause. What was answered is kept: ask again later."
    ),
    ModelTroubleKind.REFUSED: _(
        "%(host)s refused (%(said)s): check whether it is an OpenAI-compatible address "
        "for chat."
    ),
    ModelTroubleKind.BROKEN: _(
        "%(host)s has an error of its own (%(said)s): look at the program that runs your "
        "model, then ask again."
    ),
    ModelTroubleKind.DROPPED: _(
        "The connection to %(host)s broke off. What was answered is kept: ask again."
    ),
    ModelTroubleKind.TOO_SLOW: _(
        "%(host)s did not answer in time. The first answer after a start takes longest: "
        "ask again, or choose a smaller model."
    ),
    ModelTroubleKind.NOT_AN_ANSWER: _(
        "What answers at %(host)s does not speak as a language model does: check the "
        "address. With Ollama it ends in /v1."
    ),
    ModelTroubleKind.TOO_MUCH: _(
        "%(host)s sent far more than an answer, so it was not read to its end: check the "
        "address."
    ),
}

OF_ONE_MESSAGE = frozenset(
    {
        ModelTroubleKind.REFUSED,
        ModelTroubleKind.BROKEN,
        ModelTroubleKind.DROPPED,
        ModelTroubleKind.TOO_SLOW,
        ModelTroubleKind.NOT_AN_ANSWER,
        ModelTroubleKind.TOO_MUCH,
    }
)
"""What may lie in one message alone; several in a row mean that the rest can wait."""


class ModelTrouble(Exception):  # noqa: N818 -- shown to a person as a sentence
    """A model could not be asked; `str()` is the sentence to show."""

    def __init__(
        self, kind: ModelTroubleKind, *, host: str, port: int = 0, said: str = ""
    ) -> None:
        self.kind = kind
        said = one_short_line(said) or "?"
        self._values = {"host": host, "port": port, "said": said}
        super().__init__(kind.value)

    def __str__(self) -> str:
        return str(SENTENCES[self.kind]) % self._values
