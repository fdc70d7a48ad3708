"""The employer's own number for an opening: R-12345, JR001234, Kennziffer 47/2025."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onward.mail.rules.basics.places import places_of
from onward.mail.rules.basics.short_days import is_told_as_day
from onward.mail.rules.basics.text import lower
from onward.mail.rules.facts.patterns import fact_words

_TOKEN = re.compile(
    r"(?<![\w@/.-])[A-Za-z]{0,10}[-_/.]?\d[\w/._-]*(?:(?<=-[A-Z])&[A-Z]{1,2}\b)?|(?<![\w@/.-])[A-Za-z]{2,6}(?:[-/][A-Za-z]{1,6}){1,2}[-/]\d[\w/.-]*"
)
_SHAPE = re.compile(
    r"(?:JR|REQ|Req|JREQ|REQID|VAC|POS|JOB|PR|RQ|RITM|ATS)[-_]?\d[\d-]{2,14}|R[-_]\d{3,9}|R\d{5,9}|J\d{5,9}|P-\d{4,8}"
    r"|R[A-Z]?_?\d{4,9}|\d{2,8}BR|(?=[A-Z\d]{8}$)\d{4}[A-Z\d]*\d[A-Z]{1,2}"
)
_NEVER = re.compile(
    r"(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[.:]\d\d|\d{1,3}|\d+[.,]\d+|\d+(?:st|nd|rd|th|am|pm|h|k|min)",
    re.IGNORECASE,
)
# "GS-0303-07" and "Grade 9/10" are what is paid, 999 and 101 what is called in need.
_GRADE = re.compile(
    r"(?:GS|GG|WG|WL|WS)-\d{1,4}(?:-\d{1,2}(?:/\d{1,2})*)?|(?:NF|FV|GL)-\d{1,2}|(?:APS|EL|AO)\d"
)
_GRADE_BEFORE = re.compile(
    r"\b(?:pay )?(?:grades?|bands?|levels?|steps?|series|salary|scale|spine point)[\s:/]*$",
    re.IGNORECASE,
)
_CALLED_IN_NEED = re.compile(
    r"(?:999|101|111|112|911|110)(?:/(?:999|101|111|112|911|110))+"
)
_BETWEEN = re.compile(
    r"[\s.:#()\-]*(?:(?:nr|no|number|id|code|ist|is|lautet)[\s.:#]+)?[\s.:#(\"]*$", re.I
)
_MARKS_BEFORE = re.compile(r"[\s.:#(\"-]+$")
_IN_SUBJECT = re.compile(
    r"[(\[#]\s*(\d{4,10})\s*[)\]]|(?:^|\s[-|:]\s|,\s)(\d{5,10})(?=\s*(?:$|[-|:,]\s))"
)
_LOOK_BACK = 34


_NONE_OF_OPENINGS = frozenset({"own", "applicant"})


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    def ending(*kinds: str) -> re.Pattern[str]:
        found = {word for kind in kinds for word in fact_words(kind)}
        words = sorted(sorted(found), key=len, reverse=True)
        forms = "|".join(re.escape(w).replace(r"\ ", r"[ .-]{0,2}") for w in words)
        return re.compile(rf"(?<![\w-])(?:{forms})$")

    return (
        ending("requisition_labels"),
        ending("own_number_labels", "applicant_labels"),
        ending("applicant_labels"),
    )


def _label_before(text: str, *, start: int) -> str:
    """Return "opening", "applicant", "own" or "" for the label that a number stands behind."""
    before = lower(text[max(0, start - _LOOK_BACK) : start])
    line = before.rpartition("\n")[2] if before.strip(" \n").endswith("\n") else before
    openings, own, applicants = _labels()
    found = None
    for label in (_MARKS_BEFORE.sub("", line), _BETWEEN.sub("", line)):
        if own.search(label):
            return "applicant" if applicants.search(label) else "own"
        found = openings.search(label)
        if found is not None:
            break
    if found is None:
        return ""
    # A bare "job 4711" or "position 3" needs a colon or a number sign.
    needs_mark = found.group() in {
        "job",
        "position",
        "vacancy",
        "req",
        "reference",
        "competition",
        "announcement",
    }
    has_mark = re.search(r"[:#.]|nr|no|id", line[found.end() :]) is not None
    return "opening" if has_mark or not needs_mark else ""


def _trimmed(token: str) -> str:
    return token.rstrip("./-_")


_CODE = r"((?:[A-Z]{1,8}[-_/]?)?\d[\w/-]{2,18}|[A-Z]{2,6}(?:-[A-Z\d]{1,6}){0,2}[-/]\d[\w/-]*)"
_CODE_BEFORE = re.compile(rf"(?<![\w-]){_CODE}\s*[-:,|]?\s*$")
_CODE_AFTER = re.compile(
    rf"\s*(?:\([^()\d]{{0,24}}\)\s*)?(?:[-,|(\[]\s*)+(?:[A-Za-z. -]{{0,16}}[:#. ]\s*)?{_CODE}(?=[)\]|,.:;\s-]|$)"
)


# "Begeleider, 16-20 uur": how much of a week somebody works.
_HOURS_BEHIND = re.compile(
    r"\s?(?:uur|uren|u\b|hours?|hrs?|h\b|yrs?\b|years?\b|jahre|std|stunden|wochenstunden|heures|ore\b|horas|timmar|tim\b|godz|saat|%)",
    re.IGNORECASE,
)


# "Equipment Mechanic, 4PB17": the title was read with its number.
_CODE_AT_END = re.compile(
    r"\s*[,(-]\s*(?=[A-Z\d/-]*[A-Z])(?=[A-Z\d/-]*\d{2})[A-Z\d][A-Z\d/-]{2,18}\)?$"
)


def _beside_title(text: str, *, role: str) -> str:
    """Return the number that stands right before or behind the job title, or ""."""
    place = text.find(role) if role else -1
    while place != -1:
        end = place + len(role)
        hits = (
            _CODE_BEFORE.search(text, max(0, place - 24), place),
            _CODE_AFTER.match(text, end, end + 60),
        )
        for hit in hits:
            if hit is None or _HOURS_BEHIND.match(text, hit.end(1)):
                continue
            number = _trimmed(hit.group(1))
            if _is_number(number) and not is_grade(number, text=text):
                return number
        place = text.find(role, end)
    return ""


# "HR-administratör 2026/88": a year and how many there were in it; no month, and no years of a school.
_SERIAL = r"((?:19|20)\d\d(?:/(?!0\d(?!\d)|(?:19|20)\d\d)\d{1,4}|-(?:1[3-9]|[2-9]\d|\d{3,4}))(?![\w/.-]*[\w/-]))"
_SERIAL_AFTER = re.compile(rf",?\s+\(?{_SERIAL}")
_SERIAL_BEFORE = re.compile(rf"(?<![\w/.-]){_SERIAL}\)?,?\s+$")


_MOST_YEARS = 4
"""So many years a post or a course may last that is called by its first and last."""


def serial_beside(text: str, *, role: str) -> str:
    """Return the year and count that stand right beside a job title without a mark, or ""."""
    for start, end in places_of(role, text):
        hits = (
            _SERIAL_AFTER.match(text, end),
            _SERIAL_BEFORE.search(text, max(0, start - 16), start),
        )
        for hit in hits:
            if hit is None or _HOURS_BEHIND.match(text, hit.end(1)):
                continue
            if not _is_some_years(hit.group(1)):
                return hit.group(1)
    return ""


def _is_some_years(number: str) -> bool:
    """Say whether a year and a count may be two years: "Volontariat 2026/28"."""
    year, _, count = number.replace("-", "/").partition("/")
    return len(count) == 2 and 0 < int(count) - int(year) % 100 <= _MOST_YEARS


def without_title(number: str, *, role: str) -> str:
    """Return a number without words of the job title around it: "2026/88" for "Clerk 2026/88"."""
    of_title = {word for word in role.casefold().split() if len(word) >= _SHORTEST_CODE}
    words = number.split()
    rest = [word for word in words if word.casefold() not in of_title]
    is_told = len(rest) == 1 and len(words) > 1 and any(map(str.isdigit, rest[0]))
    return " ".join(rest) if is_told else number


_SHORT_CODE = (
    r"(#?[A-Z]{2,5}/[A-Z]{1,4}/\d{1,4}|[A-Z]{2,5}\d{1,3}|[A-Z]{2,5}/[A-Z]{1,4}|[A-Z]{2,5}-[A-Z]{2,4}-\d{1,4}|[A-Z]{1,4}(?:-[A-Z\d]{1,4})?-[A-Z]?\d{1,4}|[A-Z]{2,4}/[A-Z]{2,5}/\d+|[A-Z]{2,4}/\d{3,5}|\d{1,3}-[A-Z]{1,6}"
    r"|[A-Z]{2,5}\d{3,6}|\d{2,3}-[A-Z]{2,4}-\d{1,5}|(?!(?:19|20)\d\d\b)\d{3,6})"
)
_SHORT_AFTER = re.compile(
    rf"\s*\((?:{_SHORT_CODE}|(\d\d))\)|,?\s(?:under\s)?(?!\d+\s){_SHORT_CODE}[.,](?:\s|$)"
)
_SHORT_BEFORE = re.compile(rf"(?<![\w-]){_SHORT_CODE}\s+\(?$")


def _code_of_title(text: str, *, role: str) -> str:
    """Return a short code in brackets behind the title, or in front of it, or ""."""
    place = text.find(role) if role else -1
    while place != -1:
        end = place + len(role)
        behind = _SHORT_AFTER.match(text, end)
        code = next(filter(None, behind.groups()), "") if behind is not None else ""
        if code and not is_grade(code, text=text):
            return code
        before = _SHORT_BEFORE.search(text, max(0, place - 20), place)
        ahead = before.group(1) if before is not None else ""
        if ahead and not (ahead.isdigit() or is_grade(ahead, text=text)):
            return ahead
        place = text.find(role, end)
    return ""


# "RU-LAW-18", "ML/2026/041", "BfGS 12/26", "CLS/AC": letters, marks and mostly digits.
_MARKED = (
    r"(?:[A-Z][A-Za-z]{0,5}(?:-[A-Z]{1,3})? )?(?=[A-Za-z\d/-]*\d)[A-Z\d][A-Za-z\d]*(?:[-/][A-Za-z\d]+)+"
    r"|[A-Z]{2,5}(?:-[A-Z]{1,3}) \d{1,4}"
)
_LETTERS = r"[A-Z]{2,6}(?:/[A-Z]{1,4}){1,2}(?:/\d{1,4})?|[A-Z]{2,5}\d{1,6}"
_APART = re.compile(
    rf"^({_MARKED}|{_LETTERS})(?=\s*(?:$|[:–|,(]|-\s|\s[A-Z][a-z]))|[(\[]#?({_MARKED}|{_LETTERS})[)\]]"
    rf"|(?:[:,|–]|\s-|\b(?:for|an?|auf|zu|number|recruitment|competition|[A-Za-z]*ausschreibung|bewerbung|verfahren|bescheid|unterlagen|kennza?h?l?\.?))\s"
    rf"({_MARKED}|{_LETTERS})(?=\s*(?:$|[:–|,(]|-\s|\s(?:ist|has|is|was|wurde)\b))|\s({_MARKED})$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\b(?:advertisement|announcement|reference|[Rr]ef\.?|post no\.?|[Aa]usschreibung|[A-Za-z]*[Vv]erfahrens?|[Kk]ennz(?:iffer|ahl|\.)|auf die Stelle)[:\s]+({_MARKED}|{_LETTERS})(?=[\s.,;:)(]|$)"
)
_NO_CODE = re.compile(
    r"(?:covid|iso|din|cat|utc|gmt|tv|tvl|eg|gs|level|band|grade|part|teil|kw|us|uk|eu|q[1-4]|cscs|hgv|ce|lgv|b1|b2|c1|c2|a1|a2|w[123]|24|re|aw|wg)(?:[-/ ].*)?|\D*\d{1,2}[-–](?!2[4-9]$)\d{1,2}(?:pm|am|h)?|[a-z]+-\d{4}|(?:19|20)\d\d[-/]\d\d|.*(?:/in|/r|-tage?|-day|pm|am|uhr)",
    re.IGNORECASE,
)


_SHORTEST_CODE = 4
_LABEL_WORD = re.compile(
    # "Exam 26-0418 results": what is written there has that number, and is no part of it.
    r"^(?:(?:ref|req|no|nr|kz|id)\.? (?=.*[A-Z])|exams? )",
    re.IGNORECASE,
)


def _code(text: str, *, pattern: re.Pattern[str]) -> str:
    """Return the first code of letters and digits that a pattern finds, or ""."""
    for hit in pattern.finditer(text):
        code = _trimmed(next(group for group in hit.groups() if group))
        code = _LABEL_WORD.sub("", code)
        first = code.split(" ")[0]
        has_letters = any(c.isalpha() for c in code)
        is_plain = _NEVER.fullmatch(code) or _NO_CODE.fullmatch(code)
        is_loud = sum(c.isupper() or c.isdigit() for c in code) * 2 > len(code)
        is_named = len(code) >= _SHORTEST_CODE and has_letters and first[0].isupper()
        is_paid = is_grade(code, text=hit.string)
        if is_named and is_loud and not (is_plain or is_paid):
            return code
    return ""


def _is_number(token: str) -> bool:
    digits = sum(c.isdigit() for c in token)
    return (
        digits >= 3
        and not _NEVER.fullmatch(token)
        and (digits >= 4 or len(token) > digits)
    )


def is_grade(number: str, *, text: str) -> bool:
    """Say whether a number is a pay grade, or what is called in need, wherever a text has it."""
    if _GRADE.fullmatch(number.rpartition(" ")[2]) or _CALLED_IN_NEED.fullmatch(number):
        return True
    whole = re.compile(rf"(?<![\w/.-]){re.escape(number)}(?![/.-]?\w)")
    places = list(whole.finditer(text))
    return bool(places) and all(
        _GRADE_BEFORE.search(text, max(0, place.start() - _LOOK_BACK), place.start())
        for place in places
    )


def find_requisition(subject: str, *, body: str, role: str = "") -> str:
    """Return the number of the opening as written, or "" where none is certain.

    A labelled number wins, subject first; then a number of a known shape; then one
    beside the job title; then a bare number that stands apart in the subject. Numbers
    of the person's own application, years, dates and times are none.
    """
    shaped = ""
    for text in (subject, body):
        for found in _TOKEN.finditer(text):
            token = _trimmed(found.group())
            if len(token) < 3 or not any(c.isdigit() for c in token):
                continue
            label = _label_before(text, start=found.start())
            if label == "opening" and not _NEVER.fullmatch(token):
                return token
            if (
                label not in _NONE_OF_OPENINGS
                and not shaped
                and _SHAPE.fullmatch(token)
            ):
                shaped = token
    number = shaped or _unlabelled(subject, body=body, role=role)
    return "" if is_applicants(number, subject=subject, body=body) else number


def labelled_number(text: str) -> str:
    """Return the number that a text calls that of an opening: "Kennziffer 03/26-17"; "" for none."""
    for found in _TOKEN.finditer(text):
        token = _trimmed(found.group())
        is_one = len(token) >= 3 and any(map(str.isdigit, token))
        is_one = is_one and not _NEVER.fullmatch(token)
        if is_one and _label_before(text, start=found.start()) == "opening":
            return token
    return ""


_A_DAY = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d")
_SEASON = re.compile(r"20(\d\d)[/-](\d\d)")
_POSTCODE = re.compile(r"(?:A|CH|FL)-\d{4}|D-\d{5}")


def is_other_number(number: str, *, subject: str, body: str) -> bool:
    """Say whether a number is that of a day, a season or a place: "3/12/2025", "2025/26", "CH-9400 Tolm".

    What a mail calls the number of its opening is one, however it looks.
    """
    season = _SEASON.fullmatch(number)
    is_season = season is not None and (int(season[1]) + 1) % 100 == int(season[2])
    is_place = bool(_POSTCODE.fullmatch(number)) and number not in subject
    is_day = bool(_A_DAY.fullmatch(number)) or _is_short_day(number, text=body)
    if not (is_season or is_place or is_day):
        return False
    return number not in (labelled_number(subject), labelled_number(body))


_SHORT_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d\d")


def _is_short_day(number: str, *, text: str) -> bool:
    """Say whether a text speaks of three short numbers as of a day: "for 11/24/26 1:30 PM"."""
    if not _SHORT_DAY.fullmatch(number):
        return False
    places = re.finditer(rf"(?<![\w/-]){number}(?![\w/-])", text)
    return any(is_told_as_day(text, start=x.start(), end=x.end()) for x in places)


def is_applicants(number: str, *, subject: str, body: str) -> bool:
    """Say whether a number is called the person's own anywhere, wherever else it stands."""
    if not number:
        return False
    whole = re.compile(rf"(?<![\w/.-]){re.escape(number)}(?![/.-]?\w)")
    for text in (subject, body):
        for place in whole.finditer(text):
            if _label_before(text, start=place.start()) == "applicant":
                return True
    return False


def _unlabelled(subject: str, *, body: str, role: str) -> str:
    """Return the number that only its shape or its place tells, or ""."""
    marked = _code(subject, pattern=_APART) or _code(subject, pattern=_LABELLED)
    marked = marked or _code(body, pattern=_LABELLED)
    if marked:
        return marked
    role = _CODE_AT_END.sub("", role)
    beside = _beside_title(subject, role=role) or _beside_title(body, role=role)
    if beside:
        return beside
    code = _code_of_title(body, role=role) or _code_of_title(subject, role=role)
    if code:
        return code
    bare = _IN_SUBJECT.search(subject)
    return (bare.group(1) or bare.group(2)) if bare else ""


_PREFIX = re.compile(r"^(?:JREQ|REQID|REQ|JR|JOB|R|ID|J)[-_ ]*(?=\d)")
_MARKS = re.compile(r"[^A-Z0-9]+")


# What a label is made of beside its word: "Stellen-Nr.", "Code of the opening", "N° de référence".
_COUNTED = r"(?:id|n[ro°º]\.?|no\.?|num\w*|nummer|number|code|codice|código|kod|kennung|ref|numarası)"
_ALSO_CALLED = (
    *("kennzahl", "kennwort", "stellen", "anzeigen", "anzeige", "ausschreibung", "ausschreibungs"),
    *("exam", "examination"),
    *("posting", "number", "nummer", "opening", "advert", "vacature", "oferta", "annons", "ilan"),
)  # fmt: skip


@cache
def _called() -> re.Pattern[str]:
    """Return what a number is called, in any language: "Req-ID:", "Kennziffer", "réf."."""
    words = {*fact_words("requisition_labels"), *_ALSO_CALLED}
    forms = "|".join(
        re.escape(w).replace(r"\ ", r"[ .-]{0,2}")
        for w in sorted(words, key=lambda word: (-len(word), word))
    )
    return re.compile(
        rf"^(?:(?:{forms})(?:[ .-]{{0,2}}{_COUNTED})?(?:[.:#]+\s*|\s+[:#]?\s*))+(?=\S*\d)",
        re.IGNORECASE,
    )


def without_label(number: str) -> str:
    """Return a number without what it is called: "07/2026" for "Kennziffer 07/2026"."""
    return _called().sub("", number)


@lru_cache(maxsize=8192)
def requisition_key(requisition: str) -> str:
    """Return the number as numbers are compared: "REQ-0012" and "req 12" are one."""
    upper = without_label(requisition.strip()).upper().lstrip("#")
    return _MARKS.sub("-", _PREFIX.sub("", upper)).strip("-").lstrip("0")
