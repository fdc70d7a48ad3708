"""The read-out on the command line: `onward match`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help

if TYPE_CHECKING:
    from onward.matching.rules.types import Decision

_FILE = click.Path(path_type=Path)


@click.command(
    epilog="\b\nExample: onward match 'quill harbor'\n"
    "         onward match --advert advert.txt --resume resume.txt --json\n"
    + exit_code_help(
        ExitCode.NOT_FOUND, ExitCode.UNREADABLE, ExitCode.DATABASE, ExitCode.DISK
    )
)
@click.argument("application", default="")
@click.option("--advert", type=_FILE, help="An advert: PDF, page or text.")
@click.option("--resume", type=_FILE, help="A résumé: PDF, Word or text.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def match_command(
    application: str, advert: Path | None, resume: Path | None, as_json: bool
) -> None:
    """Show what an advert asks for, and where the résumé says it.

    APPLICATION is a company or an id; its kept advert is held beside the résumé that was
    sent. Or name two files.
    """
    if application and not (advert or resume):
        decided = _of_application(application)
    elif advert and resume and not application:
        decided = _of_files(advert, resume)
    else:
        raise click.UsageError(
            "Name an application, or both --advert and --resume with a file each."
        )
    if as_json:
        told = [_as_data(decision) for decision in decided]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    _print(decided)


def _of_files(advert: Path, resume: Path) -> list[Decision]:
    from onward.project.setup import load

    load()
    from onward.matching.services import read_out_texts

    return read_out_texts(
        advert=_text_of(advert, is_advert=True), resume=_text_of(resume)
    )


def _text_of(path: Path, *, is_advert: bool = False) -> str:
    """Return the text of a file, whichever kind it is, read within bounds.

    Raises:
        Stop: If there is none, or it cannot be read.
    """
    from onward.documents.reading.bounded import read_bounded
    from onward.documents.templatetags.documents import problem_sentence

    path = path.expanduser()
    if not path.is_file():
        raise Stop(f"There is no file {path}.", ExitCode.NOT_FOUND)
    answer = read_bounded(path, name=path.name, is_advert=is_advert)
    if problem := answer.get("problem"):
        raise Stop(f"{path}: {problem_sentence(problem)}", ExitCode.UNREADABLE)
    return str(answer["text"])


def _of_application(company_or_id: str) -> list[Decision]:
    """Return the read-out of an application.

    Raises:
        Stop: If there is no such one, or its advert or résumé is not kept.
    """
    from onward.project.setup import start_for_person

    person = start_for_person()
    from onward.applications.commands import the_application
    from onward.matching.services import read_out

    application = the_application(person, company_or_id)
    found = read_out(person, application)
    if found.advert is None:
        raise Stop(
            f"The advert of {application} is not kept. Keep it with: onward advert",
            ExitCode.NOT_FOUND,
        )
    if found.version is None:
        raise Stop(
            f"No résumé that can be read is noted as sent with {application}. "
            "Note it with: onward document add",
            ExitCode.NOT_FOUND,
        )
    return list(found.decided)


def _as_data(decision: Decision) -> dict[str, Any]:
    asked = decision.requirement
    return {
        "asks": asked.words,
        "kind": asked.kind.value,
        "need": asked.need.value,
        "sentence": asked.sentence,
        "status": decision.status.value,
        "closeness": decision.closeness.value if decision.closeness else None,
        "reason": decision.reason.value,
        "months": decision.months,
        "places": [
            {"quote": place.quote, "line": place.line, "section": place.section}
            for place in decision.places
        ],
    }


def _print(decided: list[Decision]) -> None:
    from onward.core.text import one_line
    from onward.matching.labels import NEED_LABELS, reason_words, status_words

    if not decided:
        click.echo("The advert names nothing that could be read as asked for.")
    for need, label in NEED_LABELS.items():
        of_need = [d for d in decided if d.requirement.need is need]
        if of_need:
            click.echo(f"\n{label}")
        for decision in of_need:
            asked = one_line(decision.requirement.words, limit=60)
            click.echo(f"  {status_words(decision):<24} {asked}")
            why = reason_words(decision)
            said = [f"“{one_line(p.line, limit=70)}”" for p in decision.places[:1]]
            told = " ".join(filter(None, (why, *said)))
            if told:
                click.echo(f"  {'':<24} {told}")
