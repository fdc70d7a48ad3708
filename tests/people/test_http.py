from __future__ import annotations

from django import forms
from django.test import RequestFactory

from onward.people.http import form_status, posted


class NameForm(forms.Form):
    name = forms.CharField()


def test_what_was_sent_is_read_and_a_page_that_is_looked_at_has_nothing() -> None:
    requests = RequestFactory()
    sent = posted(requests.post("/", {"name": "Robin"}))
    assert sent is not None
    assert sent["name"] == "Robin"
    assert posted(requests.get("/", {"name": "Robin"})) is None


def test_only_what_cannot_be_saved_is_refused() -> None:
    assert form_status(NameForm()) == 200
    assert form_status(NameForm({"name": "Robin"})) == 200
    assert form_status(NameForm({"name": ""})) == 422
