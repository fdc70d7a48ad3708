"""Read an advert from a file of whatever kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from onward.documents.reading.files import read_file, tidy
from onward.documents.reading.pages import decode_html, read_page, unwrap_mhtml
from onward.documents.reading.result import MAX_READ_BYTES, Unreadable
from onward.documents.reading.sniff import format_of
from onward.documents.rules.advert_facts import AdvertFacts, facts_in
from onward.documents.rules.advert_head import without_gender_marks
from onward.documents.rules.adverts import MOST_REQUIREMENTS, requirements_of
from onward.documents.rules.job_posting import Posting
from onward.documents.rules.kinds import FileFormat, Problem, ReadBy


@dataclass(frozen=True, slots=True)
class AdvertReading:
    """What an advert says.

    Attributes:
        address: Where the page was saved from, if the file says so.
        saved_at: When the page was saved, aware, if the file says so.
    """

    format: FileFormat
    read_by: ReadBy
    text: str
    title: str = ""
    company: str = ""
    place: str = ""
    salary: str = ""
    requirements: tuple[str, ...] = ()
    posted_on: date | None = None
    valid_until: date | None = None
    address: str = ""
    saved_at: datetime | None = None


def read_advert(path: Path, *, name: str, charset: str = "") -> AdvertReading:
    """Return what an advert says: by schema.org JobPosting, else by its readable text.

    Args:
        charset: As the server declared it, for pages that do not say.

    Raises:
        Unreadable: If it cannot be read, and why.
    """
    if path.stat().st_size > MAX_READ_BYTES:
        raise Unreadable(Problem.TOO_LARGE)
    form = format_of(path, name=name)
    if form == FileFormat.HTML:
        return _of_page(form, decode_html(path.read_bytes(), charset=charset))
    if form == FileFormat.MHTML:
        saved = unwrap_mhtml(path.read_bytes())
        return _of_page(
            form, saved.html, address=saved.address, saved_at=saved.saved_at
        )
    reading = read_file(path, name=name)
    return _of_words(reading.format, reading.text, facts=facts_in(reading.text))


def _of_page(
    form: FileFormat, html: str, *, address: str = "", saved_at: datetime | None = None
) -> AdvertReading:
    page = read_page(html)
    text = tidy(page.text)
    if not text:
        raise Unreadable(Problem.TOO_LITTLE, form)
    if page.posting is not None:
        return _of_posting(
            form, page.posting, text=text, address=address, saved_at=saved_at
        )
    facts = facts_in(text)
    titled = AdvertFacts(
        title=without_gender_marks(page.title) or facts.title,
        company=facts.company,
        place=facts.place,
        salary=facts.salary,
    )
    return _of_words(form, text, facts=titled, address=address, saved_at=saved_at)


def _of_posting(
    form: FileFormat,
    posting: Posting,
    *,
    text: str,
    address: str,
    saved_at: datetime | None,
) -> AdvertReading:
    in_text = (*requirements_of(posting.text), *requirements_of(text))
    named = dict.fromkeys((*posting.requirements, *in_text))
    return AdvertReading(
        format=form,
        read_by=ReadBy.POSTING,
        text=text,
        title=without_gender_marks(posting.title),
        company=posting.company,
        place=posting.place,
        salary=posting.salary or facts_in(text).salary,
        requirements=tuple(named)[:MOST_REQUIREMENTS],
        posted_on=posting.posted_on,
        valid_until=posting.valid_until,
        address=address,
        saved_at=saved_at,
    )


def _of_words(
    form: FileFormat,
    text: str,
    *,
    facts: AdvertFacts,
    address: str = "",
    saved_at: datetime | None = None,
) -> AdvertReading:
    return AdvertReading(
        format=form,
        read_by=ReadBy.WORDS,
        text=text,
        title=facts.title,
        company=facts.company,
        place=facts.place,
        salary=facts.salary,
        requirements=requirements_of(text),
        address=address,
        saved_at=saved_at,
    )
