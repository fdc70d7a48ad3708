"""Who wrote: a person or a machine, and whether an answer would reach anybody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.mail.rules.basics.text import UMLAUTS
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.employers.names import (
    is_firm_of_two,
    name_words,
    registrable_label,
    says_kind,
    tidy,
)
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import (
    System,
    SystemKind,
    find_system,
    system_of_host,
)
from onward.mail.rules.types import Address, Message

_NO_REPLY = re.compile(
    r"no[._+-]?(?:t[._-])?repl(?:y|ies)|(?:do?n'?t|do[._-]?not)[._-]?(?:reply|respond|answer)|donot[._-]?reply|no[._-]?response"
    r"|unattended|unmonitored|not[._-]?monitored|noreply|nicht[._-]?antworten|keine[._-]?antwort|bitte[._-]?nicht"
    r"|ne[._-]?pas[._-]?repondre|nepasrepondre|pas[._-]?de[._-]?reponse|no[._-]?responder|nao[._-]?respond|non[._-]?rispond"
    r"|geen[._-]?antwoord|nie[._-]?odpowiada|neodpov|svara[._-]?(?:inte|ej)|ingen[._-]?svar|ikke[._-]?svar|ei[._-]?vasta"
    r"|mailer[._-]?daemon|postmaster|^bounces?\b|auto[._-]?(?:mail|reply|mated|confirm|notification)|^notif(?:y|ications?)\b|[._-]notifications?$|^alerts?\b|^mailer\b|^system\b"
)
_ROLE_BOX = frozenset(
    [
        "careers",
        "career",
        "jobs",
        "job",
        "hr",
        "recruiting",
        "recruitment",
        "recruiter",
        "recruiters",
        "talent",
        "people",
        "hiring",
        "apply",
        "application",
        "applications",
        "bewerbung",
        "bewerbungen",
        "karriere",
        "personal",
        "personalabteilung",
        "info",
        "kontakt",
        "contact",
        "office",
        "hello",
        "team",
        "support",
        "human",
        "resources",
        "candidates",
        "candidate",
        "staffing",
        "mail",
        "admin",
        "service",
        "notification",
        "notifications",
        "ausbildung",
        "interviews",
        "scheduling",
        "updates",
        "vacancies",
        "personnel",
        "geschaeftsstelle",
        "verwaltung",
        "sekretariat",
        "poststelle",
        "personalamt",
        "enquiries",
        "admissions",
        "reception",
        "studio",
    ]
)
_FEWEST_OF_FIRM = 3
_OF_CAREERS = frozenset(
    [
        "careers",
        "career",
        "jobs",
        "job",
        "hr",
        "recruiting",
        "recruitment",
        "talent",
        "hiring",
        "apply",
        "bewerbung",
        "karriere",
    ]
)
_SHORTEST_KIND = 6
_PERSON_WORD = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*\.?")
_ACCENTS = re.compile(r"[\u0300-\u036f]")
_PARTICLES = frozenset({"von", "van", "de", "da", "der", "zu", "del", "la", "bin"})
_TITLES = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|mx|herr|frau|dipl|ing|m\.?a|b\.?a|dt|dyt|ecz|s\.?m\.?m\.?m|y\.?m\.?m|öğr\.? ?gör|stj\.? ?av|uzm\.? ?dr|op\.? ?dr|av(?=\.))\.?(?:-ing\.?)?\s+)+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*(?:\(.*\)|\[.*\])\s*$")
_AFTER_NAME = re.compile(
    r"\s*(?:\(.*\)|\[.*\]|[|,/–]\s.*| - .*|\b(?:from|at|bei|via|@)\s.*)$"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines under the closing words of a mail.

    Attributes:
        name: The person who signed, or "".
        role: What the person does, as written, or "".
        lines: All lines of the block, in order.
    """

    name: str = ""
    role: str = ""
    lines: tuple[str, ...] = ()


def is_no_reply(address: str) -> bool:
    """Say whether the address itself says that nobody reads it, in any language."""
    local, _, domain = address.lower().partition("@")
    if _NO_REPLY.search(local):
        return True
    return re.match(r"(?:no-?reply|donotreply|bounces?)\b", domain) is not None


_NOBODY = re.compile(
    r"(?:the|dear|respected|hi|hello|hallo|liebe[rs]?|sehr|cher|chère|bonjour|hola|olá|estimad[oa]|gentile|geachte|hej|szanown\w+)\s+\S"
    r"|(?:im|in) (?:auftrag|vertretung)$",
    re.IGNORECASE,
)
"""A greeting, closing words, "Im Auftrag" or an office is written in capitals as names are."""


@lru_cache(maxsize=4096)
def person_name(display: str) -> str:
    """Return the person's name in a display name, or "" where it names no person."""
    if _NOBODY.match(display.strip()):
        return ""
    name = tidy(_AFTER_NAME.sub("", display))
    if "," in display and not name.count(" "):
        # "SYKES, Helena (LARCH NHS TRUST)": public mailboxes show whose somebody is behind them.
        last, _, first = _BRACKET.sub("", display).partition(",")
        last = last.title() if last.isupper() and last.isalpha() else last
        if len(first.split()) in {1, 2} and len(last.split()) == 1:
            name = f"{tidy(first)} {tidy(last)}"
    bare = _TITLES.sub("", name)
    words = bare.split()
    if not 1 <= len(words) <= 4 or not all(_is_name_word(w) for w in words):
        return ""
    named = [w for w in words if w not in _PARTICLES]
    # "Uwe" is "your" in Dutch, and somebody's name.
    teams = name_words().team_words - name_words().given_names
    if any(w.lower().strip(".") in teams for w in named):
        return ""
    return name


def without_titles(name: str) -> str:
    """Return a person's name without "Dr", "Frau" and the like."""
    return _TITLES.sub("", name)


def _is_name_word(word: str) -> bool:
    return _PERSON_WORD.fullmatch(word) is not None or word in _PARTICLES


def has_given_name(name: str) -> bool:
    """Say whether a name starts with a known given name."""
    words = _TITLES.sub("", name).replace("-", " ").lower().split()
    return bool(words) and words[0] in name_words().given_names


def _plain(word: str) -> str:
    """Return a name as addresses write it: "Pádraic" → "padraic", "Jürgen" → "juergen"."""
    low = word.lower().translate(UMLAUTS)
    return _ACCENTS.sub("", unicodedata.normalize("NFD", low))


def _is_for_careers(domain: str, *, words: list[str]) -> bool:
    """Say whether the first part of a domain is for applications, and words are no person's: "careers.vendor.example".

    A person of a house writes from there, too: Xiu Wen <wen@jobs.larch.example>. A name of
    three words, none of them an initial, is seldom a person's of whom no given name is known.
    """
    first, _, rest = domain.partition(".")
    is_long = len(words) >= _FEWEST_OF_FIRM and min(map(len, words)) > 1
    return is_long and "." in rest and first in _OF_CAREERS


def bears_name(address: Address, *, name: str) -> bool:
    """Say whether a local part is made of a person's names, not of a firm's."""
    parts = set(re.split(r"[._+\d-]+", _plain(address.local_part))) - {""}
    words = [_plain(w).strip(".") for w in _TITLES.sub("", name).split()]
    words = [word for word in words if word]
    if not words or not parts or parts & _ROLE_BOX:
        return False
    vendor = system_of_host(address.domain)
    is_vendor = bool(vendor.name) and vendor.kind is not SystemKind.RELAY
    if is_vendor and not has_given_name(name):
        return False
    first, last = words[0], words[-1]
    if len(words) > 2 and "".join(word[0] for word in words[:-1]) + last in parts:
        return True
    if parts & {first[0] + last, first + last, first + last[0], last + first[0]} - set(
        words
    ):
        return True
    if parts == {first[0] + last[0]} and len(words) > 1:
        return True
    if last in parts and (first in parts or first[0] in parts):
        return len(words) > 1
    if len(words) > 1 and {first, last[0]} <= parts:
        return True
    # A firm's mailbox may carry the firm's own first word: acme@, acme@acme.example.
    # So may its kind, where the domain is the rest: kulturamt@tolmau.example.
    is_kind = len(first) >= _SHORTEST_KIND and len(words) > 1
    is_kind = is_kind and registrable_label(address.domain) == last
    # "meadowbrook@careers.vendor.example": for whom a vendor carries applications.
    is_firm = first in address.domain or is_kind
    # That is the first word of its name; a person's box has the last as well.
    is_careers = first in parts and _is_for_careers(address.domain, words=words)
    is_firm = is_firm or is_careers
    return bool(parts & {first, last}) and (has_given_name(name) or not is_firm)


def is_office_box(address: str) -> bool:
    """Say whether an address is of whoever runs its domain: "jobs@", "info@"."""
    local_part = address.lower().rpartition("@")[0]
    return not _ROLE_BOX.isdisjoint(re.split(r"[._-]", local_part))


@lru_cache(maxsize=4096)
def is_person(address: Address) -> bool:
    """Say whether a mailbox is a person's own, by its name and local part."""
    if not address.address or is_no_reply(address.address):
        return False
    name = person_name(address.name)
    if not name:
        parts = re.split(r"[._-]", address.local_part)
        return len(parts) == 2 and parts[0] in name_words().given_names
    if not has_given_name(name) and (says_kind(name) or is_unit(name.split()[0])):
        return False
    if is_firm_of_two(name, box=address.local_part):
        return False
    if bears_name(address, name=name):
        return True
    is_box = address.local_part in _ROLE_BOX
    return has_given_name(name) and len(name.split()) >= 2 and not is_box


def carrier(message: Message) -> System:
    """Return the vendor that carried a mail; a person's own mailbox carries its own."""
    return find_system(message, is_personal=is_person(message.sender))


@cache
def closings() -> tuple[str, ...]:
    """Return the words that end a letter, in any language; lower case."""
    return tuple(sorted({*fact_words("closings")}))


@cache
def _contact_roles() -> re.Pattern[str]:
    words = "|".join(
        map(re.escape, sorted(fact_words("contact_roles"), key=len, reverse=True))
    )
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


# Who heads the firm, and where that is registered, is no one's job who signs above it.
_IMPRINT = re.compile(
    r"\b(?:hr[ab] ?\d|gnr ?\d|vr ?\d|fn ?\d+|amtsgericht|registergericht|handelsregister|firmenbuch"
    r"|sitz der gesellschaft|registered (?:in|office|number)|company (?:no|number|reg))"
    r"|^\W*(?:geschäftsf(?:ü|ue)hr\w*|gf|vorstand\w*|vorsitz\w*|aufsichtsrat\w*|managing directors?"
    r"|directors?|board)(?: der \w+)?\s*:",
    re.IGNORECASE,
)
_FOR_SOMEBODY = re.compile(r"^(?:i\. ?[AV]\.|ppa\.|p\.p\.)\s*")
_LONGEST_BLOCK = 8
_LONGEST_LINE = 70
_LONGEST_CLOSING_LINE = 110
_LONGEST_END = 4


def _closing_line(lines: list[str]) -> tuple[int, str]:
    """Return the line of the closing words and what follows them there, or (-1, "")."""
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if not line or len(line) > _LONGEST_CLOSING_LINE:
            continue
        low = line.lower().rstrip(" ,.!-")
        if low in closings():
            return index, ""
        head, comma, rest = line.partition(",")
        if comma and head.lower() in closings():
            return index, rest.strip(" ,")
    return -1, ""


def _last_short_lines(lines: list[str]) -> list[str]:
    """Return the lines that a mail without closing words ends in, as in a letter."""
    block: list[str] = []
    for line in reversed(lines):
        is_sentence = line.endswith((".", "!", "?", ":", ",")) and len(line) > 30
        if len(line) > 50 or is_sentence or len(block) == _LONGEST_END:
            break
        if line:
            block.insert(0, line)
    return block if len(block) < len([line for line in lines if line]) else []


def find_signature(lines: list[str]) -> Signature:
    """Return who signed, from the lines of a mail that stand under its closing words."""
    index, rest = _closing_line(lines)
    block = [rest] if rest else []
    if index < 0:
        block = _last_short_lines(lines)
    else:
        block += [
            line for line in lines[index + 1 : index + 2 + _LONGEST_BLOCK] if line
        ]
    block = [
        line.strip() for line in block[:_LONGEST_BLOCK] if len(line) <= _LONGEST_LINE
    ]
    name, role = _who_signed(block)
    return Signature(name=name, role=role, lines=tuple(block))


def _who_signed(block: list[str]) -> tuple[str, str]:
    """Return the person in the first lines of a signature and what they do."""
    says_work = _contact_roles().search
    for position, line in enumerate(block[:3]):
        candidate = person_name(_FOR_SOMEBODY.sub("", line))
        if not candidate or says_work(candidate):
            continue
        following = block[position + 1 : position + 3]
        beside = line[len(candidate) :]
        works = [
            part
            for part in (beside, *following)
            if says_work(part) and not _IMPRINT.search(part)
        ]
        if has_given_name(candidate) or (works and len(candidate.split()) >= 2):
            return candidate, tidy(works[0]) if works else ""
    return "", ""


@cache
def _asks_for_no_reply() -> Callable[[str], bool]:
    return first_word_finder(fact_words("no_reply_lines"))


def answer_address(message: Message) -> Address:
    """Return where an answer would go: Reply-To where it is given, else the sender."""
    return message.reply_to if message.reply_to.address else message.sender


def accepts_replies(message: Message, *, system: System, low: str) -> bool:
    """Say whether an answer would reach a person.

    Args:
        low: The message's own words in lower case.
    """
    answer = answer_address(message)
    if not answer.address or is_no_reply(answer.address):
        return False
    vendor = system_of_host(answer.domain)
    is_vendor = bool(vendor.name) and vendor.kind is not SystemKind.RELAY
    reaches = vendor.replies and answer.local_part.startswith(vendor.replies)
    if is_vendor and not reaches and (system.replies or not is_person(answer)):
        return False
    return not _asks_for_no_reply()(low)


_LONGEST_WORK = 120


def role_of_contact(contact: Address, *, signature: Signature) -> str:
    """Return what the person who wrote does, as they sign: "Talent Partner", or ""."""
    if not contact.name or not signature.name or not signature.role:
        return ""
    shown = set(_plain(without_titles(contact.name)).split())
    signed = set(_plain(without_titles(signature.name)).split())
    work = re.split(r"\s[|·]\s|,\s|\s@\s|\s(?:at|bei)\s", signature.role)[0]
    return tidy(work)[:_LONGEST_WORK] if shown & signed else ""


def _is_reader(message: Message) -> bool:
    """Say whether the reader sent it to themselves, as who forwards from an old address."""
    shown = without_titles(tidy(message.sender.name)).casefold()
    names = {without_titles(tidy(address.name)).casefold() for address in message.to}
    return " " in shown and shown in names


def find_contact(message: Message, *, signature: Signature, replies: bool) -> Address:
    """Return the person who wrote, or an empty address where no person shows.

    A sender or Reply-To that is a person's own mailbox comes first; then the person
    who signed, with the address that an answer would reach, where one would.
    """
    if _is_reader(message):
        return Address()
    for address in (message.sender, message.reply_to):
        if is_person(address):
            name = person_name(address.name) or signature.name
            return Address(name=name, address=address.address if replies else "")
    shown = person_name(message.sender.name)
    signed = signature.name
    if signed and (
        signature.role or replies or signed.split()[0] == shown.split(" ")[0]
    ):
        answer = answer_address(message).address if replies else ""
        return Address(name=signed, address=answer)
    if shown and has_given_name(shown) and len(shown.split()) >= 2:
        return Address(
            name=shown, address=answer_address(message).address if replies else ""
        )
    return Address()
