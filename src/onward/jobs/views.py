from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from onward.jobs.models import Job
from onward.jobs.services import ask_to_stop, is_in_line, is_left
from onward.people.http import PersonRequest

_READINGS = frozenset({"mail.import", "mail.sync", "mail.watch"})


@require_GET
def job_list(request: PersonRequest) -> HttpResponse:
    jobs = Job.objects.for_person(request.user).order_by("-created_at")
    page = Paginator(jobs, per_page=25).get_page(request.GET.get("page"))
    return render(request, "jobs/list.html", {"page": page})


@require_GET
def job_detail(request: PersonRequest, job_id: uuid.UUID) -> HttpResponse:
    job = get_object_or_404(Job.objects.for_person(request.user), pk=job_id)
    template = "jobs/detail.html#progress" if request.htmx else "jobs/detail.html"
    now = timezone.now()
    context = {
        "job": job,
        "is_left": is_left(job, now=now),
        "is_in_line": is_in_line(job, now=now),
        "is_reading": job.kind in _READINGS,
    }
    return render(request, template, context)


@require_POST
def stop(request: PersonRequest, job_id: uuid.UUID) -> HttpResponse:
    job = get_object_or_404(Job.objects.for_person(request.user), pk=job_id)
    ask_to_stop(job)
    return redirect("jobs:detail", job_id=job.pk)
