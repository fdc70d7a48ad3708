"""Titles of people who are spoken of: "our Managing Director, Ida Roe", "mit Herrn Roe (Teamleiter)"."""

from __future__ import annotations

import re

from onward.mail.rules.basics.places import whole_places
from onward.mail.rules.facts.contact import has_given_name
from onward.mail.rules.facts.employers.display import is_plain_person
from onward.mail.rules.facts.material import Material
from onward.mail.rules.facts.signer import Signer

_OUR = (
    r"(?:[Oo]ur|[Mm]y|[Uu]nser(?:e[mnr]?|s)?|[Mm]eine?[mnr]?|[Nn]otre|[Nn]uestr[oa]|[Nn]ostr[oa]|[Nn]oss[oa]|[Oo]nze?"
    r"|[Nn]asz(?:a|ym|ą|ej|ego)?|[Vv]år)"
)
_THE = rf"(?:{_OUR}|the|der|die|dem|le|la|el|il|o|a|de|het)"
_NAME = r"[A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ][\w'’-]+(?: [A-ZÀ-ÖØ-ÞĆĞİŁŚŞŹŻ][\w'’.-]*){0,3}"
_RESPECT = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Frau|Herrn?|Mme|M|Sra?|Sig(?:ra)?|Dott)\.? "
    r"|(?:p\.|[Pp]an(?:i|ią|a|u|em)?|mgr|inż\.) )"
)
_WITH_RESPECT = (
    rf"{_RESPECT}|(?:M(?:onsieur|adame)|[Ss]eñora?|[Ss]enhora?|[Dd]ona|[Ss]ignora?|[Dd]ott\.ssa"
    r"|[Dd]hr|[Mm]evr|[Mm]w|[Mm]eneer|[Mm]evrouw|[Hh]err|[Ff]ru|[Ss]ayın)\.? "
)
_WHO = r"(?:with|by|meet|are|is|be|and|mit|von|bei|und|sind|ist|avec|con|com|met|z|ze|med|ile|me,|\),)"
_MORE = r"(?:(?!(?:als|as|for|für|come|como|som|jako)\b)[\w&/-]+ ){0,3}"
_DOES = (
    r" (?:hätte|hat|hatte|würde|möchte|meint|sagt|had|has|would(?! you\b)|says|thinks|is (?:away|ill|off|on)"
    r"|ist (?:krank|im|auf|in|noch|gerade))\b"
)
_IS_TAKEN = (
    rf"(?: (?:in|im|von|vom|aus) {_NAME})? (?:möchte|würde|will) (?:Sie|dich|euch)\b"
    rf"|(?: (?:in|im|von|vom|aus) {_NAME})? (?:war|ist|zeigte sich)(?: [\w-]+){{0,5}} (?:angetan|begeistert|beeindruckt|überzeugt|zufrieden|voll)\b"
)
_DECIDES = r" (?:wskaza|zdecydowa|postanowi|uzna|wybra|poprosi|zaakceptowa|zatwierdzi|odrzuci|oceni)ł[ao]?\b"
_TALK = (
    r"(?:[Tt]alk|[Ss]peak|[Cc]hat|[Cc]all|[Ii]nterview|[Mm]eeting|[Rr]ound|[Pp]anel|[Cc]onversation|[Gg]espräch|[Ss]prechen|[Tt]ermin"
    r"|[Ee]ntretien|[Ee]ntrevista|[Cc]olloquio|[Gg]esprek|[Ss]amtal|[Ii]ntervju|[Rr]ozmow[aęy])"
)
_TAKES_PART = (
    r"[Ww]ohnen|[Tt]eilnehmen (?:werden|wird)|(?:werden|wird) (?:auch )?(?:dabei sein|teilnehmen)|[Dd]abei (?:sind|ist|sein (?:werden|wird))"
    r"|(?:be|is) joined by|panel (?:is|are|will be|consists of)|you(?:'ll| will) (?:also )?(?:meet|be meeting|be speaking (?:to|with))"
)

_PANEL = (
    r"(?:[Kk]ommission|[Aa]uswahlkommission|[Gg]remium|[Jj]ury|[Pp]anel|[Cc]omité|[Cc]ommission"
    r"|[Cc]ommissione|[Cc]omisión|[Tt]ribunal|[Jj]úri|[Cc]omissão|[Cc]ommissie|[Kk]omisj[aęi]|[Pp]anelen|[Kk]omisyonu?)"
)
_SITS_IN = (
    r"(?:mit|aus|bestehend aus|of|with|including|made up of|avec|composée? de|con|composta da|formado por|formada por|integrado por"
    r"|com|composto por|composta por|met|bestaande uit|w składzie|z|med|bestående av|ile)"
)
_SELDOM = (
    r"(?:nicht (?:alle Tage|jeden Tag)|(?:isn't|is not|not) every day|pas tous les jours|no (?:es )?todos los días|non (?:è da |capita )?tutti i giorni"
    r"|não é todos os dias|niet (?:elke|iedere) dag|nie codziennie|inte varje dag)"
)


_BEFORE_CHARS = 110
_NO_OPENING = r"(?![ -]?(?:role|position|post|team|opening|vacancy|job|program|stelle|bereich|ausschreibung|[A-ZÄÖÜ]))"
_FRAMES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(f"{before}$"), re.compile(behind))
    for before, behind in (
        # "Als Hotelkauffrau bringen Sie vieles mit": what the reader is.
        (
            r"\b[Aa]ls ",
            r" (?:bringen|kennen|wissen|verstehen) (?:Sie|sie)\b| (?:bringst|kennst|weißt|verstehst) [Dd]u\b",
        ),
        # "Unsere Laborleiterin hätte gern …"
        (rf"\b{_OUR} ", _DOES),
        # "Der Betriebsleiter in Wörgl war begeistert", "Die Küchenchefin möchte Sie kennenlernen"
        (r"(?:^|[.!?:,] |\n)(?:Der|Die|der|die) ", _IS_TAKEN),
        # "with Dev (Hub Lead)", "mit Frau Roe (Teamleiterin)"
        (
            rf"(?:\b|(?<=\W)){_WHO} (?:{_RESPECT})?{_NAME} ?\((?:{_THE} )?{_MORE}",
            r"[^()\n]{0,40}\)",
        ),
        # "Ida Roe, our Warehouse Manager"
        (rf"\b{_NAME} {_NAME}, {_OUR} {_MORE}", _NO_OPENING),
        # "Dyrektor Finansowa wskazała inną osobę": whoever decides
        (r"(?:^|\W)", _DECIDES),
        # "zadzwoni Kierownik Sekcji Płac, p. Ida Roe"
        (r"(?:^|\W)", rf",? (?:p\.|[Pp]ani?|mgr|dr) (?:{_RESPECT})?{_NAME}"),
        # "Rozmowę poprowadzi Pani Główna Księgowa", "w imieniu Pani Dyrektor"
        (
            r"\b(?:do|z|ze|od|przez|imieniu|poprowadzi|będzie|jest|przyjmie|zadzwoni|dołączy) Pan(?:i|ią|a|em)? ",
            r"",
        ),
        # "po rozmowie z Kierownik Roe"
        (r"\b(?:rozmow|spotkani)\w+ (?:\w+ ){0,2}ze? ", r""),
        # "our Managing Director, Ida Roe", "unserer Teamleiterin Frau Roe"
        (rf"\b{_OUR} {_MORE}", rf"(?:, {_NAME} {_NAME}|,? {_RESPECT}{_NAME})"),
        # "Herr Dr. Roe, Leiter Vertrieb, und ich"
        (
            rf"(?<!geehrte )(?<!geehrter )(?<![Ll]iebe )(?<![Ll]ieber )(?<!Dear )(?<!Hallo )(?<!Tag )\b{_RESPECT}(?:{_RESPECT})?{_NAME}, ",
            r"(?:, | and | und |\.)",
        ),
        # "Next you meet Ida, the Shop Manager, and walk the floor"
        (rf"\b(?:with|by|meet|and) {_NAME}, (?:the|our) {_MORE}", r" ?[,.;)]"),
        # "a talk with our Managing Director"
        (rf"\b(?:with|mit|avec|con|com|met|med|z|ze) {_OUR} ", _NO_OPENING),
        # "an interview with the CFO", "ein Gespräch mit der Schulleiterin"
        (
            rf"\b{_TALK} (?:\w+ ){{0,2}}(?:with|to|mit|avec|con|com|met|med|z|ze) {_THE} ",
            _NO_OPENING,
        ),
        # "Frau Roe und der Serviceleiter nehmen sich Zeit", "Herr Roe sowie die Teamleiterin"
        (
            rf"(?<!geehrte )(?<!geehrter )(?<![Ll]iebe )(?<![Ll]ieber )\b{_RESPECT}{_NAME} (?:und|sowie|and) {_THE} {_MORE}",
            _NO_OPENING,
        ),
        # "met een wijkverpleegkundige uit het team", "door een medewerker van onze eigen organisatie"
        (
            r"\b(?:met|door|en) (?:een|twee|de) ",
            r" (?:uit|van|binnen) (?:het|ons|onze|de|hetzelfde|eigen) ",
        ),
        # "Een consultant belt je", "een van onze planners neemt contact op"
        (
            r"\b(?:[Ee]en(?: van)?|[Dd]e|[Oo]nze)(?: onze)? ",
            r" (?:neemt|nemen|belt|bellen|mailt|laat|meldt|beoordeelt|bekijkt|leest|kijkt|helpt) ",
        ),
        # "Une conseillère communiquera avec vous", "One of our advisers will call you"
        (
            r"\b(?:[Uu]ne?(?: de nos)?|[Nn]otre|[Oo]ne of our|[Aa]n?) ",
            r",? (?:qui )?(?:(?:vous |te |en |de l'équipe )?(?:communique|contacte|appelle|rappelle|joind|prend|écri|étudie|examine|analyse)ra\b"
            r"|(?:will|'ll) (?:be in touch|contact|call|reach|get|review|look))",
        ),
        # "Le poste a été octroyé à une employée", "It was awarded to an internal clerk": who has it
        (
            r"\b(?:octroy|attribu|accord|confi|donn|combl|offert)\w{0,3} (?:à|par) (?:une?|l') ?",
            r"(?! ?vous\b)",
        ),
        (r"\b(?:awarded|given|went|gone) to (?:an?|our|the) ", _NO_OPENING),
        # "Jag sitter i styrelsen som personalansvarig"
        (
            r"\b[Jj]ag (?:är|jobbar|arbetar|sitter)(?: (?!att\b)\w+){0,5} ",
            r"(?! (?:du|ni)\b)",
        ),
        # "namens het college van burgemeester en wethouders"
        (r"\bvan (?:de )?", r" (?:en|&) wethouders\b"),
        # "op de Markt bij de bakker": where, never what
        (r"\b(?:bij|naast|boven|tegenover|achter) de ", r"(?! (?:en|of) )"),
        # "Teilnehmen werden die Amtsleitung, der Personalrat und …", "you will meet the Head of …"
        (rf"\b(?:{_TAKES_PART})\b[^.!?\n]{{0,70}}?\b{_THE} ", _NO_OPENING),
        # "(Kommission mit Frauenbeauftragter und Personalrat)": who sits on it
        (rf"\b{_PANEL} (?:\w+ )?{_SITS_IN} [^.!?\n]{{0,60}}?", _NO_OPENING),
        # "Man begrüßt nicht alle Tage eine Buchhändlerin im Support": what the reader is
        (rf"\b{_SELDOM}\b[^.!?\n]{{0,60}}?", r""),
        (r"\b[Hh]er gün ", r"[^.!?\n]{0,40}(?:m[ıiuü]yoru[mz]?|değil)\b"),
    )
)
"""What stands before a title of somebody who is spoken of, and what behind it."""


# "Ida Roe (CRM Manager)", "Ida Roe, Head of Sales": a title that stands with a person's name.
_PERSON = re.compile(
    rf"(?:^|(?P<led>[\w,:] )|[^\w'’-])(?P<respect>{_WITH_RESPECT})?(?P<name>(?:[A-Z]\.? ?){{0,3}}{_NAME}) ?(?P<mark>\(|, )(?:{_THE} )?$",
    re.MULTILINE,
)
_GREETING_WORDS = (
    r"(?:hi|hello|dear|hey|hallo|liebe[rs]?|moin|guten tag|sehr geehrte[rs]?|bonjour|chère?|hola|estimad[oa]|querid[oa]"
    r"|ciao|buongiorno|gentile|olá|car[oa]|beste|geachte|cześć|dzień dobry|hej|merhaba|sayın)"
)
_GREETED = re.compile(rf"(?:^|\n){_GREETING_WORDS} [^\n]{{0,24}}$", re.IGNORECASE)
_AFTER_PERSON = {
    "(": re.compile(r"[^()\n]{0,40}\)"),
    ", ": re.compile(r"\s*(?:$|[,.;:(\n]|(?:and|und|et|y|e|en|i|och|ve)\b)"),
}

_ENDS_LINE = re.compile(r"[ .]*(?:\n|$)")
_MOST_SIGNED_LINES = 6


# "P.J.M. Hultermans", "S. Koenraadt": how offices sign.
_INITIALS = re.compile(r"(?:[A-Z]\.){1,4} ?(?:[a-z' ]{0,12})[A-Z]\w+")


def _is_named(name: str) -> bool:
    return has_given_name(name) or _INITIALS.match(name) is not None


_LED = re.compile(
    r"(?:(?:[A-ZÀ-ÖØ-Þ][\w.&/-]*|stv\.|to|of|for|the|and|der|des|die|für|zur|zum|und|de|du|la|le|à|al|di|da|do|van|het|till|ds\.) ?)*"
)
"""What a signed line of work has before a title: words of a title, and what joins them."""


def is_of_signer(title: str, *, material: Material, signer: Signer) -> bool:
    """Say whether a title is only that of who signs: "Schulleiterin", "Meister Uwe Roe"."""
    name, work = signer.name, signer.work
    if name and f" {title} ".endswith(f" {name} "):
        return True
    if name and title.startswith(f"{name} ") and not material.subject.count(title):
        # "Ida Roe teamleider": the finder reads across the lines of a signature.
        return True
    before, is_in, _ = f" {work} ".partition(f" {title} ")
    if not (title and is_in and _is_named(name) and _LED.fullmatch(before.strip())):
        return False
    # "Secretary to the Director of Operations": whose secretary that is.
    signed = work if before.strip() else title
    lines = [line for line in material.prose.split("\n") if line.strip()]
    under = re.compile(
        rf"{re.escape(name)}(?:\n|,? \(?|, | [|·-] ){re.escape(signed)}(?!\w)"
    )
    is_signed = under.search("\n".join(lines[-_MOST_SIGNED_LINES:])) is not None
    before = "\n".join(lines[:-_MOST_SIGNED_LINES])
    return is_signed and title.lower() not in f"{material.subject}\n{before}".lower()


_ARTICLE = re.compile(
    r"^(?:een|onze|meeting(?: the| our)?|meet(?: the| our)?) ", re.IGNORECASE
)


def is_of_somebody(title: str, *, material: Material) -> bool:
    """Say whether a title is only ever that of a colleague whom the mail speaks of.

    The opening's own title stands elsewhere besides, or in the subject.
    """
    title = _unclosed(title)
    if not title or title.lower() in material.message.subject.lower():
        return False
    prose, title = material.prose, _ARTICLE.sub("", title)
    places = [*whole_places(title, prose)]
    return bool(places) and all(
        _is_spoken_of(prose, start=start, end=end) for start, end in places
    )


def _unclosed(title: str) -> str:
    """Return a title without the end of brackets that it stands in: the "Head of Data)" of "Ida Roe (Head of Data)"."""
    is_cut = title.endswith(")") and title.count(")") > title.count("(")
    return title.removesuffix(")") if is_cut else title


# "Candidate: Ms I Roe (School Cook)": the line of whom a mail is to.
_OF_READER = re.compile(
    r"(?:^|\n)(?:[^\n:]{0,24}\b(?:candidat[eoa]?|applicant|interviewee|employee|appointee|bewerber(?:in)?|kandidat(?:in|en|ka)?"
    r"|sollicitant|aday|sökande|aspirante|postulante?|candidatura|bewerbung|application)(?: name)?|(?:full |your )?name) ?:[^\n]*$",
    re.IGNORECASE,
)
# Whom a letter greets, by the last name: "Dear Ms Roe".
_GREETED_AS = re.compile(
    rf"(?:^|\n){_GREETING_WORDS} (?P<whom>[^\n,!:]{{1,40}})", re.IGNORECASE
)


def _is_reader(before: str, name: str, *, prose: str) -> bool:
    """Say whether a name is that of the reader: of a candidate's line, or whom the letter greets."""
    last = name.split()[-1]
    greeted = (found["whom"].split() for found in _GREETED_AS.finditer(prose))
    return any(last in words for words in greeted) or bool(_OF_READER.search(before))


def _is_beside_name(before: str, *, prose: str, end: int) -> bool:
    found = _PERSON.search(before)
    if found is None or _AFTER_PERSON[found["mark"]].match(prose, end) is None:
        return False
    if _is_reader(before, found["name"], prose=prose):
        return False
    if is_plain_person(found["name"]):
        return True
    # "Herr Roe (Leiter IT)", "Olga (Teamleitung)": but who is greeted is the reader. Behind a
    # comma, as in "Mrs K Roe, Bursar", the line ends with it.
    is_line = bool(found["respect"]) and _ENDS_LINE.match(prose, end) is not None
    is_one = found["mark"] == "(" or is_line
    is_one = is_one and not _GREETED.search(before)
    is_first = " " not in found["name"] and has_given_name(found["name"])
    return is_one and bool(found["respect"] or (found["led"] and is_first))


_MET = re.compile(
    r"\b(?:meet(?:ing)?|see(?:ing)?|with|by|joined by|(?:speak|talk)(?:ing)? (?:to|with)) (?:the |our )?$"
)
_NAME_BEHIND = re.compile(
    r" (?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]+ [A-ZÀ-ÖØ-Þ][\w'’-]+)(?=[,.;:!?)\n]|$| (?:and|at|on|in|from)\b)"
)


def _is_with_name(title: str, *, prose: str, end: int) -> bool:
    """Say whether a title stands before a person's name, or has it: "meeting Practice Manager Ida Roe"."""
    behind = _NAME_BEHIND.match(prose, end)
    names = [" ".join(title.split()[-2:]), behind["name"] if behind else ""]
    return any(is_plain_person(name) for name in names)


def _is_spoken_of(prose: str, *, start: int, end: int) -> bool:
    before = prose[max(0, start - _BEFORE_CHARS) : start]
    if _is_beside_name(before, prose=prose, end=end):
        return True
    if _MET.search(before) and _is_with_name(prose[start:end], prose=prose, end=end):
        return True
    return any(
        ahead.search(before) and behind.match(prose, end) for ahead, behind in _FRAMES
    )
