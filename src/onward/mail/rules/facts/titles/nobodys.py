"""What stands where a title may stand and is none: an appointment, a greeting, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.another import is_of_readers
from onward.mail.rules.facts.employers.company import is_kind_of_firm
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    registrable_label,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.role import has_gender_marker, known_works

# "Ersatztermin", "Nächster Schritt: Online-Assessment", "assessment centre": where one is asked
# to come. An "Interviewer" and a "Terminkoordinatorin" are people.
_APPOINTMENT = re.compile(
    r"(?:.*[\s:-])?\w*(?:termine?s?|gespräche?s?|interviews?|assessments?)"
    r"|(?:.*\s)?assessment (?:cent(?:re|er)|day|tag)"
    r"|(?:probe(?:koch|arbeit|back|unterricht|schicht|dienst|tag|stunde)|schnupper(?:tag|dienst|schicht|n)|hospitation)\w*(?: (?:im|am|für|bei|vom|in|und)\b.*)?"
    r"|(?:erste|zweite|dritte|letzte|nächste|first|second|third|final|next)[rn]? (?:runde|round)\b.*"
    r"|(?:nächster? schritte?|next steps?|prochaines? étapes?|próximos? passos?|próximos? pasos?"
    r"|prossim[oi] pass[oi]|volgende stap(?:pen)?|następny krok|nästa steg|sonraki adım)\b.*",
    re.IGNORECASE,
)
# "Onsite visit and VP conversation", "Besuch und Gespräch": two that are held, and nobody's work.
_HELD = (
    r"(?:visits?|tours?|conversations?|chats?|calls?|meetings?|screens?|interviews?|besuch|rundgang|treffen|[\w-]*gespräche?"
    r"|visites?|entretiens?|visitas?|entrevistas?|colloqui?o|rondleiding|bezoek|[\w-]*gesprek|wizyta|rozmowa|spotkanie"
    r"|besök|samtal|intervju|ziyaret|görüşme|mülakat)"
)
_TWO_HELD = re.compile(
    rf"(?:.*[\s-])?{_HELD} (?:and|&|\+|und|et|y|e|en|i|och|ve) (?:.*[\s-])?{_HELD}(?: (?:with|mit|avec|con|com|met|z|med) .*)?",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"(?:mein|meine[rmns]?|my|mon|ma|mes|mi|mis|mio|mia|meu|minha|mijn|mój|moja|min|mina|benim)\s",
    re.IGNORECASE,
)
# "The CFO reckons two hours", "Tom (CFO)": whom one meets, unless the mail says that it is the post.
_CHIEF = re.compile(r"C[EFIMOPT]O|VP(?: \w+)?")
_THE_CHIEF = re.compile(r"\b(?:[Dd](?:er|ie|em|en)|(?:[Mm]ein|[Uu]nser)e?[nmr]?) $")
_POST = re.compile(
    r"\b(?:as|for|of|als|für|zum|zur|comme|como|come|som|jako|hiring|seek\w*)(?: an?| the| our| your| einen?| den| die)? $",
    re.IGNORECASE,
)
# Herr Koch may have applied as a Koch: a name is one where it stands so each time.
_BEFORE_NAME = re.compile(
    r"(?:\b(?:[Hh]errn?|[Ff]rau|[Ff]am(?:ilie|\.)|M(?:rs?|s|iss)\.?|Mme|Sra?\.?|Sig(?:\.ra|ra|\.)?|[A-ZÄÖÜ]\.)"
    r"(?: (?:Dr|Prof|Mag|Ing)\.)?) $"
)
_RESPECT = re.compile(r".*\s(?:Hanım|Bey)$")
# "Kaffeerösterei Tiemann": a house by what it does, and whose it is; "Fachdienst Personal": an office.
_IS_HOUSE = re.compile(
    r"[A-ZÄÖÜ][\w-]*erei [A-ZÄÖÜ][a-zäöüß]+"
    r"|(?:Fachdienst|Fachbereich|Geschäftsbereich|Referat|Dezernat|Abteilung|Sachgebiet|Stabsstelle|Personalamt|Department of"
    r"|Service (?:de|des|du)|Ufficio|Departamento de|Afdeling|Dział|Avdelningen) \S.*|\S.* Departmanı"
)
# "Ende der Bearbeitung: 22.05., 23:59 Uhr": what a day is called is no title.
_IS_DAY = re.compile(
    r" ?: ?(?:[^\W\d_]{2,10}[.,]{0,2} )?(?:den |dem )?\d{1,2}(?:[./] ?\d{1,2}(?:[./ ,\n]|$)|\. [A-ZÄ][a-zä]{2})"
)
# "Lieu : Hôtel de ville", "Ort: Rathaus": where one meets.
_PLACE_LABEL = re.compile(
    r"(?:^|[^\w])(?:lieu|adresse|endroit|ort|treffpunkt|anschrift|place|venue|location|where|address|luogo|sede|indirizzo"
    r"|lugar|dirección|local|morada|endereço|plaats|locatie|adres|miejsce|plats|adress|yer) ?: ?$",
    re.IGNORECASE,
)
_BEFORE_CHARS = 48
_SIGNS = " \t!.;:–-"
_WORD = re.compile(r"[^\W\d_]+")


def is_nobodys(title: str, *, material: Material) -> bool:
    """Say whether a text is no title of any opening: "Ersatztermin", "Alright Dean", "mein Chef".

    What carries "(m/w/d)" is always one.
    """
    if not title or has_gender_marker(title):
        return False
    has_work = not known_works().isdisjoint(_WORD.findall(title.lower()))
    return (
        (not has_work and _APPOINTMENT.fullmatch(title) is not None)
        or _TWO_HELD.fullmatch(title) is not None
        or _is_mine(title)
        or _RESPECT.match(title) is not None
        or is_kind_of_firm(title)
        or (not has_work and _IS_HOUSE.fullmatch(title) is not None)
        or _is_writers_firm(title, material=material)
        or _calls_day(title, material=material)
        or _is_where(title, material=material)
        or _is_chief(title, material=material)
        or _is_greeting(title, material=material)
        or is_on_paper(title, material=material)
        or is_of_readers(title, material=material)
        or _is_name(title, material=material)
    )


def _is_mine(title: str) -> bool:
    """Say whether a text is whoever writes' own: "mi jefe"; an "MI Analyst" works with numbers."""
    first, _, rest = title.partition(" ")
    is_short_form = first.isupper() and not rest.isupper()
    return _MINE.match(title) is not None and not is_short_form


def _is_writers_firm(title: str, *, material: Material) -> bool:
    """Say whether a text is the firm that the mail comes from, form and all."""
    label = registrable_label(material.message.sender.domain).replace("-", "")
    is_firm = bool(label) and has_legal_form(title)
    return is_firm and compact(company_key(title)).startswith(label)


def _calls_day(title: str, *, material: Material) -> bool:
    """Say whether a text is what the day behind its colon is called."""
    ends = [end for _, end in whole_places(title, material.prose)]
    return bool(ends) and all(_IS_DAY.match(material.prose, end) for end in ends)


def _is_where(title: str, *, material: Material) -> bool:
    """Say whether a text stands only behind the label of a place."""
    before = [*_before(title, material.prose)]
    is_told = bool(before) and all(_PLACE_LABEL.search(each) for each in before)
    return is_told and title.lower() not in material.subject_low


def _is_chief(title: str, *, material: Material) -> bool:
    if title.lower() in material.subject_low:
        return False
    if title in {"Chef", "Chefin"}:
        before = [*_before(title, material.prose)]
        return bool(before) and all(_THE_CHIEF.search(each) for each in before)
    return _CHIEF.fullmatch(title) is not None and not any(
        _POST.search(words) for words in _before(title, material.prose)
    )


def is_on_paper(title: str, *, material: Material) -> bool:
    """Say whether a text is what papers are called, or whom the writer has to tell or to ask.

    "A forklift licence", "I have to tell our accountant".
    """
    if title.lower() in material.subject_low:
        return False
    if _paper_of().match(title):
        # "Ausbildungsabschluss (Köchin, IHK)"
        return True
    before = [*_before(title, material.prose)]
    return bool(before) and any(
        all(_behind(kind).search(each) for each in before)
        for kind in ("papers", "told_to")
    )


@cache
def _behind(kind: str) -> re.Pattern[str]:
    leads = "|".join(map(re.escape, fact_words(kind)))
    return re.compile(rf"(?<!\w)(?:{leads}) ?\(?$", re.IGNORECASE)


@cache
def _paper_of() -> re.Pattern[str]:
    leads = "|".join(map(re.escape, fact_words("papers")))
    return re.compile(rf"(?:{leads}) ?\(", re.IGNORECASE)


def _is_greeting(title: str, *, material: Material) -> bool:
    """Say whether a text is the first line alone, up to its comma, as a greeting is."""
    first = material.message.text.lstrip().partition("\n")[0].strip(_SIGNS)
    is_greeting = first.lower() == f"{title.lower()}," and len(title.split()) <= 3
    return is_greeting and title.lower() not in material.subject_low


def _is_name(title: str, *, material: Material) -> bool:
    """Say whether a text is a part of somebody's name: "Wögerbauer", "O. Schirrmacher"."""
    words = {word for word in _WORD.findall(title.lower()) if len(word) > 1}
    if not words or words & known_works():
        return False
    sender = material.message.sender
    if has_given_name(sender.name) and words <= set(_WORD.findall(sender.name.lower())):
        return True
    last = title.split()[-1]
    before = [*_before(last, f"{material.subject}\n{material.prose}")]
    return bool(before) and all(_BEFORE_NAME.search(each) for each in before)


def _before(words: str, text: str) -> Iterator[str]:
    """Yield what stands before each place at which words stand in a text."""
    for start, _ in whole_places(words, text):
        yield text[max(0, start - _BEFORE_CHARS) : start].rstrip() + (
            " " if text[start - 1 : start].isspace() else ""
        )
