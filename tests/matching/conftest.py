"""Applications with an advert and documents, read as the worker reads them."""

from __future__ import annotations

import hashlib

import pytest

from onward.applications.models import Application
from onward.documents.models import Advert, Document, Version
from onward.documents.rules.kinds import (
    AdvertSource,
    DocumentKind,
    FileFormat,
    ReadBy,
    ReadState,
)
from onward.documents.services import mark_sent
from onward.documents.services.adverts import store_advert
from onward.people.models import Person
from tests.builders import NOW, make_application

ADVERT = """Backend Engineer at Quill Harbor

Requirements
- Kubernetes
- SQL
- Rust
- Stock control

Nice to have
- Terraform
"""
RESUME = """Ada Winterbourne

Experience
Developer, Mapleleaf, 2020 - present
Ran k8s and PostgreSQL

Skills
Kubernetes, PostgreSQL, Git
"""
LETTER = """Dear Quill Harbor,

I apply as your backend engineer. I have always loved the sea and everything on it.
I ran Kubernetes for four years.

Ada
"""


def keep_advert(application: Application, text: str = ADVERT) -> None:
    """Keep an advert for an application as its reading leaves it."""
    advert = Advert.objects.create(
        person=application.person,
        application=application.head,
        source=AdvertSource.PASTED,
        taken_at=NOW,
    )
    answer = {
        **dict.fromkeys(("company", "place", "salary", "address"), ""),
        **dict.fromkeys(("posted_on", "valid_until", "saved_at"), ""),
        "title": text.partition("\n")[0],
        "format": FileFormat.TEXT,
        "read_by": ReadBy.WORDS,
        "text": text,
        "requirements": [],
    }
    store_advert(application.person, advert.pk, answer=answer, now=NOW)


def keep_text(
    person: Person,
    text: str,
    *,
    name: str = "Résumé",
    kind: DocumentKind = DocumentKind.RESUME,
) -> Version:
    """Keep a text as the next version of a document, as its reading leaves it."""
    document, _is_new = Document.objects.get_or_create(
        person=person, kind=kind, name=name, defaults={"created_at": NOW}
    )
    return Version.objects.create(
        person=person,
        document=document,
        number=document.versions.count() + 1,
        digest=hashlib.sha256(f"{person.pk} {text}".encode()).hexdigest(),
        state=ReadState.READ,
        format=FileFormat.TEXT,
        text=text,
        added_at=NOW,
    )


def send(application: Application, version: Version) -> None:
    """Note that a version went out with an application."""
    mark_sent(application.person, application, version, now=NOW)


@pytest.fixture
def application(owner: Person) -> Application:
    """An application with its advert, and the résumé that was sent."""
    made = make_application(
        person=owner, company="Quill Harbor", role="Backend Engineer"
    )
    keep_advert(made)
    send(made, keep_text(owner, RESUME))
    return made
