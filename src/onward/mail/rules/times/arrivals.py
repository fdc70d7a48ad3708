"""When one is to be there, before what one comes for begins: "Report time: 8:40. Interview 9:00"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.clock import TimeMention

_ARRIVE = re.compile(
    r"(?:report(?:ing)?(?: time)?|arriv(?:al|e|al time|e by|e at)|check[- ]?in(?: time)?|sign[- ]?in|doors(?: open)?|registration"
    r"|eintreffen|ankunft|einlass|anmeldung|arrivée|accueil|llegada|acreditación|arrivo|ritrovo|accoglienza|chegada|receção|recepção"
    r"|aankomst|inloop|ontvangst|przybycie|zbiórka|przyjście|ankomst|samling|incheckning|varış|giriş|kayıt)"
    r"(?: (?:at|by|from|um|ab|à|a las|alle|às|om|o|kl\.?))? ?:? ?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^(?:[^\d\n]{0,24}|[^\d\n.!?]{0,44}?(?:we|wir) (?=begin|start))(?:interview|start|begin|talk|panel|gespräch|beginn|entretien|début|entrevista|inicio|início|colloquio|inizio"
    r"|gesprek|aanvang|rozmow|początek|intervju|samtal|börjar|mülakat|görüşme|başlangıç)[^\d\n]{0,16}$",
    re.IGNORECASE,
)
_JOURNEY = re.compile(
    r"\b(?:your|ihr|dein|votre|ton|su|tu|il suo|il tuo|o seu|a sua|uw|je|jouw|twój|pana|pani|din|ditt)"
    r" (?:flight|plane|train|ferry|flug|flieger|zug|vol|avion|train|vuelo|avión|tren|volo|aereo|treno|voo|avião|comboio|vlucht|trein|lot"
    r"|samolot|pociąg|flyg|tåg)\b(?:[^.!?\n]|(?<=\d)\.){0,40}"
    r"\b(?:lands?|arrives|departs|leaves|gets? in|takes? off|landet|kommt|fährt|geht|atterrit|arrive|décolle|part|llega|sale|aterriza"
    r"|atterra|arriva|parte|chega|landt|vertrekt|ląduje|odlatuje|odjeżdża|landar|avgår)\b(?:[^.!?\n]|(?<=\d)\.){0,24}$"
)
"""Before an hour: that of a journey to the talk."""

_MOST_AHEAD = 30
_FAR_AHEAD = 80
_LONGEST_WAIT = 90


def is_of_journey(at: TimeMention, *, text: str) -> bool:
    """Say whether an hour is that of a flight or a train: "Your flight lands at 10:20 pm on the 20th"."""
    return (
        _JOURNEY.search(lower(text[max(0, at.start - _FAR_AHEAD) : at.start]))
        is not None
    )


def behind_arrival(
    at: TimeMention, *, times: Sequence[TimeMention], text: str
) -> TimeMention:
    """Return the time at which it begins, where a time is when to be there; else the time itself.

    Both stand beside each other, each with its word, and the wait is not long.
    """
    if not _ARRIVE.search(text[max(0, at.start - _MOST_AHEAD) : at.start]):
        return at
    later = next((other for other in times if other.start >= at.end), at)
    waits = 60 * (later.at.hour - at.at.hour) + later.at.minute - at.at.minute
    is_begun = _BEGINS.match(text[at.end : later.start].lstrip(" .,;\n-–")) is not None
    return later if is_begun and 0 < waits <= _LONGEST_WAIT else at
