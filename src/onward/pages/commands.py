"""The command `onward help-now`; it needs neither home nor database."""

from __future__ import annotations

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help
from onward.pages.helplines import help_lines
from onward.pages.rules import Country, HelpLine, country_from_languages


@click.command(
    epilog="\b\nExample: onward help-now GB\n" + exit_code_help(ExitCode.NOT_FOUND)
)
@click.argument("country", default="")
def help_lines_command(country: str) -> None:
    """Print whom to call; COUNTRY is a code of two letters such as GB or DE."""
    lines = help_lines()
    code = country.upper() or country_from_languages(
        _machine_language(), known=lines.countries
    )
    if country and code not in lines.countries:
        known = ", ".join(sorted(lines.countries))
        raise Stop(
            "No entry for this country. In much of the world the emergency number is "
            f"112; https://findahelpline.com lists others. Known here: {known}.",
            ExitCode.NOT_FOUND,
        )
    click.echo(
        "If you might act on thoughts of ending your life, or are in danger now,\n"
        "call your emergency number.\n"
    )
    if code:
        _print_country(lines.countries[code])
    else:
        click.echo("For your own country: onward help-now CODE, such as GB or DE.")
    for line in lines.elsewhere:
        click.echo(f"{line.name}: {line.url}")
    click.echo(
        f"\nChecked {lines.oldest_check}. "
        "If a number does not work, use your emergency number."
    )


def _machine_language() -> str:
    import locale

    return (locale.getlocale()[0] or "").replace("_", "-")


def _print_country(country: Country) -> None:
    click.echo(country.name)
    click.echo(f"  Emergency: {' or '.join(country.emergency)}")
    for line in country.lines:
        click.echo(f"  {line.name}: {_how(line)}")
    click.echo("")


def _how(line: HelpLine) -> str:
    text = " to ".join(filter(None, [line.text_body, line.text_to]))
    ways = [
        f"call {line.number}" if line.number else "",
        f"text {text}" if text else "",
    ]
    words = [*filter(None, [" or ".join(filter(None, ways)), line.hours, line.url])]
    return " · ".join(words)
