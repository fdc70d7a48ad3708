"""How well a text fits a text, and why: the read-out, the letter, tailored or not.

For other rooms: `read_out`, `read_letter_of`, `tailoring_of`, `tailorings`, `tailorings_so_far`.
"""

from __future__ import annotations

from onward.matching.services.letters import read_letter_of
from onward.matching.services.reading import (
    ReadOut,
    own_words,
    read_out,
    read_out_texts,
    say,
)
from onward.matching.services.tailoring import (
    tailoring_of,
    tailorings,
    tailorings_so_far,
)

__all__ = (
    "ReadOut",
    "own_words",
    "read_letter_of",
    "read_out",
    "read_out_texts",
    "say",
    "tailoring_of",
    "tailorings",
    "tailorings_so_far",
)
