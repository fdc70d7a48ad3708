from __future__ import annotations

from django.apps import AppConfig


class WinsConfig(AppConfig):
    name = "onward.method.wins"
    label = "wins"
