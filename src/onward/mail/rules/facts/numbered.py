"""Which number an opening has, by what the rules and the finder read; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.requisition import (
    is_applicants,
    is_other_number,
    labelled_number,
    without_label,
)
from onward.mail.rules.facts.settled import Ruled, settled
from onward.mail.rules.facts.spans import Span


def number_of(
    material: Material, *, ruled: Mapping[str, Ruled], spans: Sequence[Span]
) -> str:
    """Return the number of the opening without what it is called, "" for none.

    That of the rules may give way to another, never to none; the applicant's own is none. What
    a subject calls the opening's number stays: below it, other openings of theirs may be named.
    """
    labelled = labelled_number(material.subject)
    said = {"subject": material.subject, "body": material.prose}
    number = settled(
        "requisition",
        material=material,
        ruled=ruled,
        spans=spans,
        is_allowed=lambda choice: (
            not labelled
            and not is_applicants(choice.text, **said)
            and not is_other_number(choice.text, **said)
        ),
    )
    found = without_label(number or ruled["requisition"].chosen)
    return "" if is_other_number(found, **said) else found
