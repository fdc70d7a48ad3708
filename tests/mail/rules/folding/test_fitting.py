from __future__ import annotations

import uuid

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.fitting import Candidate, fitting

ELM = "Elm House"


def one(company: str = ELM, role: str = "", **facts: object) -> Candidate:
    return Candidate(id=uuid.uuid4(), company=company, role=role, **facts)  # type: ignore[arg-type]


def test_the_one_of_the_employer_and_the_title_is_meant() -> None:
    cook, nurse = one(role="Cook"), one(role="Nurse")
    found = fitting([cook, nurse], company="Elm House Ltd", role="nurse")
    assert found.only == nurse.id
    assert found.likely == (nurse.id, cook.id)


def test_of_several_of_the_employer_none_is() -> None:
    both = [one(role="Cook"), one(role="Nurse")]
    found = fitting(both, company=ELM, role="")
    assert found.only is None
    assert set(found.likely) == {each.id for each in both}


def test_the_employer_with_another_title_is_likely_and_not_taken_for_it() -> None:
    cook = one(role="Cook")
    found = fitting([cook, one("Oak")], company=ELM, role="Nurse")
    assert (found.likely, found.only) == ((cook.id,), None)


def test_the_title_itself_comes_before_an_application_without_one() -> None:
    bare, nurse = one(), one(role="Nurse")
    found = fitting([bare, nurse], company=ELM, role="Nurse")
    assert (found.likely, found.only) == ((nurse.id, bare.id), None)


def test_a_conversation_says_more_than_names_and_an_address_less() -> None:
    theirs, named = one("Oak", address="Nia@elm.example"), one()
    every = [theirs, named]
    found = fitting(every, company=ELM, role="", addresses={"nia@elm.example"})
    assert (found.likely, found.only) == ((named.id, theirs.id), named.id)
    found = fitting(every, company=ELM, role="", conversation={theirs.id})
    assert (found.likely, found.only) == ((theirs.id, named.id), theirs.id)


def test_what_answers_an_offer_is_about_the_one_that_has_one() -> None:
    plain, offered = one(), one(has_offer=True)
    every = [plain, offered]
    assert fitting(every, company=ELM, role="").only is None
    found = fitting(every, company=ELM, role="", answers_offer=True)
    assert (found.likely, found.only) == ((offered.id, plain.id), offered.id)


names = st.sampled_from(["", ELM, "Oak", "Elm House Care"])
candidates = st.lists(
    st.builds(
        one,
        company=names,
        role=st.sampled_from(["", "Cook", "Nurse"]),
        address=st.sampled_from(["", "nia@elm.example"]),
        has_offer=st.booleans(),
    ),
    max_size=6,
)


@given(candidates, names, st.sampled_from(["", "Nurse"]), st.booleans())
def test_what_is_meant_is_the_first_of_what_is_likely_and_each_stands_once(
    every: list[Candidate], company: str, role: str, answers_offer: bool
) -> None:
    found = fitting(
        every,
        company=company,
        role=role,
        addresses={"nia@elm.example"},
        answers_offer=answers_offer,
    )
    assert len(set(found.likely)) == len(found.likely)
    assert found.only is None or found.only == found.likely[0]


HOSTS = {"elmhouse.example"}


def test_a_host_that_begins_as_the_employer_tells_whose_mail_of_that_title_is() -> None:
    cook, nurse = one("Elm House Care", "Cook"), one("Elm House Care", "Nurse")
    found = fitting([cook, nurse], company="", role="Nurse", hosts=HOSTS)
    assert (found.likely, found.only) == ((nurse.id,), nurse.id)


def test_without_a_title_the_only_one_at_that_host_is_meant() -> None:
    cook, oak = one("Elm House Care", "Cook"), one("Oak", "Nurse")
    found = fitting([cook, oak], company="", role="", hosts=HOSTS)
    assert found.only == cook.id


def test_another_title_at_that_host_or_another_host_is_not() -> None:
    cook, oak = one("Elm House Care", "Cook"), one("Oak", "Nurse")
    found = fitting([cook, oak], company="", role="Nurse", hosts=HOSTS)
    assert found.likely == ()
