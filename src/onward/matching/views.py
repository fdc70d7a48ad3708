from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from onward.applications.labels import Words
from onward.applications.models import Application
from onward.matching.forms import ChooseForm, SayForm
from onward.matching.labels import tailoring_words
from onward.matching.rules.own import Correction
from onward.matching.services import read_letter_of, say, tailoring_of
from onward.matching.services import read_out as make_read_out
from onward.matching.services.reading import resumes
from onward.matching.shown import groups, show, show_letter
from onward.people.http import PersonRequest


@require_GET
def read_out(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    if application.pk != application_id:
        return redirect("matching:read_out", application.pk)
    person = request.user
    form = ChooseForm(request.GET, versions=resumes(person))
    found = make_read_out(person, application, version_id=form.version_id)
    letter = read_letter_of(person, application)
    context = {
        "application": application,
        "form": form,
        "can_choose": form.fields["resume"].queryset.exists(),  # type: ignore[attr-defined]
        "read_out": found,
        "groups": groups(found.decided),
        "struck": [show(decision) for decision in found.struck],
        "letter": show_letter(letter) if letter else None,
        "tailoring": "" if request.is_resting() else _tailoring(request, application),
        "chosen": form.version_id or "",
    }
    return render(request, "matching/read_out.html", context)


def _tailoring(request: PersonRequest, application: Application) -> str:
    tailoring = tailoring_of(request.user, application)
    return tailoring_words(tailoring) if tailoring else ""


@require_POST
def say_so(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = _application(request, application_id)
    form = SayForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(_("That is no line of a read-out."))
    given = form.cleaned_data
    said = form.correction
    say(request.user, application, key=given["key"], said=said, now=timezone.now())
    messages.success(request, _SAID[said])
    address = reverse("matching:read_out", args=[application.pk])
    chosen = f"?resume={given['resume']}" if given["resume"] else ""
    anchor = "#struck" if said is Correction.NOT_ASKED else f"#{given['anchor']}"
    return redirect(address + chosen + (anchor if anchor != "#" else ""))


_SAID: dict[Correction | None, Words] = {
    Correction.NOT_ASKED: gettext_lazy("Struck out. It stays below, to bring back."),
    Correction.HAVE: gettext_lazy("Noted: your résumé says it in other words."),
    None: gettext_lazy("Taken back."),
}


def _application(request: PersonRequest, application_id: uuid.UUID) -> Application:
    own = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(own, pk=application_id).head
