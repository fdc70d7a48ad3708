"""The shape that both parsers give to the parts of a message."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class MimePart(Protocol):
    """One node of a message's MIME tree, as the fast parser gives it."""

    @property
    def content_type(self) -> str:
        """Return the media type without parameters, e.g. "text/plain"."""
        ...

    @property
    def disposition(self) -> str | None:
        """Return "inline", "attachment", or None where the part says nothing."""
        ...

    @property
    def filename(self) -> str:
        """Return the decoded file name; empty where there is none."""
        ...

    @property
    def headers(self) -> dict[str, list[str]]:
        """Return every header's values, names as written."""
        ...

    @property
    def is_message(self) -> bool:
        """Return whether this is a message attached whole."""
        ...

    @property
    def content(self) -> bytes | None:
        """Return a leaf's transfer-decoded bytes; None for a container."""
        ...

    @property
    def children(self) -> Sequence[MimePart]:
        """Return the parts directly inside."""
        ...
