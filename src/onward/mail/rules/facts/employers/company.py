"""The employer of a hiring mail: names found in several places, chosen by agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.contact import (
    has_given_name,
    is_person,
    person_name,
)
from onward.mail.rules.facts.employers.first_name import behind_first_name
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    has_legal_form,
    is_plausible_name,
    label_variants,
    name_of_label,
    name_words,
    parted_label,
    registrable_label,
    says_kind,
    tidy,
    without_marks,
    without_team_words,
)
from onward.mail.rules.facts.employers.surnames import is_surname_of
from onward.mail.rules.facts.employers.units import without_units
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words, load_facts
from onward.mail.rules.facts.systems import (
    SystemKind,
    system_of_host,
    tenants,
)
from onward.mail.rules.facts.titles.role import holds_word, is_role_like
from onward.mail.rules.types import Address


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
# "Ward 7B", "Room 12": a part of an employer that a number tells from others.
_NUMBERED = re.compile(
    r"(?:ward|room|level|floor|unit|block|grade|band|gate|bay|station|abteilung|saal|zimmer|raum|lager) \w{0,2}\d\w{0,3}",
    re.IGNORECASE,
)
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
    r"|\d{1,4}[a-z]? .*\b(?:street|st|road|rd|avenue|ave|lane|square|parkway|pkwy|boulevard|blvd|drive|highway|hwy|crescent|terrace)"
    r"|\w+er (?:straße|strasse|allee|platz|gasse)",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"\b\d{5} [A-ZÄÖÜ][a-zäöüß]|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|, [A-Z]{2} \d{5}$"
)
_COUNT = re.compile(r"^\d{1,4} (?=\w)")
_ARTICLE = re.compile(
    r"^(?:the|die|der|das|dem|den|our|your|firma|company|unternehmen) "
)
# "L'équipe RH de Pont Neuf" signs for Pont Neuf, "© 2026 Pont Neuf SA" stands below it.
_BEFORE_NAME = re.compile(
    r"^(?:(?:©\s*)?20[12]\d\s+(?-i:(?=[A-ZÀ-Þ]))"
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
# Nor is "Norrkraft Personal", who hires people out, what somebody works as.
_PARTNERS = re.compile(
    r"\s(?:&|und|and|\+)\s(?:Partners?|Associates)\b|(?<=\w)\sPersonal$", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def clean_company(text: str, *, keeps_possessive: bool = False) -> str:
    """Return a captured name without articles, team words and what follows it."""
    name = without_team_words(_BEFORE_NAME.sub("", tidy(text)))
    name = _ARTICLE.sub("", _CUT.split(name, maxsplit=1)[0])
    if not keeps_possessive and not _SAINT.match(name):
        name = _POSSESSIVE.sub("", name)
    shorter = _TAIL.sub("", name)
    while shorter != name:
        name, shorter = shorter, _TAIL.sub("", shorter)
    name = _TAIL.sub("", without_team_words(tidy(name)))
    if name.endswith("'s") and not keeps_possessive and not _SAINT.match(name):
        name = name[:-2]
    name = without_board(name)
    if _CUT_ASSOCIATION.search(name):
        return f"{name}."
    if name.endswith(".") and not has_legal_form(name):
        name = name.rstrip(".")
    return name


def without_board(name: str) -> str:
    """Return "Hill School" for "Board of Hill School"; "Board of Trade" stays."""
    rest = _BOARD_OF.sub("", name)
    return rest if says_kind(rest) else name


@lru_cache(maxsize=4096)
def is_company(name: str) -> bool:
    """Say whether a cleaned text can stand as an employer's name."""
    if not is_plausible_name(name):
        return False
    low = lower(name)
    if _GREETING.match(name) and not has_legal_form(name):
        return False
    if low in _words("never_alone") or _DAY_FIRST.match(name) or _CODE.fullmatch(name):
        return False
    if _NUMBERED.fullmatch(name) or _STREET.fullmatch(name) or _POSTCODE.search(name):
        return False
    words = _WORD.findall(low)
    if not has_legal_form(name):
        if is_role_like(_PARTNERS.sub("", name)) or holds_word(
            _OF_THE.sub(" ", name), kind="never_company"
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


def accepted(
    text: str, *, weight: float, place: str, possessive: bool = False
) -> list[Candidate]:
    """Return the employer that a text names once it is cleaned, or nothing."""
    name = clean_company(text, keeps_possessive=possessive)
    return [Candidate(name, place, weight)] if name and is_company(name) else []


# "Rohde Optik (via DocuSign)", "Rohde Optik über JobPortal".
CARRIED_BY = re.compile(r"\s*(?:\((?:via|über)\b[^()]*\)|\s(?:via|über)\s.+)$")
# What is looked for, before the word that says that people are: "Pilot Recruitment".
_WHO_IS_SOUGHT = frozenset(
    [
        *("graduate", "graduates", "volunteer", "volunteers", "crew", "apprentice"),
        *(
            "apprentices",
            "seasonal",
            "student",
            "trainee",
            "pilot",
            "driver",
            "clinical",
        ),
    ]
)
_FEWEST_WORDS = 2
# "Universität Rabenau, Berufungen": what follows a comma wrote, where it is one word.
_UNIT_BEHIND = re.compile(
    r",\s+(?!(?:Inc|LLC|Ltd|LLP|Corp|PLC|GmbH|AG|SE)\b)[^\W\d_][\w-]*$"
    r"|\s[-–—|·]\s(?i:(?:\S+ ){0,2}\S*(?:abteilung|amt|dienste?|verwaltung|dezernat|referat"
    r"|services?|büro|stelle|leitung|personal|bewerbungen|office|department|unit))$"
)
_SCHEMES = frozenset({"program", "programme", "scheme", "academy", "internships"})


@lru_cache(maxsize=4096)
def bare_name(display: str) -> str:
    """Return a sender's name without the part that wrote: "Zephyr Air Pilot Recruitment"."""
    whole = tidy(_UNIT_BEHIND.sub("", CARRIED_BY.sub("", display)))
    name = without_team_words(without_units(whole))
    words = name.split()
    is_sought = name != whole or (words and words[-1].lower() in _SCHEMES)
    if words and words[-1].lower() in _SCHEMES and _is_sought(words[-2:-1]):
        words.pop()
    while is_sought and len(words) > _FEWEST_WORDS and _is_sought(words[-1:]):
        words.pop()
    return " ".join(words)


def _is_sought(words: list[str]) -> bool:
    return any(word.lower() in _WHO_IS_SOUGHT or is_role_like(word) for word in words)


def from_display(material: Material) -> Iterator[Candidate]:
    """Yield employers in the sender's display name: "Acme Careers", "Jane from Acme"."""
    sender = material.message.sender
    display = tidy(sender.name)
    vendor = system_of_host(sender.domain)
    if not display or display.lower() == sender.address:
        return
    if "@" in display and " " not in display and "." in display.rpartition("@")[2]:
        yield from _from_domain(display.rpartition("@")[2], material=material, weight=2)
        return
    # What a person or a tool for meetings writes here is a person's name.
    is_relayed = sender.local_part.startswith(vendor.replies or ("\n",))
    is_tool = bool(vendor.name) and vendor.kind is SystemKind.SCHEDULER
    last = compact(company_key(display.split()[-1]))
    is_own = bool(last) and is_person(sender) and last in sender.local_part
    is_own = is_own or _is_mailbox_of(display.lower(), sender=sender)
    if is_relayed or is_tool or is_own or behind_first_name(material):
        return
    phrased = _phrase_in_display(display, sender=sender)
    if phrased is not None:
        yield from phrased
    elif not is_person(sender) and not is_plain_person(display):
        shown = bare_name(display)
        if shown != display and _is_first_name(shown, sender=sender):
            return
        weight = 3.0 if shown != display else 2.0
        if vendor.name and vendor.kind is SystemKind.JOB_BOARD:
            weight = 1.0
        yield from accepted(shown or display, weight=weight, place="display")


def _is_first_name(name: str, *, sender: Address) -> bool:
    """Say whether a given name is all that stands beside a team: "Lidia HR"."""
    is_one = " " not in name and has_given_name(name)
    return is_one and name.lower() not in sender.domain


def _is_mailbox_of(name: str, *, sender: Address) -> bool:
    """Say whether one first name is all that is shown: "Hans <hans@lodge.example>"."""
    is_shown = sender.local_part.startswith(name) and " " not in name
    return is_shown and name not in registrable_label(sender.domain)


def _phrase_in_display(display: str, *, sender: Address) -> list[Candidate] | None:
    """Return what the first fitting phrase finds, or None where no phrase fits."""
    for facts in load_facts():
        for pattern in facts.display:
            found = pattern.expression.search(display)
            if found is not None:
                name = found.group("company")
                before = display[: found.start("company")]
                is_surname = is_surname_of(sender, name=name, before=before)
                if is_surname or _is_first_name(name, sender=sender):
                    return []
                return accepted(name, weight=pattern.weight, place="display")
    return None


def is_plain_person(display: str) -> bool:
    """Say whether a sender shows a given name and a surname, and nothing else."""
    name = person_name(display)
    is_firm = len(name.split()) > 2 and says_kind(name)
    is_whole = bool(name) and has_given_name(name) and len(name.split()) >= 2
    return is_whole and not is_firm


def _spelled(label: str, *, material: Material) -> str:
    """Return how the text itself writes the name that a domain label runs together."""
    for variant in label_variants(label):
        for text in (
            material.subject,
            tidy(material.message.sender.name),
            material.prose,
        ):
            found = _find_spelling(variant, text=text)
            if found:
                return found
    return ""


_TOKEN = re.compile(r"[^\W_]+")
_MOST_PARTS = 5


def _find_spelling(compact_name: str, *, text: str) -> str:
    start_with = compact_name[:2]
    # "Städvinden" is what stadvinden.example stands for.
    low = without_marks(text.lower())
    place = low.find(start_with)
    while place != -1:
        if place == 0 or not low[place - 1].isalnum():
            end = _spelling_end(compact_name, text=low, start=place)
            if (
                end
                and text[max(0, place - 1)] not in "@/."
                and text[end : end + 1] != "@"
            ):
                return text[place:end]
        place = low.find(start_with, place + 1)
    return ""


def _spelling_end(compact_name: str, *, text: str, start: int) -> int:
    """Return where words that read as the compact name end, or 0."""
    joined = ""
    last = start
    for count, found in enumerate(_TOKEN.finditer(text, start, start + 60)):
        gap = text[last : found.start()]
        if count >= _MOST_PARTS or len(gap) > 3 or "\n" in gap:
            return 0
        joined += found.group()
        last = found.end()
        if joined == compact_name:
            return last
        if not compact_name.startswith(joined):
            return 0
    return 0


def _from_domain(
    domain: str, *, material: Material, weight: float = 1.0
) -> Iterator[Candidate]:
    """Yield the employer that an address of its own names, as the text spells it."""
    if not domain or domain in name_words().free_mail or system_of_host(domain).name:
        return
    label = registrable_label(domain)
    yield from _from_label(label, material=material, place="domain", weight=weight)


def _from_label(
    label: str, *, material: Material, place: str, weight: float
) -> Iterator[Candidate]:
    if len(label) < 2 or not any(c.isalpha() for c in label):
        return
    spelling = _spelled(label, material=material)
    if spelling and is_company(tidy(spelling)):
        yield Candidate(tidy(spelling), place, weight + 1)
        return
    name = (
        parted_label(label)
        or _of_owner(label, sender=material.message.sender)
        or name_of_label(label)
    )
    is_run_together = " " not in name and len(name) >= _SHORTEST_RUN_TOGETHER
    if is_run_together and place == "domain" and is_person(material.message.sender):
        # "brandtcurzon" may be Brandt Curzon or Brandt & Curzon: nothing says which.
        return
    if name and is_plausible_name(name) and name.lower() not in _words("never_alone"):
        yield Candidate(name, place, weight)


_SHORTEST_RUN_TOGETHER = 12
_SHORTEST_PART = 4


def _of_owner(label: str, *, sender: Address) -> str:
    """Return "Bartram Autos" for "bartramautos" where a Bartram writes from there, or "".

    A trade that begins with "s" may be one behind "Lindahls", which nothing tells.
    """
    family = person_name(sender.name).rpartition(" ")[2]
    plain = compact(company_key(family))
    trade = label.removeprefix(plain)
    is_theirs = len(plain) >= _SHORTEST_PART and trade != label
    if not is_theirs or len(trade) < _SHORTEST_PART or not trade.isalpha():
        return ""
    if trade.startswith("s"):
        return ""
    return f"{family} {trade.capitalize()}"


_WHITE_LABEL = "gh-mail."
"""How a tracking system's own name stands before the employer's domain."""


def from_addresses(material: Material) -> Iterator[Candidate]:
    """Yield employers in the domains of sender and Reply-To and in account names."""
    message = material.message
    for domain in dict.fromkeys((message.sender.domain, message.reply_to.domain)):
        yield from _from_domain(domain, material=material)
    for domain in message.headers.get("dkim-domains", "").split():
        if domain.startswith(_WHITE_LABEL):
            own = domain.removeprefix(_WHITE_LABEL)
            yield from _from_domain(own, material=material)
    for tenant in tenants(message, system=material.system)[:2]:
        yield from _from_label(tenant, material=material, place="tenant", weight=1.0)
