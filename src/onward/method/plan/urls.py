from __future__ import annotations

from django.urls import path

from onward.method.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.no_list, name="list"),
    path("<uuid:event_id>/", views.no, name="no"),
    path("<uuid:event_id>/mattered/", views.mattered, name="mattered"),
    path("<uuid:event_id>/fold/", views.fold, name="fold"),
    path("<uuid:event_id>/take-out/", views.take_out, name="take_out"),
]
