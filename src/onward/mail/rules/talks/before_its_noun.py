"""The title that Turkish puts before what it is of: "Resepsiyonist başvurusu", "kaynakçı ilanınız"; pure."""

from __future__ import annotations

import re

from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.titles.role import is_role_like

_MOST_WORDS = 4
_FIRST_CHARS = 600
_APPLIED = r"(?:iş )?başvuru(?:su|m)?"
_POST = r"(?:ilan(?:ı|ınız)|pozisyon(?:u|unuz)|kadro(?:su|nuz))(?:na|n?a|nıza|unuza)?"
_TITLE = r"(?P<role>[^\W\d_][^\n,;:|()–-]{1,60}?)"
_END = r"(?=\s*(?:[,;|(–]|\s-\s|$))"
_SUBJECTS = (
    re.compile(
        rf"^\s*{_TITLE} (?:{_POST}(?: için)?(?: {_APPLIED})?|{_APPLIED})(?: (?:hk\.?|hakkında|için))?{_END}",
        re.IGNORECASE,
    ),
    re.compile(rf"^\s*{_APPLIED}\s*(?::|\s[-–])\s*{_TITLE}{_END}", re.IGNORECASE),
)
# Of the employer's: "ilanınız", or a post by its name.
_IN_TEXT = re.compile(
    r"(?P<role>(?:[^\W\d_][\w'’-]* ){1,3})(?:iş )?"
    r"(?:ilanınız(?:a|ı|daki|la)?|pozisyonunuz(?:a)?|pozisyonu(?:na| için)|kadrosu(?:na| için))(?!\w)"
    # For what somebody applied another time.
    r"(?![^.!?]{0,60}başvurmuş)",
    re.IGNORECASE,
)
# "Depo elemanı": such a word says what somebody is only with another before it.
_HEAD = re.compile(
    r"(?:eleman|görevli|sorumlu|uzman|teknisyen|operatör|şef|müdür|asistan|öğretmen|memur|personel|işçi|usta|danışman|yardımcı"
    r"|koordinatör|mühendis|temsilci)s?[ıiuü]",
    re.IGNORECASE,
)
# Alone such a word is no trade, and "usta" is how a tradesman is addressed.
_ANY_HEAD = re.compile(
    r"(?:eleman|görevli|sorumlu|uzman|müdür|asistan|memur|personel|işçi|usta|yardımcı|temsilci|şef)(?:s?[ıiuü])?",
    re.IGNORECASE,
)
# "Otelinizde", "gazetedeki": where it stands or was seen.
_ELSEWHERE = re.compile(r".*(?:[dt][ae](?:ki)?|n[ıiuü]z[ae]?|bir|ve|bu)", re.IGNORECASE)


def subject_before_its_noun(subject: str) -> str:
    """Return the title that a subject puts before an advert, a post or an application."""
    for form in _SUBJECTS:
        found = form.match(subject)
        role = found["role"].strip() if found else ""
        if role and len(role.split()) <= _MOST_WORDS and _is_title(role):
            return role
    return ""


def before_its_noun(text: str) -> str:
    """Return the title that the first words of a text put before an advert or a post."""
    for found in _IN_TEXT.finditer(" ".join(text[:_FIRST_CHARS].split())):
        role = _last_words(found["role"].split())
        if role:
            return role
    return ""


def _is_title(role: str) -> bool:
    if _ANY_HEAD.fullmatch(role) or is_plain_person(role):
        return False
    return is_role_like(role) and is_role_like(role.split()[-1])


def _last_words(words: list[str]) -> str:
    """Return the title that the last of some words are, "" where they are none."""
    if not is_role_like(words[-1]):
        return ""
    if _HEAD.fullmatch(words[-1]) is None:
        return "" if _ANY_HEAD.fullmatch(words[-1]) else words[-1]
    is_whole = len(words) > 1 and _ELSEWHERE.fullmatch(words[-2]) is None
    return " ".join(words[-2:]) if is_whole else ""
