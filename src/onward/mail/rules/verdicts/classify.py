"""The verdict of a mail: what its sentences say, weighed in a hiring context."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onward.core.text import whole_words
from onward.mail.rules.basics.language import count_marks, text_words
from onward.mail.rules.basics.sentences import own_sentences
from onward.mail.rules.basics.text import Span, strip_quoted
from onward.mail.rules.types import NOT_HIRING, Because, Message, Verdict
from onward.mail.rules.verdicts.classification import Classification, Clues
from onward.mail.rules.verdicts.context import Around, around, sender_verdict
from onward.mail.rules.verdicts.signals import (
    READ_CHARS,
    Engine,
    Signal,
    engine_for,
    names_another,
    turns_back,
    turns_elsewhere,
)

_DECIDES = 3
_HIRING_FOR_SURE = 6
_BARE_CHARS = 160
_BARE_POINTS = 2
_KNOWN_POINTS = 3
_YOU = r"you|your|yours|u|sie|ihnen|ihre\w*|ihr|du|dir|dich|dein\w*|euch"
_GREETING = r"hi|hello|hey|dear|morning|liebe\w*|hallo|sehr geehrte\w*|moin|servus"
_REPLY = ("re", "aw", "sv", "antw")
_INVITATIONS = (Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER)
_ORDER = (
    Verdict.OFFER,
    Verdict.POSITION_CLOSED,
    Verdict.ASSESSMENT,
    Verdict.INTERVIEW,
    Verdict.INFORMATION_REQUEST,
    Verdict.OUTREACH,
    Verdict.CONFIRMATION,
)
_CAN_BE_TOLD = frozenset(
    {*_INVITATIONS, Verdict.REJECTION, Verdict.POSITION_CLOSED, Verdict.AMBIGUOUS}
)
_CONFIDENCE = {3: 0.94, 2: 0.8, 1: 0.6}


class Weights:
    """The signals of one mail by verdict, and how much each verdict weighs."""

    def __init__(self, signals: list[Signal]) -> None:
        self._signals = signals
        self.by_verdict: dict[Verdict, dict[str, Signal]] = {}
        for signal in signals:
            rules = self.by_verdict.setdefault(signal.rule.verdict, {})
            known = rules.get(signal.rule.name)
            # The body says it in full: its words explain better than the subject's.
            if known is None or known.where == "subject" != signal.where:
                rules[signal.rule.name] = signal
        self._strength = {
            verdict: max(signal.rule.strength for signal in rules.values())
            for verdict, rules in self.by_verdict.items()
        }

    def weight(self, verdict: Verdict) -> int:
        """Return the sum of the strengths of the different rules for a verdict."""
        signals = self.by_verdict.get(verdict, {}).values()
        return sum(x.rule.strength for x in signals)

    def strength(self, verdict: Verdict) -> int:
        """Return the greatest strength of a single rule for a verdict."""
        return self._strength.get(verdict, 0)

    def said_together(
        self, verdict: Verdict, *, sentences: Sequence[Span]
    ) -> list[Signal]:
        """Return the signals for a verdict, each where the sentence says most of it.

        "Our first talk went well": the sentence that invites to the next one tells more.
        """
        strength = self.strength(verdict)
        strong = [
            signal
            for signal in self._signals
            if signal.rule.verdict is verdict
            and signal.rule.strength == strength
            and signal.where == "body"
        ]
        if len(strong) < 2:
            return self.of(verdict)
        told = {span: [x for x in strong if _is_in(x, span)] for span in sentences}
        most = max(told.values(), key=_letters, default=[])
        if not most:
            return self.of(verdict)
        best = {signal.rule.name: signal for signal in reversed(most)}
        others = [x for x in self.of(verdict) if x.rule.strength < strength]
        return [*sorted(best.values(), key=lambda x: x.start), *others]

    def of(self, verdict: Verdict) -> list[Signal]:
        """Return the signals for a verdict, the strongest first, then the earliest."""
        signals = self.by_verdict.get(verdict, {}).values()
        return sorted(signals, key=lambda x: (-x.rule.strength, x.where, x.start))


def _is_in(signal: Signal, span: Span) -> bool:
    return span[0] <= signal.start < span[1]


def _letters(signals: Sequence[Signal]) -> int:
    """Return how many letters of a sentence signals cover together."""
    covered = {place for x in signals for place in range(x.start, x.end)}
    return len(covered)


def classify(
    message: Message, *, system: str = "", is_known: bool = False
) -> Classification:
    """Return what a mail means for one application, and the words that say so.

    A decline is looked for before everything else, since receipts and declines share
    their thanks. OTHER is the answer wherever hiring is not what the mail is about.

    Args:
        system: Applicant tracking system or job board that carried it, "" if none.
        is_known: Who wrote it was in touch with the person about work.
    """
    machine = engine_for(message)
    return classify_with(machine, message, system=system, is_known=is_known)


def classify_with(
    machine: Engine, message: Message, *, system: str = "", is_known: bool = False
) -> Classification:
    """Return what `classify` returns, by the rules of an engine of one's own."""
    if message.is_sent:
        return Classification(Verdict.OTHER, 1.0)
    subject = machine.scan(message.subject)
    body = machine.scan(message.text)
    surroundings = around(
        message,
        words={**subject.context, **body.context},
        system=system,
        titles=body.titles,
    )
    points = surroundings.points
    if points > 0 and subject.context and is_bare(message):
        # So little text has no room for words that say what the application is for.
        points = max(points, _BARE_POINTS)
    if is_known and (points >= 0 or _is_reply(message)):
        # "We gaan niet met je verder", from a firm that was applied to, speaks of that; so does
        # what it answers, though it names a landlord: "I have to take the offer back".
        points = max(points, _KNOWN_POINTS)
    in_body = machine.signals(
        body,
        text=message.text,
        where="body",
        points=points,
        is_quoting=not surroundings.is_system,
    )
    in_subject = machine.signals(
        subject, text=message.subject, where="subject", points=points
    )
    if _is_reply(message):
        in_subject = _said_anew(in_subject, body=in_body)
    weights = Weights(_standing(in_subject + in_body))
    verdict = _decide(weights, surroundings=surroundings, message=message)
    clues = _clues(message, surroundings=surroundings, is_story=machine.is_story(body))
    # "I can't take anybody on" is said to whoever had asked.
    is_to_reader = clues.is_to_reader or (is_known and clues.is_answer)
    is_vetoed = not surroundings.is_from_hiring and (
        (verdict in _CAN_BE_TOLD and clues.is_story)
        or (verdict is Verdict.REJECTION and not is_to_reader)
    )
    verdict = Verdict.OTHER if is_vetoed else verdict
    is_unsaid = verdict is Verdict.AMBIGUOUS and weights.strength(verdict) >= _DECIDES
    return replace(
        _explained(verdict, weights=weights, message=message),
        clues=replace(
            clues,
            says_nothing=is_unsaid,
            is_beside_no=verdict in _INVITATIONS and _is_declined(weights),
        ),
    )


def _said_anew(signals: list[Signal], *, body: list[Signal]) -> list[Signal]:
    """Return what the subject of an answer says of it: it tells of the mail before, and makes no offer."""
    if any(x.rule.strength >= _DECIDES for x in body):
        return []
    return [x for x in signals if x.rule.verdict is not Verdict.OFFER]


def _standing(signals: list[Signal]) -> list[Signal]:
    """Return the signals that no other sentence undoes: it came late, and is taken all the same."""
    undone = {name for signal in signals for name in signal.rule.undoes}
    return [x for x in signals if x.rule.name not in undone] if undone else signals


def is_bare(message: Message) -> bool:
    """Say whether a mail has hardly more than one sentence, greeting and name included."""
    own = strip_quoted(message.text)
    return (
        sum(len(message.text[start:end].strip()) for start, end in own) <= _BARE_CHARS
    )


def _clues(message: Message, *, surroundings: Around, is_story: bool) -> Clues:
    return Clues(
        points=surroundings.points,
        is_system=surroundings.is_system,
        is_from_hiring=surroundings.is_from_hiring,
        names_job=surroundings.names_job,
        is_story=is_story,
        is_to_reader=_is_to_reader(message, surroundings),
        is_answer=_is_reply(message),
        is_known_sender=sender_verdict(message.sender) is not None,
    )


def _decide(weights: Weights, *, surroundings: Around, message: Message) -> Verdict:
    by_sender = sender_verdict(message.sender)
    if by_sender in NOT_HIRING:
        is_alert = weights.strength(Verdict.JOB_ALERT) >= _DECIDES
        return Verdict.JOB_ALERT if is_alert else Verdict(by_sender)
    if _is_declined(weights):
        return _declined(weights, message=message)
    if weights.strength(Verdict.AMBIGUOUS) >= _DECIDES and not _says_more(weights):
        return Verdict.AMBIGUOUS
    if weights.strength(Verdict.OTHER) >= _DECIDES and not _says_more(weights):
        return Verdict.OTHER
    if by_sender is not None and not _is_about_own_application(weights):
        return by_sender
    if _is_alert(weights):
        return Verdict.JOB_ALERT
    if surroundings.is_interview_invitation:
        return Verdict.INTERVIEW
    return _best(weights, surroundings=surroundings)


def _is_declined(weights: Weights) -> bool:
    """Say whether the words decline: one plain sentence, or several that hint at it."""
    if weights.strength(Verdict.REJECTION) >= _DECIDES:
        return True
    others = (*_INVITATIONS, Verdict.POSITION_CLOSED)
    if max(map(weights.strength, others)) >= _DECIDES:
        return False
    hints = weights.weight(Verdict.REJECTION)
    is_receipt = weights.strength(Verdict.CONFIRMATION) >= _DECIDES
    least = _DECIDES + (2 if is_receipt else 0)
    return weights.strength(Verdict.REJECTION) > 1 and hints >= least


def _is_alert(weights: Weights) -> bool:
    """Say whether openings are announced: by the subject, or by a mail about no more."""
    alerts = weights.of(Verdict.JOB_ALERT)
    if not alerts or alerts[0].rule.strength < _DECIDES:
        return False
    by_subject = any(x.where == "subject" for x in alerts)
    is_receipt = weights.strength(Verdict.CONFIRMATION) >= _DECIDES
    others = (Verdict.POSITION_CLOSED, *_INVITATIONS)
    is_more = any(weights.strength(verdict) >= _DECIDES for verdict in others)
    return not is_more and (by_subject or not is_receipt)


def _is_about_own_application(weights: Weights) -> bool:
    """Say whether something was said about an application that exists."""
    own = (Verdict.CONFIRMATION, Verdict.POSITION_CLOSED, *_INVITATIONS)
    return any(weights.strength(verdict) >= _DECIDES for verdict in own)


def _declined(weights: Weights, *, message: Message) -> Verdict:
    """Return REJECTION, or AMBIGUOUS where the mail then invites to something else."""
    if _went_away(weights):
        return Verdict.POSITION_CLOSED
    decline = weights.of(Verdict.REJECTION)[0]
    for verdict in (*_INVITATIONS, Verdict.OUTREACH):
        for signal in weights.of(verdict):
            is_later = signal.where == decline.where and signal.start > decline.end
            if not is_later or signal.rule.strength < _DECIDES:
                continue
            words = message.text[decline.end : signal.end + 80]
            if turns_back(words, code=signal.rule.language):
                return verdict
            own = _clause_behind(message.text, decline=decline, signal=signal)
            is_invited = verdict != Verdict.OUTREACH
            if is_invited and names_another(own, code=signal.rule.language):
                # "The waiter's post is filled, as a cook we'd like to meet you."
                return verdict
            if is_invited and turns_elsewhere(words, code=signal.rule.language):
                return Verdict.AMBIGUOUS
    return Verdict.REJECTION


_STOP = re.compile(r"[.!?;]\s+|\n\s*\n")
_COMMA = re.compile(r",\s+")


def _clause_behind(text: str, *, decline: Signal, signal: Signal) -> str:
    """Return the sentence of an invitation, or what a comma parts of it from the decline."""
    stops = [*_STOP.finditer(text, decline.end, signal.start)]
    start = stops[-1] if stops else _COMMA.search(text, decline.end, signal.start)
    end = _STOP.search(text, signal.end)
    return text[start.end() : end.start() if end else len(text)] if start else ""


def _is_to_reader(message: Message, surroundings: Around) -> bool:
    """Say whether a mail speaks to somebody, or is about a job beyond doubt."""
    is_about_job = surroundings.names_job or surroundings.points >= _HIRING_FOR_SURE
    return is_about_job or any(
        _to_reader().search(message.text[start:end].lower())
        for start, end in strip_quoted(message.text)
    )


def speaks_to_you(text: str) -> bool:
    """Say whether words speak to one person, beyond a greeting."""
    return _to_you().search(text.lower()) is not None


@cache
def _to_you() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join((_YOU, *text_words('you')))})\b")


@cache
def _to_reader() -> re.Pattern[str]:
    """Return what speaks to one person: "you" anywhere, a greeting at the start."""
    you = "|".join((_YOU, *text_words("you")))
    greeting = "|".join((_GREETING, *text_words("greeting")))
    return re.compile(rf"\b(?:{you})\b|^\s*(?:{greeting})\b")


@cache
def _reply_marks() -> tuple[str, ...]:
    return tuple(f"{mark}:" for mark in (*_REPLY, *text_words("reply_mark")))


def _is_reply(message: Message) -> bool:
    return message.subject.lower().startswith(_reply_marks())


def _went_away(weights: Weights) -> bool:
    """Say whether the opening is gone for everybody, and nobody was preferred."""
    if weights.strength(Verdict.POSITION_CLOSED) < _DECIDES:
        return False
    return not any(x.rule.is_choice for x in weights.of(Verdict.REJECTION))


def _says_more(weights: Weights) -> bool:
    """Say whether some sentence decides what the mail is, beyond thanks and receipts."""
    return any(weights.strength(x) >= _DECIDES for x in (*_ORDER, Verdict.REJECTION))


def _best(weights: Weights, *, surroundings: Around) -> Verdict:
    """Return the heaviest verdict; an earlier one in `_ORDER` wins a draw."""
    is_closed = weights.strength(Verdict.POSITION_CLOSED) >= _DECIDES
    is_known = is_closed or weights.weight(Verdict.CONFIRMATION)
    if weights.strength(Verdict.OUTREACH) >= _DECIDES and not is_known:
        return Verdict.OUTREACH
    ranked = sorted(
        _ORDER,
        key=lambda verdict: (
            -min(weights.strength(verdict), _DECIDES),
            _ORDER.index(verdict),
        ),
    )
    best = ranked[0]
    if weights.strength(best) >= 2:
        is_thanks = best is Verdict.CONFIRMATION and weights.strength(best) < _DECIDES
        if is_thanks and weights.weight(Verdict.REJECTION) > 1:
            return Verdict.AMBIGUOUS
        return best
    if weights.strength(Verdict.JOB_ALERT) >= 2:
        return Verdict.JOB_ALERT
    is_hiring = surroundings.points >= _HIRING_FOR_SURE
    if is_hiring and weights.weight(Verdict.REJECTION) >= 2:
        return Verdict.AMBIGUOUS
    if is_hiring and weights.weight(Verdict.CONFIRMATION):
        # It speaks of the person's application and says nothing that any rule knows.
        return Verdict.AMBIGUOUS
    return Verdict.OTHER


def _explained(
    verdict: Verdict, *, weights: Weights, message: Message
) -> Classification:
    """Return the verdict with its words, most telling first, and its confidence."""
    if verdict is Verdict.AMBIGUOUS:
        signals = [x for kind in weights.by_verdict for x in weights.of(kind)]
    else:
        signals = weights.of(verdict)
    if verdict in _INVITATIONS:
        signals = weights.said_together(
            verdict, sentences=own_sentences(message.text[:READ_CHARS])
        )
    texts = {"subject": message.subject, "body": message.text}
    because = tuple(_because(x, text=texts[x.where]) for x in signals[:4])
    if not because:
        language = guess_language(message.text[:READ_CHARS])
        return Classification(verdict, 0.9 if verdict == "other" else 0.7, (), language)
    confidence = _CONFIDENCE[signals[0].rule.strength]
    more = 0.01 * min(len(signals) - 1, 4)
    if verdict is Verdict.AMBIGUOUS:
        confidence, more = 0.5, 0.0
    return Classification(
        verdict, round(confidence + more, 2), because, signals[0].rule.language
    )


def _because(signal: Signal, *, text: str) -> Because:
    """Return the words of a signal as people read them: no number is cut in two."""
    start, end = whole_words(text, start=signal.start, end=signal.end)
    return Because(signal.rule.name, text[start:end], signal.where, start, end)


def guess_language(text: str) -> str:
    """Return the code of the language whose common words stand most often, or ""."""
    counts = count_marks(text[:600].lower())
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= 2 else ""
