"""Sending after a press, once: claim the draft, hand it over, record what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from onward.core.passwords import (
    Place,
    forget_password,
    keep_password,
    read_password,
)
from onward.method.feedback.models import FeedbackRequest, MailAccount
from onward.method.feedback.rules.kinds import (
    RequestState,
    Security,
    SendProblem,
    Way,
)
from onward.method.feedback.services.asking import mark_asked
from onward.method.feedback.sources.smtp import (
    Sender,
    SendTrouble,
    Server,
    compose,
    new_message_id,
    send,
)
from onward.people.models import Person
from onward.people.reach import reach_of

STUCK_AFTER = timedelta(minutes=5)
"""A sending that has not ended by then was cut off; only the person can say how."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a press on "Send".

    Attributes:
        is_news: This press sent it; False where an earlier one did, or is at it.
    """

    problem: SendProblem | None = None
    said: str = ""
    is_news: bool = False


def account_of(person: Person) -> MailAccount | None:
    """Return the mail server that sends for this person; None where none is set up."""
    return MailAccount.objects.for_person(person).first()


def send_request(
    request: FeedbackRequest, *, now: datetime, sender: Sender = send
) -> Sent:
    """Send a draft through the person's mail server; a second press sends nothing again.

    Whatever goes wrong, the draft is kept, and says what happened. The network is used
    outside any transaction.
    """
    account = account_of(request.person)
    if account is None:
        return _put_back(request, SendTrouble(SendProblem.NO_ACCOUNT))
    if not _claim(request, account, now=now):
        return Sent()
    try:
        sender(
            _server(account),
            compose(
                sender=(account.from_name, account.from_address),
                to=(request.to_name, request.to_address),
                subject=request.subject,
                body=request.body,
                message_id=request.message_id,
                at=now,
                in_reply_to=request.in_reply_to,
                references=tuple(request.references),
            ),
        )
    except SendTrouble as trouble:
        return _put_back(request, trouble)
    except ValueError as error:
        return _put_back(request, SendTrouble(SendProblem.UNCLEAR, str(error)))
    mark_asked(request, way=Way.SMTP, at=now, now=now)
    MailAccount.objects.filter(pk=account.pk).update(worked_at=now)
    return Sent(is_news=True)


def _claim(request: FeedbackRequest, account: MailAccount, *, now: datetime) -> bool:
    # A new text has a new identity; the same text sent again keeps its own, so that a
    # reader whose server took both sees one.
    message_id = request.message_id or new_message_id(account.from_address)
    rows = FeedbackRequest.objects.for_person(request.person).filter(
        pk=request.pk, state=RequestState.DRAFT
    )
    claimed = rows.update(
        state=RequestState.SENDING, sending_since=now, message_id=message_id
    )
    request.refresh_from_db()
    return claimed == 1


def _put_back(request: FeedbackRequest, trouble: SendTrouble) -> Sent:
    rows = FeedbackRequest.objects.for_person(request.person).filter(pk=request.pk)
    rows.exclude(state=RequestState.ASKED).update(
        state=RequestState.DRAFT,
        sending_since=None,
        problem=trouble.problem,
        problem_said=trouble.said,
    )
    request.refresh_from_db()
    return Sent(problem=trouble.problem, said=trouble.said)


def free_stuck(person: Person, *, now: datetime) -> None:
    """Make drafts of requests whose sending was cut off, saying that it is not known."""
    FeedbackRequest.objects.for_person(person).filter(
        state=RequestState.SENDING, sending_since__lte=now - STUCK_AFTER
    ).update(
        state=RequestState.DRAFT,
        sending_since=None,
        problem=SendProblem.NOT_CONFIRMED,
        problem_said="",
    )


def send_test(account: MailAccount, *, subject: str, body: str, now: datetime) -> Sent:
    """Send the person a message from themselves, through their own server."""
    try:
        send(
            _server(account),
            compose(
                sender=(account.from_name, account.from_address),
                to=(account.from_name, account.from_address),
                subject=subject,
                body=body,
                message_id=new_message_id(account.from_address),
                at=now,
            ),
        )
    except SendTrouble as trouble:
        return Sent(problem=trouble.problem, said=trouble.said)
    MailAccount.objects.filter(pk=account.pk).update(worked_at=now)
    return Sent(is_news=True)


def _server(account: MailAccount) -> Server:
    password = ""
    if account.user:
        kept = read_password(_secret_name(account.person), folder=_folder())
        if kept is None:
            raise SendTrouble(SendProblem.NO_PASSWORD)
        password = kept
    return Server(
        host=account.host,
        port=account.port,
        security=Security(account.security),
        user=account.user,
        password=password,
        reach=reach_of(account.person),
    )


def keep_account(
    person: Person,
    *,
    host: str,
    port: int,
    security: Security,
    user: str,
    from_name: str,
    from_address: str,
    password: str,
) -> MailAccount:
    """Keep the mail server of a person; an empty password leaves the one that is kept.

    Raises:
        OSError: If the password cannot be kept.
    """
    account, _made = MailAccount.objects.update_or_create(
        person=person,
        defaults={
            "host": host,
            "port": port,
            "security": security,
            "user": user,
            "from_name": from_name,
            "from_address": from_address,
            "worked_at": None,
        },
    )
    if password and user:
        place = keep_password(_secret_name(person), password, folder=_folder())
        account.password_place = place.value
    elif not user:
        forget_password(_secret_name(person), folder=_folder())
        account.password_place = ""
    account.save(update_fields=["password_place"])
    return account


def forget_account(person: Person) -> None:
    """Delete the mail server of a person, and its password wherever it is kept."""
    forget_secret(person)
    MailAccount.objects.for_person(person).delete()


def forget_secret(person: Person) -> None:
    """Delete the password by which a person sends; all it takes is their identity."""
    forget_password(_secret_name(person), folder=_folder())


def is_in_file(account: MailAccount) -> bool:
    """Return whether the password is in the owner-only file, for want of a keyring."""
    return account.password_place == Place.FILE


def _secret_name(person: Person) -> str:
    return f"smtp:{settings.HOME_MARK}:{person.pk}"


def _folder() -> Path:
    folder: Path = settings.HOME
    return folder
