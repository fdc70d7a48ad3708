"""What was sent: résumés and letters in versions, and adverts as they stood."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application
from onward.core.ids import uuid7
from onward.documents.rules.kinds import (
    AdvertSource,
    DocumentKind,
    FileFormat,
    Problem,
    ReadBy,
    ReadState,
    SectionKind,
)
from onward.documents.rules.names import fits
from onward.documents.rules.sections import Section
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


def _choices(words: Any) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]


class Document(models.Model):
    """A résumé or a letter by its name; what it says is in its versions."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(max_length=10, choices=_choices(DocumentKind))
    name = models.CharField(_("name"), max_length=200)
    created_at = models.DateTimeField()

    objects = OwnedQuerySet["Document"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "kind", "name"), name="document_by_name"),
        )

    def __str__(self) -> str:
        return self.name


class KeptFile(models.Model):
    """A file as it was given, and how far its reading is; its bytes lie in a blob."""

    file_name = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    format = models.CharField(
        max_length=12, choices=_choices(FileFormat), default="", blank=True
    )
    state = models.CharField(
        max_length=10, choices=_choices(ReadState), default=ReadState.WAITING.value
    )
    problem = models.CharField(
        max_length=20, choices=_choices(Problem), default="", blank=True
    )
    text = models.TextField(blank=True)

    class Meta:
        abstract = True

    @property
    def is_waiting(self) -> bool:
        return self.state == ReadState.WAITING

    @property
    def is_read(self) -> bool:
        return self.state == ReadState.READ

    @property
    def is_named_otherwise(self) -> bool:
        """It was read as what it is, and its name says that it is something else."""
        return self.is_read and not fits(self.file_name, form=FileFormat(self.format))


class Version(KeptFile):
    """One state of a document; the same bytes are one version, whatever they are called."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    document = models.ForeignKey(
        Document, on_delete=models.CASCADE, related_name="versions"
    )
    number = models.PositiveIntegerField()
    pages = models.PositiveIntegerField(default=0)
    sections: Any = models.JSONField(default=list, blank=True)
    added_at = models.DateTimeField()

    objects = OwnedQuerySet["Version"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "digest"), name="version_once"),
            models.UniqueConstraint(
                fields=("document", "number"), name="version_in_order"
            ),
        )
        indexes = (models.Index(fields=("person", "added_at"), name="version_by_day"),)

    def __str__(self) -> str:
        return f"{self.document}, {_('version')} {self.number}"

    @property
    def found_sections(self) -> tuple[Section, ...]:
        """The sections that were recognised, in order."""
        return tuple(
            Section(SectionKind(one["kind"]), one["heading"], one["text"], one["start"])
            for one in self.sections
        )


class Advert(KeptFile):
    """An advert as it stood on the day it was kept, for one application."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="adverts"
    )
    source = models.CharField(max_length=8, choices=_choices(AdvertSource))
    address = models.CharField(max_length=2000, blank=True)
    read_by = models.CharField(
        max_length=8, choices=_choices(ReadBy), default="", blank=True
    )
    title = models.CharField(_("title"), max_length=300, blank=True)
    company = models.CharField(_("company"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    salary = models.CharField(_("pay"), max_length=200, blank=True)
    requirements: Any = models.JSONField(default=list, blank=True)
    posted_on = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    taken_at = models.DateTimeField()

    objects = OwnedQuerySet["Advert"].as_manager()

    class Meta:
        indexes = (
            models.Index(
                fields=("person", "application"), name="advert_by_application"
            ),
        )

    def __str__(self) -> str:
        return self.title or self.file_name or self.address or str(_("The advert"))


class SentFile(models.Model):
    """A file that hangs on a mail the person sent: offered, and not kept until asked for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.SET_NULL, null=True, blank=True
    )
    kind = models.CharField(max_length=10, choices=_choices(DocumentKind))
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    to = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=998, blank=True)
    path = models.CharField(max_length=4096)
    offset = models.PositiveBigIntegerField(default=0)
    key = models.CharField(max_length=64)
    is_put_aside = models.BooleanField(default=False)
    problem = models.CharField(
        max_length=20, choices=_choices(Problem), default="", blank=True
    )

    objects = OwnedQuerySet["SentFile"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="sent_file_once"),
        )
        indexes = (
            models.Index(fields=("person", "-sent_at"), name="sent_file_by_day"),
        )

    def __str__(self) -> str:
        return self.name
