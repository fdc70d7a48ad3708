"""Measure which mails an example speaks for: of its own wording, and of nothing else.

Run: python -m benchmarks.likeness
The same wording: each written mail in which a company or a role is found is sent again about
another role at another company; how many of these are known as alike. Another wording: in
each composed mail one sentence is replaced by two that do different things (a decline, an
invitation, …), the sentence that decided a written mail by one that decided another, and a
"not" or its kin is put in or taken out; how often both are taken for alike, which must not
happen.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from benchmarks.training.grammar import Grammar, grammars
from benchmarks.training.letters import Composer
from benchmarks.training.rows import all_lines
from benchmarks.training.written import written
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.read import read_message
from onward.mail.rules.taught.learned import with_facts
from onward.mail.rules.taught.nearness import is_nearly, telling_of
from onward.mail.rules.taught.shapes import Shape, shape_of, wording_of
from onward.mail.rules.types import NOT_HIRING, Message

_COMPANIES = ("Brightwater", "Quillmoor GmbH", "Farrowby & Sons", "Oakmere Ltd")
_ROLES = {
    "en": ("Night Porter", "Data Analyst", "Senior Software Engineer", "Head Gardener"),
    "de": ("Nachtportier (m/w/d)", "Sachbearbeiter Einkauf", "Pflegefachkraft"),
}
_DECIDING = (
    *("decline", "invite", "offer", "assess"),
    *("closed", "receipt", "request", "hypothetical"),
)
_TURNING = {
    "en": "not|no longer|unfortunately|never|hardly|if|unless|nobody|someone else|no",
    "de": "nicht|kein|leider|nie|kaum|falls|nicht mehr|niemand|bedauerlicherweise|keine",
    "fr": "pas|ne|malheureusement|jamais|si|plus|aucun|hélas|sans|personne",
    "es": "no|nunca|lamentablemente|si|tampoco|ya no|ningún|nadie|sin|apenas",
    "it": "non|purtroppo|mai|se|nessuno|più|senza|neanche",
    "nl": "niet|geen|helaas|nooit|als|niemand|niet meer|zonder",
    "pl": "nie|niestety|nigdy|jeśli|nikt|bez|już nie|żaden",
    "pt": "não|infelizmente|nunca|se|ninguém|nenhum|sem|já não",
    "sv": "inte|tyvärr|aldrig|om|ingen|utan|inte längre|inget",
    "tr": "değil|maalesef|hiç|eğer|ancak|yok|ama",
}


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


def is_near(one: Message, other: Message) -> bool:
    """Say whether the wording of two mails is nearly the same, or the same."""
    first, second = shape(one), shape(other)
    if first is None or second is None:
        return False
    near = is_nearly(telling_of(first.lines), telling_of(second.lines))
    return near or is_alike(one, other)


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


def swapped(
    language: str, chance: random.Random, *, count: int
) -> Iterator[tuple[Message, Message]]:
    """Yield written mails, and the same where the sentence that decided is of another."""
    letters = [x for x in written(language) if x.verdict not in NOT_HIRING]
    chance.shuffle(letters)
    told = [
        (letter, span)
        for letter in letters[:count]
        if (span := _deciding_sentence(letter.message))
    ]
    for _ in range(count):
        (letter, (start, end)), (other, where) = chance.sample(told, 2)
        if letter.verdict is not other.verdict:
            text = letter.message.text
            put = other.message.text[slice(*where)]
            again = f"{text[:start]}{put}{text[end:]}"
            yield letter.message, replace(letter.message, text=again)


def _deciding_sentence(message: Message) -> tuple[int, int] | None:
    marks = [x for x in read_message(message).because if x.where == "body"]
    spans = [x for x in own_sentences(message.text) if marks]
    return next((x for x in spans if x[0] <= marks[0].start < x[1]), None)


def negated(
    language: str, chance: random.Random, *, count: int
) -> Iterator[tuple[Message, Message]]:
    """Yield written mails, and the same with a "not" or its kin put in somewhere."""
    words = _TURNING[language].split("|")
    letters = [x.message for x in written(language) if x.verdict not in NOT_HIRING]
    for _ in range(count):
        message = chance.choice(letters)
        spans = list(own_sentences(message.text))
        if spans:
            # A greeting and the names of who signs are no part of a wording.
            start, end = chance.choice(spans[len(spans) > 2 :][:-1] or spans)
            gaps = [m.start() for m in re.finditer(r"\s+", message.text[start:end])]
            place = start + chance.choice(gaps or [0])
            text = message.text
            put = f"{text[:place]} {chance.choice(words)} {text[place:]}"
            yield message, replace(message, text=put)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the shares for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1500)
    options = parser.parse_args(arguments)
    count = options.count
    for grammar in grammars():
        code = grammar.code
        if code in _ROLES:
            pairs = list(sent_again(code, random.Random(3)))
            _tell(
                code, "sent again, the same", map(is_alike, *zip(*pairs, strict=True))
            )
            _tell(
                code, "sent again, nearly so", map(is_near, *zip(*pairs, strict=True))
            )
        if grammar.composes:
            told = turned(grammar, random.Random(5), count=count)
            _tell(code, "turned and nearly so", (is_near(*pair) for pair in told))
        for name, make in (("swapped", swapped), ("negated", negated)):
            told = make(code, random.Random(6), count=count)
            _tell(code, f"{name} and nearly so", (is_near(*pair) for pair in told))


def _tell(code: str, name: str, found: Iterable[bool]) -> None:
    each = list(found)
    share = sum(each) / max(1, len(each))
    print(f"{code}: {name} {sum(each):,} of {len(each):,} ({share:.0%})", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
