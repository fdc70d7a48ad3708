"""The words with which a letter of application begins; pure, and read in anybody's mail.

Whoever hires writes of applying, too: only the verb in the first person, with what it is for,
is the applicant's.
"""

from __future__ import annotations

import re

from onward.mail.rules.basics.text import Span, fold
from onward.mail.rules.talks.applies_outright import QUOTES

_READ_CHARS = 400
_FIRST_SENTENCES = 3
_POST = r"(?:position|post|role|job|vacancy|opening|apprenticeship|traineeship)\b"
_GAP = r"(?:(?!\bfor\b)[^.!?,;:]){0,80}?\b"
_SAYS = (
    rf"i (?:would like|wish|want|am writing|'d like) to apply for {_GAP}{_POST}",
    r"i (?:would like|wish|want|am writing|'d like) to apply (?:to you )?as an? ",
    rf"i (?:hereby apply|am applying|'m applying) for {_GAP}{_POST}",
    rf"(?:find|enclose|attach|attached is|send you) (?:attached |enclosed )?my application for {_GAP}{_POST}",
    r"(?:hiermit )?(?<!warum.)(?<!wieso.)bewerbe ich mich\b(?! für (?:sie|dich)\b)",
    r"ich bewerbe mich (?:hiermit |hierdurch )?(?:bei ihnen|bei euch|als|um|auf)\b",
    r"(?:ich möchte|möchte ich|ich würde|würde ich) mich(?: gerne?| hiermit| daher| deshalb)*"
    r"(?: bei (?:ihnen|euch))?(?: (?:um|auf|als) [^.!?,;:]{2,80}?)? bewerben\b",
    r"(?:sende|schicke|übersende) ich (?:ihnen|euch) (?:hiermit )?meine bewerbung (?:für|als|um|auf)\b",
    r"je (?:me permets de )?vous (?:adresser?|envoyer?|envoie|soumets|soumettre|présenter?|proposer?) "
    r"(?:par la présente )?ma candidature\b",
    r"je (?:souhaite|souhaiterais|voudrais|désire|tiens à) postuler (?:au|à|aux|pour|comme|chez)\b",
    r"je postule (?:au|à|aux|pour|comme|chez)\b",
    r"(?:le|les|os) (?:envío|remito|presento) mi candidatura (?:para|a|al)\b",
    r"(?:me postulo|quiero postularme|quisiera postularme|me gustaría postularme) (?:para|a|al|como)\b",
    r"(?:mi candido|(?:vorrei|desidero|intendo) candidarmi) (?:per il|per la|per l'|alla|al|come)\b",
    r"(?:solliciteer ik|ik solliciteer)(?: graag| hierbij| bij u| bij jullie)* (?:naar|als|op)\b",
    r"(?:wil|zou) ik(?: graag| hierbij| bij u| bij jullie)* solliciteren (?:naar|als|op)\b",
    r"(?:gostaria de|venho|quero|desejo) (?:por este meio )?(?:me candidatar|candidatar-me) (?:à|ao|a|para|como)\b",
    r"candidato-me (?:à|ao|para|como)\b",
    r"(?:zgłaszam (?:swoją |moją )?kandydaturę|aplikuję) na\b",
    r"(?:jag söker|söker jag)(?: härmed| gärna)? (?:tjänsten|jobbet|anställningen)\b",
    r"(?:pozisyonu|kadrosu|görevi)(?:na|ne|nuz\w*|niz\w*)? (?:için )?(?:başvurmak istiyorum|başvuruyorum)\b",
)
_APPLIES = re.compile(
    rf"(?<!\w)(?:{'|'.join(_SAYS)})".replace(" ", r"\s+"), re.IGNORECASE
)
_FOR_ANOTHER = re.compile(
    r"\b(?:on\s+(?:your|his|her|their)\s+behalf|for\s+you\b|in\s+(?:ihrem|deinem)\s+namen"
    r"|en\s+votre\s+nom|en\s+su\s+nombre|a\s+suo\s+nome|namens\s+u\b|w\s+pa\w+\s+imieniu)",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?](?=\s|\Z)")


def letter_words(text: str) -> Span | None:
    """Return where one of the first sentences says that its writer applies, None where none does.

    Args:
        text: What the writer wrote, nothing quoted before it.
    """
    own = fold(text[:_READ_CHARS])
    for said in _APPLIES.finditer(own):
        if len(_END.findall(own, 0, said.start())) >= _FIRST_SENTENCES:
            return None
        end = _END.search(own, said.end())
        rest = own[said.start() : end.start() if end else None]
        if own[: said.start()].endswith(QUOTES) or _FOR_ANOTHER.search(rest):
            continue
        return said.span()
    return None
