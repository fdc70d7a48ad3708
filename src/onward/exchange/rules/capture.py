"""An advert caught from a page or pasted: what it says, before anything is recorded."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onward.core.text import storable
from onward.documents.rules.advert_facts import facts_in
from onward.documents.rules.advert_head import without_gender_marks
from onward.documents.rules.job_posting import Plain, find_posting
from onward.exchange.rules.last_day import last_day

MOST_CHARS = 200_000
_LEAST_TEXT = 40
_ADDRESS = re.compile(r"https?://\S+\Z")
_SCRIPT = re.compile(
    r"<script[^>]+ld\+json[^>]*>(.*?)</script>", re.IGNORECASE | re.DOTALL
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_IS_PAGE = re.compile(r"<(?:!doctype|html|head|body|script|div)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Caught:
    """What a page or a pasted text says of one opening; empty where it does not say.

    Attributes:
        scripts: The JSON-LD of the page, kept with the snapshot.
        text: The advert in lines, at most MOST_CHARS characters.
    """

    company: str = ""
    role: str = ""
    place: str = ""
    salary: str = ""
    url: str = ""
    text: str = ""
    scripts: tuple[str, ...] = ()
    valid_until: date | None = None

    @property
    def has_text(self) -> bool:
        """Return whether there is more than an address: something to keep a snapshot of."""
        return len(self.text) >= _LEAST_TEXT


def from_page(payload: str, *, plain: Plain, today: date) -> Caught:
    """Return what the bookmark sent of a page.

    Args:
        payload: JSON with url, title, ld (a list of scripts) and text.
        plain: Turns HTML into lines.

    Raises:
        ValueError: If it is no such JSON.
    """
    try:
        sent = json.loads(payload[: 2 * MOST_CHARS])
    except (ValueError, RecursionError) as error:
        raise ValueError("no page was sent") from error
    if not isinstance(sent, dict):
        raise ValueError("no page was sent")
    scripts = sent.get("ld")
    return _caught(
        scripts=_strings(scripts),
        text=_string(sent, "text"),
        title=_string(sent, "title"),
        url=_web(_string(sent, "url")),
        plain=plain,
        today=today,
    )


def from_paste(text: str, *, plain: Plain, today: date) -> Caught:
    """Return what a pasted address, a pasted page or a pasted text says."""
    text = text.strip()[:MOST_CHARS]
    if _ADDRESS.match(text):
        return Caught(url=text)
    if not _IS_PAGE.search(text):
        return _caught(
            scripts=[],
            text=text,
            title="",
            url=_first_web(text),
            plain=plain,
            today=today,
        )
    found = _TITLE.search(text)
    return _caught(
        scripts=_SCRIPT.findall(text),
        text=plain(text),
        title=html.unescape(found.group(1)) if found else "",
        url="",
        plain=plain,
        today=today,
    )


def _caught(
    *,
    scripts: Sequence[str],
    text: str,
    title: str,
    url: str,
    plain: Plain,
    today: date,
) -> Caught:
    scripts = scripts[:20]
    posting = find_posting(scripts, plain=plain)
    words = text.strip()[:MOST_CHARS]
    facts = facts_in(words)
    if posting is None:
        return Caught(
            company=facts.company,
            role=_role(facts.title or title),
            place=facts.place,
            salary=facts.salary,
            url=url,
            text=words,
            valid_until=last_day(words, today=today),
        )
    return Caught(
        company=posting.company or facts.company,
        role=_role(posting.title or facts.title or title),
        place=posting.place or facts.place,
        salary=posting.salary or facts.salary,
        url=url,
        text=posting.text if len(posting.text) > _LEAST_TEXT else words,
        scripts=tuple(scripts),
        valid_until=posting.valid_until or last_day(words, today=today),
    )


def _role(title: str) -> str:
    return without_gender_marks(" ".join(title.split()))[:300]


def _string(sent: Mapping[str, Any], name: str) -> str:
    value = sent.get(name)
    return storable(value[:MOST_CHARS]) if isinstance(value, str) else ""


def _strings(value: object) -> list[str]:
    many = value if isinstance(value, list) else []
    return [storable(each) for each in many if isinstance(each, str)]


def _web(url: str) -> str:
    return url[:2000] if url.startswith(("https://", "http://")) else ""


def _first_web(text: str) -> str:
    found = re.search(r"https?://[^\s<>\"')\]]+", text)
    return found.group()[:2000].rstrip(".,;") if found else ""


def snapshot(caught: Caught) -> str:
    """Return a small page with the advert's text and its JSON-LD, to be kept as a file."""
    # A script ends at its first closing tag, whatever it says: what came is kept harmless.
    scripts = "".join(
        f'<script type="application/ld+json">{script.replace("</", "<" + chr(92) + "/")}'
        "</script>"
        for script in caught.scripts
    )
    lines = "".join(
        f"<p>{html.escape(line)}</p>\n" for line in caught.text.splitlines() if line
    )
    return (
        f"<!doctype html><meta charset=utf-8><title>{html.escape(caught.role)}</title>"
        f"{scripts}<h1>{html.escape(caught.role)}</h1>\n{lines}"
    )
