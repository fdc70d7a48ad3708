"""A last day that is put off is one task, and a renewed offer one offer, with the new day."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from onward.applications.models import Application, Event
from onward.applications.rules.kinds import EventKind
from onward.applications.rules.round import Round
from onward.applications.services import add_event, asks, done, rounds_of, take_back
from onward.mail.models import MailMessage
from onward.mail.rules.times.more_time import more_time
from onward.mail.services.importing import import_paths
from onward.people.models import Person
from tests.builders import NOW, quiet
from tests.mail.own_story import ME, raw
from tests.mail.raw_mail import make_mbox
from tests.mail.test_rearranging import read

FRIDAY = date(2026, 11, 27)
LATER = date(2026, 12, 7)

TOLD = [
    "Kein Stress mit der Testaufgabe: du hast bis Montag, 7. Dezember Zeit.",
    "Gerne verlängern wir die Frist für die Testaufgabe bis Montag, 7. Dezember.",
    "Du kannst die Aufgabe auch bis zum 7. Dezember abgeben, kein Problem.",
    "Die Frist für das Angebot verlängern wir gern bis Montag, 7. Dezember.",
    "Statt bis Freitag, 4. Dezember hast du jetzt bis Montag, 7. Dezember Zeit.",
    "No rush with the task, you now have until Monday, 7 December.",
    "We have extended the deadline for the take-home task to Monday, 7 December.",
    "We can extend the deadline for the offer from 4 December to 7 December.",
    "Take your time with the exercise. Please send it by Monday, 7 December instead.",
    "No problem at all, take your time. Please let us know by Monday, 7 December.",
    "Nous pouvons prolonger le délai jusqu'au lundi 7 décembre.",
    "Ampliamos el plazo hasta el lunes 7 de diciembre.",
    "Prorogghiamo la scadenza fino a lunedì 7 dicembre.",
    "We verlengen de deadline tot maandag 7 december.",
    "Przedłużamy termin do poniedziałku 7 grudnia.",
    "Podemos prorrogar o prazo até segunda-feira, 7 de dezembro.",
    "Vi förlänger tiden till måndag den 7 december.",
]
NOT_TOLD = [
    "We cannot extend the deadline beyond Monday, 7 December.",
    "Leider können wir die Frist nicht über den 7. Dezember hinaus verlängern.",
    "Please complete the test by Monday, 7 December.",
    "Bitte schick mir deine Lösung bis Montag, 7. Dezember.",
    "We have moved the interview to Monday, 7 December.",
    "Wir verschieben das Gespräch auf Montag, 7. Dezember.",
    "We need more time and will let you know by Monday, 7 December.",
    "Wir brauchen etwas mehr Zeit und melden uns bis Montag, 7. Dezember.",
    "Take your time with the exercise.",
    "Können Sie am Montag, 7. Dezember von 13 bis 17 Uhr zu uns kommen?",
    "Intervjun är flyttad till 7 december 14:30.",
    "Przesuwamy termin rozmowy do 7 grudnia.",
]


@pytest.mark.parametrize("words", TOLD)
def test_more_time_is_read_with_its_day(words: str) -> None:
    found = more_time(f"Hallo Kim,\n\n{words}\n\nLea", told_on=FRIDAY)
    assert found is not None
    assert found.until.day == LATER


@pytest.mark.parametrize("words", NOT_TOLD)
def test_what_gives_no_more_time_gives_none(words: str) -> None:
    assert more_time(f"Hallo Kim,\n\n{words}\n\nLea", told_on=FRIDAY) is None


@pytest.mark.parametrize(
    "words",
    [
        "You have until Monday, 7 December to accept, and would start on 4 January.",
        "Du hast bis Montag, 7. Dezember Zeit, los geht es am 4. Januar.",
    ],
)
def test_another_day_in_the_sentence_is_not_the_last(words: str) -> None:
    found = more_time(words, told_on=FRIDAY)
    assert found is not None
    assert found.until.day == LATER


def test_the_hour_beside_the_day_is_kept() -> None:
    words = "Die Frist verlängern wir gern bis Freitag, 4. Dezember, 12 Uhr."
    found = more_time(words, told_on=FRIDAY)
    assert found is not None
    assert found.until.hour == time(12)


@given(st.text(max_size=200), st.sampled_from(TOLD))
def test_the_words_stand_where_it_says(before: str, words: str) -> None:
    text = f"{before}\n\n{words}"
    found = more_time(text, told_on=FRIDAY)
    assert found is None or (0 <= found.start < found.end <= len(text))


SET = {
    "key": "set",
    "hours": 0,
    "verdict": "assessment",
    "text": "Please complete the coding test by 27 November.",
}
LONGER = {
    "key": "longer",
    "hours": 48,
    "verdict": "assessment",
    "text": "We have extended the deadline for the test to 4 December.",
}
OFFERED = {
    "key": "offered",
    "hours": 0,
    "verdict": "offer",
    "text": "We are glad to offer you the post. Please let us know by 27 November.",
}
RENEWED = {
    "key": "renewed",
    "hours": 48,
    "verdict": "offer",
    "text": "Here is our offer with the new salary. Please let us know by 4 December.",
}


def standing(person: Person) -> list[Round]:
    return rounds_of(person, Application.objects.get(merged_into=None))


@pytest.mark.django_db
@pytest.mark.parametrize("pair", [(SET, LONGER), (OFFERED, RENEWED)])
@pytest.mark.parametrize("step", [1, -1])
def test_there_is_one_with_the_new_day(
    owner: Person, pair: tuple[dict[str, str], dict[str, str]], step: int
) -> None:
    for letter in pair[::step]:
        read(owner, letter)
    (found,) = standing(owner)
    assert found.until == date(2026, 12, 4)
    assert not found.is_done


@pytest.mark.django_db
def test_the_story_tells_that_there_is_more_time(
    owner_client: Client, owner: Person
) -> None:
    application = read(owner, SET, LONGER)
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "They gave you more time" in page
    (ask,) = asks(owner, now=NOW)
    assert ask.round.until == date(2026, 12, 4)


@pytest.mark.django_db
def test_a_first_offer_that_leaves_time_is_an_offer(
    owner_client: Client, owner: Person
) -> None:
    text = "We are glad to offer you the post. Take your time, and let us know by "
    application = read(owner, OFFERED | {"text": f"{text}27 November."})
    page = owner_client.get(f"/applications/{application.pk}/").content.decode()
    assert "They gave you more time" not in page


@pytest.mark.django_db
def test_a_day_that_is_put_off_twice_is_the_last_one(owner: Person) -> None:
    again = "We have extended the deadline for the test to 11 December."
    read(owner, SET, LONGER, LONGER | {"key": "again", "hours": 432, "text": again})
    (found,) = standing(owner)
    assert found.until == date(2026, 12, 11)


@pytest.mark.django_db
def test_a_second_test_is_one_of_its_own(owner: Person) -> None:
    second = "As a next step, please complete the case study by 4 December."
    read(owner, SET, LONGER | {"text": second})
    assert [each.until for each in standing(owner)] == [
        date(2026, 11, 27),
        date(2026, 12, 4),
    ]


@pytest.mark.django_db
def test_what_was_done_before_is_not_open_again(owner: Person) -> None:
    read(owner, SET)
    first = Event.objects.get(kind=EventKind.ASSESSMENT)
    done(owner, first, now=first.at + timedelta(hours=1))
    read(owner, LONGER)
    handed_in, other = standing(owner)
    assert handed_in.is_done
    assert handed_in.until == date(2026, 11, 27)
    assert other.until == date(2026, 12, 4)


@pytest.mark.django_db
def test_what_is_done_after_it_is_done_by_either_name(owner: Person) -> None:
    read(owner, SET, LONGER)
    for event in Event.objects.filter(kind=EventKind.ASSESSMENT):
        said = done(owner, event, now=NOW)
        assert [each.is_done for each in standing(owner)] == [True]
        take_back(owner, said, now=NOW)
        assert [each.is_done for each in standing(owner)] == [False]


@pytest.mark.django_db
def test_an_offer_that_was_declined_is_not_renewed(owner: Person) -> None:
    application = read(owner, OFFERED)
    at = Event.objects.get(kind=EventKind.OFFER).at + timedelta(hours=1)
    kind = EventKind.OFFER_DECLINED
    add_event(owner, application, kind=kind, at=at, now=NOW)
    read(owner, RENEWED)
    assert [each.is_done for each in standing(owner)] == [True, False]


def mail(number: int, subject: str, text: str, *, answers: int = 0) -> bytes:
    leyla = "Leyla Aydin <leyla.aydin@rotbuche.example>"
    words = f"{text}\n\nLeyla Aydin\nRotbuche Digital GmbH"
    return raw(
        number=number,
        sender=leyla,
        to=ME,
        subject=subject,
        text=words,
        answers=answers,
    )


OFFER = mail(
    1,
    "Your offer: QA Engineer",
    "Hi Robin,\n\nwe are delighted to offer you the position of QA Engineer at "
    "Rotbuche. Please let us know by Thursday, 12 March.",
)
TASK = mail(
    1,
    "QA Engineer bei Rotbuche",
    "Hallo Robin,\n\ndanke für deine Bewerbung als QA Engineer. Wir haben eine kleine "
    "Testaufgabe für dich. Bitte schick mir deine Lösung bis Donnerstag, 12. März.",
)


@pytest.mark.django_db
@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize(
    ("first", "words"),
    [
        (OFFER, "We can extend the deadline for the offer to Monday, 16 March."),
        (OFFER, "No problem, you have until Monday, 16 March to decide."),
        (OFFER, "Die Frist verlängern wir gern bis Montag, 16. März, 12 Uhr."),
        (OFFER, "Das Angebot gilt jetzt bis Montag, 16. März."),
        (TASK, "Kein Stress: du hast bis Montag, 16. März Zeit."),
        (TASK, "Die Frist verlängern wir gern bis Montag, 16. März."),
        (TASK, "No rush with the task, you now have until Monday, 16 March."),
    ],
)
def test_an_answer_that_gives_more_time_moves_the_day(
    owner: Person, tmp_path: Path, first: bytes, words: str, step: int
) -> None:
    more = mail(3, "Re: QA Engineer", f"Hi Robin,\n\n{words}", answers=1)
    box = tmp_path / "all.mbox"
    box.write_bytes(make_mbox(*(first, more)[::step]))
    import_paths(owner, [box], progress=quiet)
    (found,) = standing(owner)
    assert found.until == date(2026, 3, 16)
    assert len(set(Event.objects.values_list("kind", flat=True))) == 2
    assert not MailMessage.objects.exclude(review="").exists()


@pytest.mark.django_db
def test_more_time_for_something_else_is_ordinary_mail(
    owner: Person, tmp_path: Path
) -> None:
    words = "Hi Robin,\n\nwe can extend your loan: the books are yours until 16 March."
    box = tmp_path / "all.mbox"
    other = mail(3, "Your books", words, answers=9)
    box.write_bytes(make_mbox(OFFER, other))
    import_paths(owner, [box], progress=quiet)
    assert MailMessage.objects.count() == 1
