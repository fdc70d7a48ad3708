"""The languages that mail is read in, and that what a person sends or hands in can be written in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """A language by its ISO 639-1 code."""

    ENGLISH = "en"
    GERMAN = "de"
    FRENCH = "fr"
    SPANISH = "es"
    ITALIAN = "it"
    DUTCH = "nl"
    PORTUGUESE = "pt"
    SWEDISH = "sv"
    POLISH = "pl"
    TURKISH = "tr"
