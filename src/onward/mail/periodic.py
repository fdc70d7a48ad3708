"""Mail's work that comes back; what reads mail is loaded only where there is any to read."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from onward.mail.models import ImapAccount, MailMessage, ReadingMark, WatchedFolder
from onward.mail.program import program_digest
from onward.mail.services.tidying import forget_left_uploads, forget_quiet_readings
from onward.people.models import Person


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


def look_at_stored_mail() -> None:
    """Queue the reading of stored mail that another program read, of everybody who has any."""
    if not has_older_readings():
        return
    from onward.mail.services.newer import queue_reading_again

    now = timezone.now()
    kept = MailMessage.objects.filter(person=OuterRef("pk"))
    for person in Person.objects.filter(Exists(kept), is_active=True):
        queue_reading_again(person, now=now)


def has_older_readings() -> bool:
    """Return whether an older program than this one read anybody's stored mail."""
    mark = ReadingMark.objects.filter(person=OuterRef("person"))
    program = program_digest()
    mine = mark.filter(program=program)
    read = mine.filter(
        Q(since__lte=OuterRef("recorded_at")) | Q(reached__gte=OuterRef("pk"))
    )
    others = ReadingMark.objects.exclude(program=program)
    newer = [mark.person_id for mark in others if program in mark.superseded]
    rows = MailMessage.objects.filter(~Exists(read), is_sent=False)
    return rows.exclude(person__in=newer).exists()


def has_servers() -> bool:
    """Return whether anybody's mail is read from a server."""
    return ImapAccount.objects.exists()
