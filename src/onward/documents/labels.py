"""The words for documents, adverts, and what can be wrong with a file."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from onward.applications.labels import Words
from onward.documents.rules.kinds import (
    AdvertSource,
    DocumentKind,
    FileFormat,
    Problem,
    ReadBy,
    SectionKind,
)
from onward.documents.rules.no_documents import NoDocument

KIND_LABELS: dict[DocumentKind, Words] = {
    DocumentKind.RESUME: _("Résumé"),
    DocumentKind.LETTER: _("Cover letter"),
}

FORMAT_LABELS: dict[FileFormat, Words] = {
    FileFormat.PDF: _("PDF"),
    FileFormat.DOCX: _("Word file"),
    FileFormat.ODT: _("OpenDocument text"),
    FileFormat.MARKDOWN: _("Markdown"),
    FileFormat.TEXT: _("plain text"),
    FileFormat.JSON_RESUME: _("JSON Resume"),
    FileFormat.HTML: _("web page"),
    FileFormat.MHTML: _("saved web page"),
    FileFormat.UNKNOWN: _("file"),
}

SECTION_LABELS: dict[SectionKind, Words] = {
    SectionKind.TOP: _("Name and contact"),
    SectionKind.SUMMARY: _("Summary"),
    SectionKind.EXPERIENCE: _("Experience"),
    SectionKind.EDUCATION: _("Education"),
    SectionKind.SKILLS: _("Skills"),
    SectionKind.PROJECTS: _("Projects"),
    SectionKind.LANGUAGES: _("Languages"),
    SectionKind.CERTIFICATES: _("Certificates and licences"),
    SectionKind.VOLUNTEERING: _("Volunteering"),
    SectionKind.PUBLICATIONS: _("Publications and awards"),
    SectionKind.INTERESTS: _("Interests"),
    SectionKind.REFERENCES: _("References"),
}

SOURCE_LABELS: dict[AdvertSource, Words] = {
    AdvertSource.PASTED: _("Pasted by you"),
    AdvertSource.FILE: _("From a file"),
    AdvertSource.FETCHED: _("Fetched from its web address"),
}

READ_BY_LABELS: dict[ReadBy, Words] = {
    ReadBy.NOTHING: "",
    ReadBy.POSTING: _("Its facts stand in the page in a form that programs read."),
    ReadBy.WORDS: _("Its facts were read from the words of the page; have a look."),
}

NO_DOCUMENT_SENTENCES: dict[NoDocument, Words] = {
    NoDocument.NOTHING: _(
        "This file is empty: it has 0 bytes, so nothing was kept. Open the document in "
        "the program that made it, save it once more, and add that file."
    ),
    NoDocument.PICTURE: _(
        "This is a picture, and its words cannot be read, so it was not added. Add the "
        "document itself as PDF, Word (.docx), OpenDocument, Markdown or plain text. If "
        "the picture is all you have, save it as PDF: that is kept as you sent it."
    ),
    NoDocument.RECORDING: _(
        "This is sound or film and no document, so it was not added. Onward keeps PDF, "
        "Word (.docx), OpenDocument, Markdown and plain text here."
    ),
    NoDocument.PROGRAM: _(
        "This is a program and no document, so it was not added. Onward keeps PDF, "
        "Word (.docx), OpenDocument, Markdown and plain text here."
    ),
}

PROBLEM_SENTENCES: dict[Problem, Words] = {
    Problem.EMPTY: _("The file is empty. Save it again and add it once more."),
    Problem.TOO_LARGE: _(
        "The file is larger than 25 MB, so its text was not read. "
        "A version with smaller pictures can be read."
    ),
    Problem.NO_TEXT: _(
        "The pages are pictures without text, as a scanner makes them. "
        "Export the document itself as PDF, or paste its text into a .txt file."
    ),
    Problem.PASSWORD: _(
        "The file is locked with a password. Save it without one and add it again."
    ),
    Problem.MACROS: _(
        "The file holds macros, small programs, so it was not opened. "
        "Save it as .docx or PDF and add it again."
    ),
    Problem.TOO_MUCH_INSIDE: _(
        "The file unpacks to far more than a document holds, so it was not opened. "
        "Save it as PDF and add it again."
    ),
    Problem.UNKNOWN_KIND: _(
        "This is no kind of file that Onward reads. "
        "Save it as PDF, .docx, .odt, .md or .txt and add it again."
    ),
    Problem.OLD_WORD: _(
        "This is a file of an older Word. Save it as .docx or PDF and add it again."
    ),
    Problem.DAMAGED: _(
        "The file is damaged or cut off. Save or download it again and add it once more."
    ),
    Problem.TOO_SLOW: _(
        "Reading it took too much time or memory and was stopped. "
        "Save it as a simpler PDF or as .txt and add it again."
    ),
    Problem.GONE_FROM_DISK: _(
        "The file is not where it was. Add it again, or bring it back from a backup."
    ),
    Problem.NOT_A_WEB_ADDRESS: _(
        "The page leads to something that is no web address. "
        "Open it in your browser, then paste its text or add the saved page."
    ),
    Problem.PRIVATE_ADDRESS: _(
        "This address lies in a private network, and Onward fetches from the open "
        "internet alone. Paste the text of the advert instead."
    ),
    Problem.UNREACHABLE: _(
        "The page could not be reached. Try again later, "
        "or open it in your browser and paste its text."
    ),
    Problem.NOT_THERE: _(
        "The page is not there any more. If you have the text somewhere, paste it."
    ),
    Problem.REFUSED: _(
        "The site shows this page to browsers alone. "
        "Open it there, then paste its text or add the saved page."
    ),
    Problem.ROBOTS: _(
        "The site asks programs not to fetch this page, and Onward keeps to that. "
        "Open it in your browser, then paste its text or add the saved page."
    ),
    Problem.MAIL_CHANGED: _(
        "The mailbox is not where it was, or it has changed since. "
        "Look through your sent mail again, or add the file by hand."
    ),
    Problem.MAIL_SERVER: _(
        "The mail server could not be asked for it. See under Mail what is the matter, "
        "then try again to keep the file."
    ),
    Problem.BROKE_OFF: _(
        "The reading broke off here before its end, and that need not be the file. Have it "
        "read again. If that breaks off, too, tell whoever runs this Onward, or save it as a "
        "simpler PDF or as .txt and add that."
    ),
    Problem.TOO_LITTLE: _(
        "The page holds hardly any text without a browser. "
        "Open it there, then paste its text or add the saved page."
    ),
}
