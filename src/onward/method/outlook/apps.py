from __future__ import annotations

from django.apps import AppConfig


class OutlookConfig(AppConfig):
    name = "onward.method.outlook"
    label = "outlook"
