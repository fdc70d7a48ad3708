"""Mail's work that comes back; what reads mail is loaded only where there is any to read."""

from __future__ import annotations

from django.utils import timezone

from onward.mail.models import ImapAccount, WatchedFolder
from onward.mail.services.tidying import forget_left_uploads, forget_quiet_readings


def tidy_up() -> None:
    """Forget the readings that found no message at all, and mailboxes nobody reads any more."""
    forget_quiet_readings(now=timezone.now())
    forget_left_uploads(now=timezone.now())


def look_for_mail() -> None:
    """Queue what is on its turn: servers by their clock, folders with something new."""
    if not (has_servers() or WatchedFolder.objects.exists()):
        return
    from onward.mail.services.queueing import queue_everything_on_its_turn

    queue_everything_on_its_turn()


def has_servers() -> bool:
    """Return whether anybody's mail is read from a server."""
    return ImapAccount.objects.exists()
