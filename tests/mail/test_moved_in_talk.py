"""An interview moved in its conversation, wherever the person looks for it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from onward.applications.models import Application
from onward.applications.services import asks, rounds_of
from onward.exchange.rules.proof import ProofPart
from onward.exchange.services import proof
from onward.exchange.services.calendar import ledger_entries
from onward.people.models import Person
from tests.mail.own_story import ME, THEM, import_story, raw, story
from tests.mail.test_asked_to_move import BEFORE, talk

NOW = datetime(2026, 3, 16, 20, tzinfo=UTC)
INVITED = (
    "Hola Robin: nos gustaría invitarte a una entrevista para el puesto de Night Porter "
    "el martes 17 de marzo a las 10:00.\n\nKim Alder"
)
ASKED = "Hola Kim: el martes trabajo. ¿Podría ir el miércoles 18 de marzo a las 9:30?"
MOVED = (
    "Robin, el martes 17 estoy sola, imposible. Lo dejamos para el miércoles 18 de marzo a la "
    "misma hora.\n\nKim"
)
OFF = "Hola Robin, al final el martes 17 de marzo no va a poder ser. Te escribo pronto.\n\nKim"


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("texts", "begins"),
    [
        ((INVITED, "Sí, el martes a las diez.", MOVED), (18, 10, 0)),
        ((INVITED, ASKED, "Perfecto, el miércoles entonces.\n\nKim"), (18, 9, 30)),
        ((INVITED, "Sí, el martes a las diez.", OFF), None),
    ],
    ids=["moved", "agreed", "off"],
)
def test_only_the_time_that_holds_is_anywhere(
    owner_client: Client,
    owner: Person,
    tmp_path: Path,
    texts: tuple[str, str, str],
    begins: tuple[int, int, int] | None,
    step: int,
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk(texts)][::step])
    application = Application.objects.get()
    expected = [datetime(2026, 3, *begins, tzinfo=UTC)] if begins else []
    told = [each.begins(zone_name="UTC") for each in rounds_of(owner, application)]
    assert [each for each in told if each] == expected
    with time_machine.travel(NOW, tick=False):
        ahead = [ask.round.begins(zone_name="UTC") for ask in asks(owner, now=NOW)]
        assert [each for each in ahead if each] == expected
        entries = ledger_entries(owner, now=NOW)
        assert [each.starts for each in entries if not each.is_cancelled] == expected
        assert owner_client.get(f"/applications/{application.pk}/").status_code == 200
    report = proof(
        owner,
        first=date(2026, 3, 1),
        last=date(2026, 3, 31),
        fields=(),
        parts=(ProofPart.INTERVIEWS,),
        now=datetime(2026, 3, 31, tzinfo=UTC),
    )
    days = ["18 March 2026"] if begins else []
    assert [line[0] for line in report.lines] == days


@pytest.mark.django_db
def test_what_the_person_only_asked_for_changes_nothing(
    owner: Person, tmp_path: Path
) -> None:
    import_story(owner, tmp_path, [*BEFORE, *talk((INVITED, ASKED, ""))[:2]])
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.begins(zone_name="UTC") == datetime(2026, 3, 17, 10, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "text",
    [
        "Dear Robin, we look forward to Tuesday. Kim",
        "Dear Robin, see you at the interview on Tuesday at 10:00. Kim",
        "Lieber Robin, wir freuen uns auf das Gespräch am Dienstag um 10 Uhr. Kim",
    ],
)
def test_a_weekday_alone_is_that_of_the_interview_a_week_further_off(
    owner: Person, tmp_path: Path, text: str
) -> None:
    subject = "Re: Application for Night Porter"
    invited = (
        "we would like to invite you to an interview on Tuesday 17 March 2026 at 10:00."
    )
    told = [
        raw(number=number, sender=THEM, to=ME, subject=subject, text=said, answers=3)
        for number, said in ((5, f"Dear Robin, {invited} Kim"), (6, text))
    ]
    import_story(owner, tmp_path, [*story()[:3], *told])
    (held,) = rounds_of(owner, Application.objects.get())
    assert (held.starts_at, held.outcome) == (
        datetime(2026, 3, 17, 10, tzinfo=UTC),
        None,
    )


PLAIN = (
    "Dear Robin, we would like to invite you to an interview for the Night Porter "
    "position on Tuesday, 17 March 2026 at 10:00 in our office.\n\nKim Alder"
)
PROPOSED = "Sorry Robin, got a funeral party in Tuesday, could we do Thursday 19 March at 4pm instead?\n\nKim"


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_another_time_that_they_ask_about_is_told_beside_the_agreed_one(
    owner_client: Client, owner: Person, tmp_path: Path, step: int
) -> None:
    mail = talk((PLAIN, "Yes, that is fine.", PROPOSED))
    import_story(owner, tmp_path, [*BEFORE, *mail][::step])
    application = Application.objects.get()
    (found,) = rounds_of(owner, application)
    assert found.begins(zone_name="UTC") == datetime(2026, 3, 17, 10, tzinfo=UTC)
    assert found.is_time_asked
    assert found.asked_for == datetime(2026, 3, 19, 16, tzinfo=UTC)
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "Another time for the interview, asked about" in page
    assert "They ask about Thursday 19 March 2026, 16:00" in page
    assert "whether it can be Thursday 19 March 2026, 16:00 instead" in page
    assert "said again" not in page


@pytest.mark.django_db
def test_a_time_that_was_agreed_on_is_asked_about_no_more(
    owner: Person, tmp_path: Path
) -> None:
    mail = talk((PLAIN, "Yes, that is fine.", PROPOSED))
    yes = raw(
        number=9,
        sender=ME,
        to=THEM,
        subject="Re: Interview for Night Porter",
        text="Yes, Thursday 19 March at 4pm is fine, see you then. Robin",
        answers=6,
        labels="Sent",
    )
    import_story(owner, tmp_path, [*BEFORE, *mail, yes])
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.begins(zone_name="UTC") == datetime(2026, 3, 19, 16, tzinfo=UTC)
    assert not found.is_time_asked


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
def test_a_yes_to_the_chosen_weekday_is_no_other_interview(
    owner: Person, tmp_path: Path, step: int
) -> None:
    """Written on a Sunday, "see you on Sunday" is the one that was offered."""
    offered = (
        "Hello Robin, for an interview for the Night Porter job we can offer Monday 30 March "
        "at 10:00 or Sunday 5 April at 16:00. What suits you better?\n\nKim Alder"
    )
    taken = "Hello Kim, Sunday at 16:00 suits me better."
    agreed = "Fine, see you on Sunday then. We are on the second floor.\n\nKim"
    import_story(owner, tmp_path, [*BEFORE, *talk((offered, taken, agreed))][::step])
    (found,) = rounds_of(owner, Application.objects.get())
    assert found.begins(zone_name="UTC") == datetime(2026, 4, 5, 16, tzinfo=UTC)
