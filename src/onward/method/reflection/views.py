from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.method.reflection.forms import (
    DebriefForm,
    ReflectionForm,
    ResearchForm,
    ThemeForm,
)
from onward.method.reflection.models import (
    AskedQuestion,
    Debrief,
    Experiment,
)
from onward.method.reflection.rules.asking import Theme
from onward.method.reflection.rules.patterns import Outcome
from onward.method.reflection.services import (
    answer_experiment,
    delete_reflection,
    experiments,
    keep_debrief,
    keep_reflection,
    keep_research,
    near_at,
    pattern_page,
    preparation,
    question_bank,
    reflection_of,
    reflections_of,
    research_of,
)
from onward.method.reflection.services.interviews import delete_debrief, last_held_on
from onward.method.reflection.services.looking_back import of_all_parts
from onward.method.reflection.services.research import people_there
from onward.method.reflection.show import pattern_pictures
from onward.people.http import PersonRequest, form_status, posted

MOST_SHOWN = 30
MOST_READ_WHILE_WAITING = 20
"""So many adverts a request reads, at up to a tenth of a second each."""


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    debriefs = Debrief.objects.for_person(request.user).order_by("-held_on")
    context = {
        "experiments": experiments(request.user)[:MOST_SHOWN],
        "debriefs": debriefs.select_related("application__merged_into")[:MOST_SHOWN],
        "has_questions": AskedQuestion.objects.for_person(request.user).exists(),
    }
    return render(request, "reflection/home.html", context)


@require_GET
def application(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    debriefs = Debrief.objects.for_person(request.user).filter(of_all_parts(row))
    context = {
        "application": row,
        "reflections": reflections_of(request.user, row),
        "experiments": experiments(request.user).filter(of_all_parts(row)),
        "debriefs": debriefs.order_by("-held_on").prefetch_related("questions"),
        "research": research_of(request.user, row),
    }
    return render(request, "reflection/application.html", context)


@require_http_methods(["GET", "POST"])
def look_back(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    reflection = reflection_of(request.user, row)
    form = ReflectionForm(posted(request), reflection=reflection)
    if request.method == "POST" and form.is_valid():
        keep_reflection(
            request.user,
            row,
            mine=form.cleaned_data["mine"],
            answers=form.answers,
            next_time=form.cleaned_data["next_time"],
            now=timezone.now(),
        )
        messages.success(request, _("Kept, for you alone."))
        return redirect("reflection:application", row.pk)
    context = {"application": row, "form": form, "reflection": reflection}
    return render(
        request, "reflection/look_back.html", context, status=form_status(form)
    )


@require_POST
def forget(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    # Of several that were joined each is deleted by its own name, and pressed twice once.
    for reflection in reflections_of(request.user, row):
        if reflection.application_id != application_id:
            continue
        delete_reflection(reflection)
        messages.success(request, _("What you said looking back is deleted."))
    return redirect("reflection:application", row.pk)


@require_http_methods(["GET", "POST"])
def debrief(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    interview = _interview(request, row)
    held_on = last_held_on(request.user, row, now=timezone.now(), interview=interview)
    form = DebriefForm(posted(request), today=timezone.localdate(), held_on=held_on)
    if request.method == "POST" and form.is_valid():
        kept = _kept(request, row, form, interview=interview)
        return redirect("reflection:themes", kept.pk)
    context = {"application": row, "form": form, "interview": interview}
    return render(request, "reflection/debrief.html", context, status=form_status(form))


@require_http_methods(["GET", "POST"])
def change_debrief(request: PersonRequest, debrief_id: uuid.UUID) -> HttpResponse:
    row = _debrief_or_404(request, debrief_id)
    form = DebriefForm(posted(request), today=timezone.localdate(), debrief=row)
    if request.method == "POST" and form.is_valid():
        _kept(request, row.application, form, debrief=row)
        return redirect("reflection:themes", row.pk)
    context = {"application": row.application, "form": form, "debrief": row}
    return render(request, "reflection/debrief.html", context, status=form_status(form))


def _kept(
    request: PersonRequest,
    row: Application,
    form: DebriefForm,
    *,
    interview: Event | None = None,
    debrief: Debrief | None = None,
) -> Debrief:
    themes = (
        {q.words: Theme(q.theme) for q in debrief.questions.all()} if debrief else {}
    )
    kept = keep_debrief(
        request.user,
        row,
        debrief=debrief,
        interview=interview,
        held_on=form.cleaned_data["held_on"],
        questions=[(words, themes.get(words, Theme.OTHER)) for words in form.asked],
        went_well=form.cleaned_data["went_well"],
        to_practise=form.cleaned_data["to_practise"],
        now=timezone.now(),
    )
    messages.success(request, _("Kept. It comes back before your next interview."))
    return kept


@require_http_methods(["GET", "POST"])
def themes(request: PersonRequest, debrief_id: uuid.UUID) -> HttpResponse:
    row = _debrief_or_404(request, debrief_id)
    questions = list(row.questions.order_by("pk"))
    if request.method == "POST" or not questions:
        for question in questions:
            form = ThemeForm({"theme": request.POST.get(f"theme-{question.pk}")})
            if form.is_valid():
                question.theme = form.cleaned_data["theme"].value
        AskedQuestion.objects.bulk_update(questions, ["theme"])
        return redirect("reflection:application", row.application.head.pk)
    context = {"debrief": row, "questions": questions, "themes": list(Theme)}
    return render(request, "reflection/themes.html", context)


@require_POST
def delete(request: PersonRequest, debrief_id: uuid.UUID) -> HttpResponse:
    row = _debrief_or_404(request, debrief_id)
    delete_debrief(request.user, row, now=timezone.now())
    messages.success(request, _("The debrief is deleted."))
    return redirect("reflection:application", row.application.head.pk)


@require_GET
def prepare(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    context = {
        "application": row,
        "near": near_at(request.user, row, now=timezone.now()),
        "found": preparation(request.user, row),
    }
    return render(request, "reflection/prepare.html", context)


@require_http_methods(["GET", "POST"])
def research(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = _application_or_404(request, application_id)
    sheet = research_of(request.user, row)
    people = people_there(request.user, row)
    form = ResearchForm(posted(request), sheet=sheet, people=people)
    if request.method == "POST" and form.is_valid():
        kept = keep_research(
            request.user, row, fields=form.cleaned_data, now=timezone.now()
        )
        if kept is not None:
            messages.success(
                request, _("Kept. It is there at your next one there, too.")
            )
            return redirect("reflection:application", row.pk)
        form.add_error(
            None, _("This application names no employer. Add the company first.")
        )
    context = {"application": row, "form": form, "sheet": sheet, "people": people}
    status = 422 if form.is_bound else 200
    return render(request, "reflection/research.html", context, status=status)


@require_GET
def questions(request: PersonRequest) -> HttpResponse:
    form = ThemeForm(request.GET)
    theme = form.cleaned_data["theme"] if form.is_valid() else None
    context = {
        "questions": question_bank(request.user, theme=theme),
        "themes": list(Theme),
        "chosen": theme,
    }
    return render(request, "reflection/questions.html", context)


@require_POST
def experiment(request: PersonRequest, experiment_id: uuid.UUID) -> HttpResponse:
    own = Experiment.objects.for_person(request.user)
    row = get_object_or_404(own, pk=experiment_id)
    answers = {"tried": True, "let-go": False, "later": None}
    said = request.POST.get("answer", "later")
    at = _back_at(request)
    answer_experiment(row, is_tried=answers.get(said), at=at, now=timezone.now())
    said_words = {
        "tried": _("Kept: you tried it."),
        "let-go": _("Let go."),
        "later": _("It waits on its page."),
    }
    messages.success(request, said_words.get(said, said_words["later"]))
    return redirect("pages:today" if at else "reflection:home")


def _back_at(request: PersonRequest) -> Application | None:
    try:
        key = uuid.UUID(request.POST.get("application", ""))
    except ValueError:
        return None
    return Application.objects.for_person(request.user).filter(pk=key).first()


@require_GET
def patterns(request: PersonRequest) -> HttpResponse:
    wanted = request.GET.get("of", Outcome.ANSWERED.value)
    outcome = Outcome(wanted) if wanted in set(Outcome) else Outcome.ANSWERED
    context: dict[str, object] = {"outcome": outcome, "outcomes": list(Outcome)}
    if not request.is_resting():
        page = pattern_page(
            request.user,
            outcome=outcome,
            now=timezone.now(),
            most_read=MOST_READ_WHILE_WAITING,
        )
        context |= {"found": page, "pictures": pattern_pictures(page)}
    return render(request, "reflection/patterns.html", context)


def _application_or_404(request: PersonRequest, key: uuid.UUID) -> Application:
    own = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(own, pk=key).head


def _debrief_or_404(request: PersonRequest, key: uuid.UUID) -> Debrief:
    own = Debrief.objects.for_person(request.user)
    return get_object_or_404(own.select_related("application__merged_into"), pk=key)


def _interview(request: PersonRequest, row: Application) -> Event | None:
    try:
        key = uuid.UUID(request.GET.get("interview", ""))
    except ValueError:
        return None
    own = Event.objects.for_person(request.user).filter(kind=EventKind.INTERVIEW)
    return own.filter(pk=key).first()
