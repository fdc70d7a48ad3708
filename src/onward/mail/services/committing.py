"""Committing: the one place where what mail says becomes history."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from operator import itemgetter

from django.db import transaction

from onward.applications.models import Application
from onward.applications.rules.kinds import DecidedBy
from onward.applications.services import (
    EventDraft,
    commit_events,
    commit_history,
    merge,
)
from onward.core.ids import uuid7
from onward.core.memory import seldom_collected
from onward.core.parts import parts
from onward.mail.rules.appointments.talk import Anew
from onward.mail.rules.around.returned import RETURNED
from onward.mail.rules.folding.apart import told_apart
from onward.mail.rules.folding.cluster import Cluster, cluster_of
from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.homes import homes
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.talks.own_word import answers_to_own_word
from onward.mail.rules.types import HELD, Verdict
from onward.mail.services import rearranging, told_hours
from onward.mail.services.answered import note_answers
from onward.mail.services.by_hand import ended_by_hand, is_told_by_hand
from onward.mail.services.chosen_times import note_chosen_times
from onward.mail.services.describing import Descriptions, read_closing
from onward.mail.services.drafting import EVENT_VERDICTS, event_drafts
from onward.mail.services.feedback_answers import FeedbackAnswers, feedback_draft
from onward.mail.services.folding import fold_items
from onward.mail.services.marking import approaches, mark_for_review
from onward.mail.services.overtaken import mark_overtaken
from onward.mail.services.placed import Placed, placed_mail
from onward.mail.services.replacing import Replacing
from onward.mail.services.replies import Replies
from onward.mail.services.retelling import rearranged
from onward.mail.services.returned import note_sent_again, returned_draft
from onward.mail.services.said_before import SaidBefore, mark_said_before
from onward.mail.services.said_mail import as_said
from onward.mail.services.stored import CLUSTERS_AT_ONCE, StoredMail, stored_mail
from onward.mail.services.told_by_entry import mark_told_by_entry
from onward.mail.services.unchanged import is_nothing_to_do, note_fold, state_of
from onward.mail.services.unsure_words import is_unsure, mark_unsure
from onward.mail.services.written_again import note_opened
from onward.people.alone import alone_for
from onward.people.models import Person


def _to_nobody() -> None:
    """Tell nobody that the work goes on."""


def commit_mail(
    person: Person,
    *,
    now: datetime,
    batch: uuid.UUID | None = None,
    tell: Callable[[], None] = _to_nobody,
) -> bool:
    """Bring the ledger in line with all stored messages of `person`; say whether it was.

    The fold looks at every message, in the order of their dates, so the result does not
    depend on the order of files or runs, nor on where an earlier run was cut off. Events
    that are there already stay, but where later mail shows that a message belongs to
    another application or to none; what a person had a hand in is left alone.

    Args:
        batch: The reading that the person asked for, which can be undone as one.
        tell: Called between the parts of the work, each of which is whole; may raise.
    """
    with seldom_collected(), alone_for(person):
        tell()
        before = state_of(person)
        if is_nothing_to_do(person, state=before):
            return True
        placed = placed_mail(person)
        folded = as_said(fold_items(person), placed.said)
        items = {item.key: item for item in folded}
        tell()
        result = fold(items.values())
        tell()
        if placed.apart:
            result = told_apart(result, items, placed.heads, apart=placed.apart)
        clusters = [cluster for cluster in result.clusters if cluster.makes_application]
        committing = _Committing(person, clusters, items, placed, now=now, batch=batch)
        for part in parts(committing.unfinished(), size=CLUSTERS_AT_ONCE):
            committing.commit(part)
            tell()
        homeless = [*result.unmatched, *approaches(result)]
        committing.lay_aside(homeless)
        mark_for_review(person, result)
        mark_unsure(person, committing.unsure, homeless=homeless)
        mark_said_before(person, committing.said_before.asked)
        mark_told_by_entry(person)
        mark_overtaken(person, committing.heads())
        return note_fold(person, before=before)


class _Committing:
    """One fold on its way into the ledger, some clusters at a time."""

    def __init__(
        self,
        person: Person,
        clusters: Sequence[Cluster],
        items: Mapping[str, FoldItem],
        placed: Placed,
        *,
        now: datetime,
        batch: uuid.UUID | None,
    ) -> None:
        self.placed = placed
        self._batch = batch
        self._person = person
        self._clusters = clusters
        self._items = items
        self._now = now
        keys = [cluster.keys for cluster in clusters]
        self._joined: set[uuid.UUID] = set()
        self.unsure: list[str] = []
        self._feedback = FeedbackAnswers(person, items)
        self.said_before = SaidBefore(person, self._feedback)
        self._said = Descriptions(person)
        said = {key: word.head for key, word in placed.said.items()}
        self._homes = homes(keys, placed.heads, shared=placed.joined, said=said)
        # Of what a person joined, each part keeps what its own mail says.
        self._parts = homes(keys, placed.recorded, shared=())

    @cached_property
    def _replies(self) -> Replies:
        """The person's own mail, read where anything is committed, and then once."""
        return Replies(self._person)

    def unfinished(self) -> list[int]:
        """Return the places of the clusters that have anything to say."""
        return [n for n, each in enumerate(self._clusters) if self._is_open(n, each)]

    def heads(self) -> dict[str, uuid.UUID]:
        """Return in which application each message is, as this fold has it."""
        found = zip(self._clusters, self._homes, strict=True)
        return {key: own[0] for each, own in found if own for key in each.keys}

    def _is_open(self, place: int, cluster: Cluster) -> bool:
        placed, own = self.placed, self._homes[place]
        if placed.said.keys() >= set(cluster.keys):
            return False
        if len(own) != 1:
            return True
        talks = 0
        for key in cluster.keys:
            is_home = key in placed.said or placed.heads.get(key) == own[0]
            if not is_home or key in placed.laid_aside:
                return True
            talks += self._items[key].is_about_interviews
        if talks > 1 or not placed.rearranging.isdisjoint(cluster.keys):
            return True
        cluster = self._own(place)
        items = [self._items[key] for key in cluster.keys]
        part = self._part(place)
        return part is not None and self._said.is_outdated(cluster, items, head=part)

    def _own(self, place: int) -> Cluster:
        """Return a cluster without the mail that the person put elsewhere: it names another."""
        cluster, own, said = self._clusters[place], self._homes[place], self.placed.said
        keys = [k for k in cluster.keys if k not in said or said[k].head in own]
        if len(keys) in (0, len(cluster.keys)):
            return cluster
        return cluster_of([self._items[key] for key in keys])

    def _part(self, place: int) -> uuid.UUID | None:
        """Return the application that a cluster describes; None where another one does."""
        placed, head, own = self.placed, self._homes[place][0], self._parts[place]
        if head not in placed.joined or head in own:
            return head
        keys = self._clusters[place].keys
        there = {placed.recorded[k] for k in keys if placed.heads.get(k) == head}
        return next((part for part in own if part in there), None)

    def commit(self, places: Sequence[int]) -> None:
        """Bring these clusters into the ledger; read and decide first, then write at once."""
        person = self._person
        told = {place: self._clusters[place].keys for place in places}
        rows = stored_mail(person, [key for keys in told.values() for key in keys])
        again = rearranged(person, told.values(), rows=rows)
        told_hours.load_words(person, [r for r in rows.values() if self._has_say(r)])
        read_closing(person, rows.values())
        begun: list[uuid.UUID] = []
        drafts: list[EventDraft] = []
        silent = self._silent(places, rows)
        for place in places:
            own = self._homes[place] or (uuid7(),)
            if not self._homes[place]:
                begun.append(own[0])
                self._homes[place] = own
            drafts += self._drafts(place, rows, again=again, silent=silent)
        replies = self._replies
        with transaction.atomic():
            for place in places:
                self._join(self._homes[place])
            commit_history(person, drafts, begun=begun, now=self._now)
            self._put_right(places, rows, again=again, silent=silent)
            self._note_what_follows(places, rows, again=again, replies=replies)

    def _note_what_follows(
        self,
        places: Sequence[int],
        rows: Mapping[str, StoredMail],
        *,
        again: Mapping[str, Anew],
        replies: Replies,
    ) -> None:
        """Say what mail tells of events that other mail made."""
        person, now, batch = self._person, self._now, self._batch
        rearranging.arrange_anew(person, again, rows=rows, now=now, batch=batch)
        note_answers(person, rows, replies=replies, now=now, batch=batch)
        note_opened(person, rows, replies=replies, now=now, batch=batch)
        note_chosen_times(person, rows, replies=replies, now=now, batch=batch)
        for place in places:
            mail = [rows[key] for key in self._clusters[place].keys]
            if any(row.verdict == RETURNED for row in mail):
                note_sent_again(person, mail, now=now, batch=batch)

    def _has_say(self, row: StoredMail) -> bool:
        return row.verdict == Verdict.OFFER or row.key not in self.placed.heads

    def _silent(
        self, places: Sequence[int], rows: Mapping[str, StoredMail]
    ) -> set[str]:
        """Return the messages that are no event: the person had said it before."""
        heads = [home[0] for place in places if (home := self._homes[place])]
        ended = ended_by_hand(self._person, heads)
        silent: set[str] = set()
        for place in places:
            own = [rows[key] for key in self._clusters[place].keys]
            told = [(row.sent_at, row.key, row.verdict) for row in own]
            if self._homes[place] and (last := ended.get(self._homes[place][0])):
                # What they said by hand stands in no mail.
                told = sorted([*told, last], key=itemgetter(0))
            silent |= answers_to_own_word((key, said) for _, key, said in told)
            silent |= self.said_before.among(own, home=self._homes[place])
        return silent - self.placed.settled

    def _drafts(
        self,
        place: int,
        rows: Mapping[str, StoredMail],
        *,
        again: Mapping[str, object],
        silent: Container[str],
    ) -> Iterator[EventDraft]:
        cluster, head = self._clusters[place], self._homes[place][0]
        own = [rows[key] for key in cluster.keys]
        fresh = [row for row in own if row.key not in self.placed.heads]
        answers = self._feedback.among(own, head=head)
        told = list(self._told(fresh, own, head=head, again=again, silent=silent))
        part = self._part(place)
        if told:
            self._said.wake(part or head)
        named = self._own(place)
        mail = [rows[key] for key in named.keys]
        described = part and self._said.draft(named, mail, head=part)
        if described:
            yield replace(described, batch=self._batch)
        for row in told:
            is_answer = row.key in answers
            yield from self._events_of(
                row, own, head=part or head, is_answer=is_answer, again=again
            )

    def _told(
        self,
        fresh: Iterable[StoredMail],
        own: Sequence[StoredMail],
        *,
        head: uuid.UUID,
        again: Container[str],
        silent: Container[str],
    ) -> Iterator[StoredMail]:
        """Yield the messages of an application that become events now."""
        for row in fresh:
            is_later_word = row.key in again and row.verdict in HELD
            if is_later_word and self._sets_more(row):
                is_later_word = False
            is_event = row.verdict in EVENT_VERDICTS or row.verdict == RETURNED
            is_said = is_event and not is_later_word
            # What the person said of a message stands where they said it.
            is_said = is_said and row.key not in self.placed.settled
            is_said = is_said and row.key not in silent
            if is_said and is_unsure(self._person, row, own, head=head):
                self.unsure.append(row.key)
                continue
            if is_said and not is_told_by_hand(self._person, row, head=head):
                yield row

    def _sets_more(self, row: StoredMail) -> bool:
        """Say whether a message on a known interview sets a further one."""
        return bool(told_hours.further_talks(row, zone_name=self._person.time_zone))

    def _events_of(
        self,
        row: StoredMail,
        own: Sequence[StoredMail],
        *,
        head: uuid.UUID,
        is_answer: bool,
        again: Container[str],
    ) -> list[EventDraft]:
        zone_name, batch = self._person.time_zone, self._batch
        if is_answer:
            return [feedback_draft(row, head=head, batch=batch)]
        if row.verdict != RETURNED:
            known = again if row.verdict in HELD else ()
            return event_drafts(
                row, head=head, zone_name=zone_name, known=known, batch=batch
            )
        draft = returned_draft(
            row, own, head=head, zone_name=zone_name, now=self._now, batch=batch
        )
        return [draft]

    def _join(self, own: Sequence[uuid.UUID]) -> None:
        """Merge applications that turned out to be one, unless the person has had a say."""
        if len(own) < 2 or self.placed.divided.intersection(own):
            return
        first, *others = own
        rows = Application.objects.for_person(self._person).in_bulk(own)
        for other in others:
            merge(
                self._person,
                rows[first],
                other=rows[other],
                now=self._now,
                decided_by=DecidedBy.RULE,
            )
            self.placed.rename(other, new=first)
        self._joined.add(first)

    def _put_right(
        self,
        places: Sequence[int],
        rows: Mapping[str, StoredMail],
        *,
        again: Mapping[str, object],
        silent: Container[str],
    ) -> None:
        """Move what an earlier fold put elsewhere, and bring back what it laid aside."""
        placing = self._replacing()
        for place in places:
            cluster, own = self._clusters[place], self._homes[place]
            known = [rows[key] for key in cluster.keys if key in self.placed.heads]
            placing.fall_silent([row for row in known if row.key in silent])
            placing.bring_back([r for r in known if r.key not in silent], again=again)
            placing.move(known, own=own)
            lone = self.placed.rearranging - again.keys()
            placing.tell_by_itself([r for r in known if r.key in lone], own=own)
            told = [rows[key] for key in cluster.keys]
            answers = self._feedback.among(told, head=own[0])
            known = [row for row in known if row.key in answers]
            self._feedback.say(known, now=self._now, batch=self._batch)
        self._describe_anew(placing)

    @transaction.atomic
    def lay_aside(self, keys: Sequence[str]) -> None:
        """Take out of the ledger what later mail showed to be nobody's, or anybody's."""
        placing = self._replacing()
        placing.lay_aside(keys)
        self._describe_anew(placing)

    def _replacing(self) -> Replacing:
        at_home = {head for own in self._homes for head in own}
        return Replacing(
            self._person, self.placed, said=self._said, homes=at_home, now=self._now
        )

    def _describe_anew(self, placing: Replacing) -> None:
        """Say again what applications are whose messages changed."""
        changed = placing.lost | placing.gained | self._joined
        self._joined.clear()
        places = [n for n, own in enumerate(self._homes) if changed.intersection(own)]
        for place in places if changed else []:
            cluster, part = self._own(place), self._part(place)
            if part is None:
                continue
            found = stored_mail(self._person, cluster.keys)
            rows = {key: found[key] for key in cluster.keys}
            offers = [row for row in rows.values() if row.verdict == Verdict.OFFER]
            told_hours.load_words(self._person, offers)
            read_closing(self._person, rows.values())
            described = self._said.draft(cluster, list(rows.values()), head=part)
            if described is not None:
                draft = replace(described, batch=self._batch)
                commit_events(self._person, [draft], now=self._now)
