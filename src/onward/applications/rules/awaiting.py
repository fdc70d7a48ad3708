"""Whether a reminder in the person's own words waits for a word of the other side; pure."""

from __future__ import annotations

import re

# What somebody else said or wanted to do, in the person's words: never what the person will.
_THEIRS = (
    r"(?<!\bi )\b(?:said|says|promised|promises|told me|wanted|wants|will|would|meant|hopes?|hoped|is going to|was going to|has to|have to)\b"
    r"[^.!?]*\b(?:write|call|ring|phone|answer|reply|respond|decide|get back|let me know|come back to me|be in touch|tell me)\b",
    r"\b(?:they|she|he) promised\b",
    r"\b(?:wait|waiting|waits) for\b|\b(?:hear|heard) (?:back|from)\b",
    r"\b(?:answer|reply|decision|verdict|result|news|word)\b[^.!?]*\b(?:by|expected|promised|from|today|tomorrow|this week|on)\b",
    r"\b(?:wollte|wollten|will|wollen|wird|werden|sollte|sollten|hat|haben)\b[^.!?]*\b(?:melden|schreiben|anrufen|antworten|bescheid|entscheiden|rückmelde\w*|versprochen)\b",
    r"\b(?:meldet|melden|schreibt|ruft|antwortet) (?:sich|mir|mich|heute|morgen|bis)\b",
    r"\b(?:antwort|rückmeldung|bescheid|entscheidung|zusage)\b[^.!?]*\b(?:bis|heute|morgen|erwarte\w*|zugesagt|versprochen|von|kommt|soll)\b|\b(?:warte|warten) auf\b",
    r"\b(?:devait|doit|va|voulait|veut|a promis de|a dit qu\w*)\b[^.!?]*\b(?:écrire|écrira|appeler|appellera|rappeler|rappellera|répondre|répondra|recontacter|décider)\b|\b(?:réponse|décision) (?:de|d'ici|attendue|promise|avant)\b|\battendre (?:la|leur|sa) réponse\b",
    r"\b(?:dijo que|va a|iba a|quería|prometió|me)\b[^.!?]*\b(?:escribir\w*|llamar\w*|responder\w*|contestar\w*|decidir\w*|avisar\w*)\b|\b(?:respuesta|decisión) (?:de|para|antes)\b|\besper(?:ar|o) (?:la |su )?respuesta\b",
    r"\b(?:ha detto che|voleva|vuole|deve|doveva|mi)\b[^.!?]*\b(?:scriver\w*|scrive|chiamer\w*|chiamare|risponder\w*|richiamer\w*|decider\w*)\b|\b(?:risposta|decisione) (?:di|da|entro|attesa)\b",
    r"\b(?:zou|zouden|wilde|wilden|wil|gaat|zal|zullen)\b[^.!?]*\b(?:schrijven|mailen|bellen|antwoorden|reageren|beslissen|laten weten)\b|\b(?:antwoord|reactie|beslissing) (?:van|voor|verwacht)\b",
    r"\b(?:disse que|vai|ia|queria|prometeu|me)\b[^.!?]*\b(?:escrever\w*|ligar\w*|responder\w*|decidir\w*|avisar\w*)\b|\b(?:resposta|decisão) (?:de|da|do|até)\b",
    r"\b(?:miał|miała|mieli|ma|obiecał\w*|powiedział\w*)\b[^.!?]*\b(?:napisać|napisze|zadzwonić|zadzwoni|odpisać|odpisze|odpowiedzieć|odezwać|odezwie)\b|\b(?:odpowiedź|decyzja) (?:od|do)\b",
    r"\b(?:skulle|ska|ville|vill|lovade|sa att)\b[^.!?]*\b(?:skriva|ringa|svara|höra av sig|bestämma)\b|\b(?:svar|besked|beslut) (?:från|senast|före)\b",
    r"\b(?:yazacak\w*|arayacak\w*|dönecek\w*|yanıtlayacak\w*|haber verecek\w*)\b|\b(?:cevap|yanıt|karar) bekl\w*\b",
)
_OWN = (
    r"\bi (?:will|would|said|promised|wanted|want|should|could|must|have to|need to|am going to)\b|\bi'(?:ll|d)\b",
    r"\bich (?:will|wollte|werde|soll|sollte|muss|kann|habe)\b|\bzu schreiben\b",
    r"\bje (?:dois|vais|voulais|veux)\b|\b(?:debo|voy a|tengo que)\b|\b(?:devo|vorrei)\b|\bik (?:zou|wilde|wil|ga|zal|moet)\b",
    r"\b(?:vou|preciso|tenho de)\b|\b(?:mam|muszę|chcę)\b|\bjag (?:ska|skulle|vill|ville|måste)\b|\b\w+(?:acağım|eceğim)\b",
    r"\b(?:thank|ask|apologi[sz]e|send (?:her|him|them|my))\b",
)
_AWAITS = re.compile("|".join(_THEIRS))
_IS_OWN = re.compile("|".join(_OWN))


def awaits_word(note: str) -> bool:
    """Return whether a reminder says that somebody there is to write, call or decide.

    What the person means to do themselves is not waited for, and neither is what no
    sentence tells: "Helen", "Friday".
    """
    low = " ".join(note.lower().replace("’", "'").split())
    return bool(_AWAITS.search(low)) and not _IS_OWN.search(low)
