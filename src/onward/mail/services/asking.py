"""Asking the person's own model about ambiguous messages; what it says is only proposed."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from onward.jobs.models import Job
from onward.jobs.services import Progress, enqueue
from onward.mail.models import AnswerState, MailMessage, ModelAnswer, OwnModel, Review
from onward.mail.own_model.opening import opened
from onward.mail.own_model.server import ModelServer
from onward.mail.own_model.troubles import OF_ONE_MESSAGE, ModelTrouble
from onward.mail.rules.own_model.answers import DISCARDED, Judged, Outcome, judge
from onward.mail.rules.own_model.asking import question, speaks_to_a_machine
from onward.mail.rules.types import Verdict
from onward.mail.services.own_model import (
    JOB,
    new_mark,
    note_trouble,
    note_work,
    own_model,
    server_of,
)
from onward.mail.services.proposals import place_proposals
from onward.mail.services.waiting import waiting_mail
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

if TYPE_CHECKING:
    from onward.mail.own_model.client import Model

MOST_TROUBLES_IN_A_ROW = 3
MOST_IN_ONE_JOB = 40
"""A model takes seconds for each: after so many, other background work has its turn."""


@dataclass(slots=True)
class Asked:
    """What asking came to.

    Attributes:
        asked: Messages that were looked at, sent or kept back.
        proposed: Readings that wait on the review page.
        unclear: Messages that the model could not tell either.
        discarded: Answers that were let go, by why.
        left: Messages that wait to be asked about still.
        goes_on: Only the limit ended it, so that a further run is wanted.
        trouble: Why it ended early, as a sentence; "" where it did not.
    """

    asked: int = 0
    proposed: int = 0
    unclear: int = 0
    discarded: dict[str, int] = field(default_factory=dict)
    left: int = 0
    goes_on: bool = False
    trouble: str = ""


def ambiguous(person: Person) -> QuerySet[MailMessage]:
    """Return the messages whose words do not decide; never any other mail is sent."""
    return _unclear(waiting_mail(person))


def _unclear(rows: OwnedQuerySet[MailMessage]) -> OwnedQuerySet[MailMessage]:
    return rows.filter(
        review=Review.AMBIGUOUS, verdict=Verdict.AMBIGUOUS, is_sent=False
    )


def to_ask(person: Person, *, model: str) -> QuerySet[MailMessage]:
    """Return the ambiguous messages that this model was not asked about, or did not answer.

    Those never tried come first, the newest of them at the front. What the person
    dismissed is not asked again, whatever the model.
    """
    answered = Q(model_answer__model=model) & ~Q(
        model_answer__outcome=Outcome.NO_ANSWER
    )
    dismissed = Q(model_answer__state=AnswerState.DISMISSED)
    asked_at = F("model_answer__asked_at")
    return (
        ambiguous(person)
        .exclude(pk__in=ambiguous(person).filter(answered | dismissed).values("pk"))
        .order_by(asked_at.asc(nulls_first=True), "-sent_at", "pk")
    )


def queue_asking(person: Person) -> Job | None:
    """Return the job that asks: the one under way, or a new one; None where it is off."""
    row = own_model(person)
    if row is None or not row.is_on:
        return None
    under_way = Job.objects.for_person(person).filter(kind=JOB, finished_at=None)
    return under_way.first() or _queued(row)


def queue_the_rest(person: Person) -> None:
    """Queue a further run behind the work that waits already, while one is under way."""
    row = own_model(person)
    if row is not None and row.is_on:
        _queued(row)


def _queued(row: OwnModel) -> Job:
    title = _("Asking %(name)s") % {"name": row}
    return enqueue(row.person, kind=JOB, title=title, arguments={})


def after_reading(person: Person) -> None:
    """Do what a reading of mail brings with it: place proposals anew, and queue the asking.

    The asking is queued only if the person ticked that, and something is left to ask.
    """
    place_proposals(person)
    row = own_model(person)
    if row is None or not row.is_on or not row.asks_after_reading:
        return
    if to_ask(person, model=row.name).exists():
        queue_asking(person)


def ask_about_ambiguous(
    person: Person,
    *,
    progress: Progress,
    most: int | None = None,
    open_model: Callable[[ModelServer], Model] = opened,
) -> Asked:
    """Ask about every ambiguous message that is left, one by one, and keep what counts.

    Idempotent: what was answered is not asked again, so a run after a crash goes on.
    Whether the model is on and allowed is looked up before each message: turning it off
    ends the run at once.

    Args:
        most: Ask about no more messages than this; None for all.

    Raises:
        Cancelled: If the person said stop; answers until then are kept.
    """
    row = own_model(person)
    if row is None or not row.is_on:
        return Asked()
    waiting = list(to_ask(person, model=row.name).values_list("pk", flat=True))
    run = _Run(row)
    try:
        run.server = server_of(row)
        with open_model(run.server) as model:
            is_whole = run.ask(waiting[:most], model=model, progress=progress)
        run.counts.goes_on = is_whole and most is not None and len(waiting) > most
    except ModelTrouble as trouble:
        note_trouble(row, trouble)
        run.counts.trouble = str(trouble)
    finally:
        place_proposals(person)
    run.counts.left = to_ask(person, model=row.name).count()
    return run.counts


class _Run:
    """One run over messages: each asked by itself, each answer stored at once."""

    def __init__(self, row: OwnModel) -> None:
        self.counts = Asked()
        self.server: ModelServer | None = None
        self._row = row
        self._troubles = 0
        self._discarded: Counter[str] = Counter()

    def ask(
        self, waiting: Sequence[uuid.UUID], *, model: Model, progress: Progress
    ) -> bool:
        """Ask about these messages in turn; return whether it came to their end."""
        for place, pk in enumerate(waiting):
            progress(done=place, total=len(waiting), message=self.words())
            if not self._is_still_on():
                return False
            own = MailMessage.objects.for_person(self._row.person)
            message = _unclear(own).filter(pk=pk).first()
            # Settled meanwhile: then there is nothing to ask.
            if message is not None:
                self._take(message, self._judged(message, model=model))
        progress(done=len(waiting), total=len(waiting), message=self.words())
        return True

    def words(self) -> str:
        """Return how far the asking is, for a progress bar."""
        return _("%(asked)d asked about, %(proposed)d readings to look at") % {
            "asked": self.counts.asked,
            "proposed": self.counts.proposed,
        }

    def _is_still_on(self) -> bool:
        row = own_model(self._row.person)
        return row is not None and row.is_on and server_of(row) == self.server

    def _judged(self, message: MailMessage, *, model: Model) -> Judged:
        subject, text = message.subject, message.text
        if speaks_to_a_machine(subject=subject, text=text):
            return Judged(Outcome.FOR_A_MACHINE)
        asked = question(subject=subject, text=text, mark=new_mark())
        try:
            answer = model.ask(asked)
        except ModelTrouble as trouble:
            self._troubles += 1
            is_all = trouble.kind not in OF_ONE_MESSAGE
            if is_all or self._troubles >= MOST_TROUBLES_IN_A_ROW:
                raise
            return Judged(Outcome.NO_ANSWER)
        self._troubles = 0
        note_work(self._row)
        return judge(answer, subject=subject, text=text)

    def _take(self, message: MailMessage, judged: Judged) -> None:
        ModelAnswer.objects.update_or_create(
            message=message,
            defaults={
                "person": self._row.person,
                "model": self._row.name,
                "outcome": judged.outcome.value,
                "verdict": judged.verdict.value if judged.verdict else "",
                "quote": _quote(judged),
                "application": None,
                "is_placed": False,
                "state": AnswerState.WAITING,
                "asked_at": timezone.now(),
            },
        )
        counts = self.counts
        counts.asked += 1
        counts.proposed += judged.outcome is Outcome.PROPOSED
        counts.unclear += judged.outcome is Outcome.UNCLEAR
        if judged.outcome in DISCARDED:
            self._discarded[judged.outcome.value] += 1
            counts.discarded = dict(self._discarded)


def _quote(judged: Judged) -> dict[str, str | int]:
    """Return the words as `MailMessage.because` keeps them."""
    if judged.outcome is not Outcome.PROPOSED:
        return {}
    return {
        "rule": "own-model",
        "words": judged.quote,
        "where": judged.where,
        "start": judged.start,
        "end": judged.end,
    }
