"""Measure what the wrapping of real mail costs: the same mails plain, and as mailboxes hold them.

Run: python -m benchmarks.verdicts_wrapped --sets mailbox everyday
Each mail of `benchmarks/verdicts/` becomes a whole message in each of the wrappings of
`benchmarks/wrapping/`, goes through the parser and the gate as in a scan, and is read.
Only figures are printed. With `--written en` the mails are those of the training
instead, whose wording may be seen: `--show` prints what is read differently.
With `--words benchmarks/wrapping/second_hand.toml` what stands around them was worded
by somebody who had not seen what the program knows of it, and has never been taught.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.training.written import written
from benchmarks.verdicts import (
    FOLDER,
    Case,
    Result,
    fact_score,
    load_cases,
    macro_f1,
    read_as_whole,
    score,
)
from benchmarks.wrapping.wraps import WRAPPINGS, Bare, wrapped
from onward.mail.parse import parse_message
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Reading, Source, Verdict
from onward.mail.scan import read_mail
from onward.mail.sources.raw import RawMessage

_SETS = ("mailbox", "corporate", "everyday", "unseen", "later", "tricky", "ordinary")
_FACTS = ("company", "role", "requisition")
_HEAD = (
    "wrapping            same verdict  no: prec. recall  macro-F1  "
    "ordinary as hiring  company  role   req.  facts same"
)


class Read(NamedTuple):
    """A mail read plain and in one wrapping."""

    plain: Result
    other: Result


def bare_of(case: Case) -> Bare:
    """Return a mail ready to be wrapped; a name around it that it bears already."""
    message = case.message
    own = f"{message.subject}\n{message.text}\n{message.sender.name}".casefold()
    company = case.facts.get("company", "")
    is_named = company and company.casefold() in own
    return Bare(
        key=case.key,
        sender=message.sender,
        subject=message.subject,
        text=message.text,
        language=case.language,
        firm=company if is_named else message.sender.name,
        verdict=case.verdict,
        is_hiring=case.verdict not in NOT_HIRING,
        headers=message.headers,
    )


def read_raw(raw: bytes) -> Reading:
    """Return what a scan makes of a raw message, the gate before the reading included."""
    item = RawMessage(Source("wrapped"), raw, len(raw), len(raw))
    for scanned in read_mail([item]):
        message = getattr(scanned, "message", None)
        if message is not None:
            return read_message(message)
    return Reading(verdict=Verdict.OTHER, confidence=0.9)


def disagreements(cases: Iterable[Case], *, wrapping: str) -> int:
    """Return how many wrapped mails the two parsers read differently."""
    raws = (wrapped(bare_of(case), wrapping=wrapping) for case in cases)
    return sum(
        parse_message(raw, parser="fast") != parse_message(raw, parser="stdlib")
        for raw in raws
    )


def read_all(
    cases: Sequence[Case], *, wrappings: Sequence[str], source: Path | None = None
) -> dict[str, list[Read]]:
    """Return every mail read plain, and beside that in each wrapping."""
    plain = [Result(case=x, reading=read_as_whole(x.message)) for x in cases]
    reads = {"plain": [Read(x, x) for x in plain]}
    for wrapping in wrappings:
        reads[wrapping] = [
            Read(x, Result(x.case, read_raw(_raw(x.case, wrapping, source))))
            for x in plain
        ]
    return reads


def _raw(case: Case, wrapping: str, source: Path | None) -> bytes:
    return wrapped(bare_of(case), wrapping=wrapping, source=source)


def print_table(reads: Mapping[str, Sequence[Read]], *, title: str) -> None:
    """Print one row for the plain mails and one for each wrapping."""
    print(f"\n## {title}: {len(reads['plain'])} mails\n{_HEAD}")
    for wrapping, part in reads.items():
        _print_row(wrapping, part)


def _print_row(title: str, reads: Sequence[Read]) -> None:
    results = [read.other for read in reads]
    same = sum(read.plain.found is read.other.found for read in reads) / len(reads)
    no = score(results, verdicts={Verdict.REJECTION})
    ordinary = [x for x in results if x.expected in NOT_HIRING]
    called = sum(x.found not in NOT_HIRING for x in ordinary)
    facts = " ".join(f"{_share(results, fact=fact):7.3f}" for fact in _FACTS)
    print(
        f"{title:<20} {same:11.4f} {no.precision:10.4f} {no.recall:7.4f} "
        f"{macro_f1(results):8.4f} {called:9} of {len(ordinary):<5} {facts} "
        f"{_facts_same(reads):10.4f}"
    )


def _share(results: Sequence[Result], *, fact: str) -> float:
    mails, right, _ = fact_score(results, fact=fact)
    return right / mails if mails else 0.0


def _facts_same(reads: Sequence[Read]) -> float:
    """Return the share of facts that were read alike, of mail taken for hiring twice."""
    both = [
        read
        for read in reads
        if read.plain.found not in NOT_HIRING and read.other.found not in NOT_HIRING
    ]
    alike = sum(
        getattr(read.plain.reading, fact) == getattr(read.other.reading, fact)
        for read in both
        for fact in _FACTS
    )
    return float(alike) / max(1, len(both) * len(_FACTS))


def written_cases(language: str, *, every: int) -> list[Case]:
    """Return mails of the training, which may be looked at; they say no facts."""
    letters = islice(written(language), 0, None, every)
    return [
        Case(
            key=f"{language}-{at}",
            message=replace(letter.message, message_id=f"{language}-{at}@x.example"),
            language=language,
            verdict=letter.verdict,
            facts=dict.fromkeys(("company", "role", "requisition", "system"), ""),
        )
        for at, letter in enumerate(letters)
    ]


def show(reads: Iterable[Read], *, wrapping: str) -> None:
    """Print each mail of the training that was read differently, and how."""
    for plain, other in reads:
        changes = [("verdict", plain.found, other.found)]
        if plain.found not in NOT_HIRING and other.found not in NOT_HIRING:
            changes += [
                (fact, getattr(plain.reading, fact), getattr(other.reading, fact))
                for fact in _FACTS
            ]
        told = [
            f"{name} {was!r} -> {now!r}" for name, was, now in changes if was != now
        ]
        if told:
            print(f"{wrapping} | {plain.case.key} | {'; '.join(told)}")


def _cases(options: argparse.Namespace) -> Iterator[tuple[str, list[Case]]]:
    if options.written:
        for language in options.written:
            yield f"written {language}", written_cases(language, every=options.every)
        return
    for name in options.sets:
        for language in ("en", "de"):
            path = FOLDER / name / f"{language}.jsonl"
            yield f"{name} {language}", load_cases(path)[:: options.every]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read every mail plain and wrapped and print what came of it."""
    options = _options(arguments)
    wrappings = options.wrappings or list(WRAPPINGS)
    together: dict[str, list[Read]] = {}
    for title, cases in _cases(options):
        if options.parsers:
            _print_disagreements(cases, title=title, wrappings=wrappings)
            continue
        reads = read_all(cases, wrappings=wrappings, source=options.words)
        print_table(reads, title=title)
        for wrapping, part in reads.items():
            together.setdefault(wrapping, []).extend(part)
            if options.written and options.show:
                show(part, wrapping=wrapping)
    if together:
        print_table(together, title="together")
    return 0


def _print_disagreements(
    cases: Sequence[Case], *, title: str, wrappings: Sequence[str]
) -> None:
    for wrapping in wrappings:
        found = disagreements(cases, wrapping=wrapping)
        print(f"{title}, {wrapping}: the parsers differ in {found} of {len(cases)}")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.verdicts_wrapped", description=__doc__
    )
    parser.add_argument("--sets", nargs="+", default=list(_SETS), choices=_SETS)
    parser.add_argument("--wrappings", nargs="+", choices=list(WRAPPINGS))
    parser.add_argument(
        "--words", type=Path, help="a file with the wrapping words of another hand"
    )
    parser.add_argument("--every", type=int, default=1, help="take one mail in so many")
    parser.add_argument(
        "--written", nargs="+", help="languages of the training's mails"
    )
    parser.add_argument(
        "--show", action="store_true", help="list what is read differently"
    )
    parser.add_argument(
        "--parsers", action="store_true", help="only count where the two parsers differ"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
