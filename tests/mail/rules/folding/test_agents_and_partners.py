"""Mail of agencies, which name no employer or another, and of firms that name a part of theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from onward.mail.rules.folding.fold import Folded, fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
AGENT = "wolf@zeitraum-personal.example"
FIRM = "zeitraum-personal.example"


def _item(key: str, *, day: int = 0, verdict: Verdict, **facts: Any) -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=START + timedelta(days=day),
        verdict=verdict,
        message_id=f"{key}@mail.example",
        **facts,
    )


def _keys(folded: Folded) -> list[set[str]]:
    return [set(cluster.keys) for cluster in folded.clusters]


def _receipt(**facts: Any) -> FoldItem:
    return _item("a", verdict=Verdict.CONFIRMATION, system="StepStone", **facts)


def test_an_agent_who_names_no_client_writes_of_what_a_board_sent_there() -> None:
    receipt = _receipt(company="Zeitraum Personal GmbH", role="Lagerist")
    invited = _item("b", day=2, verdict=Verdict.INTERVIEW, contact=AGENT, firm=FIRM)
    assert _keys(fold([receipt, invited])) == [{"a", "b"}]


def test_nameless_mail_of_another_domain_stays_alone() -> None:
    receipt = _receipt(company="Zeitraum Personal GmbH", role="Lagerist")
    invited = _item(
        "b",
        day=2,
        verdict=Verdict.INTERVIEW,
        contact="wolf@zeitlos.example",
        firm="zeitlos.example",
    )
    assert _keys(fold([receipt, invited])) == [{"a"}]


def test_an_agent_who_names_only_themselves_writes_of_their_client() -> None:
    told = _item(
        "a",
        verdict=Verdict.INFORMATION_REQUEST,
        company="Messwerk GmbH",
        contact=AGENT,
        firm=FIRM,
    )
    invited = _item(
        "b",
        day=5,
        verdict=Verdict.INTERVIEW,
        company="Zeitraum Personal",
        contact=AGENT,
        firm=FIRM,
    )
    assert _keys(fold([told, invited])) == [{"a", "b"}]


def test_who_said_no_and_writes_first_again_speaks_of_another_opening() -> None:
    first = _receipt(company="Zeitraum Personal", role="Lagerist")
    no = _item(
        "b",
        day=3,
        verdict=Verdict.REJECTION,
        company="Zeitraum Personal",
        contact=AGENT,
    )
    again = _item(
        "c",
        day=40,
        verdict=Verdict.OUTREACH,
        company="Zeitraum Personal",
        role="Staplerfahrer",
        contact=AGENT,
        references=("b@mail.example",),
    )
    yes = _item(
        "d",
        day=41,
        verdict=Verdict.CONFIRMATION,
        company="Zeitraum Personal",
        is_sent=True,
        contact=AGENT,
        references=("c@mail.example",),
    )
    assert _keys(fold([first, no, again, yes])) == [{"a", "b"}, {"c", "d"}]


def test_applying_in_answer_to_a_no_begins_another() -> None:
    first = _receipt(company="Zeitraum Personal", role="Lagerist")
    no = _item(
        "b",
        day=3,
        verdict=Verdict.POSITION_CLOSED,
        company="Zeitraum Personal",
        contact=AGENT,
    )
    yes = _item(
        "c",
        day=4,
        verdict=Verdict.CONFIRMATION,
        company="Zeitraum Personal",
        role="Staplerfahrer",
        is_sent=True,
        contact=AGENT,
        references=("b@mail.example",),
    )
    assert _keys(fold([first, no, yes])) == [{"a", "b"}, {"c"}]


def test_a_word_on_the_way_of_whoever_invited_begins_nothing() -> None:
    applied = _item(
        "a",
        verdict=Verdict.CONFIRMATION,
        company="Messwerk",
        is_sent=True,
        contact="kern@messwerk.example",
    )
    invited = _item(
        "b",
        day=3,
        verdict=Verdict.INTERVIEW,
        company="Messwerk",
        contact="kern@messwerk.example",
    )
    waiting = _item(
        "c",
        day=25,
        verdict=Verdict.CONFIRMATION,
        company="Messwerk",
        contact="kern@messwerk.example",
    )
    assert _keys(fold([applied, invited, waiting])) == [{"a", "b", "c"}]


def test_a_county_and_its_office_are_one_employer() -> None:
    sent = _item(
        "a",
        verdict=Verdict.CONFIRMATION,
        system="Interamt",
        company="Landkreis Werra",
        role="Sachbearbeiter/in Wohngeld",
    )
    tested = _item(
        "b",
        day=20,
        verdict=Verdict.ASSESSMENT,
        company="Landratsamt Werra",
        role="Sachbearbeiter/in Wohngeld",
    )
    other = _item(
        "c",
        day=21,
        verdict=Verdict.ASSESSMENT,
        company="Landratsamt Fulda",
        role="Sachbearbeiter/in Wohngeld",
    )
    assert _keys(fold([sent, tested, other])) == [{"a", "b"}, {"c"}]


def test_a_domain_leaves_the_sign_between_two_names_away() -> None:
    sent = _receipt(
        company="Rechtsanwälte Ahlers & Berndt", role="Mitarbeiterin Empfang"
    )
    no = _item(
        "b",
        day=6,
        verdict=Verdict.REJECTION,
        company="Ahlers Berndt",
        contact="kanzlei@ahlers-berndt.example",
        firm="ahlers-berndt.example",
    )
    folded = fold([sent, no])
    assert _keys(folded) == [{"a", "b"}]
    assert folded.clusters[0].company == "Rechtsanwälte Ahlers & Berndt"


def test_a_name_that_only_a_domain_spells_gives_way_to_that_of_a_letter() -> None:
    applied = _item(
        "a",
        verdict=Verdict.CONFIRMATION,
        company="Rabe Dachdeckermeisterbetrieb",
        is_sent=True,
        contact="buero@dach-rabe.example",
        firm="dach-rabe.example",
    )
    answers = [
        _item(
            key,
            day=day,
            verdict=Verdict.INTERVIEW,
            company="Dach Rabe",
            contact="buero@dach-rabe.example",
            firm="dach-rabe.example",
            references=("a@mail.example",),
        )
        for day, key in enumerate("bcd", start=2)
    ]
    folded = fold([applied, *answers])
    assert folded.clusters[0].company == "Rabe Dachdeckermeisterbetrieb"


def test_a_part_of_a_name_does_not_take_the_place_of_what_a_domain_spells() -> None:
    told = _item("a", verdict=Verdict.CONFIRMATION, company="Rabe", role="Clerk")
    spelled = _item(
        "b",
        day=2,
        verdict=Verdict.INTERVIEW,
        company="Rabe Quarries",
        contact="kim@rabe-quarries.example",
        firm="rabe-quarries.example",
    )
    folded = fold([told, spelled])
    assert _keys(folded) == [{"a", "b"}]
    assert folded.clusters[0].company == "Rabe Quarries"


def test_what_a_domain_spells_and_a_mail_says_counts_as_often_as_it_is_said() -> None:
    told = _item("a", verdict=Verdict.CONFIRMATION, company="Rabe Quarries")
    house = "Ropewalk Mill"
    spelled = [
        _item(
            key,
            day=day,
            verdict=Verdict.INTERVIEW,
            company=company,
            contact="kim@rabe-quarries.example",
            firm="rabe-quarries.example",
            references=("a@mail.example",),
        )
        for day, (key, company) in enumerate(
            [("b", "Rabe Quarries"), ("c", house), ("d", "Rabe Quarries")], start=2
        )
    ]
    folded = fold([told, *spelled])
    assert {cluster.company for cluster in folded.clusters} == {"Rabe Quarries"}


def test_an_agents_news_is_of_the_client_that_its_subject_names() -> None:
    rosa: dict[str, Any] = {"contact": "rosa@tolmersearch.example"}
    folded = fold(
        [
            _item("a", verdict=Verdict.INTERVIEW, company="Hotel Larchenruh", **rosa),
            _item("b", verdict=Verdict.INTERVIEW, company="Hotel Vale Court", **rosa),
            _item(
                "c",
                day=9,
                verdict=Verdict.REJECTION,
                company="Tolmer Search for Hotels",
                subject="Larchenruh",
                **rosa,
            ),
            _item(
                "d",
                day=9,
                verdict=Verdict.REJECTION,
                company="Tolmer Search for Hotels",
                subject="News of your hotel",
                **rosa,
            ),
        ]
    )
    assert {"a", "c"} in _keys(folded)
    assert {"d"} in _keys(folded)
