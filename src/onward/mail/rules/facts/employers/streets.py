"""Which name in a mail is that of a street: "12 rue des Automates" is where somebody has an office."""

from __future__ import annotations

import re

from onward.mail.rules.basics.places import places_of

_BEFORE = re.compile(
    r"(?<!\w)(?:rue|avenue|av\.|bd|boulevard|chemin|quai|impasse|allée|faubourg|via|viale|piazza|corso|vicolo"
    r"|calle|avenida|avda\.|plaza|paseo|rua|praça|travessa|ul\.|ulica|aleja|al\.)"
    r"\s(?:de la |de l['’]|des |du |de |d['’]|della |del |delle |dei |degli |di |da |das |do |dos )?$",
    re.IGNORECASE,
)
# "På Norra Kungsgatan", "Atlasgatan 22": Swedish streets say so themselves.
_SAYS_STREET = re.compile(r".*(?:gatan|vägen|gränden|gränd)", re.IGNORECASE)
_AT = re.compile(r"(?<!\w)(?:på|i|till|från|vid|adress:?) $", re.IGNORECASE)
# "Rua da Feira Velha": with the joint it is no house's name.
_NAMES_STREET = re.compile(
    r"(?:rua|avenida|travessa|praça|largo|estrada|rue|avenue|calle|via|viale|piazza)"
    r"\s(?:da|das|do|dos|de la|de l['’]|des|du|de|della|del|delle|dei|degli|di)\s",
    re.IGNORECASE,
)
_HOUSE = re.compile(r" \d")
# "Sir Aldan Quill's Quay", "Fenner Row": what an English name that may be a street's ends with.
_ENGLISH = re.compile(
    r".*\b(?:street|road|avenue|lane|square|place|quay|row|court|green|park|parade|mews|close|way|hill|wharf|gardens|grove|walk"
    r"|yard|docks?|circus|crescent|terrace|embankment|alley|approach|esplanade|boulevard|drive|rise|vale|mall|strand|quays)",
    re.IGNORECASE,
)
# "Our office on Fenner Row", "5 Fenner Row": people have it there. "Interviewed at Ashdown Court" is a house.
_HAVE_IT_AT = re.compile(
    r"(?<!\w)(?:(?:offices?|building|premises|headquarters|hq|studios?|entrance|reception)(?: (?:is|are|here|just|is just))*"
    r",? (?:at|on|in|off|near|beside|along)|(?:shop|store|branch|site|clinic|practice|surgery|showroom|floor)(?: (?:is|are))? (?:on|off)"
    r"|(?:number|no\.|nos?) ?\d{1,4}[a-z]?,?|\d{1,5}[a-z]?(?:[-–]\d{1,4})?,?"
    r"|(?:at|in) (?:one|two|three|four|five|six|seven|eight|nine|ten)|address:)\s(?:the )?$",
    re.IGNORECASE,
)
_LONGEST = 24


def is_street(name: str, *, text: str) -> bool:
    """Say whether a text speaks of a name as of a street at every place that has it."""
    places = [start for start, _ in places_of(name, text)]
    return bool(places) and all(_is_at(name, text=text, start=each) for each in places)


def _is_at(name: str, *, text: str, start: int) -> bool:
    if _NAMES_STREET.match(name):
        return True
    before = max(0, start - _LONGEST)
    if _BEFORE.search(text, before, start):
        return True
    if _ENGLISH.fullmatch(name) and _HAVE_IT_AT.search(text, before, start):
        return True
    if not _SAYS_STREET.fullmatch(name):
        return False
    is_numbered = _HOUSE.match(text, start + len(name)) is not None
    return is_numbered or _AT.search(text, before, start) is not None
