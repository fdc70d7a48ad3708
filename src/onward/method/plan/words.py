"""The words for a no of each kind: what happened, and nothing about what to feel."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from onward.applications.rules.kinds import EventKind, NoKind
from onward.method.rules import Depth
from onward.method.step import No


def what_happened(no: No, *, kind: EventKind) -> str:
    """Return one sentence about what happened and when, different for each kind of no."""
    company = no.company or _("The company")
    facts = {"company": company, "day": date_format(no.day, "j F Y")}
    if kind == EventKind.OFFER_DECLINED:
        return _("You declined the offer of %(company)s on %(day)s.") % facts
    if no.kind == NoKind.I_SAID_NO:
        return _("You withdrew from %(company)s on %(day)s.") % facts
    if no.kind == NoKind.WENT_QUIET:
        return _("%(company)s did not answer; you closed it on %(day)s.") % facts
    if no.kind == NoKind.JOB_WENT_AWAY:
        return _("The job at %(company)s went away on %(day)s.") % facts
    return _("%(company)s said no on %(day)s.") % facts


def beside_it(no: No, *, is_ended: bool) -> str:
    """Return one calm sentence beside the no; it assumes nothing about how it feels.

    Args:
        is_ended: The words of the no say that the opening itself ended.
    """
    if no.kind == NoKind.I_SAID_NO:
        return _("It was your decision. It can still leave something behind.")
    if no.kind == NoKind.WENT_QUIET:
        return _("Most applications are never answered. A reply opens it again.")
    if no.kind == NoKind.JOB_WENT_AWAY:
        if is_ended:
            return _("Nobody was chosen over you: the job itself is gone.")
        # Somebody else may have it: what is known is that it cannot be had.
        return _("This job is not open any more. Nothing has to be done about it now.")
    if no.depth == Depth.WHOLE:
        return _(
            "You had come far with this one. There is time, and nothing to do now."
        )
    if no.depth == Depth.SOME:
        return _(
            "Some of these sting, some don't. Nothing has to be done about it now."
        )
    return _("One tap is enough for this one, and so is leaving it.")


def folded_words(*, was_quiet: bool, is_quiet: bool) -> str:
    """Return what folding a no away did, to the quiet time too."""
    if is_quiet:
        return _("Folded away. It asks nothing of you any more, and it stays quiet.")
    if was_quiet:
        return _(
            "Folded away. It asks nothing of you any more, and its quiet time is over."
        )
    return _("Folded away. It asks nothing of you any more.")


def before_folding(*, was_quiet: bool, is_quiet: bool) -> str:
    """Return what folding a no away would do to the quiet time; "" where none is on."""
    if is_quiet:
        return _("Folded away, it stays quiet as it is now.")
    if was_quiet:
        return _("Folding it away ends its quiet time, too.")
    return ""


def several_noes() -> str:
    """Return the calm word on Today of several noes that came in at once."""
    return _(
        "Several noes came in at once. Some of these sting, some don't, and nothing is asked "
        "about them. If you want some quiet, the page of each offers a day or two."
    )
