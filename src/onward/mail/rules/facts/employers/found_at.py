"""Where somebody came upon the reader, which employs nobody: "I found your CV on Jobspur"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.material import Material

_PROFILE = (
    r"(?:profile?s?|profiel|profilo|perfil|profilin\w*|profiliniz\w*|cv|c\.v\.|cv['’]?niz\w*|résumé|resume|lebenslauf|bewerberprofil"
    r"|(?:stellen)?gesuch|inserat|currículum|curriculum|currículo|annonce|anzeige|advert|anuncio|annuncio|anúncio|advertentie|ogłoszenie|życiorys"
    r"|annons|ilan\w*|özgeçmiş\w*)"
)
_FOUND = (
    r"(?:found|came across|come across|saw|seen|spotted|noticed|gestoßen|gefunden|fand|entdeckt|aufmerksam|gesehen|sah|trouvé|vu|repéré|tombée? sur"
    r"|découvert|encontr\w+|visto|vi|topado|trovat\w|imbattut\w|notat\w|gevonden|gezien|tegengekomen|zag|znala\w+|natrafi\w+|zobaczy\w+"
    r"|buld\w+|gördü\w+|rastla\w+|hitta\w+|såg|sett|stötte|listed|posted|uploaded|eingestellt|veröffentlicht)"
)
_LED = (
    r"(?:on|in|at|via|through|from|auf|über|bei|beim|im|sur|dans|chez|par|en|a través de|su|sul|nel|nella|tramite|op|bij|no|na|em"
    r"|através d[aoe]|w|we|poprzez|przez|på|i|hos|genom)(?: (?:the|der|dem|den|die|das|la|le|el|il|l'|de|het|o|a))?"
)
_IN_TEXT = frozenset({"own", "body", "signature", "subject"})
_CHARS = 110
_SENTENCE = r"[^.!?\n]"
_BEHIND_PROFILE = re.compile(rf"\b{_PROFILE} (?:{_FOUND} )?{_LED} $", re.IGNORECASE)
# "Ich bin bei Nordpack für Recruiting zuständig und auf Ihr Profil gestoßen": where somebody works.
_LED_ON = (
    r"(?:on|in|via|through|auf|über|im|sur|dans|en|a través de|su|sul|nel|nella|tramite|op|no|na|em|através d[aoe]|w|we|poprzez|på|i"
    r"|genom)(?: (?:the|der|dem|den|die|das|la|le|el|il|l'|de|het|o|a))?"
)
_AHEAD = re.compile(rf"\b{_LED_ON} $", re.IGNORECASE)
_WORKS = re.compile(
    r"\b(?:arbeite|rekrutiere|leite|suche|work|recruit|hire|recrute|travaille|trabajo|trabalho|recluto|lavoro|werk|pracuj\w+"
    r"|rekrutuj\w+|çalış\w+|jobbar|arbetar|rekryterar)\b",
    re.IGNORECASE,
)
_SAYS_FOUND = re.compile(rf"\b{_FOUND}\b", re.IGNORECASE)
_PROFILE_NEXT = re.compile(rf"{_SENTENCE}{{0,60}}?\b{_PROFILE}\b", re.IGNORECASE)
_IN_TURKISH = re.compile(
    rf"(?:['’]?(?:d[ae]|t[ae])(?:ki)?|(?:['’]?(?:n?[iıuü]n)?) üzerinden)\b{_SENTENCE}{{0,40}}?\b{_PROFILE}",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?\n]")


def is_found_at(text: str, *, start: int, end: int) -> bool:
    """Say whether a name in a text is told as where the reader's profile or advert was come upon.

    Both have to be said in one sentence, and what leads to the name has to tell where.
    """
    before = _ENDS.split(text[max(0, start - _CHARS) : start])[-1]
    behind = _ENDS.split(text[end : end + _CHARS])[0]
    if not _SAYS_FOUND.search(f"{before} {behind}"):
        return False
    if _BEHIND_PROFILE.search(before):
        return True
    if _AHEAD.search(before):
        is_work = _WORKS.search(before) is not None
        return not is_work and _PROFILE_NEXT.match(behind) is not None
    return _IN_TURKISH.match(behind) is not None


def is_where_found(
    name: str, *, material: Material, beside: Sequence[Candidate]
) -> bool:
    """Say whether a name stands nowhere but where the reader was come upon.

    Args:
        beside: What else may employ: where the text and its signature name no other, the house
            that the reader's papers came to is the only one there is.
    """
    low = name.lower()
    if low in material.subject_low or low in material.message.sender.name.lower():
        return False
    if not _is_all_found(name, material=material):
        return False
    key = company_key(name)
    others = (
        c.name for c in beside if c.place in _IN_TEXT and key != company_key(c.name)
    )
    return any(not _is_all_found(other, material=material) for other in others)


def _is_all_found(name: str, *, material: Material) -> bool:
    places = [*whole_places(name, material.prose)]
    return bool(places) and all(
        is_found_at(material.prose, start=start, end=end) for start, end in places
    )
