"""What a mail can mean, in the words in which a person is asked and told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from onward.applications.rules.kinds import EventKind
from onward.mail.rules.types import Meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.utils.functional import _StrPromise

    from onward.mail.services.reviewing import TakenBack
    from onward.mail.services.unlearning import Forgotten

MEANING_LABELS: dict[Meaning, _StrPromise] = {
    Meaning.REJECTION: _("They said no"),
    Meaning.POSITION_CLOSED: _("The job went away"),
    Meaning.CONFIRMATION: _("They received my application"),
    Meaning.INTERVIEW: _("An interview"),
    Meaning.ASSESSMENT: _("A test or task"),
    Meaning.INFORMATION_REQUEST: _("They need something from me"),
    Meaning.OFFER: _("An offer"),
    Meaning.REPLY: _("A reply, nothing decided"),
    Meaning.OUTREACH: _("They wrote to me first"),
    Meaning.OTHER: _("It is not about my search"),
    Meaning.AMBIGUOUS: _("Open: your examples differ"),
}

OWN_LABELS: dict[EventKind, _StrPromise] = {
    EventKind.ACCEPTANCE: _("I accepted the offer"),
    EventKind.OFFER_DECLINED: _("I declined the offer"),
    EventKind.WITHDRAWAL: _("I withdrew my application"),
}
"""What mail of the person's own can mean that was left to them."""

READ_AS_LABELS: dict[str, _StrPromise] = {
    **{meaning.value: label for meaning, label in MEANING_LABELS.items()},
    "ambiguous": _("Open: the words do not decide"),
    "other": _("Not about your search"),
    "job_alert": _("News of openings"),
}
"""The same for what reading alone made of a mail."""


def taken_back_words(made: TakenBack) -> str:
    """Return that a decision on a message was taken back, and what became of what it made."""
    words = [gettext("Taken back."), *_made_words(made)]
    return " ".join(words)


def forgotten_words(done: Forgotten) -> Iterator[str]:
    """Yield what forgetting an example did, a sentence each."""
    yield gettext("Forgotten. Later mail is read without it.")
    if done.messages:
        words = ngettext(
            "One message is read as before.",
            "%(count)d messages are read as before.",
            done.messages,
        )
        yield words % {"count": done.messages}
    if done.is_said:
        yield gettext("What you said of its own mail is taken back.")
    if done.made is not None:
        yield from _made_words(done.made)


def _made_words(made: TakenBack) -> Iterator[str]:
    if made.gone:
        words = gettext(
            "The application that was begun for it is gone: %(application)s."
        )
        yield words % {"application": made.gone}
    if made.kept:
        words = gettext(
            "The application stays, since there is more in it: %(application)s."
        )
        yield words % {"application": made.kept}
