from __future__ import annotations

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "onward.applications"
    label = "applications"

    def ready(self) -> None:
        from onward.applications.services.own_clock import keep_hours
        from onward.people.new_zone import on_new_zone

        on_new_zone(keep_hours)
