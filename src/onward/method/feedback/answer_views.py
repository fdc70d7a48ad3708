from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from onward.mail.models import MailMessage
from onward.method.feedback.forms import NextTimeForm, SaidForm, TagForm
from onward.method.feedback.labels import ORIGIN_WORDS
from onward.method.feedback.models import Feedback, NextTime
from onward.method.feedback.rules.kinds import Origin
from onward.method.feedback.rules.themes import suggest_tags
from onward.method.feedback.services.answering import (
    keep_answer,
    keep_told,
    not_the_answer,
    own_text,
)
from onward.method.feedback.services.lessons import (
    keep_next_time,
    tag_feedback,
)
from onward.method.feedback.services.situation import story_of
from onward.method.feedback.views import (
    own_application,
    own_request,
)
from onward.people.http import PersonRequest, form_status, posted


@require_http_methods(["GET", "POST"])
def answer(
    request: PersonRequest, request_id: uuid.UUID, message_id: uuid.UUID
) -> HttpResponse:
    row = own_request(request, request_id)
    mail = MailMessage.objects.for_person(request.user)
    message = get_object_or_404(mail, pk=message_id)
    if request.method == "POST":
        if request.POST.get("answer") == "no":
            not_the_answer(row, message)
            messages.success(request, _("Noted: it is not the answer."))
            return redirect("feedback:application", row.application.head.pk)
        kept = keep_answer(row, message, now=timezone.now())
        messages.success(request, _("Kept, word for word."))
        return redirect("feedback:said", kept.pk)
    context = {"row": row, "message": message, "text": own_text(message.text)}
    return render(request, "feedback/answer.html", context)


@require_http_methods(["GET", "POST"])
def told(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = own_application(request, application_id)
    story = story_of(request.user, row)
    asked = story.request if story.request and story.request.is_asked else None
    initial = {"said_by": asked.to_name if asked else ""}
    form = SaidForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        kept = keep_told(
            request.user,
            application=row,
            request=asked,
            text=form.cleaned_data["text"],
            said_by=form.cleaned_data["said_by"],
            at=form.said_at(now=now, zone_name=request.user.time_zone),
            now=now,
        )
        messages.success(request, _("Kept, word for word."))
        return redirect("feedback:said", kept.pk)
    context = {"form": form, "application": row}
    return render(request, "feedback/told.html", context, status=form_status(form))


@require_http_methods(["GET", "POST"])
def said(request: PersonRequest, feedback_id: uuid.UUID) -> HttpResponse:
    rows = Feedback.objects.for_person(request.user).select_related(
        "application__merged_into", "message", "event"
    )
    row = get_object_or_404(rows, pk=feedback_id)
    initial = {"tags": row.tags, "would_act": row.would_act}
    form = TagForm(posted(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        tag_feedback(row, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept. One view is one view: it counts as that."))
        return redirect("feedback:application", row.application.head.pk)
    labels = dict(form.fields["tags"].choices)  # type: ignore[attr-defined]
    context = {
        "row": row,
        "form": form,
        "origin": ORIGIN_WORDS[Origin(row.came_from)],
        "suggested": [labels[tag.value] for tag in suggest_tags(row.text)],
    }
    return render(request, "feedback/said.html", context, status=form_status(form))


@require_POST
def next_time(request: PersonRequest) -> HttpResponse:
    form = NextTimeForm(request.POST)
    if form.is_valid():
        keep_next_time(request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept for next time."))
        return redirect("feedback:home")
    return render(request, "feedback/next_time.html", {"form": form}, status=422)


@require_POST
def let_line_go(request: PersonRequest, line_id: uuid.UUID) -> HttpResponse:
    rows = NextTime.objects.for_person(request.user)
    line = get_object_or_404(rows, pk=line_id)
    line.let_go_at = line.let_go_at or timezone.now()
    line.save(update_fields=["let_go_at"])
    messages.success(request, _("Let go."))
    return redirect("feedback:home")
