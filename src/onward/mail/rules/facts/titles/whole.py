"""A title as its mail writes it in full: with its grade and its "/in", without what led on from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.names import says_kind
from onward.mail.rules.facts.findings import is_status
from onward.mail.rules.facts.material import READ_CHARS, Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.spans import Span
from onward.mail.rules.facts.titles.bounds import bounded
from onward.mail.rules.facts.titles.role import clean_role, is_role_like
from onward.mail.rules.facts.titles.spoken import WITH_LANGUAGE
from onward.mail.rules.facts.towns import is_town

_MOST_PLACES = 12
_MOST_TITLE_WORDS = 9
_PARTS = re.compile(r":\s+|\s+[-–|·]\s+")
# "on Manager", "fürs Marketing", "Bewerbungsgespräch Physiotherapeut": what led to a title.
_LED_TO = re.compile(
    r"^(?:on|[Ii]m|[Ff]ürs?|[Zz]ur?|[Zz]um|Stelle|Bereich|Stellenbesetzung|Ausbildungsstelle|Vorstellung|Zoom-Call|Segment|Programm|Auswahltag"
    r"|(?:Bewerbungs|Vorstellungs|Kennenlern|Telefon|Erst|Zweit)gespräch)\s+(?=[A-ZÄÖÜ]\w{2})"
)
# "Sozialarbeiterin in", "Head of Controlling, Eintritt": what went on and was cut off.
_LED_ON = re.compile(
    r"(?:,? (?:im|in|für|zum|zur|an|am|bei|mit|von|und|der|die|das|den|dem|des|of|for|at|with|and|the|to)"
    r"|, (?:Eintritt|Beginn|Start|Arbeitsbeginn|Dienstbeginn|Jahresstelle|Job Posting|Posting|[A-Z])|, \d{2,3} Prozent)$"
)
# "Nurse 30 hours per week", "Sachbearbeiterin Einkauf 60 %": how much of a week somebody works.
_PER_WEEK = r"(?:(?:hours?|hrs?|h|Std\.?|Stunden)(?: ?(?:per|a|/|pro|je|in der) ?(?:week|Woche|wk))?|Wochenstunden)"
_HOW_MUCH = re.compile(
    rf",?(?: [-–])? \d{{1,3}}(?:[.,]\d)?(?: ?[-–] ?\d{{1,3}})? ?(?:%|Prozent|percent|{_PER_WEEK})$"
)
_SHARE = re.compile(r",?(?: [-–])? \d{2,3}(?: ?[-–] ?\d{2,3})?$")
_SHARE_GOES_ON = re.compile(r" ?(?:[-–] ?\d{2,3} ?)?(?:%|Prozent\b|percent\b)")
# "Warehouse Operative came through fine": what is said of an application is no part of it.
_SAID_OF_IT = re.compile(
    r"(?<=\w{3}) (?:came|went|got|is|was|are|were|has|have|had|will|would|did|didn't|isn't|wasn't|looks|looked|sounds|seems"
    r"|closes|closed|opens|starts|kam|kommt|ist|war|wurde|wird|hat|hatte|liegt|läuft|lief|geht|ging|bleibt"
    r"|in (?:deiner|Ihrer|Deiner|eurer|unserer|meiner))\b.*$",
    re.DOTALL,
)
_NUMBERED = re.compile(
    r"^(?:\d{2,}-\d{2,}|[A-Z]\w+-\d{2,},) (?=[A-ZÄÖÜ]\w{2})|,? [A-Z]{2,}-\d{4}-\d+$"
)
_POST = re.compile(r"(?<=\w{4})-(?:Stellen?|Posten|Position|Job)$")
_POSSESSIVE = re.compile(r"(?<=\w{3})['’]s$")
# "Aşçı Yardımcısı'na": Turkish parts its cases from what is written as a name.
_TURKISH_CASE = re.compile(r"(?<=\w{3})['’]\w{1,4}$")
_OBLIQUE = re.compile(r"^([A-ZÄÖÜ]\w+?)(?:([iy]st|eut|ent|ant)en|(log)en)(?=$| )")
_FIELD_AFTER = re.compile(r" (?:besondere )?[A-ZÄÖÜ][a-zäöüß]{3,}")

_INCLUSIVE = re.compile(
    r"(?:/-?|[*:])(?:in|innen|r)\b(?: [A-ZÄÖÜ][a-zäöü]+(?:/-?|[*:])in\b)?"
)
# "Cocinero/a", "Magazziniere/a", "Caissier(ère)".
_BOTH_GENDERS = re.compile(
    r"(?:/-?|[(·])(?:a|o|as|os|e|i|ra|ora|trice|se|euse|ère|ière|rice|ne|ka|ica)\b\)?"
)
_SECOND_HALF = re.compile(r"- (?:und|oder|&) [A-ZÄÖÜ][\wäöüß]+(?:/in)?")
# Trades that are named with what they are for: "Fachkraft für Schutz und Sicherheit".
_OF_A_FIELD = re.compile(
    r"(?:[Kk]raft|[Ff]achangestellte[rn]?|[Ee]lektroniker(?:in)?|[Mm]echatroniker(?:in)?|[Kk]auf(?:mann|frau)|[Dd]ozent(?:in)?)$"
)
_FIELD = re.compile(
    r" für (?:besondere )?[A-ZÄÖÜ][a-zäöüß]{3,}(?:-? (?:und|oder) [A-ZÄÖÜ][a-zäöüß]+)?(?: als (?:Zweit|Fremd)sprache)?"
)
# Swiss and Austrian diplomas are part of how a trade is named.
DIPLOMA = re.compile(r" (?:HF|EFZ|EBA|SRK|FH|BSc)(?:/(?:HF|FH))?(?![\w/-])")
_GRADED = r"(?:[Bb]and|[Ll]evel|[Gg]rade|[Yy]ear|[Tt]ier|[Pp]hase|[Ss]tage|[Cc]lass|[Pp]rimary|[Zz]yklus|[Kk]lasse|[Ss]tufe)"
_NUMBER = r"\d{1,2}(?![\w%]|[:.,/]\d|-\d| ?[ap]m\b)"
# "Controls Technician I at Meridian": a person who says "I" does not go on so.
_BEFORE_WORK = r"(?= (?:at|with|in|for|position|role|vacancy|opening)\b)"
# "HVAC Technician 2 (Req 1187)": of public posts the grade is a bare figure.
_FIGURE = r"[1-5](?=\s*$| ?\(| [-–|] |,\s|\.\s*$|\. (?:Your?|We|The|This|If|It|Please|Thank|After|Unfortunately)\b)"
_GRADE = re.compile(
    rf" (?:I{{1,3}}|IV)(?![\w'/&-]|\.\w| [a-z'])| I{_BEFORE_WORK}| {_GRADED} (?:{_NUMBER}|I{{1,3}}\b)| \({_GRADED} {_NUMBER}\)"
)
# "Agente de bureau, classe I", "Administrativo, grado 2"
_CLASS = re.compile(
    rf",? (?:[Cc]lasse?|[Cc]lase|[ÉéEe]chelon|[Gg]rado) (?:{_NUMBER}|I{{1,3}}\b|IV\b)"
)
# "(poste d')agente ou d'agent de bureau": what joins the two forms is no part of either.
_OR_OF = re.compile(r"^(\w+) ou d['’](?=\w)")
_BARE_GRADE = re.compile(f" {_FIGURE}", re.MULTILINE)
_ENDS_IN_GRADE = re.compile(rf"(?:^|\W){_GRADED}$")
_BARE_NUMBER = re.compile(f" {_NUMBER}")
_GRADE_BEFORE = re.compile(rf"\b{_GRADED} $")
_OPENS = re.compile(r"\b(?:Ausbildung|(?:Wiss|Dipl|Techn|Kaufm|Stv|Päd|Med|Akad)\.) $")
_OTHER_GENDER = re.compile(r" ?/ ?(?:zum |zur )?[A-ZÄÖÜ][a-zäöü]+\b")
# "for Trainee Fitter", "PLT-04, Trainee Fitter", "the APS6 Fitter": a grade before a title.
_STEP = re.compile(
    r"(?:\d,? |: |\b(?:for|of|as|post|role|position|vacancy) (?:the |an? |our )?|\b[Tt]he )"
    r"(?P<step>(?:(?:Trainee|Apprentice|Graduate|Junior|Senior|Principal|Deputy|Assistant|Associate|Lead)|[A-Z]{2,4}\d) )$"
)
# "der stellvertretenden Küchenleitung": who stands in for another is called so.
_DEPUTY = re.compile(r"\bstellvertretende[nrms]? $", re.IGNORECASE)
_DEPUTY_FIRST = re.compile(r"^stellvertretende[nrms]? (?=[A-ZÄÖÜ])", re.IGNORECASE)
_OF_WOMEN = re.compile(r"[\w/:*-]*(?:in|ung|kraft|hilfe)(?!\w)")
_LONGEST_LEAD = 32
_FIRST_WORDS = 2
_ENDING = 3
# Stars are laid out as spaces, since most are marks of emphasis: "Gärtner in" of "Gärtner*in".
_PARTED_ENDING = re.compile(r"(?<=[a-zäöü]{2}) (?=(?:in|innen|r)(?: [A-ZÄÖÜ/]|$))")


def closed(role: str, *, found: Iterable[Candidate]) -> str:
    """Return a title with the bracket that it was cut in: "chargé(e" of "chargé(e) de paie"."""
    if role.count("(") <= role.count(")"):
        return role
    low = role.lower()
    whole = [c.name for c in found if c.name.lower().startswith(f"{low})")]
    return max(whole, key=len, default=role.rpartition("(")[0].strip())


_HEARD_FOR_SURE = 0.95
_HEARD_BEFORE = 0.8
# "Verzorgende / Helpende plus", "kok in de zorg": what is no verb, no place and no paper.
_GOES_ON_AS_TITLE = re.compile(r" ?/ ?\w| (?:in|voor) (?:de|het|een) [a-z][\w-]+$")


def heard_whole(title: str, *, spans: Iterable[Span]) -> str:
    """Return "Verzorgende in de gezinszorg" for a "Verzorgende" that the finder surely hears so.

    Where titles go on in small letters, the phrases around them end too soon.
    """
    low = title.lower()
    longer = [
        span.text
        for span in spans
        if span.kind == "role"
        and _goes_around(span.text, low, chance=span.chance)
        and len(span.text.split()) <= _MOST_TITLE_WORDS
    ]
    return clean_role(max(longer, key=len)) if title and longer else title


def _goes_around(longer: str, title: str, *, chance: float) -> bool:
    """Say whether a text surely has more of a title: behind it, or before a noun that ends it."""
    low = longer.lower()
    if low.endswith(f" {title}") and chance >= _HEARD_BEFORE:
        return low.split(" ", 1)[0] not in fact_words("role_leads")
    if chance < _HEARD_FOR_SURE:
        return False
    is_begun = low.startswith((f"{title} ", f"{title}/"))
    return is_begun and _GOES_ON_AS_TITLE.match(longer, len(title)) is not None


def whole_title(title: str, *, material: Material, language: str) -> str:
    """Return a title with what belongs to it in the mail, and without what does not."""
    own = material.message.text[:READ_CHARS]
    text = f"{material.subject}\n{material.prose}\n{own}"
    title = _repeated(title, material=material, language=language)
    starred = _PARTED_ENDING.sub("*", title)
    title = starred if starred in text else title
    if title and language == "pl":
        # The title stands there in another case: "referenta ds. opłat i czynszów".
        title = bounded(title, language=language) or title
        title += _with_fields(title, text=text)
    if not title or title not in text:
        return title
    if language not in HOME:
        title = _without_what_goes_on(title, language=language)
        # A language that has no "in" of its own cuts there.
        title = title.removesuffix(" in")
        title += _followed(title, _IN_CHARGE, text=text)
        title += _followed(title, _BOTH_GENDERS, text=text)
        title += _followed(title, WITH_LANGUAGE, text=text)
        return _OR_OF.sub(r"\1 ou ", title + _followed(title, _CLASS, text=text))
    title += _followed(title, _IN_CHARGE, text=text)
    title += _letters_behind(title, material=material)
    bare = _without_ends(title, text=text)
    whole = _with_ends(bare, text=text)
    whole += (
        _two_fields(whole, text=text)
        or _labelled_field(whole, material=material)
        or _field_before_noun(whole, text=text)
    )
    whole = _with_lead(whole, bare=bare, text=text)
    return _as_deputy(whole) if _DEPUTY_FIRST.match(whole) else whole


# "Cook in Charge", "Manager in Training", "Engineer in Test": no place that somebody works in,
# as "Residence Larch Court" is one.
_IN_CHARGE = re.compile(
    r" in (?:[Cc]harge|[Tt]raining|[Rr]esidence|Test)(?![\w-]| [A-ZÀ-ÖØ-Þ])"
)


def _as_deputy(title: str) -> str:
    """Return "Stellvertretende Küchenleitung" for "stellvertretenden Küchenleitung"."""
    rest = _DEPUTY_FIRST.sub("", title)
    ending = "" if _OF_WOMEN.match(rest) else "r"
    return f"Stellvertretende{ending} {rest}"


# "Learning Officer (Science and Industry)": two fields, and no two towns or shifts.
_TWO_FIELDS = re.compile(
    r" \(([A-Z][a-z]{3,}) (?:and|&|und) ([A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})?)\)"
)
_SHIFTS = re.compile(
    r"(?i:days?|nights?|evenings?|mornings?|weekends?|earl\w+|lates?|full|part|temp\w*|perm\w*|term|spring|summer|autumn|winter"
    r"|nord|süd|ost|west|north|south|east|tag|nacht|früh\w*|spät\w*|\w+day|\w+tag|female|male|damen|herren)"
)


# "Role: Development Editor, Secondary Science": a line of its own has the whole title.
_LABEL = re.compile(
    r"(?:^|\n)\W*(?:role|post|position|job title|vacancy|stelle)\s?:\s?", re.IGNORECASE
)
_FIELD_AFTER_COMMA = re.compile(
    r", ([A-Z][a-z]{3,}(?: (?:(?:and|&|und) )?[A-Z][a-z]{3,}){0,2})(?=\s*(?:\n|$))"
)


def _labelled_field(title: str, *, material: Material) -> str:
    """Return ", Secondary Science" behind a title on a labelled line, "" for a place, a house or a shift."""
    if title.endswith(")"):
        # "Ward Clerk (Band 2), Cedar Ward": where.
        return ""
    lines = "\n".join(material.lines)
    ends = [label.end() for label in _LABEL.finditer(lines)]
    fields = (
        _FIELD_AFTER_COMMA.match(lines, end + len(title))
        for end in ends
        if lower(lines[end : end + len(title)]) == lower(title)
    )
    behind = next((field for field in fields if field is not None), None)
    if behind is None:
        return ""
    return behind[0] if _is_field(behind[1]) else ""


def _is_field(name: str) -> bool:
    """Say whether what stands behind a title may be its field: no place, no house, no shift."""
    words = name.split()
    is_place = is_town(name) or is_town(words[0]) or is_town(words[-1])
    is_shift = any(_SHIFTS.fullmatch(word) for word in words)
    return not (is_place or is_shift or says_kind(name))


# "for the Research Associate, Assay Development role": the noun ends the title, and its field.
_FIELD_BEFORE_NOUN = re.compile(
    r", ([A-Z][\w&/]{2,}(?: (?:(?:and|&|of) )?[A-Z][\w&/]{2,}){0,3})(?= (?:role|position|job|opening|opportunity|vacancy|post)\b)"
)


def _field_before_noun(title: str, *, text: str) -> str:
    """Return ", Assay Development" behind a title that a "role" ends, "" for a place or a house."""
    if title.endswith(")") or not is_role_like(title):
        return ""
    behind = _followed(title, _FIELD_BEFORE_NOUN, text=text)
    return behind if behind and _is_field(behind.removeprefix(", ")) else ""


def _two_fields(title: str, *, text: str) -> str:
    """Return the bracket behind a title that names two fields of it, "" for none."""
    behind = _followed(title, _TWO_FIELDS, text=text)
    found = _TWO_FIELDS.match(behind)
    parts = found.groups() if found is not None else ()
    is_none = any(is_town(part) or _SHIFTS.fullmatch(part) for part in parts)
    return "" if is_none else behind


# "Facilities Maintenance Technician - HVAC": a field by its letters; others are regions or terms.
_LETTERS = re.compile(
    r" [-–] (?!(?:NYC|USA|GTA|NRW|EMEA|DACH|APAC|LATAM|MENA|ANZ|FTE|WFH|ASAP|TEMP|PERM|URGENT)\b)[A-Z]{3,5}(?=\s*$| ?\(|[.,;]| [-–|] )",
    re.MULTILINE,
)


def _letters_behind(title: str, *, material: Material) -> str:
    """Return the letters of a field that subject and mail both write behind a title."""
    behind = _followed(title, _LETTERS, text=material.subject)
    return behind if behind and f"{title}{behind}" in material.prose else ""


def _repeated(title: str, *, material: Material, language: str) -> str:
    """Return "Cook (nights)" for "Cook" where a part of the subject is so, and the mail says it, too.

    Two nouns are a title and what it is about, in English and German: "Cook interview".
    """
    low = title.lower()
    for part in _PARTS.split(material.subject):
        longer = clean_role(part).rstrip()
        rest = longer.lower().removeprefix(low)
        is_longer = bool(rest.strip()) and len(rest) < len(longer)
        if language in HOME:
            is_longer = is_longer and rest.lstrip()[0] in "/(,*:"
        is_longer = is_longer and not rest[0].isalnum() and not is_status(rest)
        if is_longer and len(longer.split()) <= _MOST_TITLE_WORDS:
            title = longer if longer in material.prose else title
    return title


# "specjalista ds. kadr" goes on: "i płac", "osobowych", "oraz rozliczeń"; "i zapraszamy" does not.
_NO_FIELD = r"(?!\w+(?:my|ę|ą|ł|ła|ło|ły|li|ć|sz|cie|uje|ane|any|ana|ono|em|am)\b)(?!(?:któr|prac|rekrut|dla|tym|tej|ten|nie|jest|jej|jego|ich|został)\w*)"
_FIELDS = re.compile(
    rf"(?: {_NO_FIELD}[a-zóą-ż]{{3,}}(?:wej|nej|kiej|czej|nych|wych|kich|owego|nego|kiego)\b)?"
    rf"(?: (?:i|oraz|/|&) {_NO_FIELD}[a-zóą-ż]{{3,}}(?!\w|\.\w)(?: {_NO_FIELD}[a-zóą-ż]{{3,}}(?:wej|nej|nych|wych|owego|nego)\b)?)?"
)
_CUT_SHORT = re.compile(r"(?:^|\s)(?:gł|mł|st)$")
_FIRST_NOUN = re.compile(r"\. [a-zóą-ż]{4,}")


def _with_fields(title: str, *, text: str) -> str:
    """Return what a Polish title goes on with: " i płac" behind "ds. kadr"."""
    if _CUT_SHORT.search(title):
        return _followed(title, _FIRST_NOUN, text=text)
    field = re.search(r"\bds\. \w.*", title)
    return _followed(field[0], _FIELDS, text=text) if field is not None else ""


def _without_what_goes_on(title: str, *, language: str) -> str:
    """Return "redacteur" for "redacteur erbij": the learned finder goes on too far."""
    if language == "tr":
        title = _TURKISH_CASE.sub("", title)
    shorter = bounded(title, language=language).rstrip(" ,;:")
    place = title.find(shorter) if shorter else -1
    if place < 0:
        return title
    lead, rest = title[:place], title[place + len(shorter) :]
    around = [*lead.split(), *rest.lstrip(" ,").split(" ")[:_FIRST_WORDS]]
    # "Ejecutivo de Cuenta" has one word that is also a verb, but not with a capital.
    return title if any(word[:1].isupper() for word in around) else shorter


def _without_ends(title: str, *, text: str) -> str:
    if title.endswith(" für"):
        title += _followed(title, _FIELD_AFTER, text=text)
    if title[0].isupper():
        title = _SAID_OF_IT.sub("", title)
    title = _NUMBERED.sub("", _without_hours(title, text=text))
    shorter = _LED_ON.sub("", _LED_TO.sub("", title))
    while shorter != title:
        title, shorter = shorter, _LED_ON.sub("", _LED_TO.sub("", shorter))
    title = _POSSESSIVE.sub("", _POST.sub("", title))
    return _OBLIQUE.sub(lambda x: x[1] + (x[2] or f"{x[3]}e"), title)


def _without_hours(title: str, *, text: str) -> str:
    """Return a title without how much of a week it is; "80" of "80 - 100 %" is that, too."""
    title = _HOW_MUCH.sub("", title)
    share = _SHARE.search(title)
    is_share = share is not None and _followed(title, _SHARE_GOES_ON, text=text)
    return title[: share.start()] if share is not None and is_share else title


def _with_ends(title: str, *, text: str) -> str:
    """Return a title with the grade, the "/in" or the other half behind it."""
    for kind in _ends_of(title):
        title += _followed(title, kind, text=text)
    return title + _other_gender(title, text=text)


def _other_gender(title: str, *, text: str) -> str:
    """Return the " / Erzieherin" that stands behind an "Erzieher"."""
    stem = title.rpartition(" ")[2][:-_ENDING]
    other = _followed(title, _OTHER_GENDER, text=text)
    is_same = other.rpartition("/")[2].split(" ")[-1].startswith(stem)
    return other if len(stem) > _ENDING and is_same else ""


# "Site Engineer (Structures)": a field by how its noun ends, which no town's name does.
_FIELD_NOUN = (
    r"[A-Z][a-z]{2,}(?:ics|logy|istry|ance|ments?|tions?|ures?|nomy|ysis|ware)"
)
_BRACKET = re.compile(rf" \({_FIELD_NOUN}(?: (?:and|&) [A-Za-z][a-z]+)?\)")


def _ends_of(title: str) -> Iterator[re.Pattern[str]]:
    yield _BRACKET
    yield _INCLUSIVE
    yield DIPLOMA
    yield _SECOND_HALF
    yield _BARE_NUMBER if _ENDS_IN_GRADE.search(title) else _GRADE
    if is_role_like(title.rpartition(" ")[2]):
        yield _BARE_GRADE
    if _OF_A_FIELD.search(title):
        yield _FIELD
    yield WITH_LANGUAGE


def _places(title: str, *, text: str) -> Iterator[int]:
    """Yield where a title stands in a text, at a few places."""
    start = text.find(title)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        yield start
        start = text.find(title, start + 1)


def _followed(title: str, ending: re.Pattern[str], *, text: str) -> str:
    """Return the first of a kind that stands behind a title, "" where none does."""
    ends = (at + len(title) for at in _places(title, text=text))
    found = filter(None, (ending.match(text, end) for end in ends))
    return next((hit.group() for hit in found), "")


def _with_lead(title: str, *, bare: str, text: str) -> str:
    """Return "Class 1 Driver" for "1 Driver", and "Ausbildung Maurer" for "Maurer"."""
    before = [text[max(0, at - _LONGEST_LEAD) : at] for at in _places(bare, text=text)]
    if before and all(map(_DEPUTY.search, before)):
        # A no may name the post and offer that of its deputy.
        return _as_deputy(title)
    lead = _GRADE_BEFORE if bare[:1].isdigit() else _OPENS
    for at in _places(bare, text=text):
        found = lead.search(text[max(0, at - _LONGEST_LEAD) : at])
        if found is not None:
            return found.group() + title
        step = _STEP.search(text[max(0, at - _LONGEST_LEAD) : at])
        if step is not None and title[0].isupper():
            return step["step"] + title
    return title
