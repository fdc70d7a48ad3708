"""The twelve steps in order: the only list."""

from __future__ import annotations

from onward.method.applying.step import Applying
from onward.method.feedback.step import Feedback
from onward.method.feelings.step import Feelings
from onward.method.outlook.step import Outlook
from onward.method.reflection.step import Reflecting
from onward.method.step import Step
from onward.method.wins.step import Wins

STEPS: tuple[Step, ...] = (
    Feelings(),
    Feedback(),
    Reflecting(),
    Outlook(),
    Wins(),
    Applying(),
)
"""The steps that exist so far, by number."""
