"""The draft to a town hall that writes "Madame" greets as the person greeted it."""

from __future__ import annotations

import pytest

from onward.mail.models import MailMessage
from onward.method.feedback.models import FeedbackRequest
from onward.method.feedback.services.drafting import begin_request
from onward.method.feedback.services.situation import story_of
from onward.method.plan.services import catch_up
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.method.feedback.letters import make_message, put_on_timeline

HELENE = ("Hélène Pélissier", "h.pelissier@mairie.example")
NO = (
    "{greeting}\n\nNous vous remercions pour l'entretien, mais ne pouvons donner suite "
    "à votre candidature.\n\nCordialement,\nHélène Pélissier\nDirectrice des services"
)


def _asked(owner: Person, *, greeting: str = "Madame,") -> FeedbackRequest:
    application = make_application(person=owner, company="Mairie", role="Comptable")
    text = NO.format(greeting=greeting)
    no = make_message(person=owner, sender=HELENE, text=text, language="fr")
    put_on_timeline(no, application)
    catch_up(owner, now=NOW)
    story = story_of(owner, application)
    return begin_request(story, to_name=HELENE[0], to_address=HELENE[1], now=NOW)


def _wrote(owner: Person, text: str, *, to: str) -> None:
    own = make_message(person=owner, sender=("M", "m@boite.example"), text=text)
    MailMessage.objects.filter(pk=own.pk).update(is_sent=True, recipients=[to])


def test_without_a_title_of_theirs_nobody_is_called_by_a_whole_name(
    owner: Person,
) -> None:
    assert _asked(owner).body.startswith("Bonjour,\n")


@pytest.mark.parametrize(
    ("to", "greeting"),
    [
        (HELENE[1].title(), "Bonjour Madame,\n"),
        ("other@firm.example", "Bonjour,\n"),
    ],
)
def test_the_person_s_own_greeting_is_taken_for_the_same_address(
    owner: Person, to: str, greeting: str
) -> None:
    _wrote(owner, "Bonjour Madame,\n\nje postule.\n\nM. C.", to=to)
    assert _asked(owner).body.startswith(greeting)


def test_where_no_title_is_used_the_name_stays(owner: Person) -> None:
    asked = _asked(owner, greeting="Bonjour,")
    assert asked.body.startswith("Bonjour Hélène Pélissier,")


def test_whom_the_person_calls_by_first_name_is_greeted_so(owner: Person) -> None:
    own = "Bonjour Hélène,\n\nmerci pour la rencontre de jeudi avec vous.\n\nM. C."
    _wrote(owner, own, to=HELENE[1])
    assert _asked(owner, greeting="Bonjour,").body.startswith("Bonjour Hélène,\n")
