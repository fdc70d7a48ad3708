"""What goes out to other programs, and what comes in from them."""

from __future__ import annotations

from onward.exchange.services.export import application_records, export_pieces
from onward.exchange.services.lists import (
    Taken,
    choose,
    keep_lists,
    let_go,
    proposals,
    read_as,
    take_in,
)

__all__ = (
    "Taken",
    "application_records",
    "choose",
    "export_pieces",
    "keep_lists",
    "let_go",
    "proposals",
    "read_as",
    "take_in",
)
