"""What single sentences of a mail say: one signal for each rule that holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from onward.mail.rules.language import count_marks, languages_in, text_words
from onward.mail.rules.lexicon import Language, Pattern, Rule, language
from onward.mail.rules.sentences import split_sentences
from onward.mail.rules.text import Folded, Span, folded, strip_quoted
from onward.mail.rules.titles import title_words
from onward.mail.rules.types import Message, Verdict
from onward.mail.rules.words import Hit, word_finder

READ_CHARS = 6_000
"""Where reading a body stops: 99 of 100 noes are said before character 500."""

_BUT = "but|however|aber|jedoch"
_QUOTE = re.compile(r'(?<!\w)"(?=\w)(?:[^"]{14,39}[.!?]|[^"]{40,900})"(?!\w)')
_PLAIN_MARKS = 6
_FEW_MARKS = 2
_CONTEXT, _TITLE, _ENDING = 1, 2, 4
_DECISIONS = frozenset({Verdict.REJECTION, Verdict.POSITION_CLOSED})


@dataclass(frozen=True, slots=True)
class Signal:
    """One rule that holds, and where: offsets into the subject or text as given."""

    rule: Rule
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Step:
    """One pattern of a rule with the bits that its words set when they occur."""

    rule: Rule
    pattern: Pattern
    mask: int


@dataclass(frozen=True, slots=True)
class Scan:
    """One text after one pass over it.

    Attributes:
        hits: Every place of a word that some rule or the context knows.
        known: The numbers of those words.
        mask: The bits of all of them.
        context: The context words found, each once, with their points.
        titles: The words of job titles found.
    """

    plain: Folded
    hits: list[Hit]
    known: frozenset[int]
    mask: int
    context: dict[str, int]
    titles: frozenset[str] = frozenset()


def _context_words(
    known: Iterable[Language],
) -> tuple[dict[str, int], frozenset[str]]:
    """Return the points of all context words, and those that are whole words (`cv$`)."""
    points = {word: each for x in known for word, each in x.context.items()}
    whole = frozenset(word[:-1] for word in points if word.endswith("$"))
    return {word.removesuffix("$"): each for word, each in points.items()}, whole


class Engine:
    """The rules of some languages behind one automaton of all their words."""

    def __init__(self, known: Iterable[Language]) -> None:
        self.languages = tuple(known)
        self._groups: dict[frozenset[str], int] = {}
        self._rules = {rule.name: rule for x in self.languages for rule in x.rules}
        self._language = {x.code: x for x in self.languages}
        self._context, self._whole = _context_words(self.languages)
        self._steps = [
            _Step(rule, pattern, self._mask(pattern))
            for rule in self._rules.values()
            for pattern in rule.patterns
        ]
        self._step_masks = tuple(step.mask for step in self._steps)
        self._word_masks: dict[str, int] = dict.fromkeys(self._context, 0)
        for group, bit in self._groups.items():
            for word in group:
                self._word_masks[word] = self._word_masks.get(word, 0) | bit
        titles, endings = title_words()
        for word in (*titles, *endings):
            self._word_masks.setdefault(word, 0)
        self._words = tuple(self._word_masks)
        self._masks = tuple(self._word_masks.values())
        self._steps_of = self._steps_by_word()
        self._points = tuple(self._context.get(word, 0) for word in self._words)
        self._kinds = tuple(
            _CONTEXT * bool(points)
            | _TITLE * (word in titles)
            | _ENDING * (word in endings)
            for word, points in zip(self._words, self._points, strict=True)
        )

    def _steps_by_word(self) -> tuple[tuple[int, ...], ...]:
        """Return for each word the steps of whose rarest words it is one."""
        steps: dict[str, list[int]] = {word: [] for word in self._words}
        for number, step in enumerate(self._steps):
            for word in step.pattern.literals[0]:
                steps[word].append(number)
        return tuple(tuple(steps[word]) for word in self._words)

    def _mask(self, pattern: Pattern) -> int:
        mask = 0
        for group in pattern.literals:
            mask |= self._groups.setdefault(group, 1 << len(self._groups))
        return mask

    @cached_property
    def _find(self) -> Callable[[str], list[Hit]]:
        return word_finder(self._words)

    def scan(self, text: str) -> Scan:
        """Return the text with the words that the rules know, in one pass."""
        plain = folded(text[:READ_CHARS])
        low = plain.text.replace("\n", " ")
        hits = self._find(low)
        known = frozenset([index for index, _, _ in hits])
        mask = 0
        for index in known:
            mask |= self._masks[index]
        context, titles = self._surroundings(low, hits=hits)
        return Scan(plain, hits, known, mask, context, titles)

    def _surroundings(
        self, low: str, *, hits: Iterable[Hit]
    ) -> tuple[dict[str, int], frozenset[str]]:
        """Return the context words of a text, and its words of job titles."""
        context: dict[str, int] = {}
        titles: set[str] = set()
        kinds = self._kinds
        for index, start, end in hits:
            kind = kinds[index]
            if not kind:
                continue
            word = self._words[index]
            is_compound = low[start - 1 : start].isalnum()
            is_whole = not low[end : end + 1].isalnum()
            is_meant = is_whole or word not in self._whole
            if kind & _CONTEXT and is_meant and not is_compound:
                context[word] = self._points[index]
            if is_whole and kind & (_ENDING if is_compound else _TITLE):
                titles.add(word)
        return context, frozenset(titles)

    def is_story(self, scan: Scan) -> bool:
        """Say whether somebody who looks for work tells of it ("they rejected me")."""
        own = strip_quoted(scan.plain.text)
        return any(
            x.story.search(scan.plain.text, start, end)
            for x in self.languages
            for start, end in own
        )

    def signals(
        self,
        scan: Scan,
        *,
        text: str,
        where: str,
        points: int,
        is_quoting: bool = False,
    ) -> list[Signal]:
        """Return what the sentences of a scanned text say, in the order of the text.

        Args:
            text: What was scanned.
            where: "subject" or "body".
            points: Points of hiring context around it.
            is_quoting: What stands in quotation marks is said by somebody else.
        """
        steps = self._possible(scan, where=where, points=points)
        if not steps:
            return []
        cased = text[:READ_CHARS]
        if scan.plain.origin:
            cased = "".join(cased[index] for index in scan.plain.origin[:-1])
        whole = [(0, len(cased))] if where == "subject" else None
        spans = list(split_sentences(cased, spans=whole))
        found: list[Signal] = []
        for span, mask in self._masked(spans, hits=scan.hits):
            here = [step for step in steps if step.mask & mask == step.mask]
            if here:
                found += self._read(here, plain=scan.plain, span=span, where=where)
        return _unquoted(found, scan=scan) if is_quoting and found else found

    def _possible(self, scan: Scan, *, where: str, points: int) -> list[_Step]:
        """Return the steps whose words and whose points of context are all there."""
        numbers: set[int] = set()
        for index in scan.known:
            numbers.update(self._steps_of[index])
        mask, steps, masks = scan.mask, self._steps, self._step_masks
        possible = [
            step
            for step in (
                steps[number]
                for number in sorted(numbers)
                if masks[number] & mask == masks[number]
            )
            if step.rule.needs <= points and step.rule.where in ("any", where)
        ]
        if not possible:
            return []
        spoken = self._spoken(scan.plain.text)
        return [step for step in possible if step.rule.language in spoken]

    def _spoken(self, text: str) -> set[str]:
        """Return the languages that a text may hold a sentence of.

        One common word more or less says nothing, so a language is left out only where
        another one is plain and it has next to none itself.
        """
        counts = count_marks(text)
        known = {code: counts.get(code, 0) for code in self._language}
        plain = max(known.values()) >= _PLAIN_MARKS
        return {code for code, n in known.items() if n >= _FEW_MARKS or not plain}

    def _masked(self, spans: list[Span], *, hits: list[Hit]) -> list[tuple[Span, int]]:
        """Return each span that holds a known word, with the bits of its words."""
        starts = [start for start, _ in spans]
        masks = [0] * len(spans)
        for index, start, _ in hits:
            at = bisect_right(starts, start) - 1
            if at >= 0 and start < spans[at][1]:
                masks[at] |= self._masks[index]
        return [(span, mask) for span, mask in zip(spans, masks, strict=True) if mask]

    def _read(
        self, steps: list[_Step], *, plain: Folded, span: Span, where: str
    ) -> list[Signal]:
        sentence = plain.text[span[0] : span[1]]
        found: dict[str, Signal] = {}
        for step in steps:
            rule = step.rule
            if rule.name in found:
                continue
            match = self._first_standing(step, sentence=sentence)
            if match is None:
                continue
            start, end = plain.span(span[0] + match.start(), span[0] + match.end())
            found[rule.name] = Signal(rule, where, start, end)
        return list(found.values())

    def _first_standing(self, step: _Step, *, sentence: str) -> re.Match[str] | None:
        """Return the first match that nothing in its sentence voids."""
        language = self._language[step.rule.language]
        for match in step.pattern.regex.finditer(sentence):
            if not _is_void(match, rule=step.rule, language=language):
                return match
        return None


def _unquoted(signals: list[Signal], *, scan: Scan) -> list[Signal]:
    """Return the signals that do not stand in quotation marks."""
    quotes = [
        scan.plain.span(found.start(), found.end())
        for found in _QUOTE.finditer(scan.plain.text)
    ]
    return [
        signal
        for signal in signals
        if not any(start < signal.end and signal.start < end for start, end in quotes)
    ]


def _is_void(match: re.Match[str], *, rule: Rule, language: Language) -> bool:
    sentence = match.string
    if any(pattern.regex.search(sentence) for pattern in rule.unless):
        return True
    if rule.verdict in _DECISIONS:
        if sentence.rstrip().endswith("?"):
            return True
        if any(pattern.regex.search(sentence) for pattern in language.general):
            return True
    return rule.is_conditional and is_conditional(match, language=language)


def is_conditional(match: re.Match[str], *, language: Language) -> bool:
    """Say whether the words stand under a condition rather than for a fact.

    1. A condition among them, or before them in the same clause, governs them.
    2. A condition before them in a clause of its own governs them when it speaks of the
       outcome ("if you are not selected, …"), not when it is a courtesy ("if you agree, …").
    3. A condition directly after them governs them ("… until we have your papers").
    4. So does one that only the order of words tells ("Hören Sie nichts, …").
    """
    sentence = match.string
    inverted = language.inverted.match(sentence)
    if inverted and "," in sentence[inverted.end() : match.start()]:
        return True
    for marker in language.conditional.finditer(sentence, 0, match.end()):
        if marker.start() >= match.start():
            return True
        between = sentence[marker.end() : match.start()]
        comma = between.find(",")
        if comma < 0 or language.outcome.search(between, 0, comma):
            return True
    after = language.unmet.search(sentence, match.end())
    if after is None:
        return False
    between = sentence[match.end() : after.start()].strip().removesuffix(",")
    return not _clause_break().search(between)


@cache
def _clause_break() -> re.Pattern[str]:
    but = "|".join((_BUT, *text_words("but")))
    return re.compile(rf"[,;:]|\s-+\s|\b(?:{but})\b")


def turns_elsewhere(words: str, *, code: str) -> bool:
    """Say whether words lead from one thing to another ("instead", "another role")."""
    return bool(language(code).instead.search(folded(words).text))


def turns_back(words: str, *, code: str) -> bool:
    """Say whether words take a decline back ("after all", "has since left")."""
    return bool(language(code).reversal.search(folded(words).text))


@cache
def engine(*known: str) -> Engine:
    """Return the engine of some languages, built once in the life of the process.

    Args:
        known: Codes, in alphabetical order; none for those that every mail is read in.
    """
    return Engine(language(code) for code in known or languages_in({"en": 0}))


def engine_for(message: Message) -> Engine:
    """Return the engine that reads a mail: of its own language beside the usual ones."""
    low = f"{message.subject}\n{message.text[:READ_CHARS]}".lower()
    return engine(*languages_in(count_marks(low)))
