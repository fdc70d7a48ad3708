"""Measure what the person's own examples cost when mail is read.

Run: python -m benchmarks.learned --megabytes 50
A mailbox is read to its verdicts, and the examples are asked of each mail; the time that
this takes is set beside the whole. Half of the examples are made of the mailbox's own
hiring mail, so that senders, subjects and wordings are met again; the others are the
evaluation mails of `benchmarks/verdicts/tricky`. The median of several rounds is shown.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.mailbox import VERSION, write_mailbox
from benchmarks.verdicts import load_cases
from onward.mail.problems import Problem
from onward.mail.rules.read import read_message
from onward.mail.rules.taught.learned import Example, Lessons, needles_of
from onward.mail.rules.taught.shapes import shape_of, wording_of
from onward.mail.rules.types import NOT_HIRING, Meaning, Message, Reading
from onward.mail.scan import read_mail
from onward.mail.sources import open_sources

_EVALUATION = Path(__file__).parent / "verdicts" / "tricky" / "en.jsonl"
_FOLDER = Path(tempfile.gettempdir()) / "onward-benchmark"


@dataclass(frozen=True, slots=True)
class Round:
    """One reading of the mailbox.

    Attributes:
        seconds: What all of it took of the processor; `asking` what the examples took of it.
        lessons: How many messages were read otherwise because of an example.
    """

    seconds: float
    asking: float
    read: int
    lessons: int

    @property
    def share(self) -> float:
        """What the examples add to reading without them, as a fraction."""
        return self.asking / (self.seconds - self.asking)


def messages(mailbox: Path) -> Iterator[Message | None]:
    """Yield what the gate lets in, and None for everything else."""
    for source in open_sources([mailbox]).sources:
        for item in read_mail(source.read(position=0)):
            if not isinstance(item, Problem):
                yield item.message


def read(mailbox: Path, lessons: Lessons) -> Round:
    """Read the mailbox to its verdicts and ask the examples of each."""
    started = time.process_time()
    read = taught = 0
    asking = 0.0
    for message in messages(mailbox):
        read += 1
        if message is not None:
            reading = read_message(message)
            asked = time.process_time()
            taught += lessons.lesson(message, reading) is not None
            asking += time.process_time() - asked
    return Round(time.process_time() - started, asking, read, taught)


def examples(mailbox: Path, *, count: int) -> list[Example]:
    """Return examples of the mailbox's own hiring mail, of different wording if it can be."""
    found: dict[str, Example] = {}
    spare: list[Example] = []
    for message in messages(mailbox):
        if len(found) == count or len(spare) > 50 * count:
            break
        if message is None or message.is_sent:
            continue
        reading = read_message(message)
        if reading.verdict not in NOT_HIRING:
            example = _example(message, reading, number=len(found) + len(spare))
            if example.template in found:
                spare.append(example)
            found.setdefault(example.template, example)
    return [*found.values(), *spare][:count]


def others(*, count: int) -> list[Example]:
    """Return examples of the evaluation mails, which the mailbox does not hold."""
    found: dict[str, Example] = {}
    for case in load_cases(_EVALUATION):
        message = case.message
        example = _example(message, read_message(message), number=100_000 + len(found))
        if example.words:
            found.setdefault(example.template, example)
        if len(found) == count:
            break
    return list(found.values())


def _example(message: Message, reading: Reading, *, number: int) -> Example:
    shape = shape_of(wording_of(message, reading))
    return Example(
        id=str(number),
        meaning=Meaning.REPLY,
        said_on=date(2026, 11, 20),
        address=message.sender.address,
        domain=message.sender.domain,
        system=reading.system,
        template=shape.template if shape else "",
        kindred=shape.kindred if shape else "",
        subject=shape.subject if shape else "",
        kindred_subject=shape.kindred_subject if shape else "",
        words=shape.words if shape else 0,
        needles=needles_of(shape.lines) if shape else (),
        read_as=reading.verdict.value,
        lines=shape.lines if shape else (),
        sender_name=message.sender.name,
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the cost with and without examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--examples", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    _FOLDER.mkdir(exist_ok=True)
    mailbox = _FOLDER / f"sample-{VERSION}-{options.megabytes}.mbox"
    if not mailbox.exists():
        write_mailbox(mailbox, megabytes=options.megabytes)
    own = examples(mailbox, count=options.examples // 2)
    made = [*own, *others(count=options.examples - len(own))]
    plain = [read(mailbox, Lessons()) for _ in range(options.rounds)]
    taught = [read(mailbox, Lessons(made)) for _ in range(options.rounds)]
    one = taught[0]
    print(
        f"{one.read:,} messages; {len(made)} examples, {len(own)} of them of this "
        f"mailbox; {one.lessons:,} messages read otherwise"
    )
    for title, rounds in (("without examples", plain), ("with examples", taught)):
        seconds = statistics.median(each.seconds for each in rounds)
        share = statistics.median(each.share for each in rounds)
        print(f"{title:<17} {seconds:6.2f} CPU s, of which asking adds {share:.2%}")


if __name__ == "__main__":
    main(sys.argv[1:])
