from __future__ import annotations

from django.urls import path

from onward.mail import (
    account_views,
    learned_views,
    newer_views,
    own_model_views,
    twin_views,
    views,
)

app_name = "mail"
urlpatterns = [
    path("", views.mail_home, name="home"),
    path("import/", views.import_mail, name="import"),
    path("runs/<uuid:run_id>/", views.run_detail, name="run"),
    path("review/", views.review, name="review"),
    path("same/<uuid:application_id>/join/", twin_views.twins_join, name="twins_join"),
    path(
        "same/<uuid:application_id>/apart/", twin_views.twins_apart, name="twins_apart"
    ),
    path("messages/<uuid:message_id>/", views.message_detail, name="message"),
    path("messages/<uuid:message_id>/settle/", views.settle_message, name="settle"),
    path("messages/<uuid:message_id>/aside/", views.message_aside, name="aside"),
    path("messages/<uuid:message_id>/reopen/", views.message_reopen, name="reopen"),
    path(
        "messages/<uuid:message_id>/correct/",
        learned_views.correct_message,
        name="correct",
    ),
    path("learned/", learned_views.learned, name="learned"),
    path("learned/<uuid:example_id>/", learned_views.example, name="example"),
    path("learned/<uuid:example_id>/take/", learned_views.take, name="take_offer"),
    path("learned/<uuid:example_id>/forget/", learned_views.forget, name="forget"),
    path(
        "learned/<uuid:example_id>/remember/", learned_views.remember, name="remember"
    ),
    path(
        "learned/presses/<uuid:batch>/undo/", learned_views.undo_press, name="undo_take"
    ),
    path(
        "learned/changes/<uuid:change_id>/undo/",
        learned_views.undo_change,
        name="undo_change",
    ),
    path("newer/", newer_views.newer, name="newer"),
    path("newer/alike/take/", newer_views.take_alike, name="newer_take_alike"),
    path("newer/alike/keep/", newer_views.keep_alike, name="newer_keep_alike"),
    path("newer/<uuid:reading_id>/take/", newer_views.take, name="newer_take"),
    path("newer/<uuid:reading_id>/keep/", newer_views.keep, name="newer_keep"),
    path("newer/<uuid:reading_id>/undo/", newer_views.undo, name="newer_undo"),
    path(
        "newer/presses/<uuid:batch>/undo/",
        newer_views.undo_press,
        name="newer_undo_press",
    ),
    path("accounts/", account_views.account_list, name="accounts"),
    path("accounts/add/", account_views.account_add, name="account_add"),
    path(
        "accounts/add/sign-in/", account_views.account_add_sign_in, name="add_sign_in"
    ),
    path("accounts/signed-in/", account_views.oauth_back, name="oauth_back"),
    path("accounts/<uuid:account_id>/", account_views.account_detail, name="account"),
    path(
        "accounts/<uuid:account_id>/folders/",
        account_views.account_folders,
        name="folders",
    ),
    path("accounts/<uuid:account_id>/sync/", account_views.account_sync, name="sync"),
    path("accounts/<uuid:account_id>/test/", account_views.account_test, name="test"),
    path(
        "accounts/<uuid:account_id>/change/",
        account_views.account_change,
        name="change",
    ),
    path(
        "accounts/<uuid:account_id>/remove/",
        account_views.account_remove,
        name="remove",
    ),
    path(
        "accounts/<uuid:account_id>/sign-in/",
        account_views.account_sign_in,
        name="sign_in",
    ),
    path("watched/", account_views.watch_add, name="watch"),
    path("watched/<uuid:folder_id>/stop/", account_views.watch_remove, name="unwatch"),
    path("model/", own_model_views.model_settings, name="model"),
    path("model/test/", own_model_views.model_test, name="model_test"),
    path("model/ask/", own_model_views.model_ask, name="model_ask"),
    path("model/off/", own_model_views.model_off, name="model_off"),
    path("model/remove/", own_model_views.model_remove, name="model_remove"),
    path(
        "model/readings/<uuid:answer_id>/accept/",
        own_model_views.reading_accept,
        name="reading_accept",
    ),
    path(
        "model/readings/<uuid:answer_id>/dismiss/",
        own_model_views.reading_dismiss,
        name="reading_dismiss",
    ),
]
