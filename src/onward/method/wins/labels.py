"""The words and icons of the kinds of win, and of what a week moved: the one place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from onward.applications.labels import Words
from onward.method.wins.rules import Line, WinKind

WIN_LABELS: dict[WinKind, Words] = {
    WinKind.HUMAN_REPLY: _("A person wrote back"),
    WinKind.CALLBACK: _("They asked to talk to you"),
    WinKind.NEXT_STAGE: _("You came to the next stage"),
    WinKind.OFFER: _("An offer"),
    WinKind.ACCEPTED: _("You accepted an offer"),
    WinKind.FEEDBACK: _("Somebody told you what they saw"),
    WinKind.HARD_THING: _("You did a hard thing"),
    WinKind.CONNECTION: _("Somebody new in your circle"),
    WinKind.GOAL: _("You got where you wanted to"),
    WinKind.REST: _("You took a day of rest"),
    WinKind.OWN: _("Something good"),
}

WIN_ICONS: dict[WinKind, str] = {
    WinKind.HUMAN_REPLY: "reply",
    WinKind.CALLBACK: "calendar",
    WinKind.NEXT_STAGE: "arrow-up",
    WinKind.OFFER: "offer",
    WinKind.ACCEPTED: "check",
    WinKind.FEEDBACK: "question",
    WinKind.HARD_THING: "hand",
    WinKind.CONNECTION: "person",
    WinKind.GOAL: "check",
    WinKind.REST: "moon",
    WinKind.OWN: "leaf",
}

OWN_LABELS: dict[WinKind, Words] = {
    WinKind.OWN: _("Something good"),
    WinKind.HARD_THING: _("A hard thing done"),
    WinKind.CONNECTION: _("Somebody new"),
    WinKind.GOAL: _("A goal reached"),
    WinKind.REST: _("A day of rest"),
}


def line_words(line: Line) -> str:
    """Return one line of a week in words, with its count or with whom it was about."""
    words = _SENTENCES[line.what](line.count) % {"n": line.count}
    return f"{words}: {line.about}" if line.about else words


_SENTENCES = {
    "applied": lambda n: ngettext(
        "You sent an application", "You sent %(n)d applications", n
    ),
    "feedback_asked": lambda n: ngettext(
        "You asked for feedback", "You asked for feedback %(n)d times", n
    ),
    "follow_up": lambda n: ngettext(
        "You followed up", "You followed up %(n)d times", n
    ),
    "debrief": lambda n: ngettext(
        "You wrote down how an interview went",
        "You wrote down how %(n)d interviews went",
        n,
    ),
    "reflection": lambda n: ngettext(
        "You looked back at an application", "You looked back at %(n)d applications", n
    ),
    "hard_thing": lambda n: ngettext(
        "You did a hard thing", "You did %(n)d hard things", n
    ),
    "connection": lambda n: ngettext(
        "You met somebody new", "You met %(n)d new people", n
    ),
    "goal": lambda n: ngettext("You reached a goal", "You reached %(n)d goals", n),
    "rest": lambda n: ngettext(
        "You took a day of rest", "You took %(n)d days of rest", n
    ),
    "own": lambda n: ngettext("Something good", "%(n)d good things", n),
    "human_reply": lambda n: ngettext(
        "A person wrote back", "%(n)d people wrote back", n
    ),
    "callback": lambda n: ngettext(
        "They asked to talk to you", "%(n)d employers asked to talk to you", n
    ),
    "next_stage": lambda n: ngettext(
        "You came to the next stage", "You came to the next stage %(n)d times", n
    ),
    "offer": lambda n: ngettext("An offer", "%(n)d offers", n),
    "accepted": lambda n: ngettext(
        "You accepted an offer", "You accepted %(n)d offers", n
    ),
    "feedback": lambda n: ngettext(
        "Feedback arrived", "Feedback arrived %(n)d times", n
    ),
}
