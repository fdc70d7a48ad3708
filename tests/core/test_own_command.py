from __future__ import annotations

import pytest

from onward.core.own_command import own_command


@pytest.mark.parametrize(
    ("started_as", "found_at", "command"),
    [
        (
            "/home/robin/onward/.venv/bin/onward",
            "",
            "/home/robin/onward/.venv/bin/onward",
        ),
        ("/home/robin/my apps/bin/onward", "", "'/home/robin/my apps/bin/onward'"),
        ("/home/robin/.local/bin/onward", "/home/robin/.local/bin/onward", "onward"),
        ("/home/robin/.cache/uv/archive-v0/Zk3/bin/onward", "", "uvx onward"),
        (
            "/home/robin/.cache/uv/archive-v0/Zk3/bin/onward",
            "/home/robin/.cache/uv/archive-v0/Zk3/bin/onward",
            "uvx onward",
        ),
        ("onward", "", "onward"),
        ("/usr/bin/gunicorn", "", "onward"),
        ("", "", "onward"),
    ],
)
def test_a_command_is_named_as_this_program_was_started(
    started_as: str, found_at: str, command: str
) -> None:
    assert own_command(started_as, found_at=found_at) == command
