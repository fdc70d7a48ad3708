"""The research sheet: what a person found out about an employer, kept for the next time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from onward.applications.models import Application
from onward.mail.models import MailMessage
from onward.mail.rules.facts.employers.names import company_key
from onward.method.reflection.models import Research
from onward.people.models import Person

FIELDS = ("what_they_do", "news", "people", "why_me", "to_ask")
MOST_PEOPLE = 8


def research_of(person: Person, application: Application) -> Research | None:
    """Return the sheet about the employer of an application, by its name without legal form."""
    key = company_key(application.head.company)[:200]
    if not key:
        return None
    return Research.objects.for_person(person).filter(employer=key).first()


def keep_research(
    person: Person,
    application: Application,
    *,
    fields: Mapping[str, str],
    now: datetime,
) -> Research | None:
    """Keep the sheet; None where the application names no employer to keep it for."""
    key = company_key(application.head.company)[:200]
    if not key:
        return None
    said = {name: fields.get(name, "").strip() for name in FIELDS}
    sheet, _made = Research.objects.update_or_create(
        person=person, employer=key, defaults={**said, "changed_at": now}
    )
    return sheet


def people_there(person: Person, application: Application) -> list[str]:
    """Return the people at this employer whom the person's own mail and records name."""
    key = company_key(application.head.company)
    if not key:
        return []
    found: dict[str, str] = {}
    own = Application.objects.for_person(person).exclude(contact_name="")
    for company, name, address in own.values_list(
        "company", "contact_name", "contact_address"
    ):
        if company_key(company) == key:
            found.setdefault(address or name, name)
    mail = MailMessage.objects.for_person(person).exclude(contact_name="")
    written = mail.filter(accepts_replies=True).values_list(
        "company", "contact_name", "contact_address"
    )
    for company, name, address in written.distinct():
        if company_key(company) == key:
            found.setdefault(address or name, name)
    return list(dict.fromkeys(found.values()))[:MOST_PEOPLE]
