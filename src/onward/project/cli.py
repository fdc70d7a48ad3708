"""The `onward` command: one visible table of commands, each loaded when it is called."""

from __future__ import annotations

import atexit
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

import click

from onward.core.errors import Stop
from onward.core.exit_codes import ExitCode
from onward.core.memory import collect_seldom_in_command

COMMANDS: dict[str, tuple[str, str]] = {
    "run": ("onward.project.run:run_command", "Open Onward in the browser."),
    "import": ("onward.mail.commands:import_command", "Read mail into the ledger."),
    "sync": (
        "onward.mail.sync_commands:sync_command",
        "Read what is new on your mail servers.",
    ),
    "mailbox": (
        "onward.mail.account_commands:mailbox_command",
        "List, add or remove the mail servers that are read.",
    ),
    "ask-model": (
        "onward.mail.own_model_commands:ask_model_command",
        "Ask a language model of your own about unclear mail; off by default.",
    ),
    "read": (
        "onward.mail.read_commands:read_command",
        "Show what would be understood of mail; write nothing.",
    ),
    "learned": (
        "onward.mail.learned_commands:learned_command",
        "List what you taught Onward about mail, or let it forget.",
    ),
    "read-again": (
        "onward.mail.newer_commands:read_again_command",
        "What a newer Onward reads otherwise in stored mail, to take over or keep.",
    ),
    "today": (
        "onward.method.plan.commands:today_command",
        "Show what rests, and one small step.",
    ),
    "outlook": (
        "onward.method.outlook.commands:outlook_command",
        "Show the longer view, in numbers.",
    ),
    "no": ("onward.method.plan.commands:no_command", "Record a no, with care."),
    "feedback": (
        "onward.method.feedback.commands:feedback_command",
        "Where to ask for feedback, drafts, and what was said.",
    ),
    "look-back": (
        "onward.method.reflection.commands:look_back_command",
        "Show patterns with their counts, or what interviews asked.",
    ),
    "win": (
        "onward.method.wins.commands:win_command",
        "Put something good on your wall.",
    ),
    "wins": (
        "onward.method.wins.commands:wins_command",
        "Show your small wins, or what moved this week.",
    ),
    "next": (
        "onward.method.plan.commands:next_command",
        "Say what is next, and why.",
    ),
    "pace": (
        "onward.method.applying.commands:pace_command",
        "Show or change your week in sessions.",
    ),
    "add": ("onward.applications.commands:add_command", "Add an application."),
    "list": ("onward.applications.commands:list_command", "List applications."),
    "show": ("onward.applications.commands:show_command", "Show one timeline."),
    "match": (
        "onward.matching.commands:match_command",
        "Show what an advert asks for, and where a résumé says it.",
    ),
    "document": (
        "onward.documents.commands:document_command",
        "Keep the résumés and letters that you send.",
    ),
    "advert": (
        "onward.documents.commands:advert_command",
        "Keep an advert as it stands today.",
    ),
    "export": (
        "onward.exchange.commands:export_command",
        "Write everything about the applications as JSON or CSV.",
    ),
    "import-list": (
        "onward.exchange.commands:import_list_command",
        "Take in a list from LinkedIn, Huntr, Teal or a spreadsheet.",
    ),
    "calendar": (
        "onward.method.plan.commands:calendar_command",
        "Show the days ahead, or write them as a calendar file.",
    ),
    "proof": (
        "onward.exchange.commands:proof_command",
        "Write a report of your search for a job centre.",
    ),
    "backup": ("onward.project.backup:backup_command", "Write a whole copy."),
    "restore": ("onward.project.backup:restore_command", "Bring a copy back."),
    "delete-everything": (
        "onward.project.deleting:delete_command",
        "Delete all that is kept of you here, for good.",
    ),
    "doctor": (
        "onward.project.doctor:doctor_command",
        "Say what is wrong, if anything.",
    ),
    "people": (
        "onward.project.people_commands:people_command",
        "Who signs in, where several people share an Onward.",
    ),
    "demo": ("onward.project.demo:demo_command", "Try it on an invented mailbox."),
    "help-now": (
        "onward.pages.commands:help_lines_command",
        "Numbers to call for help.",
    ),
    "worker": ("onward.project.worker:worker_command", "Do background work."),
}
"""Name of the command → where it lives, and its line in the list."""


class _Words(click.types.StringParamType):
    """Words as a person types them: no file's name, which may be made of any bytes."""

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the words; a terminal in another encoding than UTF-8 sent none."""
        words: str = super().convert(value, param, ctx)
        try:
            words.encode()
        except UnicodeEncodeError as error:
            shown = words.encode(errors="surrogateescape").decode(errors="replace")
            raise Stop(
                f"“{shown}” cannot be read: it is not written in UTF-8. "
                "Set the terminal to UTF-8, then type it again.",
                ExitCode.USAGE,
            ) from error
        return words


def _reading_words(command: click.Command) -> click.Command:
    """Return a command, and those in it, with all their words checked."""
    for param in command.params:
        if isinstance(param.type, click.types.StringParamType):
            param.type = _Words()
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _reading_words(inner)
    return command


def _close_databases() -> None:
    # Nothing else does at the end: what stands in circles is not collected any more. SQLite
    # writes its log into the file as the last connection closes, PostgreSQL misses no client.
    if django := sys.modules.get("django.db"):
        # Whatever is wrong with settings or database has been said by then.
        with suppress(Exception):
            django.connections.close_all()


class LazyGroup(click.Group):
    """Knows its commands by name only, so that `--help` imports no room."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run as a process of its own, which ends with the command."""
        collect_seldom_in_command()
        atexit.register(_close_databases)
        return super().__call__(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, importing its room."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return _reading_words(command)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; trouble with disk or database ends in a sentence, never a trace."""
        try:
            return super().invoke(ctx)
        except click.ClickException:
            raise
        except Exception as error:
            from onward.project.setup import storage_trouble

            trouble = storage_trouble(error)
            if trouble is None:
                raise
            raise trouble from error

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list from the table, without importing the commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Without a command, Onward opens in the browser. "
    "Example: onward import ~/Takeout/mail.mbox",
)
@click.version_option(package_name="onward", prog_name="onward")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Onward: a private companion for a person who was just told no."""
    _speak_utf8()
    if ctx.invoked_subcommand is None:
        ctx.invoke(main.get_command(ctx, "run") or main)


_CHANGING = frozenset(
    {
        "import",
        "sync",
        "learned",
        "read-again",
        "document",
        "advert",
        "import-list",
        "add",
        "no",
    }
)
"""Commands that add events, after which the twelve steps read them."""


@main.result_callback()
@click.pass_context
def _hand_over(ctx: click.Context, /, *_results: object, **_options: object) -> None:
    if ctx.invoked_subcommand not in _CHANGING:
        return
    from onward.method.plan.news import has_news_of_anyone

    # Loading the steps takes longer than a command that brought nothing new.
    if has_news_of_anyone():
        from onward.project.periodic import catch_up_everyone

        catch_up_everyone()


def _speak_utf8() -> None:
    # A console in a narrow encoding must not stop a summary half-way.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


if __name__ == "__main__":
    main()
