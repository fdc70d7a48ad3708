"""Who wants to know that a person's word counts no more, or again: rooms above the ledger."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from onward.applications.models import Event
from onward.applications.rules.kinds import DecidedBy, SourceKind
from onward.people.models import Person

Follower = Callable[[Person, Collection[uuid.UUID]], None]
Welcomer = Callable[[Person, Collection[uuid.UUID], datetime], None]
_FOLLOWERS: list[Follower] = []
_WELCOMERS: list[Welcomer] = []


def follow_undoing(follower: Follower) -> None:
    """Call `follower` with the messages of which a person's word was undone or brought back."""
    if follower not in _FOLLOWERS:
        _FOLLOWERS.append(follower)


def follow_returning(welcomer: Welcomer) -> None:
    """Call `welcomer` with the messages of which anything counts again, and when."""
    if welcomer not in _WELCOMERS:
        _WELCOMERS.append(welcomer)


def tell_of_return(person: Person, events: Iterable[Event], *, now: datetime) -> None:
    """Tell of what counts again, whoever had said it, in the same transaction."""
    messages = {
        each.source_id
        for each in events
        if each.source_id is not None and each.source_kind == SourceKind.MESSAGE
    }
    if messages:
        for welcomer in _WELCOMERS:
            welcomer(person, messages, now)


def tell_followers(person: Person, events: Iterable[Event]) -> None:
    """Tell of what was undone or brought back, in the same transaction."""
    messages = {
        each.source_id
        for each in events
        if each.source_id is not None
        and each.source_kind == SourceKind.MESSAGE
        and each.decided_by == DecidedBy.PERSON
    }
    if messages:
        for follower in _FOLLOWERS:
            follower(person, messages)
