"""When one is to be there, before what one comes for begins: "Report time: 8:40. Interview 9:00"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.times.clock import TimeMention

_ARRIVE = re.compile(
    r"(?:report(?:ing)?(?: time)?|arriv(?:al|e|al time|e by|e at)|check[- ]?in(?: time)?|sign[- ]?in|doors(?: open)?|registration"
    r"|eintreffen|ankunft|einlass|anmeldung|arrivée|accueil|llegada|acreditación|arrivo|ritrovo|accoglienza|chegada|receção|recepção"
    r"|aankomst|inloop|ontvangst|przybycie|zbiórka|przyjście|ankomst|samling|incheckning|varış|giriş|kayıt)"
    r"(?: (?:at|by|from|um|ab|à|a las|alle|às|om|o|kl\.?))? ?:? ?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"^[^\d\n]{0,24}(?:interview|start|begin|talk|panel|gespräch|beginn|entretien|début|entrevista|inicio|início|colloquio|inizio"
    r"|gesprek|aanvang|rozmow|początek|intervju|samtal|börjar|mülakat|görüşme|başlangıç)[^\d\n]{0,16}$",
    re.IGNORECASE,
)
_MOST_AHEAD = 30
_LONGEST_WAIT = 90


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
