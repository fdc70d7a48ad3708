"""The person asks a firm of which only a machine wrote: their question joins the application."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.mail.models import MailMessage
from onward.mail.rules.talks.own_mail import SentMeaning, may_be_own, meaning_of_sent
from onward.mail.rules.talks.own_title import role_applied_for
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import ME, import_story, raw, sent
from tests.mail.raw_mail import make_mbox

QUESTIONS = {
    "en": "I applied two weeks ago. Is there any news?",
    "de": "ich habe mich vor zwei Wochen beworben. Gibt es schon etwas Neues?",
    "fr": "où en est ma candidature ?",
    "es": "¿Hay alguna novedad sobre mi candidatura?",
    "it": "Ci sono novità sulla mia candidatura?",
    "nl": "Wat is de status van mijn sollicitatie?",
    "pl": "Chciałabym zapytać o status mojej aplikacji.",
    "pt": "Há novidades sobre a minha candidatura?",
    "sv": "Jag undrar hur det går med min ansökan.",
    "tr": "Başvurumun durumu hakkında bilgi alabilir miyim?",
}


@pytest.mark.parametrize("language", QUESTIONS)
def test_a_question_about_the_own_application_is_one_wherever_it_goes(
    language: str,
) -> None:
    message = sent("Question", QUESTIONS[language])
    assert may_be_own(message)
    for is_to_firm, expected in (
        (True, SentMeaning.FOLLOW_UP),
        (False, SentMeaning.NONE),
    ):
        meaning = meaning_of_sent(
            message, is_in_thread=False, is_to_contact=False, is_to_firm=is_to_firm
        )
        assert meaning is expected


@pytest.mark.parametrize(
    "text",
    [
        "Any news about my order of the third? I would be grateful for an update.",
        "Gibt es schon etwas Neues zu meiner Reparatur?",
        "My application runs on your servers.",
        "I applied for a mortgage with you three weeks ago. Is there any news?",
        "I applied the settings you sent. Any news on my fault ticket?",
        "I applied for a refund. Any update?",
        "meine Unterlagen für den Kredit habe ich geschickt. Gibt es schon etwas Neues?",
        "ich habe mich um die Wohnung beworben. Gibt es schon etwas Neues?",
    ],
)
def test_a_customer_asks_about_no_application(text: str) -> None:
    meaning = meaning_of_sent(
        sent("Question", text), is_in_thread=False, is_to_contact=False, is_to_firm=True
    )
    assert meaning is SentMeaning.NONE


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Application: Stock Controller", "", "Stock Controller"),
        ("Application – Night Porter", "", "Night Porter"),
        ("Application form", "", ""),
        (
            "Your advert",
            "Please find attached my application for the post of Stock Controller.",
            "Stock Controller",
        ),
        (
            "Ihre Anzeige",
            "hiermit bewerbe ich mich um die Stelle als Köchin in Ihrem Haus.",
            "Köchin",
        ),
        ("Ihre Anzeige", "ich bewerbe mich auf die ausgeschriebene Stelle.", ""),
        ("Application for Barista", "I apply for the post of Cook.", "Barista"),
    ],
)
def test_the_role_is_in_the_subject_or_else_in_the_words(
    subject: str, text: str, role: str
) -> None:
    assert role_applied_for(subject, text) == role


RECEIPT = "Thank you for your application as Night Porter at Lindenhof Ltd. We will be in touch."
NO = "Thank you for your application. We have decided to go ahead with somebody else."


def letter(
    number: int, text: str, *, sender: str = "noreply@lindenhof.example"
) -> bytes:
    return raw(
        number=number,
        sender=f"Lindenhof Ltd <{sender}>",
        to=ME,
        subject="Your application at Lindenhof Ltd",
        text=text,
    )


def own(number: int, text: str) -> bytes:
    return raw(
        number=number,
        sender=ME,
        to="jobs@lindenhof.example",
        subject="My application",
        text=text,
        labels="Sent",
    )


def read(owner: Person, folder: Path, messages: list[bytes]) -> list[str]:
    """Return the kinds of what the only application tells."""
    mailbox = folder / "all.mbox"
    mailbox.write_bytes(make_mbox(*messages))
    import_paths(owner, [mailbox], progress=quiet)
    application = Application.objects.get()
    told = Event.objects.filter(application=application)
    told = told.exclude(kind=EventKind.DESCRIBED).order_by("at")
    return list(told.values_list("kind", flat=True))


@pytest.mark.django_db
@pytest.mark.parametrize(
    "sender", ["noreply@lindenhof.example", "noreply@mail.greenhouse.io"]
)
def test_it_joins_the_application_at_the_firm_it_was_written_to(
    owner: Person, tmp_path: Path, sender: str
) -> None:
    messages = [letter(1, RECEIPT, sender=sender), own(9, QUESTIONS["en"])]
    assert read(owner, tmp_path, messages) == [
        EventKind.CONFIRMATION,
        EventKind.FOLLOW_UP,
    ]


@pytest.mark.django_db
def test_so_does_a_wish_for_feedback_behind_a_machines_no(
    owner: Person, tmp_path: Path
) -> None:
    wish = "Thank you for reading my application. I would be grateful for any feedback."
    messages = [letter(1, RECEIPT), letter(5, NO), own(9, wish)]
    kinds = read(owner, tmp_path, messages)
    assert kinds == [
        EventKind.CONFIRMATION,
        EventKind.REJECTION,
        EventKind.FEEDBACK_ASKED,
    ]


@pytest.mark.django_db
def test_what_a_customer_writes_to_the_firm_is_not_kept(
    owner: Person, tmp_path: Path
) -> None:
    messages = [letter(1, RECEIPT), own(9, "When will my parcel come?")]
    messages[1] = messages[1].replace(b"My application", b"Parcel")
    assert read(owner, tmp_path, messages) == [EventKind.CONFIRMATION]
    assert not MailMessage.objects.filter(is_sent=True).exists()


@pytest.mark.django_db
def test_the_firms_number_for_an_applicant_makes_no_second_application(
    owner: Person, tmp_path: Path
) -> None:
    """A Kennziffer is the opening's, a Bewerbungsnummer the applicant's."""
    town, title = (
        "Stadt Lerchenau <karriere@lerchenau.example>",
        "Technische Zeichnerin",
    )
    letters = [
        ("Eingang: Kennziffer 47/2026", f"Danke für Ihre Bewerbung als {title} (Kennziffer 47/2026)."),
        ("Bewerbungsnummer 2026-0381", f"Ihre Bewerbung als {title} (Bewerbungsnummer 2026-0381) ist eingegangen."),
    ]  # fmt: skip
    messages = [
        raw(number=2 * at, sender=town, to=ME, subject=subject, text=text)
        for at, (subject, text) in enumerate(letters)
    ]
    assert read(owner, tmp_path, messages) == [EventKind.CONFIRMATION] * 2
    assert Application.objects.get().requisition == "47/2026"


@pytest.mark.django_db
def test_a_withdrawal_to_the_domain_of_a_name_s_first_words_is_of_the_application(
    owner: Person, tmp_path: Path
) -> None:
    receipt = raw(
        number=1,
        sender="Capital Line Transit Authority <noreply@governmentjobs.com>",
        to=ME,
        subject="Application Received: Facilities Technician",
        text=(
            "Dear Robin,\n\nThank you for submitting your application for Facilities Technician"
            " with Capital Line Transit Authority."
        ),
    )
    own = raw(
        number=2,
        sender=ME,
        to="hr@capitalline.example",
        subject="26-055 please remove me from list",
        text="I have accepted another job so please remove me from the eligible list.",
        labels="Sent",
    )
    import_story(owner, tmp_path, [receipt, own])
    assert Application.objects.get().no_kind == "i_said_no"


@pytest.mark.parametrize(
    ("own", "role"),
    [
        ("I saw on your website you are looking for a residential service tech. I have 9 years in the trade.", "residential service tech"),
        ("I hear you're looking for a line cook for the summer.", "line cook"),
        ("Ich habe gelesen, dass Sie einen Elektriker suchen.", "Elektriker"),
        ("Sie suchen einen Lagermitarbeiter zum 1. Mai.", "Lagermitarbeiter"),
        ("You are looking for someone like me.", ""),
        ("I know you are looking for a quiet flat.", ""),
    ],
)  # fmt: skip
def test_whom_a_firm_looks_for_is_applied_for(own: str, role: str) -> None:
    assert role_applied_for("", own) == role


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("I withdraw my application for Night Porter (JR100482).", True),
        ("I withdraw my application for Night Porter (JR100483).", False),
        ("Please send JR100482 to the printer.", False),
    ],
)
def test_a_withdrawal_to_an_unknown_address_names_the_opening(
    owner: Person, tmp_path: Path, text: str, *, is_kept: bool
) -> None:
    receipt = raw(
        number=2,
        sender="Lindenhof <lindenhof@myworkday.com>",
        to=ME,
        subject="We received your application: JR100482 Night Porter",
        text="Thank you for your application to the position JR100482 Night Porter. "
        "Our team will review it.",
    )
    sent = own(9, text).replace(b"jobs@lindenhof", b"people@tor-house")
    assert ("withdrawal" in read(owner, tmp_path, [receipt, sent])) is is_kept
