"""The last day to apply as a receipt names it: "the closing date is 6 December"."""

from __future__ import annotations

import re
from datetime import date

from onward.mail.rules.basics.text import lower
from onward.mail.rules.times.days import SENTENCE_END, days_in

CLOSING_SIGNS = (
    *("closing", "close", "deadline", "bewerbungsschluss", "bewerbungsfrist"),
    *("candidatur", "fecha límite", "convocatoria", "inscripci", "solicitudes"),
    *("scadenza", "bando", "prazo", "data limite", "sluitingsdatum"),
    *("sollicitatietermijn", "sollicitatiedatum", "składania", "nabór"),
    *("son başvuru", "ansökningsdag", "ansökningstid"),
)
"""One of these is in every text that names such a day, in lower case."""

_CLOSES = re.compile(
    r"\b(?:closing (?:date|day)|application deadline|deadline for (?:all )?applications"
    r"|(?:applications?|vacancy|posting|advert) (?:will )?closes?"
    r"|bewerbungsschluss|bewerbungsfrist"
    r"|(?:date limite|cl[oô]ture) (?:de (?:dépôt|réception) )?d(?:e|es) candidatures?"
    r"|plazo (?:de|para) (?:la )?(?:(?:presentación|recepción|envío|presentar) (?:de )?)?(?:las )?(?:candidaturas?|solicitudes|inscripción|inscripciones|postulaciones)"
    r"|fecha (?:límite|de cierre)(?: (?:de|para) (?:la )?(?:(?:presentación|recepción|presentar) (?:de )?)?(?:las )?(?:candidaturas?|solicitudes|inscripción))?"
    r"|cierre de (?:la convocatoria|las? candidaturas?|la inscripción)"
    r"|(?:termine(?: ultimo)?|scadenza) (?:(?:per la|di) (?:presentazione|ricezione) )?(?:delle|per le|del|di) (?:candidature|candidatura|bando)"
    r"|prazo (?:de|para(?: as?)?|das?) (?:(?:apresentação|receção|envio) (?:de|das) )?candidaturas?"
    r"|data limite (?:de|para|das?)(?: as?)? ?candidaturas?|encerramento das candidaturas"
    r"|sluitingsdatum|sollicitatietermijn|uiterste sollicitatiedatum"
    r"|termin(?:em|u)? (?:składania|nadsyłania) (?:aplikacji|zgłoszeń|ofert|dokumentów aplikacyjnych|cv)|nabór"
    r"|son başvuru (?:tarihi|günü)|sista ansökningsdag(?:en)?|ansökningstiden)\b"
)
# The last day of a form that goes with an application.
_OF_ELSE = re.compile(
    r"\b(?:survey|questionnaire|monitoring|feedback|assessment|\w*fragebogen|umfrage|test|enquête|sondage"
    r"|prueba|encuesta|cuestionario|documentos|questionario|prova|teste|vragenlijst|toets|ankiet\w*|anket\w*|test\w*|enkät\w*)\b"
)
_OF = (
    r"(?:(?:for|of|für) (?:[^ ,;.()\d]+ ){0,3}?"
    r"(?:post|position|vacancy|role|job|advert|applications?|stelle))?"
)
_HOUR = r"(?:(?:midnight|noon|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m)?),? (?:on )?)?"
_GAP = re.compile(
    rf"[ (]*{_OF}[ :]*"
    r"(?:(?:is|will be|on|of|was|at|ist|war|endet|läuft|bis|zum|am|vom|der|est|le|au|du|the"
    r"|es|será|finaliza|termina|cierra|acaba|el|del|hasta|día|è|sono|scade|il|al|fino|entro|é|em|a|até|o"
    r"|sluit|op|tot|van|upływa|mija|trwa|kończy się|do|dnia|to|olan|är|går ut|slutar|den|till) )*"
    rf"{_HOUR}"
)


def closing_day(text: str, *, told_on: date) -> date | None:
    """Return the last day to apply that a text names; None where it names none or several.

    Args:
        told_on: The day of the message; a day without a year is the next such day.
    """
    found = set()
    for sentence in SENTENCE_END.split(text):
        low = lower(sentence)
        if _OF_ELSE.search(low):
            continue
        for words in _CLOSES.finditer(low):
            for day in days_in(sentence, told_on=told_on):
                if day and _GAP.fullmatch(
                    low, words.end(), max(day.start, words.end())
                ):
                    found.add(day.day)
    return found.pop() if len(found) == 1 else None
