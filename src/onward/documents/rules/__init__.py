"""What is understood of documents and adverts: pure functions over text."""

from __future__ import annotations
