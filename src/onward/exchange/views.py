from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import (
    FileResponse,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onward.applications.models import Application
from onward.core.text import counted
from onward.exchange.forms import ListFileForm, ProofForm, ReadingForm
from onward.exchange.labels import (
    PROBLEM_LABELS,
    apart_words,
    bare_day_words,
    left_columns_words,
    unknown_statuses_words,
    unread_days_words,
)
from onward.exchange.models import ImportedList
from onward.exchange.pdf import proof_pdf
from onward.exchange.rules.export import Format
from onward.exchange.rules.lists import (
    bare_day,
    left_columns,
    rows_with_unread_days,
    unknown_statuses,
)
from onward.exchange.rules.proposals import Proposal, Proposed
from onward.exchange.rules.tables import MOST_BYTES, TableProblem, UnreadableTableError
from onward.exchange.services import (
    GoneListError,
    Taken,
    choices_of,
    choose,
    export_pieces,
    keep_lists,
    let_go,
    proof,
    proof_csv,
    proposals,
    read_as,
    record_named_day,
    remember_language,
    report_language,
    take_in,
    write_everything,
)
from onward.people.http import PersonRequest, posted

PER_PAGE = 50
_TYPES = {Format.JSON: "application/json", Format.CSV: "text/csv; charset=utf-8"}


@require_http_methods(["GET", "POST"])
def home(request: PersonRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = ListFileForm(request.POST, request.FILES) if is_sent else ListFileForm()
    if is_sent and form.is_valid():
        kept = _kept(request, form)
        if kept:
            return redirect("exchange:list", kept[0].pk)
    lists = ImportedList.objects.for_person(request.user).order_by("-created_at")
    context = {"form": form, "lists": lists.defer("rows")[:20]}
    status = 422 if form.is_bound else 200
    return render(request, "exchange/home.html", context, status=status)


def _kept(request: PersonRequest, form: ListFileForm) -> list[ImportedList]:
    file = form.cleaned_data["file"]
    try:
        if file.size > MOST_BYTES:
            raise UnreadableTableError(TableProblem.TOO_LARGE)
        return keep_lists(
            request.user, name=file.name, data=file.read(), now=timezone.now()
        )
    except UnreadableTableError as error:
        form.add_error("file", str(PROBLEM_LABELS[error.problem]))
        return []


@require_GET
def one_list(request: PersonRequest, list_id: uuid.UUID) -> HttpResponse:
    kept = _own(request, list_id)
    if not kept.is_ready:
        return redirect("exchange:reading", kept.pk)
    found = proposals(kept)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    shown = list(page.object_list)
    said = choices_of(kept, [each.row.number for each in shown])
    meant = {each.row.number: _meant(each, said[each.row.number]) for each in shown}
    names = _names(request, meant.values())
    lines = [
        {
            "proposed": each,
            "choice": said[each.row.number],
            "candidates": _told_apart(
                [names[key] for key in meant[each.row.number] if key in names]
            ),
        }
        for each in shown
    ]
    counts = {kind.value: 0 for kind in Proposal}
    for each in found:
        counts[each.proposal.value] += 1
    context = {
        "kept": kept,
        "page": page,
        "lines": lines,
        "counts": counts,
        "bare_day": bare_day_words(bare_day(kept.columns, kept.columns_by_meaning)),
        "left_columns": left_columns_words(
            left_columns(kept.table, kept.columns_by_meaning)
        ),
        "unread_days": unread_days_words(
            rows_with_unread_days(each.row for each in found)
        ),
        "unknown_statuses": unknown_statuses_words(
            unknown_statuses(each.row for each in found)
        ),
    }
    return render(request, "exchange/list.html", context)


def _told_apart(found: list[Application]) -> list[tuple[uuid.UUID, str]]:
    words = apart_words(found)
    return [(each.pk, name) for each, name in zip(found, words, strict=True)]


def _meant(proposed: Proposed, choice: str) -> list[uuid.UUID]:
    """Return which applications a row may be: those proposed, and the one that was chosen."""
    own = [] if choice in {"", "new", "skip"} else [uuid.UUID(choice)]
    return list(dict.fromkeys([*proposed.candidates, *own]))


def _names(
    request: PersonRequest, found: Iterable[Sequence[uuid.UUID]]
) -> dict[uuid.UUID, Application]:
    ids = {key for each in found for key in each}
    return Application.objects.for_person(request.user).in_bulk(list(ids))


@require_http_methods(["GET", "POST"])
def reading(request: PersonRequest, list_id: uuid.UUID) -> HttpResponse:
    kept = _own(request, list_id)
    form = ReadingForm(posted(request), kept=kept)
    if request.method == "POST" and form.is_valid():
        read_as(kept, mapping=form.mapping, order=form.cleaned_data["order"])
        return redirect("exchange:list", kept.pk)
    context = {"kept": kept, "form": form, "first": kept.rows[:3]}
    status = 422 if form.is_bound else 200
    return render(request, "exchange/reading.html", context, status=status)


@require_POST
def choices(request: PersonRequest, list_id: uuid.UUID) -> HttpResponse:
    kept = _own(request, list_id)
    said = {
        number: value
        for name, value in request.POST.items()
        if (number := counted(name.removeprefix("row-"))) is not None
        and isinstance(value, str)
    }
    choose(kept, choices={n: v for n, v in said.items() if _is_choice(v)})
    if "take-in" in request.POST:
        return _taken_in(request, kept)
    messages.success(request, _("Kept. Nothing is recorded yet."))
    page = counted(request.POST.get("page", "")) or 1
    target = redirect("exchange:list", kept.pk)
    target["Location"] += f"?page={page}"
    return target


def _is_choice(value: str) -> bool:
    if value in {"", "new", "skip"}:
        return True
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True


def _taken_in(request: PersonRequest, kept: ImportedList) -> HttpResponse:
    try:
        taken = take_in(kept, now=timezone.now())
    except GoneListError:
        messages.info(
            request,
            _("The list is gone from here already. Nothing of it was recorded."),
        )
        return redirect("exchange:home")
    messages.success(request, taken_words(taken))
    return redirect("exchange:list", kept.pk)


def taken_words(taken: Taken) -> str:
    """Return what became of a list, in one line."""
    said = [
        ngettext("%(n)d new application", "%(n)d new applications", taken.new)
        % {"n": taken.new},
        ngettext("%(n)d was there already", "%(n)d were there already", taken.same)
        % {"n": taken.same},
    ]
    if taken.closed:
        said.append(
            ngettext(
                "%(n)d of them is closed now",
                "%(n)d of them are closed now",
                taken.closed,
            )
            % {"n": taken.closed}
        )
    if taken.left_out:
        said.append(
            ngettext("%(n)d row left out", "%(n)d rows left out", taken.left_out)
            % {"n": taken.left_out}
        )
    return "; ".join(said) + "."


@require_POST
def forget(request: PersonRequest, list_id: uuid.UUID) -> HttpResponse:
    let_go(_own(request, list_id))
    messages.success(
        request, _("The list is gone from here. What was taken in from it stays.")
    )
    return redirect("exchange:home")


@require_GET
def export(request: PersonRequest, form: str) -> HttpResponseBase:
    kind = Format(form)
    pieces = export_pieces(request.user, form=kind, now=timezone.now())
    answer = StreamingHttpResponse(pieces, content_type=_TYPES[kind])
    name = f"onward-{timezone.localdate():%Y-%m-%d}.{kind.value}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_GET
def everything(request: PersonRequest) -> HttpResponseBase:
    # In the home, where its owner alone reads, and without a name: it ends with the answer.
    zipped = tempfile.TemporaryFile(dir=settings.HOME)  # noqa: SIM115 -- the answer closes it
    try:
        write_everything(request.user, zipped, now=timezone.now())
    except BaseException:
        zipped.close()
        raise
    zipped.seek(0)
    name = f"onward-everything-{timezone.localdate():%Y-%m-%d}.zip"
    return FileResponse(zipped, as_attachment=True, filename=name)


@require_http_methods(["GET", "POST"])
def search_proof(request: PersonRequest) -> HttpResponse:
    if request.method == "POST":
        return _asked_for(request)
    person = request.user
    language = report_language(person)
    data = request.GET.copy()
    data.setdefault("language", language.value)
    today = timezone.localdate()
    usual = ProofForm.usual(today, name=person.name, language=language)
    form = ProofForm(data if "first" in request.GET else usual)
    if not form.is_valid():
        return render(request, "exchange/proof.html", {"form": form}, status=422)
    said = form.cleaned_data
    report = proof(
        person,
        first=said["first"],
        last=said["last"],
        fields=said["fields_shown"],
        parts=said["parts"],
        language=said["language"],
        now=timezone.now(),
    )
    wanted = request.GET.get("as")
    name = f"search-{report.first}-{report.last}"
    if wanted == "pdf":
        return _file(proof_pdf(report, name=said["name"]), f"{name}.pdf")
    if wanted == "csv":
        return _file("".join(proof_csv(report)).encode("utf-8-sig"), f"{name}.csv")
    return render(request, "exchange/proof.html", {"form": form, "report": report})


def _asked_for(request: PersonRequest) -> HttpResponse:
    """Keep the language that was chosen, and lead to the report's own address.

    An address that is only opened, from another day or page, changes nothing.
    """
    form = ProofForm(request.POST)
    if not form.is_valid():
        return render(request, "exchange/proof.html", {"form": form}, status=422)
    language = form.cleaned_data["language"]
    if language != report_language(request.user):
        remember_language(request.user, language)
    query = request.POST.copy()
    query.pop("csrfmiddlewaretoken", None)
    answer = redirect("exchange:proof")
    answer["Location"] += f"?{query.urlencode()}#report"
    return answer


@require_POST
def named_day(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    mine = Application.objects.for_person(request.user)
    application = get_object_or_404(mine, pk=application_id, merged_into=None)
    if record_named_day(request.user, application, now=timezone.now()):
        messages.success(request, _("Recorded. It counts as sent on that day."))
    back = redirect("exchange:proof")
    query = request.GET.urlencode()
    back["Location"] += f"?{query}" if query else ""
    return back


def _file(content: bytes, name: str) -> HttpResponse:
    kind = "application/pdf" if name.endswith(".pdf") else _TYPES[Format.CSV]
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _own(request: PersonRequest, list_id: uuid.UUID) -> ImportedList:
    mine = ImportedList.objects.for_person(request.user).select_related("person")
    return get_object_or_404(mine, pk=list_id)
