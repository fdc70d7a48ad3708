"""Forms that write what was changed in them, and leave what another window wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms

if TYPE_CHECKING:
    AnyForm = forms.Form
else:
    AnyForm = object


class WritesChanges(AnyForm):
    """Carries what it was shown with; a field sent back as it was shown stays as it is now."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
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
        known = {_plain(self.data[key]) for key in (shown, sent) if key in self.data}
        return "" if now in known else now

    def _merged(self) -> Any:
        data = self.data.copy()  # type: ignore[attr-defined]
        for name, field in self.fields.items():
            sent, shown = self.add_prefix(name), self.add_initial_prefix(name)
            now = field.prepare_value(self.get_initial_for_field(field, name))
            now = "" if now is None else str(now)
            if shown not in data:
                data[shown] = now
            elif sent in data and _is_same(field, data[shown], data[sent]):
                data[sent] = data[shown] = now
        return data


def _plain(value: Any) -> str:
    # A browser ends lines by two characters.
    return "" if value is None else str(value).replace("\r\n", "\n").strip()


def _is_same(field: forms.Field, shown: str, sent: str) -> bool:
    try:
        return not field.has_changed(field.to_python(shown), sent)
    except forms.ValidationError:
        return False
