from __future__ import annotations

from django.apps import AppConfig


class ApplyingConfig(AppConfig):
    name = "onward.method.applying"
    label = "applying"
