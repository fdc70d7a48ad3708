"""What else than an application own mail is about: a flat to rent, an order; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables

_BEGINNING = 200
"""So far a mail says what it is about."""

PAPERS = re.compile(
    r"\b(?:lebens(?:lauf|läufe)|bewerbungs?\w*|anschreiben|unterlagen|c\.?v\b|vita\b|résumé|resume"
    r"|curriculum|cover letter|candidature|currículum|currículo|özgeçmiş\w*|życiorys|meritförteckning)",
    re.IGNORECASE,
)
"""The papers that one applies with, by name."""

_OF_WORK = re.compile(
    rf"{PAPERS.pattern}|\b(?:stellen(?:anzeige|angebot|ausschreibung)\w*|vacancy|job (?:ad|advert|post)\w*"
    r"|offre d'emploi|oferta de (?:empleo|trabajo)|annuncio di lavoro|offerta di lavoro|vacature"
    r"|oferta de emprego|vaga de (?:emprego|trabalho)|ofert\w+ pracy|ogłoszeni\w+ o prac\w+|iş ilan\w+"
    r"|platsannons\w*|jobbannons\w*)",
    re.IGNORECASE,
)
_TO_RENT = re.compile(
    r"\b(?:(?:to|would|could|i(?:'d)?|and) rent\b(?! (?:out|to))|rent (?:it|the|your) |viewing\b|view (?:it|the|your) "
    r"|(?:my|our) tenancy|(?:flat|apartment|room) (?:is|was|you) (?:still )?(?:free|available|advertis\w+|offer\w*)"
    r"|(?:an)?mieten\b|anzumieten|besichtig(?:en|ung)\b|mieterselbst\w*|schufa\w*|mietinteress\w*|bewerbung (?:für|um) (?:die|ihre) (?:\w+ )?\w*wohnung"
    r"|(?:souhait\w+|voudrais|aimerais|désir\w+|pour) (?:\w+ )?(?:louer|visiter)\b|garants?\b"
    r"|(?:gustaría|quisiera|quiero|para|interesa\w*) (?:\w+ )?(?:alquilar|arrendar|visitar|ver)\b"
    r"|(?:vorrei|piacerebbe|desidero|per) (?:\w+ )?(?:affittare|visitare|prendere in affitto)\b"
    r"|(?:te|graag|wil) (?:\w+ )?huren\b|bezichtig\w+"
    r"|(?:gostava|gostaria|queria|quero|para) (?:de )?(?:\w+ )?(?:arrendar|alugar|visitar)\b"
    r"|wynająć|obejrzeć|(?:vill|skulle|gärna|att) (?:\w+ )?hyra\b|kirala(?:mak|yabil\w+))",
    re.IGNORECASE,
)


@cache
def more(kind: str) -> re.Pattern[str]:
    """Return what else says one kind of thing, in the languages of `own_mail.toml`."""
    parts = [
        part for table in tables("own_mail").values() for part in table.get(kind, ())
    ]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def is_of_else(subject: str, *, own: str, wants: bool) -> bool:
    """Say whether a mail begins with a flat to rent, or offers something for sale."""
    begins = f"{subject}\n{own[:_BEGINNING]}"
    if more("sells").search(own) and not PAPERS.search(own):
        return True
    if wants or more("rents").search(begins) is None:
        return False
    # Whoever would let flats or clean rooms speaks of them, too.
    return not _OF_WORK.search(f"{subject}\n{own}") or _TO_RENT.search(own) is not None


def brings_dossier(subject: str, *, own: str) -> bool:
    """Say whether a mail brings a dossier for work: it may be one for a flat, a school, a doctor."""
    said = f"{subject}\n{own}"
    if not (more("dossier").search(own) and more("for_work").search(said)):
        return False
    else_ = ("no_work", "no_dossier", "rents", "sells")
    return not any(more(kind).search(said) for kind in else_)
