"""Whether a mail tells that an application arrived, or how one stands that arrived before; pure."""

from __future__ import annotations

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import plain

_WORDS = "received"


def is_of_one_before(subject: str, text: str) -> bool:
    """Say whether a mail, read as a receipt, tells nothing of an application that arrives.

    "Die Durchsicht dauert leider länger als geplant, wir bitten um Geduld" is about what was
    sent before; who is thanked for an application may have sent one more.
    """
    said = [plain(subject), *(each.words for each in told_sentences(text))]
    if any(map(part_of_all(_WORDS, "later").search, said)):
        return True
    return not any(map(part_of_all(_WORDS, "new").search, said))
