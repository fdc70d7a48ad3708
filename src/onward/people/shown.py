"""Forms that stand open in two windows: neither takes away what the other wrote.

`WritesChanges` leaves alone what was not changed in it. `KeepsBoth` also asks where both
windows wrote in the same field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    AnyForm = forms.Form
else:
    AnyForm = object


class WritesChanges(AnyForm):
    """Carries what it was shown with; a field sent back as it was shown stays as it is now.

    Attributes:
        said_as_one: Fields that say one thing together, as a day and its hour do: where one
            of them was changed, all are as they were sent.
    """

    said_as_one: ClassVar[Sequence[frozenset[str]]] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # Left alone here and changed in another window: what that one kept stands now.
        self.replaced: list[str] = []
        for field in self.fields.values():
            field.show_hidden_initial = True
        if self.is_bound:
            self.data = self._merged()

    def shown(self, name: str) -> Any:
        """Return what the form was shown with, cleaned; what is so now where it does not say."""
        field = self.fields[name]
        try:
            return field.clean(self.data[self.add_initial_prefix(name)])
        except forms.ValidationError:
            return self.get_initial_for_field(field, name)

    def overtaken(self, name: str) -> str:
        """Return what another window wrote where this one wrote too; empty where none did."""
        field = self.fields[name]
        now = _plain(field.prepare_value(self.get_initial_for_field(field, name)))
        shown, sent = self.add_initial_prefix(name), self.add_prefix(name)
        if now == _plain(self.data.get(shown, now)):
            return ""
        return "" if _bare(now) == _bare(_plain(self.data.get(sent))) else now

    def _merged(self) -> Any:
        data = self.data.copy()  # type: ignore[attr-defined]
        left_alone = self._left_alone()
        for name, field in self.fields.items():
            sent, shown = self.add_prefix(name), self.add_initial_prefix(name)
            now = field.prepare_value(self.get_initial_for_field(field, name))
            now = "" if now is None else str(now)
            if shown not in data:
                data[shown] = now
            elif name in left_alone:
                if _plain(data[shown]) != _plain(now):
                    self.replaced.append(name)
                # Of a group in which nothing is chosen a browser sends nothing.
                data[sent] = data[shown] = now
        return data

    def _left_alone(self) -> set[str]:
        """Return the fields that were sent as they were shown, and what goes with them too."""
        data = self.data
        alone = {
            name
            for name, field in self.fields.items()
            if (shown := self.add_initial_prefix(name)) in data
            and _is_same(field, data[shown], data.get(self.add_prefix(name), ""))
        }
        changed = (names for names in self.said_as_one if not names <= alone)
        return alone.difference(*changed)


class ShownField(forms.BoundField):
    """A field that knows what it was shown with, and what another window wrote in it."""

    def as_shown(self) -> str:
        """Return what it was shown with as a hidden input, for who writes a field by hand."""
        return self.as_hidden(only_initial=True)

    @property
    def meanwhile(self) -> str:
        """What another window wrote where this one wrote too, in words; mostly empty."""
        said: dict[str, str] = getattr(self.form, "meanwhile", {})
        found = said.get(self.name, "")
        choices: Any = getattr(self.field, "choices", ()) if found else ()
        return next((str(words) for key, words in choices if str(key) == found), found)


class KeepsBoth(WritesChanges):
    """Comes back once with both on the page where another window wrote in the same field."""

    bound_field_class = ShownField

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: Mapping[str, Any],
        suggested: Mapping[str, Any] | None = None,
    ) -> None:
        """Take what is stored, and what to suggest where nothing is: that overtakes nobody.

        A suggestion may be another by the time it is sent back, and stays as it was shown.
        """
        shown = {
            name: (data or {}).get(f"initial-{name}", value)
            for name, value in (suggested or {}).items()
        }
        super().__init__(data, initial={**shown, **initial})
        self.meanwhile: dict[str, str] = {}

    def clean(self) -> dict[str, Any]:
        """Say of each field that another window wrote in, too, what it wrote."""
        cleaned = super().clean() or {}
        data: Any = self.data
        found = {name: self.overtaken(name) for name in self.fields}
        self.meanwhile = {name: words for name, words in found.items() if words}
        for name, words in self.meanwhile.items():
            self.add_error(name, _SAVED_MEANWHILE)
            # It stands on the page now: sent again, this window's words take its place.
            data[self.add_initial_prefix(name)] = words
        return cleaned


_SAVED_MEANWHILE = _(
    "Something else was saved here in another window meanwhile: it stands below. Saving "
    "again puts yours in its place, “Not now” leaves it."
)


def _plain(value: Any) -> str:
    # A browser ends lines by two characters.
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def _bare(text: str) -> list[str]:
    # Where a text is a list, its marks and its empty lines are not kept.
    return [line for part in text.splitlines() if (line := part.strip(" \t-•*"))]


def _is_same(field: forms.Field, shown: str, sent: str) -> bool:
    try:
        return not field.has_changed(field.to_python(shown), sent)
    except forms.ValidationError:
        return False
