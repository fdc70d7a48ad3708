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
_MOST_BYTES = 2_000_000


@click.command(
    epilog="\b\nExample: onward match --advert advert.txt --resume resume.txt --json\n"
    + exit_code_help(ExitCode.NOT_FOUND, ExitCode.UNREADABLE, ExitCode.DISK)
)
@click.option("--advert", type=_FILE, required=True, help="The advert, a text file.")
@click.option("--resume", type=_FILE, required=True, help="The résumé, a text file.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def match_command(advert: Path, resume: Path, as_json: bool) -> None:
    """Show what an advert asks for, and where the résumé says it."""
    texts = _text_of(advert), _text_of(resume)
    from onward.project.setup import load

    load()
    from onward.matching.services import read_out_texts

    decided = read_out_texts(advert=texts[0], resume=texts[1])
    if as_json:
        told = [_as_data(decision) for decision in decided]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    _print(decided)


def _text_of(path: Path) -> str:
    """Return the text of a file.

    Raises:
        Stop: If there is none, or it is no text.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Stop(f"{path} is too long for a text.", ExitCode.UNREADABLE)
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise Stop(f"There is no file {path}.", ExitCode.NOT_FOUND) from error
    except UnicodeDecodeError as error:
        raise Stop(
            f"{path} is not a text file. Save it as plain text (UTF-8) and try again.",
            ExitCode.UNREADABLE,
        ) from error
    except OSError as error:
        raise Stop(
            f"{path} cannot be read ({error.strerror}).", ExitCode.UNREADABLE
        ) from error


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
