from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from onward.jobs.models import Job
from onward.mail.models import ModelAnswer, OwnModel
from onward.mail.own_model.troubles import ModelTrouble
from onward.mail.own_model.words import OUTCOME_WORDS, VERDICT_WORDS
from onward.mail.own_model_forms import OwnModelForm
from onward.mail.rules.own_model.address import model_address
from onward.mail.rules.own_model.answers import Judged, Outcome
from onward.mail.rules.own_model.asking import question, system_words
from onward.mail.rules.types import Verdict
from onward.mail.services.asking import ambiguous, queue_asking, to_ask
from onward.mail.services.own_model import (
    JOB,
    is_key_in_file,
    keep_model,
    may_have_one,
    own_model,
    remove_model,
    try_out,
    turn_off,
)
from onward.mail.services.proposals import accept, answer_counts, dismiss
from onward.mail.views import after_settling, say_decided
from onward.people.http import PersonRequest


def _row(request: PersonRequest) -> OwnModel:
    return get_object_or_404(OwnModel.objects.for_person(request.user))


@require_http_methods(["GET", "POST"])
def model_settings(request: PersonRequest) -> HttpResponse:
    row = own_model(request.user)
    if request.method != "POST":
        return _settings(request, OwnModelForm(person=request.user, row=row))
    form = OwnModelForm(request.POST, person=request.user, row=row)
    if form.is_valid() and _kept(request, form):
        messages.success(
            request, _("Kept, and turned on. Test it before you ask anything.")
        )
        return redirect("mail:model")
    return _settings(request, form, status=422)


def _kept(request: PersonRequest, form: OwnModelForm) -> bool:
    key = form.cleaned_data["key"]
    try:
        keep_model(request.user, form.facts(), key=key, now=timezone.now())
    except OSError as error:
        reason = error.strerror or str(error)
        form.add_error(
            "key",
            _(
                "The key could not be kept (%(reason)s). Make room on the disk, then "
                "try again."
            )
            % {"reason": reason},
        )
        return False
    return True


def _settings(
    request: PersonRequest, form: OwnModelForm, *, status: int = 200
) -> HttpResponse:
    row = own_model(request.user)
    unclear = ambiguous(request.user)
    jobs = Job.objects.for_person(request.user).filter(kind=JOB, finished_at=None)
    context = {
        "form": form,
        "row": row,
        "place": model_address(row.address) if row else None,
        "is_in_file": row is not None and is_key_in_file(row),
        "may_have_one": may_have_one(request.user),
        "unclear": unclear.count(),
        "to_ask": to_ask(request.user, model=row.name).count() if row else 0,
        "counts": answer_counts(request.user),
        "job": jobs.order_by("created_at").first(),
        "system": system_words(),
        "example": _example(request),
    }
    return render(request, "mail/own_model.html", context, status=status)


def _example(request: PersonRequest) -> str:
    """Return the data of one of the person's own messages as it would be sent, or ""."""
    newest = ambiguous(request.user).order_by("-sent_at").first()
    if newest is None:
        return ""
    asked = question(subject=newest.subject, text=newest.text, mark="0123456789abcdef")
    return asked.data


@require_POST
def model_test(request: PersonRequest) -> HttpResponse:
    try:
        judged = try_out(_row(request))
    except ModelTrouble as trouble:
        messages.error(request, str(trouble))
    else:
        _tell(request, judged)
    return redirect("mail:model")


def _tell(request: PersonRequest, judged: Judged) -> None:
    """Say what the answer about the invented no was worth."""
    if judged.verdict is Verdict.REJECTION:
        messages.success(
            request, _("It answered as hoped: it read an invented no as a no.")
        )
    elif judged.verdict is not None:
        messages.warning(
            request,
            _(
                "It answers in the right form, but read an invented no as “%(words)s”. "
                "Look at its readings with care, or try a larger model."
            )
            % {"words": VERDICT_WORDS[judged.verdict]},
        )
    else:
        messages.warning(
            request,
            _(
                "It answers, but that answer would be let go: it %(words)s. A larger "
                "model may do better."
            )
            % {"words": OUTCOME_WORDS[judged.outcome]},
        )


@require_POST
def model_off(request: PersonRequest) -> HttpResponse:
    turn_off(_row(request))
    messages.success(request, _("Turned off. Nothing is sent to it any more."))
    return redirect("mail:model")


@require_POST
def model_ask(request: PersonRequest) -> HttpResponse:
    job = queue_asking(request.user)
    if job is None:
        messages.error(request, _("Your model is off. Turn it on first."))
        return redirect("mail:model")
    return redirect("jobs:detail", job_id=job.pk)


@require_http_methods(["GET", "POST"])
def model_remove(request: PersonRequest) -> HttpResponse:
    row = _row(request)
    if request.method == "POST":
        remove_model(row)
        messages.success(
            request, _("Removed, with its key and what it proposed and you left open.")
        )
        return redirect("mail:model")
    return render(request, "mail/own_model_remove.html", {"row": row})


def _answer(request: PersonRequest, answer_id: uuid.UUID) -> ModelAnswer:
    mine = ModelAnswer.objects.for_person(request.user)
    rows = mine.filter(outcome=Outcome.PROPOSED)
    return get_object_or_404(
        rows.select_related("message", "application"), pk=answer_id
    )


@require_POST
def reading_accept(request: PersonRequest, answer_id: uuid.UUID) -> HttpResponse:
    answer = _answer(request, answer_id)
    try:
        event = accept(request.user, answer, now=timezone.now())
    except ValueError:
        messages.info(request, _("This one needs you to say where it belongs."))
        return redirect("mail:message", message_id=answer.message_id)
    if event is None:
        said = _("Put aside. It stands under “Decided by you”, to be taken back there.")
        say_decided(request, said, answer.message)
        return redirect("mail:review")
    return after_settling(request, answer.message, event)


@require_POST
def reading_dismiss(request: PersonRequest, answer_id: uuid.UUID) -> HttpResponse:
    dismiss(request.user, _answer(request, answer_id))
    messages.success(
        request, _("Dismissed. The message waits for you as before, unchanged.")
    )
    return redirect("mail:review")
