"""`onward demo`: an invented mailbox in a throw-away home, open in the browser."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode, exit_code_help


@click.command(
    "demo",
    epilog="Example: onward demo --port 0 --no-browser\n\n"
    + exit_code_help(ExitCode.PORT_TAKEN, ExitCode.DISK),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    show_default=True,
    help="Port on this machine; 0 takes a free one.",
)
@click.option("--no-browser", is_flag=True, help="Only print the link.")
def demo_command(port: int, no_browser: bool) -> None:
    """Try Onward on four invented months of one invented person's mail.

    Everything lies in a temporary folder that is deleted at the end; your own data is not
    touched.
    """
    folder = _throw_away_home()
    try:
        _fill(folder)
        _serve(port=port, opens_browser=not no_browser)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _throw_away_home() -> Path:
    try:
        folder = Path(tempfile.mkdtemp(prefix="onward-demo-"))
    except OSError as error:
        raise Stop(
            f"No temporary folder could be made ({error.strerror}). Make room first.",
            ExitCode.DISK,
        ) from error
    # Both are read when Django's settings are loaded, which has not happened yet.
    os.environ["ONWARD_HOME"] = str(folder)
    os.environ.pop("ONWARD_DATABASE", None)
    return folder


def _fill(folder: Path) -> None:
    from onward.demo.mailbox import write_mailbox
    from onward.project.setup import start

    start()
    from onward.mail.commands import import_mail_here
    from onward.mail.terminal import print_summary
    from onward.people.models import Person
    from onward.people.services import local_person
    from onward.project.periodic import catch_up_everyone

    person = local_person()
    Person.objects.filter(pk=person.pk).update(name="Jördis")
    mailbox = folder / "sample.mbox"
    # The story's last mail comes before noon: in the morning it ended yesterday.
    write_mailbox(mailbox, ends_on=(datetime.now(UTC) - timedelta(hours=12)).date())
    click.echo(f"An invented mailbox is written to {mailbox} and read:")
    print_summary(import_mail_here([mailbox], is_quiet=False))
    catch_up_everyone()


def _serve(*, port: int, opens_browser: bool) -> None:
    from onward.project.run import serve

    serve(port=port, opens_browser=opens_browser)
