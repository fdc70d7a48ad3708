"""What moving an application by hand records."""

from __future__ import annotations

from onward.applications.rules.kinds import HAND_KINDS, STAGE_ORDER, EventKind, Stage


def kind_of_move(*, to: Stage, reached: Stage) -> EventKind:
    """Return what is recorded when a person puts an application at a stage.

    Further than it ever was means that something happened: they replied, an interview, an
    offer. Anywhere else it was before, so that nothing happened but the move.

    Raises:
        ValueError: If `to` is CLOSED: a no says which no it is.
    """
    if to == Stage.CLOSED:
        raise ValueError("A no is recorded by its kind.")
    is_new = STAGE_ORDER.index(to) > STAGE_ORDER.index(reached)
    return HAND_KINDS[to] if is_new else EventKind.MOVED
