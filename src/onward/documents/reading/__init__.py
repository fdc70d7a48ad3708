"""Reading files that others made: pure of database and pages, run in a bounded process."""

from __future__ import annotations
