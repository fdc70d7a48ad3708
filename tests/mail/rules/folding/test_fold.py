from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.fold import Folded, fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 8, 3, 9, 0, tzinfo=UTC)


def _item(
    key: str,
    *,
    day: int = 0,
    verdict: Verdict = Verdict.CONFIRMATION,
    company: str = "Oakmere Foods",
    **facts: Any,
) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=START + timedelta(days=day),
        verdict=verdict,
        company=company,
        message_id=f"{key}@mail.example",
        **facts,
    )


def _keys(folded: Folded) -> list[set[str]]:
    return [set(cluster.keys) for cluster in folded.clusters]


def test_receipt_and_no_of_one_role_are_one_application() -> None:
    folded = fold(
        [
            _item("a", role="Operations Coordinator"),
            _item("b", day=9, verdict=Verdict.REJECTION, company="Oakmere Foods Ltd"),
        ]
    )
    assert _keys(folded) == [{"a", "b"}]
    assert folded.clusters[0].role == "Operations Coordinator"


def test_two_roles_at_one_employer_are_two_applications() -> None:
    folded = fold([_item("a", role="Driver"), _item("b", day=1, role="Dispatcher")])
    assert len(folded.clusters) == 2


def test_different_requisitions_never_meet() -> None:
    folded = fold(
        [
            _item("a", role="Driver", requisition="R-1001"),
            _item("b", day=1, role="Driver", requisition="R-1002"),
        ]
    )
    assert len(folded.clusters) == 2


def test_a_receipt_after_a_no_is_a_new_application() -> None:
    folded = fold(
        [
            _item("a", role="Driver"),
            _item("b", day=5, verdict=Verdict.REJECTION, role="Driver"),
            _item("c", day=40, role="Driver"),
            _item("d", day=50, verdict=Verdict.REJECTION, role="Driver"),
        ]
    )
    assert _keys(folded) == [{"a", "b"}, {"c", "d"}]


def test_the_boards_receipt_and_the_employers_are_one() -> None:
    folded = fold(
        [
            _item("a", role="Driver", system="LinkedIn"),
            _item("b", day=1, role="Driver (m/w/d)", system="Workday"),
        ]
    )
    assert _keys(folded) == [{"a", "b"}]


def test_a_reply_in_the_thread_needs_no_company() -> None:
    first = _item("a", role="Driver")
    answer = FoldItem(
        key="b",
        sent_at=START + timedelta(days=3),
        verdict=Verdict.INTERVIEW,
        references=("a@mail.example",),
    )
    assert _keys(fold([first, answer])) == [{"a", "b"}]


def test_a_company_inside_another_name_is_another_company() -> None:
    folded = fold([_item("a", company="Meta"), _item("b", company="Metaverse Tours")])
    assert len(folded.clusters) == 2


def test_without_employer_and_thread_it_is_unmatched() -> None:
    folded = fold([_item("a", company="", verdict=Verdict.REJECTION)])
    assert folded.unmatched == ("a",)


@pytest.mark.parametrize(
    ("system", "role", "others", "is_joined"),
    [
        ("Trac", "Ward Clerk", 1, True),
        ("Trac", "Porter", 1, False),
        ("Oleeo", "Ward Clerk", 1, False),
        ("Trac", "Ward Clerk", 2, False),
    ],
)
def test_what_a_system_says_of_a_title_alone_is_of_its_only_open_application(
    system: str, role: str, others: int, is_joined: bool
) -> None:
    houses = ("Oakmere Trust", "Larch Trust")[:others]
    receipts = [
        _item(house[0], company=house, role="Ward Clerk", system="Trac")
        for house in houses
    ]
    outcome = _item(
        "no",
        day=30,
        company="",
        role=role,
        system=system,
        verdict=Verdict.REJECTION,
    )
    folded = fold([*receipts, outcome])
    assert (folded.unmatched == ()) is is_joined


def test_a_no_that_only_the_ear_hears_begins_nothing_where_it_names_no_opening() -> (
    None
):
    heard: dict[str, Any] = {"verdict": Verdict.REJECTION, "is_heard": True}
    assert fold([_item("a", **heard)]).unmatched == ("a",)
    assert fold([_item("a", role="Driver", **heard)]).unmatched == ()
    assert fold([_item("a", requisition="R-1001", **heard)]).unmatched == ()
    assert fold([_item("a", verdict=Verdict.REJECTION)]).unmatched == ()


def test_a_no_that_only_the_ear_hears_ends_what_is_there() -> None:
    said = _item("b", day=9, verdict=Verdict.REJECTION, is_heard=True)
    assert _keys(fold([_item("a", role="Driver"), said])) == [{"a", "b"}]


def test_a_first_letter_from_a_recruiter_makes_no_application() -> None:
    folded = fold([_item("a", verdict=Verdict.OUTREACH)])
    assert [cluster.makes_application for cluster in folded.clusters] == [False]


def test_after_half_a_year_it_is_another_application() -> None:
    folded = fold(
        [_item("a", role="Driver"), _item("b", day=200, verdict=Verdict.REJECTION)]
    )
    assert len(folded.clusters) == 2


_ITEMS = st.lists(
    st.builds(
        lambda n, day, verdict, company, role, requisition, thread: FoldItem(
            key=f"k{n}",
            sent_at=START + timedelta(days=day),
            verdict=verdict,
            company=company,
            role=role,
            requisition=requisition,
            message_id=f"{n}@mail.example",
            thread=thread,
        ),
        st.integers(0, 40),
        st.integers(0, 400),
        st.sampled_from([v for v in Verdict if v not in {"other", "job_alert"}]),
        st.sampled_from(["", "Acme", "Acme Robotics", "Acme GmbH", "Borderline"]),
        st.sampled_from(["", "Driver", "Senior Driver", "Clerk"]),
        st.sampled_from(["", "", "R-10", "R-20"]),
        st.sampled_from(["", "", "7", "8"]),
    ),
    unique_by=lambda item: item.key,
    max_size=30,
)


@given(_ITEMS, st.randoms(use_true_random=False))
def test_the_order_of_messages_does_not_matter(items, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = [*items, *items[:3]]
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(items)


@given(_ITEMS)
def test_each_message_has_one_place(items: list[FoldItem]) -> None:
    folded = fold(items)
    placed = [k for cluster in folded.clusters for k in cluster.keys]
    assert len(placed) == len(set(placed))
    assert not set(placed) & set(folded.unmatched)
    waiting = {item.key for item in items} - set(placed) - set(folded.unmatched)
    ambiguous = {item.key for item in items if item.verdict == Verdict.AMBIGUOUS}
    assert waiting <= ambiguous


def test_a_name_run_together_is_the_longer_one_for_the_same_opening() -> None:
    folded = fold(
        [
            _item("a", company="Larkfield Housing Trust", role="Clerk"),
            _item("b", day=5, company="Larkfieldhousing", role="Clerk"),
            _item("c", day=6, company="Larkfieldhousing", role="Driver"),
        ]
    )
    assert _keys(folded) == [{"a", "b"}, {"c"}]


def test_the_name_with_its_legal_form_is_the_fuller_one() -> None:
    forms = ("Oakmere Foods", "Oakmere Foods", "Oakmere Foods Ltd")
    folded = fold(
        _item(str(day), day=day, company=name, role="Clerk")
        for day, name in enumerate(forms)
    )
    assert folded.clusters[0].company == "Oakmere Foods Ltd"


def test_titles_written_short_are_the_same_opening() -> None:
    folded = fold(
        [
            _item("a", role="Stores & Office Co-ordinator"),
            _item(
                "b",
                day=9,
                verdict=Verdict.REJECTION,
                role="stores and office coordinator",
            ),
            _item("c", role="Dispatch Administrator"),
            _item("d", day=9, verdict=Verdict.REJECTION, role="Dispatch admin"),
        ]
    )
    assert _keys(folded) == [{"a", "b"}, {"c", "d"}]


def test_a_firm_that_names_a_site_or_a_department_is_the_same_by_number_or_title() -> (
    None
):
    firm: dict[str, Any] = {"firm": "brook.example"}
    numbered: dict[str, Any] = {"role": "Clerk", "requisition": "BR/12"}
    folded = fold(
        [
            _item("a", company="Brook Council", **numbered, **firm),
            _item(
                "b",
                day=3,
                verdict=Verdict.INTERVIEW,
                company="Roads and Fleet",
                **numbered,
                **firm,
            ),
            _item(
                "c", company="Oswin Academy Trust", role="Cook", firm="oswin.example"
            ),
            _item(
                "d",
                day=3,
                verdict=Verdict.INTERVIEW,
                company="Oswin Park School",
                role="Cook",
                firm="oswin.example",
            ),
        ]
    )
    assert _keys(folded) == [{"a", "b"}, {"c", "d"}]


def test_what_is_received_without_a_name_soon_after_a_test_belongs_to_it() -> None:
    folded = fold(
        [
            _item("a", role="Weaver"),
            _item("b", day=20, verdict=Verdict.ASSESSMENT, role="Weaver"),
            _item("c", day=26),
            _item("d", day=60),
        ]
    )
    assert _keys(folded) == [{"a", "b", "c"}, {"d"}]


def test_a_person_of_the_firm_who_names_it_otherwise_writes_of_its_one_opening() -> (
    None
):
    firm: dict[str, Any] = {"firm": "quill.example"}
    bare: dict[str, Any] = {
        "company": "Quill House",
        "contact": "ann@quill.example",
        **firm,
    }
    folded = fold(
        [
            _item("a", company="Schoolbooks Quill", role="Setter", **firm),
            _item("b", day=3, verdict=Verdict.INTERVIEW, **bare),
        ]
    )
    assert _keys(folded) == [{"a", "b"}]


def test_an_agency_s_two_clients_stay_two() -> None:
    folded = fold(
        [
            _item("a", company="Brook Council", role="Clerk", firm="agency.example"),
            _item(
                "b",
                day=3,
                verdict=Verdict.INTERVIEW,
                company="Fell Pumps",
                role="Clerk",
                firm="agency.example",
            ),
        ]
    )
    assert _keys(folded) == [{"a"}, {"b"}]


def test_an_agencys_news_of_its_client_by_name_is_of_the_one_opening() -> None:
    talk: dict[str, Any] = {"contact": "rosa@tolmersearch.example"}
    folded = fold(
        [
            _item("a", verdict=Verdict.INTERVIEW, company="Larch Lifts", **talk),
            _item("b", company="Larch Lifts", role="Clerk", day=1, **talk),
            _item(
                "c",
                day=9,
                verdict=Verdict.POSITION_CLOSED,
                company="Tolmer Search",
                role="Larch",
                **talk,
            ),
        ]
    )
    assert _keys(folded) == [{"a", "b", "c"}]


def test_a_nameless_no_belongs_to_what_is_open_beside_a_first_letter() -> None:
    talk: dict[str, Any] = {"contact": "rosa@tolmersearch.example"}
    folded = fold(
        [
            _item("a", verdict=Verdict.OUTREACH, company="", role="Clerk", **talk),
            _item("b", day=9, verdict=Verdict.INTERVIEW, company="Larch Lifts", **talk),
            _item("c", day=20, verdict=Verdict.REJECTION, company="", **talk),
        ]
    )
    assert {"b", "c"} in _keys(folded)


def test_a_nameless_no_beside_two_open_ones_is_left_open() -> None:
    talk: dict[str, Any] = {"contact": "rosa@tolmersearch.example"}
    folded = fold(
        [
            _item("a", verdict=Verdict.INTERVIEW, company="Larch Lifts", **talk),
            _item("b", day=3, verdict=Verdict.INTERVIEW, company="Fell Pumps", **talk),
            _item("c", day=20, verdict=Verdict.REJECTION, company="", **talk),
        ]
    )
    assert all("c" not in keys for keys in _keys(folded))


@pytest.mark.parametrize(
    ("shown", "shorter"),
    [
        ("De Zandloper", "Zandloper"),
        ("Le Fournil", "Fournil"),
        ("Bakkerij De Zandloper", "Dezandloper"),
        ("Zand & Zee Horeca", "Zandandzee"),
    ],
)
def test_a_name_without_its_article_or_run_together_is_the_same(
    shown: str, shorter: str
) -> None:
    folded = fold(
        [
            _item("a", company=shown, role="Clerk"),
            _item("b", day=9, verdict=Verdict.REJECTION, company=shorter),
        ]
    )
    assert _keys(folded) == [{"a", "b"}]


def test_a_word_that_only_begins_a_name_is_no_article() -> None:
    folded = fold(
        [
            _item("a", company="Delta Zandloper", role="Clerk"),
            _item("b", day=9, verdict=Verdict.REJECTION, company="Zandloper"),
        ]
    )
    assert _keys(folded) == [{"a"}, {"b"}]


def test_what_a_no_suggests_instead_is_not_what_was_applied_for() -> None:
    folded = fold(
        [
            _item("a", role="Goods Clerk"),
            _item(
                "b",
                day=9,
                verdict=Verdict.REJECTION,
                role="Night Shelf Filler Castle Branch",
                references=("a@mail.example",),
            ),
        ]
    )
    assert folded.clusters[0].role == "Goods Clerk"


def test_a_no_may_write_a_title_in_full_and_name_the_only_one() -> None:
    no = _item(
        "b",
        day=9,
        verdict=Verdict.REJECTION,
        role="Goods Clerk Nights",
        references=("a@mail.example",),
    )
    assert fold([_item("a", role="Goods Clerk"), no]).clusters[0].role == no.role
    assert fold([_item("a"), no]).clusters[0].role == no.role


@pytest.mark.parametrize(
    ("day", "thread", "count"),
    [
        # Days after a no it is another opening; weeks after it the first choice may have declined.
        (14, "", 2),
        (40, "", 1),
        # What answers the no is about what that was about.
        (14, "no", 1),
    ],
)
def test_an_invitation_after_a_no(day: int, thread: str, count: int) -> None:
    answered = (f"{thread}@mail.example",) if thread else ()
    folded = fold(
        [
            _item("a", role="Care Assistant"),
            _item("no", day=10, verdict=Verdict.REJECTION),
            _item("own", day=11, verdict=Verdict.AMBIGUOUS, is_sent=True, references=("no@mail.example",)),
            _item("b", day=day, verdict=Verdict.INTERVIEW, references=answered),
        ]
    )  # fmt: skip
    assert len(folded.clusters) == count


def test_an_invitation_by_the_same_title_after_a_no_is_of_that_opening() -> None:
    folded = fold(
        [
            _item("a", role="Care Assistant"),
            _item("no", day=10, verdict=Verdict.REJECTION),
            _item("b", day=12, verdict=Verdict.INTERVIEW, role="Care Assistant"),
        ]
    )
    assert _keys(folded) == [{"a", "no", "b"}]


def test_what_another_mail_has_for_the_employer_is_no_title() -> None:
    by: dict[str, Any] = {"contact": "sven@agent.example"}
    no: dict[str, Any] = {
        "company": "",
        "role": "Larch House",
        "verdict": Verdict.REJECTION,
    }
    folded = fold(
        [
            _item("a", company="Larch House", verdict=Verdict.INTERVIEW, **by),
            _item("b", day=9, **no, **by),
        ]
    )
    assert [cluster.role for cluster in folded.clusters] == [""]


@pytest.mark.parametrize("ending", [None, Verdict.REJECTION])
def test_own_mail_to_the_firm_that_names_none_joins_the_only_application(
    ending: Verdict | None,
) -> None:
    firm = {"firm": "oakmere.example", "contact": "jobs@oakmere.example"}
    own = _item(
        "o", day=20, verdict=Verdict.AMBIGUOUS, company="", is_sent=True, **firm
    )
    first = _item("a", role="Driver", firm="oakmere.example")
    items = [first, own]
    if ending is not None:
        items.append(_item("b", day=9, verdict=ending, firm="oakmere.example"))
    assert _keys(fold(items)) == [{item.key for item in items}]
    other = _item("c", day=1, role="Dispatcher", firm="oakmere.example")
    folded = fold([first, other, own])
    assert folded.unmatched == ("o",)
    assert folded.candidates["o"] == ("c", "a")
