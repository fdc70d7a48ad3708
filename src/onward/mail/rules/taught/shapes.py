"""The shape of a mail's wording: what is left when names, numbers and links are taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from itertools import chain

from onward.mail.rules.basics.language import language_files, text_words
from onward.mail.rules.basics.sentences import split_sentences
from onward.mail.rules.basics.tables import ROOM, tables
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.types import Message, Reading

_VERSION = "4"

MOST_CHARS = 8_000
"""A longer mail has no shape: to know that two are alike they are read to their end."""

GAP = "…"
_NUMBER = "0"
_LINK = "‹link›"
_LINKS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@[\w-]+(?:\.[\w-]+)+")
_GENDER = re.compile(r"\(\s*(?:(?:all|genders|gn|div|[mwfdxi])[\s/|,*.]*){1,6}\)", re.I)
_TOKEN = re.compile(
    r"…|‹link›|(?=[^\W_]*\d)[^\W_]+(?:[.,:/-][^\W_]+)*|[^\W\d_]+(?:['-][^\W\d_]+)*|[?!]"
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_MARKERS = re.compile(r"^\s*(?:(?:re|aw|wg|fwd?|antwort|sv|tr|rv)\s*:\s*)+", re.I)
_LEAST_NAME = 3
_LONGEST_GREETING = 6
_SIGNS = ("--", "__", "---")
_MOST_NAMES = 0.25
_LEAST_INSIDE = 6
_LONGEST_ENDING = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """A mail as far as its likeness to another goes.

    Attributes:
        domain: What stands behind the @ of the sender.
        sender_name: The name that is shown for it.
        system: Applicant tracking system or job board that carried it, "" if none.
        names: Company, role, number and people that were found in it, as written.
        language: Code of its language, or "".
        method: METHOD of its calendar part, "" without one.
    """

    subject: str
    text: str
    address: str = ""
    domain: str = ""
    sender_name: str = ""
    system: str = ""
    names: tuple[str, ...] = ()
    language: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """The wording of a mail in two degrees, each as a digest.

    Attributes:
        template: Equal for the very same wording around the facts that were found.
        kindred: Equal also where names that nobody found differ; "" where so much of a
            mail is names that this would say little.
        subject: The subject as the template has it; `kindred_subject` as `kindred` has it.
        sentences: The subject and the sentences that `template` is made of, as tokens.
        words: How many words of it are the writer's and no fact.
    """

    template: str
    kindred: str
    subject: str
    kindred_subject: str
    sentences: tuple[tuple[str, ...], ...]
    words: int

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the wording for people to read."""
        return tuple(filter(None, (" ".join(_gapped(x)) for x in self.sentences)))


@cache
def shapes_mark() -> str:
    """Return what shapes depend on beside the mail: with another mark they are made anew."""
    source = ROOM.joinpath("words", "shapes.toml").read_bytes()
    words = "|".join((_VERSION, *sorted(_spoken()), *sorted(_closings())))
    return blake2b(source + words.encode(), digest_size=16).hexdigest()


def wording_of(message: Message, reading: Reading) -> Wording:
    """Return the wording of a mail that was read."""
    return Wording(
        subject=message.subject.replace("\0", ""),
        text=message.text.replace("\0", ""),
        address=message.sender.address,
        domain=message.sender.domain,
        sender_name=message.sender.name,
        system=reading.system,
        names=(
            reading.company,
            reading.role,
            reading.requisition,
            reading.contact.name,
            message.sender.name,
        ),
        language=reading.language,
        method=message.calendar.get("METHOD", "").upper(),
    )


def subjects_of(wording: Wording) -> tuple[str, str]:
    """Return the subject as `Shape.subject` and `Shape.kindred_subject` have it; quick."""
    tokens = _subject_tokens(wording)
    return " ".join(_gapped(tokens)), " ".join(_gapped(_nameless(tokens, wording)))


def shape_of(wording: Wording) -> Shape | None:
    """Return the shape of a mail, or None for one that is too long to be compared whole.

    Left out are greetings and the names under the closing words. Numbers, dates and links
    become signs, and the facts that were found become gaps.
    """
    if len(wording.text) > MOST_CHARS:
        return None
    subject = _subject_tokens(wording)
    sentences = list(_told_sentences(wording))
    body = list(chain.from_iterable(sentences))
    loose = list(chain.from_iterable(_nameless(part, wording) for part in sentences))
    plain = _gapped(body)
    subjects = (
        " ".join(_gapped(subject)),
        " ".join(_gapped(_nameless(subject, wording))),
    )
    words = sum(token[:1].isalpha() for token in (*subject, *plain))
    is_told = loose.count(GAP) - body.count(GAP) <= words * _MOST_NAMES
    kindred = _digest(wording.method, subjects[1], _gapped(loose)) if is_told else ""
    return Shape(
        template=_digest(wording.method, subjects[0], plain),
        kindred=kindred,
        subject=subjects[0],
        kindred_subject=subjects[1],
        sentences=(tuple(subject), *map(tuple, sentences)),
        words=words,
    )


def _digest(method: str, subject: str, body: list[str]) -> str:
    # One text, not sentence by sentence: where lines are wrapped says nothing.
    text = "\n".join((method, subject, " ".join(body)))
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _subject_tokens(wording: Wording) -> list[str]:
    return _tokens(_MARKERS.sub("", fold(wording.subject)), wording)


def _told_sentences(wording: Wording) -> Iterator[list[str]]:
    """Yield the sentences of a mail as tokens, without its greeting and who signed it.

    What it quotes is told, too: "see below" may stand above a no or an offer.
    """
    text = wording.text
    is_first, is_closed = True, False
    for start, end in split_sentences(text, spans=[(0, len(text))]):
        sentence = " ".join(fold(text[start:end]).split())
        is_greeting = is_first and _is_greeting(sentence)
        is_first = False
        if is_greeting:
            continue
        if _closes(sentence):
            is_closed = True
            continue
        tokens = _tokens(sentence, wording)
        # A postscript has a full stop; a line without one may be "Status: declined".
        is_name = is_closed and not sentence.endswith((".", "!", "?"))
        if not (is_name and not _says_something(" ".join(tokens))):
            yield tokens


def _is_greeting(sentence: str) -> bool:
    """Say whether a sentence only greets somebody by name."""
    words = sentence.split()
    if len(words) > _LONGEST_GREETING or not sentence.endswith(","):
        return False
    low = lower(sentence)
    found = [x for x in _list("greetings") if low.startswith((f"{x} ", f"{x},"))]
    return bool(found) and not _says_something(low[len(max(found, key=len)) :])


def _closes(sentence: str) -> bool:
    """Say whether a sentence is closing words, alone or with the name of who signs."""
    head, _comma, rest = sentence.partition(",")
    words = lower(head).rstrip(" .!-")
    is_closing = words in _closings() or sentence in _SIGNS
    return is_closing and not _says_something(rest)


def _says_something(text: str) -> bool:
    """Say whether any word of a text means something to the rules."""
    return any(speaks(lower(word)) for word in _WORD.findall(text))


@cache
def _closings() -> frozenset[str]:
    return frozenset(fact_words("closings"))


@cache
def _list(name: str) -> tuple[str, ...]:
    words = tables("shapes")[name].replace("\n", "").split("|")
    return tuple(dict.fromkeys(word.strip() for word in words if word.strip()))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_list(name))


def _tokens(sentence: str, wording: Wording) -> list[str]:
    """Return the words of a sentence as written, with signs for what always differs."""
    written = _TOKEN.findall(_GENDER.sub(" ", _LINKS.sub(_LINK, sentence)))
    names = _names(wording.names)
    tokens: list[str] = []
    index = 0
    while index < len(written):
        length = names.length_at(written, index)
        token = written[index]
        if length:
            token = GAP
        elif any(map(str.isdigit, token)):
            token = _NUMBER
        tokens.append(token)
        index += max(length, 1)
    return _without_dates(tokens, language=wording.language)


def _without_dates(tokens: list[str], *, language: str) -> list[str]:
    """Return the tokens with days and dates as one number each."""
    months, weekdays = _set("months"), _set("weekdays")
    if language == "it":
        # "Mai" is "never" there, and no month.
        months -= _set("turning")
    out: list[str] = []
    for index, token in enumerate(tokens):
        low = token.lower()
        if low in weekdays or (low in months and _is_beside_number(tokens, index)):
            token = _NUMBER
        if not (token == _NUMBER and out and out[-1] == _NUMBER):
            out.append(token)
    return out


def _is_beside_number(tokens: Sequence[str], index: int) -> bool:
    return _NUMBER in tokens[max(0, index - 1) : index + 2]


@dataclass(frozen=True, slots=True)
class _Names:
    """The facts of one mail: as phrases by their first word, and as single words."""

    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    words: frozenset[str]

    def length_at(self, written: Sequence[str], index: int) -> int:
        """Return how many words from here on are a name; 0 where none begins."""
        for phrase in self.phrases.get(written[index].lower(), ()):
            part = written[index : index + len(phrase)]
            if tuple(map(str.lower, part)) == phrase:
                return len(phrase)
        return int(written[index] in self.words)


@lru_cache(maxsize=256)
def _names(names: tuple[str, ...]) -> _Names:
    """Return the facts ready to be found: each whole, and by those of its words that name.

    Those are the ones with a capital that no rule listens for.
    """
    phrases: dict[str, list[tuple[str, ...]]] = {}
    words: set[str] = set()
    for name in names:
        parts = _TOKEN.findall(_GENDER.sub(" ", fold(name)))
        # "Declined" can be mistaken for a role; where it stands decides what a mail is.
        is_name = is_role_like(name) or any(not speaks(x.lower()) for x in parts)
        # What was taken for a name and holds a "not" may be half a sentence.
        is_name = is_name and _set("turning").isdisjoint(map(str.lower, parts))
        if sum(map(len, parts)) < _LEAST_NAME or not is_name:
            continue
        phrases.setdefault(parts[0].lower(), []).append(tuple(map(str.lower, parts)))
        words.update(
            part
            for part in parts
            if len(part) >= _LEAST_NAME
            and part[0].isupper()
            and not speaks(part.lower())
        )
    longest_first = {
        first: tuple(sorted(set(known), key=len, reverse=True))
        for first, known in phrases.items()
    }
    return _Names(longest_first, frozenset(words))


def _nameless(tokens: list[str], wording: Wording) -> list[str]:
    """Return the tokens with gaps for words that can only be names.

    Only what has a capital in the middle of a sentence, follows a word such as "at" or
    "for", and is no word that any rule knows. A capital alone may be a decision
    ("is now Declined"), and in German every noun has one.
    """
    capitals = sum(token[:1].isupper() for token in tokens)
    is_shouted = capitals * 2 > len(tokens)
    if wording.language in {"", "de"} or is_shouted:
        return tokens
    out = list(tokens[:1])
    before = _set("before_names")
    is_after = bool(tokens) and tokens[0].lower() in before
    for token in tokens[1:]:
        is_name = is_after and token[:1].isupper() and not speaks(token.lower())
        out.append(GAP if is_name else token)
        is_after = is_name or token == GAP or token.lower() in before
    return out


def _gapped(tokens: Sequence[str]) -> list[str]:
    """Return the tokens in lower case, with one gap where several stand together."""
    out: list[str] = []
    for token in tokens:
        if not (token == GAP and out and out[-1] == GAP):
            out.append(token.lower())
    return out


@cache
def _spoken() -> frozenset[str]:
    """Return the words of all rules of all languages as their files have them.

    Names of work are left out: they are what most titles are made of. The rules
    themselves are not asked, since building every language would take far longer.
    """
    words = set(text_words("marks")) | _set("turning")
    for data in language_files():
        for part in (data["classes"], data["rules"], data["voids"]):
            words.update(_WORD.findall(lower(repr(part))))
    return frozenset(words - set(fact_words("role_words")))


@cache
def _inside() -> Callable[[str], bool]:
    return first_word_finder(
        sorted(text for text in _spoken() if len(text) >= _LEAST_INSIDE)
    )


@lru_cache(maxsize=8192)
def speaks(word: str) -> bool:
    """Say whether a word in lower case means something to the rules: it is no mere name.

    It does where it is one of their words, with an ending or without, or holds a long one.
    """
    spoken = _spoken()
    shortest = max(4, len(word) - _LONGEST_ENDING)
    is_begun = any(word[:length] in spoken for length in range(shortest, len(word)))
    return word in spoken or is_begun or _inside()(word)
