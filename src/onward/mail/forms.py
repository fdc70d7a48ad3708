from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import NO_KINDS, EventKind
from onward.applications.rules.payload import Outcome
from onward.applications.services import choosable
from onward.core.text import search_fold
from onward.mail.meanings import MEANING_LABELS, OWN_LABELS
from onward.mail.models import MailMessage
from onward.mail.rules.around.forwarded import writer_passed_on
from onward.mail.rules.talks.own_firm import company_of_domain
from onward.mail.rules.types import SAYABLE, Meaning
from onward.mail.services.fitting import fitting_applications
from onward.mail.services.following import stepped_back_before
from onward.mail.services.letter_writers import is_letter
from onward.mail.services.said_rounds import told_when
from onward.mail.timed_form import TIMED, TimedForm
from onward.people.models import Person
from onward.people.reach import may_name_files


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    widget = ManyFilesInput
    default_error_messages = {"required": _("Choose files to read.")}

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[bytes]]:
        files = data if isinstance(data, (list, tuple)) else [data]
        if self.required and not any(files):
            raise forms.ValidationError(
                self.error_messages["required"], code="required"
            )
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
            files = self.fields["mailboxes"]
            files.label, files.required = _("Choose files"), True

    def clean_path(self) -> str:
        text: str = self.cleaned_data["path"].strip()
        if not text:
            return ""
        # %APPDATA%, as Windows itself names the folder of Thunderbird.
        path = Path(os.path.expandvars(text)).expanduser()
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
_THEIRS = [
    (each.value, MEANING_LABELS[each]) for each in SAYABLE if each is not Meaning.OTHER
]
OF_ROUNDS = {"interview_moved": Outcome.MOVED, "interview_off": Outcome.CANCELLED}
"""What a message does to an interview that is arranged already."""
_OF_ROUNDS = [
    ("interview_moved", _("The interview is moved")),
    ("interview_off", _("The interview is called off")),
]
_OWN = [(kind.value, label) for kind, label in OWN_LABELS.items()]
_APPLIED = (EventKind.APPLIED.value, _("I applied with it"))
_NOT_MINE = (Meaning.OTHER.value, MEANING_LABELS[Meaning.OTHER])
_SAVED = (EventKind.SAVED.value, _("A job to save for later"))
SETTLED_AS = [
    _OPEN,
    (_("What they said"), [*_THEIRS[:4], *_OF_ROUNDS, *_THEIRS[4:]]),
    (_("What I said"), _OWN),
    _SAVED,
    _NOT_MINE,
]
LETTER_SETTLED_AS = [
    _OPEN,
    (_("What I said"), [_APPLIED, *_OWN]),
    (_("What they said"), [*_THEIRS[:4], *_OF_ROUNDS, *_THEIRS[4:]]),
    _SAVED,
    _NOT_MINE,
]
MEANINGS = [
    _OPEN,
    (_("What they said"), _THEIRS),
    (_("What I said"), _OWN),
    _NOT_MINE,
]
CORRECTED = [
    _OPEN,
    (_("What they said"), [*_THEIRS[:4], *_OF_ROUNDS, *_THEIRS[4:]]),
    (_("What I said"), _OWN),
    _NOT_MINE,
]
OWN_MEANINGS = [_OPEN, *_OWN, _NOT_MINE]
APPLIED_MEANINGS = [_OPEN, _APPLIED, *_OWN, _NOT_MINE]
CORRECTED_OWN = [_OPEN, *_OWN, (Meaning.OTHER.value, _("It says none of this"))]
NEW = "new"
STANDS = "stands"
"""What a message says that was read as moving an interview, or as calling it off."""
_STANDS = (STANDS, _("The interview stands as it was"))
_CHOOSE = {"required": _("Choose what this message says.")}


class _WhereNeeded(forms.Select):
    """What a browser lets pass unchosen: what is not about the search belongs nowhere."""

    def use_required_attribute(self, initial: Any) -> bool:
        return False


class SettleForm(TimedForm):
    field_order = ("kind", "day", "time", "application", "company", "role")
    kind = forms.ChoiceField(
        label=_("What does this message say?"), choices=MEANINGS, error_messages=_CHOOSE
    )
    application = forms.ChoiceField(
        label=_("Which application?"),
        widget=_WhereNeeded,
        error_messages={"required": _("Choose an application, or “A new one”.")},
    )
    company = forms.CharField(
        label=_("Company, for a new one"), required=False, max_length=200
    )
    role = forms.CharField(
        label=_("Role, for a new one"), required=False, max_length=300
    )

    def __init__(self, *args: Any, person: Person, message: MailMessage, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._person, self._message = person, message
        own = choosable(person).order_by(*_BY_NAME)
        self._mine = {str(each.pk): each for each in own}
        fits = fitting_applications(person, message, among=self._mine.values())
        likely = [str(key) for key in fits.likely]
        self._likely = [self._mine[key] for key in likely]
        choice = cast("forms.ChoiceField", self.fields["application"])
        choice.choices = self._choices(likely=likely)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = _choices_of(message)
        if not self.is_bound:
            self.initial["company"] = _company_of(message)
            self.initial["role"] = message.role
            # Own words that fit no application may be a joke to a sister: nothing is
            # said for the person. Else only one may stand first: of several they choose.
            is_strange = message.is_sent and not fits.likely
            self.initial["application"] = fits.only or (
                "" if fits.likely or is_strange else NEW
            )
            is_own_end = message.verdict in NO_KINDS and not message.is_sent
            is_own_end = is_own_end and stepped_back_before(person, message)
            if not (is_strange or is_own_end) and message.verdict in _values(
                kind.choices
            ):
                # What takes note of the person's own withdrawal is no "no" of theirs.
                self.initial["kind"] = message.verdict
            self.initial.update(self._told())

    @property
    def _is_of_employer(self) -> bool:
        """Whether a message is of an employer: known, or named in it by more than an address; or an entry.

        An hour that a friend names, for a glass of wine at theirs, is none of an interview.
        """
        if self._message.calendar:
            return True
        message, name = self._message, search_fold(self._message.company)
        words = " ".join((message.sender_name, message.subject, message.text))
        return bool(self._likely or (name and name in search_fold(words)))

    def _told(self) -> dict[str, Any]:
        """Return the day and time that the message names, on the person's clock."""
        person, message = self._person, self._message
        if message.is_sent or not self._is_of_employer:
            return {}
        return told_when(person, message, among=self._likely)

    def _choices(self, *, likely: Sequence[str]) -> list[Any]:
        """Return the choices of an application: the likeliest first, a new one last."""
        named = [(key, str(self._mine[key])) for key in likely]
        others = [(key, str(e)) for key, e in self._mine.items() if key not in likely]
        groups = ((_("Likely"), named), (_("Others"), others))
        first = [("", _("Choose an application"))]
        new = [(NEW, _("A new one"))]
        if not likely:
            return [*first, *others, *new]
        return [*first, *(group for group in groups if group[1]), *new]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("kind") == Meaning.OTHER:
            self.errors.pop("application", None)
        chosen = data.get("application")
        if chosen == NEW and not (data.get("company") or "").strip():
            self.add_error("company", _("Name the company of the new one."))
        data["application"] = self._mine.get(chosen or "")
        self.check_time(data)
        if data.get("kind") in OF_ROUNDS and chosen:
            self._check_round(data["application"])
        return data

    def _check_round(self, application: Application | None) -> None:
        """Ask for an application that is known: a new one has no interview to move."""
        if application is not None:
            return
        self.add_error(
            "application",
            _(
                "No interview is known there. Choose the application that has one, or "
                "“An interview”."
            ),
        )

    @property
    def keeps_hour(self) -> bool:
        """Whether the hour that the mail names counts: the person did not empty it."""
        if self.cleaned_data.get("day") is not None:
            return True
        # What a friend's mail names was not shown. Who makes it a new one says whose it is.
        named = search_fold(self.cleaned_data.get("company") or "")
        is_named = bool(named) and named != search_fold(self._message.company)
        return (self._is_of_employer or is_named) and not self._told()


def _company_of(message: MailMessage) -> str:
    """Return the employer that a message names: of mail that was passed on, not who did so."""
    writer = writer_passed_on(subject=message.subject, text=message.text)
    passer = company_of_domain(message.sender_address.rpartition("@")[2])
    if not writer.address or (message.company and message.company != passer):
        return message.company
    return company_of_domain(writer.domain)


_BY_NAME = ("company_sort", "role", "pk")


def _choices_of(message: MailMessage) -> list[Any]:
    """Return what a message can mean; a doubtful withdrawal is about the search at any rate."""
    if not message.is_sent:
        return LETTER_SETTLED_AS if is_letter(message) else SETTLED_AS
    if message.verdict == EventKind.APPLIED:
        return APPLIED_MEANINGS
    is_doubtful = message.verdict == EventKind.WITHDRAWAL
    return CORRECTED_OWN if is_doubtful else OWN_MEANINGS


def _values(choices: Any) -> set[str]:
    """Return the values of choices, those of groups too."""
    found: set[str] = set()
    for value, label in choices:
        is_group = isinstance(label, list)
        found |= {key for key, _label in label} if is_group else {value}
    return found


class CorrectForm(TimedForm):
    """What a message means else; of an interview or a test also when it is."""

    field_order = ("kind", "day", "time")

    kind = forms.ChoiceField(
        label=_("What does this message say?"), error_messages=_CHOOSE
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        message: MailMessage,
        said: Event | None,
    ):
        super().__init__(data, initial={"kind": said.kind if said else ""})
        self._person = message.person
        # When an interview is that is known as one, its own page says.
        is_known = said is None or said.kind in {*TIMED, EventKind.ARRANGED}
        self.is_timed = not (is_known or message.is_sent)
        if said is None or not self.is_timed:
            del self.fields["day"], self.fields["time"]
        elif not self.is_bound:
            among = [said.application.head]
            self.initial.update(told_when(message.person, message, among=among))
        kind = cast("forms.ChoiceField", self.fields["kind"])
        first, *others = CORRECTED_OWN if message.is_sent else CORRECTED
        self.is_of_round = said is not None and said.kind == EventKind.ARRANGED
        stands = [_STANDS] if self.is_of_round else []
        kind.choices = [first, *stands, *others]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.check_time(data)
        return data

    @property
    def keeps_hour(self) -> bool:
        """Whether the hour that the mail names counts: the person did not empty it."""
        return "day" not in self.data


class ForgetForm(forms.Form):
    changes = forms.ChoiceField(
        label=_("What about what it did so far?"),
        choices=[
            ("keep", _("Leave all of it as it is now")),
            ("back", _("Take it back")),
        ],
        help_text=_(
            "Taken back, the messages that it changed are read as before, and what you said "
            "of its own mail is undone. An application that you began by saying it goes, too, "
            "unless there is more in it."
        ),
        initial="keep",
        widget=forms.RadioSelect,
    )
