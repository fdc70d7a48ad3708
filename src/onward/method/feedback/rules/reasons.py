"""What an employer gave as a reason: the concrete sentences of a no, word for word; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onward.core.languages import Language
from onward.mail.rules.basics.language import main_language
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.text import Span, fold, lower
from onward.method.feedback.rules.formality import own_words
from onward.method.feedback.rules.kinds import Tag
from onward.method.feedback.rules.language import cues_of
from onward.method.feedback.rules.said import Meanings, meanings_of
from onward.method.feedback.rules.themes import suggest_tags

READ_CHARS = 6_000
MOST_REASONS = 4
_LEAST_WORDS = 4
_MOST_CHARS = 600
# "Am 5. Mai", "2. oraz": there, a point behind a number ends nothing.
_ORDINAL_POINTS = frozenset({"de", "pl", "sv", "tr"})
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_MARK = re.compile(r"(?:[-–*•·▪‣+]|\(?\d{1,2}[.)])\s+")
_LABEL = re.compile(r"(?-i:[^\W\d_a-z])[^:.!?\n]{1,40}:\s+(?=\S)")
# "Areas to develop: listening" says less without its label; "Interview: You spoke well" says all.
_BEFORE_SENTENCE = re.compile(
    r"(?!.*(?:strength|weak|positiv|negativ|improv|develop|better|good|liked|stärke|schwäch|stark|plus|minus"
    r"|fort|faible|punto|punti|ponto|sterk|zwak|mocn|słab|güçlü|zayıf|styrk|svag|överty|überzeug).*:)"
    r"[^:.!?\n]{2,41}:\s+(?=(?-i:[^\W\d_a-z]))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
# "Your feedback on our process": what they would like to hear themselves.
_OF_THEIRS = re.compile(
    r"pro[cz]e[sd]|survey|umfrage|verfahren|enqu[eê]t|encuesta|sondag|inqu[eé]rito|anket|ankiet|enkät|süreç",
    re.IGNORECASE,
)
_LONGEST_LEAD = 9
_LEAST_LISTED_WORDS = 3
_QUOTES = (
    (re.compile(r"^[\"“„«»]\s*"), '"”“«»'),
    (re.compile(r"\s*[\"”“«»]$"), '"“„«»'),
)
_BEHIND_NUMBER = re.compile(r"(?<=\d)[.]\s+(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as it stands in the message, line breaks made spaces.

    Attributes:
        start: Its first character in the message.
    """

    text: str
    start: int


@dataclass(slots=True)
class _Line:
    """A sentence with the paragraph that it stands in, counted from the top."""

    said: Said
    paragraph: int
    is_told: bool


def reasons_in(text: str, *, language: str = "") -> tuple[Said, ...]:
    """Return the sentences of a no that say something about this application, in order.

    A sentence counts where it names a strength, a lack, what was looked for or what the
    other had; what any no could say ("a better match", "many strong applications") is
    left out. Next to such a sentence, one that only speaks of the person counts, too, as
    praise stands before a lack and advice behind it. It would rather pass over a reason than show a phrase as one.

    Args:
        language: The code of the language; empty lets the words tell.
    """
    text = text[:READ_CHARS]
    language = language or main_language(lower(fold(own_words(text))))
    meanings = meanings_of(language)
    if meanings is None:
        return ()
    lines: list[_Line] = []
    was_told = False
    listed = _listed(text, meanings)
    reader = meanings.reader_of(fold(text))
    paragraph = end = 0
    for start, stop in _sentences(text, language=language):
        paragraph += _BLANK_LINE.search(text, end, start) is not None
        end = stop
        line = " ".join(text[start:stop].split())
        first = _head(line, is_listed=start in listed)
        first = first or meanings.starts(fold(line))
        plain = reader.speaks_to(fold(line[first:]), paragraph=paragraph)
        was_told = _is_told(plain, meanings, goes_on=was_told) or (
            start in listed and _is_item(plain, meanings)
        )
        said = _unquoted(Said(line[first:], _place(text, start, line[:first])))
        lines.append(_Line(said, paragraph=paragraph, is_told=was_told))
    _tell_beside(lines, meanings)
    _tell_beside(lines[::-1], meanings)
    told = (line.said for line in lines if line.is_told)
    return tuple(said for said in told if not _is_only_offer(said.text))[:MOST_REASONS]


def _is_only_offer(line: str) -> bool:
    """Say whether a sentence offers to talk it through, and says nothing of the person beside."""
    return _says("goes_through", line) and not _OF_THE_PERSON & set(suggest_tags(line))


def _listed(text: str, meanings: Meanings) -> range:
    """Return where the lines stand that a sentence announces as what was noted, if any.

    "Here are your assessors' notes:" and below it lines with a mark or a label each.
    """
    ends = 0
    for start, stop in own_sentences(text):
        if ends and not text[ends:start].strip() and _is_marked(text[start:stop]):
            blank = _BLANK_LINE.search(text, start)
            end = blank.start() if blank else len(text)
            marked = start
            for begin in _line_starts(text, start, end):
                if not _is_marked(text[begin:end]):
                    break
                marked = (text.find("\n", begin, end) + 1) or end + 1
            return range(start, marked)
        said = fold(text[start:stop])
        is_list = meanings.announces_list(said) and not _NO_NOTES.search(said)
        ends = stop if is_list else 0
    return range(0)


_NO_NOTES = re.compile(
    r"\b(?:legal|privacy|data|delete\w*|stored|reach us|contact|rate us|happens? next|next steps?"
    r"|recht\w*|datenschutz\w*|daten|gelöscht|gespeichert|erreichen|kontakt\w*)\b",
    re.IGNORECASE,
)
"""What a list may be announced for that is nothing about the person."""


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    while 0 <= start < end:
        yield start
        start = text.find("\n", start, end) + 1 or -1


def _is_marked(line: str) -> bool:
    return bool(_MARK.match(line) or _LABEL.match(line))


def _head(line: str, *, is_listed: bool) -> int:
    """Return how long the mark before a sentence is, and, in a list, its label."""
    mark = _MARK.match(line)
    first = mark.end() if mark else 0
    label = _BEFORE_SENTENCE.match(line, first) if is_listed else None
    return label.end() if label else first


def _is_item(line: str, meanings: Meanings) -> bool:
    is_long = len(line.split()) >= _LEAST_LISTED_WORDS
    is_other = line.endswith("?") or "://" in line or meanings.is_form(line)
    return is_long and not is_other


def _unquoted(said: Said) -> Said:
    """Return a sentence without a quotation mark whose other half stands elsewhere."""
    text, start = said.text, said.start
    (opens, closing), (closes, opening) = _QUOTES
    first = opens.match(text)
    if first and not any(mark in text[first.end() :] for mark in closing):
        text, start = text[first.end() :], start + first.end()
    last = closes.search(text)
    if last and not any(mark in text[: last.start()] for mark in opening):
        text = text[: last.start()]
    return Said(text, start)


def _tell_beside(lines: Iterable[_Line], meanings: Meanings) -> None:
    """Count each sentence about the person that comes right after one that counts."""
    for before, line in pairwise(lines):
        if (
            before.is_told
            and not line.is_told
            and line.paragraph == before.paragraph
            and _has_length(line.said.text)
        ):
            line.is_told = meanings.is_beside(fold(line.said.text))


def _sentences(text: str, *, language: str) -> Iterator[Span]:
    """Yield each sentence of one's own words; a score ends one where no day would."""
    for start, end in own_sentences(text):
        if language not in _ORDINAL_POINTS:
            for stop in _BEHIND_NUMBER.finditer(text, start, end):
                yield start, stop.start() + 1
                start = stop.end()
        yield start, end


def _is_told(line: str, meanings: Meanings, *, goes_on: bool) -> bool:
    if not _has_length(line):
        return False
    if line.endswith(":") and len(line.split()) <= _LONGEST_LEAD:
        return False
    return meanings.is_told(line) or (goes_on and meanings.goes_on(line))


def _has_length(line: str) -> bool:
    return len(line.split()) >= _LEAST_WORDS and len(line) <= _MOST_CHARS


def _place(text: str, start: int, head: str) -> int:
    """Return where a sentence goes on behind a head whose line breaks became spaces."""
    for word in head.split():
        start = text.index(word, start) + len(word)
    while head and text[start].isspace():
        start += 1
    return start


def offers_feedback(text: str) -> bool:
    """Return whether a message says that feedback can be had."""
    is_offered = _says("offers", text) or _says("goes_through", text)
    return is_offered and not gives_none(text)


def offers_a_talk(text: str) -> bool:
    """Return whether a message offers to talk it through, or feedback to whoever rings."""
    if gives_none(text):
        return False
    lines = [*_plain_sentences(text), ""]
    return any(
        _says("goes_through", line)
        or (_says("offers", line) and (_says("rings", line) or _says("rings", after)))
        for line, after in pairwise(lines)
    )


def address_for_feedback(text: str) -> str:
    """Return the address at which a message says that feedback can be had; "" where it names none.

    It stands in the sentence that offers it. Of several nobody knows which is meant.
    """
    offered = (
        each
        for each in _plain_sentences(text)
        if offers_feedback(each) and not _OF_THEIRS.search(each)
    )
    named = [frozenset(_ADDRESS.findall(each)) for each in offered]
    found = next((each for each in named if len(each) == 1), frozenset())
    return next(iter(found), "").lower()


def gives_none(text: str) -> bool:
    """Return whether a message says that no feedback is given."""
    return _says("gives_none", text)


_LAST_PART = re.compile(r"[^.:;!?]{1,70}$")
_OF_THE_PERSON = frozenset({Tag.EXPERIENCE, Tag.SKILL, Tag.COMMUNICATION})


def names_a_requirement(text: str) -> bool:
    """Return whether a reason is a formal one: a licence, a diploma, a level of a language."""
    return _says("requirement", text)


def is_about_hours(text: str) -> bool:
    """Return whether a reason is when the work is done: "somebody who is there on afternoons"."""
    is_other = {Tag.EXPERIENCE, Tag.COMMUNICATION} & set(suggest_tags(text))
    return _says("hours", text) and not is_other


def leaves_nothing_to_work_on(text: str) -> bool:
    """Return whether a reason is of no skill: how far away somebody lives, who can start sooner."""
    is_other = _OF_THE_PERSON & set(suggest_tags(text))
    return _says("elsewise", text) and not is_other


def was_not_about_the_person(text: str, *, language: str = "") -> bool:
    """Return whether a no says that it had nothing to do with the person, and no reason beside.

    A funding that was cut says so as well as "it was nothing to do with you" does. What goes
    on with "but", or is said of somebody who was preferred, does not.

    Args:
        language: The code of the language; empty lets the words tell.
    """
    if not _is_of_no_fault(text) or _says("preferred", text):
        return False
    told = reasons_in(text, language=language)
    return not any(is_about_the_person(one.text, language=language) for one in told)


def only_the_money_went(text: str, *, language: str = "") -> bool:
    """Return whether all that a no says is that the money for the job went.

    Args:
        language: The code of the language; empty lets the words tell.
    """
    lines = list(_plain_sentences(text))
    is_all = any(map(_says_money_went, lines)) and not any(
        map(_says_nothing_to_do, lines)
    )
    return is_all and was_not_about_the_person(text, language=language)


def only_the_place_went(text: str, *, language: str = "") -> bool:
    """Return whether all that a no says is that there is no place for anybody.

    Who was to leave stays, their own kin does the job now, or there is no extra post this year.

    Args:
        language: The code of the language; empty lets the words tell.
    """
    others = (_says_nothing_to_do, _says_money_went)
    is_more = any(says(line) for line in _plain_sentences(text) for says in others)
    return not is_more and was_not_about_the_person(text, language=language)


def _is_of_no_fault(text: str) -> bool:
    return any(
        _says_nothing_to_do(sentence) or _says_money_went(sentence)
        for sentence in _plain_sentences(text)
    ) or _says_no_place(text)


def _says_no_place(text: str) -> bool:
    """Say whether a text tells of no place for anybody, and finds fault with nothing beside."""
    lines = list(_plain_sentences(text))
    is_told = any(_says("no_place", line) for line in lines)
    return is_told and not any(_says("place_fault", line) for line in lines)


def _plain_sentences(text: str) -> Iterator[str]:
    text = text[:READ_CHARS]
    for start, end in own_sentences(text):
        yield " ".join(fold(text[start:end]).split())


def _says_nothing_to_do(sentence: str) -> bool:
    """Say whether a sentence clears the person, with no "but" behind it and no "not that" before."""
    for language in Language:
        cue = cues_of("not_about", language=language)
        found = cue.search(sentence) if cue else None
        if found is None:
            continue
        before, behind = sentence[: found.start()], sentence[found.end() :]
        denied = cues_of("denied", language=language)
        near = _LAST_PART.search(before)
        if denied and near and denied.search(near[0]):
            continue
        turned = cues_of("contrast", language=language)
        if turned and turned.search(behind) and not _says_money_went(behind):
            continue
        return True
    return False


def _says_money_went(sentence: str) -> bool:
    """Say whether a sentence tells that the house's own money went, and not that of a task."""
    for language in Language:
        cue = cues_of("money_went", language=language)
        found = cue.search(sentence) if cue else None
        if found is None:
            continue
        others = cues_of("of_others", language=language)
        if not (others and others.search(sentence[: found.start()])):
            return True
    return False


def is_about_the_person(text: str, *, language: str = "") -> bool:
    """Return whether a reason is about the person, and not about the house or the job alone.

    "They settled on an internal solution" says nothing that anybody could work on.

    Args:
        language: The code of the language; empty lets the words tell.
    """
    tags = suggest_tags(text)
    if _is_of_no_fault(text) and not _OF_THE_PERSON & set(tags):
        return False
    if tags != (Tag.NOT_ME,):
        return True
    plain = fold(text[:READ_CHARS])
    meanings = meanings_of(language or main_language(lower(plain)))
    return meanings is not None and meanings.speaks_of_the_person(plain)


def tells_of_a_talk(text: str) -> bool:
    """Return whether a message speaks of a talk that was held: "thanks for the call"."""
    return _says("talked", text)


def _says(kind: str, text: str) -> bool:
    plain = " ".join(fold(text[:READ_CHARS]).split())
    return any(
        cue.search(plain)
        for language in Language
        if (cue := cues_of(kind, language=language)) is not None
    )
