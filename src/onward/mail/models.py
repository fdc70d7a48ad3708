"""What is kept of mail: hiring messages, and the place and count of each run."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from onward.applications.models import Event
from onward.core.ids import uuid7
from onward.mail.newer.rows import NewerReading as NewerReading
from onward.mail.newer.rows import NewerState as NewerState
from onward.mail.newer.rows import ReadingMark as ReadingMark
from onward.mail.own_model.rows import AnswerState as AnswerState
from onward.mail.own_model.rows import ModelAnswer as ModelAnswer
from onward.mail.own_model.rows import OwnModel as OwnModel
from onward.mail.rules.types import Meaning
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Review(models.TextChoices):
    """Why a message waits for the person, if it does."""

    NONE = "", _("needs nothing")
    AMBIGUOUS = "ambiguous", _("the words do not decide")
    UNMATCHED = "unmatched", _("no application found")
    APPROACH = "approach", _("somebody wrote first")
    OVERTAKEN = "overtaken", _("settled by what you wrote later")
    SETTLED = "settled", _("settled by you")


class MailMessage(models.Model):
    """One hiring message as it was understood; ordinary mail is never stored.

    `key` is the parser's stable identity, equal for the same mail in two files.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    key = models.CharField(max_length=64)
    message_id = models.CharField(max_length=998)
    thread = models.CharField(max_length=998, blank=True)
    references = models.JSONField(default=list, blank=True)
    calendar = models.JSONField(default=dict, blank=True)
    sent_at = models.DateTimeField()
    is_date_believed = models.BooleanField(default=True)
    sender_name = models.CharField(max_length=320, blank=True)
    sender_address = models.CharField(max_length=320, blank=True)
    subject = models.CharField(max_length=998, blank=True)
    text = models.TextField(blank=True)
    path = models.CharField(max_length=4096)
    offset = models.PositiveBigIntegerField(default=0)
    # "spam" or "bin", where the mailbox keeps it there: what it says begins no application.
    kept_in = models.CharField(max_length=10, blank=True)
    # Mail that the person wrote: to whom, and with which files (résumé, letter).
    is_sent = models.BooleanField(default=False)
    recipients = models.JSONField(default=list, blank=True)
    attachment_names = models.JSONField(default=list, blank=True)

    verdict = models.CharField(max_length=20)
    confidence = models.FloatField(default=0.0)
    because = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=8, blank=True)
    company = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=300, blank=True)
    requisition = models.CharField(max_length=100, blank=True)
    system = models.CharField(max_length=100, blank=True)
    contact_name = models.CharField(max_length=320, blank=True)
    contact_address = models.CharField(max_length=320, blank=True)
    contact_role = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=60, blank=True)
    accepts_replies = models.BooleanField(default=False)
    # What the person may want to press: its kind and address, without trackers.
    links = models.JSONField(default=list, blank=True)
    review = models.CharField(
        max_length=10, choices=Review.choices, default=Review.NONE, blank=True
    )
    recorded_at = models.DateTimeField()

    objects = OwnedQuerySet["MailMessage"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="mail_once"),
        )
        indexes = (
            models.Index(fields=("person", "sent_at"), name="mail_by_date"),
            models.Index(fields=("person", "review"), name="mail_by_review"),
        )

    def __str__(self) -> str:
        return self.subject or str(_("(no subject)"))


class MailRun(models.Model):
    """One reading of mail: what was read, what came of it, and what could not be read."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    paths = models.JSONField(default=list)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True, blank=True)
    counts: Any = models.JSONField(default=dict, blank=True)
    problems: Any = models.JSONField(default=list, blank=True)
    # Rows of mail that are out of the database until the run has read them anew.
    taken_back: Any = models.JSONField(default=list, blank=True)

    objects = OwnedQuerySet["MailRun"].as_manager()

    class Meta:
        indexes = (models.Index(fields=("person", "-started_at"), name="run_history"),)

    def __str__(self) -> str:
        return f"reading of {self.started_at:%Y-%m-%d %H:%M}"


class LearnedExample(models.Model):
    """What a person said that one mail means; later mail of the same wording goes by it.

    An example rests on the event in which they said so, and counts as long as that event
    does; only "not about my search" leaves no event. `template` and `kindred` are made of
    the wording by `rules.shapes`; where its mark is no longer `shapes`, they are made anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    message = models.ForeignKey(
        MailMessage, on_delete=models.CASCADE, related_name="examples"
    )
    event = models.ForeignKey(
        Event, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    meaning = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Meaning]
    )
    read_as = models.CharField(max_length=20)
    said_at = models.DateTimeField()
    forgotten_at = models.DateTimeField(null=True, blank=True)

    subject = models.CharField(max_length=998, blank=True)
    sender_address = models.CharField(max_length=320, blank=True)
    domain = models.CharField(max_length=320, blank=True)
    system = models.CharField(max_length=100, blank=True)
    shapes = models.CharField(max_length=32, blank=True)
    template = models.CharField(max_length=32, blank=True)
    kindred = models.CharField(max_length=32, blank=True)
    subject_shape = models.CharField(max_length=2000, blank=True)
    kindred_subject = models.CharField(max_length=2000, blank=True)
    lines = models.JSONField(default=list, blank=True)
    words = models.PositiveIntegerField(default=0)

    objects = OwnedQuerySet["LearnedExample"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "event"), name="learned_once_an_event"
            ),
            models.UniqueConstraint(
                fields=("person", "message"),
                condition=models.Q(event=None),
                name="learned_once_a_message",
            ),
        )

    def __str__(self) -> str:
        return self.subject or str(_("(no subject)"))

    @property
    def counts(self) -> bool:
        """Whether reading goes by it: it is neither forgotten nor taken back."""
        is_said = self.event is None or self.event.voided_by is None
        return self.forgotten_at is None and is_said


class LearnedChange(models.Model):
    """One message that is read otherwise because of an example, and how it was before."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    example = models.ForeignKey(
        LearnedExample, on_delete=models.CASCADE, related_name="changes"
    )
    message = models.ForeignKey(
        MailMessage, on_delete=models.CASCADE, related_name="learned_changes"
    )
    meaning = models.CharField(max_length=20)
    # Its wording was nearly that of the example, not the very same.
    is_nearly = models.BooleanField(default=False)
    before: Any = models.JSONField(default=dict)
    batch = models.UUIDField(null=True, blank=True)
    changed_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = OwnedQuerySet["LearnedChange"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("example", "message"), name="learned_change_once"
            ),
        )
        indexes = (models.Index(fields=("person", "batch"), name="learned_by_press"),)

    def __str__(self) -> str:
        return f"{self.message} read as {self.meaning}"


class AwaitedAnswer(models.Model):
    """An answer that a person waits for: such mail is kept, whatever its words are about.

    An answer to a question may hold no word of hiring; without this it would be let pass
    like any other private mail. `record` says what waits for it, in the room that asked.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    record = models.UUIDField()
    address = models.CharField(max_length=320, blank=True)
    message_ids = models.JSONField(default=list, blank=True)
    since = models.DateTimeField()

    objects = OwnedQuerySet["AwaitedAnswer"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "record"), name="mail_await_once"
            ),
        )

    def __str__(self) -> str:
        return f"an answer from {self.address}"


class Security(models.TextChoices):
    """How the way to the mail server is protected."""

    TLS = "tls", _("TLS (usual, port 993)")
    STARTTLS = "starttls", _("STARTTLS (port 143)")
    PLAIN = "plain", _("none, on this computer only")


class SignIn(models.TextChoices):
    """How Onward proves to the mail server that the person let it in."""

    PASSWORD = "password", _("password or app password")
    OAUTH = "oauth", _("sign-in at the provider")


class ImapAccount(models.Model):
    """One mailbox on a server, read and never changed; its secrets lie elsewhere.

    `secret_place` says where: the passwords and tokens themselves are in no row, no
    export, no job and no log.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    address = models.CharField(_("your e-mail address"), max_length=320)
    user = models.CharField(_("user name"), max_length=320, blank=True)
    host = models.CharField(_("server"), max_length=255)
    port = models.PositiveIntegerField(_("port"), default=993)
    security = models.CharField(
        max_length=10, choices=Security.choices, default=Security.TLS
    )
    sign_in = models.CharField(
        max_length=10, choices=SignIn.choices, default=SignIn.PASSWORD
    )
    client_id = models.CharField(max_length=300, blank=True)
    endpoints = models.JSONField(default=dict, blank=True)
    secret_place = models.CharField(max_length=10, blank=True)
    since = models.DateField(null=True, blank=True)
    every_minutes = models.PositiveIntegerField(default=15)
    # Besides every_minutes: the server says when mail comes, where it can.
    stays_connected = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    can_tell = models.BooleanField(null=True, blank=True)
    listened_by = models.CharField(max_length=100, blank=True)
    listened_until = models.DateTimeField(null=True, blank=True)
    # How many connections wait there now; how many the server lets in, where it said so.
    connections = models.PositiveSmallIntegerField(default=0)
    most_connections = models.PositiveSmallIntegerField(null=True, blank=True)
    limited_at = models.DateTimeField(null=True, blank=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    worked_at = models.DateTimeField(null=True, blank=True)
    found_new_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=30, blank=True)
    trouble_words = models.CharField(max_length=300, blank=True)
    troubles_in_a_row = models.PositiveIntegerField(default=0)

    objects = OwnedQuerySet["ImapAccount"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "host", "port", "address"), name="imap_account_once"
            ),
        )
        indexes = (models.Index(fields=("next_at",), name="imap_account_next"),)

    def __str__(self) -> str:
        return self.address

    @property
    def login(self) -> str:
        """The name to sign in with: the address where no other was given."""
        return self.user or self.address

    @property
    def has_begun(self) -> bool:
        """Whether it is read at all: not before the person has said which folders."""
        return self.tried_at is not None or self.next_at is not None

    @property
    def unread_folders(self) -> models.QuerySet[ImapFolder]:
        """The chosen folders that could not be read; the note of each says why."""
        chosen = self.folders.filter(is_chosen=True)
        return chosen.exclude(note="").order_by("name")

    @property
    def is_listened_to(self) -> bool:
        """Whether somebody waits on its server right now for mail to come."""
        return self.listened_until is not None and self.listened_until > timezone.now()


class ImapFolder(models.Model):
    """One folder of an account, and how far it is read.

    `last_uid` and `waiting` count only under `uid_validity`: a server that numbers anew is
    read anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    account = models.ForeignKey(
        ImapAccount, on_delete=models.CASCADE, related_name="folders"
    )
    name = models.CharField(max_length=1000)
    delimiter = models.CharField(max_length=4, blank=True)
    use = models.CharField(max_length=10, blank=True)
    is_chosen = models.BooleanField(default=False)
    # While its account is listened to: mail that comes to this folder is heard of at once.
    is_heard = models.BooleanField(default=False)
    uid_validity = models.PositiveBigIntegerField(default=0)
    last_uid = models.PositiveBigIntegerField(default=0)
    # To be asked for again: held in memory until the run ends, and lost where it is killed;
    # not given by the server; or such that our rules broke at them.
    waiting: Any = models.JSONField(default=list, blank=True)
    # When that was asked for in vain, for the second time or later: it is left alone a while.
    left_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    read = models.PositiveIntegerField(default=0)
    hiring = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)

    objects = OwnedQuerySet["ImapFolder"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "name"), name="imap_folder_once"
            ),
        )

    def __str__(self) -> str:
        return self.name


class WatchedFolder(models.Model):
    """A folder on this computer where mail is dropped; it is read and never emptied."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    path = models.CharField(_("folder"), max_length=4096)
    created_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=300, blank=True)
    read = models.PositiveIntegerField(default=0)
    hiring = models.PositiveIntegerField(default=0)

    objects = OwnedQuerySet["WatchedFolder"].as_manager()

    def __str__(self) -> str:
        return self.path


class KnownFile(models.Model):
    """A file that was read to `size`: read again only from there, if it is still the same.

    `marks` are digests of small pieces all over the file; `reader` names the program
    and rules that read it, since newer ones may understand more. `clues` are digests of
    what would explain the mail that was left out of it: once any is known, it is read whole.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    path = models.CharField(max_length=4096)
    path_digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    last_offset = models.PositiveBigIntegerField(default=0)
    marks = models.CharField(max_length=64)
    reader = models.CharField(max_length=64)
    read = models.PositiveBigIntegerField(default=0)
    hiring = models.PositiveBigIntegerField(default=0)
    junk = models.PositiveBigIntegerField(default=0)
    clues = models.BinaryField(default=bytes, blank=True)
    read_at = models.DateTimeField()

    objects = OwnedQuerySet["KnownFile"].as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "path_digest"), name="known_file_once"
            ),
        )

    def __str__(self) -> str:
        return self.path


class SettledReading(models.Model):
    """The last reading of files after which another one of known files would do nothing.

    `state` is a digest of the program and of all rows that such a reading looks at; the two
    others are what `KnownFile.reader` is, where spam is left out and where it is read.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    state = models.CharField(max_length=64)
    reader = models.CharField(max_length=64)
    reader_with_spam = models.CharField(max_length=64)

    objects = OwnedQuerySet["SettledReading"].as_manager()

    def __str__(self) -> str:
        return self.state


class RestingFold(models.Model):
    """The last fold of a person's mail that left all as it found it, and what that was.

    `state` is a digest of the program and of all rows that a fold reads.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    state = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.state
