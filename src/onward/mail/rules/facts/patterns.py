"""The patterns of `languages/facts/*.toml`: phrases around a name, a role, a number."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from onward.mail.rules.basics.tables import ROOM
from onward.mail.rules.basics.words import Hit, word_finder
from onward.mail.rules.facts.employers.names import (
    BEFORE_PATRON,
    SAINTS,
    UPPER,
    legal_form_pattern,
)

_UPPER = r"[^\W_a-zß-öø-ÿ]"
# "Ospedale S. Anna", "Hospital S. Bruno": elsewhere a letter is somebody's first name.
_HOUSE_OF_SAINT = "|".join(
    f"(?<={word} )"
    for word in (
        *("Ospedale", "Cura", "Clinica", "Fondazione", "Istituto", "Parrocchia", "Farmacia", "Villa"),
        *("Hospital", "Clínica", "Colégio", "Colegio", "Externato", "Farmácia"),
    )
)  # fmt: skip
_SHORTENED = (
    rf"(?:(?:{SAINTS}|Dra?|Bros|Cie|Univ)\.(?!\s*$)|(?:Inc|Ltd|Corp|Co)\.(?= (?:&|and|of|KG)\b)"
    rf"|(?:{_HOUSE_OF_SAINT})(?:S|Ss|SS|N)\.(?= {_UPPER}))"
)
# "Bakker & Zn. Koeltransport", "Hill & Co. Haulage": that full stop ends no sentence.
_WHAT_THEY_DO = (
    r"(?i:[^\W\d_]*(?:transport|logisti|spedition|shipping|trading|handel|bouw|bau|haulage|food|freight|cargo|group|groep|gruppe|holding"
    r"|consult|transit|import|export|metall|techni|technik|catering|immobil|makela|install|nakliyat|lojistik|frakt|åkeri|trasport))"
)
_KIN = (
    r"(?:(?:(?<=& )|(?<= en )|(?<= und )|(?<= and )|(?<= et )|(?<= e )|(?<= y )|(?<= i )|(?<= och ))"
    rf"(?:Zn\.(?= {_UPPER})|(?:Co|Cia|Hnos)\.(?= {_WHAT_THEY_DO})))"
)
_NAME_WORD = rf"(?:{_SHORTENED}|{_KIN}|[a-z]{{1,2}}(?=[A-Z]){_UPPER}\w+|{_UPPER}\w*(?:[.&'+/-]\w+)*\+?)"
NOT_NEXT = (
    r"(?!(?:I|We|You|Your|Our|The|This|That|These|Thank|Thanks|Please|It|If|As|At|In|On|For|To|Hi|Dear"
    r"|Hello|Best|Kind|Regards|Wir|Ihre?|Sie|Der|Die|Das|Bitte|Vielen|Leider|Nach|Mit|Unfortunately|After"
    r"|Hemos|Gracias|Lamentablemente|Estimad[oa]|Tras|Obrigad[oa]|Infelizmente|Prezad[oa]|Ap[oó]s)\b)"
)
"""What begins a sentence rather than going on with a name."""

_NAME_GLUE = (
    r"(?: & | \+ | - (?=[A-Z]\w+ (?:GmbH|AG|Inc))| and | und | of the | of "
    r"|(?<=Institute) for |(?<=Institut) für |(?<=Centre) for |(?<=Center) for "
    r"|(?<=Bundesamt) für |(?<=Agentur) für | de la | de | du | der | des | van der | van | en (?=Z(?:n|onen)\b)| i (?=Synowie)| von | the "
    r"| del | de los | de las | ve | y | e | do | da | dos | das | di | dei | della | delle | degli | och | aan den "
    rf"| {BEFORE_PATRON}(?:[{UPPER}]\. ?)?| zum hl\. | )"
)
_NAME = (
    rf"{NOT_NEXT}{_NAME_WORD}(?:(?:{_NAME_GLUE}{NOT_NEXT}{_NAME_WORD}){{0,5}}?"
    rf"(?:,? {legal_form_pattern()})"
    rf"|(?:{_NAME_GLUE}{NOT_NEXT}{_NAME_WORD}){{0,4}})"
)
_GENDER = r"(?<![^\W_])\(? ?(?:all genders|gn|[mwfdxi](?: ?[/|,*] ?(?:[mwfdxai]|gn|div(?:ers)?\.?))+) ?\)?"
# "chargé(e)", "infirmier(ère)", "Verkäufer(in)": both forms of a title's word.
_BOTH = r"\((?-i:[a-zà-ÿ]{1,5})\)"
_ROLE_WORD = rf"(?:\.NET|\d(?:st|nd|rd) shift\b|{_UPPER}\w+-(?= (?:und|oder|and|/|&) )|(?:Sr|Jr|Dr)\.|C\+\+|C#|\(?{_UPPER}[\w+#/&'*:.·-]*(?:{_BOTH}|[\w+#*]\)?)|{_UPPER}|\d\w*)"
_ROLE_GLUE = (
    r"(?:(?<=Fellow) in |(?<=Lecturer) in |(?<=Professor) in |(?<=Doctor) in |(?<=Consultant) in |(?<=Researcher) in "
    r"|(?<=Registrar) in |(?<=Student) in |(?<=Reader) in |(?<=Tutor) in | - |, | & | / | \| | and | of the | of | to the | und | für den | für die | für das | für | im | der | des "
    r"| de | del | de la | do | da | dos | das | y | e | en | em "
    rf"| zur | zum | mit Schwerpunkt | {_GENDER} (?:- |im |für |für den |für die |der |des |in der |in )?| )"
)
_ROLE = (
    rf"{NOT_NEXT}{_ROLE_WORD}(?:{_ROLE_GLUE}{NOT_NEXT}{_ROLE_WORD}){{0,9}}"
    rf"(?: {_GENDER})?(?: in Ausbildung)?(?: \([^()\n]{{2,40}}\))?"
)
_LOOSE_ROLE = (
    r"(?:(?!(?:the|our|an?|your|you|for|we|this|that|to|i|my|is|are|was|as|in an?|unsere?[rn]?|ihre?[rn]?|der|die|das"
    r"|eine?[rn]?|sie|auf|um|us|any|other|open|new|current|future|another|following|same"
    r"|on|at|from|with|by|next|tomorrow|today|soon|bei|am|um|because|since|but|if|when)\b)[^\s.;!?]+(?:[.](?=\w)\w+)? ){0,8}?"
    r"[^\s.,;:!?]+"
)
_STOPS = "<stops>"
# A title in lower case, as Romance languages and Dutch write it, up to a word that goes on.
_SOFT_WORD = rf"(?:ds\. )?[^\W\d_][\w&/'’.*:·-]*(?:{_BOTH}|[\w*])"
# "Especialista en Tributación", "técnico en sonido": what somebody is good at is part of it.
_GOOD_AT = "|".join(
    rf"(?<={word})"
    for word in (
        "pecialista",
        "specialista",
        "specialist",
        "xperto",
        "xperta",
        "esperto",
    )
)
_TRAINED_IN = "|".join(
    rf"(?<={word})"
    for word in (
        "écnico",
        "écnica",
        "tecnico",
        "ngeniero",
        "ngeniera",
        "ngenheiro",
        "ngénieur",
        "echnicien",
        "uxiliar",
        "octor",
        "ngegnere",
    )
)
# "Chargé de collecte et communication" is one title; "… et nous vous remercions" goes on.
_SECOND_HALF = (
    r"(?:(?:de|d['’]|du|des) ?)?(?!\w+(?:ons|ez|mos|ait|ais|rons|emente|amente)\b"
    r"|(?:malheureus|également|après|ensuite|remerci|lamenta|desgracia|gracias|posterior|queda|actual)\w*)"
    r"(?-i:[a-zà-ÿ]{7,})\b"
)
# "Atención al cliente", "aide à domicile": whom the work is for is part of it.
_TO_WHOM = (
    r"(?:al? (?:clientes?|público|usuarios?|pacientes?|ciudadan\w+|domicilio|bordo)"
    r"|(?:au|à la|aux|à) (?:public|client\w*|domicile|particuliers|personnes?|entreprises))\b"
)
_SOFT_END = (
    r"(?=\s*(?:$|[\n,;:!?()\"«»]|\.(?:\s|$)|\s-\s)"
    rf"|(?!{_GOOD_AT})(?!(?:{_TRAINED_IN})(?= \w+ (?-i:[a-z])))\s(?:en|em|in)\b"
    rf"|\s(?:y|et|e|ed)\b(?!\s(?-i:[A-ZÀ-Þ])|\s{_SECOND_HALF})"
    rf"|\s(?!{_TO_WHOM})(?:a|à|al|au|chez|presso|bij|no|na|nos|nas|op|avec|con|com|met|pour|para|per|voor|dans|qui|que|che|die|dat|ou|o"
    r"|est|sera|serait|ont|avait|es|era|fue|ha|han|hay|será|è|é|sarà|foi|fica|ya|já|ja|se|si|sa|is|zijn|was|wordt|heeft|hebben|hebt|heb|zal|zullen|wilt|graag|plek|abbiamo|avremmo|vorremmo|siamo|slittano|lo|la|le|el|los|las|il|nous|vous|tu|je|u|we|wij|ik"
    r"|pedimos|recordamos|disponible|part|été|tous|chaque|promesso|alguém|uma|um|une|un|una|van"
    rf"{_STOPS})\b)"
)
_MARK = r"\s*(?:m|w|f|d|x|gn|div|all genders)\s*[/|,*)]"
_SLOTS = {
    "company": rf"(?P<company>(?-i:{_NAME})(?![\w]))",
    "company_loose": r"(?P<company>[^\W_][^\n|,;:!?\"()]{1,58}?(?:, (?:Inc|LLC|Ltd|LLP|Corp|PLC)\.?)?)",
    "role": rf"(?P<role>(?-i:{_ROLE}))",
    "role_marked": rf"(?P<role>(?-i:{_ROLE_WORD}(?:(?: - |/| & | | im | für | und ){_ROLE_WORD}){{0,6}}) ?\({_MARK}[^()\n]{{1,16}}\))",
    "role_loose": rf"(?P<role>{_LOOSE_ROLE})",
    "role_soft": rf"(?P<role>(?:(?-i:{_ROLE_WORD})|{_SOFT_WORD})(?: (?:(?:de la|de las|de los|de|del|des|du|di|della|dei|do|da|dos|das|alla|all['’]|à l['’]|d['’]|aux|à la|à|au) ?)?{_SOFT_WORD}){{0,6}}?){_SOFT_END}",
    "role_line": r"(?P<role>[^\n]{3,110}?)",
    "either": r"(?P<either>[^\n|!?\"]{2,100}?)",
    "requisition": r"(?P<requisition>(?=[A-Z_-]{0,8}[\d])[A-Z\d][A-Z\d_./-]{1,24}[A-Z\d]|\d{3,12})(?![\w])",
    "end": rf"(?=\s*(?:$|\n|[!?|\[\"]|\((?!{_MARK})|[.,:;-](?:\s(?!(?:KG|KGaA|OHG|V\.|o\.)|(?<=Co\. ){_WHAT_THEY_DO}|(?<=Zn\. ){_UPPER})|$)| - ))",
    "stop": r"(?=\s*(?:$|\n|[\"()\[]|[.,;:!?](?:\s|$)| - | [a-zß-öø-ÿ]))",
    "gender": _GENDER,
    "legal": legal_form_pattern(),
}


@dataclass(frozen=True)
class FactPattern:
    """One phrase of a language that a fact stands in, compiled when first tried.

    Attributes:
        phrase: Regular expression with slots such as {company}.
        anchor: Lower-case words that the text has to hold.
        starts: The phrase begins with its anchor, so it is tried at that place only.
        weight: How far it can be trusted; facts found in several places add up.
        language: ISO 639-1 code of the file that it stands in.
        only_titles: A role here has to hold a word of work: the phrase is too common.
        doers: A word that ends like one for people at work will do instead.
        stops: Words of the language that go on behind a title, parted by "|".
    """

    phrase: str
    anchor: str
    starts: bool
    weight: float
    language: str
    only_titles: bool = False
    doers: bool = False
    stops: str = ""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """Return the expression, compiled once."""
        return compile_phrase(self.phrase, stops=self.stops)

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Return what stands before its first slot: most phrases are told from it alone.

        To compile it takes a tenth of the time.
        """
        return re.compile(before_slots(self.phrase), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """Everything that one language's file says about finding facts."""

    language: str
    subject: tuple[FactPattern, ...]
    body: tuple[FactPattern, ...]
    display: tuple[FactPattern, ...]
    last: tuple[FactPattern, ...]
    words: dict[str, tuple[str, ...]]


PLACES = ("subject", "body", "display", "last")
"""Where phrases are tried; those of the last kind where all others named no title."""

_SLOT = re.compile(r"\{([a-z_]+)\}")
_PIECE = re.compile(r"\\.|\[(?:\\.|[^\]])+\]|\{[a-z_]+\}|.", re.DOTALL)


def compile_phrase(phrase: str, *, stops: str = "") -> re.Pattern[str]:
    """Return the regular expression of a phrase with slots such as {company}.

    Raises:
        KeyError: If the phrase names a slot that does not exist.
    """
    whole = _SLOT.sub(lambda m: _SLOTS[m.group(1)], phrase)
    return re.compile(
        whole.replace(_STOPS, f"|{stops}" if stops else ""), re.IGNORECASE
    )


def before_slots(phrase: str) -> str:
    """Return what a phrase begins with, up to its first slot or the bracket that holds it.

    Wherever the phrase stands, this does; "" where it is one of several phrases.
    """
    depth = end = 0
    is_before = True
    for piece in _PIECE.finditer(phrase):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if piece[0] == "|" and not depth:
            return ""
        is_before = is_before and not _SLOT.fullmatch(piece[0])
        if is_before and not depth:
            end = piece.end()
    return phrase[:end]


def _patterns(
    rows: list[dict[str, Any]], *, language: str, stops: str
) -> Iterator[FactPattern]:
    for row in rows:
        anchor = row.get("anchor", "")
        for phrase in row["phrases"]:
            yield FactPattern(
                phrase=phrase,
                anchor=anchor,
                starts=bool(anchor) and phrase.lower().startswith(anchor),
                weight=float(row.get("weight", 2)),
                language=language,
                only_titles=row.get("only_titles", False),
                doers=row.get("doers", False),
                stops=stops,
            )


@cache
def load_facts() -> tuple[LanguageFacts, ...]:
    """Return the extraction patterns of every language, in the order of their names."""
    folder = ROOM.joinpath("languages", "facts")
    found = []
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        code = path.name.split(".")[0]
        kinds = ("role_stops", "goes_on")
        stops = "|".join(filter(None, (data["words"].get(kind) for kind in kinds)))
        places = {
            place: tuple(_patterns(data.get(place, []), language=code, stops=stops))
            for place in PLACES
        }
        words = {kind: tuple(row.split("|")) for kind, row in data["words"].items()}
        found.append(LanguageFacts(language=code, **places, words=words))
    return tuple(found)


@cache
def fact_words(kind: str) -> tuple[str, ...]:
    """Return one list of the `[words]` parts of all languages, joined."""
    return tuple(
        dict.fromkeys(
            word.strip() for facts in load_facts() for word in facts.words.get(kind, ())
        )
    )


@dataclass(frozen=True, slots=True)
class _Machine:
    """The patterns of all languages for one place: a row an anchor, and their finder."""

    rows: tuple[tuple[FactPattern, ...], ...]
    find: Callable[[str], list[Hit]]


@cache
def _machine(place: str) -> _Machine:
    by_anchor: dict[str, list[FactPattern]] = {}
    for facts in load_facts():
        for pattern in getattr(facts, place):
            by_anchor.setdefault(pattern.anchor, []).append(pattern)
    return _Machine(tuple(map(tuple, by_anchor.values())), word_finder(by_anchor))


_MOST_PLACES = 6
_WINDOW_BEFORE = 130
_WINDOW_AFTER = 190


def matches(
    text: str, *, low: str, place: str, languages: Collection[str]
) -> Iterator[tuple[FactPattern, re.Match[str]]]:
    """Yield what the patterns of some languages find in a subject or a body.

    Args:
        low: The text in lower case, of the same length.
        place: "subject", "body" or "last".
        languages: Whose patterns are tried: "cargo" is a title in one and freight in another.
    """
    machine = _machine(place)
    counts: dict[int, int] = {}
    for row, start, _ in machine.find(low):
        counts[row] = counts.get(row, 0) + 1
        if counts[row] > _MOST_PLACES:
            continue
        for pattern in machine.rows[row]:
            if pattern.language not in languages:
                continue
            found = _at(pattern, text, start=start)
            if found is not None:
                yield pattern, found


def _at(pattern: FactPattern, text: str, *, start: int) -> re.Match[str] | None:
    if pattern.starts:
        is_begun = pattern.opening.match(text, start)
        return pattern.expression.match(text, start) if is_begun else None
    first = max(0, start - _WINDOW_BEFORE)
    line = text.rfind("\n", first, start)
    # The line break itself stays in sight, for phrases that begin a line.
    first, end = max(first, line), start + _WINDOW_AFTER
    is_begun = pattern.opening.search(text, first, end)
    return pattern.expression.search(text, first, end) if is_begun else None
