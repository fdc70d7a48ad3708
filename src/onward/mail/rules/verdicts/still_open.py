"""A no of another opening, where the one that the reader applied for is still there; pure."""

from __future__ import annotations

from collections.abc import Sequence

from onward.mail.rules.basics.needed import part_finder
from onward.mail.rules.basics.sentences import told_sentences
from onward.mail.rules.basics.tables import says_part, tables
from onward.mail.rules.basics.text import plain
from onward.mail.rules.types import ENDINGS, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.lexicon import Rule, language
from onward.mail.rules.verdicts.ruled import CHOSE_ANOTHER

STILL_OPEN = "still-open"
"""The name of the rule by which the reader's own opening is still there."""

_WORDS = "still_open"
_DECIDES = 3
_FILLED = CHOSE_ANOTHER | {
    *("en:position-filled", "en:goes-to-another", "en:one-of-you-has-it"),
    *("de:stelle-vergeben", "de:geht-an-andere", "de:wir-haben-jemanden"),
    *("de:andere-genommen", "es:plaza-cubierta", "fr:poste-pourvu"),
    *("it:posto-coperto", "nl:vervuld", "pl:miejsce-zajete", "pt:vaga-preenchida"),
    *("sv:tillsatt", "tr:kadro-dolu"),
}
"""The rules by which an opening is taken."""


def of_still_open(said: Classification, *, message: Message) -> Classification:
    """Return AMBIGUOUS where somebody got an opening, and the reader's own is said to be still there.

    "We hired somebody for the other front desk job, yours is still open": nobody is told of a
    no. Where a rule finds that the reader is not taken ("… is still open, but we won't be taking you
    on"), it is one.
    """
    if said.verdict not in ENDINGS or not _may_be_open(plain(message.text)):
        return said
    if not _is_all_of_openings(said.because):
        return said
    for start, end, words in told_sentences(message.text):
        if any(
            says_part(_WORDS, code, "yours", words=words) for code in tables(_WORDS)
        ):
            because = Because(STILL_OPEN, message.text[start:end], "body", start, end)
            return asked(said, because)
    return said


def _may_be_open(low: str) -> bool:
    return part_finder(_WORDS, tuple(tables(_WORDS)), "yours")(low)


def _is_all_of_openings(because: Sequence[Because]) -> bool:
    """Say whether words tell what became of an opening, and none beside them of the reader."""
    taken = [each for each in because if _is_of_opening(each)]
    return bool(taken) and all(
        each in taken or _is_hint(each) or any(_overlap(each, own) for own in taken)
        for each in because
    )


def _overlap(each: Because, other: Because) -> bool:
    is_beside = each.end <= other.start or other.end <= each.start
    return each.where == other.where and not is_beside


def _is_of_opening(each: Because) -> bool:
    rule = _rule_of(each)
    is_closed = rule is not None and rule.verdict is Verdict.POSITION_CLOSED
    return is_closed or each.rule in _FILLED


def _is_hint(each: Because) -> bool:
    """Say whether words decide nothing by themselves, as those of regret."""
    rule = _rule_of(each)
    return rule is not None and rule.strength < _DECIDES


def _rule_of(each: Because) -> Rule | None:
    code = each.rule.partition(":")[0]
    known = language(code).rules if code in tables(_WORDS) else ()
    return next((rule for rule in known if rule.name == each.rule), None)
