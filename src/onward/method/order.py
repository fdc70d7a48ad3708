"""The twelve steps in order: the only list."""

from __future__ import annotations

from onward.method.feelings.step import Feelings
from onward.method.step import Step

STEPS: tuple[Step, ...] = (Feelings(),)
"""The steps that exist so far, by number."""
