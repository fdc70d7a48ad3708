"""Fields of work: that a subject applies for where it names no title, and behind a title's diploma; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.titles.whole import DIPLOMA

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


_ENDS_IN_DIPLOMA = re.compile(rf"{DIPLOMA.pattern}$")
_WARD = (
    r"(?:Medizin|Innere Medizin|Chirurgie|Onkologie|Hämatologie|Psychiatrie|Alterspsychiatrie|Kinderpsychiatrie|Notfall|Notfallstation|OPS|IPS|Intensivpflege"
    r"|Geriatrie|Gerontopsychiatrie|Langzeitpflege|Akutpflege|Akutgeriatrie|Palliativpflege|Palliative Care|Kinderspitex|Pädiatrie|Neonatologie|Wochenbett|Gynäkologie"
    r"|Geburtshilfe|Kardiologie|Neurologie|Nephrologie|Dialyse|Orthopädie|Urologie|Rehabilitation|Rehabilitationspflege|Anästhesie|Endoskopie|Ambulatorium|Tagesklinik"
    r"|Bettenstation|Pflege|Nachtwache|Wohngruppe|Wohnbereich|Schulsozialarbeit)"
)
_FIELD_BEHIND = re.compile(rf" {_WARD}(?:(?: und | ?& ?| ?/ ?){_WARD})?")


def with_field(role: str, *, found: Iterable[Candidate]) -> str:
    """Return "Dipl. Pflegefachfrau HF Medizin" for a "Dipl. Pflegefachfrau HF" that a phrase found so.

    The finder ends a title at its diploma; of places and houses behind it none is a field.
    """
    if not _ENDS_IN_DIPLOMA.search(role):
        return role
    for each in found:
        rest = each.name.removeprefix(role)
        if rest != each.name and _FIELD_BEHIND.fullmatch(rest):
            return each.name
    return role
