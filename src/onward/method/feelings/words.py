"""The words for quiet time and a page kept in it, the same on every screen and in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.core.text import once_stopped
from onward.method.feelings.rules import DAY, Window

_MOST_NAMED = 3


def moment_words(moment: datetime, *, now: datetime) -> str:
    """Return "today, 18:40", "tomorrow, 18:40" or the day, on the person's clock."""
    local, here = localtime(moment), localtime(now)
    clock = date_format(local, "H:i")
    if local.date() == here.date():
        return _("today, %(time)s") % {"time": clock}
    if local.date() == here.date() + timedelta(days=1):
        return _("tomorrow, %(time)s") % {"time": clock}
    return _("%(day)s, %(time)s") % {"day": date_format(local, "l j F"), "time": clock}


def quiet_until(moment: datetime, *, now: datetime) -> str:
    """Return the sentence that says how long it is quiet."""
    local = localtime(moment)
    if local.date() == localtime(now).date():
        return _("It is quiet until %(time)s today") % {
            "time": date_format(local, "H:i")
        }
    return _("It is quiet until %(moment)s") % {"moment": moment_words(moment, now=now)}


def about_words(names: Sequence[str]) -> str:
    """Return what a card is about: up to three names, and how many more."""
    named = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    if more < 1:
        return once_stopped(_("It is about %(names)s.") % {"names": named})
    told = ngettext(
        "It is about %(names)s and %(count)d more.",
        "It is about %(names)s and %(count)d more.",
        more,
    )
    return told % {"names": named, "count": more}


def refocus_question(window: Window, *, now: datetime) -> str:
    """Return the question of the one refocus card; it counts no days but the first."""
    is_about_a_day = DAY <= now - window.starts_at < 2 * DAY
    if window.ended_early_at is None and is_about_a_day:
        return _("It's been a day. Look at it, or leave it closed?")
    return _("The quiet time is over. Look at it, or leave it closed?")


def kept_words(*, is_left: bool, is_local: bool) -> str:
    """Return that a page is kept; whoever turned away from it is asked whether to."""
    if is_left:
        return _("What you had typed is kept. If you would rather not, delete it here.")
    if is_local:
        return _("Kept. Nobody else reads it.")
    return _("Kept. It is shown to nobody else.")
