from __future__ import annotations

from django.urls import path

from onward.documents.views import application, library, sent_mail

app_name = "documents"
urlpatterns = [
    path("", library.home, name="home"),
    path("add/", library.add, name="add"),
    path("compare/", library.comparison, name="compare"),
    path("<uuid:document_id>/", library.document_detail, name="document"),
    path("<uuid:document_id>/rename/", library.rename_document, name="rename"),
    path("versions/<uuid:version_id>/", library.version_detail, name="version"),
    path("versions/<uuid:version_id>/file/", library.download, name="file"),
    path("versions/<uuid:version_id>/read/", library.read_once_more, name="read"),
    path("versions/<uuid:version_id>/delete/", library.delete, name="delete"),
    path(
        "application/<uuid:application_id>/", application.overview, name="application"
    ),
    path("application/<uuid:application_id>/add/", application.add, name="add_to"),
    path("application/<uuid:application_id>/send/", application.send, name="send"),
    path(
        "application/<uuid:application_id>/advert/",
        application.keep_advert,
        name="keep_advert",
    ),
    path("sent/<uuid:event_id>/undo/", application.unsend, name="unsend"),
    path("adverts/<uuid:advert_id>/", application.advert_detail, name="advert"),
    path("adverts/<uuid:advert_id>/file/", application.advert_file, name="advert_file"),
    path("adverts/<uuid:advert_id>/edit/", application.advert_edit, name="advert_edit"),
    path(
        "adverts/<uuid:advert_id>/again/", application.advert_again, name="advert_again"
    ),
    path(
        "adverts/<uuid:advert_id>/delete/",
        application.advert_delete,
        name="advert_delete",
    ),
    path("sent-mail/", sent_mail.offers, name="sent_mail"),
    path("sent-mail/look/", sent_mail.look, name="look"),
    path("sent-mail/<uuid:file_id>/keep/", sent_mail.keep, name="keep_sent"),
    path("sent-mail/<uuid:file_id>/aside/", sent_mail.aside, name="aside"),
]
