"""Template filters that name files as people know them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from onward.mail.services.uploads import FOLDER, uploads_folder

register = template.Library()

MOST_NAMED = 5
# "0002/all.mbox"; in older readings "0002-all.mbox".
_ELSEWHERE = re.compile(
    rf"/.*/{FOLDER}/[0-9a-f]{{32}}(?:/(\d{{4}}[-/].*))?$", re.DOTALL
)
_COUNT = re.compile(r"^\d{4}[-/]")


@register.filter
def shown_place(path: str) -> str:
    """Return a path; of what was chosen in the browser the name that it had there.

    The copy in the home is gone once it was read, so that its path leads nowhere.
    """
    inside = _inside_upload(path)
    if inside is None:
        return path
    return _COUNT.sub("", inside) or _("files chosen in the browser")


def _inside_upload(path: str) -> str | None:
    """Return the path within one upload; None where it is of none."""
    for folder in (uploads_folder(), FOLDER):
        if Path(path).is_relative_to(folder):
            return "/".join(Path(path).relative_to(folder).parts[1:])
    # What was brought back into another home than the one that it was read in.
    found = _ELSEWHERE.match(path)
    return found[1] or "" if found else None


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
