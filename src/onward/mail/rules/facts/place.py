"""Where the work of an opening is done, as a hiring mail says it; "" where it is not plain."""

from __future__ import annotations

import re

from onward.mail.rules.basics.text import fold, own_text
from onward.mail.rules.facts.employers.names import says_kind
from onward.mail.rules.facts.material import join_wrapped
from onward.mail.rules.facts.place_of_others import without_colleagues
from onward.mail.rules.facts.place_told import Telling, clean, listed
from onward.mail.rules.facts.place_words import TOWN, words
from onward.mail.rules.facts.titles.role import (
    has_gender_marker,
    holds_word,
    is_role_like,
)
from onward.mail.rules.facts.towns import is_plain_town, is_town
from onward.mail.rules.types import Message, Verdict

_READ_CHARS = 6_000
_SURE = r"place of work|work location|job location|office location|based in|base location|base|campus|duty station|arbeitsort|dienstort|einsatzort|einsatzgebiet|standort|lieu de travail|lugar de trabajo|sede di lavoro|local de trabalho|standplaats|miejsce pracy|çalışma yeri|arbetsort|placeringsort"
# In an invitation these say where the interview is held.
_OTHER = r"location|site|place|ort|lieu|ubicación|lugar|sede|luogo|locatie|lokalizacja|konum|plats"
_LABELLED = r"(?:^|\n|\()[^\w\n]{{0,4}}(?:{words})\s*:\s*(?P<place>[^\n]{{2,80}})"
_SURE_LINE = re.compile(_LABELLED.format(words=_SURE), re.IGNORECASE)
_OTHER_LINE = re.compile(_LABELLED.format(words=_OTHER), re.IGNORECASE)
# "Data Engineer (m/w/d) in Köln", "Baker (Leeds)".
_BESIDE = re.compile(
    rf"(?:^|[:|,-] ?|\bas an? |\bfor |\bals )(?P<title>[^\n|:()]{{3,80}}?(?: ?\([^()]{{3,12}}\))?) (?:in (?P<in>{TOWN})|\((?P<brackets>{TOWN})\))\s*$"
)
_TAIL = re.compile(
    rf"(?P<title>.{{4,}}?)(?:,| -| in| à| en| em| a| te)? \(?(?P<town>{TOWN})\)?"
)
"""A title that ends with its town: "Buyer (Leeds)", "Laborant, Lindau"."""

_HELD = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.INFORMATION_REQUEST})


def place_of_work(
    message: Message, *, verdict: Verdict, role: str = "", company: str = ""
) -> str:
    """Return where the work would be done, in the words of the mail, or "".

    Where an interview is held is no place of work: of invitations only what is labelled
    as one counts, and what the mail says of the opening itself.
    """
    own, subject = (
        fold(own_text(message.text[:_READ_CHARS])),
        fold(message.subject),
    )
    is_held = verdict in _HELD
    labelled = _labelled(own, role=role, is_held=is_held)
    if labelled:
        return labelled
    prose = join_wrapped(tuple(" ".join(line.split()) for line in own.split("\n")))
    title, town = _parted(role)
    prose = without_colleagues(prose)
    said = Telling(prose, role=title, company=company, is_held=is_held)
    told = Telling(subject, role=title, company=company, is_held=False)
    return (
        said.plainly()
        or (town if town in f"{prose}\n{subject}" else "")
        or said.by_a_known_name()
        or _beside_title(subject, role=title, company=company)
        or told.near_the_opening()
    )


def _labelled(own: str, *, role: str, is_held: bool) -> str:
    """Return the place on a line that says what it is, or ""."""
    for expression in [_SURE_LINE] if is_held else [_SURE_LINE, _OTHER_LINE]:
        for found in expression.finditer(own):
            place = clean(found["place"])
            if place:
                return place
    for found in _OTHER_LINE.finditer(own) if is_held and role else ():
        # Under the opening's own line stands where the opening is.
        above = own[: found.start()].rstrip().rpartition("\n")[2].rstrip(" .,|")
        place = clean(found["place"]) if above.endswith(role) else ""
        if place and not words().held.search(above):
            return place
    return ""


def _parted(role: str) -> tuple[str, str]:
    """Return a title without the town that it ends with, and that town, or ""."""
    found = _TAIL.fullmatch(role)
    town = listed(found["town"]) if found else ""
    return (found["title"], town) if found and town else (role, "")


def _beside_title(subject: str, *, role: str, company: str) -> str:
    """Return the place that a subject names behind the title, or "".

    "Pflegefachfrau HF (Klinik Seeblick)" names a house, as agencies do: whose, and not where.
    """
    found = _BESIDE.search(subject)
    if found is None:
        return ""
    place = clean(found["in"] or found["brackets"])
    is_title = has_gender_marker(found["title"]) or is_role_like(found["title"])
    is_part = bool(role) and place.lower() in role.lower()
    is_part = is_part or place.lower() in company.lower().split()
    is_house = says_kind(place) and not is_town(place)
    is_none = is_part or is_house or _is_of_letter(place)
    return place if is_title and not is_none else ""


def _is_of_letter(place: str) -> bool:
    """Say whether what stands behind a title tells of the letter: "(Ihr Schreiben)", "(Zuweisung RAV)"."""
    parts = place.split()
    if is_town(place) or any(map(is_plain_town, parts)):
        return False
    is_noun = any(words().no_town.search(part) for part in parts)
    return is_noun or holds_word(place, kind="never_company")
