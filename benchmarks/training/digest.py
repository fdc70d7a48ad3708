"""Which grammar and which trainer a shipped model was made from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import onward.mail.rules
from benchmarks.training.grammar import FOLDER
from benchmarks.training.written import path_of

_TRAINER = (
    *("fit.py", "grammar.py", "lessons.py", "letters.py", "plans.py", "rows.py"),
    "written.py",
)
_SHARED = ("basics/plain_words.py", "verdicts/voice_words.py")


def grammar_digest(language: str) -> str:
    """Return one digest of all files that decide what a model becomes.

    Those are the grammar of the language, the code that composes and fits, and the
    features that trainer and reader share. Line ends do not count.
    """
    here = Path(__file__).parent
    rules = Path(onward.mail.rules.__file__).parent
    paths = [here / name for name in _TRAINER] + [rules / name for name in _SHARED]
    paths += sorted((FOLDER / language).glob("*.toml"))
    paths += [path for path in [path_of(language)] if path.exists()]
    return digest_of(paths)


_IMPORTS = re.compile(r"^(?:from [\w.]+ )?import (?:\([^)]*\)|[^(\n]*)\n", re.MULTILINE)


def digest_of(paths: Iterable[Path]) -> str:
    """Return one digest of names and contents of files; where code imports from is no matter."""
    whole = sha256()
    for path in paths:
        text = path.read_text(encoding="utf-8")
        whole.update(path.name.encode())
        whole.update(
            (_IMPORTS.sub("", text) if path.suffix == ".py" else text).encode()
        )
    return whole.hexdigest()
