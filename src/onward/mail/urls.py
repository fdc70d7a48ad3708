from __future__ import annotations

from django.urls import path

from onward.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.mail_home, name="home"),
    path("import/", views.import_mail, name="import"),
    path("runs/<uuid:run_id>/", views.run_detail, name="run"),
    path("review/", views.review, name="review"),
    path("messages/<uuid:message_id>/", views.message_detail, name="message"),
    path("messages/<uuid:message_id>/settle/", views.settle_message, name="settle"),
    path("messages/<uuid:message_id>/aside/", views.message_aside, name="aside"),
    path("messages/<uuid:message_id>/reopen/", views.message_reopen, name="reopen"),
]
