"""Whether the hour that a mail names is that of the talk they spoke of, and not of something by the way; pure."""

from __future__ import annotations

import re

from onward.mail.rules.appointments.time_talk import sentences
from onward.mail.rules.times.clock import times_in
from onward.mail.rules.times.days import words_in

_OF_TALK = re.compile(
    r"\binterview|\bmeeting\b|\binstead\b|\bnew (?:date|time)\b|(?:vorstellungs|bewerbungs)?gespräch|\bstattdessen\b|\bneue[rn]? (?:termin|vorschlag)"
    r"|\bentretien|\bà la place\b|\bentrevista|\ben su lugar\b|\bcolloquio|\binvece\b|\bem vez disso\b|\b(?:sollicitatie)?gesprek|\bin plaats daarvan\b"
    r"|\brozmow|\bzamiast\b|\bgörüşme|\bmülakat|\bonun yerine\b|\bintervju|\bi stället\b"
)
_BY_THE_WAY = re.compile(
    r"\b(?:call|ring|phone|telephone) (?:you|u)\b|\bgive (?:you|u) a (?:call|ring)|\bruf\w* (?:ich|wir) |\b(?:ich|wir) rufe?n? |\bbel\w* (?:ik|we|wij) |\b(?:ik|we|wij) bel"
    r"|\bappel(?:le|ler|lerai|lerons)\b|\bllam(?:o|aré|aremos|arle|arte)\b|\bchiam(?:o|erò|eremo|arla|arti)\b|\blig(?:o|arei|amos|aremos|ar-lhe)\b|\bzadzwoni|\barayaca|\bringer\b"
    r"|\btrial\b|\b(?:open|information|info) (?:day|evening|event)|\bjob fair\b|\bprobe(?:tag|arbeit|schicht)|\bschnupper|\binfo(?:rmations)?(?:abend|tag|anlass)|\btag der offenen"
    r"|\bjournée (?:d.essai|portes ouvertes)|\b(?:día|jornada) de (?:prueba|puertas)|\bgiornata (?:di prova|aperta)|\bdia (?:experimental|aberto)|\b(?:meeloop|proef|open)dag\b|\bdzień (?:próbny|otwarty)|\bprov(?:dag|jobb)|\böppet hus\b|\bdeneme günü"
    r"|\b(?:agree on|find|arrange|fix|settle) (?:a|another|a new) |\b(?:termin|datum) (?:zu )?(?:finden|vereinbaren|suchen)"
)


def tells_hour_of_talk(own: str) -> bool:
    """Say whether a sentence that names an hour speaks of a talk or of what it replaces.

    "I'll call you on Monday at 10 to agree on a date", "a trial shift at 9 pm" name other hours.
    """
    words = words_in(own)
    told = [low for text, low in sentences(own) if any(times_in(text, words=words))]
    return any(map(_OF_TALK.search, told)) and not any(map(_BY_THE_WAY.search, told))
