"""Job titles: what one looks like, how it is cleaned, and when two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from onward.mail.rules.basics.text import UMLAUTS
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.employers.names import (
    behind_kin,
    has_legal_form,
    is_of_kin,
    tidy,
)
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.house_signs import without_house_signs

_GENDERS = (
    r"(?:[mwfdxih]|gn|div|divers|all|a|v|all genders|alle geschlechter|\*|inter|any)"
)
_GENDER = re.compile(
    rf"\s*[(\[]\s*{_GENDERS}(?:\s*[/|,*:.-]+\s*{_GENDERS})*\.?\s*[)\]]"
    r"|(?<=\s)(?:m/w/d|w/m/d|d/m/w|m/f/d|f/m/d|f/m/x|m/w/x|w/d/m|m/f/x|f/d/m|m/w/i|m/w|m/f|h/f|f/h|h/f/x|f/h/x)(?![\w/])",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(
    r"\s*[(\[]\s*(?:[a-zäöü. -]{0,24}[:#.]?\s*)?[A-Z]{0,8}[-_/]?\d[\w./-]{2,}\s*[)\]]|\s*#\d{3,}"
    r"|\s*\((?:[A-Z]{1,5}[-/ ])?[A-Z]{0,5}\d{1,4}\)"
    r"|^\s*(?:[A-Z]{1,5}[-/_]?\d[\d/-]{2,}|\d{4,}|\d+(?:-[A-Z]{1,5})?-\d+)[\w-]*\s*[-:|,]?\s+"
    r"|(?:\s+-|,|\s\||:)?\s+#?(?:(?:JR|REQ|R|ID)[-_ ]?)?\d{4,}\S*\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:the|an?|our|your|die|der|das|den|eine?n?r?|unsere|unserer|als|as|for|of|position|stelle|role|job|post|(?:(?:auf|um|für)\s+)?(?:dauer|teilzeit|vollzeit)stelle)"
    r"(?:\s+(?:of|as|als|des|der|zum|zur))?[\s:]+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:\s+(?:position|role|job|post|opening|vacancy|opportunity|stelle|has been|with us|here|team at|bei uns|gesendet|versendet|eingegangen|erhalten|geantwortet|beworben|received|submitted))+$",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s+(?:at|with|bei|@|in der|in dem)\s+(?=\S)|\s+(?:der|des|von)\s+(?=[A-ZÄÖÜ])"
)
_LABEL = re.compile(
    r"(?:\s*[-,(|:]?\s*\b(?:Referenz(?:nummer)?|Ref|Reference|Kennziffer|Kz|Job[- ]?ID|Req(?:uisition)?(?: ID)?|Stellen-ID|ID|Nr|No)\b\.?:?)+$",
    re.IGNORECASE,
)
_PHD = re.compile(
    r"\b(?:phd|doctoral|postdoc\w*) (?:position|student\w*)", re.IGNORECASE
)
# "Specjalista ds. kadr i płac": that "i" is neither an English "I" nor a Swedish "in".
_FIELDS = re.compile(r"(?<=\bds\. )[^\n,;]*")
# "Kasa ve Ön Büro Sorumlusu" is one title, and "depo ve gümrük uzmanı"; "Ayşe ve ben" is none.
_VE = re.compile(
    r"(?<=\w) ve (?=[A-ZÇĞİÖŞÜ]|(?:\w+ ){0,2}(?:uzmanı|sorumlusu|müdürü|yöneticisi|elemanı|asistanı|mühendisi|şefi"
    r"|personeli|görevlisi|operatörü|temsilcisi|koordinatörü|teknisyeni|danışmanı)\b)"
)
_OPEN_BRACKET = re.compile(r"\([^()]*$")
_HOURS = re.compile(r"\s+in (?:Teilzeit|Vollzeit|Voll- oder Teilzeit)$")
_UNIT = re.compile(
    r"\s*\((?:School|Faculty|Department|Dept|Fachbereich|Abteilung|Institut|Fakultät|Req|Ref|Job)\b[^()]*\)?$"
)
# How much, how long or since when somebody works is not what they work as.
_TERMS = re.compile(
    r"\s*[(\[](?:(?:part|full)[ -]?time|fixed[ -]term|perm(?:anent)?|temp(?:orary)?|summer|winter|seasonal|casual|remote|hybrid|onsite"
    r"|maternity(?: cover| leave)?|parental leave|tenure[ -]track|in-house|internal|external|sessional"
    r"|teilzeit|vollzeit|befristet|unbefristet|minijob|saison|aushilfe|homeoffice|winter|sommer|elternzeitvertretung|intern|extern"
    r"|(?:entgeltgruppe |eg? ?)\d{1,2}[a-z]?(?: tv\S{1,6})?"
    r"|[^()]{0,12}\d+(?:[.,]\d+)? ?(?:%|hours?|hrs?|h\b|std|stunden|fte|months?|monate|tage)[^()]{0,20})[)\]]"
    r"|,? (?:kennziffer|kenn-?nr|ref|referenz|chiffre|entgeltgruppe|besoldungsgruppe|competition|requisition|job id)\b.{0,30}$"
    r"|,? (?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\w{0,8}\.?,? (?!(?:\d{2,3} ?[-–] ?)?\d{2,3} ?(?:%|Prozent))\d.*$"
    r"|,? (?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?,? (?:\d{2,3} ?[-–] ?)?\d{2,3} ?(?:%|Prozent)$"
    r"|,? \d{1,2}\. \w+$|,? \d{1,2} uhr$"
    r"|,? \d[.,]\d+ FTE\b.*$|,? (?:in )?(?:part|full)[ -]time$|,? (?:(?:mit )?(?:Arbeitspensum|Pensum|Beschäftigungsgrad|Anstellungsgrad|Stellenprozente?|taux(?: d['’](?:activité|occupation))?|grado d['’]occupazione|percentuale|contrat|à|al|zu)(?: von|:| à| de)? )?(?:\d{2,3}(?: ?%)?(?: ?(?:[-–]|bis|à|to) ?))?\d{2,3} ?(?:%|Prozent)$|,? [4-9]0 ?[-–] ?(?:[89]0|100)$|,? (?:mat|maternity|parental leave) cover$|, (?:fixed|short)[ -]term(?: contract)?$"
    r"|,? \d{1,2}(?: hours?| h| std)?$| (?:vom|zum|ab|bis|am) \d.*$|(?: on hold| cancelled| gestrichen)\b.*$|, (?:standort|location) .*$"
    r"|,? (?:january|february|march|april|june|july|august|september|october|november|december)(?: \d{4})?$"
    r"|,? (?:tillsvidare(?:anställning)?|omgående)$"
    r"|,? Minijob$|, (?:Vollzeit|Teilzeit)$|,? ab (?:sofort|\d\S*|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b.*$",
    re.IGNORECASE,
)
# "BWS-M-2 Metrologist", "Ferry Operative (NIC/TRA/40)": an opening's number beside its title.
_CODE = r"(?=[\d/_.-]*[A-Z])(?=[A-Z\d/_.-]*\d)(?=[A-Z\d/_.-]*[-/_.])[A-Z\d]+(?:[-/_.][A-Z\d]+)+|[A-Z]{2,5}\d{2,6}"
_CODE_AROUND = re.compile(
    rf"^(?:{_CODE})[\s:,–-]+(?=\w{{3}})|[\s,:]*[(\[]\s*#?(?:[A-Za-z.]{{2,9}}[ .:]+)?(?:{_CODE}|[A-Z]{{2,5}}/[A-Z]{{1,5}})\s*[)\]]\s*$|[\s,:–-]+(?:{_CODE})\s*$"
)
_IS_CODE = re.compile(r"(?=[A-Z\d/_.-]*\d{3})[A-Z\d]+(?:[-/_.][A-Z\d]+)+")
_INCLUSIVE = re.compile(
    r"(?<=[a-zäöü])(?:[*:_·]|/-?|\()(?:in|innen|r|frau|mann)\)?(?![a-zäöü])", re.I
)
# A title without a capital is caught with what is said of it: "educador ambiental é outro".
_GOES_ON = re.compile(
    r"(?<=\w)(?:[?!]\s.*|\s(?:é|è|ya|já|está|será|sarà|foi|fue|pedimos|vorremmo|avremmo|slittano|avbryts|vervallen|vervalt|bez|zakończył\w*|traci|został\w*|zaplanowan\w*|jest|är|skulle"
    r"|ligt|liggen|loopt|moet|moeten|met ingang van|ligger|har|från (?:och med|den)|fr\.o\.m|przesz\w+|wybra\w+|sigue|siguen|hemos|à compter|à partir"
    r"|dès le|a partir de|a decorrere|a partire|från|nous|vous|ci|hebben|\w{2,}en (?:wij|we)|har vi|chcielibyśmy"
    r"|(?:(?:da|il|le|el|op|na|w|we|på|från|ce|este|questo) )?(?:lun|mar|mercre|jeu|vendre|same)di|(?:(?:da|di|questo) )?(?:lune|marte|mercole|giove|vener)dì"
    r"|(?:(?:el|este) )?(?:martes|miércoles|jueves|viernes)|(?:op )?(?:maan|dins|woens|donder|vrij)dag|(?:på )?(?:mån|tis|ons|tors|fre)dag(?:en)?"
    r"|(?:na |em )?(?:segunda|terça|quarta|quinta|sexta)-feira|(?:we? )?(?:poniedziałek|wtorek|środę|czwartek|piątek))\b.*)$",
    re.DOTALL,
)
# What led on to a day or a place that was cut off: "cuoco da", "barista op".
_LED_ON = re.compile(
    r"(?<=[^\W\d_]{3}) (?:da|di|de|il|el|le|op|på|w|we|voor|met|con|para|pour|avec)$"
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_FEMININE = re.compile(
    r"(?<=er)in$|(?<=ent)in$|(?<=eur)in$|(?<=ist)in$|(?<=or)in$|(?<=ekt)in$|(?<=loge)in$"
)
_SPELLINGS = {
    "sr": "senior", "snr": "senior", "jr": "junior", "jnr": "junior", "eng": "engineer",
    "tech": "technician", "mgr": "manager", "mngr": "manager", "admin": "administrator", "asst": "assistant", "ops": "operations", "exec": "executive", "dev": "developer", "swe": "software engineer", "und": "and",
    "c++": "cpp", "c#": "csharp", "fullstack": "full stack", "frontend": "front end",
    "apprenticeship": "apprentice", "traineeship": "trainee", "internship": "intern", "leerplaats": "leerling", "leerplek": "leerling", "lärlingsplats": "lärling",
    "backend": "back end", "ii": "2", "iii": "3", "iv": "4",
}  # fmt: skip
_SHORTENED = frozenset(
    {
        "sr",
        "snr",
        "jr",
        "jnr",
        "eng",
        "tech",
        "mgr",
        "mngr",
        "asst",
        "ops",
        "exec",
        "dev",
    }
)
_LONGEST_CHARS = 110
_LONGEST_WORDS = 14


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fact_words(kind))


@cache
def _role_ends() -> tuple[str, ...]:
    return fact_words("role_ends")


@cache
def _words_of(
    kinds: tuple[str, ...],
) -> tuple[frozenset[str], Callable[[str], bool]]:
    """Return the words of some lists, and what finds those of them that are several words."""
    words = frozenset(word for kind in kinds for word in fact_words(kind))
    phrases = sorted(word for word in words if " " in word)
    return words, first_word_finder(phrases)


@lru_cache(maxsize=4096)
def has_gender_marker(text: str) -> bool:
    """Say whether a text carries "(m/w/d)" or one of its many spellings."""
    # Most subjects have none of the signs that each of them has.
    may_be = "(" in text or "/" in text or "[" in text
    return may_be and _GENDER.search(text) is not None


_SHARE = re.compile(r"(?<!\d)\d{2,3} ?(?:%|Prozent\b)", re.IGNORECASE)


def has_share(text: str) -> bool:
    """Say whether a text tells how much of a week is worked, as Swiss titles do: "80-100 %"."""
    return _SHARE.search(text) is not None


@lru_cache(maxsize=4096)
def is_role_like(text: str) -> bool:
    """Say whether a text is clearly a job title: a word of work or a gender marker."""
    return _is_marked(text) or _has_word(text, kinds=("role_words", "occupations"))


@lru_cache(maxsize=4096)
def says_work(text: str) -> bool:
    """Say whether a text speaks of work, in a mail that may be about anything.

    A "miller" or a "singer" is a title in mail about an application only.
    """
    return _is_marked(text) or _has_word(text, kinds=("role_words",))


def _is_marked(text: str) -> bool:
    return has_gender_marker(text) or _INCLUSIVE.search(text) is not None


def _has_word(text: str, *, kinds: tuple[str, ...]) -> bool:
    # To leave the names of houses out takes longer than to see that there is no such word.
    return _says_word(text.lower(), kinds=kinds) and _says_word(
        without_house_signs(text).lower(), kinds=kinds
    )


def _says_word(low: str, *, kinds: tuple[str, ...]) -> bool:
    known, has_phrase = _words_of(kinds)
    for word in _WORD.findall(low):
        if word in known or (len(word) > 7 and word.endswith(_role_ends())):
            return True
    return " " in low and has_phrase(low)


_TITLE_WORDS = frozenset({"application", "applications", "applied", "interview"})


def known_works() -> frozenset[str]:
    """Return the words that say by themselves what somebody works as, in lower case."""
    return _words_of(("role_words", "occupations"))[0]


def holds_word(text: str, *, kind: str) -> bool:
    """Say whether a text has a word of a list.

    "IT" and "US" are not "it" and "us", and "Application Engineer" is a title.
    """
    listed = _words(kind)
    for found in _WORD.finditer(text):
        word, low = found.group(), found.group().lower()
        # "Zest.io" does not say "io", which is "I" in Italian.
        is_ending = found.start() > 0 and text[found.start() - 1] == "."
        if not is_ending and low in listed and not (word.isupper() and len(word) <= 3):
            is_title = low in _TITLE_WORDS and word[0].isupper() and word != text
            if not is_title:
                return True
    return False


@lru_cache(maxsize=4096)
def clean_role(text: str) -> str:
    """Return a captured title without articles, markers, numbers and places of work."""
    role = tidy(_GENDER.sub(" ", _GOES_ON.sub("", text)).replace("()", " "))
    role = tidy(_TERMS.sub("", _CODE_AROUND.sub("", tidy(role))))
    role = tidy(_BARE_NUMBER.sub(" ", role))
    role = tidy(_LABEL.sub("", _HOURS.sub("", _UNIT.sub("", role))))
    role = tidy(_OPEN_BRACKET.sub("", role))
    cut = _CUT.search(role)
    while cut is not None:
        if cut.start() > 0 and (
            cut.group().split()[0] in {"at", "with", "bei", "@", "in"}
            or has_legal_form(role)
        ):
            role = role[: cut.start()]
        cut = _CUT.search(role, cut.end())
    role = tidy(_TAIL.sub("", tidy(_LEAD.sub("", role))))
    role = _LED_ON.sub("", role)
    return role.rstrip(".") if not role.endswith(("Sr.", "Jr.")) else role


# "Airside pass: Loader", "Monarch 10-22871 Stress Engineer".
_HEADING = re.compile(r"[^:]{2,40}:\s+(?P<rest>.+)$")
_CODE_BEFORE = re.compile(
    r".{0,40}?(?<![^\s(#])(?:[A-Z\d]*[-/.]?\d[A-Z\d]*[-/][\w/-]*|\d{4,})[\s,:(–-]+(?P<rest>[A-ZÄÖÜ].+)$"
)
_IN_BRACKETS = re.compile(r"^\(([^()]{4,60})\)(?:\s|$)")


def bare_title(text: str) -> str:
    """Return a title without what a subject says around it: "Lab Manager search"."""
    inner = _IN_BRACKETS.match(text)
    text = inner.group(1) if inner else text
    for lead in (_HEADING, _CODE_BEFORE):
        found = lead.match(text)
        if found is not None and is_role_like(found["rest"]):
            text = tidy(found["rest"])
    words = text.split()
    while len(words) > 1 and words[-1].lower().strip(".,:") in _words("title_tails"):
        words.pop()
    while len(words) > 1 and words[0].lower().strip(".,:") in _words("title_leads"):
        words.pop(0)
    bare = clean_role(" ".join(words))
    return bare if is_role_like(bare) else text


# "Liebe:r Sascha" is nobody's title, "Herr Meister Jäckle" is a person.
_ADDRESSED = re.compile(
    r"(?:sehr geehrte\w*|liebe[rs]?|liebe:r|lieber|herrn?|frau|mr|mrs|ms|beim?|dear|guten|hallo)\b",
    re.IGNORECASE,
)
# "When your letter arrived, the position …", "stanowisko było już zajęte": what happened, and no title.
_HAPPENED = re.compile(
    r"(?:\w+ )?(?:letter|e-?mail|note|message|application|cv) (?:arrived|came|reached|got|was|had)\b"
    r"|(?:był[aoy]?|są|został[aoy]?) (?:już |niestety )?\w",
    re.IGNORECASE,
)


@cache
def _words_of_hiring() -> tuple[str, ...]:
    return fact_words("hiring_people")


# "1:00 Ida Roe, CEO" is a line of a day's plan.
_CLOCK = re.compile(r"\d{1,2} ?(?:[AaPp]\.?[Mm]|Uhr)\b|\d{1,2}[:.]\d{2}\b")
# "Geschäftsführerin Dr" was cut inside somebody's name.
_CUT_NAME = re.compile(r"\s(?:Dr|Prof|Mag|Dipl|Mrs?|Ms|Frau|Herrn?)\.?$")
# "Suite à votre entretien du 15 avril", "la selezione del 3 marzo": months in ten languages.
_DAY = re.compile(
    r"\d{1,2}(?:er|º|°|\.)? (?:de )?(?:jan|fe[bv]|fév|mar[sczt]|mär|apr|avr|abr|ma[iyj]|mag|giu|jun|jui|jul|lug|aug|aoû|ago"
    r"|sep|set|okt|o[cu]t|ott|nov|de[czs]|déc|dic|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|oca|şub|nis|haz|tem|ağu|eyl|eki|kas|ara)\w*"
    r"(?: \d{4})?",
    re.IGNORECASE,
)


_STAFF = re.compile(
    r"\d+ (?:mitarbeite\w*|beschäftigte\w*|kolleg\w+|employees|staff|people|colleagues)\b",
    re.IGNORECASE,
)


# "Invito a colloquio ORT-77310": the number of an application where its title would be.
_NUMBERED = re.compile(r"[A-Z]{2,6}[-_/]?\d{3,}")


# "The Saturday role", "a weekend job", "der Samstagsjob": when, and not what.
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|sonnabends?|wochenende)"
    r"(?:[ /&-]+(?:and |und )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?))?",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_plausible_role(role: str) -> bool:
    """Say whether a cleaned text can stand as a job title, alone on a line."""
    if not 2 <= len(role) <= _LONGEST_CHARS or role.isdigit() or _is_time(role):
        return False
    if is_of_kin(role) and not _is_work_behind_kin(role):
        return False
    if _WEEKDAY.fullmatch(role):
        return False
    low = role.lower()
    words = _WORD.findall(low)
    if low.endswith(" ds"):  # "specjalista ds. projektów", cut at its full stop
        return False
    if not 1 <= len(words) <= _LONGEST_WORDS or low in _words("never_role"):
        return False
    if low.startswith(_words_of_hiring()) or _ADDRESSED.match(role):
        return False
    if _CUT_NAME.search(role) or _STAFF.match(role) or _HAPPENED.match(role):
        return False
    if _IS_CODE.fullmatch(role) or _NUMBERED.fullmatch(role):
        return False
    if (
        holds_word(_VE.sub(" ", _FIELDS.sub("", _PHD.sub("", role))), kind="role_noise")
        or "@" in role
        or "://" in role
    ):
        return False
    never = _words("never_role")
    return not all(word in never or word in _words("seniority") for word in words)


def _is_work_behind_kin(role: str) -> bool:
    """Say whether work follows kin: "Father and Son Support Worker", not "Weber & Co. Architects"."""
    behind = behind_kin(role)
    return not behind.startswith(".") and is_role_like(behind)


# "Building C", "Room 214", "2nd floor", "Haus 3", "bâtiment B": where one goes.
_PART_OF_HOUSE = re.compile(
    r"(?:building|bldg\.?|room|suite|floor|level|block|wing|gate|entrance|lab|hall|tower|gebäude|haus|raum|zimmer|trakt|halle|tor|eingang"
    r"|aufgang|etage|stock|bâtiment|bât\.?|salle|porte|étage|bureau|edificio|planta|sala|aula|piso|piano|scala|gebouw|lokaal|verdieping"
    r"|budynek|sala|pokój|piętro|bina|kat|salon|hus|våning|rum|edifício|andar) (?:[a-z]|[a-z]?-?\d{1,4}[a-z]?|[ivx]{1,4})"
    r"|\d{1,2}(?:st|nd|rd|th|\.|er?|ème|º|ª)? (?:floor|level|stock|etage|étage|planta|piso|piano|verdieping|piętro|kat|våning|andar)",
    re.IGNORECASE,
)


def is_no_title(text: str) -> bool:
    """Say whether a text never is a title: "d'accordo", or "07 PM" of a time."""
    is_cut = _CUT_NAME.search(text) is not None
    is_other = is_cut or _is_time(text) or _IS_CODE.fullmatch(text) is not None
    is_other = is_other or _PART_OF_HOUSE.fullmatch(text) is not None
    return text.lower() in _words("never_role") or is_other


def _is_time(text: str) -> bool:
    return bool(_CLOCK.match(text) or _DAY.fullmatch(text))


@lru_cache(maxsize=8192)
def role_key(role: str) -> str:
    """Return the title as titles are compared: plain lower-case words.

    Gender markers, inclusive endings, numbers of the opening and places in brackets
    go; seniority stays: "Sr. Data Engineer (m/w/d) (Berlin)" → "senior data engineer".
    """
    text = _INCLUSIVE.sub("", _GENDER.sub(" ", role))
    text = _BARE_NUMBER.sub(" ", text)
    seniority = _words("seniority")

    def kept(found: re.Match[str]) -> str:
        inner = found.group(1) or found.group(2) or ""
        return f" {inner} " if inner.lower().strip(". ") in seniority else " "

    # "İ" in lower case is an "i" and a dot that would part the word.
    text = _BRACKETS.sub(kept, text).replace("İ", "i").lower()
    text = text.replace(".net", " dotnet ")
    text = unicodedata.normalize("NFKC", text).replace("&", " and ")
    text = text.replace("co-ordinat", "coordinat")
    segments = [part for part in re.split(r"\s+[-–|]\s+|,\s", text) if part.strip()]
    while len(segments) > 1 and segments[-1].strip(" .") in _words("generic_places"):
        segments.pop()
    words = _WORD.findall(" ".join(segments).translate(UMLAUTS))
    return " ".join(_SPELLINGS.get(word, _FEMININE.sub("", word)) for word in words)


def is_spelled_out(role: str) -> bool:
    """Say whether no word of a title is shortened: "Sr. Controls Tech" has two."""
    return _SHORTENED.isdisjoint(_WORD.findall(role.lower()))


def seniority_of(key: str) -> frozenset[str]:
    """Return the words of a role key that say how senior the role is."""
    return frozenset(key.split()) & _words("seniority")


def contains_words(longer: str, shorter: str) -> bool:
    """Say whether the words of one key stand together, in order, in another."""
    return f" {shorter} " in f" {longer} "
