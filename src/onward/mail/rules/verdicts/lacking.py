"""What the reader does not have yet is a reason: what is said behind it is no less a fact. Pure."""

from __future__ import annotations

import re

_YET = re.compile(r"\b(?:yet|noch|bisher|bislang)\b")
_REASON = re.compile(
    r"\b(?:as|since|because|although|though|while|da|weil|obwohl|nachdem)\b[^,;]*\Z"
)
_OF_READER = re.compile(
    r"\b(?:you|your|sie|ihnen|ihr\w*|du|dein\w*|requirements?|experience"
    r"|voraussetzung\w*|kenntnisse?|erfahrung\w*|qualifikation\w*)\b"
)
_OF_WRITER = re.compile(r"\b(?:we|our|i|wir|uns\w*|ich)\b")
_SO = re.compile(
    r"\s*(?:so|therefore|hence|which is why|daher|deshalb|deswegen|weshalb|sodass|somit)\b"
)


def is_lacking(found: re.Match[str], *, said: re.Match[str]) -> bool:
    """Say whether "not yet" is of what the reader lacks, as the reason for what is said behind.

    "As you do not yet hold the licence, we cannot offer you the job" is no open question;
    "as we have not yet read your papers, …" is one.

    Args:
        found: What would leave the rest open, in one sentence in lower case.
        said: What the sentence says, in the same.
    """
    if found.end() > said.start() or not _YET.search(found.group()):
        return False
    sentence = found.string
    comma = sentence.find(",", found.end())
    if not 0 <= comma < said.start():
        return False
    begin = max(sentence.rfind(mark, 0, found.start()) for mark in ",;:") + 1
    clause = sentence[begin:comma]
    if not _OF_READER.search(clause) or _OF_WRITER.search(clause):
        return False
    before = sentence[begin : found.start()]
    is_reason = _REASON.search(before) is not None
    return is_reason or _SO.match(sentence, comma + 1) is not None
