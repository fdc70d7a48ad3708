"""Use cases of matching: the read-out of texts."""

from __future__ import annotations

from django.utils import timezone

from onward.matching.meaning import load_meaning
from onward.matching.rules.advert import read_advert
from onward.matching.rules.compare import compare
from onward.matching.rules.types import Decision


def read_out_texts(*, advert: str, resume: str) -> list[Decision]:
    """Return what an advert asks for and what a résumé says to it, both as plain text."""
    return compare(
        read_advert(advert),
        resume_text=resume,
        today=timezone.localdate(),
        meaning=load_meaning(),
    )
