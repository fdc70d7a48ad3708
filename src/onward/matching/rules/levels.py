"""Levels of education and of human languages, in four languages' words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onward.matching.rules.text import fold

SCHOOL, UPPER_SCHOOL, VOCATIONAL, BACHELOR, MASTER, DOCTORATE = range(1, 7)

_EDUCATION: tuple[tuple[int, str], ...] = (
    (
        DOCTORATE,
        r"doctorate|doctoral degree|promotion zum|promoviert|doktor(?:grad|titel)|doctorat|doctorado",
    ),
    (
        MASTER,
        r"master'?s(?: degree)?|master (?:of|in|en|de|degree|informatique|informatik)|masterstudium|masterabschluss|master(?= [a-z]+,)|magister|diplom(?:studium| univ)|bac ?\+ ?5|maestria|master universitario|grande ecole|ingenieurdiplom",
    ),
    (
        BACHELOR,
        r"bachelor(?:'?s)?(?: degree| of science| of arts)?|undergraduate degree|university degree|college degree|degree|fachhochschulstudium|hochschulstudium|hochschulabschluss|[a-z]*studium|bac ?\+ ?[34]|licence professionnelle|licence (?:de|en) |grado en|grado|licenciatura|diplomatura|diploma of higher education",
    ),
    (
        VOCATIONAL,
        r"associate(?:'s)? degree|apprenticeship|vocational training|level [2-7](?: (?:diploma|certificate|[a-z ]{0,30}qualification))?|(?:berufs)?ausbildung|gesellenbrief|meisterbrief|fachschule|staatlich gepruefte|bac ?\+ ?2|bac pro|tecnico (?:superior )?en|ciclo (?:superior|formativo|medio)|grado (?:medio|superior)|formacion profesional|tecnico superior|diplome des metiers|kaufmannische ausbildung|fachinformatiker[a-z]*|kauf(?:mann|frau)[a-z]*",
    ),
    (
        UPPER_SCHOOL,
        r"a levels?|abitur|fachabitur|baccalaureat|bachillerato|high school(?: diploma)?|matura|bac general",
    ),
    (
        SCHOOL,
        r"mittlere reife|realschulabschluss|hauptschulabschluss|educacion secundaria(?: obligatoria)?|secondary education|school leaving certificate",
    ),
)

CEFR = {"a1": 1, "a2": 2, "b1": 3, "b2": 4, "c1": 5, "c2": 6}
NATIVE = 7
UNSAID = 0

_LEVEL_WORDS: tuple[tuple[int, str], ...] = (
    (
        NATIVE,
        r"native|mother tongue|first language|muttersprache|muttersprachlich[a-z]*|langue maternelle|natif|native|lengua materna|nativo|nativa|bilingual|bilingue|zweisprachig",
    ),
    (
        5,
        r"fluent(?:ly)?|fluency|fliessend[a-z]*|fliesend[a-z]*|verhandlungssicher[a-z]*|sehr gut[a-z]*|courant|fluido|fluida|excellent|perfect|full professional|alto|avanzado|advanced",
    ),
    (
        4,
        r"good|gut[a-z]*|professional|business|sicher[a-z]*|bon niveau|bon|bonne|proficient|upper intermediate|in wort und schrift|buen nivel",
    ),
    (
        3,
        r"intermediate|medio|intermedio|conversational|mittel|intermediaire|working knowledge",
    ),
    (2, r"basic|basics|grundkenntnisse|notions|basico|basica|some|elementary|bases"),
)

_NAMES = {
    "en": "=English, Englisch, anglais, inglés",
    "de": "=German, Deutsch, allemand, alemán",
    "fr": "=French, Französisch, français, francés",
    "es": "=Spanish, Spanisch, espagnol, español, castellano",
    "it": "=Italian, Italienisch, italien, italiano",
    "pt": "=Portuguese, Portugiesisch, portugais, portugués",
    "nl": "=Dutch, Niederländisch, néerlandais, neerlandés",
    "pl": "=Polish, Polnisch, polonais, polaco",
    "ro": "=Romanian, Rumänisch, roumain, rumano",
    "ru": "=Russian, Russisch, russe, ruso",
    "uk": "=Ukrainian, Ukrainisch, ukrainien, ucraniano",
    "tr": "=Turkish, Türkisch, turc, turco",
    "ar": "=Arabic, Arabisch, arabe, árabe",
    "zh": "=Chinese, =Mandarin, Chinesisch, chinois, chino",
    "ja": "=Japanese, Japanisch, japonais, japonés",
    "ko": "=Korean, Koreanisch, coréen, coreano",
    "hi": "=Hindi",
    "ur": "=Urdu",
    "ta": "=Tamil",
    "bn": "=Bengali",
    "vi": "=Vietnamese, Vietnamesisch, vietnamien, vietnamita",
    "el": "=Greek, Griechisch, grec, griego",
    "cs": "=Czech, Tschechisch, tchèque, checo",
    "sk": "=Slovak, Slowakisch",
    "hu": "=Hungarian, Ungarisch, hongrois, húngaro",
    "hr": "=Croatian, Kroatisch, =Serbian, Serbisch",
    "bg": "=Bulgarian, Bulgarisch",
    "sq": "=Albanian, Albanisch",
    "da": "=Danish, Dänisch, danois",
    "sv": "=Swedish, Schwedisch, suédois, sueco",
    "no": "=Norwegian, Norwegisch, norvégien",
    "fi": "=Finnish, Finnisch, finnois",
    "he": "=Hebrew, Hebräisch, hébreu",
    "fa": "=Farsi, =Persian, Persisch",
    "ca": "=Catalan, Katalanisch, catalan, catalán",
    "eu": "=Basque, Baskisch, basque, euskera",
    "gl": "=Galician, gallego",
    "cy": "=Welsh, Walisisch",
    "ga": "=Irish Gaelic, =Gaelic",
    "sw": "=Swahili",
    "so": "=Somali",
    "tl": "=Tagalog, =Filipino",
    "la": "=Latin, Latein",
}


# Letters that are words in some language ("ma formation") count in their own case only.
_ABBREVIATIONS: tuple[tuple[int, str], ...] = (
    (DOCTORATE, r"Ph\.? ?D\.?|D\.?Phil"),
    (MASTER, r"M\.?Sc\.?|MA|M\.A\.|M\.?Eng\.?|MBA|M\.?Ed\.?|MPhil"),
    (BACHELOR, r"B\.?Sc\.?|BA|B\.A\.|B\.?Eng\.?|B\.?Ed\.?|BSN|BBA"),
    (VOCATIONAL, r"NVQ|BTEC|HND|BTS|DUT|CAP"),
    (SCHOOL, r"ESO|GCSEs?"),
)


@dataclass(frozen=True, slots=True)
class Degree:
    """Where a text names a level of education."""

    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a text names a human language, and how well it is spoken, if it says so."""

    language: str
    level: int
    start: int
    end: int


@cache
def _education() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (level, re.compile(rf"(?<![\w-])(?:{fold_words(pattern)})(?!\w)"))
        for level, pattern in _EDUCATION
    )


def fold_words(pattern: str) -> str:
    """Return a pattern without accents, which folded text does not have either."""
    return pattern.replace("í", "i").replace("é", "e")


def degrees(text: str) -> list[Degree]:
    """Return where a text names levels of education, in order, without overlaps."""
    folded = fold(text)
    named = [
        Degree(level, *match.span())
        for level, pattern in _education()
        for match in pattern.finditer(folded)
    ]
    named += [
        Degree(level, *match.span())
        for level, pattern in _abbreviations()
        for match in pattern.finditer(text)
    ]
    found: list[Degree] = []
    # The longest name says it best: an associate degree is no degree.
    for one in sorted(named, key=lambda d: (d.start - d.end, d.start)):
        if all(one.end <= d.start or d.end <= one.start for d in found):
            found.append(one)
    return sorted(found, key=lambda d: d.start)


@cache
def _abbreviations() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple(
        (level, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"))
        for level, pattern in _ABBREVIATIONS
    )


@cache
def _names() -> tuple[re.Pattern[str], dict[str, str]]:
    keys: dict[str, str] = {}
    patterns = []
    for key, listed in _NAMES.items():
        for name in listed.split(", "):
            plain = name.removeprefix("=")
            keys[fold(plain)] = key
            # English names are written with a capital: "polish" shines shoes.
            either = f"[{plain[0].upper()}{plain[0].lower()}]{plain[1:]}"
            patterns.append(plain if name.startswith("=") else either)
    patterns.sort(key=len, reverse=True)
    joined = "|".join(patterns)
    return re.compile(
        rf"(?<![\w])({joined})(?:kenntnisse?n?|sprachige[rs]?)?(?![\w])"
    ), keys


@cache
def _levels() -> tuple[tuple[int, re.Pattern[str]], ...]:
    cefr = tuple(
        (number, re.compile(rf"(?<!\w){name}(?!\w)")) for name, number in CEFR.items()
    )
    words = tuple(
        (number, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
        for number, pattern in _LEVEL_WORDS
    )
    return cefr + words


def level_in(text: str) -> int:
    """Return the level of a language that some words name; a letter of the CEFR wins."""
    folded = fold(text)
    for number, pattern in _levels():
        if pattern.search(folded):
            return number
    return UNSAID


def spoken(text: str) -> list[Spoken]:
    """Return the human languages that a line names, each with the level beside its name.

    The level stands behind the name as far as the next name or comma ("English (C2), French"),
    else before it ("fluent French").
    """
    pattern, keys = _names()
    return list(_with_levels(text, list(pattern.finditer(text)), keys))


def _with_levels(
    text: str, names: list[re.Match[str]], keys: dict[str, str]
) -> Iterator[Spoken]:
    for number, match in enumerate(names):
        next_start = names[number + 1].start() if number + 1 < len(names) else len(text)
        behind = re.split(r"[,;\n]", text[match.end() : next_start], maxsplit=1)[0]
        previous_end = names[number - 1].end() if number else 0
        before = re.split(r"[,;.\n]", text[previous_end : match.start()])[-1]
        level = level_in(behind) or level_in(before)
        yield Spoken(keys[fold(match[1])], level, match.start(), match.end())
