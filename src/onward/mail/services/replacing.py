"""Messages that an earlier fold put elsewhere: moved, laid aside, brought back by rule.

Later mail can show that a message belongs to another application than the one it was put
in, or that it fits several. Nothing is rewritten: each of these is an event of its own that
says so, and what the person had a hand in stays where it is.
"""

from __future__ import annotations

import uuid
from collections.abc import Container, Iterable, Sequence
from datetime import datetime

from django.db.models import Q

from onward.applications.models import Application, Event
from onward.applications.rules.history import QUIET_KINDS
from onward.applications.rules.kinds import DecidedBy, SourceKind
from onward.applications.services import (
    commit_events,
    merge,
    move_events,
    timeline_events,
    void_event,
)
from onward.core.parts import parts
from onward.mail.models import MailMessage
from onward.mail.services import rearranging, told_hours
from onward.mail.services.describing import FACTS_KEY, Descriptions
from onward.mail.services.drafting import EVENT_VERDICTS, KEY, event_draft
from onward.mail.services.placed import Placed
from onward.mail.services.stored import Mail
from onward.mail.services.talk_times import tells
from onward.mail.services.undone_talks import ARRANGED_KEY
from onward.people.access import OwnedQuerySet
from onward.people.models import Person


class Replacing:
    """What one fold puts right of an earlier one.

    Attributes:
        lost: Applications that a message left.
        gained: Applications that one came to.
    """

    def __init__(
        self,
        person: Person,
        placed: Placed,
        *,
        said: Descriptions,
        homes: Container[uuid.UUID],
        now: datetime,
    ) -> None:
        self.lost: set[uuid.UUID] = set()
        self.gained: set[uuid.UUID] = set()
        self._person = person
        self._placed = placed
        self._said = said
        self._homes = homes
        self._now = now

    def bring_back(self, rows: Iterable[Mail], *, again: Container[str]) -> None:
        """Let the events of messages count again that a rule had laid aside."""
        for row in rows:
            if not self._is_ours(row.key) or row.key not in self._placed.laid_aside:
                continue
            for event in self._events(row).filter(
                Q(key=f"{KEY}{row.key}") | Q(key__startswith=f"{KEY}{row.key}:")
            ):
                # What tells anew of an interview is arranged anew afterwards.
                if row.key in again and tells(event):
                    continue
                rearranging.count_again(self._person, event, now=self._now)
                self.gained.add(self._placed.heads[row.key])
            self._placed.laid_aside.discard(row.key)

    def fall_silent(self, rows: Iterable[Mail]) -> None:
        """Take back the noes of messages that only answer one of the person's own."""
        for row in rows:
            if not self._is_ours(row.key):
                continue
            for event in self._events(row).filter(
                key=f"{KEY}{row.key}", voided_by=None
            ):
                self._void(event)

    def tell_by_itself(self, rows: Iterable[Mail], *, own: Sequence[uuid.UUID]) -> None:
        """Say of messages that they tell of an interview, no more of a change to another."""
        for row in rows:
            if not self._is_ours(row.key):
                continue
            arranged = self._events(row).filter(
                key__startswith=f"{ARRANGED_KEY}{row.key}:", voided_by=None
            )
            for event in arranged:
                self._void(event)
            before = self._events(row).filter(key=f"{KEY}{row.key}").first()
            if before is not None and before.is_void:
                rearranging.count_again(self._person, before, now=self._now)
            elif before is None and row.verdict in EVENT_VERDICTS:
                told_hours.load_words(self._person, [row])
                zone_name = self._person.time_zone
                draft = event_draft(row, head=own[0], zone_name=zone_name)
                commit_events(self._person, [draft], now=self._now)

    def move(self, rows: Sequence[Mail], *, own: Sequence[uuid.UUID]) -> None:
        """Move the events of these messages to their home, where they are elsewhere."""
        for row in rows:
            source = self._placed.heads[row.key]
            if source in own or not self._is_ours(row.key):
                continue
            target = Application.objects.for_person(self._person).get(pk=own[0]).head
            self._forget_facts(source)
            move_events(
                self._person,
                list(self._events(row)),
                to=target,
                now=self._now,
                decided_by=DecidedBy.RULE,
            )
            self._placed.heads[row.key] = target.pk
            self.lost.add(source)
            self.gained.add(own[0])
            if source not in self._homes:
                self._close(source, into=target)

    def _close(self, source: uuid.UUID, *, into: Application) -> None:
        """Let an application be part of another once nothing of it is left."""
        shell = Application.objects.for_person(self._person).get(pk=source)
        left = timeline_events(self._person, shell).filter(voided_by=None)
        if not left.exclude(kind__in=QUIET_KINDS).exists():
            merge(
                self._person,
                into,
                other=shell,
                now=self._now,
                decided_by=DecidedBy.RULE,
            )
            self._placed.rename(source, new=into.pk)

    def lay_aside(self, keys: Iterable[str]) -> None:
        """Take back the events of messages that fit nowhere, or in several places."""
        wanted = [k for k in keys if k in self._placed.heads and self._is_ours(k)]
        for part in parts(wanted):
            for row in MailMessage.objects.for_person(self._person).filter(
                key__in=part
            ):
                for event in self._events(row).filter(voided_by=None):
                    self._void(event)
                    self.lost.add(self._placed.heads[row.key])
        for head in self.lost:
            self._forget_facts(head)

    def _is_ours(self, key: str) -> bool:
        return self._placed.heads[key] not in self._placed.handled

    def _forget_facts(self, head: uuid.UUID) -> None:
        """Take back what mail said that an application is; some of it was about other mail."""
        application = Application.objects.for_person(self._person).get(pk=head)
        said = timeline_events(self._person, application).filter(
            key__startswith=FACTS_KEY, voided_by=None
        )
        for event in said:
            self._void(event)
            self._said.forget(event.application_id)

    def _events(self, row: Mail) -> OwnedQuerySet[Event]:
        """Return what readings of a message made, whether it counts or not."""
        return Event.objects.for_person(self._person).filter(
            source_kind=SourceKind.MESSAGE,
            source_id=row.pk,
            decided_by=DecidedBy.RULE,
        )

    def _void(self, event: Event) -> None:
        void_event(self._person, event, now=self._now, decided_by=DecidedBy.RULE)
