"""On Fridays: one notification without content, for those who asked for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from onward.core.dates import zone
from onward.method.wins.models import WinsChoice
from onward.method.wins.rules import is_friday_hour
from onward.people.models import Person

SECONDS = 10


def notify_on_friday(
    now: datetime, *, is_resting: Callable[[Person, datetime], bool]
) -> int:
    """Show the notification of this Friday to whoever asked for it; return how many saw it.

    Once a Friday, never while it is quiet, and with nothing of the week in it: a lock
    screen is read by others, too. Where the desktop shows no notifications, nothing is.
    """
    shown = 0
    asked = WinsChoice.objects.filter(notifies_on_friday=True, person__is_local=True)
    for choice in asked.select_related("person"):
        local = now.astimezone(zone(choice.person.time_zone))
        if not is_friday_hour(local) or is_resting(choice.person, now):
            continue
        # Taken before it is shown: of many workers one shows it.
        free = WinsChoice.objects.filter(pk=choice.pk).exclude(
            notified_for=local.date()
        )
        if free.update(notified_for=local.date()) and _show(
            _("There are a few lines for you, whenever you like.")
        ):
            shown += 1
    return shown


def _show(words: str) -> bool:
    program = shutil.which("notify-send")
    if program is None:
        return False
    done = subprocess.run(  # noqa: S603 -- the desktop's own program, with our words only
        [program, "--app-name=Onward", "Onward", words],
        check=False,
        timeout=SECONDS,
        capture_output=True,
    )
    return done.returncode == 0
