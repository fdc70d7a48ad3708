from __future__ import annotations

from django.urls import path

from onward.method.feelings import views

app_name = "feelings"
urlpatterns = [
    path("", views.home, name="home"),
    path("hours/", views.default_hours, name="default_hours"),
    path("no/<uuid:event_id>/", views.here, name="here"),
    path("no/<uuid:event_id>/quiet/", views.quiet, name="quiet"),
    path("no/<uuid:event_id>/write/", views.write, name="write"),
    path("no/<uuid:event_id>/write/typed/", views.typed, name="typed"),
    path("no/<uuid:event_id>/write/delete/", views.untyped, name="untyped"),
    path("entry/<uuid:entry_id>/delete/", views.delete_entry, name="delete_entry"),
    path("writing/<uuid:session_id>/", views.writing, name="writing"),
    path(
        "writing/<uuid:session_id>/delete/", views.delete_writing, name="delete_writing"
    ),
    path("window/<uuid:window_id>/end/", views.end, name="end"),
    path("window/<uuid:window_id>/answer/", views.answer, name="answer"),
    path("window/<uuid:window_id>/", views.refocus, name="refocus"),
    path("plan/<uuid:plan_id>/", views.finish, name="finish"),
]
