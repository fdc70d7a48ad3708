"""For whom or where the work of a Romance title is: "atención al cliente", "aide à domicile"; pure."""

from __future__ import annotations

import re

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
    r"|à la (?:direction|personne|production|vente|petite enfance)"
    rf"|alla (?:direzione|produzione|vendita|persona)|à (?:direção|gerência|produção|infância)){_END}",
    re.IGNORECASE,
)
_WHERE = re.compile(
    rf" (?:a (?:domicilio|bordo)|à (?:domicile|bord)|(?:ao|a) domicílio){_END}",
    re.IGNORECASE,
)


def with_to_whom(title: str, *, text: str) -> str:
    """Return a title with for whom its work is, as it goes on everywhere in a text.

    The learned finder ends "Técnico de soporte al usuario" before "al", where most titles do.
    """
    if not title:
        return title
    last = title.rsplit(None, 1)[-1].rpartition("'")[2]
    forms = [_WHERE]
    if _HELP.fullmatch(last):
        forms += [_TO_WHOM, _WHOM_AT_HAND]
    elif _AT_HAND.fullmatch(last):
        forms.append(_WHOM_AT_HAND)
    ends = [found.end() for found in re.finditer(re.escape(title), text)]
    found = (form.match(text, end) for end in ends for form in forms)
    behind = next(filter(None, found), None)
    return title + behind.group() if behind else title
