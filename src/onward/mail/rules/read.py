"""Read one message: which vendor carried it, what it means, which facts it states."""

from __future__ import annotations

import re
from dataclasses import replace

from onward.mail.rules.appointments.by_tool import told_by_tool
from onward.mail.rules.appointments.called_off import (
    is_told_off,
    of_appointment,
    off_by_known,
    off_with_job,
)
from onward.mail.rules.appointments.held import of_held_talk
from onward.mail.rules.appointments.practised import of_practice
from onward.mail.rules.appointments.set_by_known import set_by_known
from onward.mail.rules.appointments.test_done import says_test_is_done
from onward.mail.rules.around.absence import is_absence_note
from onward.mail.rules.around.asides import without_asides
from onward.mail.rules.around.certified import Receipt, receipt_of
from onward.mail.rules.around.more_jobs import without_more_jobs
from onward.mail.rules.around.offered_alert import (
    speaks_of_application,
    without_offered_alert,
)
from onward.mail.rules.around.open_answers import without_open_answers
from onward.mail.rules.around.returned import is_titled_as_returned
from onward.mail.rules.around.said_twice import first_said
from onward.mail.rules.around.sent_on import names_writer, pointed_to, unwrapped
from onward.mail.rules.around.steps_ahead import without_steps
from onward.mail.rules.around.to_another import is_to_another
from onward.mail.rules.basics.calendar_mail import is_set_by_calendar
from onward.mail.rules.basics.text import fold, lower, own_text
from onward.mail.rules.digests.bullets import openings_listed
from onward.mail.rules.digests.client_list import clients_listed
from onward.mail.rules.facts.contact import carrier
from onward.mail.rules.facts.employers.names import tidy, without_legal_form
from onward.mail.rules.facts.employers.whole import spelled_out, spelled_out_behind
from onward.mail.rules.facts.extract import Facts, extract_facts
from onward.mail.rules.facts.systems import System, is_relayed
from onward.mail.rules.facts.titles.instead import (
    is_offered_instead,
    without_what_is_offered,
)
from onward.mail.rules.talks.offer_stands import of_standing_offer
from onward.mail.rules.talks.own_letter import letter_read, of_letter
from onward.mail.rules.talks.quoted_subject import (
    by_own_words,
    is_of_its_own,
    is_offered,
)
from onward.mail.rules.types import ENDINGS, NOT_HIRING, Message, Reading, Verdict
from onward.mail.rules.verdicts.afterwards import afterwards
from onward.mail.rules.verdicts.answers import asked_in_answer, asked_of_time
from onward.mail.rules.verdicts.asked_first import of_papers_first
from onward.mail.rules.verdicts.beside import (
    without_other_talks,
    without_praise,
    without_some_day,
)
from onward.mail.rules.verdicts.call_back import of_call_back
from onward.mail.rules.verdicts.classification import Classification, asked
from onward.mail.rules.verdicts.classify import classify
from onward.mail.rules.verdicts.courses import of_course
from onward.mail.rules.verdicts.decided import of_cut_job
from onward.mail.rules.verdicts.deciding import is_by_ear
from onward.mail.rules.verdicts.ended_job import of_ended_job
from onward.mail.rules.verdicts.fallen_on_you import of_choice_of_reader
from onward.mail.rules.verdicts.flats import of_flat
from onward.mail.rules.verdicts.fusion import second_opinion
from onward.mail.rules.verdicts.given_away import of_given_place, of_praise
from onward.mail.rules.verdicts.granted import of_granted
from onward.mail.rules.verdicts.household import of_household
from onward.mail.rules.verdicts.in_reserve import of_kin, of_reserve
from onward.mail.rules.verdicts.no_in_error import of_no_in_error
from onward.mail.rules.verdicts.offices import of_office
from onward.mail.rules.verdicts.other_matters import of_other_matter
from onward.mail.rules.verdicts.own_search import without_own_search
from onward.mail.rules.verdicts.private_events import of_private_event
from onward.mail.rules.verdicts.quoted_to_all import without_quoted
from onward.mail.rules.verdicts.represented import of_representation
from onward.mail.rules.verdicts.ruled import ended_by_known, keeps_a_place
from onward.mail.rules.verdicts.saved_job import of_saved_job
from onward.mail.rules.verdicts.schooling import of_parents_talk, of_schooling
from onward.mail.rules.verdicts.still_open import of_still_open
from onward.mail.rules.verdicts.unasked import of_unasked
from onward.mail.rules.verdicts.undone_offer import of_undone_offer
from onward.mail.rules.verdicts.unnamed import asked_where_unsure
from onward.mail.rules.verdicts.volunteers import of_volunteers

# "Kandidat:innen": people, and no opening.
_SEVERAL = re.compile(r"[:*/_]innen\b")
_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_MAY_COME = frozenset(
    {Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.OFFER}
    | {Verdict.INFORMATION_REQUEST, Verdict.AMBIGUOUS}
)
_MAY_BE_OF_ANOTHER = frozenset({Verdict.INTERVIEW, Verdict.AMBIGUOUS, Verdict.OUTREACH})
_LEAST_WORDS = 6
"""Beside what may come some day; of fewer, a greeting and a name, nothing is heard."""
_SAID_IN_HOUSE = ENDINGS | {
    *(Verdict.INTERVIEW, Verdict.ASSESSMENT, Verdict.CONFIRMATION),
}
_HEARD_OF_KNOWN = ENDINGS | {Verdict.OTHER, Verdict.INFORMATION_REQUEST}
_OF_RECORDED = frozenset({"en:asks-to-a-recorded-interview"})
_HANDED_ON = NOT_HIRING | {Verdict.OUTREACH}


def read_message(message: Message, *, is_known: bool = False) -> Reading:
    """Return what both voices understand of one message; facts only for hiring mail.

    Args:
        is_known: Who wrote it was in touch with the person about work: what would be
            ordinary mail from anybody else may be about that, or waits for the person.
    """
    if message.returned is not None or _is_receipt(message):
        # What came back is a word of a machine, whatever mail it quotes.
        return Reading(verdict=Verdict.OTHER, confidence=1.0)
    written = message.text
    is_known = is_known or is_relayed(message.sender.domain)
    is_anothers = is_to_another(message)
    message = unwrapped(message)
    system = carrier(message)
    name = system.shown_name
    writer = message.sender
    sent_on = _no_below_note(message, system=name, is_known=is_known)
    if sent_on is not None:
        message, classification = sent_on
    else:
        classification = told_by_tool(
            _classified(message, system=name, is_known=is_known),
            message=message,
            system=system,
        )
    classification = _of_done_test(classification, message=message)
    classification = of_no_in_error(classification, message=message)
    classification = of_choice_of_reader(classification, message=message)
    if is_anothers and classification.verdict not in _HANDED_ON:
        classification = _of_another(classification)
    early = _letter_or_ordinary(classification, message=message, system=name)
    if early is not None:
        return early
    about, facts = _facts_above(message, verdict=classification.verdict, system=system)
    if classification.verdict in ENDINGS:
        facts = _of_what_is_over(facts, message=about, system=system)
    if sent_on is not None:
        # Who sent it on is whom the reader was in touch with.
        facts = replace(facts, contact=writer, contact_role="", accepts_replies=True)
    if not (facts.role or facts.requisition or name):
        classification = asked_where_unsure(
            classification, is_set=is_set_by_calendar(message)
        )
        if classification.verdict in NOT_HIRING:
            return _without_facts(classification, system=name)
    if classification.verdict is Verdict.OUTREACH and (
        proposed := clients_listed(message)
    ):
        # Of a list that is proposed, title and firm are those of one line.
        job = proposed[0]
        facts = replace(facts, company=job.company, role=job.role)
    return Reading(
        verdict=classification.verdict,
        confidence=classification.confidence,
        because=classification.because,
        language=classification.language,
        company=spelled_out_behind(
            spelled_out(facts.company, text=written), shown=tidy(message.sender.name)
        ),
        role="" if _is_of_another(facts, message, classification) else facts.role,
        requisition=facts.requisition,
        system=name,
        contact=facts.contact,
        contact_role=facts.contact_role,
        accepts_replies=facts.accepts_replies,
    )


def _is_receipt(message: Message) -> bool:
    """Say whether the post tells of certified mail of the reader's own."""
    receipt = receipt_of(
        kind=message.headers.get("x-ricevuta", ""),
        sender=f"{message.sender.name} <{message.sender.address}>",
        subject=lambda: message.subject,
        text=lambda: message.text,
    )
    return receipt is not Receipt.NONE


def _facts_above(
    message: Message, *, verdict: Verdict, system: System
) -> tuple[Message, Facts]:
    """Return a mail without its list of other jobs, and its facts; whole where nothing is left to tell."""
    about = without_more_jobs(message, verdict=verdict)
    facts = _facts(about, system=system)
    if about is message or facts.role or facts.company:
        return about, facts
    return message, _facts(message, system=system)


def _facts(message: Message, *, system: System) -> Facts:
    """Return the facts of a mail; of one in two languages the job and the house as the first half names them."""
    facts = extract_facts(message, system=system)
    half = first_said(message)
    if half is None:
        return facts
    first = extract_facts(half, system=system)
    told = lower(fold(f"{message.subject}\n{half.text}"))
    is_other = bool(first.role) and not _SEVERAL.search(first.role)
    role = first.role if is_other and lower(facts.role) not in told else facts.role
    house = facts.company
    if lower(without_legal_form(house)) not in told and lower(first.company) in told:
        house = first.company or house
    return replace(facts, company=house, role=role)


def _of_what_is_over(facts: Facts, *, message: Message, system: System) -> Facts:
    """Return the facts of a no without the house of an opening that it offers in the place of its own.

    "They took somebody else. But I have another assignment: clerk at Skan Build."
    """
    house = facts.company
    if not is_offered_instead(house, subject=message.subject, text=message.text):
        return facts
    own = extract_facts(without_what_is_offered(message), system=system)
    return replace(facts, company=own.company if own.company != house else "")


def _of_done_test(said: Classification, *, message: Message) -> Classification:
    """Return word of a test where what is received is one that was done: "Your answers to the video interview were sent"."""
    is_asked = said.verdict is Verdict.AMBIGUOUS and any(
        each.rule in _OF_RECORDED for each in said.because
    )
    is_receipt = said.verdict is Verdict.CONFIRMATION and not keeps_a_place(said)
    if not (is_receipt or is_asked):
        return said
    is_done = says_test_is_done(subject=message.subject, text=message.text)
    return replace(said, verdict=Verdict.ASSESSMENT) if is_done else said


def _letter_or_ordinary(
    said: Classification, *, message: Message, system: str
) -> Reading | None:
    """Return the reading of a letter in which its writer applies, and of ordinary mail; None for the rest."""
    if said.verdict in NOT_HIRING:
        return _without_facts(said, system=system)
    if system:
        # What a firm's system sends, it may have had of the reader.
        return None
    letter = of_letter(
        said,
        message=message,
        hear=lambda above: _heard(above, system=system, is_known=False),
    )
    return None if letter is None else letter_read(letter, message=message)


def _of_another(said: Classification) -> Classification:
    """Return ordinary mail in the place of what was told to another; of a known writer, a question."""
    is_asked = said.clues.is_known
    verdict = Verdict.AMBIGUOUS if is_asked else Verdict.OTHER
    because = said.because if is_asked else ()
    return replace(said, verdict=verdict, confidence=0.5, because=because)


def _no_below_note(
    message: Message, *, system: str, is_known: bool
) -> tuple[Message, Classification] | None:
    """Return the no that a note points to: consolation above it decides nothing.

    Where it comes from within the house, what it says is all the word there is, good or bad.
    """
    below = pointed_to(message)
    if below is None:
        return None
    told = _classified(below, system=system, is_known=is_known)
    is_told = told.verdict in (ENDINGS if names_writer(message) else _SAID_IN_HOUSE)
    return (below, told) if is_told else None


def _is_of_another(facts: Facts, message: Message, said: Classification) -> bool:
    """Say whether a title is no opening's, or that of one offered in the place of what is over."""
    role, is_over = facts.role, said.verdict in ENDINGS
    is_name = role == facts.requisition or _is_own_name(role, message)
    if is_name or not (is_over and role) or role in message.subject:
        return is_name
    rest = without_other_talks(message)
    return (rest is not None and role not in rest.text) or is_offered_instead(
        role, subject=message.subject, text=message.text
    )


def _is_own_name(role: str, message: Message) -> bool:
    """Say whether a title is no more than the name of whoever the mail is to.

    "Second interview: Robin / Quarry Bay" names no job.
    """
    words = set(role.lower().split())
    names = {
        word
        for to in message.to
        for word in _NAME.findall(f"{to.name} {to.local_part}".lower())
    }
    return bool(words) and words <= names


def _without_facts(said: Classification, *, system: str) -> Reading:
    return Reading(
        verdict=said.verdict,
        confidence=said.confidence,
        because=said.because,
        language=said.language,
        system=system,
    )


def _classified(message: Message, *, system: str, is_known: bool) -> Classification:
    """Return the verdict of both voices; what a mailbox answers by itself has none."""
    message, said = _of_the_reader(
        without_praise(message), system=system, is_known=is_known
    )
    if said.verdict in NOT_HIRING:
        return _beside_alert(said, message=message, system=system, is_known=is_known)
    rest: Message | None = message
    for without in (without_steps, without_open_answers):
        if rest and said.verdict in _MAY_COME and (ahead := without(rest)):
            received = _heard(ahead, system=system, is_known=is_known)
            if received.verdict is Verdict.CONFIRMATION:
                return received
            rest = ahead
    if own := by_own_words(message, said=said):
        told = _heard(own, system=system, is_known=is_known)
        if is_offered(said) or is_of_its_own(told.verdict, message=message):
            said = of_held_talk(replace(told, clues=said.clues), message=own)
    said = of_standing_offer(said, message=message)
    if said.verdict is Verdict.CONFIRMATION and (rest := without_asides(message)):
        told = _heard(rest, system=system, is_known=is_known)
        is_plain = told.verdict in ENDINGS and not is_by_ear(told)
        return told if is_plain else said
    is_offer = said.verdict is Verdict.OFFER and is_by_ear(said)
    if said.verdict not in _MAY_BE_OF_ANOTHER and not is_offer:
        return said
    said = _of_today(said, message=message, system=system, is_known=is_known)
    if is_offer or said.verdict in ENDINGS:
        return said
    rest = without_other_talks(message)
    other = rest and _heard(rest, system=system, is_known=is_known)
    return other if other and other.verdict in ENDINGS else said


def _beside_alert(
    said: Classification, *, message: Message, system: str, is_known: bool
) -> Classification:
    """Return the no that stands beside the offer of an alert; asked about where no rule tells it."""
    rest = without_offered_alert(message)
    if rest is None:
        return said
    told = _heard(rest, system=system, is_known=is_known)
    if told.verdict in ENDINGS:
        return asked(told) if is_by_ear(told) else told
    is_open = told.verdict is Verdict.AMBIGUOUS and speaks_of_application(rest)
    return told if is_open else said


def _of_the_reader(
    message: Message, *, system: str, is_known: bool
) -> tuple[Message, Classification]:
    """Return a mail without what its writer tells of their own search, and what it says then."""
    said = _heard(message, system=system, is_known=is_known)
    if said.verdict in NOT_HIRING:
        return message, said
    rest = without_own_search(message)
    if rest is message:
        return message, said
    return rest, _heard(rest, system=system, is_known=is_known)


def _of_today(
    said: Classification, *, message: Message, system: str, is_known: bool
) -> Classification:
    """Return the verdict of a mail without what may come some day, where it says so."""
    rest = without_some_day(message)
    if rest is None:
        return said
    if len(own_text(rest.text).split()) < _LEAST_WORDS:
        return asked(said)
    today = _heard(rest, system=system, is_known=is_known)
    return today if today.verdict in ENDINGS else _invited_some_day(said, today=today)


def _invited_some_day(said: Classification, *, today: Classification) -> Classification:
    """Return the verdict of a mail that invites once another opening does, and not before."""
    if said.verdict is Verdict.OUTREACH or today.verdict in _MAY_COME:
        return said
    if today.verdict is Verdict.CONFIRMATION:
        return today
    return asked(said)


def _heard(message: Message, *, system: str, is_known: bool) -> Classification:
    first = classify(message, system=system)
    own, first = without_quoted(first, message=message, system=system)
    if own is not message and first.verdict in NOT_HIRING and not is_known:
        return first
    message, by_writer = own, first
    if is_known and first.verdict in _HEARD_OF_KNOWN:
        by_writer = classify(message, system=system, is_known=True)
    if first.verdict is Verdict.OTHER and by_writer.verdict is not Verdict.OFFER:
        # Nobody is told of an offer by so few words.
        first = by_writer
    elif first.verdict not in ENDINGS and by_writer.verdict in ENDINGS:
        # "Your application was incomplete and has been rejected" asks for nothing.
        first = by_writer
    first = replace(first, clues=replace(first.clues, is_known=is_known))
    is_note = is_absence_note(message) or is_titled_as_returned(message.subject)
    if first.verdict not in ENDINGS and is_note:
        return replace(first, verdict=Verdict.OTHER, confidence=0.95, because=())
    if first.verdict in ENDINGS and openings_listed(
        message, language=first.language, because=first.because
    ):
        # The second voice has seen next to no letter that says no to several at once.
        return first
    said = second_opinion(first, message=message, system=system)
    said = asked_in_answer(said, message=message)
    said = asked_of_time(said, message=message)
    said = off_by_known(said, first=first, message=message)
    said = set_by_known(said, first=first, message=message)
    said = ended_by_known(said, first=first, by_writer=by_writer)
    said = of_cut_job(said, message=message)
    said = of_saved_job(of_ended_job(said, message=message), message=message)
    said = of_household(said, message=message)
    said = of_other_matter(of_volunteers(said, message=message), message=message)
    said = of_granted(of_flat(said, message=message), message=message)
    said = of_private_event(said, message=message)
    said = of_schooling(said, message=message, is_known=is_known)
    said = of_parents_talk(said, message=message, is_known=is_known)
    said = of_course(said, message=message, is_known=is_known)
    said = of_kin(of_reserve(said, message=message), message=message)
    said = of_still_open(said, message=message)
    said = of_unasked(said, first=first, message=message)
    said = off_with_job(of_appointment(said, message=message), message=message)
    said = of_office(of_practice(said, message=message), message=message)
    said = of_papers_first(of_held_talk(said, message=message), message=message)
    said = of_praise(said, message=message, system=system)
    said = of_given_place(said, message=message)
    said = of_representation(of_call_back(said, message=message), message=message)
    said = of_undone_offer(said, message=message)
    if is_told_off(said):
        # "I have to cancel our call. You're still very much in the running."
        return said
    return afterwards(said, first=first, message=message)
