"""Mail in the tone of hiring that is about no application of the reader's: somebody else's, a choir's; pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onward.mail.rules.basics.tables import table_part
from onward.mail.rules.basics.text import compared, own_text
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.thresholds import SURE_RULE
from onward.mail.rules.verdicts.voice import language_for

_WORDS = "other_matters"
_BESIDE_TITLES = ("home", "animal", "study")
"""Where people speak of the work of those who keep a house, a kennel, a school."""

_WITHOUT_TITLES = ("seat", "club", "prize", "heard", "papers")
_NEVER_A_NO = "mended"
_LET = "let"


def of_other_matter(said: Classification, *, message: Message) -> Classification:
    """Return ordinary mail in the place of what was said of something else than an application.

    1. Somebody else's: the reader recommended them, is to interview them, or helped them.
    2. A contact on a network that agrees, a survey of how candidates were treated.
    3. A volunteer's place, where nothing is paid.
    4. A choir, a prize, a flat, a dog, a course of study, a car: where no job is named and
       nobody writes who is known from the search.

    What a rule is sure of stands beside a contact, or thanks for a name, as they stand in mail
    to applicants, too; but a no, where the mail speaks of no application of the reader's.
    """
    if said.verdict in NOT_HIRING:
        return said
    words = compared(f"{message.subject}\n{own_text(message.text)}")
    code = language_for(message)

    def says(part: str) -> bool:
        return bool(table_part(_WORDS, code, part).search(words))

    if _is_of_another(said, says):
        return replace(said, verdict=Verdict.OTHER, because=())
    if said.clues.is_known and said.verdict in ENDINGS and _is_let(said, says):
        # A housing company hires, too.
        return asked(said)
    return said


def _is_let(said: Classification, says: Callable[[str], bool]) -> bool:
    """Say whether what no rule is sure of tells that something is rented, and of no job, work or application.

    "We won't be needing a cook: the house is let" is a house's own no.
    """
    is_rented = not _is_sure(said) and not said.clues.names_job and says(_LET)
    return is_rented and not (says("work") or says("applied"))


def _is_of_another(said: Classification, says: Callable[[str], bool]) -> bool:
    clues = said.clues
    if says("hirer"):
        return True
    is_ended = said.verdict in ENDINGS
    is_open = is_by_ear(said) or said.verdict is Verdict.AMBIGUOUS
    if is_open and not is_ended and says("rates"):
        return True
    if is_open and says("fair"):
        return True
    if clues.is_from_hiring or clues.is_known:
        return False
    is_sure = _is_sure(said)
    if (says("met") and not is_sure) or (
        says("hires") and not (is_sure and (not is_ended or says("own")))
    ):
        return True
    # Of an offer the sentence that makes it is asked, by `of_volunteers`.
    may_be_unpaid = said.verdict is not Verdict.OFFER
    if says("thanks") or (may_be_unpaid and says("unpaid") and not says("paid")):
        return True
    if says("work"):
        return False
    if any(map(says, _BESIDE_TITLES)) or _is_let(said, says):
        return True
    may_be_mended = not (is_ended or is_sure) and said.verdict is not Verdict.OFFER
    if may_be_mended and says(_NEVER_A_NO):
        return True
    return not clues.names_job and any(map(says, _WITHOUT_TITLES))


def _is_sure(said: Classification) -> bool:
    """Say whether a rule decided, and is sure."""
    return not is_by_ear(said) and said.confidence >= SURE_RULE
