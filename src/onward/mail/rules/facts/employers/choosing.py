"""Which of the names in a hiring mail is the employer: the one most places agree on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onward.core.expressions import compiled_once
from onward.mail.rules.facts.contact import (
    has_given_name,
    is_person,
)
from onward.mail.rules.facts.employers.agency import (
    clients,
    hires_for_others,
    places_people,
    without_work,
)
from onward.mail.rules.facts.employers.carriers import SURE_PHRASE, without_carriers
from onward.mail.rules.facts.employers.company import Candidate, is_motto
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.hiring_offices import is_hiring_office
from onward.mail.rules.facts.employers.label_fit import GLUE_WORDS
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    name_words,
    with_legal_form,
    without_legal_form,
)
from onward.mail.rules.facts.employers.signed import (
    SURELY_SIGNED,
    is_of_two,
)
from onward.mail.rules.facts.employers.town_behind import without_towns
from onward.mail.rules.facts.employers.units import is_unit
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import system_of_host
from onward.mail.rules.facts.titles.role import is_role_like
from onward.mail.rules.facts.titles.words import sounds_like_title

_PREFIX_SHARE = 0.6
_IN_LABEL_SHARE = 0.5
_SHORTEST_IN_LABEL = 4
_ABBREVIATED_SHARE = 0.95
_ABBREVIATED = frozenset({"domain", "tenant", "display", "signature", "own"})
_LEAST_SCORE = 1.0
_LONGEST_LETTERS = 4
_PERSON_SHARE = 0.4
_FULLER_NAME = re.compile(r"[A-ZÄÖÜ][\w&'.-]+(?: [A-ZÄÖÜ&][\w&'.-]*)?")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fact_words(kind))


@cache
def _not_of_names() -> frozenset[str]:
    """Return words that stand before a name without being part of it."""
    return _words("never_opens_name") | _words("units") | name_words().team_words


def _support(key: str, *, other: str, place: str) -> float:
    """Return how far another key supports a key: 1 equal, less as a part, 0 not.

    Domains, account names and display names shorten a name, so that they support the
    longer one almost in full.
    """
    if key == other or compact(key) == compact(other):
        return 1.0
    if key.startswith(other + " "):
        return _ABBREVIATED_SHARE if place in _ABBREVIATED else _PREFIX_SHARE
    if key.endswith(f" {other}"):
        heads = key[: -len(other)].split()
        is_kind = place in _ABBREVIATED and _not_of_names().isdisjoint(heads)
        return _ABBREVIATED_SHARE if is_kind else 0.0
    if other.startswith(key + " "):
        return _PREFIX_SHARE
    is_joined = place in {"domain", "tenant"} and len(key) >= _SHORTEST_IN_LABEL
    if is_joined and compact(other).startswith(compact(key)):
        return _IN_LABEL_SHARE
    return 0.0


def _scores(candidates: list[Candidate]) -> list[tuple[float, Candidate]]:
    keys = [company_key(c.name) for c in candidates]
    scored = []
    for candidate, key in zip(candidates, keys, strict=True):
        places: dict[str, float] = {}
        for other, other_key in zip(candidates, keys, strict=True):
            share = _support(key, other=other_key, place=other.place)
            support = other.weight * share
            places[other.place] = max(places.get(other.place, 0.0), support)
        share = _PERSON_SHARE if is_plain_person(candidate.name) else 1.0
        scored.append((sum(places.values()) * share, candidate))
    return scored


# "© 2026 Acme": the year of a copyright stands before the name.

_ORDER = ("own", "subject", "body", "display", "signature", "domain", "tenant")


def _whole(candidates: list[Candidate]) -> list[Candidate]:
    """Return candidates without the part of the employer that wrote: "Argus Einsatzleitung"."""
    names = sorted({c.name for c in candidates if c.weight >= 1.0})
    found = []
    for candidate in candidates:
        wholes = [name for name in names if _adds_unit(candidate.name, name)]
        name = min(wholes, key=len, default=candidate.name)
        found.append(replace(candidate, name=name))
    return found


# "Saalestern Umschlaghalle B", "Larch Warehouse 4": in which of its buildings one meets.
_IN_BUILDING = re.compile(
    r" (?:\w*(?:halle|lager|werk|gebäude|terminal|depot|bau)|tor|warehouse|hall|building|unit|block|dock|gate|wing|depot|entrepôt"
    r"|bâtiment|hangar|quai|nave|almacén|edificio|muelle|capannone|magazzino|stabilimento|loods|hal|magazijn|gebouw|armazém|pavilhão"
    r"|edifício|hala|magazyn|budynek|bina|byggnad|lagerhall)"
    r" (?:[a-z]|\d{1,3} ?[a-z]?|nord|süd|ost|west|north|south|east|nord|sud|est|ouest|norte|sur)",
    re.IGNORECASE,
)


def is_building_of(
    name: str, *, beside: Sequence[Candidate], material: Material
) -> bool:
    """Say whether a name is that of another candidate and of a building of theirs.

    The number of the building may have been cut off; what the sender shows is a name: "Theater
    Halle 7".
    """
    sender, key = material.message.sender, compact(company_key(name))
    shown = compact(company_key(sender.name)) + sender.domain.replace("-", "")
    # A last line that is the first word of a name alone signs with it: it names no other house.
    heads = [
        c.name
        for c in beside
        if name.startswith(f"{c.name} ") and (c.place != "signature")
    ]
    if key in shown or not heads:
        return False
    numbered = compiled_once(rf"{re.escape(name)}( \d{{1,3}})(?!\w)")
    cut = numbered.search(material.prose)
    whole = name + (cut[1] if cut is not None else "")
    return any(_IN_BUILDING.fullmatch(whole[len(head) :]) for head in heads)


def _adds_unit(longer: str, shorter: str) -> bool:
    if longer.startswith(f"{shorter} "):
        return is_unit(longer[len(shorter) :]) and not is_unit(shorter)
    is_end = longer.endswith(f" {shorter}")
    return is_end and is_unit(longer[: -len(shorter)]) and not is_unit(shorter)


def _is_of_office(name: str, *, sender: str) -> bool:
    """Say whether a name is that of who hires, whole or cut: "Departamento" of "Departamento de RRHH"."""
    if has_legal_form(name):
        return False
    return is_hiring_office(name) or (name in sender and is_hiring_office(sender))


def _founded(
    candidates: list[Candidate], *, material: Material, roles: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that can be an employer in this very mail.

    A title that a phrase names as the opening is none, nor are words in lower case that
    no sender carries; where the sender's domain is borne out by a name in the text,
    other names in the signature are those of people and of departments.
    """
    titles = {
        compact(company_key(role.name))
        for role in roles
        if (role.weight >= SURE_PHRASE and is_role_like(role.name))
        or sounds_like_title(role.name)
    }
    own = [c for c in candidates if c.place == "own" and c.weight >= _SUREST_OWN]
    carried = (
        compact(company_key(material.message.sender.name))
        + material.message.sender.address
    )
    # What an own mailbox carries may be a first name: "pete@oak.example".
    sender = material.message.sender
    is_firm = not is_person(sender) and " " in sender.name
    is_firm = is_firm and _TITLED.fullmatch(sender.name) is None
    is_carried = bool(system_of_host(sender.domain).name)
    firm = sender.domain.replace("-", "")
    firm += compact(company_key(sender.name)) if is_firm else ""
    known = Counter(
        compact(company_key(c.name)) for c in candidates if c.place != "signature"
    )
    for candidate in candidates:
        key = compact(company_key(candidate.name))
        if candidate.place != "own" and key in titles:
            continue
        if candidate.name == candidate.name.lower() and key not in carried:
            continue
        is_signed = candidate.place == "signature"
        if is_signed and is_of_two(candidate.name, sender=sender):
            continue
        if is_signed and key not in carried and _is_phrase(candidate.name):
            continue
        is_alone = key not in firm and _is_alone(candidate, known)
        if is_signed and is_alone and not (is_carried and _is_signed_firm(candidate)):
            continue
        if is_unit(candidate.name) or _is_of_office(candidate.name, sender=sender.name):
            continue
        is_titled = _TITLED.fullmatch(candidate.name) is not None
        if _MADAME.match(candidate.name) or (is_titled and candidate.place in _WRITERS):
            continue
        is_beside = candidate.place in _WRITERS and own
        if is_beside and not any(_shares_word(candidate, o) for o in own):
            candidate = replace(candidate, weight=candidate.weight * _PERSON_SHARE)
        yield candidate


def _is_signed_firm(candidate: Candidate) -> bool:
    """Say whether a line says that a firm signs: "Datenhafen HR", "Oskar von Frachtfuchs".

    What a tracking system sends has no other word of whose it is; else such are nicknames.
    """
    name = candidate.name
    is_team = name.lower().endswith("team")
    return candidate.weight >= SURELY_SIGNED and not (is_team or has_given_name(name))


def _is_alone(candidate: Candidate, known: Counter[str]) -> bool:
    """Say whether a single word, or words in capitals, stand under a mail and nowhere else.

    Such are first names, surnames, buttons and good wishes: "Nige", "REVIEW DOCUMENT".
    """
    name = candidate.name
    is_short = " " not in name and not has_legal_form(name)
    return (is_short or name.isupper()) and not known[compact(company_key(name))]


_GLUE = GLUE_WORDS | {
    "vom",
    "to",
    "y",
    "e",
    "et",
    "le",
    "van",
    "do",
    "da",
    "dos",
    "das",
}


def _is_phrase(name: str) -> bool:
    """Say whether words under a mail are a phrase: "Reschedule or cancel", "Warmly"."""
    words = without_legal_form(name).split()
    if len(words) == 1 and name.endswith("ly"):
        return True
    return any(w.isalpha() and w.islower() and w not in _GLUE for w in words[1:])


# "Mrs Tess Arnold", "E. M. Pym", "RA Adler": whoever writes so is a person.
_TITLED = re.compile(
    r"(?:mrs?|ms|miss|sir|lady|lord|rev|capt|cdr|oar|adir|bgm|mag|hr|fr|herr|frau|fam|familie|dr|prof|ra|khk|ostd)\.? (?:\S+ ){0,3}\S+|(?:\w\. ?)+[\w-]+",
    re.IGNORECASE,
)
# So no firm is called, wherever it stands: "à notre DRH, Mme Pélissier".
_MADAME = re.compile(r"(?:Mme|Mlle)\.? ")
_SUREST_OWN = 3.5
_WRITERS = frozenset({"display", "signature"})


def _shares_word(one: Candidate, other: Candidate) -> bool:
    words = set(company_key(one.name).split()) & set(company_key(other.name).split())
    return bool(words - {"and", "of", "the", "fuer", "der"})


def _client_of(agency: str, *, material: Material) -> str:
    """Return the client that an agency writes for, or the agency where it has none."""
    found = list(clients(material, agency=agency))
    keys = [compact(company_key(candidate.name)) for candidate in found]
    if found:
        most = max(keys, key=lambda key: (keys.count(key), -keys.index(key)))
        return with_legal_form(found[keys.index(most)].name, text=material.prose)
    return "" if hires_for_others(material) else agency


def choose_company(
    candidates: list[Candidate], *, material: Material, roles: Sequence[Candidate] = ()
) -> str:
    """Return the name that most places agree on, or "" where nothing is sure.

    The vendor that carried the mail is an employer only where a phrase says so, the
    mail comes from that vendor itself, and no other name was found.
    """
    employers = without_carriers(candidates, material=material)
    employers = without_towns(employers, material=material)
    employers = list(_founded(_whole(employers), material=material, roles=roles))
    if not employers:
        return ""
    scored = _scores(employers)
    best = max(score for score, _ in scored)
    if best < _LEAST_SCORE:
        return ""
    # Of equally supported spellings the one in the more telling place reads best.
    top = [c for score, c in scored if score >= best - 1e-9]
    winner = min(top, key=lambda c: (_ORDER.index(c.place), -len(c.name), c.name))
    name = _best_written(winner, candidates=employers)
    name = without_work(written_out(name, candidates=employers))
    if places_people(material, name=name):
        return _client_of(name, material=material)
    return with_legal_form(name, text=material.prose)


def can_employ(
    candidate: Candidate,
    *,
    beside: Sequence[Candidate],
    material: Material,
    roles: Sequence[Candidate] = (),
) -> bool:
    """Say whether a name would be taken for the employer's if no other spoke against it.

    That of a board, an agency, a vendor, the reader or a writer is not; nor that of a
    sender that carried the mail for one of the names beside it.

    Args:
        beside: What was found in the mail.
    """
    if is_motto(candidate.name):
        return False
    key = company_key(candidate.name)
    chosen = choose_company([candidate], material=material, roles=roles)
    if company_key(chosen) != key:
        return False
    left = without_carriers([*beside, candidate], material=material)
    return any(company_key(each.name) == key for each in left)


def written_out(name: str, *, candidates: Sequence[Candidate]) -> str:
    """Return the full name of what is shown by its letters: "UK Altenau", "KDZ"."""
    short, _, rest = name.partition(" ")
    is_short = 0 < len(short) <= _LONGEST_LETTERS and not short[:1].islower()
    if not is_short or has_legal_form(name):
        return name
    for candidate in candidates:
        # "Fabryka Mebli Bor Sp" was cut in its legal form.
        words = without_legal_form(candidate.name).removesuffix(" Sp").split()
        head = words[: len(words) - len(rest.split())] if rest else words
        is_rest = not rest or company_key(" ".join(words)).endswith(
            f" {company_key(rest)}"
        )
        is_telling = candidate.place not in {"domain", "tenant"} and len(words) > 1
        if is_telling and is_rest and head and _stands_for(short, head):
            return candidate.name
    return name


def _stands_for(letters: str, words: list[str]) -> bool:
    """Say whether letters are those of words, in order, each word's first among them.

    "KDZ" is "Kommunale Datenzentrale Werra", "UK" is "Universitätsklinikum".
    """
    plain = company_key(" ".join(words))
    telling = [word for word in plain.split() if word not in _GLUE]
    wanted = letters.lower()
    if not telling or len(plain) < 2 * len(wanted) + 2 or telling[0][0] != wanted[0]:
        return False
    firsts = "".join(word[0] for word in telling)
    if wanted == firsts[: len(wanted)]:
        return True
    rest = iter(compact(plain))
    is_inside = all(letter in rest for letter in wanted)
    return is_inside and letters.isupper() and len(telling) < len(wanted) + 1


def _ends_in_team(tail: str) -> bool:
    return any(word.lower() in name_words().team_words for word in tail.split())


def _tail_of(name: str, *, begun: str) -> str:
    """Return what a name goes on with, whole where it begins otherwise; capitals do not count."""
    count = len(begun.split())
    words = name.split()
    is_begun = company_key(" ".join(words[:count])) == company_key(begun)
    return " ".join(words[count:]) if is_begun and words[count:] else name


def _best_written(winner: Candidate, *, candidates: list[Candidate]) -> str:
    """Return the winner's name as the most trusted place writes it.

    Under the mail it stands in full: "Kestrel Yard" is signed "Kestrel Yard Workspaces".
    """
    for candidate in candidates:
        tail = _tail_of(candidate.name, begun=winner.name)
        is_longer = candidate.place in _WRITERS and tail != candidate.name
        if not has_legal_form(candidate.name):
            # "Ova Belediyesi Personel A.Ş." is a firm of its own.
            is_longer = is_longer and not _ends_in_team(tail)
            is_longer = is_longer and not any(map(is_unit, tail.split()))
        if is_longer and _FULLER_NAME.fullmatch(without_legal_form(tail)):
            return candidate.name
    key = compact(company_key(winner.name))
    same = [c for c in candidates if compact(company_key(c.name)) == key]
    return min(
        same, key=lambda c: (-c.weight, _ORDER.index(c.place), -len(c.name), c.name)
    ).name
