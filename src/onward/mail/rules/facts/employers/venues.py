"""Where one is to come, beside the house that asks one to: "Interviews will take place at Larch Museum"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.places import places_of
from onward.mail.rules.facts.employers.agency import places_people
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import is_system_name
from onward.mail.rules.facts.material import Material

_LAST = 8
_AHEAD = 160
_SURELY = 2.5
_LED = re.compile(
    r"(?:\b(?:tak(?:e|es|ing) place|held|interviews?|meet|see you|come|visit|report|findet|finden|stattfinden|gespräch)\b"
    r"[^.!?\n]{0,90}?\b(?:at|in|im|am)\s(?:the\s)?|(?:^|\n)(?:place|venue|treffpunkt)\s?:\s?"
    # "Zimmer im Gasthof Post ist reserviert", "a room for you at the Lark Inn"; no "Room Leader at Lark".
    r"|\b(?:zimmer|übernachtung|unterkunft|room|accommodation|chambre|habitación|camera|quarto|kamer|pokój|oda|rum)"
    r"(?: (?:ist|is|has|been|was|booked|reserved|reserviert|gebucht|for|you|für|sie|dich|réservée|pour|vous))*"
    r"\s(?:at|in|im|beim|à|au|en|el|al|all'|presso|no|na|w|bij|på)\s?(?:the\s|l['’]|la\s)?)[^.!?\n:]{0,60}$",
    re.IGNORECASE,
)


def without_venues(
    candidates: Sequence[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates without where a talk is, where another house signs or is shown.

    A council's letter names its museum, a trust's its hospital. Who places people writes of
    their client, whom the talk is with.
    """
    venues = {c.name for c in candidates if is_venue(c.name, material=material)}
    left = [c for c in candidates if c.name not in venues]
    return left if venues and has_house(left, material=material) else list(candidates)


def is_venue(name: str, *, material: Material) -> bool:
    """Say whether a name stands nowhere but where a mail tells where to come."""
    low = name.lower()
    if low in material.subject_low or low in material.message.sender.name.lower():
        return False
    prose = material.prose
    places = [start for start, _ in places_of(name, prose)]
    return bool(places) and all(
        _LED.search(prose[max(0, at - _AHEAD) : at]) for at in places
    )


def has_house(candidates: Sequence[Candidate], *, material: Material) -> bool:
    """Say whether a name of several words signs a mail or is shown as its sender, and is no agency's."""
    lines = "\n".join(material.lines[-_LAST:])
    shown = f"{material.message.sender.name}\n{lines}"
    return any(
        c.name in shown
        and " " in c.name
        and c.weight >= _SURELY
        and not is_system_name(c.name)
        and not places_people(material, name=c.name)
        for c in candidates
    )
