from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application
from onward.mail.meanings import MEANING_LABELS, OWN_LABELS
from onward.mail.models import MailMessage
from onward.mail.rules.types import SAYABLE, Meaning
from onward.people.models import Person
from onward.people.reach import may_name_files


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        files = data if isinstance(data, (list, tuple)) else [data]
        return [
            super(ManyFilesField, self).clean(file, initial) for file in files if file
        ]


class ImportForm(forms.Form):
    path = forms.CharField(
        label=_("A file or folder on this computer"),
        required=False,
        max_length=4096,
        help_text=_(
            "For example ~/Takeout/mail.mbox. It is read where it is, and not copied."
        ),
    )
    mailboxes = ManyFilesField(
        label=_("Or choose files"),
        required=False,
        help_text=_(
            "Mailbox files (.mbox), single messages (.eml, .msg), or a .zip or .tgz with "
            "such in it, as Google Takeout makes them."
        ),
    )

    with_spam = forms.BooleanField(
        label=_("Read spam and the bin too"),
        required=False,
        help_text=_(
            "Otherwise what the mailbox keeps there is left out. Drafts are never read."
        ),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not may_name_files(person):
            del self.fields["path"]
            self.fields["mailboxes"].label = _("Choose files")

    def clean_path(self) -> str:
        text: str = self.cleaned_data["path"].strip()
        if not text:
            return ""
        path = Path(text).expanduser()
        try:
            is_there = path.exists()
        except OSError:
            is_there = False
        if not is_there:
            raise forms.ValidationError(
                _("There is nothing at %(path)s. Check the spelling, or choose files."),
                params={"path": text},
            )
        return str(path.absolute())

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not data.get("path") and not data.get("mailboxes"):
            raise forms.ValidationError(_("Name a file or folder, or choose files."))
        return data


# Nothing stands first by itself: where the words do not decide, no press may say "a no".
_OPEN = ("", _("Choose what it says"))
MEANINGS = [_OPEN, *((each.value, MEANING_LABELS[each]) for each in SAYABLE)]
OWN_MEANINGS = [_OPEN, *((kind.value, label) for kind, label in OWN_LABELS.items())]
_CHOOSE = {"required": _("Choose what this message says.")}


class SettleForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What does this message say?"), choices=MEANINGS, error_messages=_CHOOSE
    )
    application = forms.ModelChoiceField(
        label=_("Which application?"),
        queryset=Application.objects.none(),
        required=False,
        empty_label=_("A new one"),
    )
    company = forms.CharField(
        label=_("Company, for a new one"), required=False, max_length=200
    )
    role = forms.CharField(
        label=_("Role, for a new one"), required=False, max_length=300
    )

    def __init__(self, *args: Any, person: Person, message: MailMessage, **kwargs: Any):
        super().__init__(*args, **kwargs)
        mine = Application.objects.for_person(person).filter(merged_into=None)
        choice = cast("forms.ModelChoiceField[Application]", self.fields["application"])
        choice.queryset = mine.order_by("company_sort", "role")
        kind = cast("forms.ChoiceField", self.fields["kind"])
        if message.is_sent:
            kind.choices = OWN_MEANINGS
        if not self.is_bound:
            self.initial["company"] = message.company
            self.initial["role"] = message.role
            if message.sender_address:
                # Only one may stand first: of several the person chooses.
                theirs = list(
                    mine.filter(contact_address__iexact=message.sender_address)[:2]
                )
                if len(theirs) == 1:
                    self.initial["application"] = theirs[0].pk
            if message.verdict in dict(OWN_MEANINGS if message.is_sent else MEANINGS):
                self.initial["kind"] = message.verdict

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == Meaning.OTHER:
            return data
        if not data.get("application") and not (data.get("company") or "").strip():
            self.add_error("company", _("Choose an application, or name the company."))
        return data


class CorrectForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("What does this message say?"), choices=MEANINGS, error_messages=_CHOOSE
    )


class ForgetForm(forms.Form):
    changes = forms.ChoiceField(
        label=_("What about the messages that it changed?"),
        choices=[
            ("keep", _("Leave them as they are now")),
            ("back", _("Read them as before")),
        ],
        initial="keep",
        widget=forms.RadioSelect,
    )
