"""The words of a read-out, the same on the page and in the terminal."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from onward.applications.labels import Words
from onward.matching.rules.tailoring import Rule, Tailoring
from onward.matching.rules.types import Closeness, Decision, Kind, Need, Reason, Status

NEED_LABELS: dict[Need, Words] = {
    Need.MUST: gettext_lazy("Asked for"),
    Need.NICE: gettext_lazy("Nice to have"),
    Need.TASK: gettext_lazy("Named among the tasks"),
}

STATUS_LABELS: dict[Status, Words] = {
    Status.FOUND: gettext_lazy("Found"),
    Status.OTHERWISE: gettext_lazy("Said otherwise"),
    Status.MISSING: gettext_lazy("Not found"),
}

CLOSENESS_LABELS: dict[Closeness, Words] = {
    Closeness.CLOSE: gettext_lazy("close"),
    Closeness.RELATED: gettext_lazy("related"),
}

KIND_LABELS: dict[Kind, Words] = {
    Kind.SKILL: gettext_lazy("Skill"),
    Kind.EXPERIENCE: gettext_lazy("Experience"),
    Kind.EDUCATION: gettext_lazy("Education"),
    Kind.LANGUAGE: gettext_lazy("Language"),
    Kind.LICENCE: gettext_lazy("Licence or certificate"),
    Kind.CONDITION: gettext_lazy("Working conditions"),
}


def status_words(decision: Decision) -> str:
    """Return the status in words: "Found", "Said otherwise, close", "Not found"."""
    status = str(STATUS_LABELS[decision.status])
    if decision.closeness is None:
        return status
    return _("%(status)s, %(closeness)s") % {
        "status": status,
        "closeness": CLOSENESS_LABELS[decision.closeness],
    }


def time_words(months: int) -> str:
    """Return months as people say them: "1 year 8 months"."""
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(ngettext("%(n)d year", "%(n)d years", years) % {"n": years})
    if rest or not years:
        parts.append(ngettext("%(n)d month", "%(n)d months", rest) % {"n": rest})
    return " ".join(parts)


def reason_words(decision: Decision) -> str:
    """Return the sentence that says why, or nothing where the quoted place says it all."""
    months = decision.months
    added = time_words(months) if months is not None else ""
    sentences = {
        Reason.OTHER_NAME: _("Your résumé has another name for it."),
        Reason.INCLUDED: _("What your résumé names holds it."),
        Reason.SHOWN_BY: _("%(by)s is in your résumé.") % {"by": decision.by},
        Reason.NAMED_IN_PART: _("Your résumé names %(by)s, and not %(asked)s.")
        % {"by": decision.by, "asked": decision.unsaid},
        Reason.SIMILAR_WORDS: _("These words may mean the same."),
        Reason.DATES_ADDED: _("By the dates in your résumé: %(time)s.")
        % {"time": added},
        Reason.DATES_SHORT: _("By the dates in your résumé: %(time)s.")
        % {"time": added},
        Reason.OTHER_FIELD: _("The field has another name here."),
        Reason.LOWER_LEVEL: _("Your résumé names another level, or none."),
        Reason.WRITTEN_IN_IT: _("Your résumé is written in this language."),
        Reason.SAID_BY_YOU: _("You said that your résumé has this."),
    }
    return sentences.get(decision.reason, "")


_SHARES: tuple[tuple[float, Words], ...] = (
    (0.02, gettext_lazy("Nothing of it stands in your other letters.")),
    (0.15, gettext_lazy("A few lines of it stand in your other letters too.")),
    (0.3, gettext_lazy("About a quarter of it stands in your other letters too.")),
    (0.42, gettext_lazy("About a third of it stands in your other letters too.")),
    (0.6, gettext_lazy("About half of it stands in your other letters too.")),
    (0.85, gettext_lazy("Most of it stands in your other letters too.")),
)


def repeated_words(share: float | None) -> str:
    """Return how much of a letter stands in others, in words; `share` is 0..1 or unknown."""
    if share is None:
        return _("There is no other letter here to compare it with.")
    for limit, words in _SHARES:
        if share < limit:
            return str(words)
    return _("Nearly all of it stands in your other letters too.")


def tailoring_words(tailoring: Tailoring) -> str:
    """Return what is called tailored here, with its threshold."""
    counts = {
        "shown": tailoring.shown,
        "asked": tailoring.asked,
        "usually": tailoring.shown_usually,
    }
    if tailoring.rule is Rule.TOO_FEW:
        return _(
            "This advert asks for fewer than three things that could be read, so it is "
            "called neither tailored nor not."
        )
    if tailoring.rule is Rule.USUAL_VERSION:
        return (
            _(
                "Of %(asked)s things asked for, this version says %(shown)s, in the same or "
                "in other words, and the version you send most often says %(usually)s. "
                "It is called tailored when it says more."
            )
            % counts
        )
    return (
        _(
            "Of %(asked)s things asked for, this version says %(shown)s, in the same or in "
            "other words. It is called tailored from two in three on."
        )
        % counts
    )
