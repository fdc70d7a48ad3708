"""Which no takes an offer back that had been made; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onward.applications.rules.kinds import DecidedBy, EventKind
from onward.applications.rules.past import PastEvent

_OWN_END = frozenset({EventKind.WITHDRAWAL, EventKind.OFFER_DECLINED})
_THEIRS = frozenset({EventKind.REJECTION, EventKind.POSITION_CLOSED})
# Between both words of one sentence.
_NEAR = r"[^.!?]{0,60}?"
# Of an advert "oferta" and "offre" are said as well: theirs is "nuestra oferta", "notre offre".
_OFFER = (
    r"(?:\boffers?\b|angebot|(?<!ihre )(?<!deine )(?<!eure )zusage|\boffre\b|\bproposition\b|\bpromesse d'embauche"
    r"|\boferta\b|\bpropuesta\b|\bofferta\b|\bproposta\b|aanbod|aanbieding|toezegging|\bofert|propozycj"
    r"|erbjudande|teklif)"
)
_THE_OFFER = (
    r"(?:\boffers?\b|angebot|(?<!ihre )(?<!deine )(?<!eure )zusage|\bnotre offre\b|\bproposition\b"
    r"|\bpromesse d'embauche|\bnuestra oferta\b|\bpropuesta\b|\bnostra offerta\b|\bproposta\b|\bnossa oferta\b"
    r"|aanbod|aanbieding|toezegging|\bnasz\w+ ofert|propozycj|erbjudande|teklif)"
)
_TAKE_BACK = (
    r"(?:\bwithdr[ae]w|\brescind|\brescission|\brevok|\bretract|\b(?:take|takes|taking|took|taken)\b[^.!?]{0,30}\bback\b"
    r"|zurück(?:zu)?(?:zieh|gezogen|nehm|genommen|nahm)|\bwiderruf|\bzieh\w*\b[^.!?]{0,60}\bzurück\b"
    r"|\bn[ae]hmen\b[^.!?]{0,60}\bzurück\b|\bretir(?:er|ons|ée?s?\b|ar|amos|ámos|ad[oa]|o\b)|\brévoqu|\brevoc|\brevog"
    r"|\banul(?:ar|amos|ad[oa])|\britir|\bannull(?:iamo|are|at[oa])|\bannul(?:ée?\b|er\b|ons\b)"
    r"|\bintrek|\bin te trekken|\bingetrokken|\bherroep|\btrek(?:ken)?\b[^.!?]{0,60}\b(?:in|terug)\b"
    r"|\b(?:wy)?cof(?:a|uj|n)|\bdra(?:r|git|gits)? (?:\w+ ){0,4}?tillbaka|\bdras tillbaka|\båterkalla"
    r"|\bgeri (?:çek|al))"
)
_NO_LONGER = (
    r"(?:\bno longer (?:valid|stands?|open|applies)|\b(?:can no longer|cannot|can't|will not) (?:stand|hold|be honou?red)"
    r"|\bnull and void|\b(?:is|was|been|be|queda) (?:cancell?ed|anulad[oa]))"
)
_TAKEN_BACK = re.compile(
    rf"{_TAKE_BACK}{_NEAR}{_OFFER}|{_THE_OFFER}{_NEAR}{_TAKE_BACK}|{_THE_OFFER}{_NEAR}{_NO_LONGER}"
    rf"|\b(?:zieh\w*|n[ae]hmen|trek(?:ken)?|dra[r]?)\b{_NEAR}{_OFFER}{_NEAR}\b(?:zurück|in|terug|tillbaka)\b"
    r"|\b(?:no longer|not able to|unable to|cannot|can't|not) (?:honou?r|stand by)\b[^.!?]{0,20}\boffer\b"
    r"|\b(?:take|taking|took)\b[^.!?]{0,20}\boffer back\b|\bour (?:\w+ )?offer to you\b",
    re.IGNORECASE,
)
# Of an advert that was answered, of an interview, or of what the person took back themselves.
_OTHER = re.compile(
    r"\b(?:que|cual|laquelle|lequel|qual|quale|cui|którą|które|auf (?:das|die))\b(?: \S+){0,5}?"
    r" (?:inscri|postul|répond|candidat|aplic|aplik|apunt|solicit|rispost|respond|odpowi|zgłos|bewarb|beworben)"
    r"|(?:offer|angebot|offre|proposition|oferta|propuesta|offerta|proposta|aanbod|ofert\w+|propozycj\w+|erbjudande\w*)"
    r" (?:\S+ ){0,3}?\S*(?:interview|gespräch|entretien|entrevista|colloquio|gesprek|rozmow|intervju)"
    r"|(?:görüşme|mülakat)\w* teklif|\byou (?:have |had )?(?:withdr[ae]w|declin)",
    re.IGNORECASE,
)


def _says_taken_back(words: str) -> bool:
    return _TAKEN_BACK.search(words) is not None and not _OTHER.search(words)


def taken_back_by(history: Iterable[PastEvent]) -> set[int]:
    """Return the numbers of the noes of theirs by which an offer was taken back.

    That is one after the person accepted it, or had not declined it; an offer that a rule alone
    read counts only where the no says that it is taken back: "unable to offer you the post"
    is a plain no to whoever an invitation was misread of.
    """
    moves = sorted(
        (event for event in history if not event.is_void),
        key=lambda event: (event.at, event.number),
    )
    found: set[int] = set()
    is_offered = is_sure = False
    for event in moves:
        if event.kind == EventKind.OFFER:
            is_offered = True
            is_sure = is_sure or event.decided_by == DecidedBy.PERSON
        elif event.kind == EventKind.ACCEPTANCE:
            is_offered = is_sure = True
        elif event.kind in _OWN_END:
            is_offered = is_sure = False
        elif event.kind in _THEIRS and is_offered:
            if is_sure or _says_taken_back(event.payload.get("words", "")):
                found.add(event.number)
            is_offered = is_sure = False
    return found
