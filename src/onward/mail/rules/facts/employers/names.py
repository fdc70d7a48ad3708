"""What an employer's name looks like, and when two names mean the same employer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.hiring_offices import is_hiring_office
from onward.mail.rules.facts.systems import load_systems

LONGEST_NAME_WORDS = 6
UPPER = "A-ZÀ-ÖØ-ÞĆĞİŁŃŚŞŹŻČŠŽ"
"""Capitals as they begin a name, for a class of a regular expression."""
_LONGEST_NAME_CHARS = 70
_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "ı": "i"}
)
_NOT_KEY = re.compile(r"[^\w]+|_+")
_AND = re.compile(r"\s*[&+]\s*|(?<=\s)(?:und|and|et|y)(?=\s)")


@dataclass(frozen=True, slots=True)
class NameWords:
    """The word lists of `company.toml`, ready for look-ups."""

    legal_forms: tuple[str, ...]
    two_label_suffixes: frozenset[str]
    domain_prefixes: tuple[str, ...]
    domain_suffixes: tuple[str, ...]
    team_words: frozenset[str]
    weak_team_words: frozenset[str]
    first_team_words: frozenset[str]
    of_the_writer: frozenset[str]
    given_names: frozenset[str]
    families: frozenset[str]
    meeting_states: frozenset[str]
    meetings: frozenset[str]
    matters: frozenset[str]
    buttons: frozenset[str]
    kinds: frozenset[str]
    kind_ends: tuple[str, ...]
    first_kinds: dict[str, str]
    last_kinds: dict[str, str]
    longer_kinds: frozenset[str]


@cache
def name_words() -> NameWords:
    """Return the word lists of `company.toml`."""
    data = tables("company")
    return NameWords(
        legal_forms=tuple(sorted(data["legal_forms"], key=len, reverse=True)),
        two_label_suffixes=frozenset(data["two_label_suffixes"]),
        domain_prefixes=tuple(data["domain_prefixes"]),
        domain_suffixes=tuple(data["domain_suffixes"]),
        team_words=frozenset(data["team_words"]),
        weak_team_words=frozenset(data["weak_team_words"]),
        first_team_words=frozenset(data["first_team_words"]),
        of_the_writer=frozenset(data["of_the_writer"]),
        given_names=frozenset(data["given_names"].split()),
        families=frozenset(data["families"].split()),
        meeting_states=frozenset(data["meeting_states"].split()),
        meetings=frozenset(data["meetings"].split()),
        matters=frozenset(data["matters"].split()),
        buttons=frozenset(data["buttons"].split()),
        kinds=frozenset(data["kinds"].split()),
        kind_ends=tuple(data["kind_ends"].split()),
        first_kinds=_spelled_kinds(data["first_kinds"]),
        last_kinds=_spelled_kinds(data["last_kinds"]),
        longer_kinds=frozenset(data["longer_kinds"].split()),
    )


def _spelled_kinds(listed: str) -> dict[str, str]:
    """Return each kind as domains write it, the longest first, with its own spelling."""
    pairs = (entry.partition(">") for entry in listed.split())
    known = {plain: spelled or plain.capitalize() for plain, _, spelled in pairs}
    return dict(sorted(known.items(), key=lambda pair: -len(pair[0])))


def legal_form_pattern() -> str:
    """Return a regular expression for one legal form, the longest first."""
    forms = "|".join(re.escape(form) for form in name_words().legal_forms)
    # "Ashgrove Dairy Co-op" has none.
    return rf"(?:{forms})(?![\w&]|-\w)"


@cache
def _legal_end() -> re.Pattern[str]:
    return re.compile(rf"[\s,]+\(?{legal_form_pattern()}\)?\.?$", re.IGNORECASE)


SAINTS = r"St|Ste|Sta|Sto|Sts|Ntra|Sra|Gral|Mt"
"""What stands before a saint or a patron in a name, whose full stop ends no sentence."""

# "im. św. Rozalii", "im. prof. Jana Lipy", "pw. św. Łucji", "św. Kingi"
_TITLES_OF_PATRONS = (
    r"(?:(?:św|bł|dr|prof|hab|inż|mgr|gen|płk|mjr|kpt|ks|kard|abp|bp|hm|o)\.\s?|Św\.\s|[Kk]ardynała\s|[Kk]siędza\s"
    r"|[Pp]rofesora\s|[Dd]oktora\s|[Ss]więtego\s|[Śś]więte(?:j|go)\s)"
)
BEFORE_PATRON = rf"(?:(?:im\.|imienia|pw\.|p\.w\.|pod\swezwaniem)\s{_TITLES_OF_PATRONS}*|(?:św|bł|Św)\.\s)"


@lru_cache(maxsize=4096)
def has_legal_form(name: str) -> bool:
    """Say whether a name ends in a legal form such as GmbH, Inc. or Sp. z o.o."""
    return _legal_end().search(name) is not None


# "Bakker & Zn. Koeltransport": whose name says who else owns it, what it is called by is no trade.
_KIN = (
    r"Zn|Zonen|Zoon|Co|Cie|Cia|Söhne|Sohn|Töchter|Sons?|Daughters?|Bros|Brothers|Fils|Frères|Filles|Hijos|Hermanos|Hnos"
    r"|Figli|Fratelli|F\.lli|Filhos|Irmãos|Synowie|Syn|S-ka|Söner|Son|Bröder|Oğulları|Kardeşler"
)
# Names write "Sons", or "SONS"; "father and son" is said of anybody, and "Co-Founder" of who founded.
_WITH_KIN = re.compile(
    rf"(?<=\w) (?:(?:&|\+|en|und|and|et|e|y|i|och|ve|EN|UND|AND|ET|E|Y|I|OCH|VE) (?:{_KIN}|{_KIN.upper()}|s-ka)"
    r"|[&+] (?:zn|co|cie|cia|fils|figli))(?![\w‐‑-])"
)


def is_of_kin(name: str) -> bool:
    """Say whether a name tells who else owns it: "Bakker & Zn. Koeltransport", "Sarti e Figli"."""
    return _WITH_KIN.search(name) is not None


def behind_kin(name: str) -> str:
    """Return what a name says behind who else owns it: ". Koeltransport" of "Bakker & Zn. …"."""
    found = _WITH_KIN.search(name)
    return name[found.end() :] if found is not None else ""


@lru_cache(maxsize=4096)
def without_legal_form(name: str) -> str:
    """Return the name without the legal forms at its end; never empty for a name."""
    shorter = _legal_end().sub("", name).strip(" ,")
    while shorter and shorter != name:
        name, shorter = shorter, _legal_end().sub("", shorter).strip(" ,")
    return name


@cache
def _legal_form_next() -> re.Pattern[str]:
    return re.compile(rf",? {legal_form_pattern()}")


def with_legal_form(name: str, *, text: str) -> str:
    """Return the name with its legal form where a text writes it so.

    A name that was cut in the middle of one ("Zielony Most Sp") gets it whole.
    """
    if has_legal_form(name):
        return name
    begun, _, last = name.rpartition(" ")
    for base, end in ((name, ""), (begun, last)):
        place = text.find(f"{base} ") if base else -1
        form = _legal_form_next().match(text, place + len(base)) if place >= 0 else None
        if form is not None and form.group().lstrip(", ").startswith(end):
            return base + form.group()
    return name


@lru_cache(maxsize=8192)
def company_key(name: str) -> str:
    """Return the name as companies are compared: words in lower case, no legal form.

    Umlauts are spelled out, "&" and "und" become "and", a leading article goes: "The
    Müller & Söhne GmbH" is "mueller and soehne". Word boundaries stay, so that "Meta"
    and "Metaverse" differ.
    """
    low = without_legal_form(" ".join(name.split())).lower().translate(_UMLAUTS)
    low = unicodedata.normalize("NFKD", low).replace("'", "").replace("’", "")
    low = "".join(c for c in low if not unicodedata.combining(c))
    words = _NOT_KEY.sub(" ", _AND.sub(" and ", low)).split()
    if len(words) > 1 and words[0] in {"the", "die", "der", "das"}:
        words = words[1:]
    return " ".join(words)


def compact(key: str) -> str:
    """Return a key without its spaces, as domains and account names write it."""
    return key.replace(" ", "")


_ARTICLES = frozenset({"o", "a", "il", "la", "le"})
"""What boards are spoken of with: "O Net-Empregos não tem acesso …"."""


@cache
def _system_keys() -> frozenset[str]:
    names = (n for s in load_systems() for n in (s.name, *s.aliases))
    return frozenset(key for name in names for key in _spellings(name))


def _spellings(name: str) -> set[str]:
    key = company_key(name)
    return {key, compact(key)}


def is_system_name(name: str) -> bool:
    """Say whether a name is that of a tracking system, job board, relay or tool."""
    key = company_key(name)
    first, _, rest = key.partition(" ")
    return key in _system_keys() or (first in _ARTICLES and rest in _system_keys())


@lru_cache(maxsize=4096)
def registrable_label(domain: str) -> str:
    """Return the label of a domain that names its owner: "acme" of jobs.acme.co.uk."""
    labels = domain.lower().strip(".").split(".")
    if len(labels) < 2:
        return ""
    depth = 3 if ".".join(labels[-2:]) in name_words().two_label_suffixes else 2
    return labels[-depth] if len(labels) >= depth else ""


def trimmed_label(label: str) -> str:
    """Return a domain label without parts such as "join", "-careers" or "hq"."""
    words = name_words()
    for end in words.domain_suffixes:
        if label.endswith("-" + end):
            return label[: -len(end) - 1]
    for start in words.domain_prefixes:
        if label.startswith(start + "-"):
            return label[len(start) + 1 :]
    return label


def label_variants(label: str) -> tuple[str, ...]:
    """Return the compact spellings that a domain label or account name may stand for."""
    words = name_words()
    plain = label.replace("-", "").replace("_", "")
    variants = [plain]
    variants += [plain[: -len(e)] for e in words.domain_suffixes if plain.endswith(e)]
    variants += [plain[len(s) :] for s in words.domain_prefixes if plain.startswith(s)]
    variants.append(trimmed_label(label).replace("-", ""))
    return tuple(dict.fromkeys(v for v in variants if len(v) >= 2))


def name_of_label(label: str) -> str:
    """Return a readable name made of a domain label: "acme-robotics" → Acme Robotics."""
    parts = [p for p in re.split(r"[-_]", trimmed_label(label)) if p]
    if len(parts) == 1 and len(parts[0]) <= 3:
        return parts[0].upper()
    if len(parts) > 1:
        parts[0] = name_words().first_kinds.get(parts[0], parts[0])
        parts[-1] = name_words().last_kinds.get(parts[-1], parts[-1])
        # "bw-pflege", "rr-logistik": letters without a vowel are no word.
        parts = [p.upper() if _is_letters(p) else p for p in parts]
    return " ".join(p[:1].upper() + p[1:] for p in parts)


_LETTERS_ALONE = re.compile(r"[bcdfghjklmnpqrstvwxz]{2,3}")
_SHORT_WORDS = frozenset(
    {"st", "dr", "mr", "mrs", "ms", "mc", "ltd", "gbr", "mbh", "kfz", "stb"}
    | {"hl", "mt", "ft", "sgt", "nr", "str", "sts", "kl", "srl"}
)


def _is_letters(part: str) -> bool:
    """Say whether a part of a label is the first letters of other words: "vts", "sw"."""
    return _LETTERS_ALONE.fullmatch(part) is not None and part not in _SHORT_WORDS


_SHORTEST_KIND = 5
_SHORTEST_HEAD = 4


@lru_cache(maxsize=2048)
def parted_label(label: str) -> str:
    """Return "Millrace Brewery" for "millracebrewery", "" where no known word ends it.

    The longest word counts: "noordexpress" is Noord Express, and no press.
    """
    family = _FAMILY.fullmatch(label)
    if family is not None:
        return f"{family[1].capitalize()} and {family[2].capitalize()}"
    spellings = name_words().last_kinds
    for kind in _ends():
        head = label[: -len(kind)]
        is_long = len(kind) >= _SHORTEST_KIND and len(head) >= _SHORTEST_HEAD
        if label == kind:
            return ""
        if is_long and label.endswith(kind) and head.isalpha():
            spelled = spellings.get(kind, kind.capitalize())
            return f"{parted_label(head) or head.capitalize()} {spelled}"
    return _parted_by_kind(label)


@cache
def _ends() -> tuple[str, ...]:
    """Return the words that end a label, the longest first."""
    words = name_words()
    return tuple(
        sorted(
            words.kinds | words.last_kinds.keys() | words.longer_kinds,
            key=len,
            reverse=True,
        )
    )


# "boydandsons" is Boyd and Sons.
_FAMILY = re.compile(r"([^\W\d_]{3,})and(sons|daughters|partners)")


def _parted_by_kind(label: str) -> str:
    """Return "Hotel Maragogi" for "hotelmaragogi", as Romance languages and others name."""
    for kind, spelled in name_words().first_kinds.items():
        rest = label.removeprefix(kind)
        if rest != label and len(rest) > _SHORTEST_HEAD and rest.isalpha():
            return f"{spelled} {rest.capitalize()}"
    for kind, spelled in name_words().last_kinds.items():
        rest = label.removesuffix(kind)
        if rest != label and len(rest) >= _SHORTEST_HEAD and rest.isalpha():
            return f"{parted_label(rest) or rest.capitalize()} {spelled}"
    return ""


_SHORTEST_COMPOUND = 8


@lru_cache(maxsize=4096)
def says_kind(name: str) -> bool:
    """Say whether a name says what its bearer does: "Pension Seeblick", "Juno Foods"."""
    lists = name_words()
    for word in re.split(r"[\s,&+/-]+", name.lower()):
        bare = word.strip(".()'’")
        is_compound = len(bare) >= _SHORTEST_COMPOUND and bare.endswith(lists.kind_ends)
        if bare in lists.kinds or is_compound:
            return True
    return False


_SPACES = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]+")
_EDGES = " \t\"'`*_,;:|<>«»“”„‘’–—-/\\!?"


_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
_MARKED = "àáâãäåçèéêëìíîïñòóôõöøùúûüýąćęłńśźżğışčďěňřťůž"
_BARE = str.maketrans(_MARKED, "aaaaaaceeeeiiiinoooooouuuuyacelnszzgiscdenrtuz")


def without_marks(text: str) -> str:
    """Return a text in lower case with plain letters, as many as it had: "stadvinden"."""
    return text.translate(_BARE)


@lru_cache(maxsize=4096)
def tidy(text: str) -> str:
    """Return a captured piece of text with plain spaces and without outer marks."""
    text = _SPACES.sub(" ", _PICTURES.sub(" ", text)).strip(_EDGES)
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    if text.startswith("(") and ")" not in text:
        text = text[1:]
    return text.strip(_EDGES)


_FIRM_OF_TWO = re.compile(
    r"\S+ \w*(?:technik|akustik|optik|elektronik|gastronomie|immobilien|logistik|touristik"
    r"|metallbau|holzbau|gartenbau|bäckerei|metzgerei|tischlerei|schreinerei)",
    re.IGNORECASE,
)


def is_firm_of_two(name: str, *, box: str) -> bool:
    """Say whether a surname that is a first name, too, stands before a trade, as the mailbox has it.

    "Ludwig Haustechnik <ludwig-haustechnik@…>" is no person.
    """
    is_trade = _FIRM_OF_TWO.fullmatch(name) is not None
    return is_trade and compact(company_key(name)) == box.replace("-", "")


# "Zespół Szkół nr 4" is a school; "zespół" alone is a team.
_NAMED_AS_TEAM = re.compile(
    r"zespół (?:szkół|szkolno|placówek|przedszkoli|opieki|poradni)", re.IGNORECASE
)


def is_named_as_team(name: str) -> bool:
    """Say whether a house is called by a word that elsewhere says who of it wrote."""
    return _NAMED_AS_TEAM.match(name) is not None


_SURE_TOGETHER = frozenset({"human resources", "people ops", "people operations"})


@lru_cache(maxsize=4096)
def without_team_words(name: str) -> str:
    """Return a name without what stands around it: "Acme Hiring Team" → "Acme".

    Words that may be part of a name ("University", "Services") go only in company of
    a word that cannot.
    """
    if is_named_as_team(name):
        return name
    words = name.split()
    lists = name_words()

    def bare(word: str) -> str:
        return word.strip(",:|-.–").replace("İ", "i").lower()

    def is_strong(taken: list[str]) -> bool:
        if " ".join(taken).lower() in _SURE_TOGETHER:
            return True
        return any(bare(word) not in lists.weak_team_words for word in taken)

    end = len(words)
    while end and (
        not bare(words[end - 1])
        or bare(words[end - 1]) in lists.team_words
        or is_hiring_office(words[end - 1])
    ):
        end -= 1
    if 0 < end < len(words) and not is_strong(words[end:]):
        end = len(words)
    start = 0
    before = {*lists.of_the_writer, ""}
    if not has_legal_form(name):
        before |= lists.first_team_words
    while start < end and bare(words[start]) in before:
        start += 1
    return " ".join(words[start:end]).strip(_EDGES)


_LAST_WORD_CHARS = re.compile(r"\w")
_STRANGE = re.compile(r"[@<>{}\[\]=\\^~]|:(?!\w)|https?:|www\.|\d{6,}")

# "Part 1", "Für die Landesregierung", "Etwas dazwischengekommen? Stornieren".
_NO_NAME = re.compile(
    r"(?:part|step|round|phase|section|teil|schritt|runde) \d+$|für d(?:ie|as|en) |.*\w\? \w"
    # A time, and what a button says.
    r"|\d{1,2}(?:[:.]\d\d)? uhr$"
    r"|(?:zum|zur|to the|start the) (?:\w*(?:fragebogen|test|portal|termin|umfrage|aufgabe|assessment|anmeldung|bewerbung|interview)|questionnaire|survey|task)$",
    re.IGNORECASE,
)


_JOINTS = frozenset(
    {"da", "das", "de", "do", "dos", "del", "della", "di", "du", "des", "ve"}
)
"""Small words inside a name: "Santa Casa da Misericórdia de Ribeira de Homem"."""

_MOST_WITH_JOINTS = 9


@lru_cache(maxsize=4096)
def is_plausible_name(name: str) -> bool:
    """Say whether a tidy text can be a name at all: length, words, no address."""
    if not 2 <= len(name) <= _LONGEST_NAME_CHARS:
        return False
    if _STRANGE.search(name) or _NO_NAME.match(name):
        return False
    words = without_legal_form(name).split()
    telling = sum(word not in _JOINTS for word in words)
    is_short = telling <= LONGEST_NAME_WORDS and len(words) <= _MOST_WITH_JOINTS
    if not (words and is_short):
        return False
    return (
        any(c.isalpha() or c == "&" for c in name)
        and _LAST_WORD_CHARS.search(words[0]) is not None
    )
