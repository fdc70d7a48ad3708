"""Feedback as plain lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from onward.core.text import one_line
from onward.method.feedback.labels import REASON_WORDS, STANDING_WORDS, whom_words
from onward.method.feedback.services.lessons import feedback_of, themes_of
from onward.method.feedback.services.overview import requests_of, to_ask
from onward.method.feedback.services.situation import Story
from onward.people.models import Person

MOST_LINES = 20


def feedback_lines(
    person: Person, *, now: datetime, is_resting: bool = False
) -> Iterator[str]:
    """Return what waits, what was asked, what was said and what several said alike."""
    asking = [] if is_resting else to_ask(person, now=now)
    if asking:
        yield _("Where asking may be worth a message:")
    for story in asking:
        yield f"  {story.application}: {REASON_WORDS[story.reason]}"
    shown = requests_of(person, now=now)[:MOST_LINES]
    if shown:
        yield _("Drafts, and what was asked:")
    for one in shown:
        name = one.request.to_name or one.request.to_address or _("nobody yet")
        words = STANDING_WORDS[one.standing]
        yield f"  {words}: {one.request.application.head} ({name})"
        if one.answers:
            yield "    " + _("This looks like the answer: open it under /feedback/")
    if not is_resting:
        yield from _said_lines(person)
    elif feedback_of(person).exists():
        yield _("What was said is folded away while it is quiet. To see it: --anyway")


def whom_of(story: Story, *, address: str = "") -> str:
    """Return whom a draft is to, and why; "" for an address that no mail is from.

    Args:
        address: Whom it is to; empty for whoever would be asked first.
    """
    wanted = address.strip().lower()
    known = [one for one in story.people if not wanted or one.address == wanted]
    if not known:
        return ""
    return whom_words(
        known[0], others=story.people, no_takes_replies=story.no_takes_replies
    )


def _said_lines(person: Person) -> Iterator[str]:
    said = feedback_of(person)[:MOST_LINES]
    if said:
        yield _("What was said:")
    for row in said:
        day = date_format(localtime(row.said_at), "Y-m-d")
        yield f"  {day}  {row.application.head}: {one_line(row.text, limit=120)}"
    for theme in themes_of(person):
        words = _("%(number)s separate sources carry: %(tag)s")
        yield words % {
            "number": theme.sources,
            "tag": theme.tag.value.replace("_", " "),
        }
