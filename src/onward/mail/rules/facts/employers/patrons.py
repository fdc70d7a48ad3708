"""Names that go on to a patron or a saint behind a full stop: "Szpital im. Anny Jodły", "Klinikum St. Georg"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.core.expressions import compiled_once
from onward.mail.rules.facts.employers.cases import as_called, is_polish_house
from onward.mail.rules.facts.employers.names import (
    BEFORE_PATRON,
    SAINTS,
    UPPER,
    company_key,
    says_kind,
)
from onward.mail.rules.facts.patterns import NOT_NEXT

_WORD = rf"{NOT_NEXT}[{UPPER}][\w'’-]*"
# "im. Jana Pawła II", "im. H. Zięby", "im. Anny i Jana Lipów"
_POLISH = re.compile(
    rf" {BEFORE_PATRON}(?P<who>(?:[{UPPER}]\. ?){{0,2}}{_WORD}(?:(?: | i )(?:[{UPPER}]\. ?)?{_WORD}){{0,4}})"
)
_POLISH_CUT = re.compile(
    r" (?:im|imienia|pw|św|bł)(?: ?\.)?(?: (?:św|bł|dr|prof|gen|ks)(?: ?\.)?)*$"
)
_LEADS = rf"(?:{SAINTS}|S|SS|Ss|N|hl)"
_OF = r"(?:del|de la|de|della|di|da|do)"
_SAINT = re.compile(
    rf" (?:zum |zur )?(?:(?:{_LEADS}|Dra?)\. )+(?:{_OF} )?{_WORD}"
    rf"(?: (?:and|und|et|y|e|{_OF}) {_WORD})*(?: (?P<kind>{_WORD}))?"
)
_SAINT_CUT = re.compile(
    rf" (?:zum |zur )?(?:{_LEADS}|Dra?)\.?(?: (?:{_LEADS}|Dra?)\.?)*$"
)
_CAPITALS = re.compile(
    rf"(?:(?!(?:W|We|Do|Ze?|Na|Od|O|U) )[{UPPER}][\w-]*(?: nr \d{{1,4}})? ){{1,6}}$"
)
_AHEAD = 90
# "Mt. Larch Hospital", "Dr. Ayşe Kaya Hastanesi": cut before its second word.
_BEFORE = re.compile(r"\b(?:St|Sts|Ste|Mt)\. $")
_BEFORE_TURKISH = re.compile(
    rf"(?:Özel )?(?:(?:Prof|Doç|Op|Uzm|Dr|Şht)\. )+(?:{_WORD} ){{0,2}}$"
)
_TURKISH_HOUSE = re.compile(
    r".+ (?:Hastanesi|Lisesi|(?:Poli)?[Kk]liniği|Merkezi|Okulu)"
)
# "Larch Hospital S. Reed" is signed.
_IS_INITIAL = re.compile(r" (?:S|N)\.")
_SIGNED = re.compile(r" (?:(?:Dra?|Sra?|Gral)\.|N\.(?! Sra))")
_ROMANCE = frozenset({"it", "es", "pt"})
_LONE_STOP = re.compile(r"(?<=\w) \.(?= )")
_TOWN = re.compile(r" (?:w|we) ")


def with_patron(name: str, *, text: str, language: str) -> str:
    """Return a name with the patron or saint that it goes on to, as the text has them.

    A text that names two such houses tells of neither which is meant.
    """
    if not name:
        return name
    name = _LONE_STOP.sub(".", name)
    if language == "pl":
        bare = _POLISH_CUT.sub("", name)
        found = [*_polish(name, text=text)]
    else:
        bare = name
        found = [*_with_saint(name, text=text, language=language)] or [
            *_begun_before(name, text=text)
        ]
    whole = {company_key(as_called(each, language="pl")): each for each in found}
    return next(iter(whole.values())) if len(whole) == 1 else bare


def _polish(name: str, *, text: str) -> Iterator[str]:
    """Yield the name with each patron behind it, in whatever case it stands, or before whom it was cut."""
    bare = _POLISH_CUT.sub("", name)
    called, count = as_called(bare, language="pl"), len(bare.split())
    for found in _POLISH.finditer(text):
        line = text[max(0, found.start() - _AHEAD) : found.start()].rpartition("\n")[2]
        house = " ".join(line.split()[-count:])
        if as_called(house, language="pl") == called:
            yield f"{house}{found[0]}"
        elif _is_of_patron(name, patron=found[0]):
            ahead = _CAPITALS.search(f"{line} ")
            if ahead is not None and _is_house(ahead[0].strip()):
                yield f"{ahead[0].strip()}{found[0]}"


def _is_of_patron(name: str, *, patron: str) -> bool:
    """Say whether a name is no more than the patron's: "Anny Jodły", "Jodły w Krakowie"."""
    return f"{patron} ".endswith(f" {_TOWN.split(name)[0]} ")


def _is_house(name: str) -> bool:
    return says_kind(name) or is_polish_house(name)


def _with_saint(name: str, *, text: str, language: str) -> Iterator[str]:
    """Yield the name with each saint behind it, or before whom it was cut."""
    cut = _SAINT_CUT.search(name)
    bare = name[: cut.start()] if cut is not None else name
    if cut is None and not says_kind(name):
        return
    for place in re.finditer(rf"(?<!\w){re.escape(bare)}(?= )", text):
        found = _SAINT.match(text, place.end())
        if found is None or (_IS_INITIAL.match(found[0]) and language not in _ROMANCE):
            continue
        # "… der Larch Klinik Dr. Berger": who wrote is no patron.
        if cut is None and _SIGNED.match(found[0]):
            continue
        is_kind = bool(found["kind"]) and says_kind(found["kind"])
        end = found.end() if is_kind else found.start("kind")
        yield f"{bare}{text[place.end() : end if end > 0 else found.end()]}".strip()


def _begun_before(name: str, *, text: str) -> Iterator[str]:
    """Yield the name with what stands before it at every place."""
    if " " not in name:
        return
    lead = _BEFORE_TURKISH if _TURKISH_HOUSE.fullmatch(name) else _BEFORE
    places = [each.start() for each in compiled_once(re.escape(name)).finditer(text)]
    found = [lead.search(text[max(0, at - _AHEAD) : at]) for at in places]
    if all(found):
        yield from (f"{each[0]}{name}" for each in found if each is not None)
