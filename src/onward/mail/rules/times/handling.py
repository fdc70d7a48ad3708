"""How long a receipt says that an answer may take: "bis zu sechs Wochen"; pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.text import fold

SPAN_SIGNS = (
    *(
        "week",
        "woche",
        "semaine",
        "semana",
        "settiman",
        "weken",
        "tygod",
        "veck",
        "hafta",
    ),
    *(
        " days",
        "tagen",
        " jours",
        " días",
        " dias",
        " giorni",
        " dagen",
        "werkdag",
        " dni",
    ),
    *(" dagar", "arbetsdag", " gün"),
)
"""Without one of these no span is told, in whichever language."""

_MOST_READ = 4_000
_LEAST_DAYS = 8
_MOST_DAYS = 92
_WEEK = 7
_WORKING_WEEK = 5
_CLAUSES = re.compile(r"\s*[;,:](?!\d)\s*|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class _Speech:
    """How one language says it.

    Attributes:
        numbers: The words for one to twelve.
        weeks: The word for weeks, and days and working days.
        answering: What takes that long, or comes by then: handling, an answer.
        other: What a span in the same sentence is of instead.
        ours: Who takes that long, in the same clause: "we", or a handling that takes time.
        asks: What in the same clause asks it of the reader, or tells of something else.
    """

    numbers: str
    weeks: str
    days: str
    working: str
    answering: str
    other: str
    ours: str
    asks: str


_SPEECHES = (
    _Speech(
        "one two three four five six seven eight nine ten eleven twelve",
        r"weeks?",
        r"days?",
        r"(?:working|business) days?",
        r"process(?:ing|ed)?\b|review(?:ing|ed)?\b|respon(?:d|se)|\breply\b|\banswer\b|get back to|hear from us|in touch|decision",
        r"data|stor|delet|retain|consent|\bif you|unless|test|assessment|complete|contract|notice|training|link|valid|withdraw|feedback|holiday|interview|start|your (?:reply|answer|response|decision)",
        r"\bwe\b|\bour (?:team|recruiters?)\b|\byou (?:will|should|'ll|can expect to) (?:hear from us|receive)\b|\b(?:processing|review(?:ing)?|handling|decision|answer|response)\b[^,;]{0,60}\btakes?\b",
        r"\bplease (?!note\b)|\byou (?:have|must|need|may|are|can(?! expect)|should(?! hear| receive))\b|\b(?:ask|asking|need|require|request|want|await|wait)\b|expect(?! to (?:respond|reply|answer|get|be|reach|make))|look(?:ing)? forward|hop(?:e|ing) for|grateful|appreciate|would (?:be|like)|from you\b|(?:received|submitted|sent) within|\bonly\b|\bon file\b|\bkeep\b|\bagain\b|at least|minimum|experience|\brole\b|position|probation|shift|trial|\byour (?:reply|respon)|\bif\b",
    ),
    _Speech(
        "einer|eine|ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        r"wochen?",
        r"tagen?|tage",
        r"(?:werk|arbeits)tagen?",
        r"bearbeit|prüfung|sichtung|auswahlverfahren|\bantwort|rückmeldung|melden uns|entscheidung",
        r"daten|speicher|lösch|aufbewahr|einwillig|wenn sie|falls sie|sollten sie|test|aufgabe|vertrag|kündigung|schulung|link|gültig|zurückzieh|urlaub|gespräch|beginn|ihre (?:antwort|rückmeldung|entscheidung)|einarbeit",
        r"\bwir\b|\b(?:hören|erhalten|bekommen) sie\b|\bsie (?:hören|erhalten|bekommen)\b|(?:bearbeitung|prüfung|sichtung|auswahlverfahren|entscheidung|rückmeldung|antwort)\b[^,;]{0,60}(?:dauer|anspruch|erfolg)",
        r"\bbitte(?! beachten)\b|\bbitten\b|erwart|benötig|brauch|freuen uns|\bsie haben\b|\bhaben sie\b|melden sie|antworten sie|von ihnen|einsatz|probe|praktikum|erfahrung|mindestens|erneut|wieder|evidenz|\bstelle\b|möchten|würden",
    ),
    _Speech(
        "une deux trois quatre cinq six sept huit neuf dix onze douze",
        r"semaines?",
        r"jours?",
        r"jours? ouvr(?:és|ables)",
        r"traite|étude|examen|réponse|répondr|recontact|reviendr|décision",
        r"données|conserv|supprim|consentement|si vous|test|contrat|préavis|formation|lien|valable|congé|entretien|début|commenc|votre (?:réponse|décision)|sans réponse|à défaut|absence de",
        r"\bnous\b|\bvous (?:recevrez|aurez)\b|(?:traitement|étude|examen|décision|réponse)\b[^,;]{0,60}(?:prendre|prend|dure)",
        r"merci de|remerci|veuillez|prions|prière|demand|attend|espér|souhait|\bvous (?:avez|devez|disposez|pouvez)\b|répondez|expérience|au moins|minimum|mission|stage|nouveau|gardons|\bpart\b",
    ),
    _Speech(
        "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
        r"semanas?",
        r"días?",
        r"días? (?:hábiles|laborables)",
        r"proces(?:o|a|ar)\b|revis|respuesta|responder|contacto con|decisión|valora",
        r"datos|conserv|elimin|consentimiento|si (?:no|usted|tú)|prueba|contrato|preaviso|formación|enlace|válid|vacaciones|entrevista|empez|su (?:respuesta|decisión)",
        r"\bnos pond|responderemos|contactaremos|contestaremos|\brecibirá|(?:proceso|revisión|respuesta|decisión|valoración)\b[^,;]{0,60}(?:durar|dura\b|tardar|tarda\b|llevar|lleva\b)",
        r"por favor|rogamos|pedimos|agradec|esper|\btiene\b|\bdispone|\bdebe|responda|conteste|experiencia|al menos|mínimo|puesto|de nuevo|guard|solicitamos",
    ),
    _Speech(
        "una due tre quattro cinque sei sette otto nove dieci undici dodici",
        r"settiman[ae]",
        r"giorn[oi]",
        r"giorni (?:lavorativi|feriali)",
        r"elabora|esam|valuta|valutazione|rispost|risponder|ricontatt|contatter|decisione",
        r"dati|conserv|cancell|consenso|\bse (?:non|lei|desidera)|test|contratto|preavviso|formazione|link|valid[oa]|ferie|colloquio|inizi|(?:sua|tua) (?:risposta|decisione)",
        r"risponderemo|ricontatteremo|contatteremo|\briceverà|(?:valutazione|elaborazione|esame|risposta|decisione)\b[^,;]{0,60}(?:richied|dura|impieg)",
        r"per favore|preghiamo|\bprego\b|chiediamo|attend|ringrazi|aspett|\bha\b|\bdispone|\bdeve|risponda|esperienza|almeno|minimo|incarico|di nuovo|nuovamente",
    ),
    _Speech(
        "een|één twee drie vier vijf zes zeven acht negen tien elf twaalf",
        r"we(?:ek|ken)",
        r"dag(?:en)?",
        r"werkdag(?:en)?",
        r"verwerk|behandel|beoordel|antwoord|reactie|reageren|beslissing|contact met|van ons",
        r"gegevens|bewa(?:ren|ard)|verwijder|toestemming|als u|als je|indien|test|opdracht|contract|opzeg|opleiding|link|geldig|intrek|vakantie|gesprek|beginn|(?:uw|jouw|je) (?:antwoord|reactie|beslissing)",
        r"\bwij\b|\bwe\b|\b(?:u|je) (?:krijgt|ontvangt|hoort)\b|\b(?:krijgt|ontvangt|hoort) (?:u|je)\b|(?:behandeling|beoordeling|verwerking|antwoord|beslissing)\b[^,;]{0,60}(?:duren|duurt|nemen|kosten)",
        r"alsjeblieft|alstublieft|\bgraag|gelieve|verzoek|vragen|verwacht|hopen|\bu (?:heeft|hebt)\b|\bje hebt\b|\bvan u\b|ervaring|minstens|minimaal|opnieuw|\brol\b|functie|^(?:reageer|antwoord)\b",
    ),
    _Speech(
        "jednego|jeden dwóch|dwa trzech|trzy czterech|cztery pięciu|pięć sześciu|sześć siedmiu|siedem ośmiu|osiem dziewięciu|dziewięć dziesięciu|dziesięć jedenastu|jedenaście dwunastu|dwanaście",
        r"tygodni(?:e|a|u)?",
        r"dni",
        r"dni roboczych",
        r"rozpatrz|rozpatryw|weryfik|analiz|odpowied|odpowiem|odezwiemy|skontaktuj|decyzj",
        r"dan(?:e|ych)\b|przechow|usuni|zgod|jeśli|jeżeli|test|zadani|umow|wypowiedz|szkoleni|link|ważn|urlop|rozmow|rozpocz|(?:pani|pana|twoj\w+) (?:odpowied|decyzj)|brak",
        r"odpowiemy|odezwiemy|skontaktujemy|(?:rozpatrzenie|rozpatrywanie|weryfikacja|analiza|decyzja|odpowiedź)\b[^,;]{0,60}(?:trwa|zająć|zajmuje)",
        r"proszę|prosimy|czekamy|oczekujemy|\bma pani?\b|\bmasz\b|\bod pani?\b|doświadczeni|co najmniej|minimum|ponownie|stanowisk",
    ),
    _Speech(
        "uma duas três quatro cinco seis sete oito nove dez onze doze",
        r"semanas?",
        r"dias?",
        r"dias? úteis",
        r"process(?:o|a|ar|amento)\b|análise|analis|avalia|resposta|responder|contactar|contato|decisão",
        r"dados|conserv|elimin|apag|consentimento|\bse (?:não|o|a|você)|teste|contrato|aviso|formação|link|válid|férias|entrevista|iníc|começ|sua (?:resposta|decisão)",
        r"responderemos|contactaremos|entraremos|\breceberá|(?:análise|avaliação|processo|resposta|decisão)\b[^,;]{0,60}(?:demora|levar|leva\b|durar|dura\b)",
        r"por favor|pedimos|solicitamos|aguard|agradec|esper|\btem\b|\bdispõe|\bdeve|responda|experiência|pelo menos|mínimo|de novo|novamente",
    ),
    _Speech(
        "en två tre fyra fem sex sju åtta nio tio elva tolv",
        r"veck(?:a|or)",
        r"dag(?:ar)?",
        r"arbetsdag(?:ar)?",
        r"handlägg|behandl|gransk|\bsvar|återkomm|beslut|höra? av oss|hör av oss",
        r"uppgift|spara|lagra|radera|samtycke|om du|test|kontrakt|uppsägning|utbildning|länk|giltig|semester|intervju|börja|ditt (?:svar|beslut)|personuppgift",
        r"\bvi\b|\bdu (?:får|hör)\b|(?:handläggning|behandling|granskning|beslut|svar)\w*\b[^,;]{0,60}\b(?:tar?|dröja?)\b",
        r"vänligen|snälla|\bber\b|önskar|väntar|hoppas|behöver|\bdu (?:har|måste)\b|^svara\b|från dig|erfarenhet|minst|\bigen\b|uppdrag|\btjänst",
    ),
    _Speech(
        "bir iki üç dört beş altı yedi sekiz dokuz on on\xa0bir on\xa0iki",
        r"hafta\w*",
        r"gün\w*",
        r"iş günü\w*",
        r"değerlendir|incele|yanıt|cevap|dönüş|geri dön|karar|sonuçlan",
        r"\bveriler|sakla|\bsilin|\bonay|\beğer\b|test|sözleşme|ihbar|eğitim|bağlantı|geçerli|\bizin|görüşme|mülakat|başla|yanıtınız|cevabınız|kararınız",
        r"yapacağız|vereceğiz|edeceğiz|döneceğiz|yanıtlayacağız|cevaplayacağız|(?:değerlendirilmesi|değerlendirme|incelenmesi|inceleme|yanıt|karar)\b[^,;]{0,60}\bsür",
        r"lütfen|rica|bekl|deneyim|en az|tekrar|yeniden|pozisyon",
    ),
)


@cache
def _span(speech: _Speech) -> re.Pattern[str]:
    words = "|".join(speech.numbers.replace(" ", "|").split("|"))
    number = rf"(?:\d{{1,2}}|{words})"
    return re.compile(
        rf"(?<![\w.,])(?:{number}\s*(?:-|–|to|bis|à|a|tot|do|till|ila)\s*)?(?P<most>{number})\s+"
        rf"(?:(?P<working>{speech.working})|(?P<weeks>{speech.weeks})|(?P<days>{speech.days}))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _said(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def days_to_answer(text: str) -> int:
    """Return how many days an answer may take by a receipt's own words; 0 where they do not say.

    It counts only where the clause is of their own handling or their own answer: by when the
    reader is to reply, how long data are kept, a test is open or a contract runs is no such span. What takes no longer than
    people wait by themselves is left out, and so is more than a quarter of a year.
    """
    head = text[:_MOST_READ]
    found = 0
    for start, end in own_sentences(head):
        sentence = " ".join(fold(head[start:end]).split())
        found = found or _days_in(sentence)
    return found


def _days_in(sentence: str) -> int:
    for speech in _SPEECHES:
        spans = list(_span(speech).finditer(sentence))
        if len(spans) != 1 or _said(speech.other).search(sentence):
            continue
        clauses = _CLAUSES.split(sentence)
        if any(_is_theirs(clause, speech) for clause in clauses):
            days = _days(spans[0], speech)
            return days if _LEAST_DAYS <= days <= _MOST_DAYS else 0
    return 0


def _is_theirs(clause: str, speech: _Speech) -> bool:
    """Say whether a span in a clause is what they take themselves to handle it or to answer."""
    needed = (speech.answering, speech.ours)
    return (
        _span(speech).search(clause) is not None
        and all(_said(words).search(clause) for words in needed)
        and not _said(speech.asks).search(clause)
    )


def _days(span: re.Match[str], speech: _Speech) -> int:
    most = span["most"].lower()
    number = int(most) if most.isdigit() else _number(most, speech)
    if span["weeks"]:
        return number * _WEEK
    return -(-number * _WEEK // _WORKING_WEEK) if span["working"] else number


def _number(word: str, speech: _Speech) -> int:
    for number, names in enumerate(speech.numbers.split(" "), start=1):
        if word in names.replace("\xa0", " ").split("|"):
            return number
    return 0
