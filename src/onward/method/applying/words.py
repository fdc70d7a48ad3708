"""What is next, and why, in words; and the names of the days."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.applications.labels import Words, with_hour
from onward.method.applying.rules import DayKind, Matter, MatterKind

DAY_NAMES: tuple[Words, ...] = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)

DAY_KINDS: dict[DayKind, Words] = {
    DayKind.SESSION: gettext_lazy("A session"),
    DayKind.OPEN: gettext_lazy("Open"),
    DayKind.PROTECTED: gettext_lazy("Day off"),
}


def title_of(matter: Matter) -> str:
    """Return what is next, in a few words."""
    if matter.kind == MatterKind.SESSION:
        return ngettext(
            "A session of %(minutes)d minute today",
            "A session of %(minutes)d minutes today",
            matter.minutes,
        ) % {"minutes": matter.minutes}
    if matter.kind == MatterKind.REMINDER and matter.note:
        return matter.note.partition("\n")[0] if matter.is_read else matter.note
    titles = {
        MatterKind.INTERVIEW: _("Prepare for %(name)s"),
        MatterKind.CONFIRM: _("The interview with %(name)s: they wait for your word"),
        MatterKind.OFFER: _("The offer of %(name)s"),
        MatterKind.ASSESSMENT: _("The test or task for %(name)s"),
        MatterKind.REQUEST: _("%(name)s asked for something"),
        MatterKind.REMINDER: _("You wanted to be reminded of %(name)s"),
        MatterKind.CLOSING: _("Saved: %(name)s"),
        MatterKind.FOLLOW_UP: _("A short word to %(name)s may help"),
    }
    return titles[matter.kind] % {"name": _name(matter)}


def reason_of(matter: Matter, *, today: date) -> str:
    """Return one sentence on why this is next."""
    if matter.kind == MatterKind.SESSION:
        return _("You planned one for today. What you do in it is yours to choose.")
    if matter.starts_at is not None or matter.on_day is not None:
        return f"{_begins(matter, today=today)} {_moved(matter)}".rstrip()
    facts = {"name": _name(matter), "day": _by(matter)}
    if matter.kind == MatterKind.REMINDER and matter.is_read:
        facts["what"] = matter.note.partition("\n")[2]
        return _("%(what)s It came back on %(day)s: %(name)s.") % facts
    if matter.kind == MatterKind.REMINDER:
        return _("You asked for this on %(day)s: %(name)s.") % facts
    if matter.until is not None:
        wanted = {
            MatterKind.CLOSING: _("The advert is open until %(day)s."),
            MatterKind.CONFIRM: _("They asked for your answer by %(day)s."),
        }
        return wanted.get(matter.kind, _("They asked for it by %(day)s.")) % facts
    facts["day"] = _day(matter.heard_at.date() if matter.heard_at else None)
    if matter.kind == MatterKind.FOLLOW_UP:
        return (
            _(
                "It has been with them since %(day)s. Where a person wrote to you, asking how "
                "it stands is usual."
            )
            % facts
        )
    if matter.kind == MatterKind.OFFER:
        return _("They made it on %(day)s, and your answer is not noted yet.") % facts
    if matter.kind == MatterKind.ASSESSMENT:
        return _("It came on %(day)s, and nothing is noted as done.") % facts
    return _("They asked on %(day)s, and no answer is noted.") % facts


def _begins(matter: Matter, *, today: date) -> str:
    if matter.starts_at is None:
        return _day_alone(matter.on_day, today=today)
    facts = {
        "time": date_format(matter.starts_at, "H:i"),
        "day": _day(matter.starts_at.date()),
    }
    if matter.starts_at.date() == today:
        return _("It begins today at %(time)s.") % facts
    if (matter.starts_at.date() - today).days == 1:
        return _("It begins tomorrow at %(time)s.") % facts
    return _("It begins on %(day)s at %(time)s.") % facts


def _day_alone(day: date | None, *, today: date) -> str:
    if day is None:
        return ""
    if day == today:
        return _("It is today; the hour is not told.")
    if (day - today).days == 1:
        return _("It is tomorrow; the hour is not told.")
    return _("It is on %(day)s; the hour is not told.") % {"day": _day(day)}


def _moved(matter: Matter) -> str:
    if matter.moved_from is None:
        return ""
    before = matter.moved_from
    facts = {"day": _day(before.date()), "time": date_format(before, "H:i")}
    return _("It was moved; before, it was %(day)s at %(time)s.") % facts


def _name(matter: Matter) -> str:
    return matter.name or _("a company")


def _by(matter: Matter) -> str:
    return with_hour(_day(matter.until), matter.until_hour)


def _day(day: date | None) -> str:
    return date_format(day, "j F") if day else ""
