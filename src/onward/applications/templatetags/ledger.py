"""Template filters that turn the ledger's kinds into words, icons and classes."""

from __future__ import annotations

from django import template

from onward.applications import labels
from onward.applications.models import Application
from onward.applications.rules.kinds import (
    NO_KINDS,
    DecidedBy,
    EventKind,
    NoKind,
    Stage,
)

register = template.Library()

_STAGE_LOOKS = {
    Stage.REPLIED: "stage--moving",
    Stage.ASSESSMENT: "stage--moving",
    Stage.INTERVIEW: "stage--moving",
    Stage.OFFER: "stage--offer",
    Stage.ACCEPTED: "stage--offer",
    Stage.CLOSED: "stage--closed",
}
_MOVING = frozenset(
    {
        EventKind.OUTREACH,
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
    }
)


@register.filter
def event_label(kind: str) -> labels.Words:
    """Return what happened, in words."""
    return labels.EVENT_LABELS[EventKind(kind)]


@register.filter
def event_icon(kind: str) -> str:
    """Return the name of the icon for a kind of event."""
    return labels.EVENT_ICONS[EventKind(kind)]


@register.filter
def event_look(kind: str) -> str:
    """Return the class that draws a kind of event: something came, or a no."""
    if kind in NO_KINDS:
        return "event--no"
    return "event--moving" if kind in _MOVING else ""


@register.filter
def stage_label(application: Application) -> labels.Words:
    """Return where an application stands; of a closed one, which no it was."""
    if application.no_kind:
        return labels.NO_LABELS[NoKind(application.no_kind)]
    return labels.STAGE_LABELS[Stage(application.stage)]


@register.filter
def stage_look(application: Application) -> str:
    """Return the class that draws an application's stage."""
    return _STAGE_LOOKS.get(Stage(application.stage), "")


@register.filter
def decided_label(decided_by: str) -> labels.Words:
    """Return who decided that an event happened, in words."""
    return labels.DECIDED_LABELS[DecidedBy(decided_by)]


@register.filter
def fact_label(name: str) -> labels.Words:
    """Return what a fact about an application is called."""
    return labels.FACT_LABELS[name]


@register.filter
def is_web_address(address: str) -> bool:
    """Return whether an address can be a link; mail may have put anything there."""
    return address.startswith(("https://", "http://"))
