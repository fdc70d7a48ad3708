from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.models import Application
from onward.applications.views.shared import say_beside
from onward.core.text import counted
from onward.method.feedback.forms import DraftForm, VoiceForm, WhomForm
from onward.method.feedback.labels import PROBLEM_WORDS, REASON_WORDS, SILENT_WORDS
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.plain import whom_of
from onward.method.feedback.rules.kinds import (
    Reason,
    RequestState,
    SendProblem,
    Standing,
    Way,
)
from onward.method.feedback.rules.mailto import SHORT_ENOUGH, mailto
from onward.method.feedback.services.answering import see_silence
from onward.method.feedback.services.asking import (
    DRAFT_FIELDS,
    delete_draft,
    let_go,
    mark_asked,
    take_asking_back,
)
from onward.method.feedback.services.drafting import (
    begin_request,
    bring_words_back,
    choose_voice,
    says_why,
    speak_otherwise,
    told_by_mail,
)
from onward.method.feedback.services.lessons import (
    feedback_about,
    feedback_of,
    next_times,
    themes_of,
    told_already,
)
from onward.method.feedback.services.overview import (
    Shown,
    rate_of,
    requests_of,
    show,
    to_ask,
)
from onward.method.feedback.services.sending import account_of, free_stuck
from onward.method.feedback.services.situation import Story, story_of
from onward.method.feedback.services.still_open import still_open_with
from onward.method.feedback.two_windows import (
    is_as_shown,
    keep_typed,
    mark_of,
    say_replaced,
)
from onward.people.http import PersonRequest, form_status, posted

MOST_SAID = 50


@require_GET
def home(request: PersonRequest) -> HttpResponse:
    now = timezone.now()
    free_stuck(request.user, now=now)
    shown = requests_of(request.user, now=now)
    said = feedback_of(request.user)
    # In the quiet time nothing is asked here, and there are no numbers.
    is_resting = request.is_resting()
    context = {
        "to_ask": [] if is_resting else to_ask(request.user, now=now),
        "arrived": [one for one in shown if one.answers],
        "open": [one for one in shown if _is_open(one.standing)],
        # It is no silence while something came that nobody has looked at.
        "closed": [
            one for one in shown if one.standing == Standing.SILENT and not one.answers
        ],
        "said": said[:MOST_SAID],
        "more_said": max(0, said.count() - MOST_SAID),
        "themes": themes_of(request.user),
        "next_times": next_times(request.user),
        "rate": None if is_resting else rate_of(shown),
        "account": account_of(request.user),
        "silent_words": SILENT_WORDS,
    }
    return render(request, "feedback/home.html", context)


def _is_open(standing: Standing) -> bool:
    return standing in {Standing.DRAFT, Standing.SENDING, Standing.WAITING}


@require_http_methods(["GET", "POST"])
def application(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    row = own_application(request, application_id)
    if row.pk != application_id:
        return redirect("feedback:application", row.pk)
    now = timezone.now()
    free_stuck(request.user, now=now)
    story = story_of(request.user, row)
    form = WhomForm(posted(request), people=story.people)
    if request.method == "POST" and story.can_ask and form.is_valid():
        begun = begin_request(
            story,
            to_name=form.cleaned_data["to_name"],
            to_address=form.cleaned_data["to_address"],
            now=now,
        )
        return redirect("feedback:draft", begun.pk)
    shown = _shown(story)
    return render(
        request,
        "feedback/application.html",
        {
            "story": story,
            "application": row,
            "reason": REASON_WORDS[story.reason],
            "form": form,
            "whom": whom_of(story),
            "shown": shown,
            "said": feedback_about(request.user, row),
            "told": told_already(story),
            "silent_words": SILENT_WORDS,
            "can_be_unsent": _can_be_unsent(shown),
            "is_waiting_for_its_time": _opens_later(story),
            "open_with": _open_with(story),
        },
        status=form_status(form),
    )


def _open_with(story: Story) -> list[tuple[str, list[Application]]]:
    """Return whom of those who can be asked another application is still open with."""
    if not story.can_ask:
        return []
    found = (
        (
            one.name or one.address,
            still_open_with(story.person, one.address, beside=story.application),
        )
        for one in story.people
    )
    return [(name, others) for name, others in found if others]


def _opens_later(story: Story) -> bool:
    return story.window is not None and story.window.opens_at > timezone.now()


def _shown(story: Story) -> Shown | None:
    if story.request is None:
        return None
    return show(story.request, now=timezone.now())


def _can_be_unsent(shown: Shown | None) -> bool:
    """Return whether the person alone says that it was sent, and no answer is kept."""
    if shown is None or shown.request.way != Way.BY_HAND:
        return False
    return shown.standing in {Standing.WAITING, Standing.SILENT}


@require_POST
def leave(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    story = story_of(request.user, own_application(request, application_id))
    if story.origin is not None:
        let_go(request.user, origin_id=story.origin.pk, now=timezone.now())
        messages.success(request, _("Nothing more is asked about this one."))
    return redirect("feedback:application", story.application.pk)


@require_http_methods(["GET", "POST"])
def draft(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    row = own_request(request, request_id)
    form = _draft_form(request, row)
    if row.state != RequestState.DRAFT:
        if form.is_bound:
            keep_typed(request, row, form)
        return redirect("feedback:application", row.application.head.pk)
    if request.method == "POST" and form.is_valid():
        keep_typed(request, row, form)
        _keep_choices(request, row)
        say_replaced(request, form)
        return redirect("feedback:ready", row.pk)
    return _draft_page(request, row, form)


def _draft_form(
    request: PersonRequest, row: FeedbackRequest, *, is_whole: bool = True
) -> DraftForm:
    initial = {name: getattr(row, name) for name in DRAFT_FIELDS}
    return DraftForm(posted(request), initial=initial, is_whole=is_whole)


def _draft_page(
    request: PersonRequest,
    row: FeedbackRequest,
    form: DraftForm,
    *,
    voice_form: VoiceForm | None = None,
) -> HttpResponse:
    story = story_of(request.user, row.application)
    told = told_already(story)
    spoken = {name: getattr(row, name) for name in VoiceForm.base_fields}
    spoken |= row.chosen_voice
    for name in ("subject", "body"):
        form.fields[name].widget.attrs["lang"] = row.language
    context = {
        "row": row,
        "form": form,
        "voice_form": voice_form or VoiceForm(initial=spoken, was_told=says_why(story)),
        "told": told,
        "was_not_about_them": story.was_not_about_them and not told,
        "only_the_money_went": story.only_the_money_went,
        "only_the_place_went": story.reason == Reason.NO_PLACE,
        "from_mail": told_by_mail(row, story),
        "whom": whom_of(story, address=row.to_address) if row.to_address else "",
        "is_resting": request.is_resting(),
        "application": story.application,
        "still_open": still_open_with(
            request.user, row.to_address, beside=story.application
        ),
    }
    status = 422 if voice_form is not None else form_status(form)
    return render(request, "feedback/draft.html", context, status=status)


def _keep_choices(request: PersonRequest, row: FeedbackRequest) -> None:
    """Keep the voice that was chosen beside the draft and nothing was written in yet."""
    story = story_of(request.user, row.application)
    form = VoiceForm(request.POST, was_told=says_why(story))
    form.is_valid()
    if form.cleaned_data:
        choose_voice(row, **form.cleaned_data)


@require_POST
def typed(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    """Keep a draft as far as it is typed, and tell which fields were; one that left stays.

    422 says that something typed is not among them: half an address, an emptied message.
    """
    row = own_request(request, request_id)
    if row.state != RequestState.DRAFT:
        return HttpResponse(status=409)
    form = _draft_form(request, row, is_whole=False)
    if not keep_typed(request, row, form):
        return HttpResponse(status=409)
    _keep_choices(request, row)
    is_all = all(name in form.typed for name in DRAFT_FIELDS if name in request.POST)
    kept = {"kept": list(form.typed)}
    return JsonResponse(kept, status=200 if is_all else 422)


@require_POST
def later(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    """Keep what was typed as it is, finished or not, and go."""
    row = own_request(request, request_id)
    keep_typed(request, row, _draft_form(request, row, is_whole=False))
    _keep_choices(request, row)
    return redirect("feedback:application", row.application.head.pk)


@require_POST
def voice(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    """Write the draft anew; what was typed and not kept yet is kept before."""
    row = own_request(request, request_id)
    if row.state != RequestState.DRAFT:
        keep_typed(request, row, _draft_form(request, row, is_whole=False))
        return redirect("feedback:draft", row.pk)
    story = story_of(request.user, row.application)
    typed = _draft_form(request, row, is_whole=False)
    form = VoiceForm(request.POST, was_told=says_why(story))
    if not (typed.is_valid() and form.is_valid()):
        return _draft_page(request, row, typed, voice_form=form)
    keep_typed(request, row, typed)
    own = row.words_before
    speak_otherwise(row, story, **form.cleaned_data)
    words = _("Written anew.")
    if row.words_before != own:
        words = _(
            "Written anew. Your words from before stand below, and can be brought back."
        )
    messages.success(request, words)
    return redirect("feedback:draft", row.pk)


@require_POST
def words_back(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    """Bring earlier words back; what was typed and not kept yet takes their place."""
    row = own_request(request, request_id)
    if row.state != RequestState.DRAFT:
        keep_typed(request, row, _draft_form(request, row, is_whole=False))
        return redirect("feedback:draft", row.pk)
    # Before the typed words are kept: they may be one of these, and move the others.
    words = dict(enumerate(row.words_before)).get(_number(request), "")
    typed = _draft_form(request, row, is_whole=False)
    if not typed.is_valid():
        return _draft_page(request, row, typed)
    keep_typed(request, row, typed)
    story = story_of(request.user, row.application)
    bring_words_back(row, story, words=words)
    _keep_choices(request, row)
    return redirect("feedback:draft", row.pk)


def _number(request: PersonRequest) -> int:
    number = counted(request.POST.get("number", "0"))
    return -1 if number is None else number


@require_POST
def delete(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    row = own_request(request, request_id)
    head = row.application.head
    if delete_draft(row):
        messages.success(request, _("The draft is deleted. Nothing was sent."))
    return redirect("feedback:application", head.pk)


@require_GET
def ready(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    free_stuck(request.user, now=timezone.now())
    row = own_request(request, request_id)
    if row.state != RequestState.DRAFT:
        return redirect("feedback:application", row.application.head.pk)
    return render(request, "feedback/ready.html", ready_context(request, row))


def ready_context(request: PersonRequest, row: FeedbackRequest) -> dict[str, object]:
    link = mailto(
        row.to_address,
        subject=row.subject,
        body=row.body,
        in_reply_to=row.in_reply_to,
    )
    return {
        "row": row,
        "mark": mark_of(row),
        "mailto": link,
        "is_long": len(link) > SHORT_ENOUGH,
        "account": account_of(request.user),
        "problem": PROBLEM_WORDS[SendProblem(row.problem)] if row.problem else "",
    }


@require_POST
def sent(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    row = own_request(request, request_id)
    if row.state == RequestState.DRAFT and not is_as_shown(request, row):
        words = _(
            "Nothing is noted yet: this draft was changed in another window meanwhile. It "
            "stands below as it is now. If these are the words that you sent, say so here."
        )
        messages.warning(request, words)
        return redirect("feedback:ready", row.pk)
    now = timezone.now()
    if mark_asked(row, way=Way.BY_HAND, at=now, now=now):
        words = _("Noted as asked. If an answer comes in your mail, it is shown here.")
        if not row.to_address:
            words = _(
                "Noted as asked. No address is noted here, so an answer is not known from "
                "other mail. What they say can be written down here."
            )
        url = reverse("feedback:not_sent", args=(row.pk,))
        say_beside(request, words, url=url, press=_("Undo"))
    return redirect("feedback:application", row.application.head.pk)


@require_POST
def not_sent(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    """Open the draft again of what was noted as sent and was not."""
    row = own_request(request, request_id)
    if take_asking_back(row, now=timezone.now()):
        say_beside(
            request,
            _("It is a draft again. Nothing counts as sent."),
            url=reverse("feedback:sent", args=(row.pk,)),
            press=_("I have sent it"),
        )
    return redirect("feedback:application", row.application.head.pk)


@require_POST
def seen(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    see_silence(own_request(request, request_id), now=timezone.now())
    return redirect("pages:today")


def own_application(request: PersonRequest, application_id: uuid.UUID) -> Application:
    rows = Application.objects.for_person(request.user).select_related("merged_into")
    return get_object_or_404(rows, pk=application_id).head


def own_request(request: PersonRequest, request_id: uuid.UUID) -> FeedbackRequest:
    rows = FeedbackRequest.objects.for_person(request.user).select_related(
        "person", "asked_event", "application__merged_into"
    )
    found = rows.filter(pk=request_id).first()
    if found is None:
        raise Http404
    return found
