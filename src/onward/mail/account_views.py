from __future__ import annotations

import secrets
import uuid
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.jobs.models import Job, JobState
from onward.jobs.services import is_any_at_work
from onward.mail.account_forms import (
    FoldersForm,
    PasswordAccountForm,
    SignInAccountForm,
    WatchForm,
)
from onward.mail.imap import oauth
from onward.mail.imap.oauth import DeviceCode
from onward.mail.imap.troubles import PASSES_BY_ITSELF, Trouble
from onward.mail.models import ImapAccount, SignIn, WatchedFolder
from onward.mail.services.accounts import (
    add_account,
    change_account,
    choose_folders,
    is_in_file,
    is_signed_in,
    keep_tokens,
    kept_password,
    leads_elsewhere,
    oauth_client,
    refresh_folders,
    remove_account,
    set_folders,
    tested,
)
from onward.mail.services.hearing import heard_of
from onward.mail.services.queueing import queue_sync, queue_watch, under_way
from onward.mail.services.watching import stop_watching, watch
from onward.people.http import PersonRequest
from onward.people.reach import may_name_files

_SIGN_IN = "mail_sign_in"
QUIET_FOR = timedelta(days=7)


def _account(request: PersonRequest, account_id: uuid.UUID) -> ImapAccount:
    return get_object_or_404(
        ImapAccount.objects.for_person(request.user), pk=account_id
    )


@require_GET
def account_list(request: PersonRequest) -> HttpResponse:
    return _list(request, WatchForm())


def _list(
    request: PersonRequest, form: WatchForm, *, status: int = 200
) -> HttpResponse:
    accounts = ImapAccount.objects.for_person(request.user).order_by("address")
    watched = WatchedFolder.objects.for_person(request.user).order_by("path")
    context = {
        "accounts": accounts,
        "watched": watched,
        "form": form,
        "may_watch": may_name_files(request.user),
    }
    return render(request, "mail/accounts.html", context, status=status)


@require_http_methods(["GET", "POST"])
def account_add(request: PersonRequest) -> HttpResponse:
    form = PasswordAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        account = _added(request, form)
        if account is not None:
            messages.success(request, _("It can be opened. Choose what is read."))
            return redirect("mail:account", account_id=account.pk)
    status = 422 if form.errors else 200
    return render(request, "mail/account_add.html", {"form": form}, status=status)


def _added(request: PersonRequest, form: PasswordAccountForm) -> ImapAccount | None:
    """Return the new account, or None where the form says why there is none."""
    facts, password = form.facts(), form.cleaned_data["password"]
    if _is_there(request, form):
        return None
    try:
        folders = tested(request.user, facts, password=password)
        return add_account(
            request.user,
            facts,
            password=password,
            folders=folders,
            now=timezone.now(),
        )
    except Trouble as trouble:
        form.add_error(None, str(trouble))
    except OSError as error:
        form.add_error(None, _not_kept(error))
    return None


def _is_there(
    request: PersonRequest, form: PasswordAccountForm | SignInAccountForm
) -> bool:
    facts = form.facts()
    rows = ImapAccount.objects.for_person(request.user)
    if rows.filter(address=facts.address, host=facts.host, port=facts.port).exists():
        form.add_error("address", _("This mailbox is on your list already."))
        return True
    return False


def _not_kept(error: OSError) -> str:
    return _(
        "The password could not be kept (%(reason)s). Make room on the disk, then try "
        "again."
    ) % {"reason": error.strerror or error}


@require_http_methods(["GET", "POST"])
def account_add_sign_in(request: PersonRequest) -> HttpResponse:
    form = SignInAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and not _is_there(request, form):
        try:
            account = add_account(
                request.user,
                form.facts(),
                client_secret=form.cleaned_data["client_secret"],
                now=timezone.now(),
            )
        except OSError as error:
            form.add_error(None, _not_kept(error))
        else:
            return redirect("mail:sign_in", account_id=account.pk)
    context = {"form": form, "back": _back(request)}
    status = 422 if form.errors else 200
    return render(request, "mail/account_sign_in_add.html", context, status=status)


@require_GET
def account_detail(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    return _detail(request, account, FoldersForm(account=account))


def _detail(
    request: PersonRequest,
    account: ImapAccount,
    form: FoldersForm,
    *,
    status: int = 200,
) -> HttpResponse:
    jobs = Job.objects.for_person(request.user).filter(
        kind="mail.sync", finished_at=None, arguments__account=str(account.pk)
    )
    job, now = jobs.order_by("created_at").first(), timezone.now()
    is_own_read = job is not None and job.state == JobState.RUNNING
    needs_sign_in = account.sign_in == SignIn.OAUTH and not is_signed_in(account)
    context = {
        "account": account,
        "form": form,
        "folders": account.folders.filter(is_chosen=True).order_by("name"),
        "heard": heard_of(account),
        "job": job,
        "is_busy": not is_own_read and is_any_at_work(now=now),
        "is_in_file": is_in_file(account),
        "needs_sign_in": needs_sign_in,
        "passes_by_itself": account.trouble in PASSES_BY_ITSELF,
        "waits_for_choice": not account.has_begun and not needs_sign_in,
        "found_nothing": _asks_where_answers_go(account),
    }
    return render(request, "mail/account.html", context, status=status)


def _asks_where_answers_go(account: ImapAccount) -> bool:
    """Say whether the last reading found nothing, and none before it for some time."""
    if account.worked_at is None or account.trouble:
        return False
    found = account.found_new_at
    return found is None or found < account.worked_at - QUIET_FOR


@require_POST
def account_folders(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    form = FoldersForm(request.POST, account=account)
    if not form.is_valid():
        return _detail(request, account, form, status=422)
    choose_folders(account, form.cleaned_data["folders"], now=timezone.now())
    job = queue_sync(account)
    return redirect("jobs:detail", job_id=job.pk)


@require_POST
def account_sync(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    if not account.has_begun and under_way(account) is None:
        messages.info(request, _("Choose what is read first."))
        return redirect("mail:account", account_id=account.pk)
    job = queue_sync(account)
    return redirect("jobs:detail", job_id=job.pk)


@require_POST
def account_test(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    try:
        refresh_folders(account)
    except Trouble as trouble:
        messages.error(request, str(trouble))
    else:
        messages.success(request, _("It can be opened, and its folders are listed."))
    return redirect("mail:account", account_id=account.pk)


@require_http_methods(["GET", "POST"])
def account_change(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    if account.sign_in == SignIn.OAUTH:
        return redirect("mail:sign_in", account_id=account.pk)
    form = (
        PasswordAccountForm(request.POST, account=account)
        if request.method == "POST"
        else PasswordAccountForm(account=account)
    )
    if form.is_bound and form.is_valid() and _changed(request, account, form):
        return redirect("mail:account", account_id=account.pk)
    status = 422 if form.errors else 200
    context = {"form": form, "account": account}
    return render(request, "mail/account_add.html", context, status=status)


def _changed(
    request: PersonRequest, account: ImapAccount, form: PasswordAccountForm
) -> bool:
    facts, password = form.facts(), form.cleaned_data["password"]
    words = _("Saved.")
    try:
        if password or leads_elsewhere(account, facts):
            kept = password or kept_password(account)
            set_folders(account, tested(account.person, facts, password=kept))
            words = _("Saved, and it can be opened.")
        change_account(account, facts, password=password, now=timezone.now())
    except Trouble as trouble:
        form.add_error(None, str(trouble))
        return False
    except OSError as error:
        form.add_error(None, _not_kept(error))
        return False
    messages.success(request, words)
    return True


@require_http_methods(["GET", "POST"])
def account_remove(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    account = _account(request, account_id)
    if request.method == "POST":
        remove_account(account)
        messages.success(
            request, _("Removed, with its password. What was read from it stays.")
        )
        return redirect("mail:accounts")
    return render(request, "mail/account_remove.html", {"account": account})


def _back(request: PersonRequest) -> str:
    return request.build_absolute_uri(reverse("mail:oauth_back"))


@require_http_methods(["GET", "POST"])
def account_sign_in(request: PersonRequest, account_id: uuid.UUID) -> HttpResponse:
    """Begin a sign-in: by the provider's page and back, or by a code typed in there."""
    account = _account(request, account_id)
    if account.sign_in != SignIn.OAUTH:
        return redirect("mail:change", account_id=account.pk)
    client = oauth_client(account)
    context: dict[str, Any] = {"account": account}
    if not client.place.device:
        return render(
            request, "mail/sign_in.html", {**context, "page": _page(request, account)}
        )
    kept = request.session.get(_SIGN_IN, {})
    status = 200
    try:
        if request.method == "POST" and kept.get("account") == str(account.pk):
            code = DeviceCode(kept["secret"], kept["shown"], kept["address"])
            tokens = oauth.finish_device(client, code)
            if tokens is not None:
                return _signed_in(request, account, tokens)
            context["is_pending"] = True
        else:
            code = oauth.begin_device(client)
            request.session[_SIGN_IN] = {
                "account": str(account.pk),
                "secret": code.secret,
                "shown": code.shown,
                "address": code.address,
            }
        context["code"] = code
    except Trouble as trouble:
        request.session.pop(_SIGN_IN, None)
        context["trouble"], status = str(trouble), 422
    return render(request, "mail/sign_in.html", context, status=status)


def _page(request: PersonRequest, account: ImapAccount) -> str:
    state, verifier = secrets.token_urlsafe(24), oauth.new_verifier()
    request.session[_SIGN_IN] = {
        "account": str(account.pk),
        "state": state,
        "verifier": verifier,
    }
    client = oauth_client(account)
    return oauth.page_address(
        client, back=_back(request), state=state, verifier=verifier
    )


@require_GET
def oauth_back(request: PersonRequest) -> HttpResponse:
    """Take what the provider's page sent back; only for the sign-in that was begun here."""
    kept = request.session.pop(_SIGN_IN, {})
    state = request.GET.get("state", "")
    is_ours = secrets.compare_digest(kept.get("state", ""), state) and bool(state)
    if not is_ours:
        messages.error(request, _("This sign-in was not begun here. Begin it again."))
        return redirect("mail:accounts")
    account = _account(request, uuid.UUID(kept["account"]))
    code = request.GET.get("code", "")
    if not code:
        messages.info(request, _("You did not say yes there, so nothing changed."))
        return redirect("mail:account", account_id=account.pk)
    try:
        tokens = oauth.finish_page(
            oauth_client(account),
            code=code,
            back=_back(request),
            verifier=kept["verifier"],
        )
    except Trouble as trouble:
        messages.error(request, str(trouble))
        return redirect("mail:account", account_id=account.pk)
    return _signed_in(request, account, tokens)


def _signed_in(
    request: PersonRequest, account: ImapAccount, tokens: oauth.Tokens
) -> HttpResponse:
    request.session.pop(_SIGN_IN, None)
    keep_tokens(account, tokens, now=timezone.now())
    try:
        refresh_folders(account)
    except Trouble as trouble:
        messages.error(request, str(trouble))
    else:
        messages.success(request, _("Signed in. Choose what is read."))
    return redirect("mail:account", account_id=account.pk)


@require_POST
def watch_add(request: PersonRequest) -> HttpResponse:
    if not may_name_files(request.user):
        raise Http404
    form = WatchForm(request.POST)
    if not form.is_valid():
        return _list(request, form, status=422)
    folder = watch(request.user, form.cleaned_data["path"], now=timezone.now())
    job = queue_watch(folder)
    return redirect("jobs:detail", job_id=job.pk)


@require_POST
def watch_remove(request: PersonRequest, folder_id: uuid.UUID) -> HttpResponse:
    folder = get_object_or_404(
        WatchedFolder.objects.for_person(request.user), pk=folder_id
    )
    stop_watching(folder)
    messages.success(
        request, _("Not looked at any more. The folder and its files stay.")
    )
    return redirect("mail:accounts")
