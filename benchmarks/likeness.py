"""Measure which mails an example speaks for: of its own wording, and of nothing else.

Run: python -m benchmarks.likeness
The same wording: each written mail in which a company or a role is found is sent again about
another role at another company; how many of these are known as alike. Another wording: in
each composed mail one sentence is replaced by two that do different things (a decline, an
invitation, …); how often both are taken for alike, which must not happen.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from benchmarks.training.grammar import Grammar, grammars
from benchmarks.training.letters import Composer
from benchmarks.training.rows import all_lines
from benchmarks.training.written import written
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.read import read_message
from onward.mail.rules.taught.learned import with_facts
from onward.mail.rules.taught.shapes import Shape, shape_of, wording_of
from onward.mail.rules.types import NOT_HIRING, Message

_COMPANIES = ("Brightwater", "Quillmoor GmbH", "Farrowby & Sons", "Oakmere Ltd")
_ROLES = {
    "en": ("Night Porter", "Data Analyst", "Senior Software Engineer", "Head Gardener"),
    "de": ("Nachtportier (m/w/d)", "Sachbearbeiter Einkauf", "Pflegefachkraft"),
}
_DECIDING = (
    *("decline", "invite", "offer", "assess"),
    *("closed", "receipt", "request"),
)


def shape(message: Message) -> Shape | None:
    """Return the shape of a mail after it was read, whatever it was read as."""
    reading = read_message(message)
    if reading.verdict in NOT_HIRING:
        reading = with_facts(reading, message)
    return shape_of(wording_of(message, reading))


def is_alike(one: Message, other: Message) -> bool:
    """Say whether an example made of one mail speaks for the other, from the same sender."""
    first, second = shape(one), shape(other)
    if first is None or second is None:
        return False
    is_kindred = bool(first.kindred) and first.kindred == second.kindred
    return is_kindred or first.template == second.template


def sent_again(
    language: str, chance: random.Random
) -> Iterator[tuple[Message, Message]]:
    """Yield written hiring mails, and the same about another role at another company."""
    for letter in written(language):
        message = letter.message
        reading = read_message(message)
        swaps = {
            reading.company: chance.choice(_COMPANIES),
            reading.role: chance.choice(_ROLES[language]),
        }
        again = message
        for found, other in swaps.items():
            if found:
                again = replace(
                    again,
                    subject=again.subject.replace(found, other),
                    text=again.text.replace(found, other),
                )
        if letter.verdict not in NOT_HIRING and again != message:
            yield message, again


def turned(
    grammar: Grammar, chance: random.Random, *, count: int
) -> Iterator[tuple[Message, Message]]:
    """Yield composed mails in two versions: one sentence of each does another thing."""
    composer = Composer(grammar, chance=chance, folds=None)
    lines = defaultdict(list)
    for line, intent in all_lines(grammar):
        lines[intent].append(line)
    for letter in composer.letters(count=count):
        message = letter.message
        spans = list(own_sentences(message.text))
        if not spans:
            continue
        start, end = chance.choice(spans)
        intents = chance.sample([x for x in _DECIDING if lines[x]], 2)
        one, other = (composer.open(chance.choice(lines[x]).text) for x in intents)
        before, after = message.text[:start], message.text[end:]
        if one.strip().lower() != other.strip().lower():
            yield (
                replace(message, text=before + one + after),
                replace(message, text=before + other + after),
            )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both shares for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1500)
    options = parser.parse_args(arguments)
    for grammar in [each for each in grammars() if each.composes]:
        code = grammar.code
        same = [is_alike(*pair) for pair in sent_again(code, random.Random(3))]
        pairs = turned(grammar, random.Random(5), count=options.count)
        other = [is_alike(*pair) for pair in pairs]
        print(
            f"{code}: sent again and known {sum(same):,} of {len(same):,} "
            f"({sum(same) / len(same):.0%}); turned and taken for alike "
            f"{sum(other):,} of {len(other):,}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
