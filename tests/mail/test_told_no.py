"""Thanks for a no that came by phone: the person is asked, and nothing is assumed."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from onward.applications.models import Application
from onward.applications.rules.kinds import NoKind, Stage
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.told_no import told_no
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, sent

SUBJECT = "Interview for Night Porter at Bright Harbour"
TALK = raw(
    number=1,
    sender=THEM,
    to=ME,
    subject=SUBJECT,
    text="We would like to invite you to an interview on Tuesday, March 10 at 2 pm.\n\nKim Alder",
)
NO = raw(
    number=12,
    sender=THEM,
    to=ME,
    subject=f"Re: {SUBJECT}",
    text="Unfortunately we decided to go with another candidate for Night Porter.\n\nKim Alder",
    answers=1,
)
TOLD = "Thank you for calling me today and letting me know you went with another candidate. I enjoyed it."


def thanks(text: str = TOLD, *, number: int = 10, to: str = THEM) -> bytes:
    return raw(
        number=number,
        sender=ME,
        to=to,
        subject=f"Re: {SUBJECT}",
        text=f"Hi Kim,\n\n{text}\n\nRobin",
        answers=1,
        labels="Sent",
    )


def waits() -> bool:
    message = MailMessage.objects.get(is_sent=True)
    return message.review == Review.AMBIGUOUS


@pytest.mark.django_db
def test_it_is_asked_about_and_closes_nothing_by_itself(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [TALK, thanks()])
    application = Application.objects.get()
    assert application.stage == Stage.INTERVIEW
    assert waits()
    page = owner_client.get(reverse("mail:review")).content.decode()
    assert "You wrote this: had they told you no?" in page
    message = MailMessage.objects.get(is_sent=True)
    told = {"kind": "rejection", "application": str(application.pk)}
    owner_client.post(reverse("mail:settle", args=[message.pk]), told)
    application.refresh_from_db()
    assert application.no_kind == NoKind.THEY_SAID_NO
    import_story(owner, tmp_path, [TALK, thanks()])
    application.refresh_from_db()
    assert application.no_kind == NoKind.THEY_SAID_NO
    assert not waits()


@pytest.mark.django_db
def test_no_it_goes_on_ends_the_question(
    owner: Person, owner_client: Client, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [TALK, thanks()])
    message = MailMessage.objects.get(is_sent=True)
    owner_client.post(reverse("mail:aside", args=[message.pk]))
    import_story(owner, tmp_path, [TALK, thanks(), NO.replace(b"Unfort", b"We unfort")])
    assert not waits()


@pytest.mark.django_db
@pytest.mark.parametrize("mail", [(NO, thanks(number=13)), (thanks(), NO)])
def test_a_no_by_mail_leaves_nothing_to_ask(
    owner: Person, tmp_path: Path, mail: tuple[bytes, ...]
) -> None:
    import_story(owner, tmp_path, [TALK, *mail])
    assert not waits()


@pytest.mark.parametrize(
    "text",
    [
        TOLD,
        "Thank you for letting me know that you have decided to go with another candidate.",
        "Thank you for your call. I'm sorry to hear I didn't get the job, but I appreciate it.",
        "Thanks for letting me know by phone that the position went to someone else.",
        "I'm sorry I wasn't selected, but thank you for calling.",
        "I am sorry to hear that I was not chosen for the position.",
        "Thank you for letting me know that the position has been filled.",
        "Schade, dass es nicht geklappt hat, aber danke für den Anruf.",
        "Merci de m'avoir appelée pour me dire que vous avez retenu une autre candidate.",
        "Gracias por llamarme y decirme que han elegido a otra persona.",
        "Grazie della telefonata; mi dispiace che abbiate scelto un'altra candidata.",
        "Obrigada por me ligar a dizer que escolheram outro candidato.",
        "Bedankt voor uw telefoontje dat jullie voor een andere kandidaat hebben gekozen.",
        "Dziękuję za telefon i informację, że wybrali Państwo innego kandydata.",
        "Aradığınız ve başka bir adayı seçtiğinizi söylediğiniz için teşekkür ederim.",
        "Tack för samtalet och att ni berättade att ni valt en annan kandidat.",
    ],
)
def test_thanks_for_a_no_are_found(text: str) -> None:
    words = told_no(sent(f"Re: {SUBJECT}", f"Hi Kim,\n\n{text}\n\nRobin"))
    assert words is not None
    assert words.words in text


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for the interview today. I enjoyed meeting you.",
        "Thank you for letting me know about the next steps.",
        "Unfortunately I can't make Tuesday, sorry. Would Thursday work?",
        "I am sorry I missed your call.",
        "Thank you. Has the position been filled?",
        "Thank you, but if the position has been filled please tell me.",
        "Thank you for telling me that you have not filled the position yet.",
        "My last employer decided to go with another candidate, sorry to say.",
        "I was not selected in my last round elsewhere.",
        "I understand you are also seeing other candidates. Thank you for being open.",
        "Thanks for letting me know the date was moved.",
        "Danke für Ihren Anruf heute, ich freue mich auf das Gespräch.",
        "Leider kann ich am Dienstag nicht, danke für Ihr Verständnis.",
        "Merci pour votre réponse, à mardi.",
        "Sorry, unfortunately my references are on holiday.",
    ],
)
def test_other_thanks_and_regrets_are_not(text: str) -> None:
    assert told_no(sent(f"Re: {SUBJECT}", f"Hi Kim,\n\n{text}\n\nRobin")) is None


@pytest.mark.django_db
def test_other_thanks_wait_for_nobody(owner: Person, tmp_path: Path) -> None:
    import_story(owner, tmp_path, [TALK, thanks("Thank you for the talk today.")])
    assert not waits()
