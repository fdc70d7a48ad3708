"""Titles in mail in which no phrase names one: on a line of their own, or the only one there is."""

from __future__ import annotations

from onward.mail.rules.facts.contact import Signature
from onward.mail.rules.facts.findings import Findings, is_status
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.patterns import compile_phrase
from onward.mail.rules.facts.titles.choosing import without_company
from onward.mail.rules.facts.titles.fields import field_applied_for
from onward.mail.rules.facts.titles.role import (
    clean_role,
    holds_word,
    is_role_like,
    role_key,
)
from onward.mail.rules.facts.titles.words import (
    lone_titles,
    sounds_like_title,
    title_runs,
)

_MOST_TITLE_WORDS = 4
_TITLE_LINE = compile_phrase(r"^[^\w\n]*{role}")
_MOST_LINES = 25


def take_lines(found: Findings, *, material: Material, signature: Signature) -> None:
    """Read titles that stand on a line of their own, where no phrase named one."""
    for line in material.prose.split("\n")[:_MOST_LINES]:
        if (
            not 4 < len(line) < 90
            or line in signature.lines
            or line.endswith((".", "?"))
        ):
            continue
        hit = _TITLE_LINE.match(line)
        if hit is not None and is_role_like(hit["role"]):
            found.take_role(hit["role"], weight=1.0, place="body")


def take_last(
    found: Findings,
    *,
    material: Material,
    signature: Signature,
    company: str,
) -> None:
    """Read a subject that is a title or a field of work alone, else the only title in the body."""
    subject = without_company(clean_role(material.subject), company=company)
    subject = found.own_bounds(subject)
    is_short = len(subject.split()) <= _MOST_TITLE_WORDS
    is_free = not is_status(subject) and not holds_word(subject, kind="never_company")
    if is_short and is_free and "," not in subject and sounds_like_title(subject):
        found.take_role(subject, weight=1.0, place="subject")
        return
    field = field_applied_for(material.subject)
    if field:
        found.take_role(field, weight=1.0, place="subject")
        return
    signed = set(signature.lines)
    lines = [line for line in material.prose.split("\n") if line not in signed]
    titles = list(title_runs("\n".join(lines), subject=material.subject))
    titles = titles or list(lone_titles("\n".join(lines)))
    if len({role_key(title) for title in titles}) == 1:
        found.take_role(titles[0], weight=1.0, place="body")
