"""The filter that turns a time zone's name into words."""

from __future__ import annotations

from django import template

from onward.people import zones

register = template.Library()
register.filter("zone_label", zones.zone_label)
register.filter("is_world_time", zones.is_world_time)
