from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.views.shared import say, say_beside
from onward.mail.forms import OF_ROUNDS, STANDS, CorrectForm, ForgetForm, SettleForm
from onward.mail.meanings import forgotten_words
from onward.mail.models import LearnedChange, LearnedExample, MailMessage
from onward.mail.rules.taught.learned import LEAST_WORDS
from onward.mail.rules.types import Meaning
from onward.mail.services import unlearning
from onward.mail.services.learning import changes_of, learn, speaks_for_others
from onward.mail.services.reviewing import correct, let_stand, set_apart, standing
from onward.mail.services.said_rounds import correct_to_round
from onward.mail.views import (
    message_context,
    put_aside_words,
    say_decided,
    unknown_round_words,
)
from onward.people.access import OwnedQuerySet
from onward.people.http import PersonRequest

FORGOTTEN_SHOWN = 20


def _examples(request: PersonRequest) -> OwnedQuerySet[LearnedExample]:
    rows = LearnedExample.objects.for_person(request.user)
    # What was forgotten may have been taken back with it, and be brought back with it.
    known = Q(event=None) | Q(event__voided_by=None) | Q(forgotten_at__isnull=False)
    return rows.filter(known).select_related("event")


def _example(request: PersonRequest, example_id: uuid.UUID) -> LearnedExample:
    return get_object_or_404(_examples(request), pk=example_id)


@require_GET
def learned(request: PersonRequest) -> HttpResponse:
    learn(request.user)
    lasting = Count("changes", filter=Q(changes__undone_at=None))
    rows = _examples(request).annotate(changed=lasting).order_by("-said_at", "-pk")
    page = Paginator(rows.filter(forgotten_at=None), per_page=20).get_page(
        request.GET.get("page")
    )
    offered = [] if request.is_resting() else unlearning.offers(request.user)
    waiting = {offer.example.pk: len(offer.messages) for offer in offered}
    context = {
        "page": page,
        "rows": [(row, waiting.get(row.pk, 0)) for row in page],
        "forgotten": rows.exclude(forgotten_at=None)[:FORGOTTEN_SHOWN],
        "least_words": LEAST_WORDS,
    }
    return render(request, "mail/learned.html", context)


@require_GET
def example(request: PersonRequest, example_id: uuid.UUID) -> HttpResponse:
    row = _example(request, example_id)
    offered = []
    if row.counts and not request.is_resting():
        offered = unlearning.offers(request.user, for_example=row)
    context = {
        "example": row,
        "offer": offered[0] if offered else None,
        "changes": changes_of(request.user, [row])[:200],
        "form": ForgetForm(),
        "least_words": LEAST_WORDS,
    }
    return render(request, "mail/example.html", context)


@require_POST
def take(request: PersonRequest, example_id: uuid.UUID) -> HttpResponse:
    row = _example(request, example_id)
    now = timezone.now()
    batch, count = unlearning.take_offer(request.user, row, now=now)
    if not count:
        messages.info(request, _("Nothing like it waits any more."))
    else:
        words = ngettext(
            "One message is read the same way now.",
            "%(count)d messages are read the same way now.",
            count,
        )
        _say(request, words % {"count": count}, "mail:undo_take", batch)
    return redirect("mail:example", example_id=row.pk)


def _say(request: PersonRequest, text: str, name: str, key: uuid.UUID) -> None:
    """Say on the next page that it is done, beside a button that takes it back."""
    say_beside(request, text, url=reverse(name, args=(key,)), press=_("Undo"))


@require_POST
def undo_press(request: PersonRequest, batch: uuid.UUID) -> HttpResponse:
    changes = LearnedChange.objects.for_person(request.user).filter(batch=batch)
    change = get_object_or_404(changes.order_by("pk")[:1])
    unlearning.take_back_press(request.user, batch, now=timezone.now())
    messages.success(request, _("Taken back. They wait for you as before."))
    return redirect("mail:example", example_id=change.example_id)


@require_POST
def undo_change(request: PersonRequest, change_id: uuid.UUID) -> HttpResponse:
    changes = LearnedChange.objects.for_person(request.user)
    change = get_object_or_404(changes.select_related("message"), pk=change_id)
    unlearning.take_back_change(request.user, change, now=timezone.now())
    messages.success(request, _("It is read as before."))
    return redirect("mail:message", message_id=change.message_id)


@require_POST
def forget(request: PersonRequest, example_id: uuid.UUID) -> HttpResponse:
    row = _example(request, example_id)
    form = ForgetForm(request.POST)
    takes_back = form.is_valid() and form.cleaned_data["changes"] == "back"
    now = timezone.now()
    done = unlearning.forget(request.user, row, with_changes=takes_back, now=now)
    words = " ".join(map(str, forgotten_words(done)))
    _say(request, words, "mail:remember", row.pk)
    return redirect("mail:learned")


@require_POST
def remember(request: PersonRequest, example_id: uuid.UUID) -> HttpResponse:
    row = _example(request, example_id)
    unlearning.remember(request.user, row, now=timezone.now())
    messages.success(request, _("Later mail like it is read as you said."))
    return redirect("mail:example", example_id=row.pk)


@require_POST
def correct_message(request: PersonRequest, message_id: uuid.UUID) -> HttpResponse:
    own = MailMessage.objects.for_person(request.user)
    message = get_object_or_404(own, pk=message_id)
    if request.POST.get("kind") == STANDS:
        return _after_letting_stand(request, message)
    stood = standing(request.user, message)
    form = CorrectForm(request.POST, message=message, said=stood)
    if not form.is_valid():
        settle_form = SettleForm(person=request.user, message=message)
        context = message_context(request, message, settle_form)
        context["correct_form"] = form
        return render(request, "mail/message.html", context, status=422)
    now = timezone.now()
    said = form.cleaned_data["kind"]
    if said == Meaning.OTHER:
        set_apart(request.user, message, now=now)
        words = put_aside_words(request.user, message)
        if message.is_sent:
            words = _("Taken back: this mail says none of it.")
        say_decided(request, words, message)
        return redirect("mail:message", message_id=message.pk)
    if said in OF_ROUNDS:
        return _correct_to_round(request, message, form)
    event = correct(
        request.user,
        message,
        kind=EventKind(said),
        when=form.when,
        keeps_hour=form.keeps_hour,
        now=now,
    )
    return _after_correction(request, message, event)


def _correct_to_round(
    request: PersonRequest, message: MailMessage, form: CorrectForm
) -> HttpResponse:
    outcome = OF_ROUNDS[form.cleaned_data["kind"]]
    event = correct_to_round(
        request.user, message, outcome=outcome, when=form.when, now=timezone.now()
    )
    page = reverse("mail:message", args=(message.pk,))
    if event is None:
        words = _("No interview of before this mail is known, so nothing is changed.")
        messages.info(request, words)
        return redirect(page)
    words = (
        _("Corrected: the interview is called off, on %(application)s.")
        if outcome is Outcome.CANCELLED
        else _("Corrected: the interview is moved, on %(application)s.")
    )
    if not event.payload["event"]:
        words = unknown_round_words()
    text = words % {"application": event.application.head}
    say(request, text, undo=event, back=page)
    return redirect(page)


def _after_letting_stand(request: PersonRequest, message: MailMessage) -> HttpResponse:
    page = reverse("mail:message", args=(message.pk,))
    event = let_stand(request.user, message, now=timezone.now())
    if event is not None:
        words = _("The interview stands as it was, on %(application)s.")
        text = words % {"application": event.application.head}
        say(request, text, bring_back=event, back=page)
    return redirect(page)


def _after_correction(
    request: PersonRequest, message: MailMessage, event: Event | None
) -> HttpResponse:
    if event is None:
        return redirect("mail:message", message_id=message.pk)
    page = reverse("mail:message", args=(message.pk,))
    words = _("Corrected: %(what)s, on %(application)s.") % {
        "what": EVENT_LABELS[EventKind(event.kind)],
        "application": event.application.head,
    }
    if not message.is_sent and speaks_for_others(request.user, message):
        words = f"{words} {_('Mail like it is read so from now on.')}"
    say(request, words, undo=event, back=page)
    return redirect("plan:no", event.pk) if event.kind in NO_KINDS else redirect(page)
