from __future__ import annotations

from django.urls import path

from onward.applications import views

app_name = "applications"
urlpatterns = [
    path("", views.application_list, name="list"),
    path("add/", views.add, name="add"),
    path("<uuid:application_id>/", views.detail, name="detail"),
    path("<uuid:application_id>/edit/", views.edit, name="edit"),
    path("<uuid:application_id>/record/", views.record_event, name="record"),
    path("<uuid:application_id>/join/", views.join, name="join"),
    path("<uuid:application_id>/split/", views.split_off, name="split"),
    path("<uuid:application_id>/archive/", views.put_away, name="archive"),
    path("<uuid:application_id>/restore/", views.take_out, name="restore"),
    path("events/<uuid:event_id>/undo/", views.undo, name="undo"),
    path("events/<uuid:event_id>/bring-back/", views.redo, name="bring_back"),
    path("events/<uuid:event_id>/correct/", views.correct, name="correct"),
    path("events/<uuid:event_id>/move/", views.move, name="move"),
]
