"""Whether a person takes an offer or turns it down in mail of their own; pure, slow to claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from onward.mail.rules.basics.tables import filled, tables
from onward.mail.rules.basics.text import fold, lower

# Lines that a mail program broke belong to one sentence; an empty line ends it.
SENTENCES = re.compile(r"[^.!?\n]+(?:\n(?!\s*\n)[^.!?\n]+)*[.!?]?")
_MOST_OF_YES = 500
"""Whoever writes more says in so many words that it is the offer that they take."""

_SPACES = re.compile(r"\s+")
# "I enclose the signed letter (if a scan is needed, tell me)": that "if" is none about it.
_ASIDE = re.compile(r" ?\([^()]*\)")
_COLON = re.compile(r" ?:(?= )")
_CONCLUDES = re.compile(
    r"[,;–-] ?(?:(?:and|und|et|y|e|en|i|och) )?(?:so|therefore|hence|which is why|deshalb|daher|darum|drum|deswegen|somit"
    r"|also|weshalb|donc|c'est pourquoi|por eso|así que|por lo que|quindi|perciò|pertanto|por isso|dus|daarom|więc|dlatego"
    r"|bu yüzden|bu nedenle|därför|så) ",
    re.IGNORECASE,
)
"""Between the reasons and what follows from them."""
_HINT = re.compile(
    r"accept|declin|déclin|turn|reject|refus|offer|sign|taken|chosen|opted|decided|annehm|angenomm|anzunehm|annahme|nehme"
    r"|ablehn|lehn|absag|zusag|sage|ausschl|schlage|entschied|bleibe|unterschr|antret|contra|umow|acept|accett|aceit|declin"
    r"|rechaz|refus|refut|recus|rifiut|aanvaard|aann|neem|afwij|afsla|\bsla\b|wijs|af van|af te zien|bedanken voor|niet te|nee|akkoord|doe het|ja\b|getekend|przyj|akcept|odrzuc|odmów|odmaw|skorzyst|rezygn|podpis|kabul"
    r"|wybra|zdecyd|redd|çevir|imza|tacka|antar|anta|avböj|avst|bifoga|firmat|dico|dir[elv]|säger|resposta é|c'est (?:un )?oui|ce sera|dis oui|zeg|niet (?:doen|op in)"
    r"|say no|a no\b|answer is no|no from me|dire non|réponse est|nein|que no|dizer|powiedzieć|säga nej|hayır|getekend|firmad|assinad|skickar|påskriv|nej från|nej för|säga nej|verzicht|nein zu|renonc|renunci|optei|karar verdim|af te |pass on|have to pass|say yes|something i can|korb|absage|réponse|favorable|risposta|rinunci|respuesta|firm[aoe]|resposta|assin|antwoord|teken|bedank|odpowied|cevab|yanıt|svar|skriv"
    r"|give up|for(?:e)?go\b|let go|abstand|feragat|vazge|desist|abdic|prescind|afzien"
)
"""Parts of words, one of which stands in everything that the data file finds."""


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """What the person says to an offer.

    Attributes:
        accepts: They take it; False where they turn it down.
        is_sure: No reservation stands with it, and nothing says the opposite.
        words: The sentence, as it stands in the text.
    """

    accepts: bool
    is_sure: bool
    words: str


@dataclass(frozen=True, slots=True)
class _Phrases:
    """One language's table of `offer_answer.toml`."""

    accepts: re.Pattern[str]
    declines: re.Pattern[str]
    nots: re.Pattern[str]
    ifs: re.Pattern[str]
    buts: re.Pattern[str]
    talks: re.Pattern[str]
    closes: re.Pattern[str] | None
    bare: re.Pattern[str] | None
    offers: re.Pattern[str] | None
    yes: re.Pattern[str]

    def says_yes(self, sentence: str) -> bool:
        """Say whether a sentence takes what stands above it: "I'll take it"."""
        found = self.yes.search(sentence)
        if found is None or self.ifs.search(sentence) or self.talks.search(sentence):
            return False
        return self.nots.search(sentence, 0, found.end()) is None

    def is_of_offer(self, said: str) -> bool:
        """Say whether words around an answer speak of an offer, and none of a talk."""
        is_told = self.offers is not None and self.offers.search(said) is not None
        return is_told and self.talks.search(said) is None

    def takes_in(self, sentence: str) -> bool:
        """Say whether a sentence takes whatever was offered: "I'd be happy to accept"."""
        if self.bare is None or self.ifs.search(sentence):
            return False
        found = self.bare.search(sentence)
        return found is not None and self.nots.search(sentence, 0, found.end()) is None

    def without_close(self, sentence: str) -> str:
        """Return a sentence without what merely rounds it off: "…, tell me if"."""
        return sentence if self.closes is None else self.closes.sub("", sentence)

    def before_colons(
        self, sentence: str, *, is_question: bool
    ) -> Iterator[bool | None]:
        """Yield what is said before each colon: "I have to say no: the way is too long".

        An if or a question behind it is none about a no, whose reason stands there.
        """
        for colon in _COLON.finditer(sentence):
            head, reason = sentence[: colon.start()], sentence[colon.end() :]
            accepts = self.accepts_in(head)
            if accepts is None:
                accepts = self.accepts_in(concluded(head))
            is_open = is_question or self.ifs.search(reason)
            if not (self.talks.search(reason) or (accepts and is_open)):
                yield accepts

    def accepts_in(self, sentence: str) -> bool | None:
        """Return whether a sentence takes an offer or turns it down; None for neither."""
        if self.ifs.search(sentence) or self.talks.search(sentence):
            return None
        if self.declines.search(sentence):
            return False
        found = self.accepts.search(sentence)
        return None if found is None or self.nots.search(found[0]) else True


@cache
def _languages() -> tuple[_Phrases, ...]:
    return tuple(_phrases(table) for table in tables("offer_answer").values())


def _phrases(table: dict[str, str | list[str]]) -> _Phrases:
    def part(name: str) -> str:
        given = table[name]
        return filled(given if isinstance(given, str) else "|".join(given), table)

    def words(name: str) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{part(name)})(?!\w)")

    return _Phrases(
        accepts=re.compile(part("accepts")),
        declines=re.compile(part("declines")),
        nots=words("nots"),
        ifs=words("ifs"),
        buts=words("buts"),
        talks=re.compile(rf"(?<!\w)(?:{part('talks')})"),
        closes=re.compile(part("closes")) if "closes" in table else None,
        bare=re.compile(part("bare")) if "bare" in table else None,
        offers=words("offers") if "offers" in table else None,
        yes=re.compile(part("yes")),
    )


def concluded(sentence: str) -> str:
    """Return what a sentence comes to: "…, so I have to say no", without its reasons.

    "There is nobody at home if I leave at three": that "if" is none about the answer.
    """
    return _CONCLUDES.split(sentence)[-1]


def offer_answer(own: str, *, subject: str = "") -> OfferAnswer | None:
    """Return what the person's own words say to an offer; None where they say nothing yet.

    A condition ("I would be happy to accept if …"), a question and a wish for time say
    nothing; a reservation ("…, but", "in principle") is an answer that is not sure. Where a
    mail says both, neither is sure.

    Args:
        own: The person's words, without what they quote.
        subject: It may tell that an offer was made.
    """
    said = list(_answers(own, subject=subject)) if _HINT.search(lower(own)) else []
    if not said:
        return None
    is_one = len({each.accepts for each in said}) == 1
    best = max(said, key=lambda each: each.is_sure)
    return OfferAnswer(
        best.accepts, is_one and all(each.is_sure for each in said), best.words
    )


def yes_to_offer(own: str) -> OfferAnswer | None:
    """Return the yes of a short answer to an offer, in words that could take a talk as well."""
    if len(own) > _MOST_OF_YES:
        return None
    found = list(SENTENCES.finditer(own))
    plain = [_SPACES.sub(" ", lower(fold(each[0]))).strip() for each in found]
    for place, (each, sentence) in enumerate(zip(found, plain, strict=True)):
        after = plain[place + 1] if place + 1 < len(plain) else ""
        for language in _languages():
            own_part = language.without_close(_ASIDE.sub("", sentence))
            if sentence.endswith("?") or not language.says_yes(own_part.rstrip(".! ")):
                continue
            reserved = language.buts.search(own_part) or language.buts.match(after)
            return OfferAnswer(True, not reserved, each[0].strip())
    return None


def _answers(own: str, *, subject: str) -> Iterator[OfferAnswer]:
    found = list(SENTENCES.finditer(own))
    plain = [_SPACES.sub(" ", lower(fold(each[0]))).strip() for each in found]
    around = " ".join((lower(fold(subject)), *plain))
    takers = [each for each in _languages() if each.is_of_offer(around)]
    for place, (each, sentence) in enumerate(zip(found, plain, strict=True)):
        is_question = sentence.endswith("?")
        for language in _languages():
            own_part = language.without_close(_ASIDE.sub("", sentence)).rstrip(".!? ")
            parts = (
                () if is_question else dict.fromkeys((own_part, concluded(own_part)))
            )
            read = chain(
                map(language.accepts_in, parts),
                language.before_colons(own_part, is_question=is_question),
            )
            accepts = next((each for each in read if each is not None), None)
            if accepts is None and language in takers:
                accepts = any(map(language.takes_in, parts)) or None
            if accepts is None:
                continue
            after = plain[place + 1] if place + 1 < len(plain) else ""
            begins = language.buts.match(after)
            reserved = bool(language.buts.search(own_part)) or begins is not None
            # A no with its reasons ("…, but I must decline") has no reservation.
            yield OfferAnswer(accepts, not (accepts and reserved), each[0].strip())
            break
