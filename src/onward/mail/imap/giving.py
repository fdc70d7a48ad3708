"""What a server gives of the messages that it is asked for, though it refuses some of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onward.mail.imap.fetched import Fetched
from onward.mail.imap.troubles import Trouble, TroubleKind

_REFUSALS = frozenset({TroubleKind.REFUSED, TroubleKind.NO_FOLDER})


@dataclass(frozen=True, slots=True)
class Given:
    """What came of the messages that were asked for; what is in neither is gone there.

    Attributes:
        withheld: Numbers of messages that are there and were not given.
        refusal: What the server said to one of them, where it said something.
    """

    messages: tuple[Fetched, ...] = ()
    withheld: frozenset[int] = frozenset()
    refusal: Trouble | None = None


def given(ask: Callable[[Sequence[int]], Given], numbers: Sequence[int]) -> Given:
    """Ask for messages; where that is refused, for fewer at once until it is known for which.

    Raises:
        Trouble: If the connection breaks, or the server wants something else first.
    """
    try:
        return ask(numbers)
    except Trouble as trouble:
        if not is_refusal(trouble):
            raise
        if len(numbers) == 1:
            return Given(withheld=frozenset(numbers), refusal=trouble)
    middle = len(numbers) // 2
    first, second = given(ask, numbers[:middle]), given(ask, numbers[middle:])
    return Given(
        first.messages + second.messages,
        first.withheld | second.withheld,
        first.refusal or second.refusal,
    )


def is_refusal(trouble: Trouble) -> bool:
    """Return whether a server refused what was asked, and can be asked something else."""
    return trouble.kind in _REFUSALS
