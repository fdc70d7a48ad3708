from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.folding.apart import told_apart
from onward.mail.rules.folding.cluster import cluster_of
from onward.mail.rules.folding.fold import Folded
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
TWO = {frozenset({"X", "Y"})}


def item(key: str, *, role: str = "", references: tuple[str, ...] = ()) -> FoldItem:
    return FoldItem(
        key,
        START + timedelta(days=ord(key)),
        Verdict.INTERVIEW,
        company="Quillmoor",
        role=role,
        message_id=f"{key}@x",
        references=references,
    )


def apart(*items: FoldItem, heads: dict[str, str]) -> Folded:
    folded = Folded(clusters=(cluster_of(items),), unmatched=())
    return told_apart(folded, {i.key: i for i in items}, heads, apart=TWO)


def keys(folded: Folded) -> list[str]:
    return ["".join(cluster.keys) for cluster in folded.clusters]


def test_mail_that_answers_both_goes_with_the_latest_it_answers() -> None:
    last = item("c", references=("a@x", "b@x"))
    found = apart(item("a"), item("b"), last, heads={"a": "X", "b": "Y"})
    assert keys(found) == ["a", "bc"]


def test_mail_that_answers_neither_goes_with_its_title() -> None:
    items = item("a", role="Cook"), item("b", role="Porter"), item("c", role="Cook")
    assert keys(apart(*items, heads={"a": "X", "b": "Y"})) == ["ac", "b"]


def test_what_fits_both_alike_is_left_to_the_person() -> None:
    found = apart(item("a"), item("b"), item("c"), heads={"a": "X", "b": "Y"})
    assert keys(found) == ["a", "b"]
    assert found.unmatched == ("c",)


def test_each_is_described_by_its_own_mail() -> None:
    items = item("a", role="Cook"), item("b", role="Night Porter")
    found = apart(*items, heads={"a": "X", "b": "Y"})
    assert [cluster.role for cluster in found.clusters] == ["Cook", "Night Porter"]


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from(["X", "Y", "Z", ""]))
)
def test_no_message_is_lost_and_no_two_are_together(where: dict[str, str]) -> None:
    heads = {key: head for key, head in where.items() if head}
    if not where:
        return
    found = apart(*(item(key) for key in sorted(where)), heads=heads)
    told = "".join([*keys(found), *found.unmatched])
    assert sorted(told) == sorted(where)
    for cluster in found.clusters:
        assert not {"X", "Y"} <= {heads.get(key) for key in cluster.keys}
