"""Where a talk takes place is no employer beside the house that asks one to it."""

from __future__ import annotations

from tests.mail.rules.facts_corpus import read_case


def _company(subject: str, text: str, *, sender: str) -> str:
    return read_case({"from": sender, "subject": subject, "text": text}).found.company


def test_a_councils_museum_is_where_one_meets() -> None:
    text = (
        "Dear Rosa\n\nI am pleased to say that you have been shortlisted. Interviews will take place"
        " at Tolmen Museum and Art Gallery, Castle Street, on Tuesday 9 June 2026.\n\nRegards\n"
        "Wenna Threlk\nMuseums Manager\nCommunities and Culture, Tolmen City Council"
    )
    assert (
        _company(
            "Interview - Museum Engagement Officer",
            text,
            sender="Wenna Threlk <wenna.threlk@tolmen.example>",
        )
        == "Tolmen City Council"
    )


def test_a_trusts_hospital_is_where_one_meets() -> None:
    text = (
        "Dear Rosa Vale\n\nYou have booked the following interview slot:\n\nDate: Wednesday 11 March"
        " 2026\nTime: 15:20\nPlace: Seminar Room, Pathology, Level 1, Larch General Hospital\n\n"
        "Post: Training Coordinator"
    )
    assert (
        _company(
            "Interview booking confirmed",
            text,
            sender="Calder & Larch NHS Foundation Trust via Trac <noreply@trac.jobs>",
        )
        == "Calder & Larch NHS Foundation Trust"
    )


def test_a_house_that_nobody_else_signs_for_stays() -> None:
    text = (
        "Dear Rosa\n\nThank you for your application. We would like to invite you on Tuesday"
        " 24 February at 11am, for an interview at Larch Mill.\n\nWenna"
    )
    assert (
        _company(
            "Interview - Learning Officer", text, sender="Wenna <wenna@lmt.example>"
        )
        == "Larch Mill"
    )


def test_an_agencys_client_is_whom_the_talk_is_with() -> None:
    text = (
        "Hi Rosa,\n\nGreat news, you have an interview at Larch Chemicals on Tuesday 24 March at"
        " 4.30pm.\n\nKind regards\nGary Tolm\nQuarry Bay Recruitment Ltd"
    )
    assert (
        _company("Interview", text, sender="Gary Tolm <gary.tolm@quarrybay.example>")
        == "Larch Chemicals"
    )
