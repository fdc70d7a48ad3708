"""The pages of what was sent."""

from __future__ import annotations
