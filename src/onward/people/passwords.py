"""Which passwords are not taken, in the words of this house in place of Django's."""

from __future__ import annotations

from django.contrib.auth import password_validation as django_own
from django.utils.translation import gettext as _


class LongEnough(django_own.MinimumLengthValidator):
    """Takes ten characters or more."""

    def get_error_message(self) -> str:
        """Return what to do about a short one."""
        return _(
            "This one is short. Write %(least)d characters or more: three unusual words "
            "are fine."
        ) % {"least": self.min_length}


class UnlikeTheirName(django_own.UserAttributeSimilarityValidator):
    """Takes none that is nearly the person's address or name."""

    def get_error_message(self) -> str:
        """Return what to do about one that others would guess from what they know."""
        return _(
            "This one is nearly your address or your name, which others know. Choose "
            "another."
        )


class NotCommon(django_own.CommonPasswordValidator):
    """Takes none of those that are tried first."""

    def get_error_message(self) -> str:
        """Return what to do about one that many people have."""
        return _("Many people have this one, so it is tried first. Choose another.")
