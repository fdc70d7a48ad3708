"""Requests for feedback, what was said, and the mail server that sends."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Application, Event
from onward.core.ids import uuid7
from onward.core.languages import Language
from onward.mail.models import MailMessage
from onward.method.feedback.rules.kinds import (
    Focus,
    Formality,
    Origin,
    Reached,
    RequestState,
    Security,
    SendProblem,
    Tag,
    Way,
    WouldAct,
)
from onward.people.access import OwnedQuerySet
from onward.people.models import Person

LANGUAGE_CHOICES = (
    (Language.ENGLISH.value, _("English")),
    (Language.GERMAN.value, _("German")),
    (Language.FRENCH.value, _("French")),
    (Language.SPANISH.value, _("Spanish")),
    (Language.ITALIAN.value, _("Italian")),
    (Language.DUTCH.value, _("Dutch")),
    (Language.PORTUGUESE.value, _("Portuguese")),
    (Language.SWEDISH.value, _("Swedish")),
    (Language.POLISH.value, _("Polish")),
    (Language.TURKISH.value, _("Turkish")),
)
FORMALITY_CHOICES = (
    (Formality.FORMAL.value, _("Formal (Dear …, Sie, vous, usted, Lei)")),
    (Formality.INFORMAL.value, _("Informal (Hi …, du, tu, tú)")),
)
FOCUS_CHOICES = (
    (Focus.NEXT.value, _("What they told you: what to work on first")),
    (Focus.SKILL.value, _("A skill: which one would have counted most")),
    (Focus.PREPARATION.value, _("Preparation: what could have been better prepared")),
)
SECURITY_CHOICES = (
    (Security.STARTTLS.value, _("STARTTLS (often port 587)")),
    (Security.TLS.value, _("TLS (often port 465)")),
    (Security.NONE.value, _("None, only for a server on this computer")),
)
TAG_CHOICES = (
    (Tag.SKILL.value, _("a skill")),
    (Tag.EXPERIENCE.value, _("experience")),
    (Tag.FIT.value, _("fit")),
    (Tag.COMMUNICATION.value, _("how it came across")),
    (Tag.NOT_ME.value, _("not about me")),
    (Tag.UNCLEAR.value, _("unclear")),
)
WOULD_ACT_CHOICES = (
    (WouldAct.YES.value, _("Yes")),
    (WouldAct.NO.value, _("No")),
    (WouldAct.NOT_SURE.value, _("Not sure")),
)


def _choices(words: type) -> list[tuple[str, str]]:
    return [(word.value, word.value) for word in words]  # type: ignore[attr-defined]


class NoToAskAbout(models.Model):
    """A no that may ask something of the person, as the care plan said; keeps the window."""

    by_hand: ClassVar[models.Q] = models.Q(let_go_at__isnull=False)

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    origin = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="+"
    )
    said_on = models.DateField()
    learned_at = models.DateTimeField()
    let_go_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["NoToAskAbout"].as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("person", "learned_at"), name="feedback_no_by_date"),
        )

    def __str__(self) -> str:
        return f"no of {self.said_on}"


class FeedbackRequest(models.Model):
    """One message that asks for feedback on one no; there is never a second.

    `origin` is the first event of the no. `asked_event` is the event that it left; taken
    back, the request is a draft again. `previous_body` is the draft that a mail really sent
    took the place of; `own_bodies` are the person's own words that were replaced, the latest
    first. `drafted_subject` and `drafted_body` are what was written here, by which own words
    are known from it; `chosen_voice` is what was chosen and nothing was written in yet.
    """

    by_hand: ClassVar[models.Q] = models.Q()

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="+"
    )
    origin = models.OneToOneField(Event, on_delete=models.CASCADE, related_name="+")
    to_name = models.CharField(max_length=200, blank=True)
    to_address = models.CharField(max_length=320, blank=True)
    language = models.CharField(max_length=2, choices=LANGUAGE_CHOICES)
    formality = models.CharField(max_length=10, choices=FORMALITY_CHOICES)
    focus = models.CharField(max_length=20, choices=FOCUS_CHOICES)
    reached = models.CharField(max_length=20, choices=_choices(Reached))
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)
    previous_body = models.TextField(blank=True)
    own_bodies = models.JSONField(default=list, blank=True)
    drafted_subject = models.CharField(max_length=300, blank=True)
    drafted_body = models.TextField(blank=True)
    chosen_voice = models.JSONField(default=dict, blank=True)
    in_reply_to = models.CharField(max_length=998, blank=True)
    references = models.JSONField(default=list, blank=True)
    state = models.CharField(
        max_length=10,
        choices=_choices(RequestState),
        default=RequestState.DRAFT.value,
    )
    sending_since = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=998, blank=True)
    problem = models.CharField(max_length=20, choices=_choices(SendProblem), blank=True)
    problem_said = models.CharField(max_length=300, blank=True)
    way = models.CharField(max_length=10, choices=_choices(Way), blank=True)
    asked_event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    silence_seen_at = models.DateTimeField(null=True, blank=True)
    made_at = models.DateTimeField()

    objects = OwnedQuerySet["FeedbackRequest"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "state"), name="feedback_by_state"),)

    def __str__(self) -> str:
        return f"request to {self.to_name or self.to_address}"

    @property
    def words_before(self) -> list[str]:
        """Return the person's own texts that can be brought back, the latest first."""
        return [text for text in self.own_bodies if text and text != self.body]

    @property
    def is_asked(self) -> bool:
        """It left, and that was not taken back."""
        return self.asked_event is not None and not self.asked_event.is_void


class Feedback(models.Model):
    """What somebody said, word for word, and what the person makes of it.

    `start` is the place in the message of a sentence found in a rejection; -1 otherwise.
    `event` is what stands on the timeline for it; taken back, this row does not count.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="+"
    )
    request = models.ForeignKey(
        FeedbackRequest,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="answers",
    )
    message = models.ForeignKey(
        MailMessage, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    event = models.ForeignKey(
        Event, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    came_from = models.CharField(max_length=10, choices=_choices(Origin))
    start = models.IntegerField(default=-1)
    text = models.TextField()
    said_by = models.CharField(max_length=200, blank=True)
    said_by_address = models.CharField(max_length=320, blank=True)
    said_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    tags = models.JSONField(default=list, blank=True)
    would_act = models.CharField(max_length=10, choices=WOULD_ACT_CHOICES, blank=True)
    tagged_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["Feedback"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "message", "start"), name="feedback_said_once"
            ),
        )
        indexes = (
            models.Index(fields=("person", "-said_at"), name="feedback_by_date"),
        )

    def __str__(self) -> str:
        return f"feedback of {self.said_at:%Y-%m-%d}"

    @property
    def tags_shown(self) -> list[str]:
        return [str(word) for key, word in TAG_CHOICES if key in self.tags]


class NotTheAnswer(models.Model):
    """A message that the person said is not the answer to a request."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    request = models.ForeignKey(FeedbackRequest, on_delete=models.CASCADE)
    message = models.ForeignKey(MailMessage, on_delete=models.CASCADE)

    objects = OwnedQuerySet["NotTheAnswer"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("request", "message"), name="feedback_not_it_once"
            ),
        )

    def __str__(self) -> str:
        return "not the answer"


class NextTime(models.Model):
    """A line for next time, made of a theme; goals take it over once they exist."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    tag = models.CharField(max_length=20, choices=TAG_CHOICES)
    text = models.CharField(_("next time"), max_length=300)
    made_at = models.DateTimeField()
    let_go_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["NextTime"].as_manager()

    def __str__(self) -> str:
        return self.text


class MailAccount(models.Model):
    """The mail server that sends for a person; its password is kept elsewhere."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    host = models.CharField(max_length=253)
    port = models.PositiveIntegerField()
    security = models.CharField(max_length=10, choices=SECURITY_CHOICES)
    user = models.CharField(max_length=320, blank=True)
    from_name = models.CharField(max_length=200, blank=True)
    from_address = models.CharField(max_length=320)
    password_place = models.CharField(max_length=10, blank=True)
    worked_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["MailAccount"].as_manager()

    def __str__(self) -> str:
        return f"{self.from_address} through {self.host}"
