"""The vocabulary of documents: kinds, formats, sections, and what can be wrong."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What a document is for."""

    RESUME = "resume"
    LETTER = "letter"


class FileFormat(StrEnum):
    """What a file is by its content, whatever its name ends in."""

    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    MARKDOWN = "markdown"
    TEXT = "text"
    JSON_RESUME = "json_resume"
    HTML = "html"
    MHTML = "mhtml"
    UNKNOWN = ""


class ReadState(StrEnum):
    """How far the reading of a file is."""

    WAITING = "waiting"
    READ = "read"
    UNREADABLE = "unreadable"


class Problem(StrEnum):
    """Why a file or page could not be read; each has one sentence in `labels`."""

    NONE = ""
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NO_TEXT = "no_text"
    PASSWORD = "password"  # noqa: S105 -- a kind of problem
    MACROS = "macros"
    TOO_MUCH_INSIDE = "too_much_inside"
    UNKNOWN_KIND = "unknown_kind"
    OLD_WORD = "old_word"
    DAMAGED = "damaged"
    TOO_SLOW = "too_slow"
    GONE_FROM_DISK = "gone_from_disk"
    NOT_A_WEB_ADDRESS = "not_a_web_address"
    PRIVATE_ADDRESS = "private_address"
    UNREACHABLE = "unreachable"
    NOT_THERE = "not_there"
    REFUSED = "refused"
    ROBOTS = "robots"
    TOO_LITTLE = "too_little"
    MAIL_CHANGED = "mail_changed"
    MAIL_SERVER = "mail_server"
    BROKE_OFF = "broke_off"  # the work of reading it, whatever the file is


class SectionKind(StrEnum):
    """What a part of a résumé tells; TOP stands before the first heading."""

    TOP = "top"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    PROJECTS = "projects"
    LANGUAGES = "languages"
    CERTIFICATES = "certificates"
    VOLUNTEERING = "volunteering"
    PUBLICATIONS = "publications"
    INTERESTS = "interests"
    REFERENCES = "references"


class AdvertPart(StrEnum):
    """What a part of an advert tells."""

    REQUIREMENTS = "requirements"
    NICE_TO_HAVE = "nice_to_have"
    TASKS = "tasks"
    OFFER = "offer"
    ABOUT = "about"
    APPLY = "apply"


class AdvertSource(StrEnum):
    """Where an advert came from."""

    PASTED = "pasted"
    FILE = "file"
    FETCHED = "fetched"


class ReadBy(StrEnum):
    """How an advert's facts were found."""

    NOTHING = ""
    POSTING = "posting"  # schema.org JobPosting in the page
    WORDS = "words"  # the readable text alone
