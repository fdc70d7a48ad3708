"""Filters that turn kinds of documents, sections and problems into words."""

from __future__ import annotations

from django import template

from onward.applications.labels import Words
from onward.documents.labels import (
    FORMAT_LABELS,
    KIND_LABELS,
    PROBLEM_SENTENCES,
    READ_BY_LABELS,
    SECTION_LABELS,
    SOURCE_LABELS,
)
from onward.documents.rules.kinds import (
    AdvertSource,
    DocumentKind,
    FileFormat,
    Problem,
    ReadBy,
    SectionKind,
)

register = template.Library()


@register.filter
def kind_label(kind: str) -> Words:
    """Return what a document is for, in words."""
    return KIND_LABELS[DocumentKind(kind)]


@register.filter
def format_label(form: str) -> Words:
    """Return what kind of file it is, in words."""
    return FORMAT_LABELS[FileFormat(form)]


@register.filter
def section_label(kind: str) -> Words:
    """Return what a section of a résumé tells, in words."""
    return SECTION_LABELS[SectionKind(kind)]


@register.filter
def source_label(source: str) -> Words:
    """Return where an advert came from, in words."""
    return SOURCE_LABELS[AdvertSource(source)]


@register.filter
def read_by_label(read_by: str) -> Words:
    """Return how an advert's facts were found, in a sentence."""
    return READ_BY_LABELS[ReadBy(read_by)]


@register.filter
def problem_sentence(problem: str) -> Words:
    """Return why a file could not be read and what to do; empty where it could."""
    return PROBLEM_SENTENCES.get(Problem(problem), "")
