"""What waits for the person, in the words of every page and of the command line."""

from __future__ import annotations

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.mail.services.waiting import Waiting


def waiting_words(waiting: Waiting) -> str:
    """Return how many messages wait and why: "2 messages: 1 unclear, 1 …"; "" for none."""
    told = ngettext(
        "%(n)s message: %(why)s", "%(n)s messages: %(why)s", waiting.messages
    )
    facts = {"n": _grouped(waiting.messages), "why": waiting_reasons(waiting)}
    return told % facts if waiting else ""


def waiting_reasons(waiting: Waiting) -> str:
    """Return why messages wait, and how many each: "2 unclear, 1 without an application"."""
    parts = [
        (waiting.unclear, _("%(n)s unclear")),
        (waiting.unplaced, _("%(n)s without an application")),
        (waiting.approaches, _("%(n)s from somebody who wrote first")),
    ]
    return ", ".join(words % {"n": _grouped(n)} for n, words in parts if n)


def _grouped(number: int) -> str:
    return str(number_format(number, use_l10n=True, force_grouping=True))
