"""The wing of the twelve steps."""

from __future__ import annotations
