"""Where the work of an opening is done, as a hiring mail says it; "" where it is not plain."""

from __future__ import annotations

import re

from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.facts.titles.role import has_gender_marker, is_role_like
from onward.mail.rules.types import Message, Verdict

_READ_CHARS = 6_000
_LONGEST = 60
_MOST_WORDS = 6
_UPPER = r"[A-ZÀ-ÖØ-ÞĄ-ŽĞİŞ]"
_TOWN = rf"(?:(?:Bad|St\.?|San|Santa|New|Los|Las|Den|The|El|La|Le) )?{_UPPER}[\w'’.-]+(?:[ -](?:am|an der|im|in|ob der|on|upon|under|de|del|la|sur|aan|den|{_UPPER}[\w'’.-]+)){{0,3}}"
_SURE = r"place of work|work location|job location|office location|based in|base location|duty station|arbeitsort|dienstort|einsatzort|einsatzgebiet|standort|lieu de travail|lugar de trabajo|sede di lavoro|local de trabalho|standplaats|miejsce pracy|çalışma yeri|arbetsort|placeringsort"
# In an invitation these say where the interview is held.
_OTHER = r"location|place|ort|lieu|ubicación|lugar|sede|luogo|locatie|lokalizacja|konum|plats"
_LABELLED = r"(?:^|\n)[^\w\n]{{0,4}}(?:{words})\s*:\s*(?P<place>[^\n]{{2,80}})"
_SURE_LINE = re.compile(_LABELLED.format(words=_SURE), re.IGNORECASE)
_OTHER_LINE = re.compile(_LABELLED.format(words=_OTHER), re.IGNORECASE)
_SPOKEN = re.compile(
    rf"\b(?:in|at) (?:our|the) (?P<one>{_TOWN}) (?:office|branch|store|site|plant|campus|shop|depot|factory|studio|warehouse|clinic|restaurant|location)\b"
    rf"|\b(?:at|for|in|to) our (?:office|branch|store|site|plant|campus|shop|depot|factory|studio|warehouse|clinic|restaurant|location) in (?P<two>{_TOWN})"
    rf"|\b(?:[Aa]m|[Uu]nseren|[Uu]nserem|[Dd]en|[Dd]em) Standort (?:in )?(?P<three>{_TOWN})"
    rf"|\b[Ii]n unserer (?:Filiale|Niederlassung|Praxis|Zweigstelle|Werkstatt|Klinik) (?:in )?(?P<four>{_TOWN})"
)
# "Data Engineer (m/w/d) in Köln", "Baker (Leeds)".
_BESIDE = re.compile(
    rf"(?:^|[:|,-] ?|\bas an? |\bfor |\bals )(?P<title>[^\n|:()]{{3,80}}?(?: ?\([^()]{{3,12}}\))?) (?:in (?P<in>{_TOWN})|\((?P<brackets>{_TOWN})\))\s*$"
)
_ONLINE = re.compile(
    r"zoom|teams\b|google meet|skype|webex|online|video|phone|telefon|call|link|remote|home ?office|hybrid|virtual|https?:|@|\btbc\b|to be confirmed|flexible|anywhere",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:room|floor|raum|zimmer|etage|reception|empfang|hall|saal|entrance|eingang|gate)\b|\d{3,}",
    re.IGNORECASE,
)
_FIELDS = frozenset(
    {
        "teilzeit",
        "vollzeit",
        "ausbildung",
        "elternzeit",
        "training",
        "residence",
        "charge",
        "general",
    }
)
_HELD = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.INFORMATION_REQUEST})


def place_of_work(message: Message, *, verdict: Verdict, role: str = "") -> str:
    """Return where the work would be done, in the words of the mail, or "".

    Where an interview is held is no place of work: of invitations only what is labelled
    as one counts.
    """
    text = message.text[:_READ_CHARS]
    own = fold(own_text(text))
    lines = [_SURE_LINE] if verdict in _HELD else [_SURE_LINE, _OTHER_LINE]
    for expression in lines:
        for found in expression.finditer(own):
            place = _clean(found["place"])
            if place:
                return place
    if verdict not in _HELD:
        spoken = _SPOKEN.search(own)
        if spoken is not None:
            return _clean(next(group for group in spoken.groups() if group))
    return _beside_title(fold(message.subject), role=role)


def _beside_title(subject: str, *, role: str) -> str:
    """Return the place that a subject names behind the title, or ""."""
    found = _BESIDE.search(subject)
    if found is None:
        return ""
    place = _clean(found["in"] or found["brackets"])
    is_title = has_gender_marker(found["title"]) or is_role_like(found["title"])
    is_part = bool(role) and place.lower() in role.lower()
    return place if is_title and not is_part else ""


def _clean(text: str) -> str:
    """Return a place without what stands behind it, or "" where it can be none."""
    place = re.split(r"\s[|•·]\s|;|\s-\s|\.\s|\s\(", text.strip())[0].strip(" .,;:|*_")
    words = place.split()
    is_short = 2 <= len(place) <= _LONGEST and len(words) <= _MOST_WORDS
    if not is_short or not place[0].isupper() or place.lower() in _FIELDS:
        return ""
    is_other = _ONLINE.search(place) or _ROOM.search(place) or is_role_like(place)
    return "" if is_other else place
