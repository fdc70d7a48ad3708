"""The list of other jobs that a board puts below its own words: "Similar jobs for you"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.needed import finder_of
from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import Span, blanked, lower
from onward.mail.rules.facts.contact import closings
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.types import ENDINGS, Message, Verdict

_LINE = re.compile(r"[^\n]+")
_LONGEST_HEAD = 90
_LEAST_WORDS_ABOVE = 6
_AROUND = " \t*_#=>•·:-–—…|!.\u200b"
_WORD = re.compile(r"[^\W\d_]{2,}")
_ANY_WORD = re.compile(r"[\w'-]+")
# "Weitere Jobs für dich: Schichtleiter bei Quast Logistik": the list is on the line itself.
_GOES_ON = re.compile(r"\s*:\s+(?=\w)|\s+[-–—|]\s+(?=\w)")
_HEAD_BEGINS = re.compile(r"[?.!]\s+|\s[-–—|]\s+")
_ABOVE_LISTS = ENDINGS | {Verdict.CONFIRMATION}
# "Kok bij Foxholes B.V." ends no sentence.
_SENTENCE_ENDS = re.compile(r"(?<=[^\W\d_]{4})[.!](?=\s)")
# "Position: Buyer", "You applied for …", "Unfortunately …": no board says so of other jobs.
_SPEAKS_OF_ITSELF = re.compile(
    r"^(?:[\w.-]+ ){0,2}(?:position|role|job(?: ?title)?|post|vacancy|reference|ref|req|(?:job|req|application) ?(?:id|no|number|ref\w*)|company|employer"
    r"|stelle|referenz\w*|kennziffer|job-id|stellen-?id|firma|unternehmen|arbeitgeber|poste|référence|réf|offre|entreprise|puesto|vacante|referencia"
    r"|empresa|oferta|posizione|riferimento|rif|azienda|functie|vacature|referentie|kenmerk|bedrijf|vaga|cargo|referência|stanowisko|numer"
    r"|nr ref\w*|firma|pozisyon|ilan no|referans|şirket|tjänst|befattning|referens|företag)(?: ?(?:id|nr|no|number|n°))?\.? ?[:#]"
    r"|\b(?:applied|application|applying|beworben|bewerbung\w*|postulé|candidature|postulad[oa]|inscrit[oa]|solicitud|candidatur[ae]"
    r"|candidat[oa]t?[oa]?|gesolliciteerd|sollicitatie|candidatou|aplikacj\w+|zgłoszeni\w+|başvur(?:u|un|du)\w*|ansökan|sökt"
    r"|unfortunately|regret|sorry|leider|bedauer\w+|malheureusement|regrett\w+|lamentablemente|lamentamos|sentimos|purtroppo|helaas"
    r"|infelizmente|niestety|maalesef|tyvärr)\b"
)
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE
)
_BLANK = re.compile(r"\n[ \t]*\n")


def without_more_jobs(message: Message, *, verdict: Verdict) -> Message:
    """Return a message whose list of other jobs is blanked, from the line above it to its end.

    It ends where a letter does; a list that begins on the line that announces it, with its
    paragraph. What names the job that the mail is about stands above: a mail that is no more
    than such a list stays as it is.

    Args:
        verdict: Boards list others below a no and a receipt; of who writes first the list is
            what the mail is about, and of any other a line that only means such a list may be.
    """
    if verdict is Verdict.OUTREACH:
        return message
    is_head = _is_any_head if verdict in _ABOVE_LISTS else _is_sure_head
    span = _list_in(message.text, shown=message.sender.name, is_head=is_head)
    if span is None:
        return message
    return replace(message, text=blanked(message.text, [span]))


def _list_in(
    text: str, *, shown: str, is_head: Callable[..., bool | None]
) -> Span | None:
    """Return where the list stands, with the line above it; None where there is none, or nothing else."""
    low = lower(text).replace("’", "'")
    if not _may_head()(low):
        return None
    is_apart = True
    for line in _LINE.finditer(low):
        is_below, is_apart = is_apart, not line[0].strip()
        is_below |= low[: line.start()].endswith("\n\n")
        is_begun = is_head(line[0], is_apart=is_below)
        if is_begun is None:
            continue
        if len(_WORD.findall(low, 0, line.start())) < _LEAST_WORDS_ABOVE:
            return None
        if is_begun:
            return line.start(), _end_of_list(text, line.end(), shown=lower(shown))
        start = line.start() + (_head_of_line(line[0]) or 0)
        return start, _end_of_paragraph(text, line, start=start, shown=lower(shown))
    return None


def _is_any_head(line: str, *, is_apart: bool) -> bool | None:
    """Say whether a line is above a list, False where the list begins on it, None for any other line."""
    if _is_head(line, is_apart=is_apart):
        return True
    return None if _head_of_line(line) is None else False


def _is_sure_head(line: str, *, is_apart: bool) -> bool | None:
    """Say whether a line is word for word one above a list, None for any other."""
    words = line.strip(_AROUND)
    is_short = 0 < len(words) <= _LONGEST_HEAD
    return True if is_short and _heads().fullmatch(words) else None


def _is_head(line: str, *, is_apart: bool) -> bool:
    """Say whether a line is above such a list, and no more.

    Args:
        is_apart: Nothing stands right above it: a line of a letter that was wrapped may say
            the same in the middle of a sentence.
    """
    words = line.strip(_AROUND)
    if not 0 < len(words) <= _LONGEST_HEAD:
        return False
    if _heads().fullmatch(words):
        return True
    is_line = line.rstrip(" \t*_").endswith(":")
    is_line |= is_apart and not line.rstrip(" \t*_").endswith((".", "?", ","))
    return is_line and _means_more_jobs(words)


def _head_of_line(line: str) -> int | None:
    """Return where on a line that stands which is above a list, with the list behind it; None where nothing does.

    "Still looking? See more jobs near you: …", "Don't give up - here are more jobs for you: …".
    """
    for found in _GOES_ON.finditer(line):
        head = line[: found.start()]
        start = max((each.end() for each in _HEAD_BEGINS.finditer(head)), default=0)
        # A question about other jobs announces none.
        if not head.endswith("?") and _is_head(f"{head[start:]}:", is_apart=True):
            return start
    return None


@cache
def _meant() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each language what the list is of, of which kind these are, and all such a line is made of."""
    return tuple(
        (
            re.compile(rf"(?<![\w-])(?:{table['jobs']})(?![\w-])"),
            re.compile(rf"(?<!\w)(?:{table['alike']})(?!\w)"),
            re.compile(rf"{table['jobs']}|{table['around']}|{table['alike']}|\d+"),
        )
        for table in tables("more_jobs").values()
    )


def _means_more_jobs(words: str) -> bool:
    """Say whether words speak of several jobs, say that they are like another, and say nothing else."""
    told = _ANY_WORD.findall(words)
    return any(
        jobs.search(words) and alike.search(words) and all(map(any_of.fullmatch, told))
        for jobs, alike, any_of in _meant()
    )


def _end_of_list(text: str, start: int, *, shown: str) -> int:
    """Return where a list ends: where the mail speaks of itself again, or where its text ends.

    A button that leads to other jobs stands above what the mail says, too.
    """
    low = lower(text)
    is_first = True
    for line in _LINE.finditer(low, start):
        words = line[0].strip(_AROUND)
        if is_first and words:
            is_first = False
            if _LINK.fullmatch(words):
                # Of the list no more is there than where it is.
                return line.end()
        is_end = line[0].strip(" ,.!-") in closings() or _SPEAKS_OF_ITSELF.search(words)
        if is_end or (shown and words.startswith(shown)):
            return line.start()
        if is_plain_person(text[line.start() : line.end()].strip(_AROUND)):
            # "Kim Vale", above "Talent Partner" and "Larch Ltd".
            return line.start()
    return len(low)


def _end_of_paragraph(text: str, line: re.Match[str], *, start: int, shown: str) -> int:
    """Return where a list ends that begins on the line of its head: with a sentence or its paragraph."""
    last = text[line.start() : line.end()].split()[-1]
    if _LINK.fullmatch(last.strip(_AROUND)):
        return line.end()
    blank = _BLANK.search(text, line.end())
    end = blank.start() if blank is not None else len(text)
    end = min(end, _end_of_list(text, line.end(), shown=shown))
    sentence = _SENTENCE_ENDS.search(text, start, end)
    return sentence.end() if sentence is not None else end


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(
        "|".join(table["heads"] for table in tables("more_jobs").values())
    )


@cache
def _may_head() -> Callable[[str], bool]:
    return finder_of([_heads(), *(jobs for jobs, _, _ in _meant())])
