"""What can be wrong with a mail server or the way to it, each as one sentence to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class TroubleKind(StrEnum):
    """The code of each trouble; the sentence lives in SENTENCES."""

    WRONG_PASSWORD = "wrong_password"  # noqa: S105
    APP_PASSWORD = "app_password"  # noqa: S105
    NO_PASSWORD = "no_password"  # noqa: S105
    SIGN_IN_ONLY = "sign_in_only"
    REVOKED = "revoked"
    CLOSED_PORT = "closed_port"
    NO_HOST = "no_host"
    WRONG_CERTIFICATE = "wrong_certificate"
    NO_TLS = "no_tls"
    NOT_PROTECTED = "not_protected"
    NOT_ALLOWED = "not_allowed"
    DROPPED = "dropped"
    TOO_SLOW = "too_slow"
    TOO_MANY = "too_many"
    THROTTLED = "throttled"
    NO_FOLDER = "no_folder"
    SIGN_IN_SERVER = "sign_in_server"
    REFUSED = "refused"
    OWN_FAULT = "own_fault"


SENTENCES: Mapping[TroubleKind, str | Promise] = {
    TroubleKind.WRONG_PASSWORD: _(
        "%(host)s does not accept this user name and password: enter them again. Many "
        "providers want an app password here, made in your account there."
    ),
    TroubleKind.APP_PASSWORD: _(
        "%(host)s wants an app password instead of your usual one: make one in your "
        "account there, under security, and enter it here."
    ),
    TroubleKind.SIGN_IN_ONLY: _(
        "%(host)s takes no passwords from other programs, app passwords neither: add the "
        "mailbox with a sign-in at Outlook instead."
    ),
    TroubleKind.NO_PASSWORD: _(
        "The password for %(host)s is not on this computer any more: enter it again."
    ),
    TroubleKind.REVOKED: _(
        "The permission to read at %(host)s was taken back or has run out: sign in there "
        "again."
    ),
    TroubleKind.CLOSED_PORT: _(
        "Nothing answers at %(host)s, port %(port)s: check server and port, and whether "
        "you are online."
    ),
    TroubleKind.NO_HOST: _(
        "There is no server called %(host)s, or you are offline: check the spelling."
    ),
    TroubleKind.WRONG_CERTIFICATE: _(
        "%(host)s could not prove that it is the right server (%(said)s), so nothing was "
        "sent to it: check the server's name, or ask whoever runs it."
    ),
    TroubleKind.NO_TLS: _(
        "%(host)s, port %(port)s, does not offer the protection that was chosen: choose "
        "TLS with port 993 or STARTTLS with port 143."
    ),
    TroubleKind.NOT_PROTECTED: _(
        "Without protection your password could be read on the way to %(host)s: choose TLS "
        "or STARTTLS. None is for servers on this computer alone."
    ),
    TroubleKind.NOT_ALLOWED: _(
        "Whoever runs this Onward has not allowed connections to %(host)s, which is not on "
        "the open internet; nothing was sent to it: ask them, or name another server."
    ),
    TroubleKind.DROPPED: _(
        "The connection to %(host)s broke off. What was read is kept, and the next try goes "
        "on from there."
    ),
    TroubleKind.TOO_SLOW: _(
        "%(host)s did not answer in time. What was read is kept, and the next try goes on "
        "from there."
    ),
    TroubleKind.TOO_MANY: _(
        "%(host)s keeps no more connections open at once (%(said)s). What was read is kept; "
        "it goes on later by itself, and sooner when other mail programs are closed."
    ),
    TroubleKind.THROTTLED: _(
        "%(host)s asks for a pause (%(said)s). What was read is kept; it goes on later by "
        "itself."
    ),
    TroubleKind.NO_FOLDER: _(
        "The folder is not on the server any more: choose the folders again."
    ),
    TroubleKind.SIGN_IN_SERVER: _(
        "The sign-in at %(host)s did not work (%(said)s): try again, or check the client id."
    ),
    TroubleKind.OWN_FAULT: _(
        "Something in Onward itself went wrong while mail of %(host)s was read (%(said)s). "
        "What was read is kept, and it is tried again by itself."
    ),
    TroubleKind.REFUSED: _("%(host)s refused (%(said)s): try again later."),
}

NEEDS_PERSON = frozenset(
    {
        TroubleKind.WRONG_PASSWORD,
        TroubleKind.APP_PASSWORD,
        TroubleKind.NO_PASSWORD,
        TroubleKind.SIGN_IN_ONLY,
        TroubleKind.REVOKED,
        TroubleKind.WRONG_CERTIFICATE,
        TroubleKind.NO_TLS,
        TroubleKind.NOT_PROTECTED,
        TroubleKind.NOT_ALLOWED,
    }
)
"""What does not go away by itself; tried once a day all the same, never given up silently."""

PASSES_BY_ITSELF = frozenset(
    {
        TroubleKind.DROPPED,
        TroubleKind.TOO_SLOW,
        TroubleKind.TOO_MANY,
        TroubleKind.THROTTLED,
        TroubleKind.OWN_FAULT,
    }
)
"""What the person need do nothing about."""

RETRIED_AT_ONCE = frozenset({TroubleKind.DROPPED, TroubleKind.TOO_SLOW})

_UNREACHED = RETRIED_AT_ONCE | {TroubleKind.NO_HOST, TroubleKind.CLOSED_PORT}
"""Most often it is this computer that is offline: for a night, and back in the morning."""

_ONCE_A_DAY = timedelta(days=1)
_FIRST_WAIT = timedelta(minutes=2)
_LONGEST_WAIT = timedelta(hours=6)
_LONGEST_UNREACHED = timedelta(minutes=15)
_THROTTLED_WAIT = timedelta(minutes=30)

_IS_NOT_THERE = r"nonexistent|doesn'?t exist|does not exist|unknown mailbox|not exist"
_IS_CLOSED = rf"\[(?:noperm|trycreate)\]|{_IS_NOT_THERE}"

# The order counts: the first that fits is taken.
_ANSWERS: tuple[tuple[str, TroubleKind], ...] = (
    (r"\[nonexistent\]", TroubleKind.NO_FOLDER),
    (r"application-specific password|app password", TroubleKind.APP_PASSWORD),
    (
        r"too many (?:open |concurrent |simultaneous )*(?:imap )?(?:connection|session|login)"
        r"|(?:number of|simultaneous|concurrent) (?:imap )?(?:connection|session)"
        r"|connection limit|userip_connections",
        TroubleKind.TOO_MANY,
    ),
    (
        r"overquota|throttl|too many|rate ?limit|bandwidth|\[limit\]|\[inuse\]|try again"
        r"|\[unavailable\]|temporar|not connected",
        TroubleKind.THROTTLED,
    ),
    (
        r"authenticationfailed|authorizationfailed|invalid credentials|auth|log ?in"
        r"|password|credential",
        TroubleKind.WRONG_PASSWORD,
    ),
    (_IS_NOT_THERE, TroubleKind.NO_FOLDER),
)


class Trouble(Exception):  # noqa: N818 -- shown to a person as a sentence
    """A server could not be read; `str()` is the sentence to show.

    Attributes:
        said: What the server or the system said, short; "" where it does not help.
        asked: Numbers of the messages that were asked for, where it was that.
    """

    asked: tuple[int, ...] = ()

    def __init__(
        self, kind: TroubleKind, *, host: str, port: int = 0, said: str = ""
    ) -> None:
        self.kind = kind
        self.said = one_short_line(said)
        self._values = {"host": host, "port": port, "said": self.said or "?"}
        super().__init__(kind.value)

    def __str__(self) -> str:
        return str(SENTENCES[self.kind]) % self._values


def one_short_line(text: str) -> str:
    """Return what a server said on one line of at most 120 characters."""
    return " ".join(text.split())[:120]


def kind_of_answer(
    text: str, *, otherwise: TroubleKind = TroubleKind.REFUSED
) -> TroubleKind:
    """Return the trouble that a server's own words stand for."""
    low = text.lower()
    for words, kind in _ANSWERS:
        if re.search(words, low):
            return kind
    return otherwise


def kind_of_opening(text: str, *, names: Iterable[str]) -> TroubleKind:
    """Return the trouble that a server's own words stand for as it does not open a folder.

    Args:
        names: How the folder is called, which says nothing: "Temporary jobs".
    """
    for name in filter(None, names):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "", text)
    if re.search(_IS_CLOSED, text.lower()):
        return TroubleKind.NO_FOLDER
    return kind_of_answer(text, otherwise=TroubleKind.NO_FOLDER)


def wait_after(kind: TroubleKind, *, times: int) -> timedelta:
    """Return how long to leave a server alone after so many troubles in a row.

    What needs the person is tried once a day; a pause that was asked for is 30 minutes
    and doubles; a server that is not reached is tried after 2, 8, 15, 15 … minutes; the
    rest waits 2, 8, 32 … minutes, at most six hours.
    """
    if kind in NEEDS_PERSON:
        return _ONCE_A_DAY
    step = max(0, min(times - 1, 8))
    if kind is TroubleKind.THROTTLED:
        throttled: timedelta = _THROTTLED_WAIT * 2**step
        return min(throttled, _LONGEST_WAIT)
    wait: timedelta = _FIRST_WAIT * 4**step
    return min(wait, _LONGEST_UNREACHED if kind in _UNREACHED else _LONGEST_WAIT)
