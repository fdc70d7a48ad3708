"""Programs of others that read all words of a mailbox, each into an index of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measuring import Reading, environment
from onward.mail.sources import RawMessage, open_sources


@contextmanager
def peers(mailbox: Path) -> Iterator[tuple[Sequence[Reading], Path]]:
    """Yield the readings of programs that are installed, and the Maildir that they read."""
    readings = [reading for program, reading in PEERS.items() if shutil.which(program)]
    with tempfile.TemporaryDirectory() as folder:
        if readings:
            _write_maildir(Path(folder), mailbox=mailbox)
        yield readings, Path(folder)


def _write_maildir(folder: Path, *, mailbox: Path) -> None:
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir()
    mails = (x for x in open_sources([mailbox]) if isinstance(x, RawMessage))
    for number, mail in enumerate(mails):
        (folder / "cur" / f"{number}.onward:2,S").write_bytes(mail.raw)


def _configure_notmuch(home: Path, maildir: Path) -> None:
    (home / "notmuch-config").write_text(
        f"[database]\npath={home / 'index'}\nmail_root={maildir}\n"
        "[user]\nname=Robin\nprimary_email=robin@person.example\n[new]\ntags=new\n"
    )
    (home / "index").mkdir()


def _configure_mu(home: Path, maildir: Path) -> None:
    subprocess.run(
        ["mu", "init", f"--maildir={maildir}"],
        check=True,
        capture_output=True,
        env=environment(home),
    )


PEERS = {
    "notmuch": Reading(
        "`notmuch new` over a Maildir",
        command=("sh", "-c", "exec notmuch new --quiet"),
        before=_configure_notmuch,
    ),
    "mu": Reading(
        "`mu index` over a Maildir",
        command=("sh", "-c", "exec mu index --quiet"),
        before=_configure_mu,
    ),
}
