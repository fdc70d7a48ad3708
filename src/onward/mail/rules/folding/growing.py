"""An application while mail is folded into it: what it holds, and what it may hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from onward.mail.rules.facts.employers.names import (
    compact,
    label_variants,
    registrable_label,
)
from onward.mail.rules.facts.titles.role import contains_words, seniority_of
from onward.mail.rules.folding.akin import is_begun, is_cut
from onward.mail.rules.folding.by_letters import is_by_letters_of
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.folding.numbers import are_one_number, is_marked_on
from onward.mail.rules.folding.openings import either_of
from onward.mail.rules.folding.threads import Thread
from onward.mail.rules.types import ENDINGS, Verdict

WINDOW = timedelta(days=180)
"""How long after its last message an application still takes new ones."""

SAME_ANSWER = timedelta(days=14)
"""How far apart two receipts, one of which names no role, can mean one application."""

SAYS_NO_MORE = frozenset({Verdict.OUTREACH, Verdict.AMBIGUOUS})
"""What a firm's nameless mail may be that is about no application for sure."""

_JUST = timedelta(days=10)
_REVIVES = frozenset({Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER})
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Facts:
    """A message with its facts as they are compared; "" where one is not known."""

    item: FoldItem
    at: datetime | None
    verdict: Verdict
    company: str
    role: str
    requisition: str
    thread: Thread


@dataclass(slots=True, eq=False)
class Growing:
    """An application while it is being put together.

    Attributes:
        answered_by: Vendors whose receipt is there, "" for the employer itself.
        has_ended: The last word was a no, or that the job went away.
    """

    number: int
    facts: list[Facts] = field(default_factory=list)
    companies: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    requisitions: set[str] = field(default_factory=set)
    answered_by: set[str] = field(default_factory=set)
    receipt_at: datetime | None = None
    last_at: datetime = _EARLIEST
    has_ended: bool = False

    def may_hold(self, facts: Facts) -> bool:
        """Say whether time, number and role allow the message, and it begins nothing."""
        return (
            self.is_recent_for(facts)
            and not self.is_numbered_otherwise(facts)
            and (self.has_number(facts) or self.has_compatible_role(facts))
            and not self.is_begun_anew_by(facts)
        )

    def is_recent_for(self, facts: Facts) -> bool:
        """Say whether the application still takes mail when the message came."""
        return facts.at is None or facts.at - self.last_at <= WINDOW

    def has_number(self, facts: Facts) -> bool:
        """Say whether the message names this application's number, a letter's mark left aside."""
        number = facts.requisition
        if not number or number in self.requisitions:
            return bool(number)
        if any(is_marked_on(number, known) for known in self.requisitions):
            return True
        return self.is_there(facts) and self.is_numbered_alike(number)

    def is_there(self, facts: Facts) -> bool:
        """Say whether the message names an employer or a title of this application, or no employer."""
        is_theirs = not facts.company or facts.company in self.companies
        return is_theirs or (bool(facts.role) and facts.role in self.roles)

    def is_numbered_alike(self, number: str) -> bool:
        """Say whether a number tells more, or less, of each that is known of the opening."""
        known = self.requisitions
        return bool(known) and all(are_one_number(number, each) for each in known)

    def is_numbered_otherwise(self, facts: Facts) -> bool:
        """Say whether both have numbers, and different ones."""
        both = bool(facts.requisition and self.requisitions)
        return both and not self.has_number(facts)

    def has_compatible_role(self, facts: Facts) -> bool:
        """Say whether the roles are equal, one holds the other, or one is not known.

        Titles that differ by seniority alone are two roles. A subject that is no more than
        the employer's name, or its beginning, is none. Who has a "Küchenleitung" may go on
        about the "Leitung"; a receipt for that is another's. "Merchant Onboarding PM" is the
        "Product Manager, Merchant Onboarding".
        """
        if not facts.role or not self.roles or self.is_named(facts.role):
            return True
        is_receipt = facts.verdict is Verdict.CONFIRMATION
        if not is_receipt and any(
            is_cut(facts.role, role) or is_begun(facts.role, role)
            for role in self.roles
        ):
            return True
        return any(
            role == facts.role
            or is_by_letters_of(role, facts.role)
            or (
                (contains_words(role, facts.role) or contains_words(facts.role, role))
                and seniority_of(role) == seniority_of(facts.role)
            )
            for role in self.roles
        )

    def is_left_by(self, facts: Facts) -> bool:
        """Say whether a message of its conversation speaks of another opening once it is over.

        Whoever said no proposes another post, or the person applies for that.
        """
        if not self.has_ended:
            return False
        is_applied = facts.item.is_sent and facts.verdict is Verdict.CONFIRMATION
        is_proposed = facts.verdict is Verdict.OUTREACH and bool(facts.role)
        return is_applied or (is_proposed and not self.has_compatible_role(facts))

    def is_named(self, role: str) -> bool:
        """Say whether what looks like a title is the employer's name, or its beginning."""
        return any(f"{name} ".startswith(f"{role} ") for name in self.companies)

    def is_begun_anew_by(self, facts: Facts) -> bool:
        """Say whether a receipt is for a later application to the same employer."""
        if facts.verdict is not Verdict.CONFIRMATION:
            return False
        if self.has_ended:
            return True
        if facts.item.goes_on or self.receipt_at is None or facts.at is None:
            return False
        # What is received later, without a name, may be the test that was asked for.
        names_both = bool(facts.role and self.roles) or self.has_number(facts)
        if not facts.role and self.was_led_on_by(facts.item.contact):
            return False
        return not names_both and facts.at - self.last_at > SAME_ANSWER

    def is_called_by_domain(self) -> bool:
        """Say whether a firm's domain is all that any of its messages names the employer by."""
        names = [each for each in self.facts if each.company]
        return bool(names) and all(
            compact(each.company) in label_variants(registrable_label(each.item.firm))
            for each in names
        )

    def came_to_more(self) -> bool:
        """Say whether anything came of what somebody wrote first."""
        return any(facts.verdict not in SAYS_NO_MORE for facts in self.facts)

    def is_just_over_for(self, facts: Facts) -> bool:
        """Say whether the last that was heard of it is a no, days before a message."""
        heard = [
            each
            for each in self.facts
            if not each.item.is_sent and each.verdict is not Verdict.AMBIGUOUS
        ]
        last = heard[-1] if heard else facts
        if last.verdict not in ENDINGS or not (last.at and facts.at):
            return False
        return facts.at - last.at <= _JUST

    def was_led_on_by(self, contact: str) -> bool:
        """Say whether this person wrote before of more than that an application arrived."""
        return bool(contact) and any(
            each.item.contact == contact
            and not each.item.is_sent
            and each.verdict in _REVIVES
            for each in self.facts
        )

    def is_told_more_by(self, facts: Facts) -> bool:
        """Say whether the message names an employer or an opening that is not here yet."""
        return not (
            facts.company in self.companies | {""}
            and facts.role in self.roles | {""}
            and facts.requisition in self.requisitions | {""}
        )

    def take(self, facts: Facts) -> None:
        """Add a message, later than those that are there."""
        self.facts.append(facts)
        self.companies |= {facts.company} - {""}
        self.roles |= ({facts.role} | either_of(facts.item.role)) - {""}
        self.requisitions |= {facts.requisition} - {""}
        self.last_at = facts.at or self.last_at
        if facts.verdict is Verdict.CONFIRMATION:
            self.receipt_at = self.receipt_at or facts.at
            self.answered_by.add(facts.item.system)
        if facts.verdict in ENDINGS:
            self.has_ended = True
        elif facts.verdict in _REVIVES:
            self.has_ended = False
