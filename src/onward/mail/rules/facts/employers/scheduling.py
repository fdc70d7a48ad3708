"""Names in mail of a tool for appointments: of those who meet, of the meeting, of neither firm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.facts.contact import is_no_reply
from onward.mail.rules.facts.employers.company import Candidate
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.employers.names import (
    UPPER,
    compact,
    company_key,
    has_legal_form,
    label_variants,
    name_words,
    registrable_label,
    says_kind,
)
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.systems import System, SystemKind

_WORD = re.compile(r"[\w-]+")
_NAME = rf"[{UPPER}][\w'’-]+ (?:[{UPPER}][\w.'’-]* )?[{UPPER}][\w'’-]+"
_WITH = re.compile(
    rf"\b(?:with|mit|avec|con|com|met|med|z) (?P<behind>{_NAME})|\b(?P<before>{_NAME}) ile\b"
)
# A hairdresser's "Canceled: Appointment" comes from the same tools.
_INTERVIEW = re.compile(
    r"interview|\bphone screen|\bscreening\b|\brecruit|vorstellungsgespr|bewerbungsgespr|kennenlerngespr"
    r"|entretien|\bentrevista|\bcolloquio|sollicitatiegesprek|kennismakingsgesprek"
    r"|rozmow\w+ (?:kwalifikacyjn|rekrutacyjn)|mülakat|intervju"
)


# "With: Ida Roe", on a line of its own: who is asked to be there.
_LISTED = re.compile(
    r"(?:with|hosts?|organi[sz]er|invitees?|attendees?|participants?|interviewers?|mit|gastgeber(?:in)?|teilnehmer|organisator(?:in)?"
    r"|avec|organisateur|hôte|con|anfitrión|organizador|organizzatore|com|anfitrião|met|organisator|z|organizator|med|värd|düzenleyen)"
    rf"\s?:\s*(?-i:(?P<name>{_NAME}))$",
    re.IGNORECASE,
)

# "Ida Roe will call you at +49 30 5550": who meets, though no name that is known.
_CALLS = re.compile(
    rf"^(?P<name>{_NAME}) (?:will (?:call|ring|phone|meet)|(?:wird|ruft) (?:sie|dich)|(?:vous|t') ?(?:appellera|rappellera)|(?:te|le|lo|la|ti) (?:llamará|chiamerà)"
    r"|(?:vai|irá) ligar|belt (?:u|je)|zadzwoni|ringer (?:dig|upp)|sizi arayacak)\b",
)


def _listed(material: Material) -> Iterator[str]:
    """Yield whom a tool lists as who meets: persons, unless a name says what kind of firm it is."""
    for line in material.lines:
        found = _LISTED.match(line) or _CALLS.match(line)
        if found is not None and not _says_firm(found["name"]):
            yield found["name"]


def _says_firm(name: str) -> bool:
    return says_kind(name) or has_legal_form(name)


def met_person(material: Material) -> str:
    """Return the one person whom a meeting is with, beside the reader; "" for none or several."""
    own = {company_key(address.name) for address in material.message.to}
    named = (
        found["behind"] or found["before"]
        for found in _WITH.finditer(f"{material.subject}\n{material.prose}")
    )
    persons = chain(_listed(material), filter(is_plain_person, named))
    names = {company_key(name): name for name in persons}
    for name in own:
        names.pop(name, None)
    return next(iter(names.values())) if len(names) == 1 else ""


def names_interview(words: str) -> bool:
    """Say whether words name an interview: a haircut comes from the same tools."""
    return _INTERVIEW.search(lower(fold(words))) is not None


def is_tool(system: System) -> bool:
    """Say whether a tool for appointments sent a mail."""
    return bool(system.name) and system.kind is SystemKind.SCHEDULER


# "Need to make changes? Cancel | Reschedule": what such a tool ends its notices with.
_OFF = r"(?:cancel|absagen|stornieren|annuler|cancelar|annulla(?:re)?|disdi(?:re|ci)|annuleren|anuluj|avboka|iptal)"
_MOVED = (
    r"(?:reschedule|verschieben|umbuchen|verlegen|reporter|reprogramar|riprogramma(?:re)?|reagendar|remarcar"
    r"|verzetten|przełóż|boka om|omboka|ertele)"
)
_CHANGES = re.compile(
    rf"\b{_OFF}\b[^.!?]{{0,30}}\b{_MOVED}\b|\b{_MOVED}\b[^.!?]{{0,30}}\b{_OFF}\b",
    re.IGNORECASE,
)


def is_like_tool(material: Material) -> bool:
    """Say whether a machine that is called as its domain sends the notice of a meeting.

    "BookMe <notifications@bookme.example>": one of the tools that no list has.
    """
    sender = material.message.sender
    shown = compact(company_key(sender.name))
    is_own = bool(shown) and shown in label_variants(registrable_label(sender.domain))
    return (
        is_own and is_no_reply(sender.address) and bool(_CHANGES.search(material.prose))
    )


def without_meetings(
    candidates: Iterable[Candidate], *, material: Material
) -> list[Candidate]:
    """Return the candidates without persons, meetings and buttons, where such a tool sent the mail.

    "Confirmed: Phone Screen with Dana Fields" names who will call, and no employer; nor is
    "Sent from Calendly" one, nor "Reschedule · Cancel".
    """
    system = material.system
    if not is_tool(system):
        return list(candidates)
    listed = {company_key(name) for name in _listed(material)}
    others = name_words().meetings | name_words().buttons
    return [
        each
        for each in candidates
        if not is_plain_person(each.name)
        and company_key(each.name) not in listed
        and system.name not in each.name
        and others.isdisjoint(_WORD.findall(lower(each.name)))
    ]
