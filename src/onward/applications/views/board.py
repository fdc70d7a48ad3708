"""The board, and the stages of the person's own."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.forms import ClosingForm, MoveForm, StageForm
from onward.applications.models import Application, CustomStage
from onward.applications.rules.kinds import Stage
from onward.applications.services import (
    CARDS_SHOWN,
    UNDO_WITHIN,
    Column,
    add_stage,
    board,
    custom_stages,
    last_number,
    move_to,
    place_of,
    remove_stage,
    removed_stages,
    restore_stage,
)
from onward.applications.views.shared import (
    application_or_404,
    back_or,
    chosen_application,
    form_page,
    get_or_post,
    record_no,
    say,
)
from onward.core.text import counted
from onward.people.http import PersonRequest, posted


@require_GET
def board_page(request: PersonRequest) -> HttpResponse:
    today = timezone.localdate()
    given = {key: request.GET.get(key, "") for key in request.GET}
    shown = {
        key: number
        for key, value in given.items()
        if (number := counted(value)) is not None and number < 1000
    }
    columns = board(request.user, today=today, shown=shown)
    context = {
        "columns": [(column, _more_url(request, column)) for column in columns],
        "is_empty": not any(column.cards for column in columns),
        "closed": Stage.CLOSED,
        "today": today.isoformat(),
        "first": next((column.place for column in columns if column.cards), None),
    }
    return render(request, "applications/board.html", context)


def _more_url(request: PersonRequest, column: Column) -> str:
    if not column.has_more:
        return ""
    query = request.GET.copy()
    query[column.place.key] = str(len(column.cards) + CARDS_SHOWN)
    return f"?{query.urlencode()}#column-{column.place.key}"


@require_POST
def board_move(request: PersonRequest) -> HttpResponse:
    """Take a card that was dragged, or moved by keys, to another column."""
    application = chosen_application(request)
    return _move(request, application, template="")


@get_or_post
def move_page(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    return _move(request, application, template="applications/move_to.html")


def _move(
    request: PersonRequest, application: Application, *, template: str
) -> HttpResponse:
    own = list(custom_stages(request.user))
    at = place_of(application, own=own)
    form = MoveForm(posted(request), own=own, at=at.key)
    back = request.POST.get("back", request.GET.get("back", ""))
    if not form.is_valid():
        if not template:
            return redirect("applications:move_to", application.pk)
        return form_page(request, template, form, application=application, back=back)
    if form.place.stage == Stage.CLOSED:
        if at.stage == Stage.CLOSED:
            return back_or(request, reverse("applications:board"))
        return redirect("applications:close", application.pk)
    _do_move(request, application, form=form, back=back)
    return back_or(request, reverse("applications:detail", args=(application.pk,)))


def _do_move(
    request: PersonRequest, application: Application, *, form: MoveForm, back: str
) -> None:
    moved = move_to(request.user, application, to=form.place, now=timezone.now())
    said = {"application": application, "place": form.place_name}
    if moved is None:
        text = _("It stands at “%(place)s” already: %(application)s.")
        say(request, text % said)
        return
    text = _("Moved to “%(place)s”: %(application)s.") % said
    if moved.is_back:
        say(request, text, bring_back=moved.event, back=back)
    else:
        say(request, text, undo=moved.event, back=back)


@get_or_post
def close(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    now = timezone.now()
    form = ClosingForm(
        posted(request),
        now=now,
        zone_name=request.user.time_zone,
        kind=request.GET.get("kind", ""),
        seen=last_number(request.user, application),
    )
    if not form.is_valid():
        return form_page(
            request, "applications/close.html", form, application=application
        )
    return record_no(request, application, form)


@get_or_post
def stages(request: PersonRequest) -> HttpResponse:
    own = list(custom_stages(request.user))
    form = StageForm(posted(request), own=own)
    if not form.is_valid():
        removed = removed_stages(request.user, since=timezone.now() - UNDO_WITHIN)
        return form_page(
            request, "applications/stages.html", form, own=own, removed=removed
        )
    add_stage(
        request.user,
        name=form.cleaned_data["name"],
        stage=Stage(form.cleaned_data["stage"]),
    )
    say(request, _("Added. It stands on the board now."))
    return redirect("applications:stages")


@require_POST
def stage_remove(request: PersonRequest, stage_id: uuid.UUID) -> HttpResponse:
    remove_stage(_stage(request, stage_id), now=timezone.now())
    say(request, _("Removed. What was there shows at the stage it counts as."))
    return redirect("applications:stages")


@require_POST
def stage_restore(request: PersonRequest, stage_id: uuid.UUID) -> HttpResponse:
    try:
        restore_stage(_stage(request, stage_id))
    except ValueError:
        say(request, _("There is a stage of this name by now."))
    return back_or(request, reverse("applications:stages"))


def _stage(request: PersonRequest, stage_id: uuid.UUID) -> CustomStage:
    return get_object_or_404(CustomStage.objects.for_person(request.user), pk=stage_id)
