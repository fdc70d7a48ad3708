"""Fields of a form as a page shows them, in a browser that several people may use."""

from __future__ import annotations

from django import template
from django.forms import BoundField, EmailInput, Textarea, TextInput, URLInput
from django.template import RequestContext
from django.utils.safestring import SafeString

register = template.Library()

_WRITTEN = (Textarea, TextInput, EmailInput, URLInput)


@register.simple_tag(takes_context=True)
def shown_field(context: RequestContext, field: BoundField) -> SafeString:
    """Return a field; where people sign in, no browser brings back what was written in it.

    It would, at the same address, to whoever is signed in by then. At a person's own
    computer it brings their own words back after a reload, and may.
    """
    person = getattr(getattr(context, "request", None), "user", None)
    is_shared = getattr(person, "is_local", True) is False
    if is_shared and isinstance(field.field.widget, _WRITTEN):
        field.field.widget.attrs.setdefault("autocomplete", "off")
    return SafeString(field)
