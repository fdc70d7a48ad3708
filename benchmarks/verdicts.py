"""Measure how well the rules read hiring mail that nobody wrote for them.

Run: python -m benchmarks.verdicts --wrong
The mails in `benchmarks/verdicts/` are invented, and were written apart from the rules:
read the figures, never a mail, when a rule is changed. `tricky/` was chosen to mislead,
`everyday/` is what people are sent, `unseen/` the same by another hand, measured once when
all was done; `misleading/` is ordinary mail in the tone of hiring mail, and nothing else;
`ordinary/` is what else lies in the mailbox of somebody who looks for work, as it comes;
`mailbox/` is hiring and ordinary mail together, plain, by one more hand, and read once;
`corporate/` the same as tracking systems and offices write, read to compare three voices;
`later/`, `latest/` and `fresh/` are a year's mailbox by two hands each, who wrote when all before was done;
`newest/` and `last/` are mailboxes by two more each, half of their noes in somebody's own words;
`broad/`, `offhand/` and `unsaid/` are noes and invitations by the way, of employers of every kind;
`typical/` is what people are sent by systems, offices and small employers, noes above all, and
`ongoing/` what goes on: talks, papers, tests of employers of every kind, by one hand more each;
`inferred/` is noes that no usual phrase says, and what only sounds like them, read once;
`short/` is short notes of people in ten languages, many above quoted mail;
`outspoken/` is noes of every kind, most in somebody's own words, and their neighbours;
`offbeat/` is short mail of small employers and persons, and what comes after a no, by one more hand each;
`household/` is a year's ordinary mail by one more hand, `nearby/` the same in words near to hiring;
`lengthy/` is full-length mail with links, small print, next steps and quotes, by one more hand each;
`truthful/` is mail of every kind true to life, by one more hand each; there "ambiguous" is what else comes of hiring;
`once/`, `kept/` and `apart/` are mail of every kind by one more hand each, with nothing mended by them;
`alone/` is a year of one mailbox by one more hand each, of which four mails were looked at after it was read;
`yearly/` is a year of one mailbox by one more hand each, read once before its English employers were looked at;
`lately/` is a year of several people's mail by one more hand each; what English undecided mail it had was mended after it was read;
`since/` is the same by one more hand each, of which a German invitation, an undecided mail and some employers were mended after it was read;
`beside/` is mail of every kind by one more hand each, half of its noes in small employers' own words, with nothing mended by it;
`languages/` has a few mails of each smaller language.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.gate import might_be_hiring
from onward.mail.rules.read import read_message
from onward.mail.rules.types import NOT_HIRING, Address, Message, Reading, Verdict
from onward.mail.rules.verdicts.classify import classify

FOLDER = Path(__file__).with_name("verdicts")

FACTS = ("company", "role", "requisition", "system")

GROUPS: Mapping[str, frozenset[Verdict]] = {
    "confirmation": frozenset({Verdict.CONFIRMATION}),
    "rejection": frozenset({Verdict.REJECTION}),
    "interview": frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT}),
    "other": NOT_HIRING,
}
"""What the macro-F1 is taken over; the rarer verdicts are too few for a figure."""

_ADDRESS = re.compile(r"^(?P<name>.*?)\s*<(?P<address>[^<>]+)>$")
_LEGAL_FORM = re.compile(
    r"\b(?:gmbh|mbh|ag|se|kg|kgaa|ohg|ug|ev|inc|llc|llp|ltd|limited|plc|corp|co|the)\b"
)
_GENDER_MARK = re.compile(r"\(\s*\w\s*/\s*\w(?:\s*/\s*\w)?\s*\)|\(all genders\)")
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Case:
    """One mail, and what a careful person reads in it.

    Attributes:
        facts: Company, role, requisition and system; empty where the mail has none.
    """

    key: str
    message: Message
    language: str
    verdict: Verdict
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Result:
    """A mail and what the rules read in it."""

    case: Case
    reading: Reading

    @property
    def expected(self) -> Verdict:
        return self.case.verdict

    @property
    def found(self) -> Verdict:
        return self.reading.verdict


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean, in 0..1, over `mails` mails."""

    precision: float
    recall: float
    mails: int

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Floor:
    """One line that the figures of a language may not cross.

    Attributes:
        limit: Lowest value allowed, or the highest one where `is_ceiling`.
    """

    title: str
    value: float
    limit: float
    is_ceiling: bool = False

    @property
    def holds(self) -> bool:
        if self.is_ceiling:
            return self.value <= self.limit
        return self.value >= self.limit


def load_cases(path: Path) -> list[Case]:
    """Return the mails of one file, one JSON object a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_case(json.loads(line)) for line in lines if line.strip()]


def _case(record: Mapping[str, Any]) -> Case:
    return Case(
        key=record["id"],
        message=Message(
            key=record["id"],
            message_id=f"{record['id']}@verdicts.example",
            sent_at=None,
            sender=_sender(record["from"]),
            subject=record["subject"],
            text=record["text"].strip(),
            headers={
                name.lower(): value for name, value in record.get("headers", {}).items()
            },
        ),
        language=record["language"],
        verdict=Verdict(record["verdict"]),
        facts={fact: record.get(fact, "") for fact in FACTS},
    )


def _sender(written: str) -> Address:
    if match := _ADDRESS.match(written):
        return Address(name=match["name"], address=match["address"].lower())
    return Address(address=written.strip().lower())


def score(results: Sequence[Result], *, verdicts: Iterable[Verdict]) -> Score:
    """Return how well these verdicts, taken as one, were found."""
    wanted = frozenset(verdicts)
    expected = sum(result.expected in wanted for result in results)
    found = sum(result.found in wanted for result in results)
    both = sum(
        result.expected in wanted and result.found in wanted for result in results
    )
    return Score(
        precision=_share(both, found), recall=_share(both, expected), mails=expected
    )


def share_read_as(
    results: Sequence[Result], *, expected: Verdict, is_read_as: Callable[..., bool]
) -> float:
    """Return the share of the mails of one verdict that were taken for another."""
    mails = [result for result in results if result.expected is expected]
    return _share(sum(is_read_as(result.found) for result in mails), len(mails))


def macro_f1(results: Sequence[Result]) -> float:
    """Return the mean F1 of the four groups that people look for."""
    scores = [score(results, verdicts=group).f1 for group in GROUPS.values()]
    return sum(scores) / len(scores)


def floors(results: Sequence[Result], *, language: str) -> list[Floor]:
    """Return the lines below which a change of the rules is a step back.

    A set of ordinary mail alone has only those of ordinary mail.
    """
    rejection = score(results, verdicts={Verdict.REJECTION})
    lowest = 0.97 if language == "en" else 0.95
    receipts = share_read_as(
        results,
        expected=Verdict.CONFIRMATION,
        is_read_as=lambda found: found is Verdict.REJECTION,
    )
    ordinary = share_read_as(results, expected=Verdict.OTHER, is_read_as=_is_hiring)
    alerts = share_read_as(results, expected=Verdict.JOB_ALERT, is_read_as=_is_hiring)
    of_ordinary = [
        Floor("ordinary mail read as hiring", ordinary, 0.002, is_ceiling=True),
        Floor("job alerts read as hiring", alerts, 0.02, is_ceiling=True),
    ]
    if not rejection.mails:
        return of_ordinary
    return [
        Floor("rejection precision", rejection.precision, lowest),
        Floor("rejection recall", rejection.recall, lowest),
        Floor("macro-F1 of four groups", macro_f1(results), 0.92),
        Floor("receipts read as rejections", receipts, 0.01, is_ceiling=True),
        *of_ordinary,
    ]


def _is_hiring(verdict: Verdict) -> bool:
    return verdict not in NOT_HIRING


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def fact_score(results: Sequence[Result], *, fact: str) -> tuple[int, int, int]:
    """Return how many mails carry a fact, were read right, and were read without it."""
    carrying = [result for result in results if result.case.facts[fact]]
    right = sum(_is_same(result, fact=fact) for result in carrying)
    empty = sum(not getattr(result.reading, fact) for result in carrying)
    return len(carrying), right, empty


def _is_same(result: Result, *, fact: str) -> bool:
    found = str(getattr(result.reading, fact))
    return folded(found) == folded(result.case.facts[fact])


def folded(name: str) -> str:
    """Return a name without what two people write differently: case, form, marks."""
    text = _GENDER_MARK.sub(" ", name.casefold())
    text = _NOT_WORD.sub(" ", text.replace(".", ""))
    return " ".join(_LEGAL_FORM.sub(" ", text).split())


def print_language(results: Sequence[Result], *, language: str) -> None:
    """Print every table of one language."""
    print(f"\n## {language}: {len(results)} mails\n")
    _print_confusion(results)
    print("\nverdict               precision  recall     F1  mails")
    for verdict in Verdict:
        _print_score(score(results, verdicts={verdict}), title=verdict.value)
    for title, group in GROUPS.items():
        _print_score(score(results, verdicts=group), title=f"[{title}]")
    for title, part in _by_carrier(results).items():
        _print_score(score(part, verdicts={Verdict.REJECTION}), title=title)
    print("\nfact         mails  right  none given")
    for fact in FACTS:
        mails, right, empty = fact_score(results, fact=fact)
        print(f"{fact:<12} {mails:>5}  {_share(right, mails):.3f}  {empty:>10}")
    print()
    for floor in floors(results, language=language):
        sign = "<=" if floor.is_ceiling else ">="
        mark = "holds" if floor.holds else "BROKEN"
        print(f"{floor.title:<30} {floor.value:.3f} {sign} {floor.limit:.3f}  {mark}")


def print_voices(cases: Sequence[Case], *, language: str) -> None:
    """Print what the rules alone, and both voices together, come to."""
    read = {"rules": _by_rules, "both": read_as_whole}
    figures = {}
    for title, reader in read.items():
        results = [Result(case=case, reading=reader(case.message)) for case in cases]
        right = _share(sum(x.found is x.expected for x in results), len(results))
        doubtful = sum(x.found is Verdict.AMBIGUOUS for x in results)
        figures[title] = [
            ("read right", right),
            ("left to the person", _share(doubtful, len(results))),
            *(
                (floor.title, floor.value)
                for floor in floors(results, language=language)
            ),
        ]
        print(f"\n{language}, {title}:")
        _print_confusion(results)
    print(f"\n{language:<30}", *(title.rjust(7) for title in figures))
    for row in zip(*figures.values(), strict=True):
        print(f"{row[0][0]:<30}", *(f"{value:7.3f}" for _, value in row))


def _by_rules(message: Message) -> Reading:
    first = classify(message, system=carrier(message).shown_name)
    return Reading(verdict=first.verdict, confidence=first.confidence)


def read_as_whole(message: Message) -> Reading:
    """Return what Onward makes of a mail, the gate before the reading included."""
    host = message.sender.domain
    if might_be_hiring(message.subject, message.text, host=host):
        return read_message(message)
    return Reading(verdict=Verdict.OTHER, confidence=0.9)


def _by_carrier(results: Sequence[Result]) -> dict[str, list[Result]]:
    """Return the mails apart: form letters come from systems, own words from people."""
    by_system: list[Result] = []
    directly: list[Result] = []
    for result in results:
        is_carried = carrier(result.case.message).shown_name
        (by_system if is_carried else directly).append(result)
    return {"rejection, by system": by_system, "rejection, directly": directly}


def _print_confusion(results: Sequence[Result]) -> None:
    pairs = Counter((result.expected, result.found) for result in results)
    columns = list(Verdict)
    print(
        "is / read as".ljust(20), *(verdict.value[:6].rjust(6) for verdict in columns)
    )
    for expected in columns:
        counts = (pairs[expected, found] for found in columns)
        cells = (f"{count or '.':>6}" for count in counts)
        print(expected.value.ljust(20), *cells)


def _print_score(measured: Score, *, title: str) -> None:
    print(
        f"{title:<22}    {measured.precision:.3f}   {measured.recall:.3f}"
        f"  {measured.f1:.3f}  {measured.mails:>5}"
    )


def print_wrong(results: Iterable[Result]) -> None:
    """Print a line for each mail that was read differently, with the deciding words."""
    for result in results:
        if result.found is not result.expected:
            words = "; ".join(because.words for because in result.reading.because)
            print(
                f"{result.case.key}  {result.expected} read as {result.found}"
                f"  {result.case.message.subject!r}  because: {words!r}"
            )
        for fact in FACTS if _is_hiring(result.found) else ():
            wanted = result.case.facts[fact]
            if wanted and not _is_same(result, fact=fact):
                found = getattr(result.reading, fact)
                print(f"{result.case.key}  {fact} {wanted!r} read as {found!r}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read every mail, print what came of it, and return the exit code."""
    options = _options(arguments)
    are_held = True
    for path in sorted(options.folder.rglob("*.jsonl")):
        results = [
            Result(case=case, reading=read_as_whole(case.message))
            for case in load_cases(path)
        ]
        print(f"\n# {path.parent.name}")
        print_language(results, language=path.stem)
        if options.voices:
            cases = [result.case for result in results]
            print_voices(cases, language=path.stem)
        if options.wrong:
            print()
            print_wrong(results)
        held = [floor.holds for floor in floors(results, language=path.stem)]
        are_held = are_held and all(held)
    return 1 if options.check and not are_held else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.verdicts", description=__doc__
    )
    parser.add_argument(
        "--wrong", action="store_true", help="list each mail read wrong"
    )
    parser.add_argument(
        "--voices", action="store_true", help="tell the rules and the voice apart"
    )
    parser.add_argument(
        "--check", action="store_true", help="end with 1 where a floor is broken"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        default=FOLDER,
        help="where <language>.jsonl files lie, e.g. benchmarks/verdicts/everyday",
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
