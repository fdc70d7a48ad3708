"""The person's own language model: kept, tried, turned on and off; its key lies elsewhere."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from onward.core.passwords import Place, forget_password, keep_password, read_password
from onward.core.reach import ANYWHERE
from onward.jobs.models import Job
from onward.jobs.services import ask_to_stop
from onward.mail.models import AnswerState, ModelAnswer, OwnModel
from onward.mail.own_model.opening import opened
from onward.mail.own_model.server import SECONDS_TO_ANSWER, ModelServer
from onward.mail.own_model.troubles import ModelTrouble, ModelTroubleKind
from onward.mail.rules.own_model.address import BadAddress, ModelAddress, model_address
from onward.mail.rules.own_model.answers import Judged, judge
from onward.mail.rules.own_model.asking import question
from onward.people.models import Person

JOB = "mail.ask"

# Invented, and the same for everybody: a test sends nothing of the person's own.
TEST_SUBJECT = "Your application at Quill Street Press"
TEST_TEXT = (
    "Dear Robin,\n\nthank you for your time. We have decided to go on with another "
    "candidate for the role of bookbinder.\n\nKind regards,\nQuill Street Press"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFacts:
    """What a person says of their model; nothing secret."""

    address: ModelAddress
    name: str
    may_leave_computer: bool = False
    asks_after_reading: bool = False


def own_model(person: Person) -> OwnModel | None:
    """Return this person's model, on or off; None where none was ever set up."""
    return OwnModel.objects.for_person(person).first()


def may_use(person: Person, address: ModelAddress) -> bool:
    """Return whether this person may have mail sent to an address at all.

    In a home of one person they decide alone. Where several people share an Onward, its
    computer is not theirs: only addresses that whoever runs it has named are allowed.
    """
    return person.is_local or address.origin in _allowed_origins()


def may_have_one(person: Person) -> bool:
    """Return whether there is any address that this person may use."""
    return person.is_local or bool(_allowed_origins())


def odd_addresses() -> list[str]:
    """Return the entries of ONWARD_MODEL_ADDRESSES that are no whole address; doctor tells them."""
    return [
        text
        for text in settings.MODEL_ADDRESSES
        if "://" not in text or not _origin_named(text)
    ]


def _allowed_origins() -> frozenset[str]:
    return frozenset(filter(None, map(_origin_named, settings.MODEL_ADDRESSES)))


def _origin_named(text: str) -> str:
    try:
        return model_address(text).origin
    except BadAddress:
        return ""


def keep_model(
    person: Person, facts: ModelFacts, *, key: str = "", now: datetime
) -> OwnModel:
    """Keep where the model is, and turn it on; an empty key leaves the one that is kept.

    A key is given to one server: with another address the old one is forgotten.

    Raises:
        OSError: If the key cannot be kept; then nothing is changed.
    """
    with transaction.atomic():
        row = own_model(person) or OwnModel(person=person, created_at=now)
        is_elsewhere = row.address and _origin(row.address) != facts.address.origin
        if key:
            place = keep_password(_key_name(person), key, folder=settings.HOME)
            row.secret_place = place.value
        elif is_elsewhere and row.secret_place:
            forget_password(_key_name(person), folder=settings.HOME)
            row.secret_place = ""
        row.address = facts.address.base
        row.name = facts.name
        row.may_leave_computer = facts.may_leave_computer
        row.asks_after_reading = facts.asks_after_reading
        row.is_on = True
        row.trouble = row.trouble_words = ""
        row.save()
    return row


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def turn_off(row: OwnModel) -> None:
    """Ask the model nothing any more, from this moment on; what it said so far stays."""
    OwnModel.objects.filter(pk=row.pk).update(is_on=False, trouble="", trouble_words="")
    row.is_on = False
    for job in Job.objects.for_person(row.person).filter(kind=JOB, finished_at=None):
        ask_to_stop(job)


def forget_key(person: Person) -> None:
    """Delete the key of a person's model wherever it is kept; all it takes is their identity."""
    forget_password(_key_name(person), folder=settings.HOME)


def remove_model(row: OwnModel) -> None:
    """Forget the model, its key, and what it proposed and nobody accepted."""
    turn_off(row)
    forget_key(row.person)
    answers = ModelAnswer.objects.for_person(row.person)
    answers.exclude(state=AnswerState.ACCEPTED).delete()
    row.delete()


def is_key_in_file(row: OwnModel) -> bool:
    """Return whether the key lies in the owner-only file, for want of a keyring."""
    return row.secret_place == Place.FILE


def server_of(row: OwnModel) -> ModelServer:
    """Return the server to ask, checked anew against what the person and the operator allow.

    Raises:
        ModelTrouble: NOT_ALLOWED where mail may not be sent there.
    """
    address = model_address(row.address)
    is_agreed = address.is_here or row.may_leave_computer
    if not is_agreed or not may_use(row.person, address):
        raise ModelTrouble(ModelTroubleKind.NOT_ALLOWED, host=address.host)
    key = ""
    if row.secret_place:
        key = read_password(_key_name(row.person), folder=settings.HOME) or ""
    # Whoever runs this Onward has named the address itself, wherever it leads to.
    return ModelServer(address, row.name, key, ANYWHERE)


def try_out(row: OwnModel, *, seconds: float = SECONDS_TO_ANSWER) -> Judged:
    """Ask the model about an invented message and return what its answer is worth.

    Raises:
        ModelTrouble: If it cannot be asked; that is kept, so that doctor tells it too.
    """
    asked = question(subject=TEST_SUBJECT, text=TEST_TEXT, mark=new_mark())
    try:
        with opened(server_of(row), seconds=seconds) as model:
            answer = model.ask(asked)
    except ModelTrouble as trouble:
        note_trouble(row, trouble)
        raise
    note_work(row)
    return judge(answer, subject=TEST_SUBJECT, text=TEST_TEXT)


def new_mark() -> str:
    """Return the word that fences one message's text; never the same twice."""
    return secrets.token_hex(8)


def note_trouble(row: OwnModel, trouble: ModelTrouble) -> None:
    """Keep what was wrong, as the sentence that pages and doctor show."""
    OwnModel.objects.filter(pk=row.pk).update(
        trouble=trouble.kind.value, trouble_words=str(trouble)[:500]
    )
    row.trouble, row.trouble_words = trouble.kind.value, str(trouble)[:500]


def note_work(row: OwnModel) -> None:
    """Keep that the model answered, whatever it said."""
    now = timezone.now()
    OwnModel.objects.filter(pk=row.pk).update(
        trouble="", trouble_words="", worked_at=now
    )
    row.trouble, row.trouble_words, row.worked_at = "", "", now


def _key_name(person: Person) -> str:
    return f"model:{settings.HOME_MARK}:{person.pk}"
