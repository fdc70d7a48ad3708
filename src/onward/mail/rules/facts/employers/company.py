"""A text that may name the employer: cleaned, and told from a title or a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.mail.rules.basics.american import AMERICAN, SHORT_AMERICAN
from onward.mail.rules.basics.places import places_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.employers.branch_offices import (
    is_branch_office,
    without_branch_office,
)
from onward.mail.rules.facts.employers.hiring_offices import is_hiring_office
from onward.mail.rules.facts.employers.names import (
    UPPER,
    has_legal_form,
    is_of_kin,
    is_plausible_name,
    name_words,
    says_kind,
    tidy,
    without_team_words,
)
from onward.mail.rules.facts.employers.wards import house_of_ward, is_ward
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.role import (
    holds_word,
    is_role_like,
    says_work,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name, where it was found and how far that place can be trusted."""

    name: str
    place: str
    weight: float


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fact_words(kind))


_POSSESSIVE = re.compile(r"'s(?=\s[^A-ZÄÖÜ]|$).*$")
_SAINT = re.compile(r"^St\.? \w+'s$")
# "RU-LAW-18", "Job 7731", "ECH/11/PH": how an opening is called, not an employer.
_CODE = re.compile(
    r"(?:(?:job|ref|req|vacancy|post|id|nr)\.? )?#?(?=\S*\d)[A-Z\d]+(?:[-/_.][A-Z\d]+)+|(?:job|ref|req|post|id|nr)\.? #?\d+",
    re.IGNORECASE,
)
# "Time 10": how an hour is told.
_HOUR = re.compile(
    r"(?:time|uhrzeit|heure|hora|ora|tijd|godzina|saat|tid):? \d{1,2}", re.IGNORECASE
)
# "Ward 7B", "Dock C": a part of an employer that a number or a letter tells from others.
_NUMBERED = re.compile(
    r"(?:ward|room|level|floor|unit|block|grade|band|gate|bay|station|abteilung|saal|zimmer|raum|lager) \w{0,2}\d\w{0,3}"
    r"|(?:dock|door|gate|entrance|building|block|room|hall|wing|bay|unit|level|floor|ward|tor|halle|gebäude|haus|eingang|raum|saal|zimmer"
    r"|porte|bâtiment|salle|quai|puerta|edificio|sala|muelle|porta|portone|edifício|gebouw|ingang|poort|zaal|brama|budynek|wejście|port|ingång|byggnad|kapı|bina)"
    r" (?:[a-z]|\d{1,3})",
    re.IGNORECASE,
)
# "Gebouw De Brink": where one meets.
_BUILDING = re.compile(
    r"(?:gebouw|gebäude|bâtiment|edificio|edifício|budynek|byggnaden?|zaal|bovenzaal|wijkkantoor|wijkgebouw|buurthuis) \w.*",
    re.IGNORECASE,
)
# "11:30am (Eastern Time - US & Canada)", "3:30pm Eastern Time - New York": by which clock an hour is told.
_CLOCK = (
    r"(?:(?:us |u\.s\. )?(?:eastern|central|mountain|pacific|atlantic|alaska|hawaii|central european|eastern european|western european"
    r"|gulf|british|irish|united kingdom|greenwich mean|local)(?: (?:standard|daylight|summer))? time|greenwich mean time"
    r"|(?:mittel|ost|west)europäische (?:normal|sommer)?zeit|ortszeit"
    r"|heure (?:d'été |normale |avancée )?(?:d'|de l'|du )(?:europe (?:centrale|de l'(?:est|ouest))|est|atlantique|pacifique|centre)"
    r"|(?:hora|horário) (?:de verano |de verão |estándar |padrão )?(?:de|da|do|del) (?:la )?"
    r"(?:europa (?:central|oriental|occidental|ocidental)|este|leste|pacífico|brasília|centro)"
    r"|ora (?:legale |standard |solare )?dell'europa (?:centrale|orientale|occidentale)|(?:midden|west|oost)-europese (?:zomer|standaard)?tijd"
    r"|czas (?:letni |standardowy )?\w+europejski(?: (?:letni|standardowy))?|(?:central|väst|öst)europeisk (?:sommar|normal)?tid"
    r"|(?:orta|batı|doğu) avrupa (?:yaz |standart )?saati|türkiye saati)"
)
_CLOCK_OF = re.compile(rf"{_CLOCK}(?: - .+)?", re.IGNORECASE)
_CLOCK_TOLD = re.compile(rf"\b{_CLOCK}\b", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:g['’]day|hiya|howya|hi|hey|dear|yo|moin|servus|tach|liebe[rs]?|liebe:r|werter?)\b",
    re.IGNORECASE,
)
_BOARD_OF = re.compile(
    r"^(?:board|governors|trustees|directors|members|management) of (?:the )?(?=\S+ \S)",
    re.IGNORECASE,
)
# "bei uns in der Speicherstraße 4" says where, not at whose place.
_STREET = re.compile(
    r".*(?:str(?:aße|asse|\.)|weg|gasse|allee|platz|damm|ufer|chaussee|straat|laan|gatan|vägen"
    r"|\b(?:street|road|avenue|lane|square)) \d{1,4} ?[a-z]?"
    r"|\d{1,5}[a-z]? .*\b(?:street|st|road|rd|avenue|ave|lane|square|parkway|pkwy|boulevard|blvd|drive|highway|hwy|crescent|terrace)"
    # "14 Fenner Place Dublin 2": what is numbered and ends as streets do. "3 Park Dental" is a practice.
    r"|(?:(?:nos?\.?|number) ?)?\d{1,5}[a-z]?(?:[-–/]\d{1,4}[a-z]?)?,? (?:[\w'’.-]+ ){1,4}"
    r"(?:place|quay|row|court|green|park|parade|mews|close|way|hill|wharf|gardens|grove|walk|yard|dock|circus|embankment"
    r"|alley|approach|esplanade|rise|vale|mall|strand|gate|view|villas|terrace|lane|street|square|road|avenue)(?: [a-z]+ \d{1,2}[a-z]?)?"
    r"|\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|quai|place|cours|impasse|chemin|passage|allée|boulevard|faubourg|esplanade|route) .*"
    r"|place (?:de la|du|des|de|d.) ?.*\D,? ?\d{1,4}[a-z]?"
    r"|(?:rue|quai|cours|corso|via|viale|piazza|piazzale|vicolo|largo|calle|avenida|avda\.|paseo|plaza|ronda|rua|praça|travessa|estrada"
    r"|ulica|ul\.|plac|pl\.|aleja|al\.|aleje|rondo) .*\D,? (?:n[º°.]? ?)?\d{1,4}[a-z]?"
    r"|.*(?:kade|plein|gracht|singel|dijk|dreef|torget|kajen|gränd|platsen|promenade|kai) \d{1,4} ?[a-z]?"
    r"|.* (?:caddesi|sokağı|bulvarı|cad\.|sok\.|sk\.|blv\.|meydanı),?(?: no:? ?\d{1,4}[a-z]?| \d{1,4}[a-z]?)"
    # "4410 Gantz Rd Grove City": in America the town follows without a comma.
    r"|\d{1,5}[a-z]? (?:\S+ ){1,3}(?:rd|ave|blvd|pkwy|hwy|dr|ln)\.?(?: [a-z.'-]+){1,3}"
    # "88 Polaris Ct"
    r"|\d{1,5}[a-z]? (?:[\w'’.-]+ ){1,4}(?:ct|cir|trl|ln|pkwy)\.?"
    # "Could we talk at 2 Eastern?"
    rf"|(?:1[0-2]|[1-9]) (?:{AMERICAN}|{SHORT_AMERICAN})(?: (?:standard|daylight))?(?: time)?"
    r"|\w+er (?:straße|strasse|allee|platz|gasse)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"\b\d{5} [A-ZÄÖÜ][a-zäöüß]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|, [A-Z]{2} \d{5}$"
)
# "Concours 2026-140-E", "Pratica TA-26-4471": what a number is of, and no employer.
_OF_NUMBER = re.compile(
    r"(?:dossier|concours|affichage|avis|offre|poste|pratica|selezione|concorso|bando|expediente|proceso|convocatoria|referencia"
    r"|vorgang|akte|aktenzeichen|kennziffer|verfahren|ausschreibung|file|case|competition|posting|requisition|reference|opportunity"
    r"|zaak|vacature|vacaturenummer|sprawa|nabór|rekrutacja|processo|concurso|edital|vaga|ärende|diarienummer|annons|dosya|ilan|r[ée]f)"
    r"\.?(?: (?:n[or°º]\.?|num\w+))?[ :#]+(?=\S*\d)[A-Z\d]+(?:[-/_.][A-Z\d]+)+",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:pdf|docx?|odt|rtf|xlsx?|pptx?|zip|jpe?g|png)$", re.IGNORECASE)
# "Geschäftsstelle Lebenshaus e. V.": the office of a house that is named in full.
_OFFICE = re.compile(
    r"^(?:Geschäftsstelle|Hauptgeschäftsstelle|Landesgeschäftsstelle|Geschäftsführung|Personalabteilung|Personalbüro|Verwaltung)"
    r"(?: (?:der|des|vom))? (?=\S+ .*\b(?:e\. ?V|g?GmbH|AG|eG|mbH)\b)"
)
# "Beim Energieversorger", "ein Automobilzulieferer": of what kind a firm is, alone, is no name.
_KIND_ALONE = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:versorgers?|zulieferers?|dienstleisters?|herstellers?|betreibers?|großhändlers?|konzerns?)"
)
# "Viel Glück bei der Stellensuche!": what one is wished well for is nobody's house.
_WISHED_FOR = re.compile(
    r"[a-zäöü-]*suche|(?:(?:lehr)?abschluss|aufnahme)?prüfung(?:en)?|(?:berufs|studien|stellen)wahl"
    r"|(?:berufs|karriere|lebens|zukunfts)planung|umschulung"
    r"|(?:job|work|career) (?:search|hunt|hunting|seeking|move)",
    re.IGNORECASE,
)
# "Larch People Ltd | Licensed Employment Agency": what agencies say of themselves.
_MOTTO = re.compile(
    r"(?:(?:a|an|the|your|our|fully) ){0,2}(?:licen[sc]ed|registered|approved|accredited|specialist|independent|leading)"
    r"(?: \w+){0,2} (?:employment|recruitment|staffing) (?:agency|business|consultancy|specialists)"
    r"|.* (?:agency|employer|supplier|partner) of choice",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^\d{1,4} (?=\w)")
_ARTICLE = re.compile(
    r"^(?:the|die|der|das|dem|den|our|your|firma|company|unternehmen) "
)
# "L'équipe RH de Pont Neuf" signs for Pont Neuf, "© 2026 Pont Neuf SA" stands below it.
_BEFORE_NAME = re.compile(
    r"^(?:(?:©\s*)?20[12]\d\s+(?-i:(?=[A-ZÀ-Þ]))"
    # For whom an agency looks: "bei unserem Kunden Kornkontor GmbH".
    r"|(?:(?:unser\w*|our|notre|nuestro|nostro|nosso|onze|vår)\s)?"
    r"(?:kunden|kundin|kundenunternehmen|mandanten|mandantin|auftraggeber(?:in|s)?|klanten|kunder)"
    r"\s(?-i:(?=[A-ZÀ-Þ]))"
    r"|(?:our|notre|nuestro|nostro|nosso|onze|vår|naszego|nasz)\s"
    r"(?:client|cliente|klant|opdrachtgever|kund|klienta?)\s(?-i:(?=[A-ZÀ-Þ]))"
    r"|fa\.\s(?-i:(?=[A-ZÀ-Þ]))|träger\s(?=[^\n]{3,60}\b(?:ggmbh|gug|e\. ?v|stiftung)\b)"
    r"|(?:l['’]équipe|el equipo|il team|a equip[ae]|het team|teamet|das team)"
    r"(?:\s(?:rh|hr|recrutement|talents?|people|de (?:recrutement|selección|talento)))?"
    r"\s(?:(?:de la|de|du|des|di|del|della|da|do|van|von|på|chez|bei)\s|d['’])?(?-i:(?=[A-ZÀ-Þ])))",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:as|for|and|in|on|is|has|to|from|via|by|or|als|und|für|im|am|an|auf|zum|zur|haben|ist|hat|wurde|gesendet|versendet|eingegangen|erhalten|beworben|geantwortet|received|submitted|confirmed|recruiting|careers|team|hiring)$",
    re.IGNORECASE,
)
_FULLER_NAME = re.compile(r"[A-ZÄÖÜ][\w&'.-]+(?: [A-ZÄÖÜ&][\w&'.-]*)?")
_CUT_ASSOCIATION = re.compile(r"\se\. ?V$")
_CUT = re.compile(
    r" - |\s\||;|,\s(?!(?:Inc|LLC|Ltd|L\.L\.C|Corp|S\.A|S\.L|S\.r\.l|S\.p\.A|Lda|B\.V|PLC|LLP|GmbH|AG|SE)\b)|\s\("
)
# "put you forward to Acme Foods and to Larch Bank": the second is another firm.
_TO_ANOTHER = re.compile(
    r"\s+(?:y|e|and|und|et|en|i|och)\s+(?:a|to|bei|à|chez|presso|naar|bij|do|till|hos)\s+(?=[^\W\d_a-zà-ÿ]).*",
    re.DOTALL,
)
_WORD = re.compile(r"[\w'&+-]+")
# "Interview @ Mon 9 Mar": calendars put the day where an employer could stand.
_DAY_FIRST = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so)[a-z]{0,6}\.?,? "
    r"(?:\d|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*\.? ?\d)"
    r"|\d{1,2}(?::\d\d)? ?[ap]m\b",
    re.IGNORECASE,
)
# "Énergie du Val" speaks to nobody, though "du" does in German and Swedish.
# A joint inside a name is no word of a sentence of some other language: "Ağız ve Diş".
_OF_THE = re.compile(rf"(?<=\w) (?:(?:du|do|we?|ve) (?=[{UPPER}])|nr (?=\d))")
# "Scoil Mhuire na nGrás": nor is it one in an Irish name.
_IRISH = re.compile(
    r"(?:gael)?(?:scoil|choláiste)\b|(?:coláiste|comhairle|bord|áras|údarás|conradh|naíonra|foras|cumann) ",
    re.IGNORECASE,
)
_OF_THE_IRISH = re.compile(r"(?<=\w) na (?=\w)")
# Nor is "Norrkraft Personal", who hires people out, what somebody works as.
_PARTNERS = re.compile(
    r"\s(?:&|und|and|\+)\s(?:Partners?|Associates)\b|(?<=\w)\sPersonal$", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def clean_company(text: str, *, keeps_possessive: bool = False) -> str:
    """Return a captured name without articles, team words and what follows it."""
    name = without_team_words(_BEFORE_NAME.sub("", tidy(_TO_ANOTHER.sub("", text))))
    name = _ARTICLE.sub("", _CUT.split(name, maxsplit=1)[0])
    if not keeps_possessive and not _SAINT.match(name):
        name = _POSSESSIVE.sub("", name)
    shorter = _TAIL.sub("", name)
    while shorter != name:
        name, shorter = shorter, _TAIL.sub("", shorter)
    name = _TAIL.sub("", without_team_words(tidy(name)))
    if name.endswith("'s") and not keeps_possessive and not _SAINT.match(name):
        name = name[:-2]
    name = without_branch_office(house_of_ward(without_office(without_board(name))))
    if _CUT_ASSOCIATION.search(name):
        return f"{name}."
    if name.endswith(".") and not (has_legal_form(name) or name.endswith(" Zn.")):
        name = name.rstrip(".")
    return name


def without_board(name: str) -> str:
    """Return "Hill School" for "Board of Hill School"; "Board of Trade" stays."""
    rest = _BOARD_OF.sub("", name)
    return rest if says_kind(rest) else name


def without_office(name: str) -> str:
    """Return "Lebenshaus e. V." for "Geschäftsstelle Lebenshaus e. V."."""
    return _OFFICE.sub("", name)


# "County of Marin" is no seaman's.
_PUBLIC = re.compile(
    r"(?:County|City|Town|State|Borough|Township|Province|Commonwealth) of [A-Z]"
)


@lru_cache(maxsize=4096)
def is_company(name: str) -> bool:
    """Say whether a cleaned text can stand as an employer's name."""
    if not is_plausible_name(name):
        return False
    low = lower(name)
    if _GREETING.match(name) and not has_legal_form(name):
        return False
    if low in _words("never_alone") or low in name_words().meeting_states:
        return False
    if _DAY_FIRST.match(name) or _day().fullmatch(low) or _CODE.fullmatch(name):
        return False
    if is_kind_of_firm(name) or is_motto(name) or _is_no_house(name):
        return False
    is_place = is_address(name) or _POSTCODE.search(name) or is_building(name)
    if (
        is_place
        or _CLOCK_OF.fullmatch(name)
        or _NUMBERED.fullmatch(name)
        or _FILE.search(name)
        or is_of_number(name)
    ):
        return False
    words = _WORD.findall(low)
    if not (has_legal_form(name) or is_of_kin(name)):
        bare = _PARTNERS.sub("", name)
        is_title = is_role_like(bare) and not _PUBLIC.match(name)
        if (is_title and not _is_of_family(bare)) or holds_word(
            _without_joints(name), kind="never_company"
        ):
            return False
        is_lower_case = name[0].islower() and name == low
        if is_lower_case and (
            len(words) > 2 or any(w in _words("never_alone") for w in words)
        ):
            return False
    return (
        words[0] not in {"the", "and", "or", "of", "for", "in", "on", "a", "an"}
        or len(words) > 1
    )


def _is_no_house(name: str) -> bool:
    if _WISHED_FOR.fullmatch(name) or _HOUR.fullmatch(name):
        return True
    return is_hiring_office(name) or is_ward(name) or is_branch_office(name)


def _without_joints(name: str) -> str:
    bare = _OF_THE.sub(" ", name)
    return _OF_THE_IRISH.sub(" ", bare) if _IRISH.match(name) else bare


def is_of_number(name: str) -> bool:
    """Say whether a name is that of a file or an opening with its number: "Dossier TA-26-4471"."""
    return _OF_NUMBER.fullmatch(name) is not None


def is_building(name: str) -> bool:
    """Say whether a name is that of where one meets: "Gebouw De Brink"."""
    return _BUILDING.fullmatch(name) is not None


def is_of_clock(name: str, *, text: str) -> bool:
    """Say whether a name is that of a clock, or stands in a text as part of one alone: "Europa Ocidental"."""
    if _CLOCK_OF.fullmatch(name):
        return True
    clocks = [found.span() for found in _CLOCK_TOLD.finditer(text)]
    places = list(places_of(name, text)) if clocks else []
    return bool(places) and all(
        any(start <= place[0] and place[1] <= end for start, end in clocks)
        for place in places
    )


def is_address(name: str) -> bool:
    """Say whether a name is a street with its number: "4410 Gantz Rd Grove City"."""
    return _STREET.fullmatch(name) is not None


def is_motto(text: str) -> bool:
    """Say whether words tell what an agency is, and not which: "Licensed Employment Agency"."""
    return _MOTTO.fullmatch(text) is not None


def is_kind_of_firm(text: str) -> bool:
    """Say whether a lone word tells of what kind a firm is, and not which: "Energieversorger"."""
    return _KIND_ALONE.fullmatch(text) is not None


@cache
def _day() -> re.Pattern[str]:
    """Return what a day of a month is, in any language: "march 10", "10. märz"."""
    months = "|".join(m for t in tables("when").values() for m in t.get("months", ()))
    return re.compile(
        rf"(?:{months})\.? \d{{1,2}}(?:st|nd|rd|th|\.)?"
        rf"|\d{{1,2}}(?:st|nd|rd|th|\.)? (?:de )?(?:{months})\.?"
    )


def _is_of_family(name: str) -> bool:
    """Say whether a surname that was a trade stands before what the firm does: "Weber Optik"."""
    family, _, does = name.partition(" ")
    if is_role_like(does) or not says_kind(does):
        return False
    # What is also somebody's work, as a cook's, heads a title: "Cook Harbour Hotel".
    is_one = " " not in does and family.lower() in name_words().families
    return is_one or not says_work(family)


def accepted(
    text: str, *, weight: float, place: str, possessive: bool = False
) -> list[Candidate]:
    """Return the employer that a text names once it is cleaned, or nothing."""
    name = clean_company(text, keeps_possessive=possessive)
    return [Candidate(name, place, weight)] if name and is_company(name) else []
