"""Two voices, one verdict: what the rules found is weighed with what the model heard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onward.mail.rules.basics.language import HOME
from onward.mail.rules.facts.systems import SystemKind, system_by_name
from onward.mail.rules.types import ENDINGS, HELD, NOT_HIRING, Message, Verdict
from onward.mail.rules.verdicts.bears_no import of_few_words
from onward.mail.rules.verdicts.beside import beside
from onward.mail.rules.verdicts.by_ear import (
    LEAST_OUTSPOKEN,
    asks_back,
    believed,
    is_hardly_spoken,
    is_list_of_openings,
    is_unspoken,
    of_board,
)
from onward.mail.rules.verdicts.classification import Classification
from onward.mail.rules.verdicts.decided import is_offer_ended
from onward.mail.rules.verdicts.deciding import INTENT_OF, because_of
from onward.mail.rules.verdicts.lexicon import says_nothing
from onward.mail.rules.verdicts.only_thanks import is_thanks_alone
from onward.mail.rules.verdicts.ruled import (
    is_disputed,
    is_hardly_said,
    is_plain_no,
    is_progress,
    is_said_twice,
    is_status_of_a_no,
    overruled,
)
from onward.mail.rules.verdicts.thresholds import (
    FAINT,
    LEAST_AROUND,
    LEAST_BESIDE_AROUND,
    LEAST_CERTAIN,
    LEAST_CHANCE,
    LEAST_CLEAR,
    LEAST_FOREIGN,
    LEAST_HEARD,
    LEAST_HIRING,
    LEAST_OFFER,
    LEAST_REQUEST,
    LEAST_RULED,
    LEAST_SAID,
    LEAST_UNNAMED,
    MOST_ORDINARY,
    SURE_POINTS,
    SURE_RULE,
    UNSPOKEN,
    is_certain,
    is_untold,
    least_hiring,
)
from onward.mail.rules.verdicts.to_come import of_decision_to_come
from onward.mail.rules.verdicts.undecided import undecided
from onward.mail.rules.verdicts.voice import Heard, language_for, spoken, voice
from onward.mail.rules.verdicts.weighing import weigh, weighed_words

_SAID_BY_KNOWN = frozenset(
    {
        *(Verdict.REJECTION, Verdict.POSITION_CLOSED, Verdict.INFORMATION_REQUEST),
        *(Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER),
    }
)
_TIERS = (SURE_RULE, 0.79, 0.0)
_MOST_POINTS, _LEAST_POINTS, _POINT = 18, -12, 12
_FEW_POINTS = -4
_ASKED = 0.5


def second_opinion(
    first: Classification, *, message: Message, system: str
) -> Classification:
    """Return the verdict of both voices for a mail that the rules have read.

    Args:
        first: What the rules say.
        system: Applicant tracking system or job board that carried it, "" if none.
    """
    if message.is_sent or _is_known_other(first) or is_plain_no(first, message):
        return first
    if is_status_of_a_no(first, message):
        return first
    language = language_for(message)
    if language not in spoken():
        return first
    is_heard = first.clues.is_known or not is_untold(first)
    if not (is_heard or _speaks_of_hiring(message)):
        return first
    second = voice(language)
    heard = second.hear(message, system=system)
    chances = second.chances(heard, clues=rule_signs(first, system=system))
    kind = system_by_name(system).kind if system else None
    if kind is SystemKind.JOB_BOARD:
        offers = first.verdict is Verdict.OFFER and first.confidence >= SURE_RULE
        of_board(chances, sender=message.sender, offers=offers)
    said = weighed(first, chances=chances, heard=heard, message=message)
    if is_list_of_openings(first, said=said, heard=heard, message=message):
        return first
    is_tracked = kind is SystemKind.APPLICANT_TRACKING_SYSTEM
    if said.verdict in NOT_HIRING and is_said_twice(first, is_tracked=is_tracked):
        said = replace(first, confidence=LEAST_UNNAMED)
    hiring = 1.0 - sum(chances[verdict] for verdict in NOT_HIRING)
    said = undecided(said, first=first, heard=heard, hiring=hiring, message=message)
    said = of_decision_to_come(said, first=first, message=message)
    said = beside(_beside_no(first, said), heard=heard, message=message)
    if said.verdict not in NOT_HIRING or not first.clues.is_known:
        return said
    told = said_by_known(said, chances=chances, heard=heard, message=message)
    if told.verdict is not Verdict.OTHER or not _is_plain(first, chances):
        return told
    # "… so I can't offer you anything": of somebody applied to, plain words are asked about.
    return replace(
        told, verdict=Verdict.AMBIGUOUS, confidence=_ASKED, because=first.because
    )


def _is_plain(first: Classification, chances: dict[Verdict, float]) -> bool:
    """Say whether a rule is sure of a no, or of an invitation that is heard a little too.

    Of 78 ordinary mails in which a rule is sure of an invitation or an offer four were heard as
    such so far: panels, officers and archives talk of interviews too.
    """
    if first.confidence < SURE_RULE:
        return False
    if first.verdict in ENDINGS:
        return True
    is_heard = chances.get(first.verdict, 0.0) >= LEAST_RULED
    # "Our summer party is on 4 July: do come along" has no word of hiring around it.
    return first.verdict in HELD and is_heard and first.clues.points > 0


def _beside_no(first: Classification, said: Classification) -> Classification:
    """Return AMBIGUOUS where one opening is filled and a rule knows the invitation for another."""
    if not first.clues.is_beside_no or said.verdict not in ENDINGS:
        return said
    return replace(first, verdict=Verdict.AMBIGUOUS, confidence=_ASKED)


def said_by_known(
    said: Classification,
    *,
    chances: dict[Verdict, float],
    heard: Heard,
    message: Message,
) -> Classification:
    """Return what mail that alone is ordinary says where its writer is known.

    It is told where both the topic and the verdict are clear, and nobody is told of an
    offer; else it waits for the person. Small talk is what it leans to most, and stays.
    """
    hiring = 1.0 - sum(chances[verdict] for verdict in NOT_HIRING)
    able = [verdict for verdict in chances if verdict not in NOT_HIRING]
    best = max(able, key=lambda verdict: chances[verdict])
    if hiring < LEAST_CERTAIN or best not in _SAID_BY_KNOWN:
        return said
    is_clear = hiring >= LEAST_HIRING and chances[best] >= LEAST_CLEAR * hiring
    few = of_few_words(best, first=said, message=message)
    is_told = is_clear and best is few is not Verdict.OFFER
    return replace(
        said,
        verdict=best if is_told else Verdict.AMBIGUOUS,
        confidence=round(chances[best], 2),
        because=because_of(
            said, heard=heard, chances=chances, verdict=best, message=message
        ),
    )


def _speaks_of_hiring(message: Message) -> bool:
    """Say whether the words of mail that no rule knows make it worth the model's ear.

    Hearing takes as long as the rules do, and below that it finds next to nothing.
    """
    scored = weigh(weighed_words(message.subject, message.text)).scored()
    return not scored or any(score > LEAST_HEARD for score, _ in scored)


def rule_signs(first: Classification, *, system: str) -> list[float]:
    """Return what the rules found as numbers in -1..1.5, for the model's last step.

    For each verdict whether they gave it, by how sure they are; then what stands
    around the sentences.
    """
    verdicts = tuple(Verdict)
    signs = [0.0] * (len(verdicts) * len(_TIERS))
    if first.because:
        tier = next(at for at, least in enumerate(_TIERS) if first.confidence >= least)
        signs[verdicts.index(first.verdict) * len(_TIERS) + tier] = 1.0
    clues = first.clues
    points = max(_LEAST_POINTS, min(_MOST_POINTS, clues.points))
    return [
        *signs,
        points / _POINT,
        *map(
            float,
            (
                not first.because,
                not first.because and first.verdict is Verdict.OTHER,
                bool(system),
                points < 0,
                points < _FEW_POINTS,
                points >= SURE_POINTS,
                clues.is_system,
                clues.is_from_hiring,
                clues.names_job,
                clues.is_story,
                clues.is_to_reader,
                clues.is_answer,
                clues.is_known_sender,
            ),
        ),
    ]


def weighed(
    first: Classification,
    *,
    chances: dict[Verdict, float],
    heard: Heard,
    message: Message,
) -> Classification:
    """Return one verdict from the chances that both voices left to each.

    Ordinary mail where hiring is the lesser part; AMBIGUOUS where hiring is the topic
    and no verdict has enough of the chance: a person decides.
    """
    ordinary = sum(chances[verdict] for verdict in NOT_HIRING)
    is_said = _is_said_no(first, chances, heard, message)
    is_asked = _is_asked_for(first, chances)
    is_hiring = is_said or is_asked or 1.0 - ordinary >= least_hiring(first)
    able = [verdict for verdict in chances if (verdict in NOT_HIRING) != is_hiring]
    best = _best_of(able, first=first, chances=chances)
    chance = chances[best] if is_hiring else ordinary
    if is_hiring and (is_certain(first) or (is_asked and best is first.verdict)):
        chance /= 1.0 - ordinary
    if is_said:
        # As good as a job that is named: it is not asked about, and not left out.
        chance = max(chance, LEAST_UNNAMED)
    by_rule = overruled(first, best, chance=chance, chances=chances, message=message)
    if is_hiring and by_rule:
        best, chance = first.verdict, by_rule
    if is_progress(first, best, heard):
        best, chance = first.verdict, first.confidence
    least = LEAST_OFFER if best is Verdict.OFFER is not first.verdict else LEAST_CHANCE
    is_over = best is Verdict.POSITION_CLOSED is first.verdict
    likely = max(chance, sum(chances[end] for end in ENDINGS)) if is_over else chance
    is_open = likely < least or _is_faint(first, best, chance, heard)
    is_open = is_open or (
        first.clues.says_nothing and not _is_told(first, best, chance, heard, message)
    )
    if is_open if is_hiring else is_disputed(first, ordinary):
        best, chance = Verdict.AMBIGUOUS, 0.5
    if is_hiring and is_hardly_said(first, best, heard, message):
        best, chance = Verdict.AMBIGUOUS, 0.5
    if is_hiring and _is_unheard(first, best, chance, heard, message):
        best, chance = Verdict.AMBIGUOUS, UNSPOKEN
    few = of_few_words(best, first=first, message=message)
    best, chance = few, chance if few is best else UNSPOKEN
    if is_hiring and ordinary < MOST_ORDINARY and language_for(message) not in HOME:
        ruled = believed(best, chance=chance, first=first, heard=heard, message=message)
        best, chance = ruled, chance if ruled is best else LEAST_UNNAMED
    if is_hiring and not by_rule and not is_open:
        chance = _with_beside(best, chance=chance, chances=chances)
    return Classification(
        verdict=best,
        confidence=round(min(chance, 0.99), 2),
        because=because_of(
            first, heard=heard, chances=chances, verdict=best, message=message
        ),
        language=first.language,
        clues=first.clues,
    )


def _best_of(
    able: Sequence[Verdict], *, first: Classification, chances: dict[Verdict, float]
) -> Verdict:
    """Return the likeliest of verdicts; a closed opening where a rule is sure that a no is one.

    AMBIGUOUS only where it is heard for sure that a mail decides nothing: of what else it
    may be a rule's sure words decide, if the ear hears them at all.
    """
    best = max(able, key=lambda verdict: chances[verdict])
    is_sure = first.verdict in able and first.confidence >= SURE_RULE
    is_ruled = is_sure and chances[first.verdict] >= LEAST_RULED
    is_closed = is_ruled and first.verdict is Verdict.POSITION_CLOSED
    if best is Verdict.JOB_ALERT is not first.verdict and chances[best] < LEAST_OFFER:
        return Verdict.OTHER
    if best is Verdict.REJECTION and is_closed:
        return first.verdict
    if best is not Verdict.AMBIGUOUS:
        return best
    others = [verdict for verdict in able if verdict is not Verdict.AMBIGUOUS]
    told = max(others, key=lambda verdict: chances[verdict])
    is_faint = chances[best] < LEAST_AROUND and chances[told] >= LEAST_BESIDE_AROUND
    if is_faint:
        return told
    return first.verdict if is_ruled else best


def _with_beside(
    best: Verdict, *, chance: float, chances: dict[Verdict, float]
) -> float:
    """Return how sure a verdict is, with what makes a mail no less one of hiring.

    It may decide nothing, and it may be over in the other way.
    """
    if best is Verdict.AMBIGUOUS:
        return 1.0 - sum(chances[verdict] for verdict in NOT_HIRING)
    ends = ENDINGS - {best} if best in ENDINGS else frozenset()
    return chance + sum(chances.get(each, 0.0) for each in (Verdict.AMBIGUOUS, *ends))


def _is_faint(
    first: Classification, best: Verdict, chance: float, heard: Heard
) -> bool:
    """Say whether a mail as a whole sounds a little like a no, and nothing in it says one."""
    if best is not Verdict.REJECTION or first.verdict in ENDINGS:
        return False
    at = heard.intents.index(INTENT_OF[best])
    loudest = max((said.chances[at] for said in heard.said), default=0.0)
    return chance < LEAST_UNNAMED and loudest < FAINT


def _is_said_no(
    first: Classification,
    chances: dict[Verdict, float],
    heard: Heard,
    message: Message,
) -> bool:
    """Say whether a no is heard that a whole sentence says, in a language known well.

    Of such mail that would else be ordinary two in three are noes, in somebody's own words.
    So is what takes an offer back, by a rule.
    """
    if is_offer_ended(first, message):
        return True
    is_likely = (
        chances[Verdict.REJECTION] >= LEAST_HIRING
        and first.clues.points > _FEW_POINTS
        and not first.clues.is_story
        and language_for(message) in HOME
    )
    return is_likely and not is_unspoken(
        Verdict.REJECTION, heard=heard, message=message, least=LEAST_OUTSPOKEN
    )


def _is_asked_for(first: Classification, chances: dict[Verdict, float]) -> bool:
    """Say whether a rule is sure of a request that is heard too, among words of hiring.

    Schools, offices and firms that check who somebody is are heard as ordinary mail.
    """
    is_sure = first.confidence >= SURE_RULE and first.clues.points >= SURE_POINTS
    is_heard = chances[Verdict.INFORMATION_REQUEST] >= LEAST_REQUEST
    return first.verdict is Verdict.INFORMATION_REQUEST and is_sure and is_heard


def _is_unheard(
    first: Classification,
    best: Verdict,
    chance: float,
    heard: Heard,
    message: Message,
) -> bool:
    """Say whether a mail is taken for a no that neither a rule nor a sentence says.

    Of such noes half were none in the languages that the model knows less well; in the others
    nearly all were, said in somebody's own words ("Jonas starts on Saturday"). What a rule
    knows for a receipt's thanks does not say no, however surely it is heard.
    """
    if first.verdict in ENDINGS or language_for(message) in HOME:
        return False
    if best in ENDINGS and _says_none(message):
        return True
    if not first.because:
        is_strange = not (first.clues.is_known or first.clues.is_answer)
        is_stray = is_strange and is_untold(first)
        is_stray = is_stray and is_unspoken(best, heard=heard, message=message)
        return best in ENDINGS and (chance < LEAST_UNNAMED or is_stray)
    return is_hardly_spoken(
        first,
        verdict=best,
        is_sure=chance >= LEAST_FOREIGN,
        heard=heard,
        message=message,
    )


def _says_none(message: Message) -> bool:
    """Say whether a mail does nothing that says no: it asks several things, or only thanks."""
    code = language_for(message)
    return asks_back(message) or is_thanks_alone(message.text, code=code)


def _is_told(
    first: Classification,
    best: Verdict,
    chance: float,
    heard: Heard,
    message: Message,
) -> bool:
    """Say whether a mail tells what happened though a rule finds that it says nothing.

    "Ring me in spring" says nothing, but beside "I gave the job to my nephew" it does not
    take that back.
    """
    if best in ENDINGS and not is_unspoken(best, heard=heard, message=message):
        nothing = [each for each in first.because if says_nothing(each.rule)]
        is_said = not is_unspoken(
            best, heard=heard, message=message, saying_nothing=nothing
        )
        return is_said and chance >= LEAST_CLEAR
    return chance >= LEAST_SAID and best is not Verdict.CONFIRMATION


def _is_known_other(first: Classification) -> bool:
    """Say whether a rule knows a mail, by words or sender, for something else than hiring.

    Such rules know little, codes and surveys of an account, and that nearly always.
    """
    is_known = bool(first.because) or first.clues.is_known_sender
    return first.verdict is Verdict.OTHER and is_known
