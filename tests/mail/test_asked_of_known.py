"""Mail that alone is asked about, and is read once more because of who wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from onward.applications.models import Application
from onward.mail.models import MailMessage, Review
from onward.mail.rules.talks.own_mail import SentMeaning
from onward.mail.rules.types import Verdict
from onward.people.models import Person
from tests.mail.own_story import ME, import_story, raw, story

CALLER = "Bright Harbour <planner@{host}>"
BOOKED = (
    "Je hebt een belafspraak met Fleur Hage (recruiter).\n\n"
    "Maandag 13 april 2026, 16:00 - 16:20 uur\nFleur belt je op 06 00 11 24 57"
)


def _booked(*, host: str) -> bytes:
    return raw(
        number=6,
        sender=CALLER.format(host=host),
        to=ME,
        subject="Belafspraak gepland",
        text=BOOKED,
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("host", "verdict"),
    [
        ("bright-harbour.example", Verdict.INTERVIEW),
        ("other-harbour.example", Verdict.AMBIGUOUS),
    ],
)
def test_a_rule_is_believed_of_a_firm_that_was_applied_to(
    owner: Person, tmp_path: Path, host: str, verdict: Verdict
) -> None:
    import_story(owner, tmp_path, [*story()[:2], _booked(host=host)])
    row = MailMessage.objects.get(subject="Belafspraak gepland")
    assert row.verdict == verdict
    is_asked = row.review == Review.AMBIGUOUS
    assert is_asked is (verdict is Verdict.AMBIGUOUS)
    assert Application.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("host", "verdict"),
    [("voordelia.example", Verdict.INTERVIEW), ("noord.example", Verdict.AMBIGUOUS)],
)
def test_a_domain_that_is_the_first_word_of_a_name_is_known(
    owner: Person, tmp_path: Path, host: str, verdict: Verdict
) -> None:
    receipt = raw(
        number=2,
        sender="Voordelia Werkt <noreply@voordelia-werkt.example>",
        to=ME,
        subject="We hebben je sollicitatie binnen!",
        text="Top dat je hebt gesolliciteerd als Medewerker Broodafdeling bij Voordelia Zwolle Noord.",
    )
    call = raw(
        number=5,
        sender=f"Sven Rotink <s.rotink@{host}>",
        to=ME,
        subject="je sollicitatie broodafdeling",
        text=(
            "Hallo Robin,\n\nIk heb je cv gelezen, ziet er goed uit. Ik bel je maandag 16 maart om"
            " kwart voor 2 als dat schikt. Zo niet hoor ik het wel.\n\nSven Rotink\nFiliaalmanager"
        ),
    )
    import_story(owner, tmp_path, [receipt, call])
    row = MailMessage.objects.get(subject="je sollicitatie broodafdeling")
    assert row.verdict == verdict


@pytest.mark.django_db
def test_what_waited_is_kept_when_nobody_is_known(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [_booked(host="bright-harbour.example")])
    assert MailMessage.objects.get().review == Review.AMBIGUOUS


@pytest.mark.django_db
def test_a_kind_word_after_the_person_declined_is_no_interview(
    owner: Person, tmp_path: Path
) -> None:
    applied, receipt = story()[:2]
    firm = receipt.split(b"From: ")[1].split(b"\n")[0].decode()
    offer = raw(
        number=3,
        sender=firm,
        to=ME,
        subject="Jobbet",
        text="Vi vill gärna erbjuda dig tjänsten som nattportier. Svara senast 20 mars.",
    )
    own = raw(
        number=4,
        sender=ME,
        to=firm,
        subject="Re: Jobbet",
        text="Tack för erbjudandet, men jag måste tyvärr tacka nej.",
        answers=3,
        labels="Sent",
    )
    kind = raw(
        number=5,
        sender=f"Petra på Lilla Harbour <{firm.partition('<')[2]}",
        to=ME,
        subject="Re: Re: Jobbet!",
        text=(
            "Hej Robin, jag förstår. Jag har räknat på varenda krona men det går inte, pengarna "
            "från kommunen räcker inte till mer. Då säger vi så, jag frågar den andra som var på "
            "intervju. Du är välkommen på fika ändå!"
        ),
        answers=4,
    )
    import_story(owner, tmp_path, [applied, receipt, offer, own, kind])
    assert MailMessage.objects.get(message_id="m4@mail.example").verdict == (
        SentMeaning.OFFER_DECLINED
    )
    kind_row = MailMessage.objects.filter(message_id="m5@mail.example").first()
    assert kind_row is None or kind_row.verdict != Verdict.INTERVIEW
