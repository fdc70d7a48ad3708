"""The page of files that hang on sent mail: look, keep, put aside."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.documents.forms import KeepSentForm
from onward.documents.models import SentFile
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import (
    ask_to_keep,
    ask_to_look,
    latest_look,
    mailboxes_there,
)
from onward.mail.models import ImapAccount
from onward.mail.services.on_server import sent_folders
from onward.people.access import OwnedQuerySet
from onward.people.http import PersonRequest

PER_PAGE = 10


@require_GET
def offers(request: PersonRequest) -> HttpResponse:
    template = "documents/sent_mail.html" + ("#look" if request.htmx else "")
    return render(request, template, _context(request))


def _context(
    request: PersonRequest, *, invalid: KeepSentForm | None = None
) -> dict[str, object]:
    waiting = _waiting(request).order_by("-sent_at", "pk")
    page = Paginator(waiting, per_page=PER_PAGE).get_page(request.GET.get("page"))
    forms = [(file, KeepSentForm(file=file)) for file in page]
    if invalid is not None:
        forms = [
            (file, invalid if invalid.auto_id == form.auto_id else form)
            for file, form in forms
        ]
    return {
        "page": page,
        "rows": forms,
        "job": latest_look(request.user),
        "mailboxes": mailboxes_there(request.user),
        "folders": sent_folders(request.user),
        "accounts": ImapAccount.objects.for_person(request.user).order_by("address"),
    }


def _waiting(request: PersonRequest) -> OwnedQuerySet[SentFile]:
    own = SentFile.objects.for_person(request.user).filter(is_put_aside=False)
    return own.select_related("application__merged_into")


@require_POST
def look(request: PersonRequest) -> HttpResponse:
    ask_to_look(request.user)
    return redirect("documents:sent_mail")


@require_POST
def keep(request: PersonRequest, file_id: uuid.UUID) -> HttpResponse:
    file = get_object_or_404(_waiting(request), pk=file_id)
    form = KeepSentForm(request.POST, file=file)
    if not form.is_valid():
        context = _context(request, invalid=form)
        return render(request, "documents/sent_mail.html", context, status=422)
    ask_to_keep(
        request.user,
        file,
        kind=DocumentKind(form.cleaned_data["kind"]),
        application=form.cleaned_data["application"],
    )
    messages.success(
        request, _("It is being taken from your mailbox, and is here in a moment.")
    )
    application = form.cleaned_data["application"]
    if application is not None:
        return redirect("documents:application", application.pk)
    return redirect("documents:home")


@require_POST
def aside(request: PersonRequest, file_id: uuid.UUID) -> HttpResponse:
    file = get_object_or_404(_waiting(request), pk=file_id)
    SentFile.objects.for_person(request.user).filter(pk=file.pk).update(
        is_put_aside=True
    )
    messages.success(request, _("Put aside. Nothing of it is kept."))
    return redirect("documents:sent_mail")
