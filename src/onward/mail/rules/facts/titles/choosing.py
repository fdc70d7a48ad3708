"""Which of the titles in a hiring mail is that of the opening: the one most places agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from onward.mail.rules.facts.contact import is_person
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import compact, company_key
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.signer import Signer
from onward.mail.rules.facts.spans import Span
from onward.mail.rules.facts.systems import SystemKind
from onward.mail.rules.facts.titles.colleagues import is_of_signer, is_of_somebody
from onward.mail.rules.facts.titles.nobodys import is_nobodys
from onward.mail.rules.facts.titles.role import (
    clean_role,
    holds_word,
    is_plausible_role,
    is_role_like,
    role_key,
)
from onward.mail.rules.facts.towns import is_plain_town, is_town

_NOBODY = Signer()


def without_company(role: str, *, company: str) -> str:
    """Return a title without the employer's name or its beginning at the end."""
    low, name = role.lower(), company.lower()
    place = low.find(name) if name else -1
    if place == 0 and _PARTED.match(role[len(name) :]):
        rest = clean_role(_PARTED.sub("", role[len(name) :]))
        return rest if is_role_like(rest) else role
    if place > 0:
        return clean_role(_PREPOSITIONS.sub("", role[:place]))
    head, comma, tail = role.rpartition(", ")
    key = company_key(tail)
    if comma and key and f"{company_key(company)} ".startswith(f"{key} "):
        return clean_role(head)
    return role


def is_only_in_name(role: str, *, company: str, text: str) -> bool:
    """Say whether a title is said nowhere but inside the employer's name: the "Bakker" of "Bakker & Zn."."""
    if not role or role not in company or role == company:
        return False
    return role not in text.replace(company, " ")


_WORD = re.compile(r"\w+")


def without_place(role: str, *, low: str) -> str:
    """Return a title without the place behind a comma that the text says it is in."""
    head, comma, tail = role.rpartition(", ")
    place = tail.lower()
    is_place = any(f" in {place}{end}" in low for end in ".,;\n ")
    # "Betriebsleiter:in, Hall in Tirol" was cut inside the name of the town.
    cut = f", {place} in "
    town = _WORD.match(low, low.find(cut) + len(cut)) if cut in low else None
    is_place |= town is not None and is_town(f"{tail} in {town[0]}")
    return head if comma and is_place and is_role_like(head) else role


def without_town(role: str) -> str:
    """Return a title without the town behind a dash: "Warehouse Operative - Leeds"."""
    title, dash, town = role.rpartition(" - ")
    return title if dash and is_plain_town(town) and is_role_like(title) else role


_PARTED = re.compile(r"^(?:\s*[|·,:/]|\s+[-–]|\s(?=[A-ZÄÖÜ]))\s*")
_PREPOSITIONS = re.compile(
    r"[\s,-]+(?:im|in|in der|bei|bei der|der|des|at|of|for|with|von|from"
    r"|del?|de la|en(?: el| la)?|du|des|à(?: la)?|au|chez|pour|presso|di|del(?:la|l'|lo)?|nell?a?|d[ao]s?|n[ao]s?|em"
    r"|bij(?: de| het)?|van|naar|hos|på|till|för|w|we|dla|z|için)?\s*$",
    re.IGNORECASE,
)


def titles_of_writers(material: Material, *, signed: str) -> frozenset[str]:
    """Return the keys of what the sender's name and the signature call the writer."""
    message = material.message
    names = message.sender.name, signed, *_below_name(message.sender.name, message.text)
    if is_person(message.sender):
        names = (*names, *_behind_name(message.sender.name, message.text))
    names = (*names, *_of_members(material))
    return frozenset(role_key(clean_role(name)) for name in names)


def _of_members(material: Material) -> Iterator[str]:
    """Yield what a network calls whoever writes: "Ida Roe", and below it "Tech Recruiter at Roe & Co"."""
    if not material.system.name or material.system.kind is not SystemKind.JOB_BOARD:
        return
    lines = [line for line in material.lines if line]
    for line, below in pairwise(lines):
        if is_plain_person(line) and " at " in below:
            yield below.partition(" at ")[0]


# "Gr. Youssef", "Mvg, Ida"
_SHORT_CLOSING = re.compile(
    r"^(?:gr|mvg|groet(?:en|jes)?|vg|lg|mfg|vlg|br|kr|cdlt|bien à vous)\b[.,]* ",
    re.IGNORECASE,
)
# "Ida Roe (she/her)"
_PRONOUNS = re.compile(
    r" ?\((?:she|he|they|sie|er|elle|il|ella|él|hij|zij|ze|hon|han)(?: ?[/|,] ?[a-zäöü]{2,6}){1,2}\)",
    re.IGNORECASE,
)
_BESIDE_NAME = re.compile(
    r"(?P<name>[^\W\d_][^(\n]{1,40}?) ?\((?P<work>[^()\n]{2,60})\)"
)
_APART = re.compile(r"\s*[,|·@]\s*|\s+[-–—/]\s+")
_MOST_SIGNED = 5
# "mevr. mr. S. Koenraadt", "drs. P.J.M. Hultermans": offices sign with initials, and so does
# "Mrs K Ferriday", or "Frau Roe".
_RESPECT = (
    r"(?:M(?:rs?|s|iss|me|lle)|Madame|Frau|Herrn?|Fr|Hr|S(?:ra?|eñora?|enhora?)|Sig(?:\.?ra)?|Signora?|Dott(?:\.?ssa)?"
    r"|Pani?|Dhr|Mevr|Mw|Mevrouw|Fru|Sayın)\.? "
)
_FORMAL_NAME = re.compile(
    rf"{_RESPECT}(?:[A-Z]\.? ?){{0,4}}[^\W\d_a-z][\w'’-]+(?: ?- ?[A-Z]\w+| [A-Z][\w'’-]+)?"
    r"|(?:(?:mevr|mw|dhr|drs|mr|ir|ing|dr|prof)\.? )*(?:[A-Z]\.){1,5} ?(?:[a-z']{1,4} ){0,3}[A-Z][\w'-]+(?: ?- ?[A-Z]\w+)?"
)


def _below_name(name: str, text: str) -> Iterator[str]:
    """Yield each line right below one that is the writer's name, their first name or initials."""
    words = frozenset(word for word in name.lower().split() if len(word) > 2)
    lines = [_PRONOUNS.sub("", line).strip(" ,*_") for line in text.splitlines()]
    filled = [line for line in lines if line]
    for line, below in pairwise(filled):
        own = _SHORT_CLOSING.sub("", line).lower().split()
        is_theirs = bool(own) and words.issuperset(own)
        if is_theirs or _FORMAL_NAME.fullmatch(line):
            # The finder also reads across the two lines.
            yield f"{line.split()[-1]} {below}"
            yield from _parts_of(below)


def _behind_name(name: str, text: str) -> Iterator[str]:
    """Yield what stands in brackets behind a writer's name: "Jonte (Co-Founder)"."""
    words = frozenset(name.lower().split())
    for line in text.splitlines():
        signed = _BESIDE_NAME.fullmatch(line.strip())
        if signed and words.issuperset(signed["name"].lower().split()):
            yield from _parts_of(signed["work"])


def _parts_of(line: str) -> Iterator[str]:
    """Yield a signed title and each beginning and end of it: "HR Specialist, Fern"."""
    yield line
    words = _APART.split(line)[0].split()
    if len(words) <= _MOST_SIGNED:
        for at in range(1, len(words) + 1):
            yield " ".join(words[:at])
            yield " ".join(words[-at:])


def is_anothers(title: str, *, material: Material, signer: Signer) -> bool:
    """Say whether a title is a colleague's, whoever's signs, or nobody's."""
    return (
        is_of_somebody(title, material=material)
        or is_of_signer(title, material=material, signer=signer)
        or is_nobodys(title, material=material)
    )


_WORKS_FOR = re.compile(r" (?:to|for) (?:the |our )?(?=[A-Z])")


# "… Alter und Pflege", "… Sport and Culture": a field that a title has beside another.
_SECOND_FIELD = re.compile(
    r" (?:und|and|&|et|y|e|en|i|och|ve) ([^\W\d_a-zß-öø-ÿ][^\W\d_]{3,})"
)


def _is_field(word: str) -> bool:
    """Say whether a word with a capital is what somebody works on: neither "Kellner" nor the "Dein" of "und Dein Interesse"."""
    is_other = holds_word(word, kind="never_company") or is_role_like(word)
    return not is_other and not holds_word(word, kind="never_opens_name")


def is_cut_from(title: str, *, whole: str, spans: Iterable[Span]) -> bool:
    """Say whether a title is half of one for somebody else, or the finder hears both of its halves.

    "Assistant to the Bishop" is neither an assistant alone nor a bishop, and "Clerk Sport and
    Culture" is no "Clerk Sport".
    """
    rest = whole[len(title) :] if whole.startswith(f"{title} ") else ""
    second = _SECOND_FIELD.fullmatch(rest)
    if second is not None and " " in title and _is_field(second[1]):
        return True
    halves = _WORKS_FOR.split(whole, maxsplit=1)
    heard = {each.text for each in spans if each.kind == "role"}
    return len(halves) > 1 and (title in halves or heard.issuperset(halves))


def choose_role(
    roles: list[Candidate],
    *,
    company: str,
    material: Material,
    signed: str = "",
    signer: Signer = _NOBODY,
) -> str:
    """Return the title that most places agree on, as the subject writes it if it does."""
    known = compact(company_key(company))
    writers = titles_of_writers(material, signed=signed)
    shortened = [
        Candidate(without_company(c.name, company=company), c.place, c.weight)
        for c in roles
    ]
    usable = [
        c
        for c in shortened
        if is_plausible_role(c.name)
        and compact(company_key(c.name)) != known
        and role_key(c.name) not in writers
        and not is_anothers(c.name, material=material, signer=signer)
    ]
    if not usable:
        return ""
    # "Welder in Cork" beside "Welder" names the place.
    names = {c.name.lower() for c in usable}
    usable = [c for c in usable if not _names_place(c.name.lower(), names=names)]
    # "para el puesto de Welder" beside "Welder" is the phrase that led there.
    usable = [c for c in usable if not _is_led_to(c.name, names=names)]
    keys = [role_key(c.name) for c in usable]
    scored = []
    for candidate, key in zip(usable, keys, strict=True):
        places: dict[str, float] = {}
        for other, other_key in zip(usable, keys, strict=True):
            support = other.weight * _support(key, other_key)
            places[other.place] = max(places.get(other.place, 0.0), support)
        scored.append((sum(places.values()), candidate))
    best = max(score for score, _ in scored)
    top = [c for score, c in scored if score >= best - 1e-9]
    return min(
        top, key=lambda c: (-c.weight, c.place != "subject", -len(c.name), c.name)
    ).name


_HAS_FIELD = re.compile(
    r"\b(?:lecturer|professor|teacher|fellow|researcher|tutor|phd)$"
)


_LEAD = re.compile(
    r"(?:para )?(?:el |la )?(?:puesto|vacante|plaza|cargo|posición) (?:de |como )?(?=\w)"
    r"|(?:pour )?(?:le |un )?poste d(?:e |')(?=\w)|(?:per )?(?:la |il )?(?:posizione|ruolo) di (?=\w)"
    r"|(?:para )?(?:a |o )?(?:vaga|cargo|posição) de (?=\w)|(?:voor )?(?:de )?functie (?:van )?(?=\w)"
)


def _is_led_to(title: str, *, names: set[str]) -> bool:
    """Say whether a title is another candidate with the words before it that name a post."""
    lead = _LEAD.match(title)
    return lead is not None and title[lead.end() :].lower() in names


def _names_place(title: str, *, names: set[str]) -> bool:
    """Say whether a title is another candidate with the place of work behind it."""
    head = title.rpartition(" in ")[0]
    return head in names and _HAS_FIELD.search(head) is None


def _support(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if f" {other} " in f" {one} ":
        return 0.8
    return 0.5 if f" {one} " in f" {other} " else 0.0
