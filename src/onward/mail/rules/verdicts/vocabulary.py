"""The words and rules of some languages behind one automaton: which of them a text may meet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from onward.mail.rules.basics.text import Span
from onward.mail.rules.basics.words import Hit, word_finder
from onward.mail.rules.verdicts.lexicon import Language, Rule
from onward.mail.rules.verdicts.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Step:
    """One pattern of a rule with the bits that its words set when they occur."""

    rule: Rule
    pattern: Pattern
    mask: int


@dataclass(frozen=True, slots=True)
class Found:
    """The words of a vocabulary that a text holds.

    Attributes:
        hits: Every place of one.
        known: Their numbers.
        mask: The bits of all of them.
    """

    hits: Sequence[Hit]
    known: frozenset[int]
    mask: int


class Vocabulary:
    """The rules of some languages, in their order, and all words that they start from.

    Args:
        more: Further words that are looked for in the same pass.
    """

    def __init__(self, languages: Iterable[Language], *, more: Iterable[str]) -> None:
        self.languages = tuple(languages)
        self._groups: dict[frozenset[str], int] = {}
        rules = {rule.name: rule for x in self.languages for rule in x.rules}
        self.steps = tuple(
            Step(rule, pattern, self._mask(pattern))
            for rule in rules.values()
            for pattern in rule.patterns
        )
        self._step_masks = tuple(step.mask for step in self.steps)
        self.stories = tuple((x, self._bit(x.story_letters)) for x in self.languages)
        context = (word.removesuffix("$") for x in self.languages for word in x.context)
        masks: dict[str, int] = dict.fromkeys((*context, *more), 0)
        for group, bit in self._groups.items():
            for word in group:
                masks[word] = masks.get(word, 0) | bit
        self.words = tuple(masks)
        self._masks = tuple(masks.values())
        self._steps_of = self._steps_by_word()

    def _bit(self, words: frozenset[str]) -> int:
        return self._groups.setdefault(words, 1 << len(self._groups))

    def _mask(self, pattern: Pattern) -> int:
        mask = 0
        for group in pattern.literals:
            mask |= self._bit(group)
        return mask

    def _steps_by_word(self) -> tuple[tuple[int, ...], ...]:
        """Return for each word the steps of whose rarest words it is one."""
        steps: dict[str, list[int]] = {}
        for number, step in enumerate(self.steps):
            for word in step.pattern.literals[0]:
                steps.setdefault(word, []).append(number)
        return tuple(tuple(steps.get(word, ())) for word in self.words)

    @cached_property
    def _find(self) -> Callable[[str], list[Hit]]:
        return word_finder(self.words)

    def found_in(self, low: str) -> Found:
        """Return the words that a lower-case text without line breaks holds, in one pass."""
        hits = self._find(low)
        known = frozenset([index for index, _, _ in hits])
        mask = 0
        for index in known:
            mask |= self._masks[index]
        return Found(hits, known, mask)

    def possible(self, found: Found) -> list[int]:
        """Return the numbers of the steps whose words a text holds."""
        mask, masks = found.mask, self._step_masks
        numbers = {
            number
            for steps in map(self._steps_of.__getitem__, found.known)
            for number in steps
            if masks[number] & mask == masks[number]
        }
        return sorted(numbers)

    def by_sentence(
        self, possible: Set[int], *, found: Found, spans: Sequence[Span]
    ) -> Mapping[int, list[Step]]:
        """Return for sentences that hold all words of possible steps these steps, in order.

        Args:
            spans: The sentences, which the result counts from 0.
        """
        relevant = 0
        for number in possible:
            relevant |= self._step_masks[number]
        starts = [start for start, _ in spans]
        words: dict[int, set[int]] = {}
        masks = self._masks
        for index, start, _ in found.hits:
            if masks[index] & relevant:
                at = bisect_right(starts, start) - 1
                if at >= 0 and start < spans[at][1]:
                    words.setdefault(at, set()).add(index)
        return {
            at: [self.steps[number] for number in numbers]
            for at, known in words.items()
            if (numbers := self._among(known, possible=possible))
        }

    def _among(self, words: Set[int], *, possible: Set[int]) -> list[int]:
        """Return the possible steps, in their order, whose words are all among some words."""
        mask, masks = 0, self._step_masks
        for index in words:
            mask |= self._masks[index]
        numbers = {
            number
            for steps in map(self._steps_of.__getitem__, words)
            for number in steps
            if number in possible and masks[number] & mask == masks[number]
        }
        return sorted(numbers)
