"""Train what parts the words of domain labels: python -m benchmarks.training.label_parts

Writes src/onward/mail/rules/words/label_parts.bin. It learns from the invented employers of the
written mails, and from the addresses of those that are called so; `--show` tells how many labels
of `benchmarks/verdicts`, by other hands, are parted as the employer is written.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import onward.mail.rules
from benchmarks.training.digest import digest_of
from benchmarks.training.finder.labelled import digest_of as mail_digest
from benchmarks.training.finder.labelled import languages, path_of
from benchmarks.training.written import path_of as written_path_of
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.model_file import packed
from onward.mail.rules.facts.employers.label_parts import (
    FINE,
    Known,
    label_words,
    signs_of_seams,
    spellings,
)
from onward.mail.rules.facts.employers.names import (
    name_of_label,
    parted_label,
    registrable_label,
    without_legal_form,
)
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.towns import town_names

RULES = Path(onward.mail.rules.__file__).parent
TARGET = RULES / "words" / "label_parts.bin"
VERDICTS = Path(__file__).parents[1] / "verdicts"

_WORD = re.compile(r"[^\W_]+")
_FIRMNESS = 1.0
_FEWEST = 2
_MOST_ALIKE = 0.6
_LEFT_OUT = frozenset({"and", "und", "the"})


class Pair(NamedTuple):
    """A label and the words of the employer that it stands for, each spelled as there."""

    label: str
    words: tuple[str, ...]


def made_from() -> str:
    """Return one digest of all that decides what the model becomes."""
    shared = RULES / "facts" / "employers" / "label_parts.py"
    return digest_of([Path(__file__), shared, *map(path_of, languages())])


def employers() -> Iterator[tuple[str, str]]:
    """Yield employer and sender's domain of every labelled mail that is learned from."""
    for code in languages():
        lines = path_of(code).read_text("utf-8").splitlines()
        labels = {label["mail"]: label for label in map(json.loads, lines)}
        for line in written_path_of(code).read_text("utf-8").splitlines():
            mail = json.loads(line)
            key = mail_digest(mail["subject"], sender=mail["from"], text=mail["text"])
            if company := labels.get(key, {}).get("company", ""):
                yield company, _domain(mail["from"])


def measured() -> Iterator[tuple[str, str]]:
    """Yield the same of mails that nothing learns from."""
    for path in sorted(VERDICTS.rglob("*.jsonl")):
        for mail in map(json.loads, path.read_text("utf-8").splitlines()):
            if company := mail.get("company", ""):
                yield company, _domain(mail.get("from", ""))


def _domain(sender: str) -> str:
    return sender.rpartition("@")[2].strip(" >").lower()


def pairs_of(named: Iterator[tuple[str, str]]) -> list[Pair]:
    """Return each label that an employer's words make, run together; the others say nothing."""
    found = {pair for company, domain in named if (pair := _pair(company, domain))}
    return sorted(found)


def _pair(company: str, domain: str) -> Pair | None:
    if not domain or is_free_mail(domain) or system_of_host(domain).name:
        return None
    label = registrable_label(domain)
    whole = without_legal_form(company).replace("&", " and ").replace("’", "'")
    words = _WORD.findall(whole.replace("'", "").lower())
    for some in (words, [word for word in words if word not in _LEFT_OUT]):
        for spelled in zip(*map(_both, some), strict=True) if some else ():
            for size in range(len(spelled), 0, -1):
                for start in range(len(spelled) - size + 1):
                    part = spelled[start : start + size]
                    if "".join(part) == label and label.isalpha():
                        return Pair(label, part)
    return None


def _both(word: str) -> tuple[str, str]:
    """Return a word with plain letters, and with those that German writes for marks."""
    forms = sorted(spellings(word), key=len)
    return forms[0], forms[-1]


def words_of_firms(named: Iterator[tuple[str, str]]) -> Counter[str]:
    """Return how often each word, as it is written, stands in an employer's name."""
    return Counter(
        word
        for company, _ in named
        for word in _WORD.findall(company)
        if word.isalpha() and len(word) > 1
    )


def spelled_otherwise(words: Mapping[str, int]) -> dict[str, str]:
    """Return the words that an address spells otherwise than names do: baeckerei, gmbh, nhs."""
    forms: dict[str, Counter[str]] = {}
    for word, count in words.items():
        for form in spellings(word):
            forms.setdefault(form, Counter())[word] += count
    found = {}
    for form, ways in forms.items():
        best, count = max(ways.items(), key=lambda way: (way[1], way[0]))
        is_other = best != form.capitalize() and not best.islower()
        if is_other and len(form) > 1 and count >= _MOST_ALIKE * ways.total():
            found[form] = best
    return found


def fit(pairs: Sequence[Pair], *, words: Mapping[str, int]) -> dict[str, int]:
    """Return the weight of each sign of a seam; few of them, as each has its price.

    Of a pair's own words only those count as known that other employers have, too.
    """
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for form in spellings(word):
            counts[form] += count
    towns = town_names()
    rows: list[list[str]] = []
    is_seam: list[bool] = []
    for pair in pairs:
        own = {*pair.words, pair.label}
        alone = {word for word in own if counts[word] <= 1}
        known = Known(counts.keys() - alone, towns)
        rows += signs_of_seams(pair.label, known=known)
        cuts = np.cumsum([len(word) for word in pair.words])[:-1]
        is_seam += [at in cuts for at in range(1, len(pair.label))]
    return _fitted(rows, is_seam)


def _fitted(rows: Sequence[Sequence[str]], is_seam: Sequence[bool]) -> dict[str, int]:
    known = Counter(sign for row in rows for sign in row)
    signs = sorted(sign for sign, count in known.items() if count >= _FEWEST)
    place = {sign: at for at, sign in enumerate(signs)}
    found = [[place[sign] for sign in row if sign in place] for row in rows]
    starts = np.cumsum([0, *map(len, found)])
    ones = np.ones(starts[-1])
    matrix = csr_matrix(
        (ones, [at for row in found for at in row], starts),
        shape=(len(rows), len(signs)),
    )
    signed = np.where(np.array(is_seam), 1.0, -1.0)

    def loss(both: np.ndarray) -> tuple[float, np.ndarray]:
        """Return the loss of weights as two halves that are never below nothing."""
        bias, more, less = both[0], both[1 : len(signs) + 1], both[len(signs) + 1 :]
        margin = signed * (matrix @ (more - less) + bias)
        gap = -signed / (1 + np.exp(np.clip(margin, -50, 50)))
        slope = matrix.T @ gap
        value = np.logaddexp(0, -margin).sum() + (more.sum() + less.sum()) / _FIRMNESS
        firm = 1 / _FIRMNESS
        return float(value), np.concatenate([[gap.sum()], firm + slope, firm - slope])

    bounds = [(None, None)] + [(0, None)] * (2 * len(signs))
    start = np.zeros(2 * len(signs) + 1)
    options = {"maxiter": 400, "maxfun": 500}
    best = minimize(
        loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options=options
    ).x
    weights = best[1 : len(signs) + 1] - best[len(signs) + 1 :]
    kept = {sign: round(FINE * w) for sign, w in zip(signs, weights, strict=True)}
    return {"": round(FINE * best[0]), **{s: w for s, w in kept.items() if w}}


def _as_before(label: str) -> tuple[str, ...]:
    name = parted_label(label) or name_of_label(label)
    return tuple(min(spellings(word), key=len) for word in name.split())


def show() -> None:
    """Print how many labels by other hands are parted as the employer is written."""
    pairs = pairs_of(measured())
    learned = {pair.label for pair in pairs_of(employers())}
    new = [pair for pair in pairs if pair.label not in learned]
    for title, some in (("all", pairs), ("not learned from", new)):
        right = sum(label_words(pair.label) == pair.words for pair in some)
        ends = sum(_as_before(pair.label) == pair.words for pair in some)
        seams = sum(len(label_words(p.label)) > len(p.words) for p in some)
        print(
            f"{title}: {len(some)} labels, {right / len(some):.3f} as written "
            f"(by known endings {ends / len(some):.3f}), {seams} parted too often"
        )


def main() -> None:
    """Fit and write the model, or show what it does."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.training.label_parts", description=__doc__
    )
    parser.add_argument("--show", action="store_true", help="measure, write nothing")
    if not parser.parse_args().show:
        words = words_of_firms(employers())
        head = {
            "made_from": made_from(),
            "weights": fit(pairs_of(employers()), words=words),
            "spelled": spelled_otherwise(words),
            "words": "\n".join(sorted({f for word in words for f in spellings(word)})),
        }
        TARGET.write_bytes(packed(head, weights=b""))
        print(f"{len(head['weights'])} weights, {TARGET.stat().st_size:,} bytes")
    show()


if __name__ == "__main__":
    main()
