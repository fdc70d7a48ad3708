from __future__ import annotations

from django.urls import path

from onward.people import views

app_name = "people"
urlpatterns = [
    path("launch/", views.launch_needed, name="launch_needed"),
    path("launch/<str:token>/", views.launch, name="launch"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("settings/", views.settings, name="settings"),
    path("settings/clock/", views.clock, name="clock"),
    path("settings/password/", views.password, name="password"),
    path("leave/", views.leave, name="leave"),
]
