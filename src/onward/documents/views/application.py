"""The pages around one application: what was sent with it, and its advert."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.documents.forms import AddForm, AdvertFactsForm, AdvertForm, SendForm
from onward.documents.models import Advert, SentFile, Version
from onward.documents.rules.addresses import web_address
from onward.documents.services import (
    advert_of,
    adverts,
    correct_advert,
    delete_advert,
    is_reading_left,
    keep_address,
    keep_file,
    keep_pasted,
    mark_sent,
    note_broken,
    sent_with,
    take_back_sent,
    try_again,
)
from onward.documents.views.library import keep_upload
from onward.documents.views.shared import get_or_post, hand_over, own_application
from onward.people.http import PersonRequest, posted


@require_GET
def overview(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = own_application(request, application_id)
    if application.pk != application_id:
        return redirect("documents:application", application.pk)
    template = "documents/application.html" + ("#kept" if request.htmx else "")
    return render(request, template, _context(request, application))


def _context(
    request: PersonRequest, application: Application, **forms: Any
) -> dict[str, Any]:
    person = request.user
    note_broken(person)
    sent = sent_with(person, application)
    current = advert_of(person, application)
    kept = list(adverts(person, application).defer("text"))
    offers = SentFile.objects.for_person(person).filter(
        Q(application=application) | Q(application__merged_into=application),
        is_put_aside=False,
    )
    unread = Version.objects.for_person(person).filter(
        pk__in=[one.version_id for one in sent]
    )
    states = {version.pk: version for version in unread.defer("text", "sections")}
    is_waiting = any(v.is_waiting for v in [*states.values(), *kept])
    context = {
        "application": application,
        "sent": [(one, states[one.version_id]) for one in sent],
        "advert": current,
        "others": [advert for advert in kept if advert != current],
        "is_waiting": is_waiting,
        "is_left": is_waiting and is_reading_left(person, now=timezone.now()),
        "offers": offers.order_by("-sent_at"),
        "add_form": AddForm(person=person),
        "send_form": SendForm(person=person),
        "advert_form": AdvertForm(initial={"address": _address_of(application)}),
    }
    return context | forms


def _address_of(application: Application) -> str:
    try:
        return web_address(application.url)
    except ValueError:
        return ""


@require_POST
def add(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = own_application(request, application_id)
    form = AddForm(request.POST, request.FILES, person=request.user)
    if not form.is_valid():
        return _with_problems(request, application, add_form=form)
    version = keep_upload(request, form)
    mark_sent(request.user, application, version, now=timezone.now())
    messages.success(request, _("Kept, and noted as sent with this application."))
    return redirect("documents:application", application.pk)


@require_POST
def send(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = own_application(request, application_id)
    form = SendForm(request.POST, person=request.user)
    if not form.is_valid():
        return _with_problems(request, application, send_form=form)
    version: Version = form.cleaned_data["version"]
    mark_sent(request.user, application, version, now=timezone.now())
    messages.success(request, _("Noted as sent with this application."))
    return redirect("documents:application", application.pk)


@require_POST
def unsend(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    own = Event.objects.for_person(request.user).filter(kind=EventKind.DOCUMENT)
    event = get_object_or_404(
        own.select_related("application__merged_into"), pk=event_id
    )
    take_back_sent(request.user, event, now=timezone.now())
    messages.success(request, _("Taken back. The file stays among your documents."))
    return redirect("documents:application", event.application.head.pk)


@require_POST
def keep_advert(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = own_application(request, application_id)
    form = AdvertForm(request.POST, request.FILES)
    if not form.is_valid():
        return _with_problems(request, application, advert_form=form)
    _keep(request, application, form.cleaned_data)
    return redirect("documents:application", application.pk)


def _keep(
    request: PersonRequest, application: Application, given: dict[str, Any]
) -> Advert:
    now = timezone.now()
    address, upload = given["address"], given["file"]
    if upload is not None:
        return keep_file(
            request.user,
            application,
            file_name=upload.name or "",
            chunks=upload.chunks(),
            address=address,
            now=now,
        )
    if given["text"].strip():
        return keep_pasted(
            request.user, application, text=given["text"], address=address, now=now
        )
    return keep_address(request.user, application, address=address, now=now)


def _with_problems(
    request: PersonRequest, application: Application, **forms: Any
) -> HttpResponse:
    context = _context(request, application, **forms)
    return render(request, "documents/application.html", context, status=422)


@require_GET
def advert_detail(request: PersonRequest, advert_id: uuid.UUID) -> HttpResponse:
    note_broken(request.user)
    advert = _advert(request, advert_id)
    template = "documents/advert.html" + ("#reading" if request.htmx else "")
    context = {
        "advert": advert,
        "application": advert.application.head,
        "is_left": advert.is_waiting
        and is_reading_left(request.user, now=timezone.now()),
    }
    return render(request, template, context)


@require_GET
def advert_file(request: PersonRequest, advert_id: uuid.UUID) -> HttpResponseBase:
    return hand_over(request, _advert(request, advert_id))


@get_or_post
def advert_edit(request: PersonRequest, advert_id: uuid.UUID) -> HttpResponse:
    advert = _advert(request, advert_id)
    data = posted(request)
    form = AdvertFactsForm.of(data, advert=advert)
    if not form.is_valid():
        status = 422 if form.errors else 200
        context = {"advert": advert, "form": form}
        return render(request, "documents/advert_edit.html", context, status=status)
    correct_advert(
        request.user, advert, facts=form.facts, requirements=form.requirements_listed
    )
    messages.success(request, _("Saved."))
    return redirect("documents:advert", advert.pk)


@require_POST
def advert_again(request: PersonRequest, advert_id: uuid.UUID) -> HttpResponse:
    advert = _advert(request, advert_id)
    try_again(request.user, advert)
    return redirect("documents:advert", advert.pk)


@get_or_post
def advert_delete(request: PersonRequest, advert_id: uuid.UUID) -> HttpResponse:
    advert = _advert(request, advert_id)
    application = advert.application.head
    if request.method != "POST":
        context = {"advert": advert, "application": application}
        return render(request, "documents/advert_delete.html", context)
    delete_advert(request.user, advert, now=timezone.now())
    messages.success(request, _("The advert is deleted."))
    return redirect("documents:application", application.pk)


def _advert(request: PersonRequest, advert_id: uuid.UUID) -> Advert:
    own = Advert.objects.for_person(request.user)
    return get_object_or_404(
        own.select_related("application__merged_into"), pk=advert_id
    )
