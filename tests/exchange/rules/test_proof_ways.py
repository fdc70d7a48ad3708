from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.exchange.rules.proof_ways import Sending, Way, WayKind, way_of

DAY = timedelta(days=1)
ON = date(2026, 11, 3)

sendings = st.builds(
    Sending,
    st.dates(date(2026, 10, 1), date(2026, 12, 31)),
    st.booleans(),
    st.sampled_from(["", "Personio", "StepStone"]),
)


def test_own_mail_is_an_application_by_e_mail() -> None:
    assert way_of([Sending(ON, is_own_mail=True)]) == Way(WayKind.EMAIL)


def test_a_receipt_through_a_system_is_one_online_and_names_it() -> None:
    found = way_of([Sending(ON, system="Personio")], came_through="Greenhouse")
    assert found == Way(WayKind.ONLINE, "Personio")


def test_a_system_that_receives_own_mail_on_that_day_or_later_changes_nothing() -> None:
    mail = Sending(ON, is_own_mail=True)
    for later in (ON, ON + DAY, ON + 20 * DAY):
        receipt = Sending(later, system="Personio")
        assert way_of([receipt, mail]) == Way(WayKind.EMAIL)


def test_mail_that_follows_a_receipt_leaves_it_online() -> None:
    receipt = Sending(ON, system="StepStone")
    mail = Sending(ON + DAY, is_own_mail=True)
    assert way_of([mail, receipt]) == Way(WayKind.ONLINE, "StepStone")


def test_where_it_was_found_never_stands_for_how_it_was_sent() -> None:
    mail, receipt = Sending(ON, is_own_mail=True), Sending(ON, system="Personio")
    assert way_of([mail], found_at="StepStone") == Way(WayKind.EMAIL)
    found = way_of([receipt], found_at="Empfehlung einer Freundin")
    assert found == Way(WayKind.ONLINE, "Personio")
    found = way_of([Sending(ON)], came_through="Greenhouse", found_at="StepStone")
    assert found == Way(WayKind.AS_WRITTEN, "Greenhouse")


def test_where_it_was_found_is_told_as_that_where_nothing_else_is_known() -> None:
    for none in ([], [Sending(ON)]):
        assert way_of(none, found_at="StepStone") == Way(WayKind.FOUND, "StepStone")


def test_a_receipt_of_the_employers_own_tells_no_way() -> None:
    assert way_of([Sending(ON)]) == Way(WayKind.UNKNOWN)
    # A later mail can come through a system that the application did not.
    found = way_of([Sending(ON)], came_through="Greenhouse")
    assert found == Way(WayKind.AS_WRITTEN, "Greenhouse")


@given(
    st.lists(sendings, max_size=6),
    st.sampled_from(["", "LinkedIn"]),
    st.sampled_from(["", "StepStone"]),
)
def test_no_way_is_said_that_nothing_tells(
    every: list[Sending], through: str, place: str
) -> None:
    found = way_of(every, came_through=through, found_at=place)
    assert found == way_of(every[::-1], came_through=through, found_at=place)
    if found.kind == WayKind.EMAIL:
        assert any(each.is_own_mail for each in every)
    if found.kind == WayKind.ONLINE:
        assert found.name in {each.system for each in every if not each.is_own_mail}
    if found.kind in {WayKind.FOUND, WayKind.UNKNOWN}:
        assert found.name == place
        assert not through
        assert not any(each.is_own_mail or each.system for each in every)
