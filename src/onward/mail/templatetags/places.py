"""Template filters that name files as people know them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()

MOST_NAMED = 5
# "0002/all.mbox"; in older readings "0002-all.mbox".
_COUNT = re.compile(r"^\d{4}[-/]")


@register.filter
def shown_place(path: str) -> str:
    """Return a path; of what was chosen in the browser the name that it had there.

    The copy in the home is gone once it was read, so that its path leads nowhere.
    """
    uploads = settings.HOME / "uploads"
    if not Path(path).is_relative_to(uploads):
        return path
    inside = Path(path).relative_to(uploads).parts[1:]
    if not inside:
        return _("files chosen in the browser")
    return _COUNT.sub("", "/".join(inside))


@register.filter
def naming_shown(sentence: str, path: str) -> str:
    """Return a sentence about a file that names it as people know it."""
    return sentence.replace(path, shown_place(path)) if path else sentence


@register.filter
def shown_places(paths: Iterable[str], most: int = MOST_NAMED) -> str:
    """Return several paths as people know them, side by side; the first of many."""
    names = [shown_place(path) for path in paths]
    more = len(names) - most
    if more < 1:
        return ", ".join(names)
    told = ngettext(
        "%(names)s and %(count)d more", "%(names)s and %(count)d more", more
    )
    return told % {"names": ", ".join(names[:most]), "count": more}
