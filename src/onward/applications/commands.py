"""The commands add, list and show."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.project.setup import start_for_person

if TYPE_CHECKING:
    from django.forms import Form

    from onward.applications.models import Application
    from onward.applications.services import Entry
    from onward.people.models import Person

_WORK_MODES = ("on_site", "hybrid", "remote")
_LINE = "{moved:<10}  {stage:<18.18}  {company:<28.28}  {role}"


@click.command(
    epilog="\b\nExample: onward add 'Bright Harbour' --role 'Data analyst' --applied 2026-03-31\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.argument("company")
@click.option("--role", default="", help="What the job is called.")
@click.option("--place", default="", help="Where it is.")
@click.option("--url", default="", help="Web address of the advert.")
@click.option("--note", default="", help="Anything to remember.")
@click.option(
    "--applied",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day you applied; today if you leave it out.",
)
@click.option("--saved", is_flag=True, help="Saved for later, not applied yet.")
@click.option("--work-mode", type=click.Choice(_WORK_MODES), help="Where the work is.")
@click.option("--deadline", default="", help="Last day to apply, as in 2026-03-31.")
@click.option("--salary", default="", help="The pay, in words.")
@click.option("--source", default="", help="Where you found it.")
@click.option("--tag", "tags", multiple=True, help="A tag; may be given several times.")
def add_command(
    applied: datetime | None, saved: bool, tags: tuple[str, ...], **facts: str | None
) -> None:
    """Add an application by hand."""
    if saved and applied:
        raise click.UsageError("Give --applied or --saved, not both.")
    person = start_for_person()
    from django.utils import timezone

    from onward.applications.forms import AddForm
    from onward.applications.services import add_application, has_twin

    now = timezone.now()
    day = applied.date() if applied else timezone.localdate(now)
    said = {name: value or "" for name, value in facts.items()}
    form = AddForm(
        said
        | {
            "tags": ",".join(tags),
            "state": AddForm.SAVED if saved else AddForm.APPLIED,
            "day": day.isoformat(),
        },
        now=now,
        zone_name=person.time_zone,
    )
    if not form.is_valid():
        raise Stop(_problems(form), ExitCode.USAGE)
    application = add_application(
        person,
        facts=form.facts,
        applied_at=form.applied_at,
        note=form.cleaned_data["note"],
        tags=form.cleaned_data["tags"],
        now=now,
    )
    click.echo(f"Added: {application}")
    if has_twin(application):
        click.echo(_IS_TWIN)
    click.echo(f"See it with: onward show {application.pk}")


_IS_TWIN = (
    "Another one of yours has the same employer and title. If this one is too many, "
    "undo it in the browser, under “What was changed”: onward run"
)


def _problems(form: Form) -> str:
    return " ".join(
        f"{name}: {problem}"
        for name, problems in form.errors.items()
        for problem in problems
    )


@click.command(
    epilog="\b\nExample: onward list harbour --open\n"
    + exit_code_help(ExitCode.DATABASE, ExitCode.DISK)
)
@click.argument("search", default="")
@click.option("--open", "show", flag_value="open", help="Only those that are open.")
@click.option("--closed", "show", flag_value="closed", help="Only those that closed.")
@click.option("--archived", "show", flag_value="archived", help="Only the archive.")
@click.option(
    "--out-of-sight", "show", flag_value="snoozed", help="Only what was put off."
)
@click.option("--tag", default="", help="Only with this tag.")
@click.option("--work-mode", type=click.Choice(_WORK_MODES), help="Where the work is.")
@click.option("--by-deadline", is_flag=True, help="Those that close first come first.")
def list_command(
    search: str,
    show: str | None,
    tag: str,
    work_mode: str | None,
    by_deadline: bool,
) -> None:
    """List applications, open ones first; SEARCH is words of company, role or place."""
    person = start_for_person()
    from onward.applications.rules.facts import WorkMode
    from onward.applications.rules.listing import Show, Sort, Wanted
    from onward.applications.services import find_applications

    wanted = Wanted(
        search=search,
        show=Show(show or ""),
        tag=tag,
        work_mode=WorkMode(work_mode) if work_mode else None,
        sort=Sort.DEADLINE if by_deadline else Sort.MOVED,
    )
    found = find_applications(person, wanted=wanted)
    lines = 0
    for application in found.iterator(chunk_size=500):
        click.echo(_line(application))
        lines += 1
    if not lines:
        click.echo("Nothing here matches." if wanted.is_narrowed else _NOTHING_YET)


_NOTHING_YET = "No applications yet. Try: onward import MAILBOX, or: onward add COMPANY"


def _line(application: Application) -> str:
    from django.utils.timezone import localtime

    from onward.applications.templatetags.ledger import stage_label
    from onward.core.text import one_line

    moved = application.last_moved_at
    return _LINE.format(
        moved=f"{localtime(moved):%Y-%m-%d}" if moved else "",
        stage=str(stage_label(application)),
        company=one_line(application.company),
        role=one_line(application.role),
    ).rstrip()


@click.command(
    epilog="\b\nExample: onward show 'bright harbour'\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.DATABASE, ExitCode.DISK)
)
@click.argument("company_or_id")
def show_command(company_or_id: str) -> None:
    """Show the story of one application, by its company or its id."""
    person = start_for_person()
    from onward.applications.services import timeline
    from onward.applications.templatetags.ledger import stage_label

    application = the_application(person, company_or_id)
    click.echo(f"{application}\n{stage_label(application)}")
    for line in _known(application):
        click.echo(line)
    click.echo()
    for entry in timeline(person, application):
        if not entry.is_quiet:
            click.echo(_told(entry))


def _known(application: Application) -> list[str]:
    """Return what is known of an application, a line each."""
    from onward.applications.labels import FACT_LABELS
    from onward.applications.rules.kinds import FACTS
    from onward.applications.templatetags.ledger import fact_value, pay
    from onward.core.text import one_line

    lines = [
        f"{FACT_LABELS[name]}: {fact_value(value, name)}"
        for name in FACTS
        if name not in {"company", "role"}
        and not name.startswith("salary")
        and (value := getattr(application, name))
    ]
    if words := pay(application):
        lines.append(f"Pay: {words}")
    if application.tags:
        lines.append(f"Tags: {', '.join(application.tags)}")
    return [one_line(line) for line in lines]


def the_application(person: Person, company_or_id: str) -> Application:
    """Return the one application that is meant.

    Raises:
        Stop: If there is none, or more than one; then it names them.
    """
    from onward.applications.models import Application
    from onward.applications.rules.listing import Show, Wanted
    from onward.applications.services import find_applications

    try:
        key = uuid.UUID(company_or_id)
    except ValueError:
        pass
    else:
        own = Application.objects.for_person(person).select_related("merged_into")
        by_id = own.filter(pk=key).first()
        if by_id is not None:
            return by_id.head
    found = [
        application
        for show in (Show.SHELF, Show.ARCHIVED)
        for application in find_applications(
            person, wanted=Wanted(search=company_or_id, show=show)
        )
    ]
    name = company_or_id.strip().casefold()
    found = [one for one in found if one.company.casefold() == name] or found
    if not found:
        raise Stop(
            f"No application matches “{company_or_id}”. See them with: onward list",
            ExitCode.NOT_FOUND,
        )
    if len(found) > 1:
        names = "\n".join(f"  {one.pk}  {one}" for one in found[:40])
        raise Stop(f"Several match. Show one by its id:\n{names}", ExitCode.NOT_FOUND)
    return found[0]


def _told(entry: Entry) -> str:
    """Return one event as lines of text."""
    from django.utils.timezone import localtime

    from onward.applications.templatetags.ledger import decided_label, entry_label
    from onward.core.text import one_line

    event = entry.event
    clock = " %H:%M" if entry.has_time else ""
    when = localtime(event.at).strftime(f"%Y-%m-%d{clock}")
    when = when if entry.has_day else "no day"
    undone = " (taken back)" if event.is_void else ""
    lines = [f"{when:<16}  {entry_label(entry)}{undone}"]
    by = str(decided_label(event.decided_by))
    words = event.payload.get("words")
    lines.append(f"{by}: “{one_line(words, limit=80)}”" if words else by)
    asked = entry.arranged.asked_for if entry.arranged else None
    if asked:
        asker = "You asked" if event.payload.get("own_wish") else "They ask"
        lines.append(f"{asker} about {localtime(asked):%Y-%m-%d %H:%M}")
    if entry.starts_at:
        begins = entry.starts_at
        local = localtime(begins) if begins.tzinfo else begins
        lines.append(
            f"{'Agreed so far:' if asked else 'Begins'} {local:%Y-%m-%d %H:%M}"
        )
    if entry.on_day:
        lines.append(f"On {entry.on_day:%Y-%m-%d}, hour not told")
    if until := event.payload.get("until"):
        hour = event.payload.get("until_hour", "")
        lines.append(f"Until {until} {hour}".rstrip())
    lines += event.payload.get("note", "").splitlines()
    return ("\n" + " " * 18).join(lines)
