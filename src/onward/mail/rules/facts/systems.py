"""Which applicant tracking system, job board, relay or tool carried a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.types import Message


class SystemKind(StrEnum):
    """What a vendor does with hiring mail."""

    APPLICANT_TRACKING_SYSTEM = "applicant_tracking_system"
    JOB_BOARD = "job_board"
    RELAY = "relay"
    ASSESSMENT_VENDOR = "assessment_vendor"
    SCREENING_VENDOR = "screening_vendor"
    SCHEDULER = "scheduler"


@dataclass(frozen=True, slots=True)
class System:
    """One vendor of `systems.toml`; a system without a name means that none was seen.

    Attributes:
        domains: Registrable domains or hosts; a sub-domain belongs to it as well.
        host_labels: First labels of white-label hosts, e.g. `gh-mail`.
        host_suffixes: Endings of internal host names in Message-ID.
        headers: Beginnings of header names that only this vendor writes.
        markers: Lower-case words that only this vendor writes into the body.
        tenants: Forms in which the employer's account name shows.
        aliases: Further display names that are never an employer.
        replies: Beginnings of local parts that reach a person.
        relays: Domains from which it hands on what employers write to who applied.
    """

    name: str = ""
    kind: SystemKind = SystemKind.APPLICANT_TRACKING_SYSTEM
    domains: tuple[str, ...] = ()
    host_labels: tuple[str, ...] = ()
    host_suffixes: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    tenants: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()

    @property
    def shown_name(self) -> str:
        """Name for a reading: relays and schedulers carry mail of any kind."""
        is_hidden = self.kind in {SystemKind.RELAY, SystemKind.SCHEDULER}
        return "" if is_hidden else self.name


NO_SYSTEM = System()
"""No vendor was recognised."""

_LINK = re.compile(r"([\w.-]{4,120})(/[\w.%/-]{0,80})?")
_HOST = re.compile(r"@\[?([\w.-]+)")
_MOST_LINKS = 40
# Tenants that name the vendor's own pages, an environment or a purpose.
_NO_TENANTS = frozenset(
    [
        "www",
        "app",
        "api",
        "my",
        "mail",
        "email",
        "talent",
        "nurture",
        "bounces",
        "jobs",
        "careers",
        "career",
        "login",
        "auth",
        "apply",
        "hire",
        "hiring",
        "recruiting",
        "recruitment",
        "help",
        "support",
        "go",
        "links",
        "link",
        "click",
        "track",
        "candidates",
        "candidate",
        "employer",
        "employers",
        "secure",
        "static",
        "cdn",
        "images",
        "community",
        "wday",
        "en",
        "de",
        "us",
        "eu",
        "uk",
        "no-reply",
        "noreply",
        "donotreply",
        "notification",
        "notifications",
        "otp",
        "workday",
        "system",
        "global",
    ]
)


@cache
def load_systems() -> tuple[System, ...]:
    """Return every vendor of `systems.toml`, in the order of the file."""
    return tuple(
        System(
            name=row["name"],
            kind=SystemKind(row["kind"]),
            **{
                key: tuple(value)
                for key, value in row.items()
                if key not in {"name", "kind"}
            },
        )
        for row in tables("systems")["system"]
    )


@cache
def system_by_name(name: str) -> System:
    """Return the vendor of that name, or `NO_SYSTEM`."""
    return next((s for s in load_systems() if s.name == name), NO_SYSTEM)


@cache
def _by_domain() -> dict[str, System]:
    return {domain: s for s in load_systems() for domain in s.domains}


@cache
def _relays() -> frozenset[str]:
    return frozenset(domain for s in load_systems() for domain in s.relays)


def is_relayed(host: str) -> bool:
    """Say whether mail from a host is what an employer wrote to who applied, whatever it is about."""
    return bool(host) and host in _relays()


_LONG_LABEL = 6
"""Letters of a vendor's own name in a domain that no other firm has by accident."""


@cache
def _labels() -> frozenset[str]:
    domains = (domain for s in load_systems() for domain in s.domains)
    return frozenset(domain.split(".")[-2] for domain in domains)


def is_like_a_vendors(host: str) -> bool:
    """Say whether a host is a vendor's, or is called as one under another ending: "myworkday.eu"."""
    labels = host.lower().strip(".").split(".")
    is_named = len(labels) > 1 and len(labels[-2]) >= _LONG_LABEL
    return bool(system_of_host(host).name) or (is_named and labels[-2] in _labels())


@lru_cache(maxsize=4096)
def system_of_host(host: str) -> System:
    """Return the vendor that a host or one of its parent domains belongs to."""
    labels = host.lower().strip(".").split(".")
    domains = _by_domain()
    for start in range(len(labels) - 1):
        found = domains.get(".".join(labels[start:]))
        if found is not None:
            return found
    for system in load_systems():
        is_internal = any(labels[-1] == end[1:] for end in system.host_suffixes)
        if labels[0] in system.host_labels or is_internal:
            return system
    return NO_SYSTEM


def _header_hosts(message: Message) -> Iterator[str]:
    """Yield the hosts in the headers that say who really sent a message."""
    headers = message.headers
    yield from headers.get("dkim-domains", "").split()
    yield from _HOST.findall(headers.get("return-path", ""))
    yield message.message_id.rpartition("@")[2].lower()


def _from_headers(message: Message) -> System:
    for name in message.headers:
        if name.startswith("x-"):
            for system in load_systems():
                if system.headers and name.startswith(system.headers):
                    return system
    return NO_SYSTEM


def links(text: str) -> list[tuple[str, str]]:
    """Return host and path of the first links of a text, lower case."""
    found: list[tuple[str, str]] = []
    position = text.find("://")
    while position != -1 and len(found) < _MOST_LINKS:
        link = _LINK.match(text, position + 3)
        if link is not None:
            found.append((link.group(1).lower(), (link.group(2) or "").lower()))
        position = text.find("://", position + 3)
    return found


@cache
def _markers() -> tuple[tuple[str, System], ...]:
    return tuple((marker, s) for s in load_systems() for marker in s.markers)


def _from_body(message: Message) -> System:
    """Return the tracking system that the links or the footer of the body name."""
    for host, _ in links(message.text):
        system = system_of_host(host)
        # Links to boards, schedulers and tests stand in anybody's mail.
        if system.kind is SystemKind.APPLICANT_TRACKING_SYSTEM and system.name:
            return system
    if "owered by" in message.text:
        low = message.text.lower()
        return next((s for marker, s in _markers() if marker in low), NO_SYSTEM)
    return NO_SYSTEM


def find_system(message: Message, *, is_personal: bool = False) -> System:
    """Return the vendor that carried a message, or `NO_SYSTEM`.

    The sender's domain decides, then headers, then links in the body; a relay is
    returned only where nothing better is known.

    Args:
        is_personal: A person wrote from an own address: links then say nothing.
    """
    sender = system_of_host(message.sender.domain)
    if sender.name and sender.kind is not SystemKind.RELAY:
        return sender
    relay = sender
    found = _from_headers(message)
    if found.name:
        return found
    for host in _header_hosts(message):
        system = system_of_host(host)
        if system.name and system.kind is not SystemKind.RELAY:
            return system
        relay = relay if relay.name else system
    found = NO_SYSTEM if is_personal else _from_body(message)
    return found if found.name else relay


@cache
def _tenant_patterns(name: str) -> tuple[re.Pattern[str], ...]:
    def compiled(form: str) -> re.Pattern[str]:
        tenant = r"([a-z0-9][\w-]*)"
        parts = re.split(r"(\{tenant\}|\*)", form)
        known = {"{tenant}": tenant, "*": r"[^./@]*"}
        pattern = "".join(known.get(p, re.escape(p)) for p in parts)
        # Accounts at a vendor carry the purpose of the mail: acme+autoreply@….
        return re.compile(pattern.replace(")@", r")(?:\+[\w.-]*)?@") + r"(?!\w)")

    return tuple(compiled(form) for form in system_by_name(name).tenants)


_TENANT_NOISE = re.compile(
    r"^(?:careers?|jobs?|external|internal|uscareers|apply|recruiting)[-_]|"
    r"[-_]?(?:careers?|jobs|recruiting|hr|external|prod|impl)$"
)


def tenants(message: Message, *, system: System) -> tuple[str, ...]:
    """Return the employer's account names at a vendor, as sender and links show them."""
    patterns = _tenant_patterns(system.name) if system.name else ()
    if not patterns:
        return ()
    places = [message.sender.address, message.reply_to.address]
    places += [host + path for host, path in links(message.text)]
    places += list(_header_hosts(message))
    found: dict[str, None] = {}
    for place in places:
        for pattern in patterns:
            hit = pattern.match(place)
            if hit is not None and hit.group(1) not in _NO_TENANTS:
                found.setdefault(_TENANT_NOISE.sub("", hit.group(1)))
                break
    return tuple(t for t in found if t and t not in _NO_TENANTS)
