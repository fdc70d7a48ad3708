from __future__ import annotations

from django.urls import path

from onward.matching import views

app_name = "matching"
urlpatterns = [
    path("<uuid:application_id>/", views.read_out, name="read_out"),
    path("<uuid:application_id>/say/", views.say_so, name="say"),
]
