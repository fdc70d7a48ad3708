"""Files that hang on mail the person sent: found on request, offered, kept on request."""

from __future__ import annotations

import hashlib
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from onward.applications.models import Application, Event
from onward.core.text import one_line
from onward.documents.models import SentFile, Version
from onward.documents.reading.result import MAX_READ_BYTES
from onward.documents.rules.kinds import DocumentKind, Problem
from onward.documents.rules.names import (
    ENDINGS,
    ending,
    file_name,
    is_other_paper,
    kind_by_name,
)
from onward.documents.services.library import add_file, clean
from onward.documents.services.sending import mark_sent
from onward.jobs.models import Job
from onward.jobs.services import Progress, enqueue
from onward.mail.attachments import attachments_in, message_at
from onward.mail.headers import Head
from onward.mail.imap.troubles import Trouble
from onward.mail.labels import gmail_labels, says_junk, says_sent
from onward.mail.models import ImapFolder, MailMessage, MailRun
from onward.mail.parse import complete, open_message
from onward.mail.problems import Problem as MailProblem
from onward.mail.rules.gate import has_word_of_hiring
from onward.mail.rules.types import Message
from onward.mail.services.on_server import SCHEME, message_on_server, sent_on_server
from onward.mail.sources import RawMessage, open_sources
from onward.people.models import Person

LOOK_JOB = "documents.look"
KEEP_JOB = "documents.keep_sent"

_WANTED = frozenset(
    one
    for form, endings in ENDINGS.items()
    if form not in {"html", "mhtml", "json_resume"}
    for one in endings
)
_TOP_BYTES = 20_000
_PROGRESS_EVERY = 500
# Domains that many employers and people share say nothing of who was written to.
_SHARED_DOMAINS = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com"),
        *(
            "yahoo.com",
            "icloud.com",
            "me.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "aol.com",
        ),
        *("t-online.de", "orange.fr", "free.fr", "proton.me", "protonmail.com"),
    }
)


@dataclass(slots=True)
class Looked:
    """What one look through sent mail came to.

    Attributes:
        troubles: A sentence for each mail server that could not be asked.
    """

    read: int = 0
    sent: int = 0
    found: int = 0
    troubles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Known:
    """What tells to which application a sent mail belongs.

    Attributes:
        by_message: Message-ID of a mail in an application's history → the application.
        by_address: Address of a contact → the applications of theirs.
        by_domain: The same by the contact's domain.
    """

    by_message: dict[str, uuid.UUID] = field(default_factory=dict)
    by_address: dict[str, set[uuid.UUID]] = field(
        default_factory=lambda: defaultdict(set)
    )
    by_domain: dict[str, set[uuid.UUID]] = field(
        default_factory=lambda: defaultdict(set)
    )


def mailboxes_there(person: Person) -> list[str]:
    """Return the mailboxes that were read and lie where they lay, the latest first."""
    runs = MailRun.objects.for_person(person).order_by("-started_at")
    paths = [path for run in runs.only("paths") for path in run.paths]
    return [path for path in dict.fromkeys(paths) if _is_there(path)]


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def ask_to_look(person: Person) -> Job:
    """Have the mailboxes looked through in the background; one look at a time."""
    running = latest_look(person)
    if running is not None and not running.is_finished:
        return running
    return enqueue(
        person, kind=LOOK_JOB, title=_("Looking through your sent mail"), arguments={}
    )


def latest_look(person: Person) -> Job | None:
    """Return the latest look through sent mail; None where there was none."""
    jobs = Job.objects.for_person(person).filter(kind=LOOK_JOB)
    return jobs.order_by("-created_at").first()


def ask_to_keep(
    person: Person,
    file: SentFile,
    *,
    kind: DocumentKind,
    application: Application | None,
) -> Job:
    """Have a file taken from its mailbox in the background, and noted as sent."""
    return enqueue(
        person,
        kind=KEEP_JOB,
        title=_("Taking %(name)s from your mailbox") % {"name": file.name},
        arguments={
            "file": str(file.pk),
            "kind": kind.value,
            "application": str(application.pk) if application else "",
        },
    )


def look_through(
    person: Person,
    paths: Sequence[str],
    *,
    folders: Sequence[ImapFolder] = (),
    progress: Progress,
) -> Looked:
    """Note which files hang on sent mail about hiring; none of their bytes are kept.

    Idempotent: a file is known by its message and digest, and what was put aside stays so.

    Args:
        paths: Mailboxes on this computer.
        folders: Of sent mail on servers.
    """
    looked = Looked()
    known = _known(person)
    sources = open_sources([Path(path) for path in paths])
    for place, item in enumerate(sources):
        if isinstance(item, MailProblem):
            continue
        _look_at(item, partial(_whole, item), person=person, known=known, looked=looked)
        if place % _PROGRESS_EVERY == 0:
            _tell(looked, progress, done=item.position, total=sources.total_bytes)
    for folder in folders:
        try:
            for place, (item, whole) in enumerate(sent_on_server(folder)):
                _look_at(item, whole, person=person, known=known, looked=looked)
                if place % _PROGRESS_EVERY == 0:
                    _tell(looked, progress, done=0, total=0)
        except Trouble as trouble:
            looked.troubles.append(f"{folder.account}: {trouble}")
    return looked


def _tell(looked: Looked, progress: Progress, *, done: int, total: int) -> None:
    words = _("%(count)s messages looked at") % {"count": looked.read}
    progress(done=done, total=total, message=words)


def _look_at(
    raw: RawMessage,
    whole: Callable[[], bytes],
    *,
    person: Person,
    known: _Known,
    looked: Looked,
) -> None:
    looked.read += 1
    if _is_sent(raw):
        looked.sent += 1
        rows = list(_offers(person, raw, whole=whole, known=known))
        looked.found += _store(person, rows)


def _is_sent(raw: RawMessage) -> bool:
    """Say whether a message was sent, and may have a file on it."""
    head = Head(raw.raw[:_TOP_BYTES])
    labels = (*raw.labels, *gmail_labels(head.first(b"x-gmail-labels")))
    if says_junk(labels) or not (raw.is_sent or says_sent(labels)):
        return False
    return b"name" in raw.raw and b"multipart" in raw.raw[:_TOP_BYTES].lower()


def _offers(
    person: Person, raw: RawMessage, *, whole: Callable[[], bytes], known: _Known
) -> Iterator[SentFile]:
    """Yield a row for each file of a sent mail that may be a résumé or a letter.

    Raises:
        Trouble: If its server cannot be asked for all of it.
    """
    try:
        data = whole() if raw.is_cut else raw.raw
        message = complete(open_message(data), is_sent=True)
    except Trouble:
        raise
    except Exception:  # one odd message must not end the look
        return
    application = _application_of(message, known=known)
    wanted = _wanted(message, is_placed=application is not None)
    if not wanted or message.sent_at is None:
        return
    for attachment in attachments_in(data if raw.is_cut else whole()):
        if attachment.name not in wanted or len(attachment.data) > MAX_READ_BYTES:
            continue
        digest = hashlib.sha256(attachment.data).hexdigest()
        yield SentFile(
            person=person,
            application_id=application,
            kind=kind_by_name(attachment.name) or DocumentKind.RESUME,
            name=file_name(clean(attachment.name)),
            size=len(attachment.data),
            digest=digest,
            sent_at=message.sent_at,
            to=clean(message.to[0].address)[:320] if message.to else "",
            subject=one_line(clean(message.subject), limit=990),
            path=raw.source.path[:4096],
            offset=raw.source.offset,
            key=hashlib.sha256(f"{message.key}\n{digest}".encode()).hexdigest(),
        )


def _whole(raw: RawMessage) -> bytes:
    """Return a message with all its files: readers of mail leave the end of large ones."""
    if not raw.is_cut:
        return raw.raw
    return message_at(Path(raw.source.path), offset=raw.source.offset)


def _wanted(message: Message, *, is_placed: bool) -> frozenset[str]:
    """Return the names of files that may be a résumé or a letter, by what is around them."""
    is_hiring = is_placed or has_word_of_hiring(message.subject, message.text)
    return frozenset(
        name
        for name in message.attachment_names
        if ending(name) in _WANTED
        and (is_hiring or kind_by_name(name))
        and not is_other_paper(name)
    )


def _known(person: Person) -> _Known:
    known = _Known()
    heads = dict(
        Application.objects.for_person(person).values_list("pk", "merged_into_id")
    )
    events = Event.objects.for_person(person).filter(source_kind="message")
    placed = dict(
        events.exclude(source_id=None).values_list("source_id", "application")
    )
    rows = MailMessage.objects.for_person(person).values_list("pk", "message_id")
    for key, message_id in rows.iterator():
        if key in placed:
            application = placed[key]
            known.by_message[message_id] = heads.get(application) or application
    own = Application.objects.for_person(person).filter(merged_into=None)
    contacts = own.exclude(contact_address="")
    for key, address in contacts.values_list("pk", "contact_address"):
        known.by_address[address.lower()].add(key)
        domain = address.lower().rpartition("@")[2]
        if domain not in _SHARED_DOMAINS:
            known.by_domain[domain].add(key)
    return known


def _application_of(message: Message, *, known: _Known) -> uuid.UUID | None:
    """Return the application that a sent mail is about; None where that is not sure."""
    named = f"{message.headers.get('references', '')} {message.headers.get('in-reply-to', '')}"
    for part in reversed(named.split()):
        if part.strip("<>,") in known.by_message:
            return known.by_message[part.strip("<>,")]
    for address in message.to:
        for found in (
            known.by_address.get(address.address, set()),
            known.by_domain.get(address.domain, set()),
        ):
            if len(found) == 1:
                return next(iter(found))
    return None


@transaction.atomic
def _store(person: Person, rows: Sequence[SentFile]) -> int:
    """Store the offers that are new and not sent with their application already.

    One that waits, and lies elsewhere by now, is known to lie there.
    """
    if not rows:
        return 0
    own = SentFile.objects.for_person(person)
    known = set(
        own.filter(key__in=[row.key for row in rows]).values_list("key", flat=True)
    )
    for row in rows:
        if row.key in known:
            waiting = own.filter(key=row.key, is_put_aside=False)
            if row.path.startswith(SCHEME):
                # What lies on this computer, too, needs no server.
                waiting = waiting.exclude(
                    ~Q(path__startswith=SCHEME), problem=Problem.NONE
                )
            waiting.exclude(path=row.path, offset=row.offset).update(
                path=row.path, offset=row.offset, problem=Problem.NONE
            )
    kept = set(
        Version.objects.for_person(person)
        .filter(digest__in=[row.digest for row in rows])
        .values_list("digest", flat=True)
    )
    fresh = {
        row.key: row
        for row in rows
        if row.key not in known
        and not (row.digest in kept and row.application_id is None)
    }
    SentFile.objects.bulk_create(fresh.values())
    return len(fresh)


def keep_sent_file(
    person: Person,
    file: SentFile,
    *,
    kind: DocumentKind,
    application: Application | None,
    now: datetime,
) -> Problem:
    """Take a file from its mailbox into the library, and note that it was sent.

    Return what kept it from being taken, if anything; then it stays on offer.
    """
    problem = Problem.MAIL_CHANGED
    try:
        data = _bytes_of(file)
    except Trouble:
        data, problem = None, Problem.MAIL_SERVER
    if data is None:
        own = SentFile.objects.for_person(person).filter(pk=file.pk)
        own.update(problem=problem)
        return problem
    added = add_file(
        person, file_name=file.name, chunks=[data], kind=kind, now=file.sent_at
    )
    with transaction.atomic():
        if application is not None:
            mark_sent(person, application, added.version, at=file.sent_at, now=now)
        # Put aside rather than deleted, so that the next look does not offer it again.
        own = SentFile.objects.for_person(person).filter(pk=file.pk)
        own.update(is_put_aside=True, problem=Problem.NONE)
    return Problem.NONE


def _bytes_of(file: SentFile) -> bytes | None:
    """Return the file's bytes where its mailbox still holds them at that place.

    Raises:
        Trouble: If it lies on a server that cannot be asked.
    """
    try:
        raw = (
            message_on_server(file.person, file.path)
            if file.path.startswith(SCHEME)
            else message_at(Path(file.path), offset=file.offset)
        )
    except (OSError, ValueError):
        return None
    for attachment in attachments_in(raw or b""):
        if hashlib.sha256(attachment.data).hexdigest() == file.digest:
            return attachment.data
    return None
