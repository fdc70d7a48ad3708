from __future__ import annotations

from django.urls import path

from onward.pages import views

app_name = "pages"
urlpatterns = [
    path("", views.today, name="today"),
    path("steps/", views.steps, name="steps"),
    path("today/not-now/", views.not_now, name="not_now"),
    path("help/", views.help_now, name="help"),
    path("help/country/", views.keep_country, name="keep_country"),
    path("about/", views.about, name="about"),
    path("sw.js", views.service_worker, name="service_worker"),
]
