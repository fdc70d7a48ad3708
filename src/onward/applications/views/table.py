"""The table: columns, saved views, and one thing done to many."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.core.paginator import Paginator
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from onward.applications.forms import (
    BulkForm,
    TableForm,
    ViewForm,
    place_choices,
    place_named,
)
from onward.applications.models import Application, Event, SavedView
from onward.applications.rules.kinds import EventKind
from onward.applications.services import (
    MOST_AT_ONCE,
    close_all,
    custom_stages,
    describe_all,
    find_applications,
    move_all,
    new_batch,
    put_away_all,
    remove_view,
    restore_view,
    save_view,
    saved_views,
    snooze_all,
    tag,
    take_out_all,
)
from onward.applications.views.shared import back_or, filter_choices, say
from onward.people.http import PersonRequest

ROWS = 50


@require_GET
def table(request: PersonRequest) -> HttpResponse:
    return _table(request, request.GET)


def _table(
    request: PersonRequest,
    query: QueryDict,
    *,
    bulk: BulkForm | None = None,
    ticked: frozenset[str] = frozenset(),
    view_form: ViewForm | None = None,
) -> HttpResponse:
    form = TableForm(query, **filter_choices(request.user))
    found = find_applications(request.user, wanted=form.wanted)
    page = Paginator(found, per_page=ROWS).get_page(query.get("page"))
    own = list(custom_stages(request.user))
    plain = query.copy()
    plain.pop("page", None)
    context = {
        "form": form,
        "wanted": form.wanted,
        "columns": form.columns,
        "page": page,
        "own": {one.pk: one.name for one in own},
        "views": saved_views(request.user),
        "query": plain.urlencode(),
        "view_form": view_form or ViewForm(initial={"query": plain.urlencode()}),
        "bulk": bulk or _bulk_form(request, None),
        "ticked": ticked,
        "most": MOST_AT_ONCE,
    }
    has_problem = (bulk and bulk.errors) or (view_form and view_form.errors)
    status = 422 if has_problem else 200
    return render(request, "applications/table.html", context, status=status)


def _bulk_form(request: PersonRequest, data: QueryDict | None) -> BulkForm:
    return BulkForm(
        data,
        places=place_choices(list(custom_stages(request.user))),
        now=timezone.now(),
        zone_name=request.user.time_zone,
    )


@require_POST
def bulk(request: PersonRequest) -> HttpResponse:
    query = QueryDict(request.POST.get("query", "")[:2000])
    back = f"{reverse('applications:table')}?{query.urlencode()}"
    chosen = _chosen(request, query)
    if not chosen:
        say(request, _("Nothing was ticked, so nothing was changed."))
        return redirect(back)
    if len(chosen) > MOST_AT_ONCE:
        text = _("That is more than %(most)d at once. Narrow it down first.")
        say(request, text % {"most": MOST_AT_ONCE})
        return redirect(back)
    form = _bulk_form(request, request.POST)
    ticked = frozenset(request.POST.getlist("application"))
    if not form.is_valid():
        return _table(request, query, bulk=form, ticked=ticked)
    batch = new_batch()
    try:
        events = _do(request, form, chosen, batch=batch)
    except ValueError:
        form.add_error("add", _("One of these has as many tags as it can have."))
        return _table(request, query, bulk=form, ticked=ticked)
    _say_done(request, form, events, batch=batch, back=back)
    is_no = form.cleaned_data["action"] == BulkForm.NO and events
    return redirect("plan:list" if is_no else back)


def _chosen(request: PersonRequest, query: QueryDict) -> list[Application]:
    if request.POST.get("all"):
        wanted = TableForm(query, **filter_choices(request.user)).wanted
        found = find_applications(request.user, wanted=wanted)
        return list(found[: MOST_AT_ONCE + 1])
    keys = []
    for text in request.POST.getlist("application")[: MOST_AT_ONCE + 1]:
        try:
            keys.append(uuid.UUID(text))
        except ValueError:
            continue
    own = Application.objects.for_person(request.user).filter(merged_into=None)
    return [row for row in map(own.in_bulk(keys).get, keys) if row is not None]


def _do(
    request: PersonRequest,
    form: BulkForm,
    chosen: list[Application],
    *,
    batch: uuid.UUID,
) -> list[Event]:
    said, person, now = form.cleaned_data, request.user, form.now
    own = list(custom_stages(person))
    actions: dict[str, Callable[[], list[Event]]] = {
        BulkForm.ARCHIVE: lambda: put_away_all(person, chosen, now=now, batch=batch),
        BulkForm.RESTORE: lambda: take_out_all(person, chosen, now=now, batch=batch),
        BulkForm.TAG: lambda: tag(
            person,
            chosen,
            add=said["add"],
            remove=said["remove"],
            now=now,
            batch=batch,
        ),
        BulkForm.NO: lambda: close_all(
            person,
            chosen,
            kind=EventKind(said["no"]),
            at=form.no_at,
            now=now,
            batch=batch,
        ),
        BulkForm.FACT: lambda: describe_all(
            person,
            chosen,
            name=said["fact"],
            value=said["value"],
            now=now,
            batch=batch,
        ),
        BulkForm.SNOOZE: lambda: snooze_all(
            person, chosen, until=said["until"], now=now, batch=batch
        ),
        BulkForm.MOVE: lambda: move_all(
            person, chosen, to=place_named(said["to"], own), now=now, batch=batch
        ),
    }
    return actions[said["action"]]()


def _say_done(
    request: PersonRequest,
    form: BulkForm,
    events: list[Event],
    *,
    batch: uuid.UUID,
    back: str,
) -> None:
    if not events:
        say(request, _("All of them were so already. Nothing was changed."))
        return
    text = ngettext(
        "Done for %(count)d application.",
        "Done for %(count)d applications.",
        len(events),
    )
    say(request, text % {"count": len(events)}, batch=batch, back=back)


@require_POST
def view_save(request: PersonRequest) -> HttpResponse:
    form = ViewForm(request.POST)
    query = QueryDict(request.POST.get("query", "")[:2000])
    if not form.is_valid():
        return _table(request, query, view_form=form)
    save_view(
        request.user,
        name=form.cleaned_data["name"],
        query=query.urlencode()[:2000],
    )
    say(request, _("Saved. You find it above the table."))
    return redirect(f"{reverse('applications:table')}?{query.urlencode()}")


@require_POST
def view_remove(request: PersonRequest, view_id: uuid.UUID) -> HttpResponse:
    remove_view(_view(request, view_id), now=timezone.now())
    say(request, _("Removed. For 30 days you find it under what was changed."))
    return redirect("applications:table")


@require_POST
def view_restore(request: PersonRequest, view_id: uuid.UUID) -> HttpResponse:
    try:
        restore_view(_view(request, view_id))
    except ValueError:
        say(request, _("There is a view of this name by now."))
    return back_or(request, reverse("applications:table"))


def _view(request: PersonRequest, view_id: uuid.UUID) -> SavedView:
    return get_object_or_404(SavedView.objects.for_person(request.user), pk=view_id)
