"""What several pages of the room do alike: find a row, hand a file over."""

from __future__ import annotations

import uuid

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_http_methods

from onward.applications.models import Application
from onward.documents import blobs
from onward.documents.models import KeptFile
from onward.people.http import PersonRequest

get_or_post = require_http_methods(("GET", "HEAD", "POST"))


def own_application(request: PersonRequest, application_id: uuid.UUID) -> Application:
    """Return the application that is meant, or the one it is part of."""
    own = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(own, pk=application_id).head


def hand_over(request: PersonRequest, file: KeptFile) -> HttpResponseBase:
    """Return a kept file as a download, never to be shown or run by the browser."""
    if not file.digest:
        raise Http404
    try:
        content = blobs.blob_path(request.user, file.digest).open("rb")
    except (FileNotFoundError, PermissionError):
        return _gone(request, file)
    answer = FileResponse(
        content,
        as_attachment=True,
        filename=file.file_name or "file",
        content_type="application/octet-stream",
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


def _gone(request: PersonRequest, file: KeptFile) -> HttpResponse:
    return render(request, "documents/gone.html", {"file": file}, status=404)
