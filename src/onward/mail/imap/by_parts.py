"""Large messages without their files: ask how they are built, fetch the words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from onward.core.parts import parts
from onward.mail.imap.answers import Answer, answers, number_of
from onward.mail.imap.fetched import Fetched, made_of_parts
from onward.mail.imap.structure import Part, sections, structure

Fetch = Callable[[Sequence[int], str], list[object]]
"""Sends one FETCH for these UIDs and items, and returns what came."""

_AT_ONCE = 8


def by_parts(fetch: Fetch, numbers: Sequence[int], *, more: str = "") -> list[Fetched]:
    """Return large messages made of their words; those that cannot be are left out.

    Args:
        more: What else to ask about each message, with a space before it.
    """
    items = f"(UID RFC822.SIZE BODYSTRUCTURE{more})"
    described = _by_uid(fetch(numbers, items))
    found = []
    for names, roots in _alike(described, numbers):
        uids = sorted(roots)
        # Few at a time: each may be as large as its words are.
        for part in parts(uids, size=_AT_ONCE):
            answered = _by_uid(fetch(part, f"(UID {' '.join(names)})"))
            for uid in part:
                message = _made(answered.get(uid), roots[uid], about=described[uid])
                found += [message] if message else []
    return found


def _alike(
    described: Mapping[int, Answer], numbers: Sequence[int]
) -> Iterator[tuple[tuple[str, ...], dict[int, Part]]]:
    """Yield messages that are built alike together: they are asked for at once."""
    groups: dict[tuple[str, ...], dict[int, Part]] = {}
    for uid in numbers:
        root = structure(described.get(uid, {}).get(b"BODYSTRUCTURE"))
        if root is not None:
            groups.setdefault(sections(root), {})[uid] = root
    yield from groups.items()


def _made(answer: Answer | None, root: Part, *, about: Answer) -> Fetched | None:
    if answer is None:
        return None
    return made_of_parts(answer, root=root, about=about)


def _by_uid(found: list[object]) -> dict[int, Answer]:
    return {number_of(answer, b"UID"): answer for answer in answers(found)}
