"""What single sentences of a mail say: one signal for each rule that holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain

from onward.mail.rules.basics.language import (
    GUESS_CHARS,
    HOME,
    count_marks,
    languages_in,
    text_words,
)
from onward.mail.rules.basics.sentences import own_sentences, split_sentences
from onward.mail.rules.basics.text import Folded, Span, folded, strip_quoted
from onward.mail.rules.facts.titles.words import title_words
from onward.mail.rules.types import ENDINGS, Message
from onward.mail.rules.verdicts.contrasted import is_contrasted
from onward.mail.rules.verdicts.lacking import is_lacking
from onward.mail.rules.verdicts.lexicon import Language, Rule, language
from onward.mail.rules.verdicts.patterns import Pattern
from onward.mail.rules.verdicts.vocabulary import Found, Step, Vocabulary

READ_CHARS = 6_000
"""Where reading a body stops: 99 of 100 noes are said before character 500."""

_BUT = "but|however|aber|jedoch"
_QUOTE = re.compile(r'(?<!\w)"(?=\w)(?:[^"]{14,39}[.!?]|[^"]{40,900})"(?!\w)')
_LINK = re.compile(r"https?://\S+")
_PLAIN_MARKS = 6
_FEW_MARKS = 2
_CONTEXT, _TITLE, _ENDING = 1, 2, 4
# At most three words, and nothing more on the line; what is a sentence answers no form.
_ANSWER = re.compile(r"[ \t]+[^\s?]+(?:[ \t]+[^\s?]+){0,2}(?<![.!])[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Signal:
    """One rule that holds, and where: offsets into the subject or text as given."""

    rule: Rule
    where: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scan:
    """One text after one pass over it for each vocabulary.

    Attributes:
        found: The words of each vocabulary.
        context: The context words found, each once, with their points.
        titles: The words of job titles found.
    """

    plain: Folded
    found: tuple[Found, ...]
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
    """The rules of some languages: those of every mail, and those of its own language."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self._vocabularies = tuple(vocabularies)
        known = chain.from_iterable(each.languages for each in self._vocabularies)
        self.languages = tuple(sorted(known, key=lambda language: language.code))
        self._language = {x.code: x for x in self.languages}
        points, self._whole = _context_words(self.languages)
        self._context = points
        # What a word is to its surroundings, by its number in each vocabulary.
        self._kinds = tuple(
            tuple(map(self._kind, vocabulary.words))
            for vocabulary in self._vocabularies
        )

    def _kind(self, word: str) -> int:
        titles, endings = title_words()
        is_context = bool(self._context.get(word))
        return (
            _CONTEXT * is_context
            | _TITLE * (word in titles)
            | _ENDING * (word in endings)
        )

    def scan(self, text: str) -> Scan:
        """Return the text with the words that the rules know."""
        plain = folded(text[:READ_CHARS])
        low = plain.text.replace("\n", " ")
        found = tuple(each.found_in(low) for each in self._vocabularies)
        context, titles = self._surroundings(low, found=found)
        return Scan(plain, found, context, titles)

    def _surroundings(
        self, low: str, *, found: Iterable[Found]
    ) -> tuple[dict[str, int], frozenset[str]]:
        """Return the context words of a text, and its words of job titles."""
        context: dict[str, int] = {}
        titles: set[str] = set()
        links = [x.span() for x in _LINK.finditer(low)] if "://" in low else []
        for kinds, part in zip(self._kinds, found, strict=True):
            for index, start, end in part.hits:
                kind = kinds[index]
                if not kind:
                    continue
                word = low[start:end]
                is_compound = low[start - 1 : start].isalnum()
                is_whole = not low[end : end + 1].isalnum()
                is_meant = is_whole or word not in self._whole
                if kind & _CONTEXT and is_meant and not is_compound:
                    points = self._context[word]
                    # "http" speaks of software, and stands in every link besides.
                    if points > 0 or not any(a <= start < b for a, b in links):
                        context[word] = points
                if is_whole and kind & (_ENDING if is_compound else _TITLE):
                    titles.add(word)
        return context, frozenset(titles)

    def is_story(self, scan: Scan) -> bool:
        """Say whether somebody who looks for work tells of it ("they rejected me")."""
        stories = [
            language.story
            for vocabulary, found in zip(self._vocabularies, scan.found, strict=True)
            for language, bit in vocabulary.stories
            if found.mask & bit
        ]
        return any(
            story.search(scan.plain.text, start, end)
            for story in stories
            for start, end in strip_quoted(scan.plain.text)
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
        possible = self._possible(scan, where=where, points=points)
        if not any(possible):
            return []
        cased = text[:READ_CHARS]
        if scan.plain.origin:
            cased = "".join(cased[index] for index in scan.plain.origin[:-1])
        whole = ((0, len(cased)),)
        spans = (
            tuple(split_sentences(cased, spans=whole))
            if where == "subject"
            else own_sentences(cased)
        )
        steps: dict[int, list[Step]] = {}
        for vocabulary, found, numbers in zip(
            self._vocabularies, scan.found, possible, strict=True
        ):
            here = vocabulary.by_sentence(numbers, found=found, spans=spans)
            for at, more in here.items():
                steps.setdefault(at, []).extend(more)
        signals: list[Signal] = []
        for at in sorted(steps):
            span = spans[at]
            if not _is_answered(cased, span=span):
                signals += self._read(
                    steps[at], plain=scan.plain, span=span, where=where
                )
        return _unquoted(signals, scan=scan) if is_quoting and signals else signals

    def _possible(self, scan: Scan, *, where: str, points: int) -> list[set[int]]:
        """Return for each vocabulary the steps whose words and points of context are there."""
        possible = []
        spoken: set[str] = set()
        for vocabulary, found in zip(self._vocabularies, scan.found, strict=True):
            rules = (
                (number, vocabulary.steps[number].rule)
                for number in vocabulary.possible(found)
            )
            able = [
                (number, rule.language)
                for number, rule in rules
                if rule.needs <= points and rule.where in ("any", where)
            ]
            if able:
                spoken = spoken or self._spoken(scan.plain.text)
            possible.append({number for number, code in able if code in spoken})
        return possible

    def _spoken(self, text: str) -> set[str]:
        """Return the languages that a text may hold a sentence of.

        One common word more or less says nothing, so a language is left out only where
        another one is plain and it has next to none itself.
        """
        counts = count_marks(text)
        known = {code: counts.get(code, 0) for code in self._language}
        plain = max(known.values()) >= _PLAIN_MARKS
        return {code for code, n in known.items() if n >= _FEW_MARKS or not plain}

    def _read(
        self, steps: list[Step], *, plain: Folded, span: Span, where: str
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

    def _first_standing(self, step: Step, *, sentence: str) -> re.Match[str] | None:
        """Return the first match that nothing in its sentence voids."""
        language = self._language[step.rule.language]
        search = step.pattern.regex.search
        match = search(sentence)
        while match and _is_void(match, rule=step.rule, language=language):
            # A longer one may have begun in the clause before: "not yet here, we can't take you".
            match = search(sentence, match.start() + 1)
        return match


def _is_answered(text: str, *, span: Span) -> bool:
    """Say whether a line is a form's question with what was filled in: "Own car? Yes"."""
    start, end = span
    mark = text.rfind("?", start, end)
    if mark < 0 or text[mark + 1 : end].strip():
        return False
    line = text.rfind("\n", 0, start) + 1
    is_at_start = not text[line:start].strip()
    return is_at_start and _ANSWER.match(text, mark + 1) is not None


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
    if _is_found(rule.unless, match):
        return True
    if rule.verdict in ENDINGS:
        if sentence.rstrip().endswith("?"):
            return True
        if _is_found(language.general, match):
            return True
        if _is_inverted(match, language=language):
            return True
        if is_contrasted(match, code=language.code):
            return True
    is_asked = rule.verdict not in ENDINGS and _IF_SO.search(sentence, 0, match.start())
    return (
        rule.is_conditional
        and not is_asked
        and is_conditional(match, language=language)
    )


def _is_found(patterns: Iterable[Pattern], match: re.Match[str]) -> bool:
    """Say whether one of them stands in the sentence, and not of what the reader lacks."""
    return any(
        not is_lacking(found, said=match)
        for pattern in patterns
        for found in pattern.regex.finditer(match.string)
    )


# "Still looking? If so, come by on Friday": what was asked before is no condition.
_IF_SO = re.compile(
    r"\b(?:if (?:so|yes)|wenn ja|falls ja|si oui|si es así|se sì|se sim|zo ja|je(?:ś|s)li tak|je(?:ż|z)eli tak|om ja|evetse)\b(?!\s(?:many|much))"
)


def is_conditional(match: re.Match[str], *, language: Language) -> bool:
    """Say whether the words stand under a condition rather than for a fact.

    1. A condition among them, or before them in the same clause, governs them.
    2. A condition before them in a clause of its own governs them when it speaks of the
       outcome ("if you are not selected, …"), not when it is a courtesy ("if you agree, …").
    3. A condition directly after them governs them ("… until we have your papers").
    4. So does one that only the order of words tells ("Hören Sie nichts, …").
    """
    sentence = match.string
    if _is_inverted(match, language=language):
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


def _is_inverted(match: re.Match[str], *, language: Language) -> bool:
    """Say whether the sentence begins with a condition that ends before or among the words."""
    sentence = match.string
    inverted = language.inverted.match(sentence)
    return inverted is not None and "," in sentence[inverted.end() : match.end()]


def turns_elsewhere(words: str, *, code: str) -> bool:
    """Say whether words lead from one thing to another ("instead", "another role")."""
    return bool(language(code).instead.search(folded(words).text))


def names_another(words: str, *, code: str) -> bool:
    """Say whether words behind a decline name an opening that they are for ("as a cook")."""
    return bool(language(code).for_another.search(folded(words).text))


def turns_back(words: str, *, code: str) -> bool:
    """Say whether words take a decline back ("after all", "has since left")."""
    return bool(language(code).reversal.search(folded(words).text))


@cache
def _vocabulary(*known: str) -> Vocabulary:
    """Return the vocabulary of some languages; the home ones have the titles of jobs."""
    is_home = known == HOME
    more = chain.from_iterable(title_words()) if is_home else ()
    return Vocabulary(map(language, known), more=more)


@cache
def engine(*guests: str) -> Engine:
    """Return the engine of the languages that every mail is read in, and of some others.

    Vocabularies are built once in the life of the process, whatever they stand beside.

    Args:
        guests: Codes, in alphabetical order.
    """
    return Engine([_vocabulary(*HOME), *map(_vocabulary, guests)])


def engine_for(message: Message) -> Engine:
    """Return the engine that reads a mail: of its own language beside the usual ones."""
    low = f"{message.subject}\n{message.text[:GUESS_CHARS]}".lower()
    known = languages_in(count_marks(low))
    return engine(*(code for code in known if code not in HOME))
