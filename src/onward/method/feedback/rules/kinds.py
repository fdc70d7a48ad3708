"""The vocabulary of feedback: reasons, closeness, tags, states, and what can go wrong."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why asking for feedback is on offer, or why it is not."""

    THEY_OFFER = "they_offer"
    INTERVIEWED = "interviewed"
    PERSON_WROTE = "person_wrote"
    MAILBOX_WROTE = "mailbox_wrote"  # that takes replies; whose it is shows nowhere
    ASKED = "asked"
    STILL_OPEN = "still_open"
    OWN_NO = "own_no"
    WENT_AWAY = "went_away"
    TAKEN_BACK = "taken_back"  # an offer that they had made
    WENT_QUIET = "went_quiet"
    NOT_ABOUT_THEM = "not_about_them"  # by the no's own words
    MONEY_WENT = "money_went"  # a funding was cut, and they say no more
    NO_PLACE = "no_place"  # who was to leave stays …, and they say no more
    THEY_GIVE_NONE = "they_give_none"
    ONLY_MACHINES = "only_machines"
    NOBODY_KNOWN = "nobody_known"


OFFERING = frozenset({Reason.THEY_OFFER, Reason.INTERVIEWED, Reason.PERSON_WROTE})
"""The reasons to offer it; all others are reasons not to."""

FINAL = frozenset(
    {Reason.ASKED, Reason.STILL_OPEN, Reason.WENT_AWAY, Reason.TAKEN_BACK}
)
"""Where there is nothing to ask, even for a person who would like to all the same."""


class Closeness(StrEnum):
    """How near somebody was to the interview, the nearest first."""

    NAMED = "named"  # the no names their address for feedback
    INTERVIEW = "interview"
    TEAM = "team"
    RECRUITING = "recruiting"
    TASK = "task"  # set a test, and neither decided nor met the person
    WROTE = "wrote"
    MAILBOX = "mailbox"  # nobody's name is known


class Reached(StrEnum):
    """How far it went, as the drafts tell it."""

    FINAL = "final"
    INTERVIEW = "interview"
    ASSESSMENT = "assessment"
    CONTACT = "contact"
    APPLICATION = "application"


class Formality(StrEnum):
    """How the two address each other: Sie or du, vous or tu, usted or tú."""

    FORMAL = "formal"
    INFORMAL = "informal"


class Focus(StrEnum):
    """What the one question is about."""

    SKILL = "skill"
    PREPARATION = "preparation"
    NEXT = "next"  # what to work on first, by what they said already


class RequestState(StrEnum):
    """Where a request is; SENDING lasts seconds, and shows if the program stopped in it."""

    DRAFT = "draft"
    SENDING = "sending"
    ASKED = "asked"


class Way(StrEnum):
    """How a request left."""

    SMTP = "smtp"
    BY_HAND = "by_hand"
    OWN_MAIL = "own_mail"  # found in the person's sent mail


class Standing(StrEnum):
    """How it stands with a request."""

    DRAFT = "draft"
    SENDING = "sending"
    WAITING = "waiting"
    ANSWERED = "answered"
    SILENT = "silent"


class Tag(StrEnum):
    """What a piece of feedback is about, as the person sees it."""

    SKILL = "skill"
    EXPERIENCE = "experience"
    FIT = "fit"
    COMMUNICATION = "communication"
    NOT_ME = "not_me"
    UNCLEAR = "unclear"


ACTIONABLE = frozenset({Tag.SKILL, Tag.EXPERIENCE, Tag.FIT, Tag.COMMUNICATION})
"""The tags that a next step can be made of."""


class WouldAct(StrEnum):
    """Would the person act on it if two more people said it?"""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Origin(StrEnum):
    """Where a piece of feedback comes from."""

    ANSWER = "answer"  # to a request
    REJECTION = "rejection"  # a sentence found in the mail that said no
    TOLD = "told"  # said on the phone, or pasted by hand


class Security(StrEnum):
    """How a connection to a mail server is kept from being read on the way."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


class SendProblem(StrEnum):
    """What kept a message from being sent."""

    NO_ACCOUNT = "no_account"
    NO_PASSWORD = "no_password"  # noqa: S105 -- a name of a problem
    HOST_UNKNOWN = "host_unknown"
    NOT_ALLOWED = "not_allowed"
    NOT_REACHABLE = "not_reachable"
    TIMEOUT = "timeout"
    CERTIFICATE = "certificate"
    NO_TLS = "no_tls"
    WRONG_PASSWORD = "wrong_password"  # noqa: S105 -- a name of a problem
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    MESSAGE_REFUSED = "message_refused"
    NOT_CONFIRMED = "not_confirmed"
    UNCLEAR = "unclear"
