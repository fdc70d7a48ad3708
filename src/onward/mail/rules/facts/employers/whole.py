"""An employer as its mail writes it: umlauts of an address spelled, and no box of the sender's beside it."""

from __future__ import annotations

import re

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.facts.employers.cases import as_called
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    name_words,
    registrable_label,
    says_kind,
    tidy,
    with_legal_form,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.towns import town_names

_SHORTEST_BOX = 4
_SHORTEST_SPELLED = 5
_SPELLED = {"ae": "ä", "oe": "ö", "ue": "ü"}
_UMLAUT = re.compile(
    r"(?<![aeoquAEOQU])(?:ae|oe|ue)|(?<![A-Za-zäöü])(?:Ae|Oe|Ue)(?=[a-z])"
)
# "Michael", "Manuel", "Soest", "aktuell": no umlauts are spelled here.
_NO_UMLAUT = re.compile(
    r"(?:mich|raph|raf|isr)ael|(?:man|sam|eman)uel|aero|aktuell|soest|moers|coes|duell|duett|poe[ts]|oe$|blue|true|value|venue",
    re.IGNORECASE,
)
# "Norvik Türkiye'ye", "Vadi Medya'da": cases are parted from what is written as a name.
_TURKISH_CASE = re.compile(r"(?<=\w{2})['’](?!s$)[a-zçğıöşü]{1,6}$")
_SHORT_PART = re.compile(
    r"^(?!(?:st|da|di|de|el|la|le|al|zu|am|im|in|an)-)[a-z]{2}-(?=[a-z]{5,}$)|(?<=[a-z]{5})-[a-z]{2}$"
)


def whole_name(name: str, *, material: Material, language: str) -> str:
    """Return an employer's name as the mail or its sender spells it, with nothing beside it."""
    if language != "pl" or not _is_shown(name, material=material):
        name = as_called(name, language=language)
    if language in HOME:
        name = _without_box(name, material=material)
    elif language == "tr":
        name = _without_last_unit(_TURKISH_CASE.sub("", name), material=material)
    if language not in HOME:
        name = _with_kind(_without_unit(name, material=material), material=material)
    shown = (
        f"{material.subject}\n{tidy(material.message.sender.name)}\n{material.prose}"
    )
    name = _to_its_end(_of_shop(name, text=shown), text=shown)
    if not name or name in shown:
        return name
    name = _without_short_part(name, material=material, shown=company_key(shown))
    spelled = _as_spelled(_with_sign(name, text=shown), text=shown)
    if spelled != name or language != "de":
        return spelled
    return " ".join(map(_with_umlauts, name.split(" ")))


_BEHIND_SHOP = re.compile(r"['’]s(?=[.,;:!?)]|\s*(?:\n|$))")
_POSSESSIVE = re.compile(r"['’]s\b")


def _of_shop(name: str, *, text: str) -> str:
    """Return "McDonald's" for the "McDonald" of a mail that never writes it otherwise.

    "Kohl's team" may be that of a Kohl; "applying to Kohl's." is not.
    """
    ends = [found.end() for found in re.finditer(rf"(?<!\w){re.escape(name)}", text)]
    is_always = name and all(_POSSESSIVE.match(text, end) for end in ends)
    shop = next((end for end in ends if _BEHIND_SHOP.match(text, end)), None)
    return text[shop - len(name) : shop + 2] if is_always and shop is not None else name


# "Stadt Frankfurt am Main", "Gemeinde Wald im Tal".
_OF_TOWN = re.compile(
    r"(?:Stadt|Gemeinde|Landeshauptstadt|Kreisstadt|Hansestadt|Marktgemeinde|Stadtgemeinde|Universitätsstadt) "
)
_TOWN_GOES_ON = re.compile(
    r" (?:am|an der|im|in der|bei|ob der|vor der) [A-ZÄÖÜ][\wäöüß-]+"
)
_PARTNER = re.compile(r" [A-ZÄÖÜ][\wäöüß-]+")


def _to_its_end(name: str, *, text: str) -> str:
    """Return a town with the river or hills that its name goes on to, and a firm with its last partner."""
    goes_on = _TOWN_GOES_ON if _OF_TOWN.match(name) else None
    goes_on = _PARTNER if name.endswith((" &", " und", " and")) else goes_on
    if goes_on is None:
        return name
    found = (
        goes_on.match(text, hit.end()) for hit in re.finditer(re.escape(name), text)
    )
    return name + next((hit.group() for hit in found if hit is not None), "")


def _with_kind(name: str, *, material: Material) -> str:
    """Return "Hospice De Overtocht" for the "De Overtocht" of hospicedeovertocht.example."""
    label = registrable_label(material.message.sender.domain).replace("-", "")
    key = compact(company_key(name))
    kind = label.removesuffix(key) if key else label
    if (
        kind == label
        or kind not in name_words().kinds | name_words().first_kinds.keys()
    ):
        return name
    return f"{name_words().first_kinds.get(kind, kind.capitalize())} {name}"


def _without_unit(name: str, *, material: Material) -> str:
    """Return "De Overtocht" for the "Coördinatoren De Overtocht" that hospicedeovertocht.example shows."""
    sender = material.message.sender
    first, _, rest = name.partition(" ")
    is_shown = tidy(sender.name).startswith(name)
    if not (rest and is_shown and is_unit(first) and not is_unit(rest)):
        return name
    is_told = compact(company_key(rest)) in sender.domain.replace("-", "")
    return (
        rest if is_told and compact(company_key(first)) not in sender.domain else name
    )


def _without_last_unit(name: str, *, material: Material) -> str:
    """Return "Vadi Otel" for the "Vadi Otel Önbüro" of vadiotel.example: Turkish names who wrote last."""
    label = compact(company_key(registrable_label(material.message.sender.domain)))
    words = name.split(" ")
    while len(words) > 1 and is_unit(words[-1]):
        rest = compact(company_key(" ".join(words[:-1])))
        if not (label and rest.startswith(label.replace("-", ""))):
            break
        words.pop()
    return " ".join(words)


def _is_shown(name: str, *, material: Material) -> bool:
    """Say whether the sender shows a name, or a line is nothing else: it stands in no case."""
    shown = tidy(material.message.sender.name)
    return name in shown or any(line.startswith(name) for line in material.lines)


_FEWEST_SPELLED, _MOST_SPELLED = 3, 4
_FEWEST_TURNED = 2
_CAPITAL = r"[A-ZÄÖÜ][\w-]+"
_MORE_LETTERS = r"[^\W\d_]{2,}"


def spelled_out_behind(name: str, *, shown: str) -> str:
    """Return "NHS Management Training Scheme" for the "NHS MTS" of whom a sender shows in full."""
    rest, _, letters = name.rpartition(" ")
    is_short = _FEWEST_SPELLED <= len(letters) <= _MOST_SPELLED
    if not (rest and is_short and letters.isalpha() and letters.isupper()):
        return name
    whole = rf"{re.escape(rest)} {_words(letters)}"
    return shown if re.fullmatch(whole, shown) else name


def _words(letters: str) -> str:
    return " ".join(f"(?i:{each}){_MORE_LETTERS}" for each in letters)


def spelled_out(name: str, *, text: str) -> str:
    """Return "Fabryka Mebli Bor" for "FM Bor" where a text, small print and all, has both."""
    turned = _turned(name, text=text)
    if turned:
        return turned
    letters, _, rest = name.partition(" ")
    is_short = 2 <= len(letters) <= _MOST_SPELLED and letters[0].isupper()
    if not (is_short and rest and letters.isalpha()) or has_legal_form(name):
        return name
    if not letters.isupper():
        return _of_compound(letters, rest, text=text) or name
    found = re.search(rf"(?<!\w){_words(letters)} {re.escape(rest)}(?!\w)", text)
    if found is None:
        return _of_compound(letters, rest, text=text) or name
    return with_legal_form(found[0], text=text)


_KIND = r"(?:Institute|Institut|Centre|Center|Zentrum|Museum|Foundation|College|Academy|Akademie|Klinik|Hotel|Schule)"
_KIND_FIRST = re.compile(
    rf"(?<![\w-]){_KIND} (?:for|of|für|am|an der|im|in der|zum|zur) (?:the )?{_CAPITAL}(?: (?:(?:and|of|und) )?{_CAPITAL}){{0,3}}"
)


def _turned(name: str, *, text: str) -> str:
    """Return "Institute for Polar Studies" where "Polar Institute" is all a domain has room for, or ""."""
    words = set(name.lower().split())
    if len(words) < _FEWEST_TURNED or name in text:
        return ""
    found = {each.group() for each in _KIND_FIRST.finditer(text)}
    whole = [each for each in found if words <= set(each.lower().split())]
    return whole[0] if len(whole) == 1 else ""


def _of_compound(letters: str, rest: str, *, text: str) -> str:
    """Return "Universitätsklinikum Elbau" for the "Uk Elbau" that uk-elbau.example spells, or ""."""
    inside = r"[^\W\d_]{3,}".join(letters)
    for found in re.finditer(
        rf"(?i:\b{inside}[^\W\d_]{{2,}}) {re.escape(rest)}(?!\w)", text
    ):
        word = found[0].partition(" ")[0].lower()
        if word.endswith(fact_words("institutions")):
            return found[0]
    return ""


def _without_box(name: str, *, material: Material) -> str:
    """Return "Albis" for what Albis Assessments <assessment@albis.example> shows."""
    sender = material.message.sender
    words = name.split(" ")
    if len(words) < 2 or not tidy(sender.name).startswith(name):
        return name
    label = compact(company_key(registrable_label(sender.domain)))
    first = company_key(words[0])
    if not first or first not in label:
        return name
    box, end = sender.local_part, len(words)
    while end > 1 and _is_box(words[end - 1], box=box, label=label):
        end -= 1
    # The trade before "Office" is the office's: "Linden Freight Transport Office".
    if 1 < end < len(words) and _is_same_box(words[end - 1], box=box):
        end -= 1
    gone, rest = words[end:], " ".join(words[:end]).rstrip(" ,&-–|")
    if not any(_is_same_box(word, box=box) for word in gone):
        return name
    # Of "Küchenstudio Herdlicht" at kuechenstudio.example both are the name.
    is_whole = company_key(rest) == label and not any(map(is_unit, gone))
    is_half = end == 1 and (says_kind(rest) or is_whole)
    return name if is_half else rest


def _is_box(word: str, *, box: str, label: str) -> bool:
    if compact(company_key(word)) in label or word.lower() in name_words().kinds:
        return False
    return is_unit(word) or _is_same_box(word, box=box)


def _is_same_box(word: str, *, box: str) -> bool:
    key, box = compact(company_key(word)), box.replace("-", "").replace(".", "")
    if min(len(key), len(box)) < _SHORTEST_BOX:
        return False
    return key.startswith(box) or box.startswith(key)


def _without_short_part(name: str, *, material: Material, shown: str) -> str:
    """Return "Kaltmeier" for "Kaltmeier Tk" of kaltmeier-tk.example, where that is said."""
    label = registrable_label(material.message.sender.domain)
    if company_key(name) != label.replace("-", " "):
        return name
    part = _SHORT_PART.search(label)
    if part is None:
        return name
    rest = name[: part.start()] if part.start() else name[part.end() :]
    if rest.lower() in name_words().kinds:
        # "Pflege" alone is no house: "TW Pflege".
        return name
    return rest if f" {company_key(rest)} " in f" {shown} " else name


_TWO_PARTS = re.compile(r"[^\W\d_a-z]\w+ [&+] [^\W\d_a-z]\w+")


def _with_sign(name: str, *, text: str) -> str:
    """Return "Salz & Korn" for the "Salzundkorn" of an address, where the text says that."""
    plain = name.lower().replace(" ", "")
    for found in _TWO_PARTS.finditer(text):
        first, last = re.split(r" [&+] ", found.group().lower())
        if plain in {f"{first}und{last}", f"{first}and{last}"}:
            return found.group()
    return name


def _as_spelled(name: str, *, text: str) -> str:
    """Return how a text writes a name of which an address has no umlauts."""
    if len(name) < _SHORTEST_SPELLED or not _UMLAUT.search(name):
        return name
    pattern = re.escape(name)
    for plain, umlaut in _SPELLED.items():
        pattern = re.sub(plain, f"(?:{plain}|{umlaut})", pattern, flags=re.IGNORECASE)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    return found.group() if found else name


def _with_umlauts(word: str) -> str:
    if _NO_UMLAUT.search(word) or _is_of_town(word.lower()):
        return word
    return _UMLAUT.sub(lambda x: _umlaut(x.group()), word)


_SHORTEST_TOWN = 5
_SHORT_TOWNS = frozenset({"jena"})


def _is_of_town(low: str) -> bool:
    """Say whether a word ends as what a town's people and streets are called: "Jenaer", "Itzehoer"."""
    if not low.endswith(("aer", "oer")):
        return False
    town = low[:-1] if low.endswith("oer") else low[:-2]
    is_long = len(town) >= _SHORTEST_TOWN
    return town in _SHORT_TOWNS or (is_long and town in town_names())


def _umlaut(plain: str) -> str:
    umlaut = _SPELLED[plain.lower()]
    return umlaut.upper() if plain[0].isupper() else umlaut
