from __future__ import annotations

import uuid
from functools import wraps
from typing import Any, Protocol

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.models import Application, Event
from onward.core.charts.figure import Figure
from onward.method.noes import no_event, origin_of
from onward.method.outlook.forms import EffortForm, FirstThingForm, StoneForm
from onward.method.outlook.models import Stone
from onward.method.outlook.rules.pictures import PictureName
from onward.method.outlook.services.keeping import (
    all_stones,
    first_thing,
    keep_first_thing,
    keep_stone,
    stones_of,
)
from onward.method.outlook.services.pictures import (
    picture,
    picture_list,
    png_file,
    svg_file,
)
from onward.method.outlook.services.quiet import (
    MOST_AT_ONCE,
    close_quiet,
    leave_open,
    presses,
    proposals,
    take_back_press,
)
from onward.method.outlook.services.reckoning import use_prior
from onward.method.outlook.services.rows import rows_of
from onward.method.outlook.show import home_page, later_one_in
from onward.people.http import PersonRequest, form_status, posted

PER_PAGE = 25
HIDDEN = "hidden"


def _is_asked(request: PersonRequest) -> bool:
    return request.GET.get("asked") == "1"


class _View(Protocol):
    def __call__(
        self, request: PersonRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse: ...


def numbers_rest(view: _View) -> _View:
    """Let a page of numbers rest in a quiet window, unless the person asked for it."""

    @wraps(view)
    def resting(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.is_resting() and not _is_asked(request):
            return render(request, "outlook/resting.html")
        return view(request, *args, **kwargs)

    return resting


@require_GET
@numbers_rest
def home(request: PersonRequest) -> HttpResponse:
    form = EffortForm(request.GET)
    weekly = form.cleaned_data["weekly"] if form.is_valid() else None
    page = home_page(request.user, weekly=weekly, now=timezone.now())
    template = "outlook/home.html"
    if request.htmx:
        template += "#effort"
    context = {"page": page, "is_asked": "weekly" in request.GET}
    return render(request, template, context)


@require_POST
def prior(request: PersonRequest) -> HttpResponse:
    use_prior(request.user, is_wanted=request.POST.get("use") == "yes")
    messages.success(request, _("Kept. The numbers are reckoned so from now on."))
    return redirect("outlook:home")


@require_GET
def pictures(request: PersonRequest) -> HttpResponse:
    context = {"pictures": picture_list(), "has_rows": bool(rows_of(request.user))}
    return render(request, "outlook/pictures.html", context)


@require_GET
@numbers_rest
def one_picture(request: PersonRequest, name: PictureName) -> HttpResponse:
    figure = _figure(request, name)
    context = {
        "name": name,
        "figure": figure,
        "has_names": _has_names(request),
        "is_asked": _is_asked(request),
        "can_hide_names": name == PictureName.LINES,
        "others": [entry for entry in picture_list() if entry[0] != name],
    }
    return render(request, "outlook/picture.html", context)


@require_GET
@numbers_rest
def export_svg(request: PersonRequest, name: PictureName) -> HttpResponse:
    drawing = svg_file(_figure_or_404(request, name))
    return _file(drawing.encode(), f"{name}.svg", kind="image/svg+xml")


@require_GET
@numbers_rest
def export_png(request: PersonRequest, name: PictureName) -> HttpResponse:
    drawing = png_file(_figure_or_404(request, name))
    return _file(drawing, f"{name}.png", kind="image/png")


@require_GET
def quiet(request: PersonRequest) -> HttpResponse:
    if request.is_resting():
        return render(request, "outlook/resting.html", {"is_quiet_list": True})
    now = timezone.now()
    found = proposals(request.user, now=now)
    page = Paginator(found.unanswered, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "later": found.later[:PER_PAGE],
        "waiting": found.waiting[:PER_PAGE],
        "presses": presses(request.user, now=now),
        "one_in": later_one_in(),
        "close_label": _close_label(len(found.unanswered)),
    }
    return render(request, "outlook/quiet.html", context)


def _close_label(count: int) -> str:
    if count > MOST_AT_ONCE:
        return _("Close the %(count)d oldest of these") % {"count": MOST_AT_ONCE}
    said = ngettext("Close this one", "Close all %(count)d of these", count)
    return said % {"count": count}


@require_POST
def close(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    if request.POST.get("which") == "all":
        ids = [row.id for row in proposals(request.user, now=now).unanswered]
    else:
        ids = _ids(request.POST.getlist("application"))
    count = close_quiet(request.user, ids, now=now)
    if count:
        said = ngettext(
            "Closed as quiet: %(count)d application. A reply opens it again, and so do you.",
            "Closed as quiet: %(count)d applications. A reply opens them again, and so do you.",
            count,
        )
        messages.success(request, said % {"count": count})
    else:
        messages.info(
            request, _("Nothing to close: it was closed or answered already.")
        )
    return redirect("outlook:quiet")


def _ids(values: list[str]) -> list[uuid.UUID]:
    try:
        return [uuid.UUID(value) for value in values]
    except ValueError as error:
        raise Http404 from error


@require_POST
def leave(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = get_object_or_404(
        Application.objects.for_person(request.user), pk=application_id
    )
    leave_open(request.user, application, now=timezone.now())
    messages.success(request, _("Left open. It is not asked about for 30 days."))
    return redirect("outlook:quiet")


@require_POST
def undo(request: PersonRequest, press_id: uuid.UUID) -> HttpResponse:
    count = take_back_press(request.user, press_id, now=timezone.now())
    if not count:
        raise Http404
    said = ngettext(
        "Taken back: %(count)d application is open again.",
        "Taken back: %(count)d applications are open again.",
        count,
    )
    messages.success(request, said % {"count": count})
    return redirect("outlook:quiet")


@require_GET
def stones(request: PersonRequest) -> HttpResponse:
    found = all_stones(request.user, only_written=request.is_resting())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "outlook/stones.html", {"page": page})


@require_http_methods(["GET", "POST"])
def add_stone(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    origin = _origin_or_404(request, event_id)
    form = StoneForm(posted(request))
    if request.method == "POST" and form.is_valid():
        keep_stone(request.user, origin=origin, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("plan:no", origin.pk)
    application = origin.application.head
    context = {
        "form": form,
        "origin": origin,
        "application": application,
        "stones": stones_of(
            request.user, origin_id=origin.pk, application_id=application.pk
        ),
    }
    return render(request, "outlook/add_stone.html", context, status=form_status(form))


@require_POST
def delete_stone(request: PersonRequest, stone_id: uuid.UUID) -> HttpResponse:
    stone = get_object_or_404(Stone.objects.for_person(request.user), pk=stone_id)
    stone.delete()
    messages.success(request, _("Deleted."))
    return redirect("outlook:stones")


@require_http_methods(["GET", "POST"])
def first(request: PersonRequest) -> HttpResponse:
    kept = first_thing(request.user)
    form = FirstThingForm(
        posted(request), initial={"will_text": kept.will_text if kept else ""}
    )
    if request.method == "POST" and form.is_valid():
        keep_first_thing(request.user, now=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Kept. It is shown to you on the day of a no."))
        return redirect("pages:today")
    context = {"form": form, "kept": kept}
    return render(request, "outlook/first.html", context, status=form_status(form))


def _figure(request: PersonRequest, name: PictureName) -> Figure | None:
    return picture(
        request.user, name, has_names=_has_names(request), now=timezone.now()
    )


def _figure_or_404(request: PersonRequest, name: PictureName) -> Figure:
    figure = _figure(request, name)
    if figure is None:
        raise Http404
    return figure


def _has_names(request: PersonRequest) -> bool:
    return request.GET.get("names") != HIDDEN


def _file(content: bytes, name: str, *, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="onward-{name}"'
    return response


def _origin_or_404(request: PersonRequest, event_id: uuid.UUID) -> Event:
    """Return the event that what is kept about a no hangs on, unless it was taken back."""
    try:
        current = no_event(request.user, event_id)
    except (Event.DoesNotExist, ValidationError) as error:
        raise Http404 from error
    if current.is_void:
        raise Http404
    return origin_of(request.user, current)
