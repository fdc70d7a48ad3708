"""Read one message: which vendor carried it, what it means, which facts it states."""

from __future__ import annotations

from onward.mail.rules.classify import classify
from onward.mail.rules.contact import is_person
from onward.mail.rules.extract import extract_facts
from onward.mail.rules.fusion import second_opinion
from onward.mail.rules.systems import find_system
from onward.mail.rules.types import NOT_HIRING, Message, Reading


def read_message(message: Message) -> Reading:
    """Return what both voices understand of one message; facts only for hiring mail."""
    system = find_system(message, is_personal=is_person(message.sender))
    name = system.shown_name
    first = classify(message, system=name)
    classification = second_opinion(first, message=message, system=name)
    if classification.verdict in NOT_HIRING:
        return Reading(
            verdict=classification.verdict,
            confidence=classification.confidence,
            because=classification.because,
            language=classification.language,
            system=name,
        )
    facts = extract_facts(message, system=system)
    return Reading(
        verdict=classification.verdict,
        confidence=classification.confidence,
        because=classification.because,
        language=classification.language,
        company=facts.company,
        role=facts.role,
        requisition=facts.requisition,
        system=name,
        contact=facts.contact,
        accepts_replies=facts.accepts_replies,
    )
