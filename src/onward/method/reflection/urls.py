from __future__ import annotations

from django.urls import path

from onward.method.reflection import views

app_name = "reflection"
_OF = "application/<uuid:application_id>/"
urlpatterns = [
    path("", views.home, name="home"),
    path("patterns/", views.patterns, name="patterns"),
    path("questions/", views.questions, name="questions"),
    path(_OF, views.application, name="application"),
    path(f"{_OF}look-back/", views.look_back, name="look_back"),
    path(f"{_OF}forget/", views.forget, name="forget"),
    path(f"{_OF}debrief/", views.debrief, name="debrief"),
    path(f"{_OF}prepare/", views.prepare, name="prepare"),
    path(f"{_OF}research/", views.research, name="research"),
    path("debrief/<uuid:debrief_id>/", views.change_debrief, name="change_debrief"),
    path("debrief/<uuid:debrief_id>/themes/", views.themes, name="themes"),
    path("debrief/<uuid:debrief_id>/delete/", views.delete, name="delete"),
    path("experiment/<uuid:experiment_id>/", views.experiment, name="experiment"),
]
