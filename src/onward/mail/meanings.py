"""What a mail can mean, in the words in which a person is asked and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from onward.applications.rules.kinds import EventKind
from onward.mail.rules.types import Meaning

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

MEANING_LABELS: dict[Meaning, _StrPromise] = {
    Meaning.REJECTION: _("They said no"),
    Meaning.POSITION_CLOSED: _("The job went away"),
    Meaning.CONFIRMATION: _("They received my application"),
    Meaning.INTERVIEW: _("An interview"),
    Meaning.ASSESSMENT: _("A test or task"),
    Meaning.INFORMATION_REQUEST: _("They need something from me"),
    Meaning.OFFER: _("An offer"),
    Meaning.REPLY: _("A reply, nothing decided"),
    Meaning.OUTREACH: _("They wrote to me first"),
    Meaning.OTHER: _("It is not about my search"),
    Meaning.AMBIGUOUS: _("Open: your examples differ"),
}

OWN_LABELS: dict[EventKind, _StrPromise] = {
    EventKind.ACCEPTANCE: _("I accepted the offer"),
    EventKind.OFFER_DECLINED: _("I declined the offer"),
    EventKind.WITHDRAWAL: _("I withdrew my application"),
}
"""What mail of the person's own can mean that was left to them."""

READ_AS_LABELS: dict[str, _StrPromise] = {
    **{meaning.value: label for meaning, label in MEANING_LABELS.items()},
    "ambiguous": _("Open: the words do not decide"),
    "other": _("Not about your search"),
    "job_alert": _("News of openings"),
}
"""The same for what reading alone made of a mail."""
