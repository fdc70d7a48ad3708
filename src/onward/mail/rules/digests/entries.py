"""Mail that lists several applications and where each stands: "Data Engineer at Acme - Not selected"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onward.mail.rules.basics.text import fold, lower, strip_quoted
from onward.mail.rules.digests.above import told_above
from onward.mail.rules.digests.alike import alike_in
from onward.mail.rules.digests.blocks import blocks_of
from onward.mail.rules.digests.groups import groups_of
from onward.mail.rules.digests.houses import below_houses
from onward.mail.rules.digests.names import MARK, PARTS, names_in, side_by_side
from onward.mail.rules.digests.sentences import sentences_of
from onward.mail.rules.digests.table import Line, rows_of
from onward.mail.rules.digests.words import (
    FEWEST,
    Entry,
    Standing,
    announces_list,
    bare,
    digest_words,
    hints_at_list,
    is_of_one_employer,
    speaks_of_applications,
    worth_of,
)
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.requisition import requisition_key
from onward.mail.rules.facts.titles.role import role_key
from onward.mail.rules.types import Message

MOST = 30
_READ_CHARS = 12_000
_LONGEST_LINE = 200
_BLOCK_LINES = 3

_LINE = re.compile(r"[^\n;]+|(?<=\n)(?=\n)")
_ARROW = re.compile(r"(\n[^\s>][^\n]*[^\s:]\n)>(?= ?[^\s>][^\n]*(?:\n(?!>)|$))")
_ANSWERS = re.compile(r"\s*(?:re|aw|antw|sv|fwd?|wg|odp|ynt|rv|tr)\s?:", re.IGNORECASE)
_ENDED = frozenset({Standing.REJECTION, Standing.POSITION_CLOSED})
_UNCLEAR = frozenset({Standing.TOLD, Standing.UNSURE, Standing.WAITING})
_LABEL = re.compile(
    r"^(?:application |current |bewerbungs)?(?:status|stand|stage|état|estado|stato|durum)\b[:\s]+"
)


def _head(message: Message) -> str:
    return lower(f"{message.subject}\n{message.text[:_READ_CHARS]}")


def entries_of(
    message: Message, *, is_about_work: bool = True, is_from_system: bool = False
) -> tuple[Entry, ...]:
    """Return the applications that a mail lists, at least two, or none.

    They stand in a table that names its columns, in blocks with a mark or a label each, or
    on lines that end in where they stand; the way that tells of most is taken.

    Args:
        is_about_work: Else labels alone ("Status:") announce nothing: orders have them too.
        is_from_system: A hiring system carried it, so that fewer labels are enough.
    """
    head = _head(message)
    is_announced = announces_list(head, is_from_system=is_from_system)
    if not is_about_work and is_announced:
        is_announced = speaks_of_applications(head)
    is_hinted = is_announced or hints_at_list(head)
    if not is_hinted and not is_about_work:
        return ()
    text = _own(_unarrowed(message.text[:_READ_CHARS], subject=message.subject))
    lines = _lines(text)
    is_one = is_of_one_employer(head)

    def whole(entries: Iterator[Entry]) -> tuple[Entry, ...]:
        return _different(below_houses([*entries], lines, is_one_employer=is_one))

    ways = [
        whole(blocks_of(lines, is_one_employer=is_one)),
        whole(alike_in(lines, is_one_employer=is_one)),
        whole(groups_of(lines, is_one_employer=is_one)),
        _different(sentences_of(text)),
        _different(told_above(lines)),
    ]
    if not is_announced:
        named = max(map(_named, ways), key=len)
        return named if is_hinted or speak_for_themselves(named) else ()
    rows = _different(rows_of(lines))
    one_by_one = whole(_entries(text))
    if is_one and len(max(ways, key=len)) >= len(one_by_one):
        # A line by itself takes the department behind a title for an employer.
        one_by_one = ()
    other = max([*ways, one_by_one], key=worth_of)
    # A table says itself which of its columns is which.
    return rows if len(rows) >= len(other) else other


def _named(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries where each names an employer and a title, else none."""
    are_named = all(entry.company and entry.role for entry in entries)
    return tuple(entries) if are_named else ()


def speak_for_themselves(entries: Sequence[Entry]) -> bool:
    """Say whether entries show without any word around them that a list tells where all stand.

    Different employers are named, no people, and most lines say where something stands:
    two different things, or that it ended.
    """
    companies = {company_key(entry.company) for entry in entries}
    told = [entry.hint or entry.standing for entry in entries]
    clear = [kind for kind in told if kind not in _UNCLEAR]
    return (
        len(companies) >= FEWEST
        and not any(has_given_name(entry.company) for entry in entries)
        and len(clear) >= FEWEST
        and len(clear) * 2 >= len(entries)
        and (len(set(clear)) > 1 or clear[0] in _ENDED)
    )


def _unarrowed(text: str, *, subject: str) -> str:
    """Return a text without ">" before what is told under a line: nobody is quoted there."""
    found = list(_ARROW.finditer(text))
    is_quoting = text.count("\n>") != len(found) or _ANSWERS.match(subject)
    return text if is_quoting or len(found) < FEWEST else _ARROW.sub(r"\1 ", text)


def _different(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, each application once; none where there is only one."""
    found: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        names = (company_key(entry.company), role_key(entry.role))
        found.setdefault((*names, requisition_key(entry.requisition)), entry)
    different = tuple(found.values())[:MOST]
    return different if len(different) >= FEWEST else ()


def _own(text: str) -> str:
    """Return a text with spaces for what somebody else wrote in it, plain dashes and all."""
    spans = strip_quoted(text)
    if spans == ((0, len(text)),):
        return _plain(text)
    parts = []
    reached = 0
    for start, end in spans:
        parts += [re.sub(r"[^\n]", " ", text[reached:start]), text[start:end]]
        reached = end
    return _plain("".join(parts))


def _plain(text: str) -> str:
    """Return a text folded, but for the tabs between the cells of a table."""
    return "\t".join(map(fold, text.split("\t")))


def _lines(text: str) -> Sequence[Line]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append(Line(line, start))
        start += len(line) + 1
    return lines


def _entries(text: str) -> Iterator[Entry]:
    above: list[tuple[int, str]] = []
    for found in _LINE.finditer(text):
        start, line = found.start(), found.group()
        words = MARK.sub("", line).strip()
        if not words or len(words) > _LONGEST_LINE:
            above = []
            continue
        head, standing = _told(words)
        if standing is None:
            above = [*above, (start, words)][-_BLOCK_LINES:]
            continue
        names = [head] if head else [words for _, words in above]
        first = start if head or not above else above[0][0]
        named = names_in(names)
        if named.company or named.role:
            end = start + len(line)
            yield Entry(
                named.company, named.role, standing, first, end, named.requisition
            )
        above = []


def _told(line: str) -> tuple[str, Standing | None]:
    """Return what stands before the words for where it stands, and what they tell."""
    told = digest_words().standings
    pieces = [piece.strip() for piece in PARTS.split(line) if piece.strip()]
    last = bare(_LABEL.sub("", lower(pieces[-1]))) if pieces else ""
    if last in told:
        places = [found.start() for found in PARTS.finditer(line)]
        head = line[: places[-1]] if places and len(pieces) > 1 else ""
        head = re.sub(
            r"[\s:|·•-]*\b(?:status|stand|stage)$", "", head, flags=re.IGNORECASE
        )
        return head.strip(), told[last]
    bracket = re.match(r"(?P<head>.+?)\s*[(\[](?P<told>[^()\[\]]+)[)\]]$", line)
    if bracket is not None and lower(bracket["told"]).strip() in told:
        return bracket["head"], told[lower(bracket["told"]).strip()]
    low = lower(line).rstrip(" .!")
    for phrase, standing in told.items():
        # The cells of a table stand on one line: "Data Engineer Larch Grid Not selected".
        if " " in phrase and low.endswith(f" {phrase}"):
            return side_by_side(line[: len(low) - len(phrase)].strip()), standing
    return "", None
