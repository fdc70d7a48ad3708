from __future__ import annotations

from django.apps import AppConfig


class ReflectionConfig(AppConfig):
    name = "onward.method.reflection"
    label = "reflection"
