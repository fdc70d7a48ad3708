from __future__ import annotations

from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "onward.mail"
    label = "mail"

    def ready(self) -> None:
        from onward.applications.services import follow_undoing
        from onward.mail.services.reviewing import follow_words

        follow_undoing(follow_words)
