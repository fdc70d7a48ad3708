"""Words that the method's rooms share; pure, no database."""

from __future__ import annotations

from enum import StrEnum


class Depth(StrEnum):
    """How much care a no is offered; the person may always ask for more or less."""

    TAP = "tap"  # an automatic decline: one tap, and it can rest
    SOME = "some"  # somebody read it, or it mattered
    WHOLE = "whole"  # it went far: the whole plan
