"""Jobs that a board lists below its own words name neither title, employer nor place of the one it is about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.around.more_jobs import without_more_jobs
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Source, Verdict
from onward.mail.services.rows import message_row
from onward.people.models import Person
from tests.builders import NOW
from tests.mail.rules.letters import make_message

SENT = Verdict.CONFIRMATION
ABOVE = "Hi Robin,\nyour application for Warehouse Clerk at Pennine Table was sent.\n\n"
LIST = "Forklift Driver\nOld Mill Ltd, Leeds\n"


@pytest.mark.parametrize(
    "head",
    [
        "Similar jobs for you:",
        "More jobs like this",
        "You might also like",
        "Recommended jobs",
        "Jobs you may be interested in",
        "People who applied for this job also applied to",
        "New jobs near you",
        "Weitere Stellen für Sie",
        "Ähnliche Jobs",
        "Das könnte Sie auch interessieren",
        "Passende Stellenangebote in Ihrer Nähe",
        "Offres similaires",
        "Ces offres pourraient vous intéresser",
        "Ofertas que te pueden interesar",
        "Offerte simili",
        "Vergelijkbare vacatures",
        "Andere vacatures voor jou",
        "Vagas semelhantes",
        "Podobne oferty dla Ciebie",
        "Benzer ilanlar",
        "Size uygun iş ilanları",
        "Liknande jobb",
    ],
)
def test_below_such_a_line_there_is_nothing_of_the_job(head: str) -> None:
    text = f"{ABOVE}{head}\n{LIST}"
    found = without_more_jobs(make_message("Sent", text), verdict=SENT).text
    assert found[: len(ABOVE)] == ABOVE
    assert not found[len(ABOVE) :].strip()
    assert len(found) == len(text)


@pytest.mark.parametrize(
    "head",
    [
        "Similar experience is a plus",
        "Your other applications",
        "We have other roles for you at Acme and will call",
        "Weitere Informationen",
        "Andere Bewerbungen",
        "Meer informatie",
        "Autres candidatures",
        "Nowe stanowisko",
        "Position:",
        "Jobs",
        "Your new role",
        "New position",
        "While you wait",
        "Other positions",
        "Other roles",
        "New opportunities",
        "Latest vacancies",
        "Weitere Stellen",
        "Neue Stellen",
        "Andere functies",
        "Autres postes",
        "Autres offres d'emploi",
        "Otras vacantes",
        "Altre posizioni",
        "Outras vagas",
        "Inne oferty pracy",
        "Fler lediga jobb",
        "Jobs for you to do",
    ],
)
def test_other_lines_stand_above_what_the_mail_says(head: str) -> None:
    message = make_message("Sent", f"{ABOVE}{head}\n{LIST}")
    assert without_more_jobs(message, verdict=SENT) == message


def test_a_mail_that_is_no_more_than_such_a_list_stays() -> None:
    message = make_message("For you", f"Hi Robin,\n\nSimilar jobs for you\n{LIST}")
    assert without_more_jobs(message, verdict=SENT) == message


def test_of_who_writes_first_the_list_is_what_it_is_about() -> None:
    text = (
        "Hi Robin,\nI recruit in Leeds and found your profile, which looks very good.\n\n"
        "New jobs for you\n\nRole: Clerk at Hollin Mill\nLocation: Leeds\n"
    )
    message = make_message("Opportunity", text)
    found = read_message(message)
    assert found.verdict is Verdict.OUTREACH
    assert found.role == "Clerk"
    row = message_row(Person(), message, found, source=Source("a", 0, 0), now=NOW)
    assert row.place == "Leeds"


def test_title_and_employer_are_those_above_the_list() -> None:
    text = (
        "Cześć Marta,\nTwoja aplikacja na ofertę została przekazana pracodawcy.\n\n"
        "Dietetyk\nSzpital Miejski w Olkuszu\nOlkusz, małopolskie\n\n"
        "Podobne oferty dla Ciebie:\nPielęgniarka szkolna - Medyk Szkolny, Kraków\n"
    )
    subject = "Twoja aplikacja została wysłana - Dietetyk"
    found = read_message(make_message(subject, text))
    assert found.role == "Dietetyk"
    assert "Medyk" not in found.company


@given(
    st.text(max_size=300), st.sampled_from(["Similar jobs", "Podobne oferty pracy", ""])
)
def test_places_stay_and_nothing_comes_in(text: str, head: str) -> None:
    message = make_message("Sent", f"{text}\n{head}\n{text}")
    found = without_more_jobs(message, verdict=SENT).text
    assert len(found) == len(message.text)
    assert all(a == b or a == " " for a, b in zip(found, message.text, strict=True))
