"""The data file of the help lines; old entries stop a release here."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.pages.helplines import help_lines
from onward.pages.rules import TOO_OLD_AFTER, WARN_AFTER, checks_of, older_than

PROMISED = "US CA GB IE DE AT CH FR ES IT PT NL BE PL SE DK NO FI AU NZ IN"


def test_every_promised_country_is_there() -> None:
    assert set(help_lines().countries) == set(PROMISED.split())


def test_the_directories_for_everywhere_else_are_there() -> None:
    urls = [line.url for line in help_lines().elsewhere]
    assert urls == ["https://findahelpline.com/", "https://www.befrienders.org/"]


def test_no_entry_is_too_old_for_a_release(capsys: pytest.CaptureFixture[str]) -> None:
    today = datetime.now(tz=UTC).date()
    soon = older_than(help_lines(), age=WARN_AFTER, today=today)
    if soon:
        # Said aloud whatever the run's settings: a warning would be an error here.
        with capsys.disabled():
            print(f"\nHelp lines to check again soon: {', '.join(soon)}")  # noqa: T201
    assert older_than(help_lines(), age=TOO_OLD_AFTER, today=today) == []


def test_no_check_lies_ahead() -> None:
    today = datetime.now(tz=UTC).date()
    assert all(checked_on <= today for _name, checked_on in checks_of(help_lines()))
