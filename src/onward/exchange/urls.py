from __future__ import annotations

from django.urls import path, re_path

from onward.exchange import capture_views, views

app_name = "exchange"
urlpatterns = [
    path("", views.home, name="home"),
    path("lists/<uuid:list_id>/", views.one_list, name="list"),
    path("lists/<uuid:list_id>/reading/", views.reading, name="reading"),
    path("lists/<uuid:list_id>/choices/", views.choices, name="choices"),
    path("lists/<uuid:list_id>/forget/", views.forget, name="forget"),
    path("capture/", capture_views.home, name="capture"),
    path("capture/keep/", capture_views.keep, name="keep"),
    path("proof/", views.search_proof, name="proof"),
    path("proof/<uuid:application_id>/sent/", views.named_day, name="named-day"),
    path("export/everything/", views.everything, name="everything"),
    re_path(r"^export/(?P<form>json|csv)/$", views.export, name="export"),
]
