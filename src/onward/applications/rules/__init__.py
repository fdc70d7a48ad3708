"""What an application is and how its history reads; pure, no database."""

from __future__ import annotations
