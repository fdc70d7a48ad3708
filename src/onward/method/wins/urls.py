from __future__ import annotations

from django.urls import path

from onward.method.wins import views

app_name = "wins"
urlpatterns = [
    path("", views.home, name="home"),
    path("week/", views.one_week, name="week"),
    path("away/", views.away, name="away"),
    path("treats/", views.treats, name="treats"),
    path("treats/<uuid:treat_id>/remove/", views.remove_treat, name="remove_treat"),
    path("choose/", views.choose, name="choose"),
    path("forward/<uuid:step_id>/done/", views.finish, name="finish"),
    path("<uuid:win_id>/", views.moment, name="moment"),
    path("<uuid:win_id>/shows/", views.shows, name="shows"),
    path("<uuid:win_id>/forward/", views.forward, name="forward"),
    path("<uuid:win_id>/put-away/", views.put_away, name="put_away"),
    path("<uuid:win_id>/bring-back/", views.bring_back, name="bring_back"),
]
