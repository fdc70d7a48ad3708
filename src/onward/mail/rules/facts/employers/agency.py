"""Mail of somebody who places people: the employer is the client, where one is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onward.core.expressions import compiled_once
from onward.mail.rules.facts.employers.company import (
    Candidate,
    clean_company,
    is_company,
)
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.found_at import is_found_at
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    registrable_label,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import compile_phrase
from onward.mail.rules.facts.towns import is_plain_town

_PLACES_PEOPLE = re.compile(
    r"recruit|(?<!re)search\b|(?<!re)search$|staffing|placements?\b|placements?$|personnel|headhunt|executive|exec\b|talentbridge"
    r"|personalberatung|personaldienst|personalservice|personalvermittlung|personal$|-personal\b|vermittlung|zeitarbeit|interim",
    re.IGNORECASE,
)
# Nobody's own team is called so: "Kim Wassink - Randjob Uitzend".
_SENDS_PEOPLE = re.compile(
    r"uitzend|detacher|\bflex(?:zorg|team|werk|kracht|bureau|pool|job)", re.IGNORECASE
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:my|our|the|a|this) (?:(?!your\b)\w+ )?clients?\b|\bclient(?:'s|s)? (?:has|have|is|was|who|rang|came|would|in)\b|\bretained by\b|\bon behalf of a\b"
    r"|\b(?:mein|unser|der|ein)(?:e[mnrs]?)? (?:mandant|kunde|auftraggeber)|\bmandat\b|\bauftraggeber\b|\bim auftrag eine[srm]\b|\bvom kunden\b|\bunsere[nm]? kunden\b|\bbeim kunden\b",
    re.IGNORECASE,
)
# "gleichen Ihr Profil mit weiteren Vakanzen unserer Kundenunternehmen ab": not this opening.
_FURTHER = re.compile(
    r"\b(?:weitere|andere|künftige|zukünftige|passende)[nr]? \w+ (?:unserer|bei unseren|anderer) kunden\w*"
    r"|\b(?:other|further|future) \w+ (?:with|of|from|for) (?:our|other) clients?\b",
    re.IGNORECASE,
)
_RECRUITS = r"(?:recruitment|recruiting|recruiters|resourcing|staffing|personnel|search)(?: (?:ltd|limited|llp|group))?\.?"
_RECRUITING = re.compile(_RECRUITS, re.IGNORECASE)
_TITLE_AT = r"(?:[^\W\d_]+[ /,&]+){1,4}(?:at|with|for|bei|von|chez|en|de|presso|da|na|bij|van|w|på|hos) "
# "Hollis & Vane Staffing | Columbus - Dayton": what a signature goes on with.
_BESIDE = re.compile(r"\s*[|·•]\s*|\s[-–—]\s|,\s")
_AFTER = re.compile(
    r"\b(?:clients?|kunde[n]?|mandanten|auftraggeber) $|\b(?:at|from|with|by|for|of|to|bei|von|vom|beim|des|der|die|bij|namens|opdrachtgever,?)\s+(?:the )?$|(?:^|[,:|(]\s|\s[-–]\s)$"
)
# "Rozendaal wil je graag spreken": so an agency tells what its client does.
_DOES = re.compile(
    r"\s(?:in [A-Z][\w-]+ )?(?:zoekt\b|vond (?:je|u)\b|nodigt (?:je|u)\b|wil(?:t|len)? (?:je|u) (?:graag |heel graag )?(?:spreken|ontmoeten|zien|leren kennen|uitnodigen)\b)"
)
# What stands in a list may be anything: "Bitte Ausweis, Zeugnisse und Nummer mitbringen".
_IN_LIST = re.compile(r"[^\W\d_],\s$")
_NAME = compile_phrase(r"{company}")
_AREA = re.compile(
    r"(?:(?:Groß)?[Rr]aum|Region|(?:Land)?[Kk]reis|Bezirk|Greater|Area) "
    # "Bremer Süden", "Wiener Umland"
    r"|[A-ZÄÖÜ]\w+er (?:(?:Nord|Süd)?(?:[Oo]sten|[Ww]esten)|Norden|Süden|Umland|Innenstadt|Umgebung|Zentrum|Speckgürtel|Altstadt|Vorstadt)$"
)
# "Für unseren Kunden (Großhandel, Tarnau)": what a bracket tells of a client is not who that is.
_TOLD_OF_CLIENT = re.compile(
    r"\b(?:clients?|kund(?:en?|in)|mandant(?:en|in)?|auftraggeber(?:in|s)?|clientes?|klant|opdrachtgever|klient\w*|kund|müşteri\w*) \([^()\n]{1,60}, $",
    re.IGNORECASE,
)
_TOLD_CHARS = 80
# "(Metallbau, Start 01.04., 30 Std.)": on which terms somebody is looked for is no client.
_TERMS = re.compile(r"(?<![^\W\d_])\d")
_WORKS_AS = re.compile(r"^Intercedente? (?=[A-Z])")
# "Voor Huize Rozendaal zoeken wij" begins a sentence.
_LED_BY = re.compile(r"^(?:Voor|Bij|Namens) (?=[A-Z])")
# "Tuesday, 4.30pm, Low Moor site": which of the client's sites it is.
_SITE = re.compile(r" (?:site|plant|depot|branch|works|office|campus|store)\b")
# "Erlaubnis, erteilt durch die Agentur für Arbeit Tarnau": who licenses an agency.
_GRANTED_BY = re.compile(
    r"\b(?:erteilt|ausgestellt|genehmigt|zugelassen|granted|issued|licen[sc]ed|regulated)\s(?:durch|von|by)\s(?:(?:die|der|das|dem|the) )?$",
    re.IGNORECASE,
)
_GRANTED_CHARS = 40
# "I'm working with Kelp Works, a climate startup": a client is named, and so it is one.
_WORKS_WITH = compile_phrase(
    r"\b(?:I(?:'m| am)|we(?:'re| are)) (?:currently |exclusively )?(?:working|partnering|partnered) with {company}(?=,? (?:an? |who|which|on |to ))"
)
_THEY_SEEK = re.compile(
    r"\b(?:they(?:'re| are)? (?:currently |now |also |actively )?(?:looking for|hiring|seek|seeking|searching|after|need)|on their (?:new|next))\b",
    re.IGNORECASE,
)
# "dürfen wir das Spital Linth bei der Suche nach einer Fachperson unterstützen"
_SUPPORTS = compile_phrase(
    r"\b(?:unterstützen|dürfen|begleiten|helfen|beraten) wir (?:(?:den|die|das|dem|der) )?{company} bei der (?:suche|besetzung|rekrutierung|nachfolge|auswahl)"
)
_BAR = re.compile(r"\s*[|·•]\s*")
_LEAST_WORDS = 2
_SURE = 2.0


def places_people(material: Material, *, name: str) -> bool:
    """Say whether a name, or the domain it writes from, is that of an agency."""
    if _PLACES_PEOPLE.search(name) or _SENDS_PEOPLE.search(name):
        return True
    shown = material.message.sender.name
    if _SENDS_PEOPLE.search(shown) and compact(company_key(name)) in compact(
        company_key(shown)
    ):
        return True
    if _signs_as_agency(material, name=name) and hires_for_others(material):
        return True
    if next(_named(name, material=material), None) is not None:
        return True
    label = registrable_label(material.message.sender.domain)
    is_own = label.startswith(compact(company_key(name))[:5])
    return is_own and _PLACES_PEOPLE.search(label) is not None


def _named(agency: str, *, material: Material) -> Iterator[Candidate]:
    """Yield clients of whom a sentence says that the writer looks for somebody for them."""
    own = set(company_key(agency).split())
    phrases = [_SUPPORTS, *([_WORKS_WITH] if _THEY_SEEK.search(material.prose) else [])]
    for phrase in phrases:
        for found in phrase.finditer(material.prose):
            name = clean_company(found["company"])
            is_other = not own & set(company_key(name).split())
            if is_other and is_company(name) and not is_plain_person(name):
                yield Candidate(name, "body", _SURE)


def without_work(name: str) -> str:
    """Return "FlexZorg Oost" for "Intercedent FlexZorg Oost", as who sends people out signs."""
    return _WORKS_AS.sub("", name)


def _signs_as_agency(material: Material, *, name: str) -> bool:
    """Say whether a line is a name and that it recruits, with a title before or a place behind it.

    A firm's own team signs so as well.
    """
    bare = re.sub(rf"\s{_RECRUITS}$", "", name, flags=re.IGNORECASE)
    lines = [line for line in material.lines if f"{bare.lower()} " in line.lower()]
    if not (name and any(map(_RECRUITING.search, lines))):
        return False
    line = compiled_once(
        rf"(?:{_TITLE_AT})?{re.escape(bare)} {_RECRUITS}", re.IGNORECASE
    )
    return any(line.fullmatch(_BESIDE.split(each)[0]) for each in lines)


def is_heard_from(name: str, *, material: Material) -> bool:
    """Say whether somebody heard from whom a subject names, by the first word: "back from Oakmere"."""
    first = name.partition(" ")[0]
    if " " not in name or f"from {first}" not in material.prose:
        return False
    heard = rf"\b[Hh]ear[d]? (?:back )?from {re.escape(first)}\b(?! [A-Z])"
    return re.search(heard, material.prose) is not None


def clients(material: Material, *, agency: str) -> Iterator[Candidate]:
    """Yield the names in an agency's mail that stand where its client would."""
    yield from _behind(agency, material=material)
    named = list(_named(agency, material=material))
    yield from named
    if named:
        return
    words = set(company_key(agency).split())
    to = {company_key(address.name) for address in material.message.to}
    for text in (material.subject, material.prose):
        for found in _NAME.finditer(text):
            name = _LED_BY.sub("", clean_company(found["company"]))
            before = text[max(0, found.start() - 24) : found.start()]
            is_other = not words & set(company_key(name).split())
            # "Morning Ida," begins a mail.
            is_greeting = found.start() == 0 and text[found.end() :][:1] in {",", "!"}
            is_doing = _DOES.match(text, found.end()) is not None
            ahead = text[max(0, found.start() - _GRANTED_CHARS) : found.start()]
            if (
                not is_other
                or is_greeting
                or _GRANTED_BY.search(ahead)
                or _is_told_of_client(name, before=text[: found.start()])
                or (len(name.split()) < _LEAST_WORDS and not is_doing)
                or company_key(name) in to
                or _SITE.match(text, found.end())
                or is_found_at(text, start=found.start(), end=found.end())
                or _is_on_card(text, end=found.end(), agency=agency)
            ):
                continue
            is_sure = has_legal_form(name)
            if _IN_LIST.search(before) and " und " in name and not is_sure:
                continue
            if (
                (is_doing or _AFTER.search(before))
                and is_company(name)
                and not is_plain_person(name)
                and not _AREA.match(name)
                and (is_sure or not _TERMS.search(name))
                and (text is not material.subject or _is_borne(name, material))
            ):
                yield Candidate(name, "body", _SURE)


def _is_on_card(text: str, *, end: int, agency: str) -> bool:
    """Say whether an agency's name follows behind a bar: "Ida Roe | Director, Finance Practice | Larch Search"."""
    behind = text[end:].partition("\n")[0]
    bars = _BAR.split(behind)
    own = company_key(agency)
    return bool(own) and any(company_key(part).startswith(own) for part in bars[1:])


def _is_told_of_client(name: str, *, before: str) -> bool:
    is_told = _TOLD_OF_CLIENT.search(before[-_TOLD_CHARS:]) is not None
    return is_told and not has_legal_form(name)


def _behind(agency: str, *, material: Material) -> Iterator[Candidate]:
    """Yield the client right behind the name of who sends people out: "Flexteam Zorg / Huize Rozendaal"."""
    if not _SENDS_PEOPLE.search(agency):
        return
    own = re.compile(rf"{re.escape(agency)}\s?(?:[-–/|(]|namens|voor)\s?")
    for text in (material.message.sender.name, material.subject):
        for found in own.finditer(text):
            told = _NAME.match(text, found.end())
            name = clean_company(told["company"]) if told else ""
            is_other = is_unit(name) or is_plain_person(name) or is_plain_town(name)
            if len(name.split()) >= _LEAST_WORDS and is_company(name) and not is_other:
                yield Candidate(name, "body", _SURE)


def _is_borne(name: str, material: Material) -> bool:
    """Say whether the body names what a subject does: "Spannende Aufgabe" it does not."""
    return has_legal_form(name) or name in material.prose


def hires_for_others(material: Material) -> bool:
    """Say whether a mail speaks of a client without whom there would be no opening."""
    text = _FURTHER.sub("", f"{material.subject}\n{material.prose}")
    return _FOR_SOMEBODY.search(text) is not None
