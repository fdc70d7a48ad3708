"""American time zones as mail writes them, in lower case; either may be a street, a house or a room as well."""

from __future__ import annotations

AMERICAN = "eastern|central|mountain|pacific"
SHORT_AMERICAN = "[ecmp][sd]?t"
