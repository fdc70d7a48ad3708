"""Yes to whoever said no and offered to tell more of it: the person asks for feedback; pure."""

from __future__ import annotations

from onward.mail.rules.basics.tables import where_said
from onward.mail.rules.basics.text import fold, lower


def takes_feedback(own: str) -> bool:
    """Say whether somebody's words right below a no take up a call or a talk about it: "I would be glad of the call"."""
    return where_said("feedback_taken", text=lower(fold(own))) is not None
