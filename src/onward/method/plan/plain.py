"""Today and the noes as plain lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.applications.labels import NO_LABELS, when_told
from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.mail.waiting_words import waiting_words
from onward.method.plan.today import TodayPage


def today_lines(page: TodayPage) -> Iterator[str]:
    """Return Today as lines: what rests, the one small step, what moved."""
    if page.is_empty:
        if page.is_left:
            yield _(
                "Your mailbox waits to be read. It is, once Onward runs: onward run"
            )
            return
        if page.is_read:
            yield _("Your mailbox is being read.")
            return
        yield _("There is nothing here yet.")
        yield _("Read your mailbox with: onward import PATH")
        yield _("Or add one by hand with: onward add COMPANY")
        return
    if page.rest is not None:
        yield page.rest.title
        yield page.rest.body
        yield from _fixed_lines(page)
    elif page.step is None:
        if page.away:
            yield _("Nothing more is asked of you here today. Put off until tomorrow:")
            yield from (f"  {card.title}" for card in page.away)
        else:
            yield _("Nothing is asked of you here today.")
    if page.step is not None:
        yield page.step.title
        yield from filter(None, [page.step.body])
    yield from _ahead_lines(page)
    yield from _waiting_lines(page)
    yield from _moved_lines(page)


def _ahead_lines(page: TodayPage) -> Iterator[str]:
    if page.ahead:
        yield ""
        yield _("The week ahead:")
    for one in page.ahead:
        yield f"  {one.when}: {one.label}: {one.application}"


def _moved_lines(page: TodayPage) -> Iterator[str]:
    if page.moved:
        yield ""
        yield _("What moved:")
    yield from filter(None, [page.beside_noes])
    for move in page.moved:
        day = date_format(localtime(move.event.at), "j F")
        when = f" ({when_told(move.begins, form='j F')})" if move.begins else ""
        if move.asked_for:
            when = f" ({date_format(localtime(move.asked_for), 'j F, H:i')}?)"
        yield f"  {day}  {move.label}: {move.application}{when}"


def _waiting_lines(page: TodayPage) -> Iterator[str]:
    if page.broken:
        yield ""
        yield _("A reading could not go on: %(title)s.") % {"title": page.broken.title}
        yield f"  {page.broken.message}"
    for account in page.stopped:
        yield ""
        yield _("No mail comes in from %(account)s.") % {"account": account}
        yield f"  {account.trouble_words}"
    if page.waiting:
        yield ""
        yield _("Mail to look at: %(what)s.") % {"what": waiting_words(page.waiting)}
    if page.twins:
        yield ""
        yield ngettext(
            "Two of your applications may be one: see Mail to look at.",
            "%(n)s pairs of your applications may be one each: see Mail to look at.",
            page.twins,
        ) % {"n": page.twins}


def _fixed_lines(page: TodayPage) -> Iterator[str]:
    for fixed in page.fixed:
        yield f"{fixed.when}: {fixed.label}: {fixed.application}"
    for one in page.unsettled:
        told = {"what": one.application}
        yield _("A message may move this interview: %(what)s") % told


def no_lines(events: Iterable[Event]) -> Iterator[str]:
    """Return one line for each no."""
    for event in events:
        application = event.application.merged_into or event.application
        label = NO_LABELS[NO_KINDS[EventKind(event.kind)]]
        yield f"{localtime(event.at):%Y-%m-%d}  {label}: {application}"
