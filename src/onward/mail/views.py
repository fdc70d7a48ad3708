from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onward.applications.labels import EVENT_LABELS
from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import has_twin, is_undone
from onward.applications.views.shared import say_beside
from onward.core.ids import uuid7
from onward.jobs.models import Job
from onward.jobs.services import enqueue, is_in_line
from onward.mail.forms import OF_ROUNDS, CorrectForm, ImportForm, SettleForm
from onward.mail.meanings import taken_back_words
from onward.mail.models import (
    ImapAccount,
    LearnedChange,
    MailMessage,
    MailRun,
    Review,
)
from onward.mail.passages import passages
from onward.mail.rules.types import Meaning
from onward.mail.run_words import import_title
from onward.mail.services.following import follow_conversation, unfollow_conversation
from onward.mail.services.learning import speaks_for_others
from onward.mail.services.newer import newer_of
from onward.mail.services.newer_taken import is_last_word, undo
from onward.mail.services.overtaken import overtaken_mail
from onward.mail.services.own_model import own_model
from onward.mail.services.proposals import proposals
from onward.mail.services.queueing import broken_reading
from onward.mail.services.read_by import waiting_newer
from onward.mail.services.reviewing import (
    reopen,
    set_apart,
    set_aside,
    settle,
    standing,
)
from onward.mail.services.said_rounds import say_of_round
from onward.mail.services.twins import count_twins, twins_of
from onward.mail.services.unlearning import offers
from onward.mail.services.uploads import kept_path, uploads_folder
from onward.mail.services.waiting import WAITING, waiting, waiting_mail
from onward.mail.templatetags.places import shown_place
from onward.people.http import PersonRequest
from onward.people.models import Person

MOST_OFFERS = 3
MOST_DECIDED = 50


@require_GET
def mail_home(request: PersonRequest) -> HttpResponse:
    runs = MailRun.objects.for_person(request.user).order_by("-started_at")
    # A mailbox that is looked into all day would fill the list with nothing.
    tells = Q(finished_at=None) | Q(counts__read__gt=0) | ~Q(problems=[])
    jobs, now = _running_imports(request), timezone.now()
    return render(
        request,
        "mail/home.html",
        {
            "form": ImportForm(person=request.user),
            "runs": runs.filter(tells)[:10],
            "jobs": jobs,
            "in_line": {job.pk for job in jobs if is_in_line(job, now=now)},
            "broken": broken_reading(request.user),
            "waiting": waiting(request.user),
            "twins": 0 if request.is_resting() else count_twins(request.user),
            "newer": _count_newer(request),
            "troubled": ImapAccount.objects.for_person(request.user)
            .filter(~Q(trouble="") | Q(tried_at=None, next_at=None))
            .order_by("address"),
            "own_model": own_model(request.user),
        },
    )


def _count_newer(request: PersonRequest) -> int:
    return 0 if request.is_resting() else waiting_newer(request.user).count()


def _running_imports(request: PersonRequest) -> QuerySet[Job]:
    jobs = Job.objects.for_person(request.user).filter(kind="mail.import")
    return jobs.filter(finished_at=None).order_by("created_at")


@require_POST
def import_mail(request: PersonRequest) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES, person=request.user)
    if not form.is_valid():
        context = {
            "form": form,
            "runs": [],
            "waiting": waiting(request.user),
            "own_model": own_model(request.user),
        }
        return render(request, "mail/home.html", context, status=422)
    paths = list(filter(None, [form.cleaned_data.get("path")]))
    arguments: dict[str, object] = {"with_spam": form.cleaned_data["with_spam"]}
    if form.cleaned_data["mailboxes"]:
        folder = _keep_uploads(form.cleaned_data["mailboxes"])
        arguments["uploads"] = kept_path(folder)
        paths += sorted(kept_path(file) for file in folder.glob("*/*"))
    names = [Path(shown_place(path)).name for path in paths]
    job = enqueue(
        request.user,
        kind="mail.import",
        title=import_title(names),
        arguments={**arguments, "paths": paths},
    )
    return redirect("jobs:detail", job_id=job.pk)


def _keep_uploads(files: Sequence[UploadedFile[bytes]]) -> Path:
    """Write uploaded files to a folder of their own in the home, until they are read."""
    folder = uploads_folder() / uuid7().hex
    folder.mkdir(parents=True, mode=0o700)
    for place, file in enumerate(files):
        name = Path(file.name or "mail").name.replace("\0", "")[-120:]
        # A place of its own for each, under its own name: Sent.mbox is what was sent.
        (folder / f"{place:04d}").mkdir(mode=0o700)
        with (folder / f"{place:04d}" / name).open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    return folder


@require_GET
def run_detail(request: PersonRequest, run_id: uuid.UUID) -> HttpResponse:
    run = get_object_or_404(MailRun.objects.for_person(request.user), pk=run_id)
    context = {"run": run, "is_undone": is_undone(request.user, run.pk)}
    return render(request, "mail/run.html", context)


@require_GET
def review(request: PersonRequest) -> HttpResponse:
    # What one press may settle stands first.
    read = proposals(request.user).filter(message=OuterRef("pk"))
    rows = waiting_mail(request.user).order_by(Exists(read).desc(), "-sent_at")
    rows = rows.select_related("model_answer__application")
    page = Paginator(rows, per_page=20).get_page(request.GET.get("page"))
    offered = [] if request.is_resting() else offers(request.user)
    own = MailMessage.objects.for_person(request.user).filter(review=Review.SETTLED)
    decided = own.defer("text").order_by("-sent_at")[:MOST_DECIDED]
    context = {
        "page": page,
        "offers": offered[:MOST_OFFERS],
        "twins": [] if request.is_resting() else twins_of(request.user),
        "decided": decided,
        "overtaken": overtaken_mail(request.user)
        .defer("text")
        .order_by("-sent_at")[:MOST_DECIDED],
        "waiting": waiting(request.user),
        "newer": _count_newer(request),
    }
    return render(request, "mail/review.html", context)


def _message(request: PersonRequest, message_id: uuid.UUID) -> MailMessage:
    return get_object_or_404(
        MailMessage.objects.for_person(request.user), pk=message_id
    )


@require_GET
def message_detail(request: PersonRequest, message_id: uuid.UUID) -> HttpResponse:
    message = _message(request, message_id)
    template = "mail/message.html#letter" if request.htmx else "mail/message.html"
    form = SettleForm(person=request.user, message=message)
    return render(request, template, message_context(request, message, form))


def message_context(
    request: PersonRequest, message: MailMessage, form: SettleForm
) -> dict[str, object]:
    events = Event.objects.for_person(request.user).filter(source_id=message.pk)
    # Of an application that was taken back as a whole there is nothing left to lead to.
    events = events.exclude(
        voided_by__isnull=False,
        application__is_archived=True,
        application__company="",
        application__role="",
    )
    reading = proposals(request.user).filter(message=message).first()
    because = [reading.quote] if reading else message.because
    if reading and not form.is_bound:
        form.initial["kind"] = reading.verdict
        if reading.application_id:
            form.initial["application"] = reading.application_id
    stands = standing(request.user, message)
    return {
        "message": message,
        "subject": passages(message.subject, because, where="subject"),
        "paragraphs": passages(message.text, because, where="body"),
        "events": events.select_related("application").order_by("number"),
        "reading": reading,
        "form": form,
        "is_waiting": message.review in WAITING,
        "is_overtaken": message.review == Review.OVERTAKEN,
        "standing": stands,
        "says_nothing": message.review == Review.NONE
        and not events.filter(voided_by=None).exists(),
        "correct_form": CorrectForm(message=message, said=stands),
        "newer": newer_of(request.user, message),
        "changes": LearnedChange.objects.for_person(request.user)
        .filter(message=message, undone_at=None)
        .select_related("example"),
    }


@require_POST
def settle_message(request: PersonRequest, message_id: uuid.UUID) -> HttpResponse:
    message = _message(request, message_id)
    form = SettleForm(request.POST, person=request.user, message=message)
    if not form.is_valid():
        context = message_context(request, message, form)
        return render(request, "mail/message.html", context, status=422)
    if form.cleaned_data["kind"] == Meaning.OTHER:
        set_apart(request.user, message, now=timezone.now())
        said = put_aside_words(request.user, message)
        say_decided(request, said, message)
        return redirect("mail:review")
    outcome = OF_ROUNDS.get(form.cleaned_data["kind"])
    if outcome is not None:
        return _say_of_round(request, message, form, outcome=outcome)
    if (known := _known_no(request, message, form)) is not None:
        return after_settling(request, message, known)
    event = settle(
        request.user,
        message,
        kind=EventKind(form.cleaned_data["kind"]),
        application=form.cleaned_data["application"],
        company=form.cleaned_data["company"].strip(),
        role=form.cleaned_data["role"].strip(),
        when=form.when,
        keeps_hour=form.keeps_hour,
        now=timezone.now(),
    )
    follow_conversation(request.user, message, now=timezone.now())
    return after_settling(request, message, event)


def _known_no(
    request: PersonRequest, message: MailMessage, form: SettleForm
) -> Event | None:
    """Return the no that the person said of a message already, in another window."""
    said, chosen = standing(request.user, message), form.cleaned_data["application"]
    if said is None or said.kind not in NO_KINDS:
        return None
    is_same = said.kind == form.cleaned_data["kind"] and (
        chosen is None or said.application.head == chosen
    )
    return said if is_same and message.review == Review.SETTLED else None


def _say_of_round(
    request: PersonRequest, message: MailMessage, form: SettleForm, *, outcome: Outcome
) -> HttpResponse:
    application = form.cleaned_data["application"]
    event = say_of_round(
        request.user,
        message,
        application=application,
        outcome=outcome,
        when=form.when,
        now=timezone.now(),
    )
    words = (
        _("Recorded: the interview is called off, on %(application)s.")
        if outcome is Outcome.CANCELLED
        else _("Recorded: the interview is moved, on %(application)s.")
    )
    if not event.payload["event"]:
        words = unknown_round_words()
    say_decided(request, words % {"application": application}, message)
    return redirect("applications:detail", application_id=application.pk)


def unknown_round_words() -> str:
    """Return what is said where the interview is not known that a message is about."""
    return _(
        "Kept. No interview of before this mail is known on %(application)s. It counts "
        "once the mail with the invitation is placed there."
    )


def after_settling(
    request: PersonRequest, message: MailMessage, event: Event
) -> HttpResponse:
    """Say what was recorded, with its undo, on the page where it is read next."""
    own = Application.objects.for_person(request.user)
    application = own.get(pk=event.application_id)
    said = {
        "what": EVENT_LABELS[EventKind(event.kind)],
        "application": application,
    }
    words = (
        _("Recorded: %(what)s, on %(application)s.")
        if event.batch is None
        else _(
            "Recorded: %(what)s. A new application was begun for it: %(application)s."
        )
    )
    if event.batch is not None and has_twin(application):
        words = _(
            "Recorded: %(what)s. A new application was begun for it: %(application)s. Another "
            "one of yours has the same employer and title. If this one is too many, undo takes "
            "it away."
        )
    say_decided(request, words % said, message)
    if event.kind in NO_KINDS:
        return redirect("plan:no", event_id=event.pk)
    return redirect("applications:detail", application_id=event.application_id)


def put_aside_words(person: Person, message: MailMessage) -> str:
    """Return what becomes of a mail that is not about the search, and of mail like it."""
    if speaks_for_others(person, message):
        return _("Put aside. Mail of the same wording will be, too.")
    return _("Put aside: it is not about your search.")


def say_decided(request: PersonRequest, text: str, message: MailMessage) -> None:
    """Say on the next page what was decided about a message, beside its undo."""
    url = reverse("mail:reopen", args=(message.pk,))
    say_beside(request, text, url=url, press=_("Undo"))


@require_POST
def message_aside(request: PersonRequest, message_id: uuid.UUID) -> HttpResponse:
    message = _message(request, message_id)
    set_aside(request.user, message)
    said = _("Put aside. It stands under “Decided by you”, to be taken back there.")
    say_decided(request, said, message)
    return redirect("mail:review")


@require_POST
def message_reopen(request: PersonRequest, message_id: uuid.UUID) -> HttpResponse:
    message = _message(request, message_id)
    now = timezone.now()
    taken = newer_of(request.user, message)
    if taken and taken.is_taken and is_last_word(request.user, taken):
        undo(request.user, [taken], now=now)
        messages.success(request, _("Taken back."))
    else:
        put = standing(request.user, message)
        made = reopen(request.user, message, now=now)
        unfollow_conversation(request.user, message, put=put, now=now)
        messages.success(request, taken_back_words(made))
    return redirect("mail:message", message_id=message.pk)
