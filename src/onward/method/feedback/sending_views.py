from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from onward.method.feedback.forms import AccountForm
from onward.method.feedback.labels import PROBLEM_WORDS
from onward.method.feedback.rules.kinds import RequestState
from onward.method.feedback.services.sending import (
    Sent,
    account_of,
    forget_account,
    is_in_file,
    keep_account,
    send_request,
    send_test,
)
from onward.method.feedback.two_windows import is_as_shown
from onward.method.feedback.views import own_request, ready_context
from onward.people.http import PersonRequest, form_status, posted
from onward.people.reach import reach_of


@require_POST
def send_it(request: PersonRequest, request_id: uuid.UUID) -> HttpResponse:
    row = own_request(request, request_id)
    if row.state == RequestState.DRAFT and not (row.to_address and row.body):
        messages.warning(
            request, _("Enter the address it goes to, and it can be sent.")
        )
        return redirect("feedback:draft", row.pk)
    if row.state == RequestState.DRAFT and not is_as_shown(request, row):
        words = _(
            "Nothing is sent yet: this draft was changed in another window meanwhile. It "
            "stands below as it is now. If that is what you want to say, send it."
        )
        messages.warning(request, words)
        return redirect("feedback:ready", row.pk)
    sent = send_request(row, now=timezone.now())
    if sent.problem is not None:
        context = ready_context(request, row)
        return render(request, "feedback/ready.html", context, status=422)
    if sent.is_news:
        messages.success(
            request, _("Sent. If an answer comes in your mail, it is shown here.")
        )
    return redirect("feedback:application", row.application.head.pk)


@require_http_methods(["GET", "POST"])
def sending(request: PersonRequest) -> HttpResponse:
    account = account_of(request.user)
    reach = reach_of(request.user)
    form = AccountForm(posted(request), account=account, reach=reach)
    if request.method == "POST" and form.is_valid():
        try:
            keep_account(request.user, **form.cleaned_data)
        except OSError as error:
            words = _(
                "The password could not be kept (%(why)s). Free some space or check the folder's permissions."
            )
            form.add_error("password", words % {"why": error})
        else:
            messages.success(request, _("Kept. Nothing is sent without your press."))
            return redirect("feedback:sending")
    return _page(request, form=form)


def _page(
    request: PersonRequest, *, form: AccountForm, tried: Sent | None = None
) -> HttpResponse:
    account = account_of(request.user)
    problem = tried.problem if tried is not None else None
    return render(
        request,
        "feedback/sending.html",
        {
            "form": form,
            "account": account,
            "is_in_file": account is not None and is_in_file(account),
            "tried": tried,
            "problem": PROBLEM_WORDS[problem] if problem else "",
        },
        status=422 if problem else form_status(form),
    )


@require_POST
def test(request: PersonRequest) -> HttpResponse:
    account = account_of(request.user)
    if account is None:
        return redirect("feedback:sending")
    tried = send_test(
        account,
        subject=_("A test from Onward"),
        body=_("This came from you, through your own mail server. Sending works."),
        now=timezone.now(),
    )
    if tried.problem is None:
        words = _("A test is on its way to %(address)s.")
        messages.success(request, words % {"address": account.from_address})
        return redirect("feedback:sending")
    form = AccountForm(account=account, reach=reach_of(request.user))
    return _page(request, form=form, tried=tried)


@require_POST
def forget(request: PersonRequest) -> HttpResponse:
    forget_account(request.user)
    messages.success(request, _("The mail server and its password are deleted here."))
    return redirect("feedback:sending")
