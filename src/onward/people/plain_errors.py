"""What a form says where nothing of its own is said: plain words in place of Django's."""

from __future__ import annotations

from django import forms
from django.core import validators
from django.utils.translation import gettext_lazy as _

_OF_FIELDS = (
    (forms.Field, "required", _("This is needed. Fill it in, or choose one.")),
    (forms.IntegerField, "invalid", _("Write a whole number, such as 30.")),
    (forms.DateField, "invalid", _("Write the day as 2026-11-30.")),
    (forms.TimeField, "invalid", _("Write the time as in 14:30.")),
    (
        forms.ChoiceField,
        "invalid_choice",
        _("This is none of the choices. Choose one of the list."),
    ),
    (forms.FileField, "empty", _("This file is empty. Choose another.")),
)
_OF_VALIDATORS = (
    (
        validators.MaxLengthValidator,
        _("This is longer than %(limit_value)d characters. Shorten it a little."),
    ),
    (validators.MaxValueValidator, _("Write %(limit_value)s, or less.")),
    (validators.MinValueValidator, _("Write %(limit_value)s, or more.")),
    (
        validators.validate_email,
        _("This is no e-mail address. Write it as robin@mail.example."),
    ),
)


def speak_plainly() -> None:
    """Let every form use these words where it has none of its own."""
    for field, code, words in _OF_FIELDS:
        field.default_error_messages = {**field.default_error_messages, code: words}
    for validator, words in _OF_VALIDATORS:
        validator.message = words
