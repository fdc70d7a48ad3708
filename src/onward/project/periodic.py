"""Work that comes back; the twelve steps are loaded only where they are asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

from django.core.management import call_command
from django.utils import timezone

from onward.jobs.services import show_worker
from onward.method.plan.news import has_news_of_anyone
from onward.method.wins.jobs import notify_on_friday as wins_on_friday
from onward.people.models import Person
from onward.people.services import forget_old_tries

_LOG = logging.getLogger(__name__)


def catch_up_as_worker() -> None:
    """Catch up everybody, seen as a worker all the while, however much there is."""

    def between() -> None:
        show_worker(now=timezone.now())

    catch_up_everyone(between=between)


def catch_up_everyone(*, between: Callable[[], object] = lambda: None) -> None:
    """Hand each person's new events to the steps; trouble with one's holds up nobody else.

    Args:
        between: Called after each batch of events.
    """
    if not has_news_of_anyone():
        return
    from onward.method.plan.services import catch_up

    for person in Person.objects.filter(is_active=True).iterator():
        try:
            catch_up(person, now=timezone.now(), between=between)
        except Exception:
            _LOG.exception("The steps could not read what is new of %s", person.pk)


def notify_on_friday() -> None:
    """Show the Friday notification to whoever asked for it."""

    def is_resting(person: Person, now: datetime) -> bool:
        from onward.method.plan.today import is_resting

        return is_resting(person, now)

    wins_on_friday(timezone.now(), is_resting=is_resting)


def clear_sessions() -> None:
    """Delete sessions that have run out, and what is kept of wrong passwords."""
    call_command("clearsessions")
    forget_old_tries(now=timezone.now())
