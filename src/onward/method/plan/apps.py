from __future__ import annotations

from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "onward.method.plan"
    label = "plan"
