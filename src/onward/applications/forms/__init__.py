"""What a person can type, and one clear sentence for each problem."""

from __future__ import annotations

from onward.applications.forms.board import (
    ClosingForm,
    MoveForm,
    StageForm,
    place_choices,
    place_named,
)
from onward.applications.forms.events import (
    CorrectionForm,
    EventForm,
    OwnForm,
    SplitForm,
)
from onward.applications.forms.facts import AddForm, EditForm, FactsForm
from onward.applications.forms.lists import BulkForm, ListForm, TableForm, ViewForm
from onward.applications.forms.rounds import (
    CadenceForm,
    ReminderForm,
    RoundForm,
    SnoozeForm,
)

__all__ = (
    "AddForm",
    "BulkForm",
    "CadenceForm",
    "ClosingForm",
    "CorrectionForm",
    "EditForm",
    "EventForm",
    "FactsForm",
    "ListForm",
    "MoveForm",
    "OwnForm",
    "ReminderForm",
    "RoundForm",
    "SnoozeForm",
    "SplitForm",
    "StageForm",
    "TableForm",
    "ViewForm",
    "place_choices",
    "place_named",
)
