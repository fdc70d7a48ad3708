"""The words for reasons, closeness, standings and troubles: the one place that names them."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from onward.applications.labels import Words
from onward.method.feedback.rules.kinds import (
    Closeness,
    Origin,
    Reason,
    SendProblem,
    Standing,
)
from onward.method.feedback.rules.people import Correspondent

REASON_WORDS: dict[Reason, Words] = {
    Reason.THEY_OFFER: _("They say themselves that feedback can be had."),
    Reason.INTERVIEWED: _(
        "You spoke with each other: somebody there can say something about you."
    ),
    Reason.PERSON_WROTE: _("A person wrote to you, so a person can answer."),
    Reason.MAILBOX_WROTE: _(
        "They wrote from a mailbox that takes replies. Nobody's name is known, so whether "
        "a person reads it cannot be said from here. An answer is rare, and possible."
    ),
    Reason.ASKED: _("You asked already. One message is enough; there is no second."),
    Reason.STILL_OPEN: _(
        "They have not said no here, so there is nothing to ask about yet."
    ),
    Reason.OWN_NO: _("This no was yours, so there is no decision to ask about."),
    Reason.WENT_AWAY: _(
        "The job is not open any more, and they tell of no decision about you to ask about. "
        "If you would like to write, one line is enough: that you would be glad to hear from "
        "them later."
    ),
    Reason.TAKEN_BACK: _(
        "They took back an offer that they had made. You had been chosen, so there is no "
        "skill to ask about. If you would like to write, one line is enough: that you would "
        "be glad to hear from them later."
    ),
    Reason.WENT_QUIET: _(
        "Nobody said no in words here, so there is no decision to ask about."
    ),
    Reason.NOT_ABOUT_THEM: _(
        "They say themselves that it had nothing to do with you, so nothing about your "
        "application is left to ask. If you would like to write, the draft asks one thing "
        "only: whether they would like to hear from you when such a job comes up again."
    ),
    Reason.MONEY_WENT: _(
        "They say that the money for the job went, so nothing about your application is "
        "left to ask. If you would like to write, the draft asks one thing only: whether "
        "they would like to hear from you when such a job comes up again."
    ),
    Reason.NO_PLACE: _(
        "They say that there is no place for anybody there after all, so nothing about your "
        "application is left to ask. If you would like to write, the draft asks one thing "
        "only: whether they would like to hear from you when such a job comes up again."
    ),
    Reason.THEY_GIVE_NONE: _(
        "Their letter says that they give no feedback to single applicants."
    ),
    Reason.ONLY_MACHINES: _(
        "Only automatic mail came from them: no person wrote, and there was no "
        "interview. Form letters are hardly ever followed by feedback."
    ),
    Reason.NOBODY_KNOWN: _(
        "No person is known here and there was no interview. Without either, an answer "
        "hardly ever comes."
    ),
}

CLOSENESS_WORDS: dict[Closeness, Words] = {
    Closeness.NAMED: _("named in the no, for feedback"),
    Closeness.INTERVIEW: _("wrote to you about the interview"),
    Closeness.TEAM: _("from the team"),
    Closeness.RECRUITING: _("from recruiting"),
    Closeness.TASK: _("set you a task"),
    Closeness.WROTE: _("wrote to you"),
    Closeness.MAILBOX: _("the mailbox they wrote from"),
}

SAID_NO = _("wrote the no")

WHOM_WORDS: dict[Closeness, Words] = {
    Closeness.NAMED: _("The draft is to %(name)s, where the no says to ask."),
    Closeness.INTERVIEW: _(
        "The draft is to %(name)s, who wrote to you about the interview."
    ),
    Closeness.TEAM: _("The draft is to %(name)s, from the team."),
    Closeness.RECRUITING: _("The draft is to %(name)s, from recruiting."),
    Closeness.TASK: _("The draft is to %(name)s, who set you a task."),
    Closeness.WROTE: _("The draft is to %(name)s, who wrote to you."),
    Closeness.MAILBOX: _(
        "The draft is to %(name)s, the mailbox they wrote from. Nobody's name is known."
    ),
}
WHOM_SAID_NO = _("The draft is to %(name)s, who wrote the no.")
NO_TAKES_NONE = _("The mail that said no takes no replies.")
NO_HAS_NO_NAME = _("Nobody's name stands under the no.")


def whom_words(
    whom: Correspondent,
    *,
    others: Sequence[Correspondent],
    no_takes_replies: bool | None,
) -> str:
    """Return whom a draft is to and why, and why not to who wrote the no, if so.

    Args:
        others: Everybody who can be asked about it.
        no_takes_replies: The mail that said no can be answered; None where no mail did.
    """
    is_named = whom.closeness == Closeness.NAMED
    is_writer = whom.says_no and not is_named
    words = WHOM_SAID_NO if is_writer else WHOM_WORDS[whom.closeness]
    told = words % {"name": whom.name or whom.address}
    is_clear = (
        is_named
        or whom.closeness == Closeness.MAILBOX
        or any(one.says_no for one in [whom, *others])
    )
    if no_takes_replies is None or is_clear:
        return told
    return f"{told} {NO_HAS_NO_NAME if no_takes_replies else NO_TAKES_NONE}"


STANDING_WORDS: dict[Standing, Words] = {
    Standing.DRAFT: _("Draft"),
    Standing.SENDING: _("On its way"),
    Standing.WAITING: _("Asked"),
    Standing.ANSWERED: _("Answered"),
    Standing.SILENT: _("No answer"),
}

STANDING_LOOKS: dict[Standing, str] = {
    Standing.DRAFT: "",
    Standing.SENDING: "stage--moving",
    Standing.WAITING: "stage--moving",
    Standing.ANSWERED: "stage--offer",
    Standing.SILENT: "stage--closed",
}

SILENT_WORDS = _(
    "No answer came, and the request is closed. Most people never get one: it is about "
    "their rules and their time, and says nothing about you."
)

ORIGIN_WORDS: dict[Origin, Words] = {
    Origin.ANSWER: _("their answer"),
    Origin.REJECTION: _("from the mail that said no"),
    Origin.TOLD: _("told to you"),
}

PROBLEM_WORDS: dict[SendProblem, Words] = {
    SendProblem.NO_ACCOUNT: _(
        "No mail server is set up here. Set one up, or send it in another way."
    ),
    SendProblem.NO_PASSWORD: _(
        "The password of your mail server is not kept here any more. Enter it again in "
        "the settings for sending."
    ),
    SendProblem.HOST_UNKNOWN: _(
        "No mail server is found under this name. Check its spelling, or whether this "
        "computer is online."
    ),
    SendProblem.NOT_ALLOWED: _(
        "Whoever runs this Onward has not allowed connections to this mail server, which "
        "is not on the open internet. Nothing was sent. Ask them, or name another server."
    ),
    SendProblem.NOT_REACHABLE: _(
        "The mail server does not answer at this port. Check the port, or try again later."
    ),
    SendProblem.TIMEOUT: _(
        "The mail server took too long to answer. Check the port and the kind of security, "
        "or try again later."
    ),
    SendProblem.CERTIFICATE: _(
        "The mail server could not prove that it is the one you named: its certificate is "
        "not trusted. Nothing was sent. Check the server's name, or ask your provider."
    ),
    SendProblem.NO_TLS: _(
        "The mail server does not speak this kind of security at this port. Try the other "
        "kind, or check the port."
    ),
    SendProblem.WRONG_PASSWORD: _(
        "The mail server did not accept the user name and password. Many providers want "
        "an app password here, made in their own settings."
    ),
    SendProblem.SENDER_REFUSED: _(
        "The mail server does not send for this address of yours. Check the sender "
        "address in the settings for sending."
    ),
    SendProblem.RECIPIENT_REFUSED: _(
        "The mail server does not take mail for this recipient. Check the address."
    ),
    SendProblem.MESSAGE_REFUSED: _(
        "The mail server did not take the message. What it said stands below."
    ),
    SendProblem.NOT_CONFIRMED: _(
        "The connection broke after the text had left, so it is not known whether it was "
        "sent. Look in the Sent folder of your mail before you "
        "send it again."
    ),
    SendProblem.UNCLEAR: _(
        "The mail server ended the conversation. Check the settings for sending, or try "
        "again later."
    ),
}
