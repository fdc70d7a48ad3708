from __future__ import annotations

from django.urls import path

from onward.method.applying import views

app_name = "applying"
urlpatterns = [
    path("", views.home, name="home"),
    path("plan/", views.plan, name="plan"),
    path("no-plan/", views.no_plan, name="no_plan"),
    path("small/", views.small, name="small"),
    path("welcome/", views.welcome, name="welcome"),
    path("less/", views.less, name="less"),
    path("going-on/", views.going_on, name="going_on"),
    path("sessions/start/", views.start, name="start"),
    path("sessions/<uuid:session_id>/", views.session, name="session"),
    path("sessions/<uuid:session_id>/leave-out/", views.leave, name="leave_out"),
    path("sessions/<uuid:session_id>/bring-back/", views.back, name="bring_back"),
]
