"""Whether a receipt's own words say that something arrived; pure."""

from __future__ import annotations

import re

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


def says_arrived(words: str) -> bool:
    """Return whether words say that something arrived; none leave it at what it was read as.

    "We are still interviewing" reads as a receipt by its place in a search, and
    confirms nothing that was sent.
    """
    return not words or _ARRIVED.search(words) is not None
