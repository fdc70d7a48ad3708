"""What the person taught: a mail like one that they corrected is read as they said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.taught.nearness import Telling, is_nearly, telling_of
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

_LIKE = "like this"
_NEARLY = "in nearly the same words"


@dataclass(frozen=True, slots=True)
class Example:
    """One mail whose meaning the person said.

    Attributes:
        said_on: The day on which they said so.
        address: Who had sent it; `domain` is what stands behind its @.
        needles: Words that a mail of this wording holds; a quick way to see that it is not.
        read_as: What reading had made of it; `lines` is its wording, for what is nearly so.
        sender_name: The name that was shown; `method` as `Wording` has it.
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
    read_as: str = ""
    lines: tuple[str, ...] = ()
    sender_name: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The examples that a mail is like, the latest first.

    Attributes:
        is_nearly: Its wording is not theirs, but nearly.
    """

    examples: Sequence[Example] = ()
    is_nearly: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """What examples say of one mail.

    Attributes:
        reading: The mail as it is read now; its verdict is AMBIGUOUS where `meaning` has no
            verdict of its own.
        examples: Ids of those that it goes by, the latest first.
        is_nearly: The wording of the mail is nearly theirs.
    """

    meaning: Meaning
    reading: Reading
    examples: tuple[str, ...]
    is_nearly: bool = False


def sender_key(*, address: str, domain: str) -> str:
    """Return what stands for a sender: the domain, or the address at a free provider."""
    return address if is_free_mail(domain) else domain


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
        self._by_address: dict[str, list[Example]] = {}
        self._tellings: dict[str, Telling] = {}
        for example in examples:
            if example.words >= LEAST_WORDS:
                self._add(example)

    def _add(self, example: Example) -> None:
        for subject in {example.subject, example.kindred_subject}:
            self._by_subject.setdefault(subject, []).append(example)
        for sender in _senders(example):
            self._by_sender.setdefault(sender, []).append(example)
        if example.address and example.lines:
            self._by_address.setdefault(example.address, []).append(example)

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
        found = self.like(wording, read_as=reading.verdict.value)
        return taught(reading, found, wording=wording)

    def like(self, wording: Wording, *, read_as: str) -> Likeness:
        """Return the examples that a mail is like; nearly so only where none is wholly.

        Args:
            read_as: What reading made of the mail.
        """
        known = (self._by_subject.get(x, ()) for x in set(subjects_of(wording)))
        likely = _holding_needles(chain.from_iterable(known), wording=wording)
        kin = _holding_needles(
            (
                each
                for each in self._by_address.get(wording.address, ())
                if is_kin(each, wording=wording, read_as=read_as)
            ),
            wording=wording,
        )
        shape = shape_of(wording) if likely or kin else None
        if shape is None:
            return Likeness()
        found = [x for x in likely if is_alike(x, wording=wording, shape=shape)]
        if found:
            return Likeness(_latest_first(found))
        telling = telling_of(shape.lines)
        near = [x for x in kin if is_nearly(self._telling(x), telling)]
        return Likeness(_latest_first(near), is_nearly=True)

    def _telling(self, example: Example) -> Telling:
        if example.id not in self._tellings:
            self._tellings[example.id] = telling_of(example.lines)
        return self._tellings[example.id]


def _latest_first(examples: Iterable[Example]) -> list[Example]:
    once = {example.id: example for example in examples}
    return sorted(once.values(), key=lambda x: (x.said_on, x.id), reverse=True)


def is_kin(example: Example, *, wording: Wording, read_as: str) -> bool:
    """Say whether nearly the same wording would do: the same sender, and read the same.

    Many employers write from the address of one system or board; there the name that is
    shown tells them apart.
    """
    is_shared = bool(example.system or wording.system)
    return (
        example.address == wording.address != ""
        and (example.system, example.method) == (wording.system, wording.method)
        and example.read_as == read_as
        and not (is_shared and not wording.sender_name)
        and not (is_shared and example.sender_name != wording.sender_name)
    )


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


def taught(reading: Reading, found: Likeness, *, wording: Wording) -> Lesson | None:
    """Return the lesson of examples that a mail is like, or None where it changes nothing.

    Where they contradict each other about the very wording of the mail a person decides:
    it is AMBIGUOUS. About nearly its wording they then say nothing.
    """
    meanings = {example.meaning for example in found.examples}
    if not meanings or (found.is_nearly and len(meanings) > 1):
        return None
    meaning = found.examples[0].meaning if len(meanings) == 1 else Meaning.AMBIGUOUS
    is_ordinary = reading.verdict in NOT_HIRING and meaning is Meaning.OTHER
    if is_ordinary or meaning.value == reading.verdict.value:
        return None
    is_verdict = meaning.value in set(Verdict)
    words = _NEARLY if found.is_nearly else _LIKE
    return Lesson(
        meaning=meaning,
        reading=replace(
            reading,
            verdict=Verdict(meaning.value) if is_verdict else Verdict.AMBIGUOUS,
            confidence=_confidence(found, meaning=meaning, wording=wording),
            because=tuple(_because(x, words=words) for x in _told(found.examples)),
        ),
        examples=tuple(example.id for example in found.examples),
        is_nearly=found.is_nearly,
    )


def _told(examples: Sequence[Example]) -> list[Example]:
    """Return the latest example of each meaning: those that a person is told of."""
    latest: dict[Meaning, Example] = {}
    for example in examples:
        latest.setdefault(example.meaning, example)
    return list(latest.values())


def _because(example: Example, *, words: str) -> Because:
    said = f"you said so of a mail {words} on {example.said_on.isoformat()}"
    return Because(f"{RULE}:{example.id}", said, WHERE, 0, 0)


def _confidence(found: Likeness, *, meaning: Meaning, wording: Wording) -> float:
    """Return how sure examples make; each further one that agrees makes a little surer."""
    if meaning is Meaning.AMBIGUOUS:
        return _OPEN
    is_of_sender = any(has_same_sender(x, wording=wording) for x in found.examples)
    is_sure = is_of_sender and not found.is_nearly
    first = _SURE_OF_SENDER if is_sure else _SURE_ANYWHERE
    return round(min(first + _MORE_FOR_EACH * (len(found.examples) - 1), _SUREST), 2)
