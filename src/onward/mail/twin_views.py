from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onward.applications.views.shared import (
    application_or_404,
    chosen_application,
    join_with_chosen,
    say,
)
from onward.mail.services.twins import keep_apart
from onward.people.http import PersonRequest


@require_POST
def twins_join(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    join_with_chosen(request, application)
    return redirect("mail:review")


@require_POST
def twins_apart(request: PersonRequest, application_id: uuid.UUID) -> HttpResponse:
    application = application_or_404(request, application_id)
    other = chosen_application(request)
    if other != application:
        keep_apart(request.user, application, other=other)
        say(request, _("They stay two, and you are not asked about them again."))
    else:
        say(request, _("These are one application; its timeline can part it into two."))
    return redirect("mail:review")
