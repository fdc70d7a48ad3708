"""What a reading of files is called."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _


def import_title(names: Sequence[str]) -> str:
    """Return what a reading of files is called: one by its name, several by their number."""
    if len(names) > 1:
        return _("Reading %(count)d files") % {"count": len(names)}
    return _("Reading %(names)s") % {"names": "".join(names)[:200]}
