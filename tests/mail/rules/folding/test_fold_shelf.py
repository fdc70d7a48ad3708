from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.fold import Folded, fold
from onward.mail.rules.folding.growing import SAME_ANSWER, WINDOW
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 2, 2, 8, 0, tzinfo=UTC)


def _item(
    key: str,
    *,
    day: float = 0,
    verdict: Verdict = Verdict.CONFIRMATION,
    company: str = "Oakmere Foods",
    references: tuple[str, ...] = (),
    **facts: Any,
) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=START + timedelta(days=day),
        verdict=verdict,
        company=company,
        message_id=f"{key}@mail.example",
        references=references,
        **facts,
    )


def _keys(folded: Folded) -> list[list[str]]:
    return [list(cluster.keys) for cluster in folded.clusters]


def test_a_no_that_names_only_the_employer_joins_the_sole_open_application() -> None:
    folded = fold([_item("a", role="Clerk"), _no("b", day=4)])
    assert _keys(folded) == [["a", "b"]]


def _no(key: str, *, day: float, **facts: Any) -> FoldItem:
    return _item(key, day=day, verdict=Verdict.REJECTION, **facts)


def _talk(role: str, *, verdict: Verdict = Verdict.OFFER, **facts: Any) -> list[str]:
    """Return which of three mails are one with the first: applied, invited, then this."""
    kim = "kim@oakmere.example"
    invited = _item(
        "b", day=3, verdict=Verdict.INTERVIEW, role="Administrator, Dale", contact=kim
    )
    last = _item("c", day=9, verdict=verdict, role=role, **{"contact": kim, **facts})
    return _keys(fold([_item("a", role="Administrator, Dale"), invited, last]))[0]


def test_who_one_talks_to_may_call_the_job_by_another_title() -> None:
    assert _talk("Home Administrator") == ["a", "b", "c"]
    assert _talk("Home Administrator Grade 4") == ["a", "b", "c"]
    assert _talk("Home Administrator", company="Oakmere Group") == ["a", "b", "c"]


def test_another_title_is_another_job_where_anything_else_differs() -> None:
    for other in (
        _talk("Driver"),
        _talk("Senior Administrator, Home"),
        _talk("Home Administrator", contact="lee@oakmere.example"),
        _talk("Home Administrator", company="Larkfield"),
        _talk("Home Administrator", verdict=Verdict.CONFIRMATION),
        _talk("Home Administrator", verdict=Verdict.OUTREACH),
    ):
        assert other == ["a", "b"]


def test_a_subject_that_is_the_employers_name_is_no_other_title() -> None:
    assert _talk("Oakmere", verdict=Verdict.REJECTION, company="") == ["a", "b", "c"]


def test_where_two_are_open_a_nameless_no_is_left_to_the_person() -> None:
    folded = fold(
        [_item("a", role="Clerk"), _item("b", day=1, role="Driver"), _no("c", day=9)]
    )
    assert folded.unmatched == ("c",)
    assert folded.candidates == {"c": ("b", "a")}


def test_where_one_of_two_has_ended_a_nameless_no_is_for_the_other() -> None:
    folded = fold(
        [
            _item("a", role="Clerk"),
            _item("b", day=1, role="Driver"),
            _no("c", day=5, role="Driver"),
            _no("d", day=9),
        ]
    )
    assert _keys(folded) == [["a", "d"], ["b", "c"]]


def test_after_the_only_application_has_ended_further_mail_still_joins_it() -> None:
    folded = fold(
        [
            _item("a", role="Clerk"),
            _no("b", day=5, role="Clerk"),
            _item("c", day=8, verdict=Verdict.INFORMATION_REQUEST),
        ]
    )
    assert _keys(folded) == [["a", "b", "c"]]


def test_an_interview_after_a_no_opens_the_application_again() -> None:
    folded = fold(
        [
            _item("a", role="Clerk"),
            _no("b", day=5, role="Clerk"),
            _item("c", day=8, verdict=Verdict.INTERVIEW, role="Clerk"),
            _item("d", day=9, role="Clerk"),
        ]
    )
    assert _keys(folded) == [["a", "b", "c", "d"]]


def test_junior_and_senior_are_two_roles() -> None:
    folded = fold([_item("a", role="Senior Clerk"), _item("b", role="Clerk")])
    assert len(folded.clusters) == 2


def test_a_title_inside_a_longer_title_is_the_same_application() -> None:
    folded = fold(
        [
            _item("a", role="Data Engineer, Payments"),
            _no("b", day=3, role="Data Engineer"),
        ]
    )
    assert _keys(folded) == [["a", "b"]]
    assert folded.clusters[0].role == "Data Engineer, Payments"


def test_two_nameless_receipts_weeks_apart_are_two_applications() -> None:
    late = SAME_ANSWER.days + 1
    assert len(fold([_item("a"), _item("b", day=late)]).clusters) == 2
    assert len(fold([_item("a"), _item("b", day=late - 1)]).clusters) == 1


def test_how_an_application_stands_weeks_later_is_no_other_application() -> None:
    late = SAME_ANSWER.days + 25
    folded = fold([_item("a", role="Clerk"), _item("b", day=late, goes_on=True)])
    assert _keys(folded) == [["a", "b"]]


def test_the_employers_nameless_receipt_follows_the_boards() -> None:
    folded = fold(
        [
            _item("a", role="Clerk", system="LinkedIn"),
            _item("b", day=0.1, system="Greenhouse"),
            _item("c", day=2, role="Driver", system="LinkedIn"),
            _item("d", day=2.1, system="Greenhouse"),
        ]
    )
    assert _keys(folded) == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    "other", ["Oakmere", "Oakmere Foods Group", "OAKMERE FOODS GmbH", "oakmerefoods"]
)
def test_one_employer_is_written_in_many_ways(other: str) -> None:
    folded = fold([_item("a", role="Clerk"), _no("b", day=3, company=other)])
    assert _keys(folded) == [["a", "b"]]


def test_a_short_name_that_two_employers_begin_with_needs_the_role() -> None:
    foods = _item("a", role="Clerk")
    homes = _item("b", role="Driver", company="Oakmere Homes")
    nameless = _no("c", day=2, company="Oakmere")
    named = _no("d", day=3, company="Oakmere", role="Driver")
    folded = fold([foods, homes, nameless, named])
    assert ["b", "d"] in _keys(folded)
    assert ["c"] in _keys(folded)


def test_the_fullest_name_is_kept() -> None:
    folded = fold([_item("a", company="Oakmere"), _no("b", day=1)])
    assert folded.clusters[0].company == "Oakmere Foods"


def test_a_calendar_number_ties_without_names() -> None:
    invited = _item("a", verdict=Verdict.INTERVIEW, role="Clerk", calendar_uid="u1")
    moved = _item("b", day=2, verdict=Verdict.INTERVIEW, company="", calendar_uid="u1")
    assert _keys(fold([invited, moved])) == [["a", "b"]]


def test_the_first_mail_of_a_thread_learns_the_employer_from_a_later_one() -> None:
    first = _item("a", verdict=Verdict.INTERVIEW, company="")
    later = _item(
        "b", day=2, verdict=Verdict.OFFER, references=("a@mail.example",), role="Clerk"
    )
    folded = fold([first, later])
    assert _keys(folded) == [["a", "b"]]
    assert folded.clusters[0].company == "Oakmere Foods"


def test_a_person_who_writes_anew_is_known_by_the_address() -> None:
    first = _item("a", verdict=Verdict.INTERVIEW, contact="ada@oakmere.example")
    anew = _no("b", day=9, company="", contact="ada@oakmere.example")
    folded = fold([first, anew])
    assert _keys(folded) == [["a", "b"]]
    assert folded.clusters[0].contact == "ada@oakmere.example"


def test_the_providers_thread_of_system_mail_does_not_join_two_roles() -> None:
    folded = fold(
        [
            _item("a", role="Clerk", thread="7"),
            _item("b", day=1, role="Driver", thread="7"),
        ]
    )
    assert len(folded.clusters) == 2


def test_the_providers_thread_places_a_nameless_system_mail() -> None:
    folded = fold(
        [_item("a", role="Clerk", thread="7"), _no("b", day=1, company="", thread="7")]
    )
    assert _keys(folded) == [["a", "b"]]


def test_other_numbers_part_even_a_thread() -> None:
    folded = fold(
        [
            _item("a", requisition="R-10"),
            _no("b", day=1, requisition="R-20", references=("a@mail.example",)),
        ]
    )
    assert len(folded.clusters) == 2


def test_the_window_moves_with_the_last_message() -> None:
    half = WINDOW.days - 10
    folded = fold(
        [
            _item("a", role="Clerk"),
            _item("b", day=half, verdict=Verdict.INTERVIEW, role="Clerk"),
            _no("c", day=2 * half, role="Clerk"),
        ]
    )
    assert _keys(folded) == [["a", "b", "c"]]


def test_an_undated_mail_is_placed_last() -> None:
    undated = FoldItem("b", None, Verdict.REJECTION, company="Oakmere Foods")
    folded = fold([undated, _item("a", role="Clerk")])
    assert _keys(folded) == [["a", "b"]]


@pytest.mark.parametrize(
    ("company", "requisition", "count"),
    [
        ("Oakmere Homes", "jr-2207", 1),
        ("Oakmere Homes", "jr-2208", 2),
        ("Quillmoor Homes", "jr-2207", 2),
    ],
)
def test_a_number_ties_what_an_employer_akin_writes(
    company: str, requisition: str, count: int
) -> None:
    first = _item("a", role="Planner and Stores Clerk", requisition="JR-2207")
    later = _item(
        "b",
        day=3,
        verdict=Verdict.ASSESSMENT,
        company=company,
        role="Planner",
        requisition=requisition,
    )
    assert len(fold([first, later]).clusters) == count


def test_what_is_not_hiring_stays_outside() -> None:
    folded = fold([_item("a", verdict=Verdict.OTHER)])
    assert folded.clusters == ()
    assert folded.unmatched == ("a",)


def test_an_unclear_mail_begins_no_application() -> None:
    folded = fold([_item("a", verdict=Verdict.AMBIGUOUS), _item("b", day=1)])
    assert _keys(folded) == [["b"]]
    assert folded.unmatched == ("a",)


_ITEMS = st.lists(
    st.builds(
        lambda n, hour, verdict, company, role, requisition, thread, contact, answers: (
            FoldItem(
                key=f"k{n}",
                sent_at=None if hour == 0 else START + timedelta(hours=hour),
                verdict=verdict,
                company=company,
                role=role,
                requisition=requisition,
                message_id=f"{n}@x",
                thread=thread,
                contact=contact,
                references=answers,
                calendar_uid=thread if contact else "",
            )
        ),
        st.integers(0, 30),
        st.integers(0, 6000),
        st.sampled_from(list(Verdict)),
        st.sampled_from(
            ["", "Acme", "Acme Robotics", "Hotel Acme Robotics", "Borderline"]
        ),
        st.sampled_from(["", "Driver", "Senior Driver", "Bus Driver", "Clerk"]),
        st.sampled_from(["", "", "R-10", "R-20"]),
        st.sampled_from(["", "", "7", "8"]),
        st.sampled_from(["", "", "ada@acme.example"]),
        st.lists(st.integers(0, 30).map(lambda n: f"{n}@x"), max_size=2).map(tuple),
    ),
    max_size=25,
)


@given(_ITEMS, st.randoms(use_true_random=False))
def test_shuffled_and_doubled_messages_fold_alike(items, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = [*items, *items[:4]]
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(items)


@given(_ITEMS)
def test_each_key_is_in_one_cluster_or_unmatched(items: list[FoldItem]) -> None:
    folded = fold(items)
    placed = [key for cluster in folded.clusters for key in cluster.keys]
    everything = sorted([*placed, *folded.unmatched])
    assert everything == sorted({item.key for item in items})


@given(_ITEMS)
def test_numbers_of_one_cluster_never_differ(items: list[FoldItem]) -> None:
    numbers = {item.key: item.requisition for item in sorted(items, key=repr)}
    for cluster in fold(items).clusters:
        assert len({numbers[key] for key in cluster.keys} - {""}) <= 1


def _from_firm(key: str, *, day: float, **facts: Any) -> FoldItem:
    said: dict[str, Any] = {"verdict": Verdict.INTERVIEW, "company": ""}
    said |= {"contact": f"{key}@oakmere.example", "firm": "oakmere.example"}
    return _item(key, day=day, **said | facts)


def _of_oakmere(key: str, **facts: Any) -> FoldItem:
    return _item(key, firm="oakmere.example", **{"role": "Clerk"} | facts)


@pytest.mark.parametrize("company", ["", "Oakmere"])
def test_a_nameless_mail_from_the_firms_domain_joins_what_is_open_there(
    company: str,
) -> None:
    a = _of_oakmere("a", company="Foods of Oakmere")
    folded = fold([a, _from_firm("b", day=3, company=company)])
    assert _keys(folded) == [["a", "b"]]
    assert folded.clusters[0].company == "Foods of Oakmere"


@pytest.mark.parametrize(
    "facts",
    [
        {"verdict": Verdict.OUTREACH},
        {"verdict": Verdict.AMBIGUOUS},
        {"contact": ""},
        {"role": "Driver"},
        {"day": 200},
        {"firm": "other.example"},
    ],
)
def test_what_is_not_sure_to_be_of_that_application_waits(
    facts: dict[str, Any],
) -> None:
    later = _from_firm("b", **{"day": 3} | facts)
    assert fold([_of_oakmere("a"), later]).unmatched == ("b",)


def test_after_a_no_there_a_nameless_mail_waits() -> None:
    no = _no("b", day=1, firm="oakmere.example")
    folded = fold([_of_oakmere("a"), no, _from_firm("c", day=3)])
    assert folded.unmatched == ("c",)


def test_of_several_there_the_number_tells_which() -> None:
    folded = fold(
        [
            _of_oakmere("a", requisition="R-77"),
            _of_oakmere("b", role="Driver", day=1),
            _from_firm("c", day=3, requisition="R-77"),
        ]
    )
    assert _keys(folded) == [["a", "c"], ["b"]]


def test_a_domain_that_says_another_name_joins_nothing() -> None:
    a = _of_oakmere("a", company="Quay Foods")
    folded = fold([a, _from_firm("b", day=3, company="Oakmere")])
    assert _keys(folded) == [["a"], ["b"]]


def test_all_words_of_one_title_in_the_only_open_one_are_the_same_opening() -> None:
    receipt = _item("a", role="Payroll Clerk/Administrator")
    no = _no("b", day=9, role="Payroll Administrator")
    assert _keys(fold([receipt, no])) == [["a", "b"]]
    second = _item("c", day=1, role="Payroll Office Administrator")
    assert len(fold([receipt, second, no]).clusters) == 3
    later = _item("d", day=9, role="Payroll Administrator")
    assert len(fold([receipt, later]).clusters) == 2


@pytest.mark.parametrize(
    ("firm", "name", "is_one"),
    [
        ("smnadwarta.example", "Spółdzielnia Mieszkaniowa Nad Wartą", True),
        ("sp12bory.example", "Szkoła Podstawowa nr 12", True),
        ("poczta-lipa.example", "Serramenti Bor", False),
    ],
)
def test_what_a_domain_alone_tells_is_the_house_whose_words_it_spells(
    firm: str, name: str, is_one: bool
) -> None:
    label = firm.partition(".")[0].replace("-", " ")
    mails = [
        _item("a", role="Clerk", company=name, firm=firm),
        _no("b", day=4, role="Clerk", company=label, firm=firm, contact=f"jo@{firm}"),
    ]
    assert (len(_keys(fold(mails))) == 1) is is_one


def test_the_mark_of_a_single_letter_is_no_other_number() -> None:
    folded = fold(
        [
            _item("a", role="Driver", requisition="HBC/26/0418"),
            _item(
                "b",
                day=9,
                verdict=Verdict.INTERVIEW,
                role="Driver",
                requisition="HBC/26/0418/INT",
            ),
            _no("c", day=20, role="Driver", requisition="HBC/26/0418/OUT"),
        ]
    )
    assert [set(cluster.keys) for cluster in folded.clusters] == [{"a", "b", "c"}]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("KA/2026/IT", "KA/2026/HR"),
        ("KA/2026", "KA/2026/IT"),
        ("HBC/26/0418", "HBC/26/0418/2"),
        ("HBC/26/0418", "HBC/26/04189"),
        ("SRV/26/0418/A", "SRV/26/0418/B"),
    ],
)
def test_other_numbers_stay_apart(first: str, second: str) -> None:
    folded = fold(
        [
            _item("a", role="Driver", requisition=first),
            _no("b", day=1, role="Driver", requisition=second),
        ]
    )
    assert len(folded.clusters) == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("377-2211", "377-XX-2211", 1),
        ("377-XX-2211", "377-2211", 1),
        ("C9377-26-2211", "377-2211", 1),
        ("C9377-26-2211", "377-XX-2211", 1),
        ("377-2211-A&C", "C9377-26-2211", 1),
        ("377-XX-2211", "377-YY-2211", 2),
        ("C9377-26-2211", "377-25-2211", 2),
        ("377-2211", "378-2211", 2),
        ("377-2211", "377-2211-2", 2),
        ("377-2211", "2211", 2),
        ("37-11", "37-XX-11", 2),
    ],
)
def test_a_number_of_which_more_is_told_is_no_other_number(
    first: str, second: str, count: int
) -> None:
    folded = fold(
        [
            _item("a", role="Ward Clerk", requisition=first),
            _no("b", day=9, role="Ward Clerk", requisition=second),
        ]
    )
    assert len(folded.clusters) == count


def test_what_contradicts_one_of_the_numbers_is_another_opening() -> None:
    folded = fold(
        [
            _item(key, day=day, role="Ward Clerk", requisition=number)
            for day, (key, number) in enumerate(
                [("a", "377-2211"), ("b", "377-XX-2211"), ("c", "377-YY-2211")]
            )
        ]
    )
    assert _keys(folded) == [["a", "b"], ["c"]]


@pytest.mark.parametrize(
    ("facts", "is_one"),
    [
        ({"company": "", "role": "Ward Clerk"}, True),
        ({"company": "", "role": "Driver"}, False),
        ({"company": "", "role": ""}, False),
        ({"company": "Oakmere Foods", "role": "Ward Clerk (Band 3)"}, True),
        ({"company": "Quillmoor", "role": "Ward Clerk"}, False),
    ],
)
def test_a_number_told_in_part_needs_the_employer_or_the_title(
    facts: dict[str, str], is_one: bool
) -> None:
    first = _item("a", role="Ward Clerk", requisition="377-XX-2211")
    later = _no("b", day=9, requisition="C9377-26-2211", **facts)
    assert (_keys(fold([first, later])) == [["a", "b"]]) is is_one


def _booked(key: str, meeting: str, **facts: Any) -> FoldItem:
    kept = {"company": "", "verdict": Verdict.INTERVIEW, "meeting": meeting}
    return _item(key, **kept | facts)


@pytest.mark.parametrize(
    "meeting",
    [
        "Confirmed: Oakmere – Stores chat with Ida Roe",
        "Bestätigt: Kennenlernen mit Oakmere Foods",
        "New event: Oakmere Foods <> Robin Vale",
    ],
)
def test_a_meeting_called_after_an_employer_is_of_the_application_there(
    meeting: str,
) -> None:
    first = _item("a", company="Oakmere Foods", role="Clerk")
    other = _item("c", company="Brack Boats", role="Clerk")
    folded = fold([first, other, _booked("b", meeting, day=4)])
    assert {"a", "b"} in [set(cluster.keys) for cluster in folded.clusters]


def test_a_meeting_days_after_a_no_begins_another_application_there() -> None:
    items = [
        _item("a", company="Oakmere Foods", role="Clerk"),
        _no("b", day=9, company="Oakmere Foods", role="Clerk"),
        _booked("c", "Confirmed: Oakmere – Stores chat", day=14),
    ]
    folded = fold(items)
    told = [(set(each.keys), each.company) for each in folded.clusters]
    assert told == [({"a", "b"}, "Oakmere Foods"), ({"c"}, "Oakmere Foods")]


@pytest.mark.parametrize(
    "meeting",
    ["Confirmed: Stores chat with Ida Roe", "Confirmed: Interview", "Confirmed: Oak"],
)
def test_a_meeting_that_names_no_known_employer_is_left_open(meeting: str) -> None:
    first = _item("a", company="Oakmere Foods", role="Clerk")
    folded = fold([first, _booked("b", meeting, day=4)])
    assert folded.unmatched == ("b",)
