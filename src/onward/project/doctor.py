"""`onward doctor`: says in sentences what is wrong, and what to do."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.deleting import own_paths
from onward.project.home import DATABASE_FILE, home, not_ours

_LOW_DISK_BYTES = 500 * 1024**2
_WORKER_GONE_AFTER = timedelta(minutes=10)
_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "icloud",
    "nextcloud",
    "mobile documents",
)
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p"})


@click.command(
    "doctor",
    epilog="Example: onward doctor --mend\n\n"
    + exit_code_help(ExitCode.TROUBLE, ExitCode.DATABASE, ExitCode.DISK),
)
@click.option("--mend", is_flag=True, help="Put right what can be put right safely.")
def doctor_command(mend: bool) -> None:
    """Look at the data folder and the database, and say what is wrong."""
    click.echo(f"Data folder: {home()}")
    troubles = 0
    for check in _CHECKS:
        for sentence in check(mend):
            troubles += 1
            click.echo(f"- {sentence}")
            if troubles and check in _STOPPING:
                raise SystemExit(ExitCode.TROUBLE.value)
    if troubles:
        raise SystemExit(ExitCode.TROUBLE.value)
    click.echo("All is well.")


def start_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield why no command can begin: the data folder cannot be written, a setting is wrong."""
    from onward.project.setup import load

    try:
        load()
    except Stop as stop:
        yield stop.message


def folder_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield what is wrong with the data folder itself."""
    yield from _place_troubles(home())
    free = shutil.disk_usage(home()).free
    if free < _LOW_DISK_BYTES:
        megabytes = free // 1024**2
        yield f"The disk has {megabytes} MB left. Make room before the next reading."


def _place_troubles(folder: Path) -> Iterator[str]:
    if os.environ.get("ONWARD_DATABASE"):
        # Several hosts share the folder, in which there is no database.
        return
    text = str(folder).lower()
    if any(name in text for name in _SYNCED):
        yield (
            f"{folder} is in a folder that is synchronised. A database can be damaged "
            "there. Set ONWARD_HOME to a folder on this computer alone."
        )
    if _file_system(folder) in _NETWORK:
        yield (
            f"{folder} is on a network drive, where a database can be damaged. "
            "Set ONWARD_HOME to a folder on this computer."
        )


def _file_system(folder: Path) -> str:
    """Return the type of the file system under `folder`, "" where it is not known."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    rows = [line.split()[1:3] for line in mounts if len(line.split()) > 2]
    under = [(p, kind) for p, kind in rows if _is_within(folder, Path(p))]
    return max(under, key=lambda row: len(row[0]), default=("", ""))[1]


def _is_within(folder: Path, mount: Path) -> bool:
    return folder == mount or mount in folder.parents


def rights_troubles(mend: bool = False) -> Iterator[str]:
    """Yield the files that others on this machine could read."""
    if os.name != "posix":
        return
    own = own_paths()
    for path in [home(), *home().rglob("*")]:
        is_elsewhere = path.is_symlink() and path != home()
        if is_elsewhere and path not in own:
            continue
        try:
            mode = path.stat().st_mode
        except OSError:
            continue
        if not mode & 0o077:
            continue
        if is_elsewhere:
            yield (
                f"{path} is a link, and what it leads to can be read by others. Put the "
                f"rights of {path.resolve()} right yourself."
            )
        elif mend:
            try:
                path.chmod(0o700 if path.is_dir() else 0o600)
            except OSError as error:
                yield not_ours(path, error)
                continue
            yield f"{path} could be read by others; now it is yours alone."
        else:
            yield f"{path} can be read by others. Put it right with: onward doctor --mend"


def file_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield what is wrong with the SQLite file, before anything opens it for writing."""
    from onward.project.setup import database_sentence

    database = home() / DATABASE_FILE
    if os.environ.get("ONWARD_DATABASE") or not database.exists():
        return
    try:
        connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
        try:
            (answer,) = connection.execute("PRAGMA quick_check").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as error:
        yield database_sentence(error)
        return
    if answer != "ok":
        yield database_sentence(sqlite3.DatabaseError(f"malformed: {answer}"))


def database_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield why the database cannot be brought up to this version, if so."""
    from onward.project.setup import start

    try:
        start()
    except Stop as stop:
        yield stop.message


def ledger_troubles(mend: bool = False) -> Iterator[str]:
    """Yield where what lists show no longer follows from the events."""
    from onward.applications.services import disagreements, rederive
    from onward.people.models import Person

    for person in Person.objects.iterator():
        wrong = disagreements(person)
        if not wrong:
            continue
        names = ", ".join(str(application) for application in wrong[:5])
        whose = names if person.is_local else f"of {person.email}"
        if mend:
            rederive(person, [application.pk for application in wrong])
            yield f"{len(wrong)} applications were derived anew from their events: {whose}."
        else:
            yield (
                f"{len(wrong)} applications show something other than their events say: "
                f"{whose}. Put it right with: onward doctor --mend"
            )


def document_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield the documents and adverts whose file is not in its place."""
    from onward.documents.blobs import blob_path
    from onward.documents.services import missing_files
    from onward.people.models import Person

    for person in Person.objects.iterator():
        for file in missing_files(person):
            if person.is_local:
                yield (
                    f"The file of “{file}” ({file.file_name}) is gone from the data "
                    "folder. Add it again, or bring it back from a backup."
                )
                continue
            yield (
                f"A file of {person.email} is gone: {blob_path(person, file.digest)}. "
                "Bring it back from a copy, or ask them to add it again."
            )


def job_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield background work that ended in an error and was not repeated since."""
    from django.db.models import Exists, OuterRef

    from onward.jobs.models import Job, JobState

    # What somebody else's work came to since then mends nothing of this person's.
    same = Job.objects.filter(person=OuterRef("person"), kind=OuterRef("kind"))
    later = same.filter(state=JobState.DONE, created_at__gt=OuterRef("created_at"))
    broken = Job.objects.filter(state=JobState.BROKEN).select_related("person")
    for job in broken.exclude(Exists(later)).order_by("-created_at")[:5]:
        own = f"“{job.title}”"
        work = own if job.person.is_local else f"{job.kind} of {job.person.email}"
        yield f"{work} did not come to its end: {job.message}"


def upload_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield the readings that wait for what was uploaded and is gone, as after a restore."""
    from django.db.models import Q
    from django.utils import timezone

    from onward.jobs.models import Job, JobState
    from onward.mail.services.uploads import is_lost, uploads_folder

    # Whoever is at one now deletes what it was read from before it comes to its end.
    left = Q(state=JobState.WAITING) | Q(leased_until__lt=timezone.now())
    jobs = Job.objects.filter(left, kind="mail.import", finished_at=None)
    for job in jobs.select_related("person").order_by("created_at"):
        if not is_lost(job):
            continue
        if job.person.is_local:
            yield f"The file for “{job.title}” is gone from the data folder. Choose it again."
            continue
        yield (
            f"What {job.person.email} uploaded is not in {uploads_folder()} any more. Once "
            "a worker runs, they are told on their pages to choose it again."
        )


def worker_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield that no worker is there, where several people share this Onward."""
    from django.utils import timezone

    from onward.jobs.models import Job
    from onward.jobs.services import is_overdue, is_worker_here, worker_seen_at
    from onward.mail.models import ImapAccount
    from onward.people.services import is_shared

    now = timezone.now()
    # At one's own computer the worker ends with the program, and that is no trouble.
    if not is_shared() or is_worker_here(now=now):
        return
    unfinished = Job.objects.filter(finished_at=None, person__is_active=True)
    seen = worker_seen_at()
    # Where none was ever here, none is about to come back: what was given just now waits, too.
    left = sum(seen is None or is_overdue(job, now=now) for job in unfinished)
    # Whoever's turn it is to be read is no job yet: a worker queues it.
    unread = ImapAccount.objects.filter(
        next_at__lte=now, person__is_active=True
    ).count()
    if not (left or unread) and seen is not None and seen > now - _WORKER_GONE_AFTER:
        return
    last = f"since {seen:%d %B, %H:%M} UTC" if seen else "yet"
    waits = f" Background work that waits for one: {left}." if left else ""
    waits += f" Mailboxes that wait to be read: {unread}." if unread else ""
    yield f"No worker was seen {last}.{waits} Start one and keep it running: onward worker"


def mail_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield the mailboxes and watched folders that are to be read and cannot be now."""
    from onward.mail.models import ImapAccount, WatchedFolder

    # Of somebody who is shut out nothing is read, which is no trouble.
    accounts = ImapAccount.objects.filter(person__is_active=True).order_by("address")
    for account in accounts.exclude(trouble=""):
        when = account.next_at
        again = f" Tried again on {when:%d %B, %H:%M} UTC." if when else ""
        yield f"{account} could not be read. {account.trouble_words}{again}"
    for account in accounts:
        for unread in account.unread_folders:
            yield f"{unread} of {account} could not be read. {unread.note}"
    not_begun = accounts.filter(trouble="", tried_at=None, next_at=None)
    for account in not_begun.exclude(every_minutes=0):
        yield f"{account} is not read yet. Choose what is read, on its page under Mail."
    watched = WatchedFolder.objects.filter(person__is_active=True)
    for folder in watched.exclude(trouble="").order_by("path"):
        yield f"{folder}: {folder.trouble}"


def setting_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield what in the settings means nothing, or lets others read along."""
    from django.conf import settings

    from onward.core.reach import is_this_computer
    from onward.mail.services.own_model import odd_addresses
    from onward.people.reach import odd_private_hosts
    from onward.project.address import is_host

    own = settings.OWN_ADDRESS
    if own and not own.is_https and not is_this_computer(own.host):
        yield (
            f"ONWARD_ADDRESS is {own.origin}, without TLS: passwords and mail can be read "
            "on the way. Put a proxy that speaks TLS in front, then begin it with https://."
        )
    for entry in settings.MORE_HOSTS:
        if entry == "*":
            yield (
                "ONWARD_HOSTS is “*”, which lets in every host, also the page of a stranger "
                "that gives itself this computer's address. Name your own hosts instead."
            )
        elif not is_host(entry):
            yield (
                f"ONWARD_HOSTS names “{entry}”, which is no host. Write the host alone, "
                "as onward.office.example: no https:// before it and no port behind it."
            )
    for entry in odd_addresses():
        yield (
            f"ONWARD_MODEL_ADDRESSES names “{entry.rpartition('@')[2]}”. Write the whole "
            "address, as https://models.example.org/v1 (http:// within your own network "
            "alone, and no password in it)."
        )
    for entry in odd_private_hosts():
        yield (
            f"ONWARD_PRIVATE_HOSTS names “{entry}”, which is neither a host nor a network. "
            "Write it as mail.office.example, mail.office.example:993 or 10.1.0.0/16."
        )


def own_model_troubles(_mend: bool = False) -> Iterator[str]:
    """Yield why a language model of a person's own could not be asked, if it is on."""
    from onward.mail.models import OwnModel

    asked = OwnModel.objects.filter(is_on=True, person__is_active=True)
    for model in asked.exclude(trouble="").select_related("person"):
        own = f"Your language model {model}"
        theirs = f"The language model {model} of {model.person.email}"
        named = own if model.person.is_local else theirs
        yield f"{named} could not be asked. {model.trouble_words}"


_Check = Callable[[bool], Iterator[str]]
_CHECKS: tuple[_Check, ...] = (
    start_troubles,
    folder_troubles,
    rights_troubles,
    setting_troubles,
    file_troubles,
    database_troubles,
    ledger_troubles,
    document_troubles,
    job_troubles,
    upload_troubles,
    worker_troubles,
    mail_troubles,
    own_model_troubles,
)
_STOPPING: frozenset[_Check] = frozenset(
    {start_troubles, file_troubles, database_troubles}
)
"""Checks after whose trouble the later ones could not be trusted."""
