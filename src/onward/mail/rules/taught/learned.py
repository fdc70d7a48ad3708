"""What the person taught: a mail like one that they corrected is read as they said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.names import name_words
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.taught.shapes import (
    Shape,
    Wording,
    shape_of,
    speaks,
    subjects_of,
    wording_of,
)
from onward.mail.rules.types import (
    NOT_HIRING,
    Because,
    Meaning,
    Message,
    Reading,
    Verdict,
)

RULE = "learned"
"""What `Because.rule` begins with where the person's own word decided."""

WHERE = "example"
"""What `Because.where` is then: the words stand in no text."""

LEAST_WORDS = 4
"""Fewer words of the writer's own do not tell one mail from another."""

LEAST_WORDS_ANYWHERE = 8
"""From this many on, the very same wording counts whoever sent it."""

_NEEDLES = 6
_SURE_OF_SENDER = 0.93
_SURE_ANYWHERE = 0.88
_MORE_FOR_EACH = 0.02
_SUREST = 0.97
_OPEN = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """One mail whose meaning the person said.

    Attributes:
        said_on: The day on which they said so.
        address: Who had sent it; `domain` is what stands behind its @.
        needles: Words that a mail of this wording holds; a quick way to see that it is not.
    """

    id: str
    meaning: Meaning
    said_on: date
    address: str
    domain: str
    system: str
    template: str
    kindred: str
    subject: str
    kindred_subject: str
    words: int
    needles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson:
    """What examples say of one mail.

    Attributes:
        reading: The mail as it is read now; its verdict is AMBIGUOUS where `meaning` has no
            verdict of its own.
        examples: Ids of those that it goes by, the latest first.
    """

    meaning: Meaning
    reading: Reading
    examples: tuple[str, ...]


def sender_key(*, address: str, domain: str) -> str:
    """Return what stands for a sender: the domain, or the address at a free provider."""
    return address if domain in name_words().free_mail else domain


def needles_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the longest words of the lines of a shape, to be looked for in a text."""
    words = {word for line in lines for word in line.split()}
    # Other letters might be written in two ways, and a word that no rule listens for
    # might be a name.
    plain = [w for w in words if w.isascii() and w.isalpha() and speaks(w)]
    return tuple(sorted(plain, key=lambda word: (-len(word), word))[:_NEEDLES])


class Lessons:
    """All examples of a person, ready for many mails; asking costs next to nothing.

    A mail is alike where all of its words are those of the example, but for the facts
    of an application, numbers, dates and links; from the same sender or system also but
    for names that nobody found. So one example never speaks for a mail that says more,
    less or something else.
    """

    def __init__(self, examples: Iterable[Example] = ()) -> None:
        self._by_subject: dict[str, list[Example]] = {}
        self._by_sender: dict[str, list[Example]] = {}
        for example in examples:
            if example.words >= LEAST_WORDS:
                self._add(example)

    def _add(self, example: Example) -> None:
        for subject in {example.subject, example.kindred_subject}:
            self._by_subject.setdefault(subject, []).append(example)
        for sender in _senders(example):
            self._by_sender.setdefault(sender, []).append(example)

    def __bool__(self) -> bool:
        return bool(self._by_subject)

    def lesson(self, message: Message, reading: Reading) -> Lesson | None:
        """Return what the examples say of a mail that was read; None where they are silent.

        They are silent, too, where they say what the reading says already. Mail that is
        not about hiring is looked at only from a sender or system that an example has.
        """
        if not self._by_subject:
            return None
        wording = wording_of(message, reading)
        if reading.verdict in NOT_HIRING:
            known = (self._by_sender.get(sender, ()) for sender in _senders(wording))
            if not _holding_needles(chain.from_iterable(known), wording=wording):
                return None
            reading = with_facts(reading, message)
            wording = wording_of(message, reading)
        found = self.like(wording)
        if not found:
            return None
        is_near = any(has_same_sender(each, wording=wording) for each in found)
        return taught(reading, examples=found, is_near=is_near)

    def like(self, wording: Wording) -> list[Example]:
        """Return the examples that a mail is like, the latest first."""
        known = (self._by_subject.get(x, ()) for x in set(subjects_of(wording)))
        likely = _holding_needles(chain.from_iterable(known), wording=wording)
        shape = shape_of(wording) if likely else None
        if shape is None:
            return []
        found = {
            example.id: example
            for example in likely
            if is_alike(example, wording=wording, shape=shape)
        }
        return sorted(found.values(), key=lambda x: (x.said_on, x.id), reverse=True)


def _holding_needles(examples: Iterable[Example], *, wording: Wording) -> list[Example]:
    """Return the examples of which the longest words all stand in a mail."""
    low = ""
    found = []
    for example in examples:
        low = low or f"{wording.subject}\n{wording.text}".lower()
        if all(needle in low for needle in example.needles):
            found.append(example)
    return found


def _senders(one: Example | Wording) -> tuple[str, ...]:
    """Return what stands for the sender, and for the system where there is one."""
    sender = sender_key(address=one.address, domain=one.domain)
    return (sender, f"system:{one.system}") if one.system else (sender,)


def is_alike(example: Example, *, wording: Wording, shape: Shape) -> bool:
    """Say whether a mail is so like an example that what was said of one goes for both."""
    if min(shape.words, example.words) < LEAST_WORDS:
        return False
    if has_same_sender(example, wording=wording):
        is_kindred = bool(shape.kindred) and shape.kindred == example.kindred
        return is_kindred or shape.template == example.template
    is_long = min(shape.words, example.words) >= LEAST_WORDS_ANYWHERE
    return is_long and shape.template == example.template


def has_same_sender(example: Example, *, wording: Wording) -> bool:
    """Say whether a mail came from the sender or through the system of an example."""
    return not (set(_senders(wording)) - {""}).isdisjoint(_senders(example))


def with_facts(reading: Reading, message: Message) -> Reading:
    """Return the reading of ordinary mail with the facts that hiring mail would have."""
    system = carrier(message)
    facts = extract_facts(message, system=system)
    return replace(
        reading,
        company=facts.company,
        role=facts.role,
        requisition=facts.requisition,
        contact=facts.contact,
        accepts_replies=facts.accepts_replies,
    )


def taught(
    reading: Reading, *, examples: Sequence[Example], is_near: bool
) -> Lesson | None:
    """Return the lesson of examples that a mail is like, or None where it changes nothing.

    Args:
        examples: The latest first. Where they contradict each other a person decides:
            the mail is AMBIGUOUS.
        is_near: One of them came from the same sender or system.
    """
    meanings = {example.meaning for example in examples}
    meaning = examples[0].meaning if len(meanings) == 1 else Meaning.AMBIGUOUS
    is_ordinary = reading.verdict in NOT_HIRING and meaning is Meaning.OTHER
    if is_ordinary or meaning.value == reading.verdict.value:
        return None
    is_verdict = meaning.value in set(Verdict)
    return Lesson(
        meaning=meaning,
        reading=replace(
            reading,
            verdict=Verdict(meaning.value) if is_verdict else Verdict.AMBIGUOUS,
            confidence=_confidence(examples, meaning=meaning, is_near=is_near),
            because=tuple(_because(each) for each in _told(examples)),
        ),
        examples=tuple(example.id for example in examples),
    )


def _told(examples: Sequence[Example]) -> list[Example]:
    """Return the latest example of each meaning: those that a person is told of."""
    latest: dict[Meaning, Example] = {}
    for example in examples:
        latest.setdefault(example.meaning, example)
    return list(latest.values())


def _because(example: Example) -> Because:
    words = f"you said so of a mail like this on {example.said_on.isoformat()}"
    return Because(f"{RULE}:{example.id}", words, WHERE, 0, 0)


def _confidence(
    examples: Sequence[Example], *, meaning: Meaning, is_near: bool
) -> float:
    """Return how sure examples make; each further one that agrees makes a little surer."""
    if meaning is Meaning.AMBIGUOUS:
        return _OPEN
    first = _SURE_OF_SENDER if is_near else _SURE_ANYWHERE
    return round(min(first + _MORE_FOR_EACH * (len(examples) - 1), _SUREST), 2)
