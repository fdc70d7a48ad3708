"""Turkish titles in two parts: "Kasa ve Ön Büro Sorumlusu" where only the second was caught."""

from __future__ import annotations

import re
from functools import cache

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.employers.names import company_key
from onward.mail.rules.facts.patterns import fact_words
from onward.mail.rules.facts.titles.role import (
    clean_role,
    has_gender_marker,
    is_plausible_role,
    is_role_like,
)

_UPPER = "A-ZÇĞİÖŞÜ"
# "Satış Destek ve", "Hasta Kabul /", "E-Ticaret": what stands before a title, written as it is.
_LEAD = re.compile(
    rf"(?<![\w/.&-])(?:(?:(?=\S*[^\W\d_])(?!\S*\d\d)[{_UPPER}\d][\w/.&-]* ){{1,3}}(?:(?:ve|/|&) )?|(?:[{_UPPER}][^\W\d_]+ ?/ ?))$"
)
# "Büro asistanı / sekreter", "Muhasebe Elemanı (Cari Hesaplar)".
_BEHIND = re.compile(
    rf" ?/ ?(?P<other>[^\W\d_][\w-]+(?: [^\W\d_][\w-]+)?)(?=[\s.,;:!?)\"“”]|$)|(?P<field> \([{_UPPER}][^()\n\d]{{3,40}}\))"
)
_STARTS = re.compile(r"(?:^|[\n\"“”«»:;,.!?|•·(]|\s[-–—]\s|\s[a-zçğıöşü]\S*\s)\s*$")
# "4/B Sözleşmeli Personel" was caught from its letter on.
_CUT = re.compile(r"(?<!\S)\d/$")
_LONGEST_LEAD = 40
_MOST_WORDS = 8
_MORE_LEADS = frozenset(
    {"Sayın", "Merhaba", "Değerli", "Konu", "Ynt", "Re", "Üniversitemiz"}
)


@cache
def _leads() -> frozenset[str]:
    """Return words that lead up to a title without being part of it: "başvurduğunuz"."""
    return frozenset((*fact_words("title_leads"), *fact_words("role_leads")))


def joined(title: str, *, text: str, company: str) -> str:
    """Return a title with the part that a "ve" or a slash joins to it in a text."""
    if not title or has_gender_marker(title) or company_key(title) == "":
        return title
    for start, end in whole_places(title, text):
        longer = _with_lead(title, before=text[:start], company=company)
        behind = _BEHIND.match(text, end)
        if behind is not None and _belongs(behind):
            longer += behind.group()
        longer = clean_role(longer)
        is_title = is_plausible_role(longer) and len(longer.split()) <= _MOST_WORDS
        if longer != title and is_title:
            return longer
    return title


def _with_lead(title: str, *, before: str, company: str) -> str:
    if not title[:1].isupper():
        return title
    cut = _CUT.search(before[-_LONGEST_LEAD:])
    if cut is not None:
        return f"{cut.group()}{title}"
    line = before[-_LONGEST_LEAD:]
    found = _LEAD.search(line)
    if found is None:
        return title
    words = found.group().split()
    known = set(company_key(company).split())
    while words and _leads_up(words[0], known=known):
        words.pop(0)
    is_cut = len(words) < len(found.group().split())
    is_start = is_cut or _STARTS.search(before[: len(before) - len(found.group())])
    if not words or not is_start or words[0] in {"ve", "/", "&"}:
        return title
    return f"{' '.join(words)} {title}"


def _leads_up(word: str, *, known: set[str]) -> bool:
    is_lead = word in _MORE_LEADS or word.lower() in _leads()
    return is_lead or company_key(word) in known


def _belongs(behind: re.Match[str]) -> bool:
    """Say whether what follows is another word for the work, or the field of it."""
    return behind["field"] is not None or is_role_like(behind["other"])
