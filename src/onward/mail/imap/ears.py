"""Waiting on several folders of one mailbox: by one connection where that is enough."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence

from onward.mail.imap.connection import Connection
from onward.mail.imap.idling import RENEW_SECONDS
from onward.mail.imap.troubles import Trouble, TroubleKind
from onward.outgoing.imap import Heard


class Ears:
    """Open connections that wait on folders; `close` says goodbye to all of them.

    Attributes:
        folders: The folders that are heard.
        is_unable: The server does not offer to tell; then there is no connection.
        is_limited: The server let in fewer connections than were asked for.
    """

    def __init__(self) -> None:
        self.connections: list[Connection] = []
        self.folders: list[str] = []
        self.is_unable = False
        self.is_limited = False

    def close(self) -> None:
        """Say goodbye on each connection."""
        for connection in self.connections:
            connection.close()

    @property
    def gave_up(self) -> bool:
        """Return whether the server has stopped telling of some of the folders."""
        return any(connection.gave_up for connection in self.connections)

    def wait(
        self, *, seconds: float = RENEW_SECONDS, wake: socket.socket | None = None
    ) -> Heard:
        """Wait until mail comes to one of the folders, `wake` has something, or time is up."""
        first, *others = self.connections
        return first.wait_for_mail(*others, seconds=seconds, wake=wake)

    def add(self, connection: Connection, *, folder: str) -> None:
        """Wait on a folder that was opened in this connection."""
        self.connections.append(connection)
        self.folders.append(folder)

    def leave_room(self) -> None:
        """Give one connection back where there are several: reading needs one, too."""
        self.is_limited = True
        if len(self.connections) > 1:
            self.connections.pop().close()
            self.folders.pop()


def open_ears(
    opened: Callable[[], Connection],
    folders: Sequence[str],
    *,
    most: int,
    asks_for_all: bool = True,
) -> Ears:
    """Return connections that wait on these folders, or on the first of them.

    A server that knows NOTIFY tells of all by one connection. Any other needs one for each
    folder: there are `most` at most, and fewer where the server lets in no more.

    Args:
        opened: Gives a signed-in connection.
        folders: The most important first; what is not there any more is left out.
        asks_for_all: Use NOTIFY where the server has it.

    Raises:
        Trouble: If there is not even one connection, or none of the folders.
    """
    ears = Ears()
    try:
        _fill(ears, opened, folders, most=most, asks_for_all=asks_for_all)
    except BaseException:
        ears.close()
        raise
    return ears


def _fill(
    ears: Ears,
    opened: Callable[[], Connection],
    folders: Sequence[str],
    *,
    most: int,
    asks_for_all: bool,
) -> None:
    gone: Trouble | None = None
    for folder in folders:
        try:
            connection = _opened_on(folder, opened)
        except Trouble as trouble:
            if trouble.kind is TroubleKind.NO_FOLDER:
                gone = trouble
                continue
            if not ears.connections:
                raise
            # The same sign-in worked a moment ago: it is one too many.
            ears.leave_room()
            return
        ears.add(connection, folder=folder)
        if not connection.can_idle:
            ears.is_unable = True
            return
        others = [name for name in folders if name != folder]
        if asks_for_all and others and connection.hears_of(others):
            ears.folders = list(folders)
            return
        asks_for_all = False
        if len(ears.connections) >= most:
            return
    if gone is not None and not ears.connections:
        raise gone


def _opened_on(folder: str, opened: Callable[[], Connection]) -> Connection:
    connection = opened()
    try:
        connection.examine(folder)
    except BaseException:
        connection.close()
        raise
    return connection
