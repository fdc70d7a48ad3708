"""Which labels and which trainer a shipped finder was made from."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import onward.mail.rules
from benchmarks.training.finder.labelled import languages, path_of

_HERE = Path(__file__).parent
_RULES = Path(onward.mail.rules.__file__).parent
_TRAINER = [_HERE / name for name in ("__main__.py", "field.py", "labelled.py")]
_FINDER = [*_TRAINER, _RULES / "span_words.py", _RULES / "spans.py"]


def _digest(paths: Iterable[Path]) -> str:
    whole = sha256()
    for path in paths:
        whole.update(path.name.encode())
        whole.update(path.read_text(encoding="utf-8").encode())
    return whole.hexdigest()


def finder_digest(codes: Iterable[str]) -> str:
    """Return one digest of all that decides what the finder of some languages becomes.

    The labels name their mails by digests, so that those need not be read. Rules that lay
    a mail out, and lists of words for titles and given names, are left out, though they
    decide it, too: they move every day, and change little.
    """
    return _digest([*_FINDER, *map(path_of, codes)])


def last_digest() -> str:
    """Return one digest of what decides the last step, the rules it weighs left out."""
    paths = [*_FINDER, _HERE / "last.py", _RULES / "settled.py"]
    return _digest([*paths, *map(path_of, languages())])
