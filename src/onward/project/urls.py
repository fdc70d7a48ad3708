"""Every room's addresses."""

from __future__ import annotations

from django.urls import include, path

handler404 = "onward.pages.views.not_here"

urlpatterns = [
    path("", include("onward.pages.urls")),
    path("", include("onward.people.urls")),
    path("applications/", include("onward.applications.urls")),
    path("mail/", include("onward.mail.urls")),
    path("documents/", include("onward.documents.urls")),
    path("exchange/", include("onward.exchange.urls")),
    path("jobs/", include("onward.jobs.urls")),
    path("calendar/", include("onward.method.plan.calendar_urls")),
    path("matching/", include("onward.matching.urls")),
    path("no/", include("onward.method.plan.urls")),
    path("feelings/", include("onward.method.feelings.urls")),
    path("feedback/", include("onward.method.feedback.urls")),
    path("outlook/", include("onward.method.outlook.urls")),
    path("reflection/", include("onward.method.reflection.urls")),
    path("applying/", include("onward.method.applying.urls")),
    path("wins/", include("onward.method.wins.urls")),
]
