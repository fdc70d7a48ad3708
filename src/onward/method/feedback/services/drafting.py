"""The words of a request: drafted in the voice of the correspondence, changed by the person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from onward.core.languages import Language
from onward.mail.models import MailMessage
from onward.mail.services.own_addresses import own_name
from onward.method.feedback.models import FeedbackRequest, MailAccount
from onward.method.feedback.rules.drafts import (
    Draft,
    Facts,
    Voice,
    client_of,
    signature,
    write_draft,
)
from onward.method.feedback.rules.formality import (
    formality_in,
    formality_told,
    language_in,
    writes_ss,
)
from onward.method.feedback.rules.kinds import (
    Focus,
    Formality,
    Reached,
    Reason,
    RequestState,
)
from onward.method.feedback.rules.reasons import (
    is_about_hours,
    leaves_nothing_to_work_on,
    names_a_requirement,
)
from onward.method.feedback.services.greetings import greeting_of
from onward.method.feedback.services.lessons import told_already
from onward.method.feedback.services.situation import Story
from onward.people.models import Person

MOST_OWN_BODIES = 30
"""Of the person's own words in one draft; far more than anybody writes."""


def voice_of(story: Story, *, focus: Focus | None = None) -> Voice:
    """Return the voice that the correspondence suggests: its language, its form of address.

    Args:
        focus: What the question is about; without it, what follows from what they said
            already, else a skill.
    """
    texts = _texts_of(story)
    language = _language_of(story)
    return _voice(
        story,
        reached=story.reached,
        language=language,
        formality=formality_in(texts, language=language),
        focus=focus or _first_focus(story),
    )


def _first_focus(story: Story) -> Focus:
    return Focus.NEXT if says_why(story) else Focus.SKILL


def says_why(story: Story) -> bool:
    """Return whether they told already what a draft would ask: a question may follow from it."""
    return story.was_not_about_them or bool(told_already(story))


def _voice(
    story: Story,
    *,
    reached: Reached,
    language: Language,
    formality: Formality,
    focus: Focus,
) -> Voice:
    """Return a voice that knows what they said already."""
    told = [row.text for row in told_already(story)]
    return Voice(
        reached=reached,
        language=language,
        formality=formality,
        focus=focus,
        was_told=bool(told),
        is_formal_reason=any(map(names_a_requirement, told)),
        is_about_hours=bool(told) and all(map(is_about_hours, told)),
        is_for_later=all(map(leaves_nothing_to_work_on, told))
        if told
        else story.was_not_about_them,
        was_offered=story.reason == Reason.THEY_OFFER,
        # Whoever chooses what to ask asks it.
        was_offered_a_talk=story.offers_a_talk and focus == _first_focus(story),
    )


def _language_of(story: Story) -> Language:
    """Return the language of the first message that shows one, in how few words ever."""
    for message in _written_by_people(story):
        if language := language_in([message.text]):
            return language
        # "Cercavamo una persona da formare": too short for its little words to tell.
        if message.language in set(Language):
            return Language(message.language)
    return Language.ENGLISH


def _texts_of(story: Story) -> list[str]:
    return [message.text for message in _written_by_people(story)]


def _written_by_people(story: Story) -> list[MailMessage]:
    messages = [each for each in story.messages if each.accepts_replies]
    return messages or list(story.messages)


def begin_request(
    story: Story, *, to_name: str, to_address: str, now: datetime
) -> FeedbackRequest:
    """Return a new draft to this person; a draft that is there already stays, readdressed.

    Raises:
        ValueError: If there is no no to ask about, or it was asked about already.
    """
    if story.origin is None or not story.can_ask:
        raise ValueError("There is nothing to ask about here.")
    request = request_to(story, to_name=to_name, to_address=to_address, now=now)
    request.save()
    return request


def request_to(
    story: Story, *, to_name: str, to_address: str, now: datetime
) -> FeedbackRequest:
    """Return the request about this no, written anew to this person, and not saved yet.

    The words of a draft that is there already can be brought back.
    """
    request = story.request or FeedbackRequest(
        person=story.person,
        application=story.application,
        origin=story.origin,
        made_at=now,
    )
    _put_by(request, story)
    request.to_name = to_name.strip()
    request.to_address = to_address.strip()
    _speak(request, story, voice_of(story))
    return request


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft that is only read: whom it would go to, and its words."""

    to: str
    subject: str
    body: str


def draft_for(
    story: Story, *, to_address: str = "", focus: Focus | None = None
) -> Letter:
    """Return the draft that would be written, to the nearest person, and keep nothing."""
    wanted = to_address.strip().lower()
    known = [one for one in story.people if not wanted or one.address == wanted]
    request = FeedbackRequest(
        person=story.person,
        to_name=known[0].name if known else "",
        to_address=known[0].address if known else to_address,
    )
    _speak(request, story, voice_of(story, focus=focus))
    to = " ".join(filter(None, [request.to_name, f"<{request.to_address}>"]))
    return Letter(to if request.to_address else "", request.subject, request.body)


def speak_otherwise(
    request: FeedbackRequest,
    story: Story,
    *,
    language: Language,
    formality: Formality,
    focus: Focus,
) -> None:
    """Write the draft anew in another voice; the person's own words can be brought back.

    A subject of the person's own stays.
    """
    voice = _voice(
        story,
        reached=Reached(request.reached),
        language=language,
        formality=formality,
        focus=focus,
    )
    subject = request.subject
    is_own = subject != _drafted(request, story).subject
    _put_by(request, story)
    _speak(request, story, voice)
    if is_own and subject:
        request.subject = subject
    request.save()


def choose_voice(
    request: FeedbackRequest, **chosen: Language | Formality | Focus
) -> None:
    """Keep what was chosen of a voice, for when the draft is written anew."""
    spoken = {name: getattr(request, name) for name in chosen}
    voice = {name: value.value for name, value in chosen.items()}
    request.chosen_voice = {} if voice == spoken else voice
    rows = FeedbackRequest.objects.for_person(request.person).filter(pk=request.pk)
    rows.filter(state=RequestState.DRAFT).update(chosen_voice=request.chosen_voice)


def told_by_mail(request: FeedbackRequest, story: Story) -> set[str]:
    """Return what of the voice was taken from their mail and stands: language, formality."""
    texts = _texts_of(story)
    language = language_in(texts)
    if language is None or request.language != language:
        return set()
    told = formality_told(texts, language=language)
    return {"language", *(["formality"] if request.formality == told else [])}


def bring_words_back(request: FeedbackRequest, story: Story, *, words: str) -> None:
    """Exchange the draft for words that stood there before."""
    if words in request.words_before:
        _put_by(request, story)
        request.body, request.message_id = words, ""
        request.save()


def _put_by(request: FeedbackRequest, story: Story) -> bool:
    """Put a person's own words where they can be brought back; what was drafted is no such."""
    if not request.body or request.body == _drafted(request, story).body:
        return False
    own = [text for text in request.own_bodies if text != request.body]
    request.own_bodies = [request.body, *own][:MOST_OWN_BODIES]
    return True


def put_by(request: FeedbackRequest, story: Story) -> bool:
    """Keep the person's words that stand here for when others take their place."""
    is_own = _put_by(request, story)
    if is_own:
        request.save(update_fields=["own_bodies"])
    return is_own


def put_words_by(request: FeedbackRequest, words: str) -> bool:
    """Keep words that came too late; return whether they are others than were kept."""
    is_new = words not in ("", request.body, *request.own_bodies)
    if is_new:
        request.own_bodies = [words, *request.own_bodies][:MOST_OWN_BODIES]
        request.save(update_fields=["own_bodies"])
    return is_new


def _drafted(request: FeedbackRequest, story: Story) -> Draft:
    """Return the draft as it was written here before the person changed it."""
    if request.drafted_body:
        return Draft(request.drafted_subject, request.drafted_body)
    voice = _voice(
        story,
        reached=Reached(request.reached),
        language=Language(request.language),
        formality=Formality(request.formality),
        focus=Focus(request.focus),
    )
    return _draft(request, story, voice)


def _draft(request: FeedbackRequest, story: Story, voice: Voice) -> Draft:
    answered = _last_from(story.messages, request.to_address)
    is_swiss = voice.language == Language.GERMAN and writes_ss(
        _texts_of(story), address=request.to_address
    )
    return write_draft(
        replace(voice, writes_ss=is_swiss),
        facts=Facts(
            name=request.to_name,
            greeting=greeting_of(request, story, voice),
            me=_signature(story.person, formality=voice.formality),
            role=story.application.role,
            company=story.application.company,
            interviewed_on=story.interviewed_on,
            client=client_of(story.application.company, address=request.to_address),
        ),
        last_subject=answered.subject if answered else "",
    )


def _speak(request: FeedbackRequest, story: Story, voice: Voice) -> None:
    answered = _last_from(story.messages, request.to_address)
    draft = _draft(request, story, voice)
    request.subject, request.body = draft.subject, draft.body
    request.drafted_subject, request.drafted_body = draft.subject, draft.body
    request.chosen_voice = {}
    request.message_id = ""
    request.language, request.formality = voice.language, voice.formality
    request.focus, request.reached = voice.focus, voice.reached
    request.in_reply_to = answered.message_id if answered else ""
    request.references = [*answered.references, answered.message_id] if answered else []


def _last_from(messages: Sequence[MailMessage], address: str) -> MailMessage | None:
    """Return the last message from this address: a stranger is not written to in answer."""
    wanted = address.strip().lower()
    if not wanted:
        return None
    return next(
        (
            m
            for m in messages
            if wanted in (m.contact_address.lower(), m.sender_address)
        ),
        None,
    )


def _signature(person: Person, *, formality: Formality) -> str:
    account = MailAccount.objects.for_person(person).first()
    names = (person.name, account.from_name if account else "", own_name(person))
    return signature(names, formality=formality)
