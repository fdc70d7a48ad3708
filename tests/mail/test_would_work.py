"""Own mail that would work for somebody, and says neither "apply" nor "application"."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.rules.talks.own_mail import SentMeaning, meaning_of_sent
from onward.mail.rules.talks.own_title import role_applied_for
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import quiet
from tests.mail.own_story import ME, PDF, raw, sent
from tests.mail.raw_mail import make_mbox

FIRM, FREE = "bell@oldmill.example", "oldmillcafe@gmail.com"


@pytest.mark.parametrize("to", [FIRM, FREE])
@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Your card in the window",
            "I saw your card in the window and I'd like to work for you, CV attached.",
        ),
        ("Kitchen porter", "I would love to join your team. My CV is attached."),
        (
            "Mornings",
            "Are you still looking for someone for the mornings? My CV is attached.",
        ),
        (
            "Ihr Aushang",
            "ich habe Ihren Zettel gesehen und würde gern bei Ihnen arbeiten. Lebenslauf "
            "anbei.",
        ),
        ("Küchenhilfe", "ich möchte gern bei Ihnen mitarbeiten. Mein CV hängt an."),
        (
            "Votre annonce",
            "j'ai vu votre carte et j'aimerais travailler chez vous. CV ci-joint.",
        ),
        (
            "Su cartel",
            "vi su cartel y me gustaría trabajar con ustedes. Adjunto mi CV.",
        ),
        (
            "Il vostro cartello",
            "ho visto il cartello e mi piacerebbe lavorare da voi. Allego il CV.",
        ),
        (
            "Uw kaartje",
            "ik zag uw kaartje en wil graag bij u werken. Mijn cv zit in de bijlage.",
        ),
        (
            "O seu cartaz",
            "vi o seu cartaz na montra e gostava de trabalhar consigo. CV em anexo.",
        ),
        (
            "Kartka w oknie",
            "widziałam kartkę i chciałabym u Państwa pracować. CV w załączniku.",
        ),
        (
            "Camdaki kart",
            "kartınızı gördüm, sizinle çalışmak isterim. Özgeçmişim ektedir.",
        ),
        (
            "Er lapp",
            "jag såg er lapp och vill gärna jobba hos er. CV bifogas.",
        ),
    ],
)
def test_who_would_work_for_somebody_and_sends_papers_applies(
    subject: str, text: str, to: str
) -> None:
    own = sent(subject, f"Hello,\n\n{text}\n\nRobin", to=to, files=PDF)
    meaning = meaning_of_sent(own, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.parametrize(
    ("subject", "text", "to", "file"),
    [
        (
            "The flat in Mill Lane",
            "I saw your card in the window about the flat and would like to rent it. "
            "Payslips and my CV are attached.",
            "landlord@flats.example",
            "papers.pdf",
        ),
        (
            "Die Wohnung",
            "ich habe Ihren Aushang gesehen, die Wohnung würde ich gern mieten. "
            "Unterlagen und mein Lebenslauf anbei.",
            "vermieter@wohnen.example",
            "mappe.pdf",
        ),
        (
            "Your kitchen",
            "I saw your card in the window. We can renew your kitchen, and would like to "
            "work with you. Our quote is attached.",
            FIRM,
            "quote.pdf",
        ),
        (
            "Photos",
            "Photos attached. I'd love to work for you one day.",
            "sam@gmail.com",
            "photos.pdf",
        ),
        (
            "CV",
            "My CV is attached, tell me what you think. I'd like to work with you again.",
            "sam@gmail.com",
            "cv.pdf",
        ),
        (
            "Lebenslauf",
            "anbei mein Lebenslauf, kannst du drüberschauen? Ich suche einen Job.",
            "sam@gmx.de",
            "cv.pdf",
        ),
        (
            "The reference",
            "My CV is attached so that you can write me a reference.",
            "hill@uni.example",
            "cv.pdf",
        ),
        (
            "A café of my own",
            "CV attached, as you asked. I would like to work in a café.",
            "sam@gmail.com",
            "cv.pdf",
        ),
        ("Your card", "I saw your card, I'd like to work for you.", FREE, ""),
        (
            "Invoice",
            "It was good to work for you. The invoice is attached.",
            FIRM,
            "i.pdf",
        ),
    ],
)
def test_a_landlord_a_customer_and_a_friend_are_no_employers(
    subject: str, text: str, to: str, file: str
) -> None:
    own = sent(subject, text, to=to, files=(file,) if file else ())
    meaning = meaning_of_sent(own, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Kitchen porter", "I saw your card.", "Kitchen porter"),
        ("Barista / weekends", "I saw your card.", "Barista"),
        (
            "Hello",
            "I would love to join your team as a kitchen porter.",
            "kitchen porter",
        ),
        ("Work", "I'd like to work for you as a barista at weekends.", "barista"),
        ("Your card", "I saw your card for a part-time cleaner.", "part-time cleaner"),
        ("Hallo", "ich würde gern als Küchenhilfe bei Ihnen arbeiten.", "Küchenhilfe"),
        ("Bonjour", "j'aimerais travailler chez vous comme serveuse.", "serveuse"),
        ("Aide de cuisine", "Bonjour", "Aide de cuisine"),
        ("Sollicitatie keukenhulp", "Beste", "keukenhulp"),
        ("Open sollicitatie Verzorgende IG", "Beste", "Verzorgende IG"),
        ("Måltidspersonal till Stenmurs friskola", "Hej", "Måltidspersonal"),
        (
            "Bewerbung Küchenchefin",
            "Im Stellenmarkt suchen Sie einen Küchenchef oder eine Küchenchefin.",
            "Küchenchefin",
        ),
        ("Hola", "me gustaría trabajar con ustedes como camarera.", "camarera"),
        ("Salve", "mi piacerebbe lavorare da voi come cameriera.", "cameriera"),
        ("Hallo", "ik wil graag bij u werken als afwasser.", "afwasser"),
        (
            "Olá",
            "gostava de trabalhar consigo como empregada de mesa.",
            "empregada de mesa",
        ),
        ("Dzień dobry", "chciałabym pracować u Państwa jako kelnerka.", "kelnerka"),
        (
            "Merhaba",
            "yanınızda aşçı yardımcısı olarak çalışmak isterim.",
            "aşçı yardımcısı",
        ),
        ("Hej", "jag vill gärna jobba hos er som servitris.", "servitris"),
    ],
)
def test_its_role_is_what_its_subject_or_first_words_say(
    subject: str, text: str, role: str
) -> None:
    assert role_applied_for(subject, text) == role


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Question about the driver job", "Hello"),
        ("Your driver", "Hello"),
        ("Saturdays", "I'm looking for work as I told the baker on Monday."),
        ("Hello", "I have worked as a nurse, and would like to work for you."),
        ("Hello", "My daughter works as a doctor. I'd like to work for you."),
        ("Hallo", "Ich habe als Köchin in Bremen gearbeitet."),
        ("Bonjour", "Mon emploi comme serveuse est fini."),
    ],
)
def test_what_somebody_was_or_somebody_else_is_is_no_role(
    subject: str, text: str
) -> None:
    assert role_applied_for(subject, text) == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "to", [f"Old Mill Café <{FIRM}>", f"Old Mill Café <{FREE}>", FREE]
)
def test_such_a_mail_begins_an_application(
    owner: Person, tmp_path: Path, to: str
) -> None:
    own = raw(
        number=1,
        sender=ME,
        to=to,
        subject="Your card in the window",
        text="Hello,\n\nI saw your card in the window of the Old Mill Café. I'd like to work for you as a "
        "kitchen porter, CV attached.\n\nRobin",
        labels="Sent",
    )
    mailbox = tmp_path / "sent.mbox"
    mailbox.write_bytes(make_mbox(own))
    import_paths(owner, [mailbox], progress=quiet)
    application = Application.objects.get()
    assert (application.company, application.role) == (
        "Old Mill Café",
        "kitchen porter",
    )


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Work again",
            "I'm looking for a job again. My CV is attached, could you pass it on to your boss?",
        ),
        (
            "Printing",
            "Hi Mum, I'm currently looking for a new job and need to print my CV, it is "
            "attached.",
        ),
        (
            "You too?",
            "Are you still looking for a job? Mine went well, my CV is attached.",
        ),
        ("Arbeit", "ich suche wieder eine Stelle, mein Lebenslauf hängt an."),
        ("Trabajo", "busco trabajo otra vez, adjunto mi CV."),
        ("Travail", "je cherche un nouvel emploi, mon CV est ci-joint."),
        ("Lavoro", "cerco lavoro, allego il mio CV."),
        ("Werk", "ik zoek een nieuwe baan, mijn cv zit in de bijlage."),
        ("Praca", "szukam pracy, moje CV w załączniku."),
        ("Trabalho", "procuro emprego, o meu CV segue em anexo."),
        ("Jobb", "jag söker nytt jobb, mitt CV bifogas."),
        ("İş", "iş arıyorum, özgeçmişim ektedir."),
    ],
)
def test_a_friend_who_is_told_of_the_search_is_no_employer(
    subject: str, text: str
) -> None:
    own = sent(subject, f"{text}\n\nRobin", to="sam@gmail.com", files=PDF)
    meaning = meaning_of_sent(own, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I'm looking for weekend work and have helped in two bakeries. CV enclosed.",
        "ich suche Arbeit in der Küche. Lebenslauf anbei.",
        "busco trabajo en la cocina. Adjunto mi CV.",
        "I saw your advert for a lettings negotiator in the window. My CV is attached.",
        "I read your advert: you want someone to prepare each apartment for guests. CV attached.",
        "ich habe Ihre Stellenanzeige für die Vermietung gelesen, mein Lebenslauf hängt an.",
        "ich habe Ihre Anzeige gelesen und möchte Zimmer reinigen. Lebenslauf anbei.",
        "j'ai vu votre annonce d'agent de location. Mon CV est ci-joint.",
        "Camarera de pisos: tengo experiencia en piso y habitación. Adjunto mi currículum.",
        "ilanınızı gördüm. Müşteri odaklı çalışırım. Özgeçmişim ektedir.",
    ],
)
def test_a_firm_whose_work_is_with_rooms_is_applied_to(text: str) -> None:
    own = sent("Hello", f"{text}\n\nRobin", to=FIRM, files=PDF)
    meaning = meaning_of_sent(own, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.APPLIED


@pytest.mark.parametrize(
    "text",
    [
        "I read your advert for the flat and would like to come to the viewing. CV attached.",
        "ich habe Ihre Anzeige gelesen und würde die Wohnung gern besichtigen. Lebenslauf anbei.",
        "ilanınızı gördüm, odayı kiralamak isterim. Özgeçmişim ektedir.",
        "He visto su anuncio del piso y me gustaría alquilar la habitación. Adjunto mi CV.",
    ],
)
def test_whoever_would_rent_applies_for_no_work(text: str) -> None:
    own = sent("Hello", f"{text}\n\nRobin", to="anna@wohnen.example", files=PDF)
    meaning = meaning_of_sent(own, is_in_thread=False, is_to_contact=False)
    assert meaning is SentMeaning.NONE
