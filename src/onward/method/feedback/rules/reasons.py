"""What an employer gave as a reason: the concrete sentences of a no, word for word; pure."""

from __future__ import annotations

from dataclasses import dataclass

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.text import fold
from onward.method.feedback.rules.formality import language_in
from onward.method.feedback.rules.kinds import Language
from onward.method.feedback.rules.language import cues_of

READ_CHARS = 6_000
MOST_REASONS = 4
_LEAST_WORDS = 4
_MOST_CHARS = 600


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence as it stands in the message, line breaks made spaces.

    Attributes:
        start: Its first character in the message.
    """

    text: str
    start: int


def reasons_in(text: str, *, language: Language | None = None) -> tuple[Said, ...]:
    """Return the sentences of a no that give a concrete reason, at most four, in order.

    A sentence counts where it names what was looked for or wanting; the form's phrases
    ("a better match", "many strong applications") name nothing and are left out. It would
    rather pass over a reason than show a phrase as one.

    Args:
        language: None lets the words tell.
    """
    text = text[:READ_CHARS]
    spoken = language or language_in([text])
    if spoken is None:
        return ()
    reason, phrase = (cues_of(kind, language=spoken) for kind in ("reason", "phrase"))
    if reason is None:
        return ()
    folded = fold(text)
    found = []
    for start, end in own_sentences(text):
        line = " ".join(folded[start:end].split())
        is_long_enough = len(line.split()) >= _LEAST_WORDS and len(line) <= _MOST_CHARS
        if not is_long_enough or not reason.search(line):
            continue
        if phrase is not None and phrase.search(line):
            continue
        found.append(Said(" ".join(text[start:end].split()), start))
    return tuple(found[:MOST_REASONS])


def offers_feedback(text: str) -> bool:
    """Return whether a message says that feedback can be had."""
    return _says("offers", text) and not gives_none(text)


def gives_none(text: str) -> bool:
    """Return whether a message says that no feedback is given."""
    return _says("gives_none", text)


def _says(kind: str, text: str) -> bool:
    plain = " ".join(fold(text[:READ_CHARS]).split())
    return any(
        cue.search(plain)
        for language in Language
        if (cue := cues_of(kind, language=language)) is not None
    )
