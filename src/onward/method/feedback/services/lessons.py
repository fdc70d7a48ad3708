"""What was said, what the person makes of it, and what several sources say alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from onward.applications.models import Application
from onward.core.dates import day_in
from onward.mail.rules.facts.employers.names import company_key
from onward.method.feedback.models import Feedback, NextTime
from onward.method.feedback.rules.kinds import ACTIONABLE, Origin, Tag, WouldAct
from onward.method.feedback.rules.reasons import is_about_the_person, reasons_in
from onward.method.feedback.rules.themes import Tagged, themes, wording_of
from onward.method.feedback.services.situation import Story, together
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def feedback_of(person: Person) -> OwnedQuerySet[Feedback]:
    """Return what was said, the latest first; what was taken back is left out."""
    rows = Feedback.objects.for_person(person)
    standing = rows.filter(Q(event=None) | Q(event__voided_by=None))
    return standing.select_related(
        "application__merged_into", "message", "person"
    ).order_by("-said_at", "start", "pk")


def feedback_about(person: Person, head: Application) -> OwnedQuerySet[Feedback]:
    """Return what was said about one application."""
    return feedback_of(person).filter(application__in=together(person, head))


def told_already(story: Story) -> list[Feedback]:
    """Return what they said about the person unasked: in the mail of this no, or told by hand.

    What is about the house or the job alone stands among what was said, and so does a form
    sentence; nobody is thanked for it, and no question follows from it.
    """
    if story.origin is None:
        return []
    zone_name = story.person.time_zone
    said_on = day_in(story.origin.at, zone_name=zone_name)
    rows = feedback_about(story.person, story.application)
    told = [
        row
        for row in rows.exclude(came_from=Origin.ANSWER)
        if day_in(row.said_at, zone_name=zone_name) >= said_on and _is_about(row)
    ]
    forms = _of_others(story) if any(_is_untold(row) for row in told) else frozenset()
    return [row for row in told if not (_is_untold(row) and _is_form(row, forms))]


def _is_untold(row: Feedback) -> bool:
    """Return whether it was found in a mail, and the person said nothing of it."""
    return row.message is not None and row.start >= 0 and not row.tags


def _is_form(row: Feedback, forms: Collection[str]) -> bool:
    """Return whether a sentence is one of a form: sent about another application, too, or read as none now."""
    if row.message is None or _wording(row) in forms:
        return True
    text, language = row.message.text, row.message.language
    return all(row.start != said.start for said in reasons_in(text, language=language))


def _of_others(story: Story) -> frozenset[str]:
    """Return what mail about other applications said, each sentence as a form has it."""
    own = together(story.person, story.application)
    others = feedback_of(story.person).exclude(application__in=own)
    return frozenset(_wording(row) for row in others.filter(start__gte=0))


def _wording(row: Feedback) -> str:
    head = row.application.head
    return wording_of(row.text, names=(head.company, head.role, row.person.name))


def _is_about(row: Feedback) -> bool:
    """Return whether it is about the person: by their own tags, else by its words."""
    if row.tags:
        return set(row.tags) != {Tag.NOT_ME.value}
    return is_about_the_person(
        row.text, language=row.message.language if row.message else ""
    )


def tag_feedback(
    feedback: Feedback,
    *,
    tags: Iterable[Tag],
    would_act: WouldAct | None,
    now: datetime,
) -> None:
    """Keep what the person says a piece of feedback is about."""
    feedback.tags = [tag.value for tag in tags]
    feedback.would_act = would_act.value if would_act else ""
    feedback.tagged_at = now if feedback.tags else None
    feedback.save(update_fields=["tags", "would_act", "tagged_at"])


@dataclass(frozen=True, slots=True)
class ShownTheme:
    """A theme with what was said.

    Attributes:
        can_act: A next step can be made of it.
        is_kept: A line for next time is kept about it.
    """

    tag: Tag
    sources: int
    pieces: Sequence[Feedback]
    can_act: bool
    is_kept: bool


def themes_of(person: Person) -> list[ShownTheme]:
    """Return what 3 separate sources say alike, by the person's own tags."""
    rows = {row.pk: row for row in feedback_of(person).exclude(tagged_at=None)}
    kept = set(next_times(person).values_list("tag", flat=True))
    return [
        ShownTheme(
            tag=theme.tag,
            sources=theme.sources,
            pieces=[row for key, row in rows.items() if key in theme.keys],
            can_act=theme.tag in ACTIONABLE,
            is_kept=theme.tag.value in kept,
        )
        for theme in themes([_tagged(row) for row in rows.values()])
    ]


def _tagged(row: Feedback) -> Tagged:
    known = {tag.value for tag in Tag}
    return Tagged(
        key=row.pk,
        tags=frozenset(Tag(tag) for tag in row.tags if tag in known),
        employer=company_key(row.application.head.company),
        who=row.said_by_address.lower(),
        story=row.application.head.pk,
        wording=_wording(row) if row.message is not None and row.start >= 0 else "",
    )


def keep_next_time(person: Person, *, tag: Tag, text: str, now: datetime) -> NextTime:
    """Keep a line for next time; goals take it over once they exist."""
    return NextTime.objects.create(
        person=person, tag=tag.value, text=text.strip(), made_at=now
    )


def next_times(person: Person) -> OwnedQuerySet[NextTime]:
    """Return the lines for next time that were not let go, the latest first."""
    rows = NextTime.objects.for_person(person).filter(let_go_at=None)
    return rows.order_by("-made_at")
