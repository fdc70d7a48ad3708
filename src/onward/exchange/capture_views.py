from __future__ import annotations

import dataclasses
import json

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from onward.applications.services import has_twin
from onward.applications.views.shared import say
from onward.core.text import storable
from onward.documents.reading.pages import plain_html
from onward.exchange.forms import CaptureForm, PasteForm
from onward.exchange.rules.capture import Caught, from_page, from_paste
from onward.exchange.services import capture, doubles
from onward.people.http import PersonRequest, posted

# Sends the address, the title, the words and the JSON-LD of the page one is on to this
# program alone: behind the # of an address, which browsers send to nobody.
_BOOKMARK = (
    "javascript:(()=>{{const d=document,s=String(getSelection()),"
    "l=[...d.querySelectorAll('script[type*=\"ld+json\"]')].map(x=>x.textContent)"
    ".filter(x=>x.includes('JobPosting')).slice(0,5),"
    "p={{url:location.href,title:d.title,ld:l,"
    "text:(s.length>200?s:d.body.innerText).slice(0,60000)}};"
    "open('{address}#'+encodeURIComponent(JSON.stringify(p)))}})()"
)


@require_http_methods(["GET", "POST"])
def home(request: PersonRequest) -> HttpResponse:
    form = PasteForm(posted(request))
    if request.method == "POST" and form.is_valid():
        caught = _caught(form)
        if caught is not None:
            return _preview(request, caught)
    address = request.build_absolute_uri(request.path)
    context = {"form": form, "bookmark": _BOOKMARK.format(address=address)}
    status = 422 if form.is_bound else 200
    return render(request, "exchange/capture.html", context, status=status)


def _caught(form: PasteForm) -> Caught | None:
    data, today = form.cleaned_data, timezone.localdate()
    if not data["page"]:
        return from_paste(data["text"], plain=plain_html, today=today)
    try:
        return from_page(data["page"], plain=plain_html, today=today)
    except ValueError:
        form.add_error(
            None,
            _("The page could not be read. Copy the advert's text and paste it here."),
        )
        return None


def _preview(
    request: PersonRequest, caught: Caught, form: CaptureForm | None = None
) -> HttpResponse:
    facts = {
        "company": caught.company,
        "role": caught.role,
        "place": caught.place,
        "salary": caught.salary,
        "url": caught.url,
        "deadline": caught.valid_until.isoformat() if caught.valid_until else "",
    }
    shown = form or CaptureForm(initial={**facts, "caught": _packed(caught)})
    if form is not None:
        facts = form.facts
    context = {
        "form": shown,
        "caught": caught,
        "doubles": doubles(request.user, facts=facts),
    }
    status = 422 if form is not None else 200
    return render(request, "exchange/caught.html", context, status=status)


@require_POST
def keep(request: PersonRequest) -> HttpResponse:
    form = CaptureForm(request.POST)
    caught = _unpacked(request.POST.get("caught", ""))
    if not form.is_valid():
        return _preview(request, caught, form)
    now = timezone.now()
    application = capture(
        request.user,
        caught,
        facts=form.facts,
        applied_at=now if "applied" in request.POST else None,
        has_to_fetch=form.cleaned_data["fetches"],
        now=now,
    )
    words = _("It is among your applications, with its advert.")
    if has_twin(application):
        words = _(
            "It is among your applications. Another one of yours has the same employer and "
            "title. If both are one, join them."
        )
    first = application.events.order_by("number").first()
    say(request, words, batch=first.batch if first else None)
    return redirect("applications:detail", application.pk)


def _packed(caught: Caught) -> str:
    return json.dumps(
        {"text": caught.text, "scripts": caught.scripts, "role": caught.role}
    )


def _unpacked(packed: str) -> Caught:
    """Return the advert that a preview carried; it is what the person sent a moment ago."""
    try:
        sent = json.loads(packed)
        return dataclasses.replace(
            Caught(),
            text=storable(str(sent["text"])),
            role=storable(str(sent["role"])),
            scripts=tuple(storable(str(script)) for script in sent["scripts"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return Caught()
