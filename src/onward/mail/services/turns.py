"""When an account is read: how a run over it went, and when it is on its turn again."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from onward.mail.imap.troubles import Trouble, TroubleKind, wait_after
from onward.mail.models import ImapAccount
from onward.mail.services.hearing import make_room

_NOTED = (
    *("tried_at", "worked_at", "found_new_at", "next_at", "can_tell"),
    *("trouble", "trouble_words", "troubles_in_a_row"),
)


def accounts_on_their_turn() -> list[ImapAccount]:
    """Return the accounts of everybody that are to be read now."""
    rows = ImapAccount.objects.filter(next_at__lte=timezone.now())
    return list(rows.filter(person__is_active=True).select_related("person"))


def note_run(account: ImapAccount, trouble: Trouble | None, *, has_new: bool) -> None:
    """Keep on the account how it went, and when it is on its turn again."""
    now = timezone.now()
    account.tried_at = now
    if trouble is None:
        account.worked_at = now
        account.trouble = account.trouble_words = ""
        account.troubles_in_a_row = 0
        next_at = now + timedelta(minutes=account.every_minutes)
        if has_new:
            account.found_new_at = now
    else:
        account.trouble = trouble.kind.value
        account.trouble_words = str(trouble)[:300]
        account.troubles_in_a_row += 1
        if trouble.kind is TroubleKind.TOO_MANY:
            make_room(account)
        next_at = now + wait_after(trouble.kind, times=account.troubles_in_a_row)
    account.next_at = next_at if account.every_minutes else None
    # Nothing else: the person may have changed the rest while it was read, or removed it.
    facts = {name: getattr(account, name) for name in _NOTED}
    ImapAccount.objects.filter(pk=account.pk).update(**facts)


def leave_alone(account: ImapAccount) -> None:
    """Read it again at its usual time: whoever says stop does not mean in half a minute."""
    if account.every_minutes:
        later = timezone.now() + timedelta(minutes=account.every_minutes)
        ImapAccount.objects.filter(pk=account.pk).update(next_at=later)


def note_own_fault(account: ImapAccount, error: Exception) -> None:
    """Say on the account what a log alone would know; the next try comes later."""
    said = type(error).__name__
    trouble = Trouble(TroubleKind.OWN_FAULT, host=account.host, said=said)
    with suppress(DatabaseError):
        note_run(account, trouble, has_new=False)
