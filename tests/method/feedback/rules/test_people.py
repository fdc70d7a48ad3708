from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.languages import Language
from onward.method.feedback.rules.answers import Came, is_absence, looks_like_answer
from onward.method.feedback.rules.formality import formality_in, language_in
from onward.method.feedback.rules.kinds import Closeness, Formality
from onward.method.feedback.rules.people import (
    Trace,
    closeness_of,
    correspondents,
    work_in,
)

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
LETTER = """Hi Robin,

thank you for the good conversation. We decided to go on with somebody else.

Best regards,
Dana Whitcombe
Head of Operations
"""


def test_whoever_was_nearest_to_the_interview_comes_first() -> None:
    traces = [
        Trace("Noor Haddad", "noor@b.example", START, work="Talent Partner"),
        Trace("Lee", "lee@b.example", START + timedelta(days=4)),
        Trace("Sam Ito", "sam@b.example", START, work="Team Lead Planning"),
        Trace("Dana", "Dana@b.example", START, is_interview=True),
        Trace("Dana Whitcombe", "dana@b.example", START + timedelta(days=1)),
        Trace("Jobs", "no-reply@b.example", START + timedelta(days=9)),
    ]
    found = correspondents(traces)
    assert [(one.name, one.closeness) for one in found] == [
        ("Dana Whitcombe", Closeness.INTERVIEW),
        ("Sam Ito", Closeness.TEAM),
        ("Noor Haddad", Closeness.RECRUITING),
        ("Lee", Closeness.WROTE),
    ]


def test_somebody_with_two_addresses_is_asked_where_they_said_no() -> None:
    office, own = "office@b.example", "d.whitcombe@b.example"
    traces = [
        Trace("Dana Whitcombe", office, START, is_interview=True),
        Trace("Dana Whitcombe", own, START + timedelta(days=2), says_no=True),
        Trace("Dana Whitcombe", office, START + timedelta(days=5)),
        Trace("Dana", "dana@c.example", START),
    ]
    first, second = correspondents(traces)
    assert (first.address, first.closeness) == (own, Closeness.INTERVIEW)
    assert second.address == "dana@c.example"


def test_whoever_wrote_the_no_comes_before_who_interviewed_and_who_set_a_test() -> None:
    day = timedelta(days=1)
    tester = Trace("Sam Ito", "sam@b.example", START, work="Team Lead", is_task=True)
    talk = Trace("Dana Whitcombe", "dana@b.example", START + day, is_interview=True)
    no = Trace("Noor", "noor@b.example", START + 9 * day, work="HR", says_no=True)
    found = correspondents([tester, talk, no])
    assert [one.name for one in found] == ["Noor", "Dana Whitcombe", "Sam Ito"]
    assert [one.says_no for one in found] == [True, False, False]
    assert found[2].closeness == Closeness.TASK


def test_who_set_a_test_comes_after_whoever_met_the_person() -> None:
    tester = Trace("Sam Ito", "sam@b.example", START, work="Team Lead", is_task=True)
    met = Trace("Noor", "noor@b.example", START, work="Recruiter", is_interview=True)
    assert [one.name for one in correspondents([tester, met])] == ["Noor", "Sam Ito"]


@pytest.mark.parametrize("address", ["no-reply@b.example", ""])
def test_who_signed_a_no_that_takes_no_replies_is_asked_elsewhere(address: str) -> None:
    traces = [
        Trace("Dana Whitcombe", "dana@b.example", START),
        Trace("Lee Moss", "lee@b.example", START, is_interview=True),
        Trace("Dana Whitcombe", address, START + timedelta(days=3), says_no=True),
    ]
    first, second = correspondents(traces)
    assert (first.address, first.says_no) == ("dana@b.example", True)
    assert not second.says_no
    nobody = Trace("", address, START + timedelta(days=3), says_no=True)
    assert not any(one.says_no for one in correspondents([*traces[:2], nobody]))


@pytest.mark.parametrize(("name", "is_first"), [("Bo Harker", True), ("", False)])
def test_a_mailbox_that_said_no_is_somebodys_where_a_name_stands(
    name: str, *, is_first: bool
) -> None:
    traces = [
        Trace("Lee Moss", "lee@b.example", START, is_interview=True),
        Trace(name, "jobs@b.example", START, says_no=True, is_mailbox=True),
    ]
    first = correspondents(traces)[0]
    assert (first.address == "jobs@b.example") == is_first


@given(
    st.lists(
        st.builds(
            Trace,
            name=st.sampled_from(["Dana", "Dana Whitcombe", ""]),
            address=st.sampled_from(["a@b.example", "A@b.example", "c@d.example", "x"]),
            at=st.just(START) | st.just(START + timedelta(days=1)),
            work=st.sampled_from(["", "Recruiter", "Nurse"]),
            is_interview=st.booleans(),
            is_task=st.booleans(),
            says_no=st.booleans(),
        )
    )
)
def test_one_address_is_one_person_whatever_the_order(traces: list[Trace]) -> None:
    found = correspondents(traces)
    assert len({one.address for one in found}) == len(found)
    assert {one.address for one in found} <= {"a@b.example", "c@d.example"}
    shuffled = correspondents(reversed(traces))
    assert [one.address for one in shuffled] == [one.address for one in found]


@pytest.mark.parametrize(
    ("work", "closeness"),
    [
        ("Senior Recruiter", Closeness.RECRUITING),
        ("Personalreferentin", Closeness.RECRUITING),
        ("Chargée de recrutement", Closeness.RECRUITING),
        ("Responsable de selección", Closeness.RECRUITING),
        ("Head of Operations", Closeness.INTERVIEW),
        ("", Closeness.INTERVIEW),
    ],
)
def test_recruiting_is_told_by_its_words(work: str, closeness: Closeness) -> None:
    assert closeness_of(work, is_interview=True) == closeness


def test_what_somebody_does_stands_under_their_own_name_only() -> None:
    assert work_in(LETTER, name="Dana Whitcombe") == "Head of Operations"
    assert work_in(LETTER, name="Noor Haddad") == ""
    assert work_in("", name="Dana") == ""


@pytest.mark.parametrize(
    ("language", "text", "formality"),
    [
        (
            Language.GERMAN,
            "vielen Dank, dass Sie da waren. Wir wünschen Ihnen Glück.",
            "formal",
        ),
        (
            Language.GERMAN,
            "danke, dass du da warst. Wir wünschen dir und euch Glück.",
            "informal",
        ),
        (Language.GERMAN, "sie waren da, und ihre Runde war voll.", "formal"),
        (Language.FRENCH, "nous vous remercions de votre visite.", "formal"),
        (Language.FRENCH, "merci de ton temps, tu nous as plu.", "informal"),
        (Language.SPANISH, "le agradecemos su interés, usted nos gustó.", "formal"),
        (
            Language.SPANISH,
            "Hola Robin, gracias por tu tiempo, te deseamos suerte.",
            "informal",
        ),
        (
            Language.ENGLISH,
            "Dear Ms Vale,\n\nwe regret to tell you.\n\nYours sincerely",
            "formal",
        ),
        (
            Language.ENGLISH,
            "Hi Robin,\n\nwe've decided otherwise.\n\nCheers",
            "informal",
        ),
        (Language.ENGLISH, "Thank you.", "formal"),
    ],
)
def test_the_form_of_address_is_heard(
    language: Language, text: str, formality: str
) -> None:
    assert formality_in([text], language=language) == formality


def test_the_latest_message_that_tells_wins_and_quotes_tell_nothing() -> None:
    later = "danke dir, Robin!\n\n> Sehr geehrte Frau Vale, wir danken Ihnen, dass Sie"
    earlier = "Sehr geehrte Frau Vale, wir danken Ihnen."
    assert formality_in([later, earlier], language=Language.GERMAN) == "informal"
    assert formality_in(["Gruß", earlier], language=Language.GERMAN) == "formal"
    assert formality_in([], language=Language.GERMAN) == Formality.FORMAL


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thank you for the time that you gave us, we have decided.", "en"),
        (
            "Wir danken Ihnen für die Zeit und haben uns nicht für Sie entschieden.",
            "de",
        ),
        ("Nous vous remercions de votre candidature pour le poste.", "fr"),
        (
            "Le agradecemos su tiempo y su interés por el puesto, que no es para usted.",
            "es",
        ),
        ("Buenos días, lo sentimos pero buscamos una persona con experiencia.", "es"),
        (
            "Gent.ma Kim, la ringraziamo ma cercavamo una figura con esperienza in farmacia.",
            "it",
        ),
        ("Una figura con esperienza.", None),
        ("OK", None),
    ],
)
def test_the_language_is_heard(text: str, language: str | None) -> None:
    assert language_in(["Hm.", text]) == language


def came(**changes: object) -> Came:
    facts = {"sender": "dana@b.example", "subject": "Re: Hello", "at": START}
    return Came(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("message", "is_it"),
    [
        (came(), True),
        (came(sender="Dana@B.example"), True),
        (came(at=START - timedelta(seconds=1)), False),
        (came(sender="sam@b.example"), False),
        (came(sender="sam@b.example", references=("ours@me.example",)), True),
        (came(sender="sam@b.example", is_about_it=True, is_human=True), True),
        (came(sender="sam@b.example", is_about_it=True), False),
        (came(sender="no-reply@b.example", references=("ours@me.example",)), False),
        (came(subject="Automatic reply: Re: Hello"), False),
        (came(subject="Abwesenheitsnotiz: Hallo"), False),
        (came(subject="Réponse automatique : Bonjour"), False),
    ],
)
def test_what_looks_like_an_answer(message: Came, is_it: bool) -> None:
    found = looks_like_answer(
        message,
        asked="dana@b.example",
        asked_at=START,
        message_ids=["ours@me.example"],
    )
    assert found == is_it


def test_an_ordinary_subject_is_no_note_of_absence() -> None:
    assert not is_absence("Office hours next week")
    assert is_absence("Out of office")
