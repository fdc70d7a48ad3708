"""Which number an opening has, by what the rules and the finder read; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.requisition import (
    find_requisition,
    is_applicants,
    is_grade,
    is_other_number,
    labelled_number,
    serial_beside,
    without_label,
    without_title,
)
from onward.mail.rules.facts.settled import Ruled, settled
from onward.mail.rules.facts.spans import Span

_BEHIND = re.compile(r"\s*[/|–-]\s*$")
"""What parts a number from the words behind it: "26-0418-C / Clerk of Courts"."""


def number_of(
    material: Material,
    *,
    ruled: Mapping[str, Ruled],
    spans: Sequence[Span],
    role: str = "",
) -> str:
    """Return the number of the opening without what it is called, "" for none.

    That of the rules may give way to another, never to none; the applicant's own is none. What
    a subject calls the opening's number stays: below it, other openings of theirs may be named.
    Where there is none, the title that was settled on may have one beside it, and is no part of it.
    """
    text = f"{material.subject}\n{material.prose}"
    labelled = labelled_number(material.subject)
    said = {"subject": material.subject, "body": material.prose}
    number = settled(
        "requisition",
        material=material,
        ruled=ruled,
        spans=spans,
        is_allowed=lambda choice: (
            not labelled
            and not is_grade(choice.text, text=text)
            and not is_applicants(choice.text, **said)
            and not is_other_number(choice.text, **said)
        ),
    )
    found = number or ruled["requisition"].chosen
    if not found and role != ruled["role"].chosen:
        beside = find_requisition(material.subject, body=material.prose, role=role)
        found = beside if any(map(str.isdigit, beside)) else ""
    found = _BEHIND.sub("", without_title(without_label(found), role=role))
    if not found:
        serials = (serial_beside(part, role=role) for part in said.values())
        found = next(filter(None, serials), "")
    return "" if is_other_number(found, **said) else found
