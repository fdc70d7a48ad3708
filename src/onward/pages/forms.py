from __future__ import annotations

from django import forms


class NotNowForm(forms.Form):
    step = forms.CharField(max_length=50)
    kind = forms.CharField(max_length=100)
