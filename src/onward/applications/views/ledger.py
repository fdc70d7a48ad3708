"""The list, one application's story, and what a person does to it."""

from __future__ import annotations

import uuid
from http import HTTPStatus
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.forms import (
    AddForm,
    CorrectionForm,
    EditForm,
    EventForm,
    ListForm,
    OwnForm,
    ReminderForm,
    SnoozeForm,
    SplitForm,
)
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import CORRECTABLE, FACTS, NO_KINDS, EventKind
from onward.applications.rules.listing import Wanted
from onward.applications.services import (
    add_application,
    add_event,
    archive,
    arranged_by,
    correct_event,
    custom_stages,
    describe,
    entry_of,
    find_applications,
    has_twin,
    is_all_of_it,
    last_number,
    move_event,
    new_batch,
    resembling,
    restore,
    rounds_in,
    split,
    standing_version,
    tag,
    timeline,
    told_when,
)
from onward.applications.views.shared import (
    after_recording,
    application_or_404,
    chosen_application,
    event_or_404,
    filter_choices,
    form_page,
    get_or_post,
    join_with_chosen,
    record_no,
    say,
    to_timeline,
)
from onward.people.http import PersonRequest, form_status, posted

PER_PAGE = 25
CHOICES_SHOWN = 10
NEW = "new"
# What stands in the heading, or is told together as the pay.
_PAY = {"salary", "salary_min", "salary_max", "salary_currency", "salary_period"}
_SHOWN_APART = frozenset({"company", "role", *_PAY})


@require_GET
def application_list(request: PersonRequest) -> HttpResponse:
    form = ListForm(request.GET, **filter_choices(request.user))
    wanted = form.wanted
    found = find_applications(request.user, wanted=wanted)
    pages = Paginator(found, per_page=PER_PAGE)
    folded: Page[Application] | None = None
    if not wanted.is_narrowed:
        # What is folded away takes no place on a page of what is shown.
        open_ones = found.filter(is_open__in=(True,))
        open_pages = Paginator(open_ones, per_page=PER_PAGE)
        if open_pages.count:
            closed_ones = found.filter(is_open__in=(False,))
            folded = Paginator(closed_ones, per_page=PER_PAGE).page(1)
            pages = open_pages
    page = pages.get_page(request.GET.get("page"))
    template = "applications/list.html"
    context = {
        "form": form,
        "wanted": wanted,
        "own": {one.pk: one.name for one in custom_stages(request.user)},
        "page": page,
        "open_rows": [row for row in page if row.is_open],
        "closed_rows": [row for row in page if not row.is_open],
        "folded": folded,
    }
    if request.htmx:
        template += "#results"
    return render(request, template, context)


@get_or_post
def add(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    form = AddForm(posted(request), now=now, zone_name=request.user.time_zone)
    if not form.is_valid():
        return form_page(request, "applications/add.html", form)
    application = add_application(
        request.user,
        facts=form.facts,
        applied_at=form.applied_at,
        note=form.cleaned_data["note"],
        tags=form.cleaned_data["tags"],
        now=now,
    )
    first = application.events.order_by("number").first()
    words = _("Added.")
    if has_twin(application):
        words = _(
            "Added. Another one of yours has the same employer and title. If this one is "
            "too many, undo takes it away."
        )
    say(request, words, batch=first.batch if first else None)
    return redirect("applications:detail", application.pk)


@require_GET
def detail(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    if application.pk != application_id:
        return redirect("applications:detail", application.pk)
    now, zone_name = timezone.now(), request.user.time_zone
    entries = timeline(request.user, application)
    context = {
        "application": application,
        "story": [entry for entry in entries if not entry.is_quiet],
        "bookkeeping": [entry for entry in entries if entry.is_quiet],
        "form": EventForm(
            now=now,
            zone_name=zone_name,
            seen=max((entry.event.number for entry in entries), default=0),
        ),
        "facts": {
            name: value
            for name in FACTS
            if name not in _SHOWN_APART and (value := getattr(application, name))
        },
        "rounds": rounds_in(entries),
        "own": {one.pk: one.name for one in custom_stages(request.user)},
        "today": timezone.localdate(now),
        "now": now,
        "reminder_form": ReminderForm(now=now, zone_name=zone_name),
        "snooze_form": SnoozeForm(now=now, zone_name=zone_name),
        "can_split": sum(entry.can_be_corrected for entry in entries) > 1,
    }
    return render(request, "applications/detail.html", context)


@get_or_post
def edit(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    initial = {name: getattr(application, name) for name in FACTS}
    form = EditForm(posted(request), initial=initial | {"tags": application.tags})
    if not form.is_valid():
        return form_page(
            request, "applications/edit.html", form, application=application
        )
    now, batch = timezone.now(), new_batch()
    described = describe(
        request.user, application, facts=form.facts, now=now, batch=batch
    )
    tags = form.cleaned_data["tags"]
    tagged = tag(
        request.user,
        [application],
        add=[name for name in tags if name not in application.tags],
        remove=[name for name in application.tags if name not in tags],
        now=now,
        batch=batch,
    )
    if described or tagged:
        say(request, _("Saved."), batch=batch)
    return redirect("applications:detail", application.pk)


@get_or_post
def record_event(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    now = timezone.now()
    form = EventForm(
        posted(request),
        now=now,
        zone_name=request.user.time_zone,
        seen=last_number(request.user, application),
    )
    if not form.is_valid():
        return form_page(
            request, "applications/record.html", form, application=application
        )
    if form.kind_chosen in NO_KINDS:
        return record_no(request, application, form)
    event = add_event(
        request.user,
        application,
        kind=form.kind_chosen,
        at=form.at,
        note=form.cleaned_data["note"],
        now=now,
        is_timed=form.is_timed,
        on_day=form.on_day,
    )
    return after_recording(request, event)


@get_or_post
def correct(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    application = event.application.head
    if event.kind not in CORRECTABLE or (event.is_void and request.method != "POST"):
        return to_timeline(event)
    now, zone_name = timezone.now(), request.user.time_zone
    standing = standing_version(request.user, event) if event.is_void else event
    if standing is None:
        # What was typed may still be new to the timeline.
        unkept = EventForm(posted(request), now=now, zone_name=zone_name)
        words = _(
            "This was undone meanwhile. What you typed is still here: saving it records "
            "it anew."
        )
        unkept.add_error(None, words)
        return form_page(
            request, "applications/record.html", unkept, application=application
        )
    form = CorrectionForm(
        posted(request),
        event=standing,
        now=now,
        zone_name=zone_name,
        told=told_when(request.user, standing),
    )
    if standing.pk != event.pk:
        # Pressed twice: what was typed stands already.
        if not form.has_changed():
            return to_timeline(standing)
        form.say_what_stands()
    if not form.is_valid():
        return form_page(
            request,
            "applications/correct.html",
            form,
            application=application,
            event=standing,
            entry=entry_of(request.user, standing),
        )
    begins, kind = form.begins, form.kind_chosen
    corrected = correct_event(
        request.user,
        event,
        kind=kind,
        told=arranged_by(request.user, event, kind=kind, when=begins) if begins else {},
        at=form.at,
        note=form.cleaned_data["note"],
        now=now,
        is_timed=form.is_timed,
        on_day=form.on_day,
    )
    return after_recording(request, corrected)


@get_or_post
def move(request: PersonRequest, event_id: uuid.UUID) -> HttpResponse:
    event = event_or_404(request, event_id)
    source = event.application.head
    if event.is_void or event.kind not in CORRECTABLE:
        return to_timeline(event)
    is_new = request.method == "POST" and request.POST.get("application") == NEW
    form = OwnForm(request.POST if is_new else None)
    if request.method != "POST" or (is_new and not form.is_valid()):
        is_last = is_all_of_it(request.user, event)
        context = {"application": source, "event": event, "form": form}
        context["leaves_nothing"] = is_last
        return _choose(request, "applications/move.html", context)
    now = timezone.now()
    if is_new:
        facts = form.cleaned_data
        target = split(request.user, source, events=[event], facts=facts, now=now)
        done = source.events.filter(kind=EventKind.SPLIT).latest("number")
        return _moved(request, source, to=target, done=done)
    target = chosen_application(request)
    try:
        done = move_event(request.user, event, to=target, now=now)
    except ValueError:
        return redirect("applications:move", event.pk)
    return _moved(request, source, to=target, done=done)


def _moved(
    request: PersonRequest, source: Application, *, to: Application, done: Event
) -> HttpResponse:
    """Say where something is now, and what became of the application that it left."""
    was_archived = source.is_archived
    source.refresh_from_db()
    text = _("Moved to this application.")
    if source.is_archived and not was_archived:
        text = _(
            "Moved to this application. Nothing else is told of “%(name)s”: it is in the "
            "archive."
        )
    say(request, text % {"name": source}, undo=done)
    return redirect("applications:detail", to.pk)


@get_or_post
def join(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    if request.method != "POST":
        return _choose(request, "applications/join.html", {"application": application})
    is_joined = join_with_chosen(request, application)
    page = "applications:detail" if is_joined else "applications:join"
    return redirect(page, application.head.pk)


@get_or_post
def split_off(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    entries = [
        entry for entry in timeline(request.user, application) if entry.can_be_parted
    ]
    form = SplitForm(posted(request), entries=entries, application=application)
    if not form.is_valid():
        return form_page(
            request, "applications/split.html", form, application=application
        )
    part = split(
        request.user,
        application,
        events=form.events_chosen,
        changed=form.called_otherwise,
        now=timezone.now(),
    )
    done = application.events.filter(kind=EventKind.SPLIT).latest("number")
    say(request, _("This is an application of its own now."), undo=done)
    return redirect("applications:detail", part.pk)


@require_POST
def put_away(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    done = archive(request.user, application, now=timezone.now())
    say(request, _("Put in the archive."), undo=done)
    return redirect("applications:detail", application.pk)


@require_POST
def take_out(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    done = restore(request.user, application, now=timezone.now())
    say(request, _("Taken out of the archive."), undo=done)
    return redirect("applications:detail", application.pk)


def _choose(
    request: PersonRequest, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Show which applications could be meant: those alike, or those that were searched."""
    application = context["application"]
    search = request.GET.get("q", "").replace("\0", "")[:200]
    wanted = Wanted(search=search)
    if wanted.words:
        found = find_applications(request.user, wanted=wanted)
        choices = list(found.exclude(pk=application.pk)[:CHOICES_SHOWN])
    else:
        choices = resembling(request.user, application)
    context |= {"search": search, "choices": choices}
    status = form_status(context["form"]) if "form" in context else HTTPStatus.OK
    return render(request, template, context, status=status)
