"""Lists of an agency that name a job and a firm a line, to which it puts the reader forward."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onward.mail.rules.basics.tables import table_part, tables
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.digests.names import MARK, PARTS, Named
from onward.mail.rules.digests.words import FEWEST
from onward.mail.rules.facts.employers.company import clean_company, is_company
from onward.mail.rules.facts.employers.names import (
    compact,
    company_key,
    has_legal_form,
    is_system_name,
)
from onward.mail.rules.facts.requisition import find_requisition
from onward.mail.rules.facts.titles.role import clean_role, is_plausible_role
from onward.mail.rules.facts.towns import is_town
from onward.mail.rules.types import Message

_READ_CHARS = 4_000
_MOST = 6
_LONGEST = 140
_MARKED = re.compile(r"^\s*(?:[-*•·▪‣–+]|\(?\d{1,2}[.)])\s+\S")
_SENTENCE = re.compile(r"(?:[^.!?\n]|\.(?=\w)|\n(?!\s*\n))+[.!?:]?")
_BEHIND = re.compile(r"\s*[(,;]|\s+[-–—|·]\s+")


def clients_listed(message: Message) -> tuple[Named, ...]:
    """Return the jobs of an agency's list that are each at a firm of their own, or none.

    "1. Driver at Acme Foods (York) 2. Planner at Larch Bank", in a letter that puts the
    reader forward. Every line names both, and no firm is whoever writes.
    """
    text = fold(own_text(message.text[:_READ_CHARS]))
    if not _puts_forward(lower(text)):
        return ()
    for lines in _lists(text.split("\n")):
        jobs = tuple(map(_job, lines))
        firms = {company_key(job.company) for job in jobs if job is not None}
        if len(firms) < FEWEST or None in jobs or len(jobs) > _MOST:
            continue
        found = tuple(job for job in jobs if job is not None)
        return () if _are_writers(found, message) else found
    return ()


def _puts_forward(low: str) -> bool:
    """Say whether a sentence puts the reader forward, or asks to, and no condition of others stands in it."""
    tables_of = [
        (
            table_part("client_list", code, "forward"),
            table_part("client_list", code, "unless"),
        )
        for code in tables("client_list")
    ]
    return any(
        forward.search(sentence[0]) and not unless.search(sentence[0])
        for sentence in _SENTENCE.finditer(low)
        for forward, unless in tables_of
    )


def _lists(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield the marked lines that follow each other; a blank line between them parts nothing."""
    run: list[str] = []
    for line in [*lines, "."]:
        if _MARKED.match(line):
            run.append(MARK.sub("", line).strip(" \t;."))
        elif line.strip():
            if len(run) >= FEWEST:
                yield run
            run = []


@cache
def _at() -> re.Pattern[str]:
    words = "|".join(table["at"] for table in tables("client_list").values())
    return re.compile(rf"\s(?:{words})\s+(?=[A-ZÀ-ÞĄĆĘŁŃÓŚŹŻÇĞİÖŞÜ\d])")


def _job(line: str) -> Named | None:
    """Return the title and the firm of a line, None where it does not name both."""
    if len(line) > _LONGEST:
        return None
    cuts = [found.span() for found in _at().finditer(line)]
    cuts += [found.span() for found in PARTS.finditer(line)]
    for start, end in sorted(cuts):
        company = clean_company(_BEHIND.split(line[end:], maxsplit=1)[0])
        title = clean_role(line[:start])
        if _is_firm(company) and is_plausible_role(title):
            number = find_requisition("", body=line, role=title)
            return Named(company, title, number)
    return None


def _is_firm(name: str) -> bool:
    is_name = is_company(name) and not is_system_name(name)
    return is_name and (has_legal_form(name) or not is_town(name))


def _are_writers(jobs: Iterable[Named], message: Message) -> bool:
    """Say whether one of the firms writes the letter: then it is no agency's."""
    own = compact(lower(f"{message.sender.name} {message.sender.domain}"))
    return any(compact(company_key(job.company)) in own for job in jobs)
