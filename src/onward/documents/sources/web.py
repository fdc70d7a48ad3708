"""Fetch one page from the open internet, because its reader pressed for it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

from onward import __version__
from onward.core.reach import PUBLIC, Reach
from onward.documents.rules.addresses import web_address
from onward.documents.rules.kinds import Problem
from onward.outgoing.sockets import NotAllowed
from onward.outgoing.web import Transport

AGENT = "Onward"
USER_AGENT = f"{AGENT}/{__version__} (a personal job-search diary; fetches one page when its reader asks)"
MAX_BYTES = 10_000_000
_MAX_ROBOTS_BYTES = 500_000
_MAX_HOPS = 5
_TOTAL_SECONDS = 45.0
_TIMEOUT = httpx.Timeout(15.0, connect=10.0)
_KINDS = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
    "": "page.html",
}
_GONE = frozenset({404, 410})


class Refused(Exception):  # noqa: N818 -- an answer to the person, not a defect
    """The page was not fetched, and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server gave it.

    Attributes:
        address: Where it was found in the end, redirects followed.
        name: What to call its file.
        charset: As the server declared it; empty where it did not.
    """

    address: str
    name: str
    charset: str
    data: bytes


def fetch(address: str, *, reach: Reach = PUBLIC) -> Fetched:
    """Return the page at an address, at most MAX_BYTES of it.

    Every connection, redirects included, goes to an address within `reach`: the name is
    looked up once and the connection made to what was looked at, so a name that points
    elsewhere a moment later gains nothing. The site's robots.txt is kept to.

    Raises:
        Refused: If it is not there, not public, not for programs, or no page.
    """
    until = time.monotonic() + _TOTAL_SECONDS
    with _client(reach) as client:
        try:
            return _follow(client, address, until=until)
        except NotAllowed as error:
            raise Refused(Problem.PRIVATE_ADDRESS) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise Refused(Problem.UNREACHABLE) from error


def _follow(client: httpx.Client, address: str, *, until: float) -> Fetched:
    for _hop in range(_MAX_HOPS + 1):
        try:
            address = web_address(address)
        except ValueError as error:
            raise Refused(Problem.NOT_A_WEB_ADDRESS) from error
        if not _robots_allow(client, address, until=until):
            raise Refused(Problem.ROBOTS)
        with client.stream("GET", address) as answer:
            if answer.has_redirect_location:
                address = urljoin(address, answer.headers["Location"])
                continue
            return _page(answer, address=address, until=until)
    raise Refused(Problem.UNREACHABLE)


def _page(answer: httpx.Response, *, address: str, until: float) -> Fetched:
    if answer.status_code in _GONE:
        raise Refused(Problem.NOT_THERE)
    if 400 <= answer.status_code < 500:
        raise Refused(Problem.REFUSED)
    if answer.status_code != 200:
        raise Refused(Problem.UNREACHABLE)
    kind, charset = _content_type(answer.headers.get("Content-Type", ""))
    if kind not in _KINDS:
        raise Refused(Problem.UNKNOWN_KIND)
    data = _body(answer, limit=MAX_BYTES, until=until)
    if len(data) > MAX_BYTES:
        raise Refused(Problem.TOO_LARGE)
    return Fetched(address, _KINDS[kind], charset, data)


def _body(answer: httpx.Response, *, limit: int, until: float) -> bytes:
    """Return the body, or a byte more than `limit` of one that is longer."""
    chunks: list[bytes] = []
    size = 0
    for chunk in answer.iter_bytes(65_536):
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            break
        if time.monotonic() > until:
            raise Refused(Problem.UNREACHABLE)
    return b"".join(chunks)[: limit + 1]


def _content_type(value: str) -> tuple[str, str]:
    header = Message()
    header["Content-Type"] = value
    kind = value.partition(";")[0].strip().lower()
    return kind, header.get_content_charset("") if value else ""


def _robots_allow(client: httpx.Client, address: str, *, until: float) -> bool:
    """Say whether the site's robots.txt lets this program fetch the address.

    Where there is none, or it cannot be had, nothing is forbidden.

    Source: RFC 9309; here for one page that a person asked for, not for a crawl.
    """
    parts = urlsplit(address)
    place = f"{parts.scheme}://{parts.netloc}/robots.txt"
    try:
        with client.stream("GET", place) as answer:
            if answer.status_code != 200:
                return True
            data = _body(answer, limit=_MAX_ROBOTS_BYTES, until=until)
    except httpx.HTTPError:
        return True
    rules = RobotFileParser()
    rules.parse(data.decode("utf-8", "replace").splitlines())
    return rules.can_fetch(AGENT, address)


def _client(reach: Reach) -> httpx.Client:
    return httpx.Client(
        transport=Transport(reach),
        timeout=_TIMEOUT,
        follow_redirects=False,
        trust_env=False,
        headers={
            "User-Agent": USER_AGENT,
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8",
            "Accept-Language": "*",
        },
    )
