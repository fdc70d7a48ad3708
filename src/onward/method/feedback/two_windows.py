"""A draft that stands open in two windows: what of it is kept, and what is said of it."""

from __future__ import annotations

import hashlib

from django.contrib import messages
from django.utils.translation import gettext as _

from onward.method.feedback.forms import DraftForm
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.kinds import RequestState
from onward.method.feedback.services.asking import DRAFT_FIELDS, save_draft
from onward.method.feedback.services.drafting import put_by, put_words_by
from onward.method.feedback.services.situation import story_of
from onward.people.http import PersonRequest


def keep_typed(request: PersonRequest, row: FeedbackRequest, form: DraftForm) -> bool:
    """Keep what was typed, and what another window made of the message meanwhile.

    Return whether the draft has it now; what came too late for that is put by.
    """
    form.is_valid()
    if row.state != RequestState.DRAFT:
        if put_words_by(row, form.typed.get("body", "")):
            words = _(
                "This message was noted as sent meanwhile. What you typed since is kept: it "
                "stands under “Earlier words” where you make it a draft again."
            )
            messages.info(request, words)
        return False
    other = {name: said for name in form.typed if (said := form.overtaken(name))}
    if other.pop("body", "") and put_by(row, story_of(request.user, row.application)):
        words = _(
            "Other words were kept in another window meanwhile. They stand under “Earlier "
            "words” on the draft's page, and can be brought back."
        )
        messages.info(request, words)
    for name, said in other.items():
        words = _("In another window “%(field)s” was meanwhile: %(words)s")
        told = {"field": form.fields[name].label, "words": said}
        messages.info(request, words % told)
    return save_draft(row, **form.typed)


def say_replaced(request: PersonRequest, form: DraftForm) -> None:
    """Say on the page that sends which words are not those that this window showed."""
    if not form.replaced:
        return
    words = _(
        "This draft was changed in another window meanwhile (%(fields)s). It stands below as "
        "it was kept there, not as your window showed it. Read it before it leaves."
    )
    labels = [f"“{form.fields[name].label}”" for name in form.replaced]
    messages.warning(request, words % {"fields": ", ".join(labels)})


def mark_of(row: FeedbackRequest) -> str:
    """Return what tells one state of a draft from another; its page of sending carries it."""
    words = "\0".join(getattr(row, name) for name in DRAFT_FIELDS)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def is_as_shown(request: PersonRequest, row: FeedbackRequest) -> bool:
    """Return whether the page that was pressed showed this draft as it is now."""
    return request.POST.get("mark", mark_of(row)) == mark_of(row)
