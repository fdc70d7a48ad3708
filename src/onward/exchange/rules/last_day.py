"""The last day to apply, as an advert says it: under its label or in a sentence that asks; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onward.mail.rules.basics.text import fold
from onward.mail.rules.times.days import SENTENCE_END, days_in

_MOST_LINES = 400
_LONGEST_LABELLED = 120
_LONGEST_SENTENCE = 400
_LABEL = re.compile(
    r"\b(?:clos(?:ing date|es on|ing on)|application deadline|deadline|apply (?:by|before)|applications? close|bewerbungsschluss"
    r"|(?:bewerbungs|ausschreibungs|einreich)frist|einsendeschluss|bewerben sie sich bis|bewirb dich bis|date limite|fecha límite|scadenza"
    r"|data limite|sluitingsdatum|reageren kan tot|termin składania|son başvuru|sista ansökningsdag|ansök senast)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:apply|bewerben (?:sie|wir) (?:sich|uns)|bewirb dich|bewerbt euch|postulez|candidatez|candidarsi|candidati|candidate-se|solliciteer|reageer|aplikuj\w*|ansök)\b"
    r"|^\W*(?:(?:written |online )?applications?|(?:ihre |deine |online-?|schriftliche )?bewerbung(?:en|sunterlagen)?|ansökan)\b(?! (?:wird|werden|wurden?|ist|sind))"
    r"|\b(?:send|submit|e-?mail|return|forward|post)\b.*\b(?:applications?|cv|r[ée]sum[ée]|letter)\b"
    r"|\b(?:send|schick|richt|übermit|reich|freu|erb[ei]t)\w*\b.*\b(?:bewerbung\w*|unterlagen|lebenslauf)\b"
    r"|\b(?:bewerbung\w*|unterlagen|lebenslauf)\b.*\b(?:send|schick|richt|übermit|reich|einzureich|einzusend|erb[ei]t)\w*"
    r"|\b(?:envo(?:yer|yez)|adress(?:er|ez)|transmet\w+|dépos(?:er|ez))\b.*\b(?:candidature|cv|dossier)\b"
    r"|\b(?:env[ií]\w+|mand\w+|remit\w+|present\w+)\b.*\b(?:candidatura|cv|currículum|solicitud)\b"
    r"|\b(?:invi\w+|mand\w+|trasmett\w+|present\w+)\b.*\b(?:candidatura|cv|curriculum|domanda)\b"
    r"|\b(?:envi\w+|remet\w+|apresent\w+)\b.*\b(?:candidatura|cv|currículo)\b"
    r"|\b(?:stuur|mail|zend|richt)\b.*\b(?:sollicitatie\w*|cv|brief|motivatie\w*)\b"
    r"|\b(?:aplikacj\w+|zgłosze\w+|cv|dokument\w+)\b.*\b(?:prze|wy)(?:s|ś)[ył]\w+|\b(?:prześlij|przesył\w+|wyślij|wysył\w+|składa\w+)\b.*\b(?:aplikacj\w+|zgłosze\w+|cv|dokument\w+)\b"
    r"|\bskicka\b.*\b(?:ansökan|cv)\b",
    re.IGNORECASE,
)
# How long the job itself lasts, and what the employer does with what came.
_OF_ELSE = re.compile(
    r"\b(?:befristet\w*|karenz\w*|ergebnis\w*|fixed-term|temporary|maternity|review\w*|assess\w*|interview\w*|answer\w*|respon\w+|outcome|result"
    r"|temporal|temporaire|temporaneo|temporário|tijdelijk\w*|tidsbegränsad)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:bis|spätestens|längstens|by|until|before|(?:no|not) later than|avant|jusqu'au|d'ici|au plus tard|hasta|antes del?|entro|até|antes de"
    r"|voor|vóór|uiterlijk|t/m|tot|do|senast|före)"
    r"(?:,? (?:bis|spätestens|längstens|einschließlich|zum|am|the|end of|noon|midnight|on|le|el|día|e non oltre|il|ao|o|dia|op|en met|dnia|den"
    r"|(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]m|uhr)),?))*(?: \w+(?:day|tag|woch|abend),?(?: dem| den)?)?\W*(?:l')?\Z",
    re.IGNORECASE,
)
_THEN_ASKS = re.compile(
    r"[^,;.]{0,50}\b(?:bewerben|(?:send|schick|richt|übermit)\w* (?:sie|uns))\b",
    re.IGNORECASE,
)
# "An Fr. Kainz": that point ends no sentence.
_TITLE = re.compile(r"\b(Fr|Hr|Hrn|Dr|Mag|Ing|z|Hd|Ms|Mr|Mrs|Sr|Sra)\. ")
_FIXED_TERM = re.compile(r"\W*befristet", re.IGNORECASE)


def last_day(text: str, *, today: date) -> date | None:
    """Return the one day until which a text says that one can apply; else None."""
    days = {
        day
        for line in text.splitlines()[:_MOST_LINES]
        for found in (_labelled(line, today=today), _asked(line, today=today))
        for day in found
    }
    return days.pop() if len(days) == 1 else None


def _labelled(line: str, *, today: date) -> Iterator[date]:
    label = _LABEL.search(line)
    if label:
        labelled = line[label.start() :][:_LONGEST_LABELLED]
        yield from (each.day for each in days_in(labelled, told_on=today) if each)


def _asked(line: str, *, today: date) -> Iterator[date]:
    """Yield each day before which "until" stands, in a sentence that asks to apply."""
    for sentence in SENTENCE_END.split(_TITLE.sub(r"\1 ", fold(line))):
        if len(sentence) > _LONGEST_SENTENCE:
            continue
        start = 0
        for day in days_in(sentence, told_on=today):
            if day is None:
                continue
            before, start = sentence[start : day.start], day.end
            if (
                _UNTIL.search(before)
                and (_ASKS.search(before) or _THEN_ASKS.match(sentence, day.end))
                and not _OF_ELSE.search(before)
                and not _FIXED_TERM.match(sentence, day.end)
            ):
                yield day.day
