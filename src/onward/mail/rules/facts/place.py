"""Where the work of an opening is done, as a hiring mail says it; "" where it is not plain."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.facts.employers.names import has_legal_form
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import join_wrapped
from onward.mail.rules.facts.titles.role import has_gender_marker, is_role_like
from onward.mail.rules.types import Message, Verdict

_READ_CHARS = 6_000
_LONGEST = 60
_MOST_WORDS = 6
_UPPER = r"[A-ZÀ-ÖØ-ÞĄ-ŽĞİŞ]"
# "Canberra on Thursday", "Bozen am Montag": the day stands behind the town.
_NO_DAY = (
    r"(?! (?:on|am|im|in) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\w+tag|Mittwoch|Sonnabend"
    r"|Januar|Februar|March|März|April|Ma[iy]\b|Jun[ei]\b|Jul[iy]\b|August|September|O[ck]tober|November|De[cz]ember))"
)
_TOWN = rf"(?:(?:Bad|St\.?|San|Santa|New|Los|Las|Den|The|El|La|Le) )?{_UPPER}[\w'’.-]+(?:{_NO_DAY}[ -](?:am|an der|im|in|ob der|on|upon|under|de|del|la|sur|aan|den|{_UPPER}[\w'’.-]+)){{0,3}}"
_NAME = rf"(?:{_UPPER}[\w'’-]+ ){{1,3}}"
_IN_STATE = rf"{_TOWN}(?:, [A-Z]{{2}}\b)?"
_SURE = r"place of work|work location|job location|office location|based in|base location|base|campus|duty station|arbeitsort|dienstort|einsatzort|einsatzgebiet|standort|lieu de travail|lugar de trabajo|sede di lavoro|local de trabalho|standplaats|miejsce pracy|çalışma yeri|arbetsort|placeringsort"
# In an invitation these say where the interview is held.
_OTHER = r"location|site|place|ort|lieu|ubicación|lugar|sede|luogo|locatie|lokalizacja|konum|plats"
_LABELLED = r"(?:^|\n|\()[^\w\n]{{0,4}}(?:{words})\s*:\s*(?P<place>[^\n]{{2,80}})"
_SURE_LINE = re.compile(_LABELLED.format(words=_SURE), re.IGNORECASE)
_OTHER_LINE = re.compile(_LABELLED.format(words=_OTHER), re.IGNORECASE)
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
# "the post on Monday, at our Leeds site": no more of the post, but of the day.
_APART = re.compile(r"[,;]|(?<!\d)\d{1,2}(?!\d| ?%)")
_BREAK = re.compile(r"(?<![Nn]r)[.!?:]\s|\n")
_TITLE, _HOUSE = "\ue000", "\ue001"
"""Stand for the mail's own title and employer; no mail means anything by them."""

_SHORTEST_ROLE = 4
_SHORTEST_EMPLOYER = 3
_HELD = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.INFORMATION_REQUEST})


@dataclass(frozen=True, slots=True)
class _Words:
    opening: re.Pattern[str]
    with_opening: re.Pattern[str]
    site: re.Pattern[str]
    sure: re.Pattern[str]
    held: re.Pattern[str]
    fields: frozenset[str]
    no_town: re.Pattern[str]


@cache
def _words() -> _Words:
    """Return what `place.toml` has; every site has one group, a town."""
    table = tables("place")
    sites, houses = table["sites"], "|".join(table["houses"])
    sure = "|".join(table["sure"]).replace("{sites}", sites)
    site = (
        rf"(?i:in|at|for|to|on|from) (?i:our|the|their) {{town}} (?i:{sites})\b"
        rf"|(?i:at|for|in|to) (?i:our|the|their) (?i:{sites}) in {{town}}"
        rf"|(?i:{houses}) (?i:(?:{table['within']}|von|de|di|van) |d['’])?{{town}}"
        rf"|(?i:für|in|an) (?i:unsere?[nmr]?) {_UPPER}[\w/-]+(?: {_UPPER}[\w/-]+)? in {{town}}"
    )
    opening = rf"(?:{_TITLE}|\b(?i:{'|'.join(table['openings'])}))"
    return _Words(
        opening=re.compile(rf"{opening}(?!\w)"),
        with_opening=_with_opening(opening, table=table),
        site=re.compile(site.replace("{town}", f"({_IN_STATE})")),
        sure=re.compile(sure.replace("{town}", f"({_IN_STATE})")),
        held=re.compile(table["held"], re.IGNORECASE),
        fields=frozenset("|".join(table["fields"]).split("|")),
        no_town=re.compile(table["no_town"], re.IGNORECASE),
    )


def place_of_work(
    message: Message, *, verdict: Verdict, role: str = "", company: str = ""
) -> str:
    """Return where the work would be done, in the words of the mail, or "".

    Where an interview is held is no place of work: of invitations only what is labelled
    as one counts, and what the mail says of the opening itself.
    """
    text = message.text[:_READ_CHARS]
    own = fold(own_text(text))
    lines = [_SURE_LINE] if verdict in _HELD else [_SURE_LINE, _OTHER_LINE]
    for expression in lines:
        for found in expression.finditer(own):
            place = _clean(found["place"])
            if place:
                return place
    labelled = _OTHER_LINE.finditer(own) if verdict in _HELD and role else ()
    for found in labelled:
        # Under the opening's own line stands where the opening is.
        above = own[: found.start()].rstrip().rpartition("\n")[2].rstrip(" .,|")
        place = _clean(found["place"]) if above.endswith(role) else ""
        if place and not _words().held.search(above):
            return place
    prose = join_wrapped(tuple(" ".join(line.split()) for line in own.split("\n")))
    told = _told(prose, role=role, company=company, is_held=verdict in _HELD)
    return told or _beside_title(fold(message.subject), role=role)


def _told(prose: str, *, role: str, company: str, is_held: bool) -> str:
    """Return the place that the sentences name with the opening, or ""."""
    for found in _words().sure.finditer(prose):
        place = _town(next(filter(None, found.groups())), role=role, company=company)
        if place:
            return place
    marked = _marked(prose, role=role, company=company)
    for found in _words().with_opening.finditer(marked):
        place = _town(next(filter(None, found.groups())), role=role, company=company)
        if place:
            return place
    for found in _words().site.finditer(marked):
        before = _BREAK.split(marked[: found.start()])[-1]
        last = [hit.end() for hit in _words().opening.finditer(before)]
        # "an interview for the post at our Leeds site" tells of the post.
        if is_held and not (last and _is_together(before[last[-1] :])):
            continue
        place = _town(next(filter(None, found.groups())), role=role, company=company)
        if place:
            return place
    return ""


def _marked(text: str, *, role: str, company: str) -> str:
    """Return a text with a sign each for the mail's own title and employer.

    So one expression is enough for all mail: to make one costs more than to read a mail.
    """
    if len(role) >= _SHORTEST_ROLE:
        wanted, low, at, parts = lower(role), lower(text), 0, []
        while (place := low.find(wanted, at)) >= 0:
            end = place + len(wanted)
            around = low[max(place - 1, 0) : place] + low[end : end + 1]
            is_whole = not any(map(str.isalnum, around))
            parts += [text[at:place], _TITLE if is_whole else text[place:end]]
            at = end
        text = "".join((*parts, text[at:]))
    return text.replace(company, _HOUSE) if len(company) >= _SHORTEST_EMPLOYER else text


def _is_together(between: str) -> bool:
    """Return whether an opening and what follows it are told of in one breath."""
    plain = re.sub(r"\([^)]*\)", "", between)
    return not (_words().held.search(plain) or _APART.search(plain))


def _with_opening(opening: str, *, table: Mapping[str, Any]) -> re.Pattern[str]:
    """Return "Baker (m/w/d) here in Leeds", "the job in Leeds", "Baker at Acme, Leeds"."""
    openings = f"(?i:{'|'.join(table['openings'])})"
    here, within = f"(?i:{table['here']})", f"(?i:{table['within']})"
    more = rf"(?:\s?\([^()\n]{{1,14}}\)|,?\s\d{{2,3}}\s?%|\s(?:{openings}|(?i:job|{table['terms']})\b))*"
    return re.compile(
        rf"{opening}{more},?(?: {here})? {within} ({_IN_STATE})"
        rf"|{opening}{more} (?i:{table['places']}) ({_IN_STATE})"
        # "Baker (Leeds depot)", "Baker, Salem, OR"
        rf"|{opening} \(({_TOWN}) (?i:{table['sites']})[,)]|{opening}, ({_TOWN}, [A-Z]{{2}})\b"
        rf"|{opening}{more} (?i:at|with|bei|chez|en|presso|n[ao]|nel|nella|bij|hos) {_HOUSE}(?:,|,? {within}) ({_IN_STATE})"
        # "Baker at Leeds Airport", and under a line's own word for it "Post: Baker, Leeds"
        rf"|{opening}{more} (?i:at) ({_NAME}(?:{table['landmarks']})\b(?:, {_TOWN})?)"
        # "Baker, Leeds" on a line of its own
        rf"|(?m:^){_TITLE}(?:\s?\([^()\n]{{1,14}}\))?, ({_TOWN})(?m:$)"
        rf"|(?m:^)(?i:re|ref|post|position|job|stelle|betreff|betr)\b[^\n.?!]{{0,40}}{_TITLE}(?:\s?\([^()\n]{{1,14}}\))?, ({_TOWN})(?m:$)"
    )


def _town(text: str, *, role: str, company: str) -> str:
    """Return a captured place where it can be a town's name, or ""."""
    words = text.split()
    while words and words[-1].islower():
        words.pop()
    place = _clean(" ".join(words))
    if not place or is_unit(place) or has_legal_form(place):
        return ""
    first, last = place.split()[0].casefold(), place.split()[-1]
    is_other = first in _words().fields or _words().no_town.search(last) is not None
    is_part = place.casefold() in role.casefold() or first in company.casefold().split()
    return "" if is_other or is_part else place


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
    place = re.split(r"\s[|•·]\s|;|\s-\s|\.\s|\s\(|\)", text.strip())[0].strip(
        " .,;:|*_"
    )
    words = place.split()
    if any(map(str.isdigit, words[0] if words else "")):
        return ""
    is_short = 2 <= len(place) <= _LONGEST and len(words) <= _MOST_WORDS
    if not is_short or not place[0].isupper() or place.lower() in _words().fields:
        return ""
    is_other = _ONLINE.search(place) or _ROOM.search(place) or is_role_like(place)
    return "" if is_other else place
