from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application
from onward.applications.services import choosable
from onward.documents.labels import KIND_LABELS, NO_DOCUMENT_SENTENCES
from onward.documents.models import Advert, Document, SentFile, Version
from onward.documents.rules.addresses import web_address
from onward.documents.rules.kinds import DocumentKind
from onward.documents.rules.no_documents import (
    START_BYTES,
    NoDocument,
    no_document,
)
from onward.people.models import Person
from onward.people.shown import KeepsBoth

MAX_PASTED = 200_000

_KINDS = [(kind.value, label) for kind, label in KIND_LABELS.items()]


def _file_field(label: Any, *, hint: Any, required: bool) -> forms.FileField:
    # Django's own sentence on an empty file does not say what to do: `clean_file` does.
    return forms.FileField(
        label=label,
        help_text=hint,
        required=required,
        allow_empty_file=True,
        error_messages={
            "required": _("Choose a file."),
            "missing": _("Choose a file."),
        },
    )


class AddForm(forms.Form):
    file = _file_field(
        _("The file"),
        hint=_("PDF, Word (.docx), OpenDocument, Markdown, plain text or JSON Resume."),
        required=True,
    )
    kind = forms.ChoiceField(
        label=_("What it is"),
        choices=_KINDS,
        widget=forms.RadioSelect,
        initial=DocumentKind.RESUME.value,
        error_messages={"required": _("Choose one of the two.")},
    )
    document = forms.ModelChoiceField(
        label=_("A version of"),
        queryset=Document.objects.none(),
        required=False,
        empty_label=_("Go by the file's name"),
        help_text=_("A file of a new name becomes a document of its own."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice = cast("forms.ModelChoiceField[Document]", self.fields["document"])
        mine = Document.objects.for_person(person).order_by("-kind", "name", "pk")
        choice.queryset = mine
        if not mine.exists():
            del self.fields["document"]

    def clean_file(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        kind = no_document(file.read(START_BYTES))
        file.seek(0)
        if kind is not None:
            raise forms.ValidationError(NO_DOCUMENT_SENTENCES[kind])
        return file

    @property
    def upload(self) -> UploadedFile[bytes]:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return file

    @property
    def kind_chosen(self) -> DocumentKind:
        return DocumentKind(self.cleaned_data["kind"])

    @property
    def document_chosen(self) -> Document | None:
        document: Document | None = self.cleaned_data.get("document")
        return document


class SendForm(forms.Form):
    version = forms.ModelChoiceField(
        label=_("From your documents"),
        queryset=Version.objects.none(),
        empty_label=_("Choose one"),
        error_messages={
            "required": _("Choose what you sent."),
            "invalid_choice": _("This is not among your documents any more."),
        },
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = "id_send_%s"
        choice = cast("forms.ModelChoiceField[Version]", self.fields["version"])
        mine = Version.objects.for_person(person).select_related("document")
        choice.queryset = mine.order_by(
            "-document__kind", "document__name", "document", "-number"
        ).defer("text", "sections")


class RenameForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        error_messages={"required": _("Give it a name.")},
    )
    kind = forms.ChoiceField(
        label=_("What it is"), choices=_KINDS, widget=forms.RadioSelect
    )


class AdvertForm(forms.Form):
    address = forms.CharField(
        label=_("Its web address"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text=_(
            "The page is fetched once, when you press the button, and never again."
        ),
    )
    text = forms.CharField(
        label=_("Or its text, pasted"),
        required=False,
        max_length=MAX_PASTED,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    file = _file_field(
        _("Or a file"),
        hint=_("A page saved from the browser (.html, .mhtml), a PDF or a text."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Beside it on the page a file can be added to what was sent.
        self.auto_id = "id_advert_%s"

    def clean_file(self) -> UploadedFile[bytes] | None:
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and not file.size:
            raise forms.ValidationError(NO_DOCUMENT_SENTENCES[NoDocument.NOTHING])
        return file

    def clean_address(self) -> str:
        typed: str = self.cleaned_data["address"].strip()
        if not typed:
            return ""
        try:
            return web_address(typed)
        except ValueError as error:
            raise forms.ValidationError(
                _("This is not a web address. One looks like https://example.com.")
            ) from error

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        is_given = (
            data.get("address") or data.get("text") or data.get("file") is not None
        )
        if not self.errors and not is_given:
            self.add_error(
                "address", _("Give an address, paste the text, or choose a file.")
            )
        return data


class AdvertFactsForm(KeepsBoth, forms.Form):
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    company = forms.CharField(label=_("Company"), required=False, max_length=200)
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    salary = forms.CharField(label=_("Pay"), required=False, max_length=200)
    requirements = forms.CharField(
        label=_("What it asks for, one thing a line"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )

    @classmethod
    def of(cls, data: Any, *, advert: Advert) -> AdvertFactsForm:
        initial = {name: getattr(advert, name) for name in cls.base_fields}
        initial["requirements"] = "\n".join(advert.requirements)
        return cls(data, initial=initial)

    @property
    def facts(self) -> dict[str, str]:
        return {n: v for n, v in self.cleaned_data.items() if n != "requirements"}

    @property
    def requirements_listed(self) -> list[str]:
        lines: str = self.cleaned_data["requirements"]
        return lines.splitlines()


class KeepSentForm(forms.Form):
    kind = forms.ChoiceField(label=_("What it is"), choices=_KINDS)
    application = forms.ModelChoiceField(
        label=_("Sent for"),
        queryset=Application.objects.none(),
        required=False,
        empty_label=_("No application, only to the documents"),
    )

    def __init__(self, data: Any = None, *, file: SentFile) -> None:
        head = file.application.head.pk if file.application else None
        initial = {"kind": file.kind, "application": head}
        super().__init__(data, initial=initial)
        # Several of these stand on one page.
        self.auto_id = f"id_{file.pk}_%s"
        choice = cast("forms.ModelChoiceField[Application]", self.fields["application"])
        mine = choosable(file.person)
        choice.queryset = mine.order_by("company_sort", "role", "pk")
