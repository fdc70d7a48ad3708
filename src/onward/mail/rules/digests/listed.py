"""What a mail that lists several applications, openings or clients says of each."""

from __future__ import annotations

from onward.mail.rules.around.sent_on import unwrapped
from onward.mail.rules.digests.bullets import openings_listed
from onward.mail.rules.digests.client_list import clients_listed
from onward.mail.rules.digests.clients import clients_in, put_forward_to
from onward.mail.rules.digests.entries import entries_of
from onward.mail.rules.digests.names import Named
from onward.mail.rules.digests.parts import Part, parts_of, parts_together
from onward.mail.rules.digests.prose import named_together, openings_in
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.extract import extract_facts
from onward.mail.rules.facts.systems import SystemKind
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Message, Reading, Verdict
from onward.mail.rules.verdicts.fusion import second_opinion

_OF_CLIENTS = ENDINGS | {Verdict.AMBIGUOUS}
_PUT_FORWARD = frozenset(
    {Verdict.CONFIRMATION, Verdict.INFORMATION_REQUEST, Verdict.AMBIGUOUS}
)
_SAID_OF_ALL = ENDINGS | {Verdict.CONFIRMATION}


def listed_in(message: Message, *, reading: Reading) -> tuple[Part, ...]:
    """Return what a mail that lists several applications says of each; most list none.

    Args:
        reading: What the mail as a whole was read as.
    """
    message = unwrapped(message)
    is_hiring = reading.verdict not in NOT_HIRING
    is_from_system = bool(reading.system)
    entries = entries_of(
        message,
        is_about_work=is_from_system or is_hiring,
        is_from_system=is_from_system,
    )
    is_sure = True
    if not entries and is_hiring:
        entries, is_of_several = openings_in(message, language=reading.language)
        is_sure = is_of_several
    if not entries and reading.verdict in _OF_CLIENTS:
        entries = clients_in(message, language=reading.language)
        is_sure = False
    if not entries and reading.verdict in _PUT_FORWARD:
        jobs = clients_listed(message)
        if jobs:
            return parts_together(message, jobs, reading=reading)
    if not entries and reading.verdict in _SAID_OF_ALL:
        openings = openings_listed(
            message, language=reading.language, because=reading.because
        )
        if not openings:
            titles = named_together(message, language=reading.language)
            openings = tuple(Named("", title) for title in titles)
        if not openings and reading.verdict is Verdict.CONFIRMATION:
            openings = tuple(Named(name, "") for name in put_forward_to(message))
        return parts_together(message, openings, reading=reading)
    if not entries:
        return ()
    system = carrier(message)
    is_board = bool(system.name) and system.kind is SystemKind.JOB_BOARD
    company = reading.company
    if not is_hiring and not is_board:
        company = extract_facts(message, system=system).company
    parts = parts_of(
        message,
        entries,
        reading=reading,
        company="" if is_board else company,
        hear=lambda first, part: second_opinion(
            first, message=part, system=system.shown_name
        ),
        is_board=is_board,
    )
    is_doubtful = any(part.reading.verdict is Verdict.AMBIGUOUS for part in parts)
    return parts if is_sure or not is_doubtful else ()
