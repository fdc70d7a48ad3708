"""Whether a mail confirms that the person took an application back, or declined an offer; pure, slow to claim."""

from __future__ import annotations

import re

from onward.mail.rules.basics.tables import where_said
from onward.mail.rules.basics.text import plain, strip_quoted
from onward.mail.rules.types import Because, Message, Reading, Verdict
from onward.mail.rules.verdicts.signals import READ_CHARS

RULE = "taken-back"
DECLINED_RULE = "offer-declined"
CONFIDENCE = 0.94
_HINT = re.compile(
    r"withdr|zurückgezogen|zurückgenommen|rückzug|rücknahme|zurückziehung|retiré|retrait"
    r"|retirad|ritirat|rinunci|ritiro|retirou|retiraste|ingetrokken|wycofa|dragit|dragits|återta|geri çek"
)
_HINT_OF_OFFER = re.compile(
    r"offer|angebot|zusage|proposition|offre|oferta|propuesta|offerta|proposta|aanbod|ofert|propozycj|erbjudande|teklif"
)
_MAY_CONFIRM = frozenset(
    {
        Verdict.CONFIRMATION,
        Verdict.REJECTION,
        Verdict.AMBIGUOUS,
        Verdict.POSITION_CLOSED,
    }
)
_SURE_NO = 0.93


def taken_back(message: Message, reading: Reading) -> Because | None:
    """Return the words that confirm that the person withdrew; None where nothing does.

    What an employer says of an application that the person took back reads like a receipt
    or a no, and is neither. A plain no beside it is the employer's own.

    Args:
        reading: What the mail was read as: about hiring, and no invitation.
    """
    return _confirmed(message, reading, table="taken_back", rule=RULE, hint=_HINT)


def offer_declined(message: Message, reading: Reading) -> Because | None:
    """Return the words in which an employer takes note that the person declined their offer.

    "Your decision not to accept our offer": their regret sounds like a no of theirs.

    Args:
        reading: What the mail was read as: about hiring, and no invitation.
    """
    return _confirmed(
        message,
        reading,
        table="offer_declined",
        rule=DECLINED_RULE,
        hint=_HINT_OF_OFFER,
    )


def _confirmed(
    message: Message,
    reading: Reading,
    *,
    table: str,
    rule: str,
    hint: re.Pattern[str],
) -> Because | None:
    if message.is_sent or not _may_confirm(reading):
        return None
    head = message.text[:READ_CHARS]
    own = [(head[start:end], start) for start, end in strip_quoted(head)]
    for where, texts in (("body", own), ("subject", [(message.subject, 0)])):
        for text, offset in texts:
            found = _said(text, table=table, hint=hint)
            if found is not None and not _is_plain_no(reading, words=found[0]):
                words, start = found
                at = offset + start
                return Because(rule, words, where, at, at + len(words))
    return None


def _may_confirm(reading: Reading) -> bool:
    """Say whether a mail of this meaning may be no more than a confirmation."""
    if reading.verdict in _MAY_CONFIRM:
        return True
    return reading.verdict is Verdict.INTERVIEW and reading.confidence < _SURE_NO


def _said(text: str, *, table: str, hint: re.Pattern[str]) -> tuple[str, int] | None:
    """Return the first sentence that says so, as it stands, and where it begins."""
    low = plain(text)
    if not hint.search(low):
        return None
    found = where_said(table, text=low)
    return (text[found[0] : found[1]].rstrip(), found[0]) if found else None


def _is_plain_no(reading: Reading, *, words: str) -> bool:
    """Say whether other words of the mail decline for sure."""
    if reading.verdict is not Verdict.REJECTION or reading.confidence < _SURE_NO:
        return False
    return all(because.words not in words for because in reading.because)
