"""Fields of work that a subject applies for where it names no title: "Bewerbung Lager und Auslieferung"; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower

# "Solicitud de limpieza" asks for cleaning, and "Zgłoszenie: kuchnia" tells of damage.
_APPLIES = (
    r"(?:(?:initiativ|kurz)?bewerbung|(?:job )?application|candidature|candidatura|(?:open )?sollicitatie"
    r"|aplikacja|podanie|başvuru|(?:spontan)?ansökan)"
)
_LED = (
    r"(?:(?:für|im|in der|in|als|for|as|the|to|pour|en|le|la|au|à la|par[ao]|el|per|il|naar|voor|het|de|do|na|w|till|inom|om)"
    r"(?: den| die| das| der| bereich)? )?"
)
_JOINT = r"(?: (?:und|and|et|y|e|en|i|och|ve|sowie|oder|or) | ?[&/+] ?|, )"


@cache
def _applied_for() -> re.Pattern[str]:
    fields = "|".join(table["fields"] for table in tables("fields_of_work").values())
    field = rf"(?:{fields})"
    return re.compile(
        rf"\s*{_APPLIES}(?: ?[:–-])? {_LED}(?P<fields>{field}(?:{_JOINT}{field}){{0,3}})"
        r"\s*(?:$|[,;(|]\s?\S|\s[–-]\s)"
    )


def field_applied_for(subject: str) -> str:
    """Return the fields of work that are all a subject applies for, as it writes them; "" for none.

    "Bewerbung Reinigung Müller" names a firm, and "Bewerbung Torsten Kuhnert" who applies.
    """
    found = _applied_for().match(lower(subject))
    return subject[found.start("fields") : found.end("fields")] if found else ""
