"""The kinds of event, stage and no: the vocabulary of the ledger."""

from __future__ import annotations

from enum import StrEnum


class EventKind(StrEnum):
    """What happened; the names of what mail can say are those of its verdicts."""

    DESCRIBED = "described"  # company, role … set or corrected
    SAVED = "saved"  # found interesting, not yet applied
    APPLIED = "applied"
    CONFIRMATION = "confirmation"
    OUTREACH = "outreach"
    REPLY = "reply"
    INFORMATION_REQUEST = "information_request"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTANCE = "acceptance"
    REJECTION = "rejection"
    POSITION_CLOSED = "position_closed"
    WITHDRAWAL = "withdrawal"
    OFFER_DECLINED = "offer_declined"
    SILENCE = "silence"  # nothing came for so long that the person closed it
    REOPENED = "reopened"
    NOTE = "note"
    DOCUMENT = "document"  # a version of a résumé or letter that was sent
    ADVERT = "advert"  # the advert was kept as it stood on that day
    FOLLOW_UP = "follow_up"  # the person wrote or called to ask how it stands
    FEEDBACK_ASKED = "feedback_asked"
    FEEDBACK_RECEIVED = "feedback_received"
    REFLECTION = "reflection"  # the person looked back on how it was approached
    DEBRIEF = "debrief"  # what an interview asked and showed
    MOVED = "moved"  # put at a stage by hand, where nothing else says how it got there
    TAGGED = "tagged"  # tags put on or taken off
    ARRANGED = (
        "arranged"  # day, place, people … of an interview or a test, or how it went
    )
    REMINDER = "reminder"  # the person wants to be reminded on a day
    DONE = "done"  # what an earlier event asked for was done, or is not wanted any more
    SNOOZED = "snoozed"  # out of sight until a day
    ARCHIVED = "archived"
    RESTORED = "restored"
    MERGE = "merge"
    SPLIT = "split"
    VOID = "void"  # takes an earlier event back


class Stage(StrEnum):
    """How far an application is now; CLOSED says nothing of how far it went."""

    SAVED = "saved"
    APPLIED = "applied"
    REPLIED = "replied"
    ASSESSMENT = "assessment"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    CLOSED = "closed"


class NoKind(StrEnum):
    """The three kinds of no that are said, and the one that is not: each has its own care."""

    THEY_SAID_NO = "they_said_no"
    I_SAID_NO = "i_said_no"
    JOB_WENT_AWAY = "job_went_away"
    WENT_QUIET = "went_quiet"


class DecidedBy(StrEnum):
    """Who decided that an event happened."""

    PERSON = "person"
    RULE = "rule"
    IMPORT = "import"


class SourceKind(StrEnum):
    """What an event rests on."""

    MESSAGE = "message"
    FILE = "file"
    HAND = "hand"


NO_KINDS: dict[EventKind, NoKind] = {
    EventKind.REJECTION: NoKind.THEY_SAID_NO,
    EventKind.WITHDRAWAL: NoKind.I_SAID_NO,
    EventKind.OFFER_DECLINED: NoKind.I_SAID_NO,
    EventKind.POSITION_CLOSED: NoKind.JOB_WENT_AWAY,
    EventKind.SILENCE: NoKind.WENT_QUIET,
}
"""The events that are a no, and which kind of no each is."""

STAGE_REACHED: dict[EventKind, Stage] = {
    EventKind.SAVED: Stage.SAVED,
    EventKind.APPLIED: Stage.APPLIED,
    EventKind.CONFIRMATION: Stage.APPLIED,
    EventKind.OUTREACH: Stage.REPLIED,
    EventKind.REPLY: Stage.REPLIED,
    EventKind.INFORMATION_REQUEST: Stage.REPLIED,
    EventKind.ASSESSMENT: Stage.ASSESSMENT,
    EventKind.INTERVIEW: Stage.INTERVIEW,
    EventKind.OFFER: Stage.OFFER,
    EventKind.ACCEPTANCE: Stage.ACCEPTED,
}
"""How far an application is once such an event has happened."""

STAGE_ORDER: tuple[Stage, ...] = (
    Stage.SAVED,
    Stage.APPLIED,
    Stage.REPLIED,
    Stage.ASSESSMENT,
    Stage.INTERVIEW,
    Stage.OFFER,
    Stage.ACCEPTED,
)

REOPENING: frozenset[EventKind] = frozenset(
    {
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.ACCEPTANCE,
        EventKind.REOPENED,
        EventKind.MOVED,
    }
)
"""What opens a closed application again; a late receipt does not."""

CONTACT_KINDS: frozenset[EventKind] = frozenset(
    {
        EventKind.OUTREACH,
        EventKind.REPLY,
        EventKind.INFORMATION_REQUEST,
        EventKind.ASSESSMENT,
        EventKind.INTERVIEW,
        EventKind.OFFER,
    }
)
"""Real contact: somebody there did something; an automatic receipt is none."""

HAND_KINDS: dict[Stage, EventKind] = {
    Stage.SAVED: EventKind.SAVED,
    Stage.APPLIED: EventKind.APPLIED,
    Stage.REPLIED: EventKind.REPLY,
    Stage.ASSESSMENT: EventKind.ASSESSMENT,
    Stage.INTERVIEW: EventKind.INTERVIEW,
    Stage.OFFER: EventKind.OFFER,
    Stage.ACCEPTED: EventKind.ACCEPTANCE,
}
"""What has happened when a person moves an application forward to a stage."""

PLANNED_KINDS: frozenset[EventKind] = frozenset(
    {EventKind.INTERVIEW, EventKind.ASSESSMENT}
)
"""What has a day of its own that can lie ahead: recorded now, held then."""

ARRANGED_KINDS: frozenset[EventKind] = frozenset(
    {
        EventKind.INTERVIEW,
        EventKind.ASSESSMENT,
        EventKind.INFORMATION_REQUEST,
        EventKind.OFFER,
    }
)
"""What an ARRANGED event can say more about: when, where, with whom, until when."""

PERSON_KINDS: tuple[EventKind, ...] = (
    EventKind.APPLIED,
    EventKind.CONFIRMATION,
    EventKind.REPLY,
    EventKind.INFORMATION_REQUEST,
    EventKind.ASSESSMENT,
    EventKind.INTERVIEW,
    EventKind.OFFER,
    EventKind.ACCEPTANCE,
    EventKind.REJECTION,
    EventKind.POSITION_CLOSED,
    EventKind.WITHDRAWAL,
    EventKind.OFFER_DECLINED,
    EventKind.SILENCE,
    EventKind.FOLLOW_UP,
    EventKind.REOPENED,
    EventKind.NOTE,
)
"""What a person can record by hand, in the order in which it usually happens."""

CORRECTABLE: frozenset[EventKind] = frozenset(
    {*PERSON_KINDS, EventKind.SAVED, EventKind.OUTREACH}
)
"""What can turn out to be something else, or to belong to another application."""

FACTS: tuple[str, ...] = (
    "company",
    "role",
    "requisition",
    "place",
    "url",
    "system",
    "contact_name",
    "contact_address",
    "salary",
    "salary_min",
    "salary_max",
    "salary_currency",
    "salary_period",
    "work_mode",
    "deadline",
    "source",
    "referral",
)
"""The fields that a DESCRIBED event may carry, each a string; `facts.py` says of which form."""
