from __future__ import annotations

from django.apps import AppConfig


class FeelingsConfig(AppConfig):
    name = "onward.method.feelings"
    label = "feelings"
