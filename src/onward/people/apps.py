from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "onward.people"
    label = "people"

    def ready(self) -> None:
        from onward.people.plain_errors import speak_plainly

        speak_plainly()
