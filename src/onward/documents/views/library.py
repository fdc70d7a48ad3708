"""The pages of the library: documents, their versions, what changed between two."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.documents.forms import AddForm, RenameForm
from onward.documents.models import Document, SentFile, Version
from onward.documents.rules.difference import Change, compare
from onward.documents.rules.kinds import DocumentKind
from onward.documents.services import (
    add_file,
    delete_version,
    is_reading_left,
    library,
    note_broken,
    read_again,
    rename,
    sent_counts,
    sent_places,
)
from onward.documents.views.shared import get_or_post, hand_over
from onward.people.http import PersonRequest


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    note_broken(request.user)
    counts = sent_counts(request.user)
    documents = library(request.user)
    for document in documents:
        for version in document.versions.all():
            version.sent_count = counts.get(version.pk, 0)  # type: ignore[attr-defined]
    offers = SentFile.objects.for_person(request.user).filter(is_put_aside=False)
    context = {"documents": documents, "offers": offers.count()}
    return render(request, "documents/home.html", context)


@get_or_post
def add(request: PersonRequest) -> HttpResponse:
    is_posted = request.method == "POST"
    form = AddForm(
        request.POST if is_posted else None,
        request.FILES if is_posted else None,
        person=request.user,
        initial={"document": request.GET.get("document")},
    )
    if not form.is_valid():
        status = 422 if form.errors else 200
        return render(request, "documents/add.html", {"form": form}, status=status)
    version = keep_upload(request, form)
    return redirect("documents:version", version.pk)


def keep_upload(request: PersonRequest, form: AddForm) -> Version:
    """Keep the file of a valid form; say so where its bytes were known already."""
    upload = form.upload
    added = add_file(
        request.user,
        file_name=upload.name or "",
        chunks=upload.chunks(),
        kind=form.kind_chosen,
        document=form.document_chosen,
        now=timezone.now(),
    )
    if not added.is_new:
        messages.info(
            request,
            _("This very file is kept already, as “%(version)s”.")
            % {"version": added.version},
        )
    return added.version


@require_GET
def document_detail(request: PersonRequest, document_id: uuid.UUID) -> HttpResponse:
    note_broken(request.user)
    document = _document(request, document_id)
    counts = sent_counts(request.user)
    versions = list(document.versions.order_by("-number").defer("text", "sections"))
    for version in versions:
        version.sent_count = counts.get(version.pk, 0)  # type: ignore[attr-defined]
    pairs = list(zip(versions, [*versions[1:], None], strict=True))
    initial = {"name": document.name, "kind": document.kind}
    context = {
        "document": document,
        "versions": versions,
        "pairs": pairs,
        "form": RenameForm(initial=initial),
    }
    return render(request, "documents/document.html", context)


@require_POST
def rename_document(request: PersonRequest, document_id: uuid.UUID) -> HttpResponse:
    document = _document(request, document_id)
    form = RenameForm(request.POST)
    if not form.is_valid():
        context = {"document": document, "form": form}
        return render(request, "documents/rename.html", context, status=422)
    rename(
        request.user,
        document,
        name=form.cleaned_data["name"],
        kind=DocumentKind(form.cleaned_data["kind"]),
    )
    messages.success(request, _("Saved."))
    return redirect("documents:document", document.pk)


@require_GET
def version_detail(request: PersonRequest, version_id: uuid.UUID) -> HttpResponse:
    note_broken(request.user)
    version = _version(request, version_id)
    others = version.document.versions.exclude(pk=version.pk).order_by("-number")
    context = {
        "version": version,
        "others": others.defer("text", "sections"),
        "places": sent_places(request.user, version),
        "is_left": version.is_waiting
        and is_reading_left(request.user, now=timezone.now()),
    }
    template = "documents/version.html"
    return render(request, template + ("#reading" if request.htmx else ""), context)


@require_GET
def download(request: PersonRequest, version_id: uuid.UUID) -> HttpResponseBase:
    return hand_over(request, _version(request, version_id))


@require_POST
def read_once_more(request: PersonRequest, version_id: uuid.UUID) -> HttpResponse:
    version = _version(request, version_id)
    read_again(request.user, version)
    return redirect("documents:version", version.pk)


@get_or_post
def delete(request: PersonRequest, version_id: uuid.UUID) -> HttpResponse:
    version = _version(request, version_id)
    if request.method != "POST":
        context = {
            "version": version,
            "places": sent_places(request.user, version),
            "is_last": version.document.versions.count() == 1,
        }
        return render(request, "documents/delete.html", context)
    name = str(version)
    delete_version(request.user, version)
    messages.success(request, _("Deleted: %(name)s.") % {"name": name})
    return redirect("documents:home")


@require_GET
def comparison(request: PersonRequest) -> HttpResponse:
    old = _version(request, _key(request.GET.get("old")))
    new = _version(request, _key(request.GET.get("new")))
    result = compare(old.text, new.text)
    context = {
        "old": old,
        "new": new,
        "result": result,
        "came": result.words(Change.NEW),
        "went": result.words(Change.GONE),
        "can_compare": old.is_read and new.is_read,
    }
    return render(request, "documents/compare.html", context)


def _key(value: str | None) -> uuid.UUID:
    try:
        return uuid.UUID(value or "")
    except ValueError as error:
        raise Http404 from error


def _document(request: PersonRequest, document_id: uuid.UUID) -> Document:
    return get_object_or_404(Document.objects.for_person(request.user), pk=document_id)


def _version(request: PersonRequest, version_id: uuid.UUID) -> Version:
    own = Version.objects.for_person(request.user).select_related("document")
    return get_object_or_404(own, pk=version_id)
