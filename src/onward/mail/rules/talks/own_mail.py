"""What a mail that the person wrote means for an application; pure, and slow to claim."""

from __future__ import annotations

import re
from enum import StrEnum

from onward.mail.rules.around.forwarded import is_forward
from onward.mail.rules.basics.free_mail import is_free_mail
from onward.mail.rules.basics.text import fold
from onward.mail.rules.talks.applies_outright import (
    Outright,
    applies_outright,
    is_of_another_matter,
    is_said_to_decider,
)
from onward.mail.rules.talks.offer_answer import offer_answer, yes_to_offer
from onward.mail.rules.talks.own_else import PAPERS, brings_dossier, is_of_else, more
from onward.mail.rules.talks.own_title import is_reply
from onward.mail.rules.talks.stepping_back import (
    SteppingBack,
    names_day,
    stepping_back,
)
from onward.mail.rules.types import Because, Message

READ_CHARS = 2_500


class SentMeaning(StrEnum):
    """What the person's own mail is; all but the last two are kinds of event."""

    APPLIED = "applied"
    FOLLOW_UP = "follow_up"
    FEEDBACK = "feedback_asked"
    WITHDRAWAL = "withdrawal"
    ACCEPTANCE = "acceptance"
    OFFER_DECLINED = "offer_declined"
    THREAD = "sent"
    NONE = ""


OFFER_ANSWERS = frozenset({SentMeaning.ACCEPTANCE, SentMeaning.OFFER_DECLINED})
"""What is an event only where there is an offer, and the words are sure."""

OWN_WORDS = OFFER_ANSWERS | {SentMeaning.WITHDRAWAL}
"""By these an application is over from the person's side."""

SURE = 1.0
_UNSURE = 0.5

_SUBJECT_APPLIES = re.compile(
    r"\b(?:application (?:for|as|to)|applying (?:for|as)|job application"
    r"|(?:initiativ|spontan|blind|kurz)?bewerbung(?:sunterlagen)?\b|candidature\b|solicitud de empleo"
    r"|candidatura\b|postulación|domanda di lavoro|sollicitatie\b|aplikacja na"
    r"|zgłoszenie na stanowisko|iş başvurusu|başvurusu|ansökan\b|jobbansökan)",
    re.IGNORECASE,
)
_TEXT_APPLIES = re.compile(
    r"\b(?:i (?:would like|wish|want|am writing) to apply|i(?: am|'m) applying (?:for|to)"
    r"|i hereby apply|please accept (?:this|my) application|my application for the"
    r"|hiermit bewerbe ich mich|bewerbe ich mich|ich (?:möchte|bewerbe) mich"
    r" (?:.{0,60}\b)?(?:bewerben|als|um|auf)|je (?:vous )?(?:pose|propose|présente|soumets)"
    r" ma candidature|ma candidature (?:au|pour) (?:le )?poste"
    r"|(?:me postulo|presento mi candidatura|quiero postularme)"
    r"|(?:mi candido|presento la mia candidatura)|(?:candidato-me|venho candidatar-me)"
    r"|(?:solliciteer ik|ik solliciteer|wil ik .{0,40}solliciteren)"
    r"|(?:aplikuję na|zgłaszam (?:swoją )?kandydaturę)|başvurmak istiyorum"
    r"|(?:söker jag|jag söker) (?:härmed )?(?:tjänsten|jobbet))",
    re.IGNORECASE,
)
_ASKS_HOW_IT_STANDS = re.compile(
    r"\b(?:follow(?:ing)?[ -]up(?! (?:interview|call|chat|meeting|talk|conversation|round|session|appointment|visit|question)s?\b)|any (?:news|updates?)|an update|status of (?:my|the)"
    r"|check(?:ing)? in|heard back|still (?:open|under consideration|being considered)"
    r"|wanted to (?:ask|see|hear) (?:whether|if|how|about)"
    # "I look forward to the next steps" asks nothing.
    r"|(?:what|when|any|know|hear\w*|tell|about|wonder\w*|ask\w*|clarif\w+|inform\w*|regarding|update\w*|curious)\b[^.!?\n]{0,60}\bnext steps?"
    r"|next steps?(?=[^.!?\n]{0,80}\?)"
    r"|(?:aktuelle[rn]? )?stand (?:meiner|der) bewerbung|nachfragen|nachhaken"
    r"|(?:schon|bereits) eine (?:rückmeldung|entscheidung)|wie es (?:um|mit) meine"
    r"|relance|suites? (?:donnée|réservée)|où en est ma candidature"
    r"|estado de mi (?:candidatura|solicitud)|alguna novedad"
    r"|(?:stato|esito) della mia candidatura|novità"
    r"|(?:estado|andamento) da minha candidatura|novidades"
    r"|(?:stand|status) van mijn sollicitatie|status(?:em|u)? mojej aplikacji"
    r"|başvurumun durumu|hur det går med min ansökan)\b",
    re.IGNORECASE,
)
_FEEDBACK = (
    r"(?:feedback|rückmeldung|retours?|opinión|riscontro|terugkoppeling|informacj\w+ zwrotn\w+"
    r"|geri bildirim\w*|återkoppling)"
)
# A wish for it, or what it is to be about: thanks for feedback ask for none.
_WISH = (
    r"(?:would|could|may i|might|appreciat\w+|grateful|glad|happy|welcome|ask(?:ing)? (?:you )?for"
    r"|hope|wonder\w*|willing|share|würde\w*|könnte\w*|bitte\w*|dankbar|freue\w*|pourriez|serais"
    r"|reconnaissant\w*|podría\w*|agradec\w+|potrebbe|potreste|grato|grata|poderia\w*|zou\w*|kunt"
    r"|proszę|prosić|wdzięczn\w+|rica|alabilir\w*|skulle|kan ni|tacksam)"
)
_ASKS_FOR_FEEDBACK = re.compile(
    rf"\b{_WISH}\b[^.!?]{{0,90}}\b{_FEEDBACK}\b|\b{_FEEDBACK}\b[^.!?]{{0,90}}\b{_WISH}\b"
    r"|\b(?:what|where|how) i (?:could|can|might)(?: have)? (?:do|done|improve\w*|be(?:en)? stronger)"
    r"|\bwhat (?:would|could) have made\b|\bworan (?:es|ich)\b[^.!?]{0,60}\b(?:lag|arbeiten|verbessern)\b"
    r"|\bwas ich (?:besser|anders)\b"
    r"|\b(?:one|any|some)\s?thing (?:that )?i (?:could|can|might)\b[^.!?]{0,40}\b(?:work on|improve|practise|practice|do better|do differently)\b"
    r"|\b(?:an (?:der|dem|denen)|woran) ich\b[^.!?]{0,60}\b(?:arbeiten|feilen)\b"
    r"|\b(?:was (?:mir|ihnen) gefehlt hat|was (?:am ende )?den ausschlag (?:gab|gegeben hat))\b",
    re.IGNORECASE,
)
_WITHDRAWS = re.compile(
    r"\b(?:i|we)\b[^.!?]{0,40}\bwithdraw(?:ing)?\b[^.!?]{0,40}\b(?:application|candidacy|from the)\b"
    r"|\bplease withdraw (?:my|me)\b|\bwithdraw(?:ing)? my (?:application|candidacy)\b"
    r"|\b(?:ziehe|zieh|nehme)\b[^.!?]{0,60}\bbewerbung\b[^.!?]{0,60}\bzurück\b"
    r"|\bbewerbung\b[^.!?]{0,60}\b(?:zurückziehen|zurückzuziehen|zurückziehe|zurücknehmen)\b"
    r"|\b(?:retire|retirer) ma candidature|\bretir(?:o|ar) mi (?:candidatura|solicitud)"
    r"|\britir(?:o|are) la mia candidatura|\bretir(?:o|ar) a minha candidatura"
    r"|\btrek\b[^.!?]{0,40}\bsollicitatie\b[^.!?]{0,20}\b(?:in|terug)\b|\bsollicitatie (?:in|terug) ?te ?trekken"
    r"|\bwycof(?:uję|ać) (?:swoją |moją )?(?:aplikację|kandydaturę)|\bbaşvurumu geri çek"
    r"|\bdra(?:r)? (?:härmed )?tillbaka min ansökan",
    re.IGNORECASE,
)
# "If it cannot be done from home I would have to withdraw" withdraws nothing yet; in Italian
# "si" is no if: "visto che si tratta di notti".
_MAYBE = re.compile(
    r"\b(?:if|unless|should|whether|not|falls|wenn|sollte\w*|sofern|nicht|se|jeśli|inte|niet|nie"
    r"|si(?! (?:tratta|trattava|è|può|sono|lavora|parla|parlava|prevede|richiede|chiede|fa|deve|dice)\b))\b",
    re.IGNORECASE,
)
# In German "als" is "as": it stands in no table of the data file.
_IF = re.compile(r"\b(?:als|indien|mocht|zodra|qualora|nel caso)\b", re.IGNORECASE)
# "So as not to waste your morning I withdraw": that no is none to going.
_SO_AS_NOT = re.compile(
    r"\b(?:(?:so as|in order) not\b|(?:um|om) (?:\w+ ){0,6}?(?:nicht|niet)\b|damit (?:\w+ ){0,6}?nicht\b"
    r"|för att inte\b|(?:że|a)by nie\b)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*")
_SAYS_ATTACHED = re.compile(
    r"\b(?:attached|enclosed|attachment|anbei|im anhang|angehängt|beigefügt|ci-joint"
    r"|en pièce jointe|adjunt[oa]|en el adjunto|allegat[oa]|in allegato|em anexo|anex[oa]"
    r"|bijlage|bijgevoegd|w załączniku|załącz|ekte|ektedir|bifoga)",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt|rtf|pages|zip)$", re.IGNORECASE)
_QUOTE = re.compile(
    r"^(?:>|on .{5,120} wrote:|am .{5,120} schrieb|le .{5,120} a écrit|el .{5,120} escribió"
    r"|il .{5,120} ha scritto|op .{5,120} schreef|-{2,} ?(?:original|ursprüngliche|forwarded"
    r"|weitergeleitete))",
    re.IGNORECASE | re.MULTILINE,
)


def meaning_of_sent(
    message: Message,
    *,
    is_in_thread: bool,
    is_to_contact: bool,
    is_to_firm: bool = False,
    is_answered: bool = False,
) -> SentMeaning:
    """Return what the person's own mail means; NONE leaves it alone, and unkept.

    Args:
        is_in_thread: It answers mail that belongs to hiring.
        is_to_contact: It goes to somebody who wrote about hiring, or to their firm.
        is_to_firm: It goes to where any mail about hiring came from, machines included.
        is_answered: Mail about hiring answers it.
    """
    own = fold(own_words(message.text))
    if is_in_thread or is_to_contact or is_to_firm:
        # Whoever sends papers goes on, whatever they put behind them: "I left teaching".
        if withdraws(own) and not sends_papers(message):
            return SentMeaning.WITHDRAWAL
        answer = offer_answer(own, subject=message.subject)
        if answer is not None:
            return (
                SentMeaning.ACCEPTANCE if answer.accepts else SentMeaning.OFFER_DECLINED
            )
    if not is_in_thread and _applies(message, own=own, is_answered=is_answered):
        return SentMeaning.APPLIED
    if not (is_in_thread or is_to_contact):
        return _asked_of_firm(message, own=own) if is_to_firm else SentMeaning.NONE
    return _asked(message, own=own) or SentMeaning.THREAD


def _asked_of_firm(message: Message, *, own: str) -> SentMeaning:
    """Return what is asked of a firm by whoever got no more from it than a machine's mail.

    It may be a customer who writes: their own application is to be named.
    """
    said = f"{message.subject}\n{own}"
    if not more("my_application").search(said) or more("no_work").search(said):
        return SentMeaning.NONE
    return _asked(message, own=own)


def _asked(message: Message, *, own: str) -> SentMeaning:
    """Return what own mail asks of whoever decides; NONE where it asks nothing."""
    if _ASKS_FOR_FEEDBACK.search(own) or more("feedback").search(own):
        return SentMeaning.FEEDBACK
    # Behind "Re:" stand their words: "Payroll Lead - next steps".
    subject = "" if is_reply(message.subject) else message.subject
    asked = f"{subject}\n{own}" if own else ""
    if _ASKS_HOW_IT_STANDS.search(asked) or more("how_it_stands").search(asked):
        return SentMeaning.FOLLOW_UP
    return SentMeaning.NONE


def sends_papers(message: Message) -> bool:
    """Say whether own mail brings the person's papers: by a file's name, or in words."""
    papers = [name for name in message.attachment_names if _DOCUMENT.search(name)]
    if any(map(names_papers, papers)):
        return True
    own = fold(own_words(message.text))
    is_attached = bool(papers) or _says_attached(own)
    return is_attached and bool(PAPERS.search(own))


def names_papers(name: str) -> bool:
    """Say whether a file is called as the person's papers are: "robin-cv.pdf"."""
    return PAPERS.search(name.replace("_", " ")) is not None


_OF_LISTS = frozenset({"list-unsubscribe", "list-id"})
_OF_ANSWERS = frozenset({"in-reply-to", "references"})


def may_be_own(message: Message) -> bool:
    """Say whether mail would say something of the search, were its sender the person.

    It is asked of ordinary mail while it is not known yet which addresses are theirs.
    """
    if not _OF_LISTS.isdisjoint(message.headers):
        return False
    if is_forward(message):
        return True
    meaning = meaning_of_sent(
        message,
        is_in_thread=not _OF_ANSWERS.isdisjoint(message.headers),
        is_to_contact=False,
        is_to_firm=True,
    )
    return meaning is not SentMeaning.NONE


def withdraws(own: str) -> bool:
    """Say whether the person's own words may take an application back, with no if about it."""
    return _withdrawal(own) is not None


def declines_offer(message: Message) -> bool:
    """Say whether what may step back is a plain no to an offer, where one was made.

    "I've accepted another role, so I'll have to say no": without an offer it ends an
    application; "please withdraw my application" does so in any case.
    """
    own = fold(own_words(message.text))
    withdrawal = _withdrawal(own)
    if withdrawal is not None and withdrawal.is_sure:
        return False
    answer = offer_answer(own, subject=message.subject)
    return answer is not None and answer.is_sure and not answer.accepts


def _withdrawal(own: str) -> SteppingBack | None:
    plain = _SO_AS_NOT.sub("", fold(own))
    return stepping_back(plain, also=_withdraws_in)


def _withdraws_in(sentence: str) -> bool:
    found = _WITHDRAWS.search(sentence)
    if found is not None and not _MAYBE.search(sentence, 0, found.end()):
        return True
    # "Niet verder te gaan" holds its own no: only what stands before it is a doubt.
    found = more("withdraws").search(sentence)
    if found is None or names_day(found[0], sentence=sentence):
        return False
    before = sentence[: found.start()]
    return not (_MAYBE.search(before) or _IF.search(before))


def weighed(
    message: Message, *, meaning: SentMeaning
) -> tuple[float, tuple[Because, ...]]:
    """Return how sure the words are by which it is over, and the words themselves."""
    if meaning not in OWN_WORDS:
        return SURE, ()
    own = own_words(message.text)
    is_withdrawal = meaning is SentMeaning.WITHDRAWAL
    said = (
        _withdrawal(own)
        if is_withdrawal
        else offer_answer(own, subject=message.subject)
    )
    if said is None and meaning is SentMeaning.ACCEPTANCE:
        said = yes_to_offer(own)
    if said is None:
        return _UNSURE, ()
    certainty = SURE if said.is_sure else _UNSURE
    start = message.text.find(said.words)
    if start < 0:
        return certainty, ()
    words = Because(meaning, said.words, "body", start, start + len(said.words))
    return certainty, (words,)


def own_words(text: str) -> str:
    """Return what the person wrote, without what they quoted; its beginning."""
    quote = _QUOTE.search(text)
    return text[: quote.start() if quote else None][:READ_CHARS].strip()


def _applies(message: Message, *, own: str, is_answered: bool) -> bool:
    """Return whether a mail is an application: words, and a document or its mention.

    Words that say so outright are enough. So are others where the firm answers as one does
    who hires: "May I drop by?"

    A subject alone is enough only where it goes to a firm: people also send their papers
    to friends to have them read, at the same provider as they themselves. Who has no more
    than a free mailbox is written to about work where the words say for whom it would be:
    "I saw your card in the window, I'd like to work for you". Kin and friends are told of
    "I'm looking for a job" as well.
    """
    home = message.sender
    if is_reply(message.subject) or all(
        to.address == home.address for to in message.to
    ):
        return False
    is_private = any(
        to.domain == home.domain or is_free_mail(to.domain) for to in message.to
    )
    is_for_advice = more("asks_advice").search(own) is not None
    outright = applies_outright(own)
    if outright is Outright.ELSE:
        return False
    is_open = not (is_for_advice or withdraws(own))
    if is_open and is_said_to_decider(
        outright, message, own=own, is_private=is_private
    ):
        return True
    has_document = any(_DOCUMENT.search(name) for name in message.attachment_names)
    # "How does my application stand?" is answered, too.
    is_answered = is_answered and not _asked(message, own=own)
    has_papers = has_document or _says_attached(own) or is_answered
    if _TEXT_APPLIES.search(own):
        is_shown = is_private and (
            is_for_advice or is_of_another_matter(own, is_private=True)
        )
        return has_papers and not is_shown
    would_work = more("wants_work").search(own) is not None
    wants = would_work or more("seeks_work").search(own) is not None
    is_else = is_of_else(message.subject, own=own, wants=wants)
    if is_private:
        is_sure = would_work and not (is_else or is_for_advice)
        return is_sure and sends_papers(message)
    says = (
        _SUBJECT_APPLIES.search(message.subject)
        or (more("subject").search(message.subject) and not is_for_advice)
        or (not is_else and _says_for_what(own, wants=wants))
        or (not is_for_advice and brings_dossier(message.subject, own=own))
    )
    return bool(says) and has_papers


def _says_for_what(own: str, *, wants: bool) -> bool:
    """Say whether words tell that papers are for work, or bring them and nothing beside."""
    if wants or more("applies").search(own):
        return True
    brings = more("sends_papers").search(own) is not None
    return brings and not more("asks_advice").search(own)


def _says_attached(own: str) -> bool:
    return bool(_SAYS_ATTACHED.search(own) or more("attached").search(own))
