"""What goes out to other programs, and what comes in from them."""

from __future__ import annotations

from onward.exchange.services.calendar import ledger_entries
from onward.exchange.services.capture import capture, doubles
from onward.exchange.services.everything import write_everything
from onward.exchange.services.export import application_records, export_pieces
from onward.exchange.services.lists import (
    GoneListError,
    Taken,
    choices_of,
    choose,
    keep_lists,
    let_go,
    proposals,
    read_as,
    take_in,
    take_in_alone,
)
from onward.exchange.services.proof import Proof, proof, proof_csv
from onward.exchange.services.proof_named_days import record_named_day
from onward.exchange.services.proof_ways import remember_language, report_language

__all__ = (
    "GoneListError",
    "Proof",
    "Taken",
    "application_records",
    "capture",
    "choices_of",
    "choose",
    "doubles",
    "export_pieces",
    "keep_lists",
    "ledger_entries",
    "let_go",
    "proof",
    "proof_csv",
    "proposals",
    "read_as",
    "record_named_day",
    "remember_language",
    "report_language",
    "take_in",
    "take_in_alone",
    "write_everything",
)
