"""Which part of each line is the title and which the employer, where lines are alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.digests.names import (
    Named,
    labelled,
    names_in,
    number_in,
    title_in,
)
from onward.mail.rules.digests.words import FEWEST
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    has_legal_form,
    is_plausible_name,
    is_system_name,
)
from onward.mail.rules.facts.titles.role import (
    clean_role,
    has_gender_marker,
    is_plausible_role,
    is_role_like,
)
from onward.mail.rules.facts.titles.words import is_surely_title, sounds_like_title

_CODE = re.compile(
    r"^\s*(?:[A-Z]{1,5}[-/]?\d[\w/-]*|#?\d{3,}[\w/-]*|(?:Kz|Kennz|Ref|Nr|No|Job|ID)\b\.?:? ?#?[\w./-]*\d[\w/-]*)"
    r"(?:\s*[:,–-]\s*|\s+)(?=\S)"
)
_DAY = re.compile(
    r"^\s*(?:\d{1,2}[./]\s?\d{1,2}[./]?(?:\s?\d{2,4})?|\d{4}-\d\d-\d\d)(?:\s*[:,–-]\s*|\s+)(?=[^\W\d])"
)
_BRACKET = re.compile(r"^(?P<outer>[^()]{2,})\s\((?P<inner>[^()]{2,})\)$")
_SQUARE = re.compile(r"^\[\s*([^\[\]]{2,}?)\s*\]\s+(.{2,})$")
_PLACE_BEHIND = re.compile(r"(?<=\w)\s\([^()]{2,40}\)$")
_AT = re.compile(
    r"^(.{2,110}?)\s(?:at|with|bei|beim|@|chez|presso|bij|hos|w firmie|en la empresa)\s+(.{2,80})$",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"\s(?:about|regarding|concerning|for|on|zu|zum|zur|über|für|pour|sur|para|sobre|per|su|voor|over|dla|için|för|om)\s"
)
_SEPARATORS = (
    re.compile(r"\s*[|·•]\s*|\t+|\s{3,}"),
    re.compile(r"\s+/\s+"),
    re.compile(r"\s+[-–—]\s+"),
    re.compile(r":\s+"),
    re.compile(r",\s+(?![^()]*\))"),
)
_CELL_MARKS = _SEPARATORS[0]
_MOST_PARTS = 4


def names_of(
    heads: Sequence[str], *, is_one_employer: bool = False
) -> tuple[Named, ...]:
    """Return employer, title and number for each of several heads that are alike.

    One line rarely shows which of its parts is the title: "Byteküche | SRE". The lines
    beside it do, since the same part is the title in all of them.

    Args:
        is_one_employer: What stands behind a title is a department, not an employer.
    """
    is_one_employer = is_one_employer or any(map(_says_title, heads))
    plain = _unled([_plain(head) for head in heads])
    pairs = _pairs(plain, is_one_employer=is_one_employer)
    if pairs is None:
        return tuple(names_in([head]) for head in heads)
    return tuple(
        Named(company, role, number_in(head, role=role))
        for head, (company, role) in zip(heads, pairs, strict=True)
    )


def _says_title(head: str) -> bool:
    """Say whether a head begins with "Position:"; a "Case:" may name the employer too."""
    label, colon, _ = head.partition(":")
    return bool(colon) and label.strip().lower() in _title_labels()


@cache
def _title_labels() -> frozenset[str]:
    data = tables("digest")
    return frozenset(data["opening_labels"]) - frozenset(data["case_labels"])


def _plain(head: str) -> str:
    """Return a head without its label, a day or number before it, and a mark at its end."""
    _, rest = labelled(head)
    return _CODE.sub("", _DAY.sub("", rest)).strip(" \t.:;,-–—|")


def _unled(heads: Sequence[str]) -> Sequence[str]:
    """Return heads without "Bei der" before their names, where most begin so."""
    led = sum(_before_names().match(head) is not None for head in heads)
    if 2 * led <= len(heads):
        return heads
    return [_before_names().sub("", head) for head in heads]


@cache
def _before_names() -> re.Pattern[str]:
    """Return what finds "Bei der" before a name, with a capital, at the front of a line."""
    words = "|".join(map(re.escape, tables("digest")["before_names"]))
    return re.compile(rf"^(?:(?i:{words})\s)(?=[^\W\d_a-zà-ÿ])")


def _pairs(
    heads: Sequence[str], *, is_one_employer: bool
) -> list[tuple[str, str]] | None:
    """Return employer and title of each head by the first way that fits all of them."""
    for rows in _ways(heads):
        pairs = _by_votes(rows, is_title_last=is_one_employer)
        if pairs is not None:
            return pairs
    return _titles_alone(heads)


def _ways(heads: Sequence[str]) -> Iterator[Sequence[Sequence[str]]]:
    """Yield the heads cut into parts, by each way that cuts all of them alike."""
    joined = [_AT.match(_PLACE_BEHIND.sub("", head)) for head in heads]
    if all(joined):
        yield [found.groups() for found in joined if found]
    squared = [_SQUARE.match(head) for head in heads]
    if all(squared):
        yield [found.groups() for found in squared if found]
    for separator in _SEPARATORS:
        rows = [[part for part in separator.split(head) if part] for head in heads]
        count = len(rows[0])
        if 1 < count <= _MOST_PARTS and all(len(row) == count for row in rows):
            yield rows
        elif evened := _evened(heads, rows=rows, separator=separator):
            yield evened
    brackets = [_BRACKET.match(head) for head in heads]
    if all(brackets):
        yield [found.groups() for found in brackets if found]


def _evened(
    heads: Sequence[str],
    *,
    rows: Sequence[Sequence[str]],
    separator: re.Pattern[str],
) -> Sequence[Sequence[str]] | None:
    """Return rows of which most have as many parts, with what a title has more as its own.

    "Acme - Baker - Bread" beside "Birch - Cook": the title stands last in all of them. In
    "Baker - Acme - Leeds" nobody knows which part is one more.
    """
    count, usual = Counter(map(len, rows)).most_common(1)[0]
    is_most = usual >= FEWEST and 2 * usual > len(rows)
    if not is_most or not 1 < count <= _MOST_PARTS or min(map(len, rows)) < count:
        return None
    whole = [row for row in rows if len(row) == count]
    titled = sum(_is_titled(row[-1]) for row in whole)
    others = sum(_is_titled(part) for row in whole for part in row[:-1])
    if 2 * titled < usual or others >= titled:
        return None
    parted = [separator.split(head, maxsplit=count - 1) for head in heads]
    return [[*row[:-1], _CELL_MARKS.sub(", ", row[-1])] for row in parted]


def _by_votes(
    rows: Sequence[Sequence[str]], *, is_title_last: bool
) -> list[tuple[str, str]] | None:
    """Return employer and title of each row; None where no part is clearly the title."""
    columns = list(zip(*rows, strict=True))
    votes = [sum(map(_is_titled, column)) for column in columns]
    most = max(votes)
    if 2 * most < len(rows) or votes.count(most) > 1:
        return None
    title = votes.index(most)
    others = [n for n in range(len(columns)) if n != title]
    employer = next((n for n in others if _are_employers(columns[n])), None)
    if employer is None or votes[employer] * 3 > len(rows):
        return None
    # A department has no legal form: "Baker (Acme Bread Ltd)" names an employer of a group.
    if is_title_last and title == 0 and not all(map(has_legal_form, columns[employer])):
        return None
    pairs = [(clean_company(row[employer]), title_in(row[title])) for row in rows]
    return pairs if all(_can_be_title(role) for _, role in pairs) else None


def _can_be_title(role: str) -> bool:
    """Say whether a part can be a title, where titles stand above and below it.

    "Empfang" alone may be a receipt in a letter; beside "Dentalassistentin" it is a post.
    """
    return is_plausible_role(role) or (" " not in role and is_surely_title(role))


def _titles_alone(heads: Sequence[str]) -> list[tuple[str, str]] | None:
    """Return the heads as titles, where at least half of them can be nothing else."""
    if any(_AT.match(head) or _SEPARATORS[0].search(head) for head in heads):
        return None
    if sum(map(_is_titled, heads)) * FEWEST < len(heads):
        return None
    if any(map(leads_to_title, heads)):
        return None
    titles = [title_in(head) for head in heads]
    return [("", t) for t in titles] if all(map(is_plausible_role, titles)) else None


def leads_to_title(head: str) -> bool:
    """Say whether words lead up to a title: "Good news about Weaver", not "Head of Sales"."""
    found = _LEADS.search(head)
    return found is not None and not _is_titled(head[: found.start()])


def _is_titled(part: str) -> bool:
    if has_legal_form(part) and not has_gender_marker(part):
        return False
    return is_role_like(part) or sounds_like_title(clean_role(part))


def _are_employers(parts: Sequence[str]) -> bool:
    """Say whether most parts can be employers; "Farmacéutica Lirio" alone may be a title."""
    names = [clean_company(part) for part in parts]
    fitting = [name for name in names if is_company(name) and not is_system_name(name)]
    return all(map(is_plausible_name, names)) and 3 * len(fitting) >= 2 * len(names)
