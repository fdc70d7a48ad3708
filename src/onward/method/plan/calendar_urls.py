from __future__ import annotations

from django.urls import path

from onward.method.plan import calendar_views

app_name = "calendar"
urlpatterns = [
    path("", calendar_views.home, name="home"),
    path("onward.ics", calendar_views.download, name="download"),
    path("address/", calendar_views.address, name="address"),
    path("address/revoke/", calendar_views.revoke, name="revoke"),
    path("feed/<str:secret>.ics", calendar_views.feed, name="feed"),
]
