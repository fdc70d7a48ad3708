"""What a rule is sure of, against what is heard of the same mail."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import lower, own_text
from onward.mail.rules.types import ENDINGS, HELD, NOT_HIRING, Because, Message, Verdict
from onward.mail.rules.verdicts.by_ear import (
    LEAST_OUTSPOKEN,
    is_outspoken,
    is_put_forward,
)
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.classify import is_bare
from onward.mail.rules.verdicts.decided import is_decided, takes_back_offer
from onward.mail.rules.verdicts.only_received import is_only_received
from onward.mail.rules.verdicts.only_thanks import is_only_thanks
from onward.mail.rules.verdicts.thresholds import (
    LEAST_CERTAIN,
    LEAST_CHANCE,
    LEAST_HIRING,
    LEAST_NO_BESIDE,
    LEAST_OFFER,
    LEAST_ORDINARY,
    LEAST_ORDINARY_OF_JOB,
    LEAST_ORDINARY_TALK,
    LEAST_RECEIPT,
    LEAST_UNNAMED,
    LEAST_UNNAMED_TALK,
    SAID_BY_SYSTEM,
    SURE_POINTS,
    SURE_RULE,
    TWICE_SAID,
    is_certain,
)
from onward.mail.rules.verdicts.voice import Heard

_HEARD_OF_PROGRESS = ENDINGS | {
    *(Verdict.CONFIRMATION, Verdict.OUTREACH, Verdict.JOB_ALERT, Verdict.OTHER),
    Verdict.INFORMATION_REQUEST,
}

_STATUS_CHARS = 100
"""What is longer is a sentence of its own, such as what each status means."""

_ON_LIST = frozenset(
    {
        *("en:placed-on-a-panel", "en:found-qualified", "de:fuer-geeignet-befunden"),
        *("es:declarada-apta", "fr:jugee-qualifiee", "it:risulta-idonea"),
        *("nl:geschikt-bevonden", "pl:spelnia-wymagania", "pt:considerada-apta"),
        *("sv:bedomts-kvalificerad", "tr:yeterli-bulundu"),
    }
)

ON_RESERVE = frozenset(
    {
        *("de:auf-der-warteliste", "en:on-a-reserve-list", "es:en-lista-de-espera"),
        *("fr:sur-liste-d-attente", "it:in-lista-d-attesa", "nl:op-de-wachtlijst"),
        *("pl:na-liscie-rezerwowej", "pt:em-lista-de-espera", "sv:pa-reservlistan"),
        "tr:yedek-listede",
    }
)
"""What tells of a place that may still come free: neither a no nor an invitation."""

CHOSE_ANOTHER = frozenset(
    {
        *("en:chose-others", "en:somebody-else-has-it", "de:andere-gewaehlt"),
        *("de:jemand-anders-hat-sie", "es:elegimos-a-otro", "fr:une-autre-personne"),
        *("it:un-altra-persona", "it:selezione-finita-con-altri", "nl:ander-gekozen"),
        "pl:inna-osoba",
        *("pt:escolhemos-outra-pessoa", "sv:annan-vald", "tr:baska-aday"),
    }
)
"""The rules by which somebody else has the place."""


_THANKS = {Verdict.CONFIRMATION: LEAST_HIRING, Verdict.INTERVIEW: LEAST_CHANCE}
"""What thanks are heard as, and from which chance on."""


def overruled(
    first: Classification,
    best: Verdict,
    *,
    chance: float,
    chances: dict[Verdict, float],
    message: Message,
) -> float:
    """Return how sure the rule's verdict is where it outweighs what was heard; 0 if not.

    Args:
        best: What was heard, of the verdicts of hiring.
        chance: How likely that is.
    """
    if best in ENDINGS and (
        is_only_thanks(first, message) or is_only_received(first, message)
    ):
        return first.confidence
    if is_decided(first, message):
        return LEAST_UNNAMED
    if _is_no_behind_thanks(first, best, chances):
        return LEAST_UNNAMED
    if _is_only_attached(first, message):
        return LEAST_CHANCE
    if _is_plain_receipt(first, best, chances):
        return LEAST_UNNAMED
    if _is_asked_to_come(first, best, chance, message):
        return LEAST_UNNAMED_TALK
    is_approach = chance < LEAST_OFFER and _is_sure_approach(first)
    is_against = is_approach or _is_answered_no(first, best)
    if is_against or _is_against_rule(first, best, chance, message):
        return LEAST_CHANCE
    return 0.0


def _is_plain_receipt(
    first: Classification, best: Verdict, chances: dict[Verdict, float]
) -> bool:
    """Say whether several rules find a receipt in what is heard as a request, and as a receipt too.

    "Here is a copy of your answers: Name, Phone, Do you hold a licence?"
    """
    is_receipt = first.verdict is Verdict.CONFIRMATION
    is_plain = is_receipt and first.confidence >= TWICE_SAID
    is_heard = chances[Verdict.CONFIRMATION] >= LEAST_CHANCE
    return best is Verdict.INFORMATION_REQUEST and is_plain and is_heard


_ATTACHED = frozenset(
    {
        *("de:schreiben-liegt-bei", "en:a-letter-is-attached", "es:carta-adjunta"),
        *("fr:courrier-joint", "it:lettera-allegata", "nl:brief-in-bijlage"),
        *("pl:pismo-w-zalaczeniu", "pt:carta-em-anexo", "sv:brev-bifogat"),
        "tr:yazi-ekte",
    }
)
_FEW_WORDS = 60
_HOUR = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b(?!\.\d)|\b\d{1,2} ?(?:[ap]\.?m\b|uhr\b|h\b)", re.IGNORECASE
)


def _is_only_attached(first: Classification, message: Message) -> bool:
    """Say whether a few words do no more than point to a letter in the attachment.

    They are heard as a no, a receipt or a request, and the letter may invite.
    """
    if first.verdict is not Verdict.AMBIGUOUS or not first.clues.says_nothing:
        return False
    own = own_text(message.text)
    if len(own.split()) > _FEW_WORDS or _HOUR.search(own):
        return False  # where an hour stands, it says itself when to come
    return any(each.rule in _ATTACHED for each in first.because)


def is_disputed(first: Classification, ordinary: float) -> bool:
    """Say whether mail heard as ordinary, not for sure, holds a plain rule's no or invitation."""
    if first.confidence < SURE_RULE:
        return False
    if first.verdict in HELD:
        return ordinary < LEAST_ORDINARY_TALK
    is_of_job = first.clues.names_job and first.clues.points >= SURE_POINTS
    least = LEAST_ORDINARY_OF_JOB if is_of_job else LEAST_ORDINARY
    return first.verdict in ENDINGS and ordinary < least


def is_said_twice(first: Classification, *, is_tracked: bool = False) -> bool:
    """Say whether several rules find a plain no: of 9,000 mails no such one was ordinary.

    Notes that a board hands on sound like its news: "You have a new message". Two rules are
    enough in what a tracking system sends: "we can't grant you clearance, and as a result
    your candidature has been discontinued".
    """
    least = SAID_BY_SYSTEM if is_tracked else TWICE_SAID
    return first.verdict is Verdict.REJECTION and first.confidence >= least


def ended_by_known(
    said: Classification, *, first: Classification, by_writer: Classification
) -> Classification:
    """Return an end where two rules find one in mail of a known writer, heard as no more than that.

    "They have frozen all hiring, so I have to withdraw your offer": alone it could be
    anybody's news, and one such rule is asked about.

    Args:
        first: What the rules say, whoever wrote.
        by_writer: What they say of mail from somebody who is known.
    """
    is_open = said.verdict in {Verdict.OTHER, Verdict.AMBIGUOUS}
    if not is_open or first.verdict not in ENDINGS or by_writer.verdict not in ENDINGS:
        return said
    if min(first.confidence, by_writer.confidence) < SURE_RULE:
        return said
    rules = ({each.rule for each in one.because} for one in (first, by_writer))
    if not set.isdisjoint(*rules):
        return said
    return replace(by_writer, confidence=LEAST_UNNAMED, clues=first.clues)


def _is_no_behind_thanks(
    first: Classification, best: Verdict, chances: dict[Verdict, float]
) -> bool:
    """Say whether a rule is sure of a no in what is heard as thanks, not for sure.

    "Thank you for your letter. The vacancy had already been filled when it reached us", or
    "Thank you for meeting us", which sounds like an invitation. Nothing else is weighed of
    what a tracking system sends than what is about hiring.
    """
    if best not in _THANKS or first.verdict not in ENDINGS:
        return False
    hiring = 1.0 - sum(chances[verdict] for verdict in NOT_HIRING)
    whole = hiring if is_certain(first) and hiring >= LEAST_CERTAIN else 1.0
    if (
        first.confidence < SURE_RULE
        or not _THANKS[best] <= chances[best] / whole < LEAST_RECEIPT
    ):
        return False
    return sum(chances[no] for no in ENDINGS) >= LEAST_NO_BESIDE * whole


def _is_against_rule(
    first: Classification, best: Verdict, chance: float, message: Message
) -> bool:
    """Say whether a rule's sure invitation outweighs what was heard."""
    if first.confidence < SURE_RULE or (
        best is first.verdict and chance > LEAST_CHANCE
    ):
        return False
    return is_outspoken(best, chance=chance, ruled=first.verdict, message=message)


def _is_asked_to_come(
    first: Classification, best: Verdict, chance: float, message: Message
) -> bool:
    """Say whether a rule is sure of an invitation to an hour, where a test is heard.

    "Well done in the test, so come to our taster day on Tuesday, 9 to 2 o'clock": of the test
    that was taken the ear makes another. A rule that knows one is asked first.
    """
    is_test = best is Verdict.ASSESSMENT is not first.verdict
    is_of_hiring = first.clues.points >= SURE_POINTS
    return (
        is_test
        and is_of_hiring
        and bool(_HOUR.search(own_text(message.text)))
        and _is_against_rule(first, best, chance, message)
    )


def _is_answered_no(first: Classification, best: Verdict) -> bool:
    """Say whether a rule is sure of a no in an answer: who answers does not write first.

    "The day job has gone to my niece. Would cleaning windows be something for you?"
    """
    is_no = first.verdict in ENDINGS and first.confidence >= SURE_RULE
    return best is Verdict.OUTREACH and is_no and first.clues.is_answer


_FEW_WORDS_OF_NO = 15


def is_hardly_said(
    first: Classification, best: Verdict, heard: Heard, message: Message
) -> bool:
    """Say whether what is heard is hardly what a mail says, which is asked about then.

    An offer in a mail that takes one back; a request beside a no; a no in a few words.
    """
    if best is Verdict.OFFER:
        return takes_back_offer(message)
    if best is Verdict.INFORMATION_REQUEST:
        return _is_no_beside_request(first, heard)
    return _is_hardly_a_no(first, best, message)


def _is_hardly_a_no(first: Classification, best: Verdict, message: Message) -> bool:
    """Say whether an answer of a few words is taken for a no that no rule knows.

    "Perfect. Invite on its way." below an invitation says none; who says no that briefly
    in their own words is asked about.
    """
    if best is not Verdict.REJECTION or first.because:
        return False
    own = own_text(message.text)
    return len(own) < len(message.text) and len(own.split()) < _FEW_WORDS_OF_NO


def _is_no_beside_request(first: Classification, heard: Heard) -> bool:
    """Say whether both voices find a no in one sentence of a mail that asks for something.

    "Send me a copy of your licence. Wakefield have gone for one of their own by the way."
    """
    if first.verdict is not Verdict.REJECTION or first.confidence < SURE_RULE:
        return False
    at = heard.intents.index("decline")
    return any(
        said.start <= words.start < said.end and said.chances[at] >= LEAST_OUTSPOKEN
        for words in first.because
        if words.rule in CHOSE_ANOTHER and words.where == "body"
        for said in heard.said
        if said.where == "body"
    )


def is_progress(first: Classification, best: Verdict, heard: Heard) -> bool:
    """Say whether an agency's word on the way is heard as something else, often a no.

    So is a place on a public body's list, after a test or a talk that was passed, or on a
    reserve list with no no beside it: whoever stands there may be called.
    """
    if first.verdict is not Verdict.CONFIRMATION:
        return False
    if keeps_a_place(first) and best is not Verdict.OFFER:
        return True
    if best not in _HEARD_OF_PROGRESS:
        return False
    is_ordinary = best is Verdict.OTHER
    return is_put_forward(first.because, heard=heard, is_ordinary=is_ordinary)


def keeps_a_place(said: Classification) -> bool:
    """Say whether a mail tells of a place on a list, whatever it thanks for besides."""
    return any(words.rule in ON_RESERVE | _ON_LIST for words in said.because)


def _is_sure_approach(first: Classification) -> bool:
    """Say whether a rule is sure that a job board or centre suggests an opening."""
    is_sure = first.verdict is Verdict.OUTREACH and first.confidence >= SURE_RULE
    return is_sure and first.clues.is_system


def is_status_of_a_no(first: Classification, message: Message) -> bool:
    """Say whether a portal tells the no as a status, whatever it advertises around it.

    "Status: Not shortlisted", of the application that a mail is about.
    """
    clues = first.clues
    is_of_job = clues.is_system or clues.is_from_hiring or clues.points >= SURE_POINTS
    if first.verdict is not Verdict.REJECTION or first.confidence < SURE_RULE:
        return False
    return is_of_job and any(_is_status(each, message) for each in first.because)


def _is_status(each: Because, message: Message) -> bool:
    """Say whether words stand in a short line that is labelled as a status."""
    text = message.subject if each.where == "subject" else own_text(message.text)
    lines = [line for line in text.splitlines() if each.words in line]
    return any(
        len(line) <= _STATUS_CHARS and _label().match(lower(line)) for line in lines
    )


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(table["label"] for table in tables("statuses").values())
    return re.compile(rf"[\W\d_]*(?:{labels})\s*[:=>→–-]*\s*")


_TOO_LATE = frozenset(
    {
        *("de:zu-spaet-eingegangen", "en:arrived-late", "en:too-late-to-consider"),
        "nl:te-laat-binnen",
    }
)
"""The model takes "your application arrived after the deadline" for a receipt."""

_IN_DIALECT = frozenset({"de:nein-in-mundart"})
"""The model has heard next to none of it, and takes it for somebody's chat."""


def is_plain_no(first: Classification, message: Message) -> bool:
    """Say whether a mail is hardly more than a no that a rule knows for sure.

    What a model learns from has more to say, so that it takes "We cannot consider your
    application" for the small print of a receipt; so it does what came too late. Dialect
    it does not know.
    """
    is_sure = first.verdict is Verdict.REJECTION and first.confidence >= SURE_RULE
    is_unheard = any(each.rule in _TOO_LATE | _IN_DIALECT for each in first.because)
    return is_sure and (is_unheard or is_bare(message))
