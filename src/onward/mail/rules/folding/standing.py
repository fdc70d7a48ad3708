"""Whether a mail tells how an application stands that arrived before; pure."""

from __future__ import annotations

from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import plain

_WORDS = "standing"


def is_of_one_before(subject: str, text: str) -> bool:
    """Say whether a mail, read as a receipt, tells that one of before has not come to an end yet.

    "Die Durchsicht dauert länger als geplant, wir bitten um Geduld" does. Who is told that an
    application arrived, or is but thanked for one, may have sent one more.
    """
    head, whole = plain(subject), plain(text)
    is_called = bool(part_of_all(_WORDS, "called").search(head))
    goes_on = _says([head, " ".join(whole.split())], "still")
    if not (is_called or goes_on):
        return False
    if is_called and goes_on:
        return True
    # Word by word only where there is something to it: a fold asks this of all receipts.
    said = [head, *(each.words for each in told_sentences(text))]
    return not (_says(said, "arrives") or _says(said, "thanks"))


def _says(said: list[str], part: str) -> bool:
    return any(map(part_of_all(_WORDS, part).search, said))
