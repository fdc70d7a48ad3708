"""Looking back in lines, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from onward.method.reflection.labels import BY_LABELS, OUTCOME_LABELS, THEME_LABELS
from onward.method.reflection.rules.patterns import Outcome
from onward.method.reflection.services import pattern_page, question_bank
from onward.method.reflection.show import group_name, of, sentence
from onward.people.models import Person


def question_lines(person: Person) -> Iterator[str]:
    """Yield the questions of the person's own interviews, the frequent ones first."""
    found = question_bank(person)
    for asked in found:
        yield f"{asked.times:3}  {asked.words}  ({THEME_LABELS[asked.theme]})"
    if not found:
        yield _("No questions yet. Write an interview down in the app: Looking back.")


def pattern_lines(person: Person, *, outcome: str) -> Iterator[str]:
    """Yield each pattern with the counts of its groups and what they can tell."""
    page = pattern_page(person, outcome=Outcome(outcome), now=timezone.now())
    if not page.patterns:
        yield _(
            "Too early to say anything: too few are answered, ended, or long silent."
        )
        return
    yield str(OUTCOME_LABELS[page.outcome]).capitalize()
    for pattern in page.patterns:
        yield ""
        yield str(BY_LABELS[pattern.by])
        for group in pattern.groups:
            name = group_name(pattern.by, group.key)
            yield f"  {of(group, outcome=page.outcome):>10}  {name}"
        yield "  " + sentence(pattern.comparison, by=pattern.by, outcome=page.outcome)
