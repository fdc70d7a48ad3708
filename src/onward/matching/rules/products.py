"""What qualifies a named product: with "SAP EWM" the "EWM" is what is asked for."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onward.matching.rules import cues
from onward.matching.rules.text import fold
from onward.matching.rules.vocabulary import Mention, Sort, Vocabulary

_MODULE = re.compile(r"[ -](?:[Mm]odul[eo]?[ns]?|[Mm]ód?dul[oa]s?)(?= )")
_TOKEN = re.compile(r"[ -](?P<word>[^\W\d_][\w&/+]*)")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,5}(?:/[A-Z0-9]{2,5})*")
_TITLED = re.compile(r"[A-ZÄÖÜÉ][\w&/+]*[a-zäöüé][\w&/+]*")
_GENERIC = re.compile(
    r"erp|crm|it|edv|db|cv|hr software|\w*kenntniss?e?n?|\w*erfahrung(?:en)?|umfeld|anwend\w*|berat\w*|"
    r"(?:software|systeme?|suite|platform|cloud|module?|user|experience|knowledge|skills?|"
    r"consult\w*|develop\w*|entwickl\w*|certifi\w*|zertifi\w*|tools?|products?)s?"
)
_MOST_TITLED = 5
_FEWEST_TITLED = 2
_SHORTEST_ALONE = 3


def qualifier_of(
    text: str,
    mention: Mention,
    *,
    end: int,
    others: Collection[Mention],
    of: Vocabulary,
) -> tuple[int, int] | None:
    """Return the span of what qualifies a product family in `text[:end]`, if anything does.

    "EWM", "Extended Warehouse Management" and "Ariba" after SAP do; "Kenntnisse" does not.
    """
    if mention.term not in of.families:
        return None
    limit = min(
        (m.start for m in others if m.start > mention.start and _is_tool(m, of=of)),
        default=end,
    )
    module = _MODULE.match(text, mention.end, limit)
    start = module.end() if module else mention.end
    words: list[re.Match[str]] = []
    while (
        token := _TOKEN.match(text, words[-1].end() if words else start, limit)
    ) and (_is_part(token["word"]) and len(words) < _MOST_TITLED):
        words.append(token)
    kept = _kept([word["word"] for word in words], known=of.families[mention.term])
    if not kept:
        return None
    return words[0].start("word"), words[kept - 1].end()


def _is_tool(mention: Mention, *, of: Vocabulary) -> bool:
    return of.sorts[mention.term] is Sort.TOOL


def _is_part(word: str) -> bool:
    folded = fold(word)
    if _GENERIC.fullmatch(folded) and not word.endswith("Cloud"):
        return False
    if any(folded in words for words in cues.stop_words().values()):
        return _CODE.fullmatch(word) is not None and len(word) <= _SHORTEST_ALONE
    return bool(_CODE.fullmatch(word) or _TITLED.fullmatch(word))


def _kept(words: Sequence[str], *, known: Collection[str]) -> int:
    """Return how many of the words qualify: codes, one known name, or a name of several."""
    if not words:
        return 0
    codes = 0
    while codes < len(words) and _CODE.fullmatch(words[codes]):
        codes += 1
    if codes:
        return codes
    if words[0] in known:
        return 1
    return len(words) if len(words) >= _FEWEST_TITLED else 0


def said_as(qualifier: str) -> tuple[re.Pattern[str], bool]:
    """Return how a résumé says a qualifier, and whether that tells alone what is meant.

    "EWM" is also "Extended Warehouse Management", and the other way round; two letters
    tell only beside the name of the family.
    """
    words = re.findall(r"[^\W_]+", qualifier)
    ways = [r"[\s&/,+-]+(?:and |und |et |y )?".join(map(re.escape, words))]
    if len(words) > 1:
        short = "".join(word[0] for word in words).upper()
        ways += [short] if len(short) >= _SHORTEST_ALONE else []
    elif qualifier.isupper() and qualifier.isalpha() and len(qualifier) > 1:
        ways.append(r"[ -]".join(rf"{letter}[^\W\d_A-Z]+" for letter in qualifier))
    is_clear = len(qualifier) >= _SHORTEST_ALONE
    flags = re.IGNORECASE if len(words) > 1 and not qualifier.isupper() else 0
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", flags), is_clear
