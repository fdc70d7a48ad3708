"""One question to an OpenAI-compatible address, and its answer; trusts nothing it says."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Callable
from typing import Any, NoReturn, Self

import httpx

from onward.mail.own_model.server import SECONDS_TO_ANSWER, ModelServer
from onward.mail.own_model.troubles import ModelTrouble, ModelTroubleKind
from onward.mail.rules.own_model.address import ModelAddress
from onward.mail.rules.own_model.asking import Question, answer_shape
from onward.outgoing.sockets import NotAllowed
from onward.outgoing.web import Transport

SECONDS_TO_CONNECT = 5.0
MAX_ANSWER_BYTES = 200_000
MAX_TOKENS = 400
_NO_SHAPE = frozenset({400, 422, 501})
_BY_STATUS = {
    401: ModelTroubleKind.WRONG_KEY,
    403: ModelTroubleKind.WRONG_KEY,
    404: ModelTroubleKind.NO_MODEL,
    429: ModelTroubleKind.BUSY,
}


class Model:
    """A model that can be asked, one question after the other.

    No redirect is followed, no proxy of the environment is used, and nothing is
    remembered from one question to the next: no cookie, no connection.
    """

    def __init__(
        self,
        server: ModelServer,
        *,
        seconds: float = SECONDS_TO_ANSWER,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server = server
        self._seconds = seconds
        self._clock = clock
        self._takes_shape = True
        self._client = httpx.Client(
            timeout=httpx.Timeout(seconds, connect=min(seconds, SECONDS_TO_CONNECT)),
            follow_redirects=False,
            trust_env=False,
            transport=Transport(server.reach, context=_trusted(server.address), kept=0),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._client.close()

    def ask(self, question: Question) -> str:
        """Return what the model wrote, as it wrote it.

        Raises:
            ModelTrouble: If there is no such answer, with a sentence that says why.
        """
        status, body = self._sent(question)
        if self._takes_shape and status in _NO_SHAPE:
            # Older servers do not know how to keep to a shape; the words ask for it too.
            self._takes_shape = False
            status, body = self._sent(question)
        if status != 200:
            self._refused(status, body)
        return self._written(body)

    def _sent(self, question: Question) -> tuple[int, bytes]:
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        if self._server.key:
            headers["Authorization"] = f"Bearer {self._server.key}"
        began = self._clock()
        try:
            with self._client.stream(
                "POST",
                self._server.address.questions,
                json=self._payload(question),
                headers=headers,
            ) as answer:
                return answer.status_code, self._body(answer, began=began)
        except httpx.TimeoutException as error:
            is_far = isinstance(error, httpx.ConnectTimeout)
            kind = ModelTroubleKind.CLOSED_PORT if is_far else ModelTroubleKind.TOO_SLOW
            raise self._trouble(kind) from error
        except NotAllowed as error:
            raise self._trouble(ModelTroubleKind.NOT_ALLOWED) from error
        except httpx.ConnectError as error:
            raise self._trouble(_kind_of(error), said=_certificate(error)) from error
        except (httpx.HTTPError, OSError) as error:
            raise self._trouble(ModelTroubleKind.DROPPED) from error

    def _payload(self, question: Question) -> dict[str, Any]:
        payload: dict[str, Any] = {
            "model": self._server.name,
            "messages": [
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.data},
            ],
            "temperature": 0,
            "max_tokens": MAX_TOKENS,
            "stream": False,
        }
        if self._takes_shape:
            payload["response_format"] = {
                "type": "json_schema",
                "json_schema": {
                    "name": "reading",
                    "strict": True,
                    "schema": answer_shape(),
                },
            }
        return payload

    def _body(self, answer: httpx.Response, *, began: float) -> bytes:
        """Return the body as it came; stop at a size, and at an hour, of our own."""
        parts: list[bytes] = []
        size = 0
        for part in answer.iter_raw():
            size += len(part)
            if size > MAX_ANSWER_BYTES:
                raise self._trouble(ModelTroubleKind.TOO_MUCH)
            if self._clock() - began > self._seconds:
                raise self._trouble(ModelTroubleKind.TOO_SLOW)
            parts.append(part)
        return b"".join(parts)

    def _refused(self, status: int, body: bytes) -> NoReturn:
        if 300 <= status < 400:
            raise self._trouble(ModelTroubleKind.REDIRECT)
        own = ModelTroubleKind.BROKEN if status >= 500 else ModelTroubleKind.REFUSED
        said = f"{status} {self._said(body)}".strip()
        raise self._trouble(_BY_STATUS.get(status, own), said=said)

    def _said(self, body: bytes) -> str:
        """Return the server's own words about what is wrong, without the key in them."""
        try:
            error = json.loads(body)["error"]
            said = error if isinstance(error, str) else error["message"]
        except (ValueError, RecursionError, LookupError, TypeError):
            return ""
        if not isinstance(said, str):
            return ""
        return said.replace(self._server.key, "…") if self._server.key else said

    def _written(self, body: bytes) -> str:
        try:
            written = json.loads(body)["choices"][0]["message"]["content"]
        except (ValueError, RecursionError, LookupError, TypeError) as error:
            raise self._trouble(ModelTroubleKind.NOT_AN_ANSWER) from error
        if not isinstance(written, str):
            raise self._trouble(ModelTroubleKind.NOT_AN_ANSWER)
        return written

    def _trouble(self, kind: ModelTroubleKind, *, said: str = "") -> ModelTrouble:
        address = self._server.address
        port = int(address.origin.rpartition(":")[2])
        return ModelTrouble(kind, host=address.host, port=port, said=said)


def _trusted(address: ModelAddress) -> ssl.SSLContext:
    """Return whose certificates count: the system's; nobody's where there is no TLS."""
    if address.base.startswith("https:"):
        return ssl.create_default_context()
    # Reading the system's list takes longer than a small model does.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _kind_of(error: BaseException) -> ModelTroubleKind:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            return ModelTroubleKind.WRONG_CERTIFICATE
        if isinstance(cause, socket.gaierror):
            return ModelTroubleKind.NO_HOST
    return ModelTroubleKind.CLOSED_PORT


def _certificate(error: BaseException) -> str:
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return cause.verify_message
        if isinstance(cause, ssl.SSLError):
            return cause.reason or ""
    return ""


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
