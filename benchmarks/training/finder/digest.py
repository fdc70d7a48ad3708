"""Which labels and which trainer a shipped finder was made from, and what it read there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import onward.mail.rules
from benchmarks.training.digest import digest_of
from benchmarks.training.finder.labelled import Labelled, languages, path_of
from benchmarks.training.finder.last import Question
from onward.mail.rules.facts.span_words import word_features

_HERE = Path(__file__).parent
_RULES = Path(onward.mail.rules.__file__).parent
_TRAINER = [_HERE / name for name in ("__main__.py", "field.py", "labelled.py")]
_FINDER = [*_TRAINER, _RULES / "facts/span_words.py", _RULES / "facts/spans.py"]
_FINDER.append(_RULES / "basics/model_file.py")


def finder_digest(codes: Iterable[str]) -> str:
    """Return one digest of all that decides what the finder of some languages becomes.

    The labels name their mails by digests, so that those need not be read. The rules that
    lay a mail out, and lists of words for titles and given names, are left out: they move
    every day, and change little. `read_digest` tells whether they moved.
    """
    return digest_of([*_FINDER, *map(path_of, codes)])


def last_digest() -> str:
    """Return one digest of what decides the last step, the rules it weighs left out."""
    paths = [*_FINDER, _HERE / "last.py", _RULES / "facts/settled.py"]
    return digest_of([*paths, *map(path_of, languages())])


def read_digest(mails: Iterable[Labelled]) -> str:
    """Return one digest of all that a finder is fitted on: words, places and marks.

    With the same trainer the same digest gives the same bytes. A test does not ask for it.
    """
    whole = sha256()
    words: set[str] = set()
    for mail in mails:
        for part, places, marks in zip(
            mail.parts, mail.places, mail.marks, strict=True
        ):
            texts = part.texts()
            words.update(texts)
            whole.update(repr((part.kind, texts, places, marks)).encode())
    for word in sorted(words):
        whole.update(repr(word_features(word)).encode())
    return whole.hexdigest()


def asked_digest(questions: Iterable[tuple[str, Sequence[Question]]]) -> str:
    """Return one digest of all that the last step is fitted on; the rules decide it, too."""
    whole = sha256()
    for kind, asked in questions:
        for each in asked:
            whole.update(repr((kind, each.signs, each.right)).encode())
    return whole.hexdigest()
