"""Which name in a mail is that of a street: "12 rue des Automates" is where somebody has an office."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?<!\w)(?:rue|avenue|av\.|bd|boulevard|chemin|quai|impasse|allée|faubourg|via|viale|piazza|corso|vicolo"
    r"|calle|avenida|avda\.|plaza|paseo|rua|praça|travessa|ul\.|ulica|aleja|al\.)"
    r"\s(?:de la |de l['’]|des |du |de |d['’]|della |del |delle |dei |degli |di |da |das |do |dos )?$",
    re.IGNORECASE,
)
_LONGEST = 24


def is_street(name: str, *, text: str) -> bool:
    """Say whether every place of a text that has a name has the word for a street before it."""
    places = [found.start() for found in re.finditer(re.escape(name), text)]
    return bool(places) and all(
        _BEFORE.search(text, max(0, place - _LONGEST), place) for place in places
    )
