"""Which job the person's own mail applies for, by its subject and its words; pure."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.tables import tables
from onward.mail.rules.basics.text import fold
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.titles.bounds import sounds_like_work
from onward.mail.rules.facts.titles.fields import field_applied_for
from onward.mail.rules.facts.titles.nominative import nominative
from onward.mail.rules.facts.titles.role import is_role_like, role_key
from onward.mail.rules.facts.titles.words import sounds_like_title
from onward.mail.rules.talks.applies_outright import role_outright
from onward.mail.rules.talks.before_its_noun import (
    before_its_noun,
    subject_before_its_noun,
)

_ROLE_CHARS = 100

_REPLY = re.compile(
    r"^\s*(?:re|r|rif|aw|antw|betr|sv|vs|rv|res|odp|ynt|wg|fwd?|tr|i)\.?\s*(?:\[\d+\])?\s*:",
    re.IGNORECASE,
)
# "(e)" and "/a" are ends of a title, "H/F" and "(m/w/d)" stand behind one.
_STOP = (
    r"\s*(?:[,;|–]|\((?!(?:e|ne|euse|trice|in|a)\))|/(?!(?:a|as|in|e|euse|trice)\b)"
    r"|(?<=\s)[hfmw]/[hfmwd]\b)"
)
# "Bewerbungsunterlagen Köchin", "Application form - Cook": what an application is sent in.
_PAPERS = r"(?:s(?:unterlagen|bogen|formular|schreiben|mappe|dossier))?"
_OF_OWN_WISH = "(?:initiativ|spontan|blind|kurz)?"
# "Bewerbung auf Dauerstelle Logistikleiter": for how long is no part of the title.
_LASTING = r"(?:(?:um|auf|für) (?:(?:die|eine) )?(?:dauer|teilzeit|vollzeit|fest)(?:stelle|anstellung)(?: als)?)"
_FORMS = (
    r"application (?:form|pack)|sollicitatieformulier|formularz (?:aplikacyjny|zgłoszeniowy)|başvuru formu"
    r"|ansöknings(?:blankett|formulär)|formulario de (?:solicitud|candidatura)"
)
_ROLE = re.compile(
    r"\b(?:application(?: form)? for\b(?: the)?(?: (?:position|post|role|job) (?:of|as))?"
    r"|application as|applying (?:for|as)|job application:?"
    rf"|{_OF_OWN_WISH}bewerbung{_PAPERS}(?: (?:{_LASTING}|als|(?:um|auf) die stelle(?: (?:als|der|(?P<of>des)|einer|(?P<of_a>eines)))?))"
    r"|candidature (?:au poste de|pour le poste de|:)|candidatura (?:(?:a|al|para|per)\b|:)"
    r"|sollicitatie (?:naar|als|:)|ansökan (?:till|om|:))\s*(?:an? |the )?"
    r"(?:(?:el |la )?(?:puesto|plaza|vacante) de )?"
    r"(?P<role>[^\n]{3,100}?)"
    rf"(?=\s+(?:at|with|bei|chez|en|presso|bij|hos)\s+[A-ZÄÖÜÉ]|{_STOP}|\s+-\s|\s*$)",
    re.IGNORECASE,
)

_BARE_ROLE = re.compile(
    rf"\b(?:{_OF_OWN_WISH}bewerbung{_PAPERS}|{_FORMS}|application(?=:| [-–])|candidature|postulation|candidatura|cv|(?:spontan)?ansökan|intresseanmälan)(?::| -| –)? "
    r"(?:(?:som|vikariat(?: som)?|dagtid|kvällstid|heltid|deltid|sommarjobb|extrajobb) )*"
    r"(?:(?:au |pour (?:le |un )?)?poste (?:de |d'|: ?)?)?(?!(?:für|zu[mr]?|um|auf) )(?P<role>[^\n]{3,100}?)"
    rf"(?=\s+(?:bei|in|am|ab|chez)\s|{_STOP}|\s+-\s|\s*$)",
    re.IGNORECASE,
)


# "Bewerbung IT-Betreuung Bibliothekssystem (Ref. BVU-03)": what has a number is an opening.
_NUMBERED = re.compile(
    r"\b(?:bewerbung|application|candidature|candidatura|solicitud|sollicitatie|aplikacja|ansökan|başvuru)(?: ?[:–-])? "
    r"(?!(?:um|auf|für|als|for|as|to|a|al|au|para|per|naar|na|om|till)\b)"
    r"(?P<role>[^\W\d_][^\n(|,]{3,98}?) ?\("
    r"(?:ref|referenz|kz|kennziffer|kenn-nr|stellen-?id|id|job|nr|n[.°º]|réf|rif|vacature|vaga|ogłoszenie|ilan)[. :°º-]*[\w-]*\d[\w/-]*\)",
    re.IGNORECASE,
)


# "Allrounderin für Ihre Werkstatt und Ihr Büro": a title, and whose it would be.
_FOR_YOURS = re.compile(
    r"^(?P<role>[^\W\d_][^\n|,:;!?–]{2,60}?)(?= (?:(?:für|in|bei|an) (?:ihr|euer|eur|dein)\w*|(?:for|in|at) your|(?:pour|dans|chez) (?:votre|vos)"
    r"|(?:para|en) (?:su|sus|vuestr[oa]s?)|(?:per|in|nella?) (?:il |la )?(?:vostr|su)[oa]|(?:voor|in|bij) (?:uw|jullie)|w (?:państwa|waszej|waszym)"
    r"|(?:para|n)[ao]? ?(?:a |o )?(?:vossa|vosso|sua|seu)|(?:till|hos|på) (?:er|ert|era)) )",
    re.IGNORECASE,
)


def bare_subject(subject: str) -> str:
    """Return a subject without "Re:" and the like before it, to compare it by."""
    return " ".join(_without_reply(subject).split()).casefold()


def is_reply(subject: str) -> bool:
    """Say whether a subject begins as those of answers and copies do."""
    return _REPLY.match(subject) is not None


def _without_reply(subject: str) -> str:
    """Return a subject without what answers and copies put before it."""
    shorter = _REPLY.sub("", subject)
    while shorter != subject:
        subject, shorter = shorter, _REPLY.sub("", shorter)
    return subject.strip()


def role_of_subject(subject: str) -> str:
    """Return the role that an application's subject names; "" where it names none."""
    subject = _without_reply(fold(subject))
    if role := subject_before_its_noun(subject):
        return role
    match = _ROLE.search(subject) or _bare_role(subject)
    if match is None and (found := _ROLE_WITH_CASES.search(subject)):
        role = nominative(found["role"].strip(), language="pl")
        return role if sounds_like_work(role, language="pl") else ""
    return _whole(match, subject=subject)[:_ROLE_CHARS] if match else ""


# "Bewerbung Köchin / Schichtleitung": two titles of one post.
_BESIDE = re.compile(rf"\s*/\s*(?P<more>[^\W\d_][^\n]{{3,60}}?)(?={_STOP}|\s+-\s|\s*$)")
# "Mitarbeiter Werkhof/Lager 60 %": a title with two fields.
_OTHER_FIELD = re.compile(
    r"(?<=[^\W\d_]{3})/[A-ZÄÖÜ][^\W\d_]{2,}(?![\w/-]| (?:AG|SA|GmbH|KG|SE|Ltd|Inc)\b)"
)


def _other_field(role: str, *, end: int, subject: str) -> str:
    first, _, last = role.rpartition(" ")
    field = _OTHER_FIELD.match(subject, end)
    is_title = bool(first) and is_role_like(role) and not is_role_like(last)
    return field.group() if field is not None and is_title else ""


_GENITIVE = re.compile(r"(?<=[^\W\d_]{3}[^sß])e?s(?=\s|$)")


def _whole(match: re.Match[str], *, subject: str) -> str:
    """Return a title with the other one that stands behind its stroke, in the nominative."""
    role = match["role"].strip(" :–-\"'")
    beside = _BESIDE.match(subject, match.end("role"))
    if beside is not None and is_role_like(role) and is_role_like(beside["more"]):
        role += beside.group().rstrip()
    else:
        role += _other_field(role, end=match.end("role"), subject=subject)
    groups = match.groupdict()
    if groups.get("of") or groups.get("of_a"):
        bare = _GENITIVE.sub("", role, count=1)
        role = bare if is_role_like(bare) else role
    return role


_OF_TEXT = re.compile(
    r"\b(?:my application for (?:the |your )?(?:advertised |vacant )?(?:position|post|role|job|vacancy) (?:of|as)(?: an?| the)?"
    r"|(?:apply|applying) for (?:the|your) (?:advertised |vacant )?(?:position|post|role|job|vacancy) (?:of|as)(?: an?| the)?"
    r"|bewerbe ich mich (?:[\wäöüß]+ ){0,3}?(?:als|(?:um|auf) die (?:[\wäöüß]+ )?(?:stelle|position)(?: als| einer| eines)?)"
    r"|(?:(?:bewerbungs)?(?:dossier|unterlagen)|lebenslauf|bewerbung) (?:für|um|auf) (?:die|ihre) (?:[\wäöüß]+ )?(?:dauer|teilzeit|vollzeit)?(?:stelle|position)(?: als| einer| eines)"
    r"|mon (?:dossier|offre de services?) pour (?:le|un) poste de"
    r"|you(?: are|'re| were) (?:currently |still )?(?:looking|advertising|hiring) for an?|(?:dass|da|weil) sie (?:derzeit |aktuell |noch )?eine?n?(?= [^\n.]{3,60}? suchen\b)"
    r"|sie suchen (?:derzeit |aktuell |noch )?eine?n?"
    r"|ich bewerbe mich (?:[\wäöüß]+ ){0,3}?(?:als|(?:um|auf) die (?:[\wäöüß]+ )?(?:stelle|position)(?: als| einer| eines)?))"
    r"\s+(?P<role>[^\W\d_][^\n.!?:,;()]{2,80}?)"
    rf"(?=\s+(?:at|with|in your|in our|advertised|as advertised|which|that|and|next (?:week|month|year|summer|winter|spring|autumn)|please|starting|nächste\w* \w+|bitte|in ihre[rmn]|bei|beim|im|an|und|suchen|zum \d+|to|for the (?:summer|winter|season|spring|autumn|holidays))\b|{_STOP}|\s*[.!?:()]|\s*$)",
    re.IGNORECASE | re.MULTILINE,
)


def role_applied_for(subject: str, own: str) -> str:
    """Return the role that an application names, in its subject or else in its words."""
    role = role_of_subject(subject)
    if role:
        return role
    match = _OF_TEXT.search(" ".join(own.split()))
    # "A residential service tech" is one written out alone.
    if match is not None and (
        is_role_like(match["role"]) or is_role_like(role_key(match["role"]))
    ):
        return match["role"].strip(" :–-\"'")[:_ROLE_CHARS]
    return (
        _bare_title(subject)
        or before_its_noun(own)
        or role_outright(own)
        or _as_subject_has_it(_would_be(own), subject=subject)
        or field_applied_for(subject)
    )


def _as_subject_has_it(role: str, *, subject: str) -> str:
    """Return a title as the subject writes it: "Küchenchefin", where a "Küchenchef" is looked for too."""
    found = re.search(rf"\b{re.escape(role)}\w{{1,3}}\b", subject) if role else None
    return found[0] if found else role


_TITLE_ALONE = re.compile(
    r"\s*(?P<role>[^\W\d_][^\n|:;!?–,(/]{2,60}?)"
    r"(?=\s*[|:;!–,(/]|\s+-\s|\s+(?:at|bei|chez|presso|bij|hos|till|en|w)\s+[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ]|\s*$)"
)
_SAYS_SO = re.compile(
    r"\s*(?:(?:open|spontane?|initiativ|job|own)[ -]?)?(?:sollicitatie|kandidatuur|bewerbung|application|candidature|candidatura|solicitud|ansökan|podanie|zgłoszenie|aplikacja)\b"
    r"\s*[:–-]?\s*(?:(?:als|voor|naar|functie|vacature|as|for|om|som|para|per|na stanowisko)\s+)*",
    re.IGNORECASE,
)
"""What a subject may say before the title and nothing else."""
_NO_TITLE = re.compile(
    r"\b(?:your|our|my|you|i|about|the|this|re|for|jobs?|work|position|post|role|vacancy|ad|advert\w*|notice|card|sign|question|interest\w*"
    r"|application|cv|ihre?[nmrs]?|euer|eure?[nmrs]?|mein\w*|die|der|das|dem|den|stelle\w*|anzeige|aushang|zettel|frage|arbeit|job|für|votre|vos|mon|ma|annonce|poste|emploi|le|la"
    r"|su|sus|vuestr\w+|mi|anuncio|puesto|trabajo|cartel|el|vostr\w+|mio|mia|annuncio|posto|lavoro|il|uw|jullie|mijn|vacature|werk|kaartje|de|het"
    r"|seu|sua|vosso|vossa|meu|minha|anúncio|vaga|trabalho|państwa|wasz\w*|moj\w*|ogłoszeni\w+|prac[aęy]|kartka|ilan\w*|iş|işi|er|ert|min|mitt|annons\w*|jobbet|lapp)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def _without_head(subject: str) -> str:
    head = _SAYS_SO.match(subject)
    return subject[head.end() :] if head else subject


def _bare_title(subject: str) -> str:
    """Return the title that is all a subject says: "Kitchen porter", "Sollicitatie keukenhulp"."""
    match = _TITLE_ALONE.match(_without_head(fold(subject)))
    role = match["role"] if match else ""
    # "Aide de cuisine" has a "de" in it, and "De baan" begins with one.
    plain = _JOINING.sub(" ", role)
    if len(role.split()) > _MOST_WORDS or _NO_TITLE.search(plain):
        return ""
    return role if is_role_like(role) else ""


_JOINING = re.compile(
    r"(?<=\w) (?:de|du|des|da|do|di|della|d'|a la|la|in der|im) (?=\w)"
)
_FIRST_CHARS = 600
_BEHIND_TITLE = re.compile(
    r"[.!?,;:()\n]|\s(?:with|in|at|for|and|or|who|that|which|on|to|from|your|you|because|since|if|bei|im|und|oder|mit|für|an|am|zu|ihnen|euch|arbeiten|anfangen|chez|dans|et|ou|avec|pour|vous"
    r"|en|con|y|o|para|ustedes|vosotros|presso|nel\w*|e|per|da|voi|bij|met|voor|em|no|na|com|consigo|w|z|i|u|lub|państwa|på|hos|och|med|för|till|werken|helpen|beginnen)(?!\w)",
    re.IGNORECASE,
)
_JOB = re.compile(r"\s+(?:jobs?|position|post|role|work)$", re.IGNORECASE)
_BEFORE_TITLE = re.compile(
    r"(?P<role>(?:[^\W\d_][\w'’-]* ){1,3})olarak\b", re.IGNORECASE
)


@cache
def _works_as() -> re.Pattern[str]:
    parts = [part for t in tables("own_mail").values() for part in t["works_as"]]
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def _would_be(own: str) -> str:
    """Return as what somebody would work, as their first words say it: "join you as a porter"."""
    text = " ".join(own[:_FIRST_CHARS].split())
    for found in _works_as().finditer(text):
        behind = text[found.end() :]
        stop = _BEHIND_TITLE.search(behind)
        role = _JOB.sub("", behind[: stop.start() if stop else None].strip(" \"'"))
        is_title = not _NO_TITLE.search(_JOINING.sub(" ", role)) and is_role_like(role)
        if is_title and len(role.split()) <= _MOST_WORDS:
            return role[:_ROLE_CHARS]
    for found in _BEFORE_TITLE.finditer(text):
        words = found["role"].split()
        for first in range(len(words)):
            role = " ".join(words[first:])
            if is_role_like(role) and is_role_like(words[first]):
                return role
        if is_role_like(words[-1]):
            return words[-1]
    return ""


# "Zgłoszenie: referent ds. płac", "Podanie o pracę na stanowisko referenta – Ida Roe".
_ROLE_WITH_CASES = re.compile(
    r"\b(?:aplikacja|podanie|zgłoszenie|kandydatura|oferta pracy|cv|dot\. (?:ogłoszenia|oferty))"
    r"(?: (?:o pracę|na stanowisko|na|do pracy))*(?:\s*[:-]\s*|\s+)(?:nab[oó]r\b[^:–-]*[:-]\s*)?"
    r"(?P<role>[^\W\d_][^\n,;(|]{2,80}?)(?=\s*[,;(|]|\s+-\s|\s*$)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"^(?:poste (?:de |d'))?(?P<role>[^\n–|,-]{3,100}?)\s+[-–|]\s", re.IGNORECASE
)


def _bare_role(subject: str) -> re.Match[str] | None:
    """Return the title right behind the word, or before the own name or a number.

    "Bewerbung Bürokauffrau", "Stores Assistant - Kim Roe".
    """
    match = _BARE_ROLE.search(subject) or _HEAD.search(subject)
    if match is not None and is_role_like(match["role"]):
        return match
    numbered = _NUMBERED.search(subject)
    if numbered is not None:
        return None if is_plain_person(numbered["role"]) else numbered
    match = _FOR_YOURS.search(subject)
    if match is None:
        return None
    is_work = is_role_like(match["role"]) or sounds_like_title(match["role"])
    return match if is_work else None
