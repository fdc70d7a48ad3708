from __future__ import annotations

from django.urls import path

from onward.method.feedback import answer_views, sending_views, views

app_name = "feedback"
urlpatterns = [
    path("", views.home, name="home"),
    path("application/<uuid:application_id>/", views.application, name="application"),
    path("application/<uuid:application_id>/said/", answer_views.told, name="told"),
    path("application/<uuid:application_id>/leave/", views.leave, name="leave"),
    path("draft/<uuid:request_id>/", views.draft, name="draft"),
    path("draft/<uuid:request_id>/typed/", views.typed, name="typed"),
    path("draft/<uuid:request_id>/voice/", views.voice, name="voice"),
    path("draft/<uuid:request_id>/later/", views.later, name="later"),
    path("draft/<uuid:request_id>/back/", views.words_back, name="words_back"),
    path("draft/<uuid:request_id>/delete/", views.delete, name="delete"),
    path("draft/<uuid:request_id>/ready/", views.ready, name="ready"),
    path("draft/<uuid:request_id>/send/", sending_views.send_it, name="send"),
    path("draft/<uuid:request_id>/sent/", views.sent, name="sent"),
    path("draft/<uuid:request_id>/not-sent/", views.not_sent, name="not_sent"),
    path("draft/<uuid:request_id>/seen/", views.seen, name="seen"),
    path(
        "answer/<uuid:request_id>/<uuid:message_id>/",
        answer_views.answer,
        name="answer",
    ),
    path("said/<uuid:feedback_id>/", answer_views.said, name="said"),
    path("next-time/", answer_views.next_time, name="next_time"),
    path(
        "next-time/<uuid:line_id>/let-go/",
        answer_views.let_line_go,
        name="let_line_go",
    ),
    path("sending/", sending_views.sending, name="sending"),
    path("sending/test/", sending_views.test, name="test"),
    path("sending/forget/", sending_views.forget, name="forget"),
]
