"""What a receipt's own words say: that something arrived, was sent on, or was looked at; pure."""

from __future__ import annotations

import re
from datetime import timedelta

_SAME_RECEIPT = timedelta(days=2)
"""So long after a board's receipt the employer's own may come."""

_ARRIVED = re.compile(
    r"receiv|receipt|arriv|reached us|came through|\bgot (?:it|the|your|them|everything)\b"
    r"|\bthank(?:s| you)\b[^.!?]{0,20} for (?:sending|submitting|returning|completing|applying|your (?:\w+ ){0,3}"
    r"(?:application|submission|solution|documents?|papers|references?|interest))\b"
    r"|eingegangen|eingang|eingetroffen|erhalten|angekommen|bekommen|liegen? uns\b|\b(?:ist|sind) da\b"
    r"|\bdank\w*\b[^.!?]{0,30} für (?:die |das |ihre?n? |deine?n? |eure? )?(?:\w+ )?"
    r"(?:zusendung|übersendung|einreichung|bewerbung|unterlagen|lösung|interesse|nachweise|zeugnisse)"
    r"|reçu|réception|parven|arrivé|recib|recepci|llegad|ricevut|ricezione|pervenut|arrivat"
    r"|ontvangen|ontvangst|aangekomen|binnengekomen|otrzyma|dotar|wpłyn|przysz|receb|recepç|cheg(?:ou|aram)"
    r"|mottagit|mottagen|fått (?:din|dina|ditt)|kommit (?:in|fram)|inkommit|alındı|aldık|alınmış|ulaştı|elimize",
    re.IGNORECASE,
)
# Of a board that sent it on, or of a machine that answers by itself.
_SENT_ON = re.compile(
    r"\bsent\b|submitted|forwarded|automati|auto-?reply|out of office|abwesen"
    r"|gesendet|gesandt|versandt|verschickt|übermittelt|weitergeleitet|eingereicht|envoyé|transmi"
    r"|enviad|inviat|inoltrat|verzonden|verstuurd|doorgestuurd|wysłan|przesł|przekazan|zgłosz"
    r"|skickat|skickats|vidarebefordra|gönderil|iletil|otomatik|\bdanke?\b|\bthanks?\b|merci|gracias"
    r"|grazie|obrigad|bedankt|dziękuj|\btack\b|teşekkür",
    re.IGNORECASE,
)
_LOOKED_AT = re.compile(
    r"\b(?:was|were|has been|have been|been) (?:just |now |recently )?(?:viewed|opened|looked at)\b"
    r"|\b(?:viewed|opened|looked at) your (?:application|profile|cv|résumé|resume)\b"
    r"|\b(?:wurde|haben|hat)\b.{0,40}\b(?:angesehen|angeschaut|eingesehen|geöffnet)\b"
    r"|\b(?:a été|a) (?:consultée?|vue?|ouverte?|consulté votre)\b|\bconsult[eé] votre candidature"
    r"|\b(?:ha sido|fue|han|ha) (?:vist[oa]|visualizad[oa]|abiert[oa])\b"
    r"|\b(?:è stata|hanno|ha) (?:visualizzat[oa]|vist[oa]|apert[oa])\b"
    r"|\bfoi (?:visualizad|vist|abert)[oa]\b|\bvisualiz(?:ou|aram) (?:a )?(?:sua |tua )?candidatura"
    r"|\b(?:bekeken|ingezien)\b|wyświetl(?:ona|ono|ił)|obejrza(?:na|no|ł)|\b(?:har visats|har öppnats|tittat på din)\b"
    r"|görüntülen(?:di|miştir)|incelen(?:di|miştir)\b",
    re.IGNORECASE,
)


def says_looked_at(words: str) -> bool:
    """Return whether words say that somebody looked at the application, and not that it arrived."""
    return _LOOKED_AT.search(words) is not None and not says_arrived(words)


def tells_under_way(words: str, *, after: timedelta) -> bool:
    """Return whether a receipt says how it stands, and of nothing that it came, went or was looked at.

    Args:
        after: How long after the first receipt it came.
    """
    if after <= _SAME_RECEIPT or not words or says_looked_at(words):
        return False
    return not (says_arrived(words) or _SENT_ON.search(words))


def says_arrived(words: str) -> bool:
    """Return whether words say that something arrived; none leave it at what it was read as.

    "We are still interviewing" reads as a receipt by its place in a search, and
    confirms nothing that was sent.
    """
    return not words or _ARRIVED.search(words) is not None
