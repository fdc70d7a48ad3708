"""When two names are one house, and two titles one job; pure."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise, takewhile

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.facts.employers.names import compact, name_words, says_kind
from onward.mail.rules.facts.titles.role import seniority_of
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.folding.openings import employer_key

TELLING = 4
"""Shorter words of a name are often left out of a domain: "de", "und", "the"."""

SHORTEST_RUN_TOGETHER = 8
"""Letters of a domain's name that are enough to know a longer name by."""

_PATRON = "im"
"""Behind it a Polish house names whom it is called after."""
_LETTERS = (2, 3)
"""How many words that say what a house is are written by their first letters alone."""

BETWEEN = frozenset({"and", "of", "the", "und", "et", "y", "e", "en", "i", "och", "ve"})
"""What a domain leaves out between the words of a name."""

_ARTICLES = frozenset(
    {"de", "het", "t", "le", "la", "les", "el", "los", "las", "il", "lo"}
)
"""What a name may begin with and be left without: "De Mastenhoeve", "Mastenhoeve"."""

GRADES = frozenset({"i", "ii", "iii", "iv", "1", "2", "3", "4"})
"""A letter names the grade of a post, and the next leaves it out."""

_GROUPS = frozenset(
    {"region", "grupo", "gruppo", "groupe", "grupa", "gruppe", "group", "koncernen"}
)
"""What a house's name is left without as well, where one word of it stays: "Grupo Ferrolar"."""

_MARKS = re.compile(r"(?<=[aou])e")
"""What a name has more of where its vowels with marks are written as two: "norraelven"."""

_CASE = re.compile(r"(?<=\w{3})(?:e[nrsm]?|n|s)$")
"""How German words of a name end in one case and not in another."""

_STEM = 6
"""Letters that two words of titles begin with alike: "approvisionneuse", "approvisionnements"."""


def shares(one: str, other: str) -> bool:
    """Say whether all that is telling in one name is in the other, run together or not."""
    return any(
        all(word in compact(whole) for word in words)
        for part, whole in ((one, other), (other, one))
        if (words := [word for word in part.split() if len(word) >= TELLING])
    )


@cache
def _kinds_of_house() -> frozenset[str]:
    listed = " ".join(tables("house_kinds").values()).split()
    return name_words().kinds.union(listed)


def share_a_word(one: str, other: str) -> bool:
    """Say whether two names have a telling word in common, or all of one is in the other.

    What kind of house it is tells nothing alone: "Vellinge kommun" and "Skurup kommun" are two.
    """
    words = [set(name.split()) - BETWEEN for name in (one, other)]
    both = set.intersection(*words)
    shared = {word for word in both if len(word) >= TELLING}
    return bool(shared) and (both in words or not shared <= _kinds_of_house())


def are_declined(one: str, other: str) -> bool:
    """Say whether two names have a telling word in common, each in its case: "Roter Hirsch", "Zum Roten Hirschen"."""
    words = ({_CASE.sub("", word) for word in name.split()} for name in (one, other))
    return any(len(word) > TELLING for word in set.intersection(*words))


def is_called_in(subject: str, name: str) -> bool:
    """Say whether a subject has a word by which alone a house is known: "Larchenruh", not "Hotel"."""
    told = set(employer_key(subject).split())
    return any(
        len(word) >= _STEM and word in told and not says_kind(word)
        for word in name.split()
    )


_LEAST_BEGUN = 6
"""Letters of a word that tell what follows: fewer begin many words."""


def is_cut(one: str, other: str) -> bool:
    """Say whether one title is the last part of a word of the other: "leitung", "kuechenleitung"."""
    shorter, longer = sorted((one, other), key=len)
    is_one_word = len(shorter) >= _STEM and " " not in shorter
    return is_one_word and any(
        word.endswith(shorter) and len(word) - len(shorter) >= TELLING
        for word in longer.split()
    )


def is_begun(one: str, other: str) -> bool:
    """Say whether one title is how a word of the other begins, as senior as it is: "postdoc", "postdoctoral fellow"."""
    shorter, longer = sorted((one, other), key=len)
    is_one_word = len(shorter) >= _LEAST_BEGUN and " " not in shorter
    is_as_senior = seniority_of(one) == seniority_of(other)
    return (
        is_one_word
        and is_as_senior
        and any(word.startswith(shorter) for word in longer.split())
    )


def is_within(one: str, other: str) -> bool:
    """Say whether all words of one title are in the other, as senior as it is.

    What leaves that out may be either: a test "for Care Assistant" is the apprentice's.
    """
    shorter, longer = sorted((one, other), key=lambda title: len(set(title.split())))
    told, known = (seniority_of(title) - GRADES for title in (shorter, longer))
    fewer, more = set(shorter.split()), set(longer.split())
    return (not told or told == known) and len(fewer) > 1 and fewer <= more


_MOST_OTHERWISE = 0.3


def are_one_word(one: str, other: str) -> bool:
    """Say whether two titles are one word each, that of the work and of who does it: "dispatch", "dispatcher"."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    begun = len(list(same))
    longer = max(len(one), len(other))
    return (
        " " not in one + other
        and begun >= _LEAST_BEGUN
        and longer - begun <= _MOST_OTHERWISE * longer
    )


def share_a_stem(one: str, other: str) -> bool:
    """Say whether a word of one title begins as one of the other, as senior as it is."""
    if seniority_of(one) - GRADES != seniority_of(other) - GRADES:
        return False
    stems = [
        {word[:_STEM] for word in title.split() if not seniority_of(word)}
        for title in (one, other)
    ]
    return any(len(stem) == _STEM for stem in set.intersection(*stems))


def without_kind(words: list[str]) -> str:
    """Return a name without its first word, as houses leave their kind away; "" where little is left."""
    rest = words[1:]
    is_article = words[:1] != [] and words[0] in _ARTICLES | _GROUPS
    is_telling = (len(rest) > 1 or is_article) and any(
        len(word) > TELLING for word in rest
    )
    return " ".join(rest) if is_telling else ""


def last_word(words: list[str]) -> str:
    """Return the last word of a name if houses go by it alone: "nordsoft"; not what they do, nor where.

    "Weserwerke Nordsoft" writes from nordsoft.example, the "Klinikum Tarnau" not from tarnau.example.
    """
    word = words[-1] if len(words) > 1 else ""
    is_telling = len(word) >= _STEM and not says_kind(word)
    return word if is_telling and not is_town(word.title()) else ""


def lettered(words: list[str]) -> list[str]:
    """Return a name with its first two or three words by their letters: "zm bor".

    So shortened, its patron is left away: "SP nr 5".
    """
    words = words[: words.index(_PATRON)] if _PATRON in words else words
    return [
        " ".join(["".join(word[0] for word in words[:count]), *words[count:]])
        for count in _LETTERS
        # "SP nr 93" is a school by its number.
        if any(len(word) >= TELLING or word.isdecimal() for word in words[count:])
    ]


def is_by_letters(one: str, other: str) -> bool:
    """Say whether one name is the first letters of the other's words: "slt", "sligo lace trust"."""
    short, long = sorted((one, other), key=len)
    firsts = "".join(word[0] for word in long.split() if word not in BETWEEN)
    return len(short) > _LETTERS[0] and short == firsts


def initialled(words: list[str]) -> list[str]:
    """Return a name run together with its last words by their letters: "larkfieldkb".

    Domains write "Larkfield Kitchens & Bathrooms" so.
    """
    telling = [word for word in words if word not in BETWEEN]
    return [
        compact("".join(telling[:count])) + "".join(word[0] for word in telling[count:])
        for count in (1, 2)
        if len(telling) - count in _LETTERS and len(telling[0]) >= TELLING
    ]


def plainly(name: str) -> str:
    """Return a name run together as domains write it that leave marks away: "norralven"."""
    return _MARKS.sub("", compact(name))


def begins(one: str, other: str) -> bool:
    """Say whether one of two names that are run together begins the other."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST_RUN_TOGETHER and longer.startswith(shorter)


def is_one_line(names: set[str]) -> bool:
    """Say whether each name begins with the next shorter one, or has its kind before it.

    The kind may be written out, or by its letters.
    """
    ordered = sorted(names, key=len)
    return all(
        longer.startswith(f"{shorter} ")
        or shorter in {without_kind(longer.split()), *lettered(longer.split())}
        for shorter, longer in pairwise(ordered)
    )
