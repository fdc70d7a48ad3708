"""For whom or where the work of a Romance title is: "atención al cliente", "aide à domicile"; pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Help is given to somebody: "Recepcionista al cliente" would be told to one.
_HELP = re.compile(
    r"(?:atenci[oó]n|soporte|apoyo|ayuda|asistencia|servicios?|orientaci[oó]n|informaci[oó]n|acogida"
    r"|aides?|assistance|soutien|support|service|accueil|accompagnement|conseil"
    r"|assistenza|supporto|servizi[oi]?|accoglienza|addett[oaie]|aiuto"
    r"|apoio|suporte|ajuda|assistência|atendimento|serviços?)",
    re.IGNORECASE,
)
_END = r"(?![\w'’-])"
_TO_WHOM = re.compile(
    r" (?:(?:al|a los|a las|a la|a) (?:client[ea]s?|clientela|público|usuari[oa]s?|pacientes?|ciudadan(?:o|a|os|as|ía)|estudiantes|alumn\w+|viajer[oa]s?|víctimas|personas(?: mayores)?|familias)"
    r"|(?:au|à la|aux|à l['’]) ?(?:public|clients?|clientèle|utilisateurs?|usagers?|patients?|personnes?(?: âgées)?|familles|élèves|entreprises|étudiants|voyageurs)"
    r"|(?:al|alla|agli|ai|alle|all['’]) ?(?:client[ei]|clientela|pubblico|utent[ei]|utenza|pazient[ei]|person[ae]|famigli[ae]|anziani|student[ei])"
    rf"|(?:ao|à|aos|às|a) (?:clientes?|público|utilizador(?:es)?|usuários?|utentes?|pacientes?|cidadã[os]?|cidadãos|alunos?|estudantes|famílias?|passageiros?|idosos)){_END}",
    re.IGNORECASE,
)
# Papers are sent to the management, too: "la candidature de vendeuse à la direction".
_AT_HAND = re.compile(
    r"(?:asistent[ea]|ayudante|auxiliar|adjunt[oa]|secretari[oa]|assistante?|adjointe?|secrétaire|auxiliaire"
    r"|assistente|impiegat[oa]|segretari[oa]|secretári[oa])",
    re.IGNORECASE,
)
_WHOM_AT_HAND = re.compile(
    r" (?:a la (?:dirección|gerencia|producción|dependencia)"
    r"|à la (?:direction|production|vente|petite enfance)"
    rf"|alla (?:direzione|produzione|vendita)|à (?:direção|gerência|produção|infância)){_END}",
    re.IGNORECASE,
)
_WHERE = re.compile(
    rf" (?:a (?:domicilio|bordo)|à (?:domicile|bord)|(?:ao|a) domicílio){_END}",
    re.IGNORECASE,
)


# "Hemos enviado tu candidatura de auxiliar a la dirección": papers are sent to somebody.
_PAPERS = re.compile(
    r"\b(?:candidaturas?|solicitud(?:es)?|curr[ií]cul\w+|cv|perfil|contrato|expediente|documentaci[oó]n|oferta"
    r"|profil|contrat|dossier|demande|offre"
    r"|domanda|profilo|contratto|pratica|offerta"
    r"|proposta|processo)\b[^.!?\n]{0,40}$",
    re.IGNORECASE,
)
_SENDS = re.compile(
    r"\b(?:(?:re)?env[ií]\w*|reenviad\w*|mand\w+|remit\w+|traslad\w+|pasad\w*|entreg\w+|present\w+|hicimos llegar"
    r"|trans\w+|envoy\w+|adress\w+|remis\w*|soumi\w+|communiqu\w+|présent\w+|fait (?:suivre|parvenir)"
    r"|invi\w+|inoltr\w+|trasme\w+|sottopost\w+|consegn\w+|girat\w+|passat\w+"
    r"|encaminh\w+|remet\w+|entregu\w+|apresent\w+|submet\w+)\b",
    re.IGNORECASE,
)
_BEFORE_CHARS = 120


def with_to_whom(title: str, *, text: str, subject: str = "") -> str:
    """Return a title with for whom its work is, as it goes on wherever a text has it.

    The learned finder ends "Técnico de soporte al usuario" before "al", where most titles do.

    Args:
        subject: What goes on so there goes on so, whatever the text has besides.
    """
    if not title:
        return title
    last = title.rsplit(None, 1)[-1].rpartition("'")[2]
    forms = [_WHERE]
    if _HELP.fullmatch(last):
        forms += [_TO_WHOM, _WHOM_AT_HAND]
    elif _AT_HAND.fullmatch(last):
        forms.append(_WHOM_AT_HAND)
    ahead = _gone_on(title, forms=forms, text=subject)
    behind = next(iter(ahead), "") or _of_all(_gone_on(title, forms=forms, text=text))
    return title + behind


def _gone_on(title: str, *, forms: Sequence[re.Pattern[str]], text: str) -> list[str]:
    """Return how a title goes on at each place where a text has it, "" where it ends there."""
    places = re.finditer(rf"(?<![\w-]){re.escape(title)}(?![\w-])", text)
    return [_behind(text, start=at.start(), end=at.end(), forms=forms) for at in places]


def _behind(
    text: str, *, start: int, end: int, forms: Sequence[re.Pattern[str]]
) -> str:
    found = next(filter(None, (form.match(text, end) for form in forms)), None)
    before = re.split(r"[.!?\n]", text[max(0, start - _BEFORE_CHARS) : start])[-1]
    is_sent = _PAPERS.search(before) is not None and _SENDS.search(before) is not None
    return "" if found is None or is_sent else found.group()


def _of_all(behind: Sequence[str]) -> str:
    """Return what a title goes on with at every place, "" where that differs."""
    return behind[0] if behind and len({each.lower() for each in behind}) == 1 else ""
