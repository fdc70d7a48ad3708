"""Onward: private, self-hosted help for a person who was just told no."""

from __future__ import annotations

__version__ = "0.1.0"
