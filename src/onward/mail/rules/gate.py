"""The cheap gate before the rules: could a mail be about hiring at all?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from onward.mail.rules.around.forwarded import says_forward
from onward.mail.rules.around.sent_on import inside_of
from onward.mail.rules.around.small_print import bare_text
from onward.mail.rules.basics.language import all_words
from onward.mail.rules.basics.tables import part_of_all
from onward.mail.rules.basics.text import fold, lower
from onward.mail.rules.basics.words import first_word_finder
from onward.mail.rules.facts.employers.scheduling import is_tool, names_interview
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.systems import SystemKind, system_of_host
from onward.mail.rules.facts.titles.words import is_title_subject
from onward.mail.rules.verdicts.signals import READ_CHARS
from onward.mail.rules.verdicts.voice import MANY_WORDS, Least
from onward.mail.rules.verdicts.weighing import (
    GATE_CHARS,
    Weighed,
    speaks_for_hiring,
    weigh,
    weighed_words,
)

FEW_WORDS = 15
"""Fewer different words outweigh no word of hiring."""

FIRST_CHARS = 350
"""How much of a mail is looked at first, and again so much until it is told: most ordinary
mail has said what it is by then."""

SURELY_LESS = 1.5
"""How far below what a mail needs its first words leave the rest of it unread. Of 1,322 hiring
mails as long as that none scores so low, of ordinary ones one in three."""

SURELY_MORE = 1.8
"""How far above it they let it in: what portals go on to say is about portals."""

LAST_CHARS = 2_500
"""How much is looked at before a mail is let in: of 110 hiring mails that are longer none turns
surely ordinary behind GATE_CHARS, and newsletters do that sounded like hiring till there."""

_KNOWN_HOSTS = 4_096

NEARLY = 0.8
"""How far below what a mail needs its small print may have brought it."""

SHORT_CHARS = 2_500
"""In a longer mail small print hardly stands among what is weighed."""

_HIRING_SYSTEMS = frozenset(
    {SystemKind.APPLICANT_TRACKING_SYSTEM, SystemKind.ASSESSMENT_VENDOR}
)


@cache
def _has_gate_word() -> Callable[[str], bool]:
    words = {word for data in all_words() for word in data["gate"]}
    return first_word_finder(sorted(words))


@cache
def _has_title_word() -> Callable[[str], bool]:
    words = (*fact_words("role_words"), *fact_words("role_ends"))
    return first_word_finder(sorted({word for word in words if len(word) > 2}))


class Sight(Protocol):
    """A mail that is read no further than it is asked for."""

    @property
    def subject(self) -> str:
        """Decoded subject."""
        ...

    @property
    def beginning(self) -> str:
        """The first words of its decoded body."""
        ...

    @property
    def text(self) -> str:
        """More of its body; the same object as `beginning` where that is all."""
        ...

    @property
    def sender_host(self) -> str:
        """Host of the sender's address."""
        ...


class _Read(NamedTuple):
    """A mail whose text is at hand."""

    subject: str
    beginning: str
    text: str
    sender_host: str


def might_be_hiring(subject: str, text: str, *, host: str = "") -> bool:
    """Say whether the rules need to read a mail, as `lets_in` does.

    Args:
        subject: Decoded subject.
        text: Decoded body; its beginning is read.
        host: Of the sender's address: mail of a tracking system is let in anyhow.
    """
    return lets_in(_Read(subject, text, text, host))


def lets_in(mail: Sight) -> bool:
    """Say whether the rules need to read a mail: wide on purpose, it only saves time.

    The second voice of the mail's language tells by single words. A short mail has few of
    them, so one word of hiring counts besides; it is enough where there are hardly any
    others, or the language has no such voice. A long mail without a common word of any
    language could not be read anyhow. Mail of a tracking system is let in in any case, and
    that of a tool for appointments where it names an interview: it sends no more than a form.
    """
    beginning = mail.beginning
    told = _told(mail.subject, beginning)
    if told is not None and len(beginning) >= FIRST_CHARS:
        told = None if _is_surely_ordinary(told.scored) else told
    if told is not None and mail.text is not beginning:
        told = _told(mail.subject, mail.text)
    if told is not None and _is_told(told, mail):
        return True
    host = mail.sender_host
    if is_of_hiring_system(host):
        return True
    if _is_of_scheduler(host) and names_interview(f"{mail.subject}\n{mail.beginning}"):
        return True
    if told is not None and _is_near(told) and _is_told_bare(mail):
        return True
    if _is_of_own_application(mail):
        return True
    return says_forward(mail.subject) and _is_told_inside(mail)


def _is_of_own_application(mail: Sight) -> bool:
    """Say whether a mail with a title for its subject speaks of an application, whatever else it praises.

    "Charge Entry Specialist - 260015Z7", two lines of one of the best places to work, and
    "your submission has been closed": of 4,000 ordinary mails of the sets two do.
    """
    if not is_title_subject(mail.subject):
        return False
    own = part_of_all("other_matters", "applied")
    return own.search(lower(fold(mail.text[:READ_CHARS]))) is not None


def _is_told_inside(mail: Sight) -> bool:
    """Say the same of the mail that somebody sent on, by its own sender and words."""
    inside = inside_of(mail.text)
    if inside is None:
        return False
    text = mail.text[inside.end :]
    return might_be_hiring(inside.subject, text, host=inside.sender.domain)


def _is_near(told: _Told) -> bool:
    """Say whether words tell nearly enough, or do not tell."""
    is_long = told.size >= MANY_WORDS
    return not told.scored or any(
        score > (least.long if is_long else least.short) - NEARLY
        for score, least in told.scored
    )


def _is_told_bare(mail: Sight) -> bool:
    """Say the same without small print, which may outweigh what a short mail says."""
    bare = bare_text(mail.text) if len(mail.text) <= SHORT_CHARS else mail.text
    if bare is mail.text:
        return False
    told = _Told.of(weigh(weighed_words(mail.subject, bare)))
    return _is_told(told, _Read(mail.subject, bare, bare, mail.sender_host))


def _is_told(told: _Told, mail: Sight) -> bool:
    scored = told.scored
    if told.size >= MANY_WORDS:
        if scored:
            return any(score > least.long for score, least in scored)
        return _is_named(told.words, mail)
    if any(score > least.wordless for score, least in scored):
        return True
    is_outweighed = told.size >= FEW_WORDS and not any(
        score > least.short for score, least in scored
    )
    if scored and is_outweighed:
        return False
    if has_word_of_hiring(mail.subject, mail.text):
        return True
    return not scored and _is_told_by_guest(told.words, mail)


def _is_named(words: Weighed, mail: Sight) -> bool:
    """Say whether a long mail is let in, of which no voice of its language tells."""
    is_listed = not words.shows_language and not has_word_of_hiring(mail.subject, "")
    if is_listed and words.speaks_against:
        # So many words and hardly a common one: no guest, and what is heard of them is ordinary.
        return False
    if words.is_of_known_language and has_word_of_hiring(mail.subject, mail.text):
        return True
    return _is_told_by_guest(words, mail)


def _is_told_by_guest(words: Weighed, mail: Sight) -> bool:
    """Say whether a voice that keeps no mail out lets this in: "te podemos llamar el viernes"."""
    language = words.guest
    return bool(language) and speaks_for_hiring(
        weighed_words(mail.subject, mail.text), language=language
    )


_Scored = list[tuple[float, Least]]


class _Told(NamedTuple):
    """What the words of a mail tell, and their scores beside what a mail needs."""

    words: Weighed
    size: int
    scored: _Scored

    @classmethod
    def of(cls, words: Weighed) -> _Told:
        """Return words with their scores, which are asked for again and again."""
        return cls(words, words.size, words.scored())


class _Look:
    """What the words of a mail tell, as far as it is looked at."""

    def __init__(self, subject: str, text: str) -> None:
        self._known = weighed_words(subject, text)
        self.told = _Told.of(weigh(self._known))

    def on(self, text: str) -> None:
        """Look at what stands behind that."""
        new = weighed_words("", text) - self._known
        self._known |= new
        self.told = _Told.of(self.told.words.and_of(weigh(new)))


def _is_surely_ordinary(scored: _Scored) -> bool:
    """Say whether words speak so much against hiring that the rest will not differ."""
    return bool(scored) and all(
        score < least.long - SURELY_LESS for score, least in scored
    )


def _is_hiring(scored: _Scored, *, by: float = 0) -> bool:
    return any(score > least.long + by for score, least in scored)


def _told(subject: str, text: str) -> _Told | None:
    """Return what the words of a mail tell, or so many first ones as tell enough.

    None where its first words tell against it, or those behind what would let it in.
    """
    parts = _parts(text[:GATE_CHARS])
    look = _Look(subject, next(parts))
    for part in parts:
        if _is_surely_ordinary(look.told.scored):
            return None
        if _is_hiring(look.told.scored, by=SURELY_MORE):
            # Below it a disclaimer, a footer, a list of jobs may say much of else.
            return look.told
        look.on(part)
    told = look.told
    if _is_hiring(told.scored):
        for part in _parts(text[GATE_CHARS:LAST_CHARS]):
            look.on(part)
            if _is_surely_ordinary(look.told.scored):
                return None
    return told


def _parts(text: str) -> Iterator[str]:
    """Yield the parts that a text is looked at by, cut at white space: the last is longer."""
    start, end = 0, _end_of_part(text, start=0)
    yield text[:end]
    while end < len(text):
        start, end = end, _end_of_part(text, start=end)
        yield text[start:end]


def _end_of_part(text: str, *, start: int) -> int:
    """Return where a part ends, at white space: the text's end where too little follows."""
    if len(text) - start < 1.4 * FIRST_CHARS:
        return len(text)
    end = text.rfind(" ", start, start + FIRST_CHARS)
    return end if end > start else len(text)


@lru_cache(maxsize=_KNOWN_HOSTS)
def is_of_hiring_system(host: str) -> bool:
    """Say whether a host sends little else than hiring mail, whatever the words.

    Job boards are none: what they send most are alerts and news.

    Args:
        host: Of the sender's address.
    """
    system = system_of_host(host)
    return bool(system.name) and system.kind in _HIRING_SYSTEMS


@lru_cache(maxsize=_KNOWN_HOSTS)
def _is_of_scheduler(host: str) -> bool:
    return is_tool(system_of_host(host))


def has_word_of_hiring(subject: str, text: str) -> bool:
    """Say whether a mail holds any word that hiring mail of some language may hold."""
    if _has_title_word()(subject.lower()) and is_title_subject(subject):
        return True
    return _has_gate_word()(lower(fold(f"{subject}\n{text[:READ_CHARS]}")))
