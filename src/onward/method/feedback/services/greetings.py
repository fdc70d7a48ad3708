"""How a draft greets whom it is to, by the mail that went to and fro."""

from __future__ import annotations

from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.rules.drafts import Voice
from onward.method.feedback.rules.greeting import (
    greeting_by_first_name,
    greeting_by_title,
)
from onward.method.feedback.rules.kinds import Formality
from onward.method.feedback.services.situation import Story


def greeting_of(request: FeedbackRequest, story: Story, voice: Voice) -> str:
    """Return the greeting that the mail with this address tells; "" where it tells none."""
    address = request.to_address.strip().lower()
    if voice.formality != Formality.FORMAL or not address:
        return ""
    sent = MailMessage.objects.for_person(story.person).filter(is_sent=True)
    rows = sent.order_by("-sent_at").values_list("recipients", "text")
    own = [text for to, text in rows if address in map(str.lower, to)]
    by_name = greeting_by_first_name(own, name=request.to_name, language=voice.language)
    theirs = [
        message.text
        for message in story.messages
        if address in (message.contact_address.lower(), message.sender_address)
    ]
    return by_name or greeting_by_title(
        own, theirs, language=voice.language, name=request.to_name
    )
