"""Measure how well adverts are read and compared with résumés, and how many read-outs a second.

Run: python -m benchmarks.matching
The pairs in `tests/fixtures/matching/` are invented, and their truth was marked before any rule
read them. What each part scored when it was first read is in `docs/decisions/`.
"""

from __future__ import annotations

import argparse
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.text import fold
from onward.matching.rules.types import Decision, Kind, Meaning, Need, Status
from onward.matching.rules.vocabulary import Vocabulary, build, own_vocabulary
from onward.matching.rules.words import content_words

FOLDER = Path(__file__).parents[1] / "tests" / "fixtures" / "matching"
TODAY = date(2026, 6, 1)
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Truth:
    """One requirement as a careful person marks it."""

    words: str
    kind: Kind
    need: Need
    status: Status
    start: int


@dataclass(frozen=True, slots=True)
class Pair:
    """An advert, a résumé, and what is true of them."""

    key: str
    occupation: str
    language: str
    is_held_out: bool
    advert: str
    resume: str
    truth: tuple[Truth, ...]


@dataclass
class Tally:
    """What was right, over some pairs; rates are fractions in 0..1."""

    marked: int = 0
    read: int = 0
    matched: int = 0
    right_need: int = 0
    right_presence: int = 0
    right_status: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Part of the marked requirements that was read."""
        return self.matched / self.marked if self.marked else 0.0

    @property
    def precision(self) -> float:
        """Part of the read requirements that is marked."""
        return self.matched / self.read if self.read else 0.0

    @property
    def decisions(self) -> float:
        """Part of the matched ones rightly called there or missing."""
        return self.right_presence / self.matched if self.matched else 0.0

    @property
    def needs(self) -> float:
        """Part of the matched ones rightly called must, nice or task."""
        return self.right_need / self.matched if self.matched else 0.0

    @property
    def statuses(self) -> float:
        """Part of the matched ones rightly called found, said otherwise or missing."""
        return self.right_status / self.matched if self.matched else 0.0


Reader = Callable[[Pair], list[Decision]]


def load_pairs(*, held_out: bool | None = None) -> list[Pair]:
    """Return the pairs, all of them or only those that are (not) held out."""
    found = [_pair(path) for path in sorted(FOLDER.glob("*.toml"))]
    return [p for p in found if held_out is None or p.is_held_out is held_out]


def _pair(path: Path) -> Pair:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    advert, used, truth = data["advert"], 0, []
    for words, kind, need, status in data["truth"]:
        # The next place, so that what stands among duties and requirements is told apart.
        start = advert.find(words, used)
        start = start if start >= 0 else advert.index(words)
        used = start
        truth.append(Truth(words, Kind(kind), Need(need), Status(status), start))
    return Pair(
        path.stem,
        data["occupation"],
        data["language"],
        data["held_out"],
        advert,
        data["resume"],
        tuple(truth),
    )


def read_out(
    pair: Pair,
    *,
    meaning: Meaning | None = None,
    vocabulary: Vocabulary | None = None,
) -> list[Decision]:
    """Return the read-out of a pair by the rules."""
    return compare(
        read_advert(pair.advert, vocabulary=vocabulary),
        resume_text=pair.resume,
        today=TODAY,
        meaning=meaning,
        vocabulary=vocabulary,
    )


def keyword_floor(pair: Pair) -> list[Decision]:
    """Return what plain keyword look-up makes of a pair: each word of the vocabulary, or not."""
    from onward.matching.rules.types import Requirement

    vocabulary = own_vocabulary()
    resume = fold(pair.resume)
    found = []
    for mention in vocabulary.mentions(pair.advert):
        words = pair.advert[mention.start : mention.end]
        asked = Requirement(
            Kind.SKILL,
            Need.MUST,
            words,
            mention.start,
            mention.end,
            words,
            (mention.term,),
        )
        is_there = fold(words) in resume
        found.append(Decision(asked, Status.FOUND if is_there else Status.MISSING))
    return found


def is_same(truth: Truth, decision: Decision) -> bool:
    """Say whether a read requirement is the marked one: their places meet in the same words."""
    asked = decision.requirement
    meets = asked.start < truth.start + len(truth.words) and truth.start < asked.end
    # What the advert says twice may be read at the other place.
    if not meets and fold(asked.words) not in fold(truth.words):
        return False
    marked = set(content_words(truth.words)) or {fold(truth.words)}
    read = set(content_words(asked.words)) or {fold(asked.words)}
    return len(marked & read) / min(len(marked), len(read)) >= _OVERLAP and (
        len(marked & read) / max(len(marked), len(read)) >= _OVERLAP / 2
    )


def tally(pairs: Iterable[Pair], *, reader: Reader) -> Tally:
    """Return what a reader got right; each marked requirement is matched at most once."""
    result = Tally()
    for pair in pairs:
        _count(result, pair=pair, decided=reader(pair))
    return result


def _count(result: Tally, *, pair: Pair, decided: Sequence[Decision]) -> None:
    left = list(decided)
    result.marked += len(pair.truth)
    result.read += len(decided)
    for truth in pair.truth:
        same = [decision for decision in left if is_same(truth, decision)]
        if not same:
            result.wrong.append(f"{pair.key}: not read: {truth.words}")
            continue
        best = max(same, key=lambda d: len(fold(d.requirement.words)))
        left.remove(best)
        result.matched += 1
        _judge(result, pair=pair, truth=truth, decision=best)
    result.wrong += [
        f"{pair.key}: not asked: {one.requirement.words} [{one.requirement.need}]"
        for one in left
    ]


def _judge(result: Tally, *, pair: Pair, truth: Truth, decision: Decision) -> None:
    is_there = truth.status is not Status.MISSING
    result.right_status += decision.status is truth.status
    if is_there == (decision.status is not Status.MISSING):
        result.right_presence += 1
    else:
        said = decision.places[0].quote if decision.places else ""
        result.wrong.append(
            f"{pair.key}: {truth.words}: {truth.status}, read {decision.status} {said!r}"
        )
    if decision.requirement.need is truth.need:
        result.right_need += 1
    else:
        result.wrong.append(
            f"{pair.key}: {truth.words}: {truth.need}, read {decision.requirement.need}"
        )


def per_second(pairs: Sequence[Pair], *, reader: Reader, seconds: float = 3.0) -> float:
    """Return how many read-outs a second one process makes, over at least `seconds`."""
    for pair in pairs[:5]:
        reader(pair)
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < seconds:
        for pair in pairs:
            reader(pair)
        done += len(pairs)
    return done / (time.perf_counter() - start)


def main() -> None:
    """Print the figures by occupation, beside keyword look-up, and the speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what was wrong")
    parser.add_argument(
        "--held-out", action="store_true", help="only the held-out third"
    )
    parser.add_argument("--all", action="store_true", help="all pairs")
    parser.add_argument(
        "--meaning", default="best", help="best, lexical, static, model"
    )
    parser.add_argument(
        "--no-vocabulary", action="store_true", help="the advert's own phrases alone"
    )
    options = parser.parse_args()
    meaning = _meaning(options.meaning)
    vocabulary = build([]) if options.no_vocabulary else None
    pairs = load_pairs(held_out=None if options.all else options.held_out)

    def reader(pair: Pair) -> list[Decision]:
        return read_out(pair, meaning=meaning, vocabulary=vocabulary)

    print(f"{len(pairs)} pairs, meaning: {meaning.name if meaning else 'none'}")
    print(
        f"{'':12} recall precision decisions needs statuses  (floor: recall precision)"
    )
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.occupation].append(pair)
    for pair in pairs:
        groups[f"({pair.language})"].append(pair)
    for name, members in (*groups.items(), ("all", pairs)):
        got = tally(members, reader=reader)
        floor = tally(members, reader=keyword_floor)
        print(
            f"{name:12} {got.recall:.3f}  {got.precision:.3f}     {got.decisions:.3f}     "
            f"{got.needs:.3f} {got.statuses:.3f}     {floor.recall:.3f} {floor.precision:.3f}"
            f" {floor.decisions:.3f}"
        )
    if options.wrong:
        print("\n".join(tally(pairs, reader=reader).wrong))
    print(f"read-outs a second: {per_second(pairs, reader=reader):.0f}")


def _meaning(name: str) -> Meaning | None:
    if name == "none":
        return None
    from onward.matching.meaning import load_meaning

    return load_meaning(None if name == "best" else name)


if __name__ == "__main__":
    main()
