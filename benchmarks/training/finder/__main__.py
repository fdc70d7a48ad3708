"""Train the finder of titles, employers and numbers: python -m benchmarks.training.finder

Writes src/onward/mail/rules/finders/, the same bytes each time on one machine and the
same rules: those lay out the mails that are learned from, and the last step weighs them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_limits

import onward.mail.rules
from benchmarks.training.finder.digest import (
    asked_digest,
    finder_digest,
    last_digest,
    read_digest,
)
from benchmarks.training.finder.field import Recipe, Weights, fitted
from benchmarks.training.finder.labelled import Labelled, labelled, languages
from benchmarks.training.finder.last import Question, fit_last, question
from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.model_file import packed
from onward.mail.rules.facts.extract import rules_alone
from onward.mail.rules.facts.settled import LAST
from onward.mail.rules.facts.spans import FOLDER, KINDS, REST, Span, unpacked

FINDERS = Path(onward.mail.rules.__file__).with_name(FOLDER)
GROUPS = {"en": ["en"], "de": ["de"], REST: [x for x in languages() if x not in HOME]}
"""Which languages one finder learns: those with few mails learn from one another."""

_FOLDS = 4
_BLOCK = 30
_LARGEST = 127


def folds_of(mails: Sequence[Labelled]) -> list[int]:
    """Return the fold of each mail: by who wrote it, or by blocks where they are few."""
    hands = sorted({mail.hand for mail in mails})
    if mails[0].language in HOME:
        return [hands.index(mail.hand) % _FOLDS for mail in mails]
    return [at // _BLOCK % _FOLDS for at in range(len(mails))]


def pack(weights: Weights, *, made_from: str, read: str = "") -> bytes:
    """Return a fitted finder as the bytes of its file, a weight in one byte.

    Args:
        read: What it was fitted on (`read_digest`).
    """
    step = (
        max(np.abs(weights.of_words).max(), np.abs(weights.of_places).max()) / _LARGEST
    )
    of_words = np.round(weights.of_words / step).astype(np.int8)
    of_places = np.round(weights.of_places / step).astype(np.int8)
    kept = np.nonzero(of_words.any(axis=1))[0]
    head = {
        "made_from": made_from,
        "read": read,
        "words": "\n".join(weights.words[at] for at in kept),
        "places": "\n".join(weights.places),
        "step": float(step),
        "follows": weights.follows.round(3).tolist(),
        "opens": weights.opens.round(3).tolist(),
    }
    data = of_words[kept].tobytes() + of_places.tobytes()
    return packed(head, weights=data)


def crossed(mails: Sequence[Labelled], *, recipe: Recipe) -> list[list[Span]]:
    """Return for each mail what a finder finds that never saw mails of its fold."""
    folds = folds_of(mails)
    found: list[list[Span]] = [[] for _ in mails]
    for fold in sorted(set(folds)):
        others = [x for x, each in zip(mails, folds, strict=True) if each != fold]
        finder = unpacked(pack(fitted(others, recipe=recipe), made_from=""))
        for at, mail in enumerate(mails):
            if folds[at] == fold:
                found[at] = finder.spans(mail.material)
    return found


def is_taught(kind: str, *, mail: Labelled) -> bool:
    """Say whether a mail tells how far rules and finder are believed.

    Where nobody wrote an employer down the host may tell one all the same: better than none.
    """
    return kind != "company" or mail.facts[kind] != ""


def questions(
    mails: Sequence[Labelled], spans: Sequence[list[Span]]
) -> dict[str, list[Question]]:
    """Return what the last step is asked of some mails, by kind."""
    asked: dict[str, list[Question]] = {kind: [] for kind in KINDS}
    for mail, found in zip(mails, spans, strict=True):
        ruled, _ = rules_alone(mail.material)
        for kind in KINDS:
            if is_taught(kind, mail=mail):
                asked[kind].append(question(kind, mail, ruled=ruled, spans=found))
    return asked


def recipe_of(mails: Sequence[Labelled]) -> Recipe:
    """Return how mails are learned from: few of them keep their rarer words."""
    return Recipe(fewest=5 if mails[0].language in HOME else 3)


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.training.finder", description=__doc__
    )
    parser.add_argument("--folder", type=Path, default=FINDERS, help="where to write")
    options = parser.parse_args()
    options.folder.mkdir(exist_ok=True)
    asked: dict[str, list[Question]] = {kind: [] for kind in KINDS}
    # The fits are small: on several threads they take three times the work.
    with threadpool_limits(limits=1):
        for name, codes in GROUPS.items():
            mails = [mail for code in codes for mail in labelled(code)]
            recipe = recipe_of(mails)
            read = read_digest(mails)
            weights = fitted(mails, recipe=recipe)
            data = pack(weights, made_from=finder_digest(codes), read=read)
            (options.folder / f"{name}.bin").write_bytes(data)
            size = f"{len(mails)} mails, {len(data):,} bytes"
            print(f"{name}: {size}, of {read[:12]}", flush=True)
            more = questions(mails, crossed(mails, recipe=recipe))
            for kind in KINDS:
                asked[kind] += more[kind]
        fits = {kind: fit_last(asked[kind]) for kind in KINDS}
    last = {
        "made_from": last_digest(),
        "asked": asked_digest(asked.items()),
        "weights": fits,
    }
    text = json.dumps(last, indent=1, sort_keys=True, ensure_ascii=False)
    (options.folder / LAST).write_text(f"{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
