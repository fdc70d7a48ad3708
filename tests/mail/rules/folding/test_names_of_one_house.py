from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from onward.mail.rules.folding.fold import fold
from onward.mail.rules.folding.item import FoldItem
from onward.mail.rules.types import Verdict


def _from(firm: str, company: str, verdict: Verdict, **facts: Any) -> FoldItem:
    """Return a mail of the second of April, or of the first where it is a receipt, from a firm's domain."""
    day = 1 if verdict is Verdict.CONFIRMATION else 2
    return FoldItem(
        key=str(day),
        sent_at=datetime(2026, 4, day, tzinfo=UTC),
        verdict=verdict,
        company=company,
        message_id=f"{day}@mail.example",
        firm=firm,
        contact=f"wenna@{firm}",
        **facts,
    )


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Larch & Sons", "Larch and Sons"), "Larch & Sons"),
        (("Larch and Sons", "Larch & Sons"), "Larch & Sons"),
        (("Lärch & Ulm", "Lärch und Ulm"), "Lärch & Ulm"),
        (("Larch and Sons", "Larch and Sons"), "Larch and Sons"),
        (("Larch & Sons", "Larch and Sons Ltd"), "Larch and Sons Ltd"),
    ],
)
def test_a_sign_that_somebody_wrote_stays_in_a_name(
    names: tuple[str, str], told: str
) -> None:
    verdicts = (Verdict.CONFIRMATION, Verdict.REJECTION)
    items = [
        _from("larchandsons.example", name, verdict, role="Clerk")
        for name, verdict in zip(names, verdicts, strict=True)
    ]
    assert [each.company for each in fold(items).clusters] == [told]


@pytest.mark.parametrize(
    ("number", "other", "count"),
    [("10884", "10884", 1), ("10884", "10885", 2), ("26", "26", 2), ("", "", 2)],
)
def test_the_same_title_by_the_same_telling_number_is_one_opening(
    number: str, other: str, count: int
) -> None:
    one = _from(
        "larchjobs.example",
        "Larch Wolds University",
        Verdict.CONFIRMATION,
        role="Outreach Officer",
        requisition=number,
    )
    two = _from(
        "tvq.example",
        "TVQ",
        Verdict.INTERVIEW,
        role="Outreach Officer",
        requisition=other,
    )
    assert len(fold([one, two]).clusters) == count


@pytest.mark.parametrize(
    ("known", "role", "count"),
    [
        ("Tolmills Museums", "Learning Officer", 1),
        ("Tolmills Museums", "Cook", 2),
        ("Vale Chemicals Ltd", "Learning Officer", 2),
    ],
)
def test_a_firm_that_its_domain_alone_named_is_called_otherwise_for_the_same_title(
    known: str, role: str, count: int
) -> None:
    firm = "tolmills-museums.example"
    one = _from(firm, known, Verdict.CONFIRMATION, role="Learning Officer")
    two = _from(firm, "Fearn Mill", Verdict.INTERVIEW, role=role)
    assert len(fold([one, two]).clusters) == count


def _clusters(*told: tuple[str, str, Verdict]) -> list[int]:
    """Return how many mails each application has; each mail is told by employer, title, verdict."""
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=place),
            verdict=verdict,
            company=company,
            role=role,
            message_id=f"{place}@mail.example",
        )
        for place, (company, role, verdict) in enumerate(told)
    ]
    return sorted(len(cluster.keys) for cluster in fold(items).clusters)


@pytest.mark.parametrize(
    ("board", "house"),
    [
        ("Hotel Puente del Alba", "Puente del Alba"),
        ("Quarry Vale", "Residencia Quarry Vale"),
    ],
)
def test_a_house_with_and_without_its_kind_is_one(board: str, house: str) -> None:
    told = (
        (board, "Cook", Verdict.CONFIRMATION),
        (house, "Cook", Verdict.INTERVIEW),
        (house, "", Verdict.REJECTION),
    )
    assert _clusters(*told) == [3]


def test_a_house_with_and_without_its_kind_may_have_two_openings() -> None:
    told = (
        ("Hotel Puente del Alba", "Cook", Verdict.CONFIRMATION),
        ("Puente del Alba", "Night Porter", Verdict.CONFIRMATION),
    )
    assert _clusters(*told) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Stadt Tolmen", "Tolmen"), ("Vale Homes", "Quarry Vale Homes Group")],
)
def test_one_word_alone_or_more_in_front_is_another_house(one: str, other: str) -> None:
    told = (
        (one, "Cook", Verdict.CONFIRMATION),
        (other, "Cook", Verdict.REJECTION),
    )
    assert _clusters(*told) == [1, 1]


def test_a_house_by_its_letters_and_written_out_is_one() -> None:
    told = (
        ("Zakłady Mięsne Borowik Sp. j.", "Kucharz", Verdict.CONFIRMATION),
        ("ZM Borowik", "kucharz", Verdict.INTERVIEW),
        ("ZM Borowik", "", Verdict.REJECTION),
    )
    assert _clusters(*told) == [3]


@pytest.mark.parametrize("other", ["ZD Borowik", "ZM Sosna", "ZM"])
def test_other_letters_or_another_name_are_another_house(other: str) -> None:
    told = (
        ("Zakłady Mięsne Borowik", "Kucharz", Verdict.CONFIRMATION),
        (other, "Kucharz", Verdict.REJECTION),
    )
    assert _clusters(*told) == [1, 1]


@pytest.mark.parametrize(
    ("whole", "short"),
    [("Grupo Serralto", "SERRALTO"), ("Region Ormdalen", "Ormdalen")],
)
def test_a_group_with_and_without_that_word_is_one(whole: str, short: str) -> None:
    told = (
        (short, "Kock", Verdict.CONFIRMATION),
        (whole, "", Verdict.REJECTION),
    )
    assert _clusters(*told) == [2]


def test_a_school_by_its_letters_and_number_is_one() -> None:
    told = (
        ("Szkoła Podstawowa nr 41", "Referent", Verdict.CONFIRMATION),
        ("SP nr 41", "Referent", Verdict.INTERVIEW),
    )
    assert _clusters(*told) == [2]
    other = (told[0], ("SP nr 42", "Referent", Verdict.INTERVIEW))
    assert _clusters(*other) == [1, 1]
    patron = ("Szkoła Podstawowa nr 41 im. Jana Lipy", "Referent", Verdict.CONFIRMATION)
    assert _clusters(patron, told[1]) == [2]
    assert _clusters(patron, other[1]) == [1, 1]


def test_two_houses_of_one_kind_with_patrons_of_their_own_are_two() -> None:
    told = (
        ("Szpital Specjalistyczny im. Anny Jodły", "Referent", Verdict.CONFIRMATION),
        ("Szpital Specjalistyczny im. Jana Sosny", "Referent", Verdict.REJECTION),
    )
    assert _clusters(*told) == [1, 1]


def _items(*told: FoldItem) -> list[int]:
    return sorted(len(cluster.keys) for cluster in fold(told).clusters)


def _item(key: str, company: str, role: str, **others: Any) -> FoldItem:
    at = datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=int(key))
    verdict = others.pop("verdict", Verdict.CONFIRMATION)
    return FoldItem(
        key,
        at,
        verdict,
        company=company,
        role=role,
        message_id=f"{key}@mail.example",
        **others,
    )


def test_a_domain_without_marks_spells_the_region() -> None:
    receipt = _item("1", "Region Österlund", "Kock", system="Varbi")
    answer = _item(
        "2",
        "Osterlund",
        "Kock",
        firm="osterlund.example",
        contact="samir@osterlund.example",
    )
    assert _items(receipt, answer) == [2]
    shown = _item("2", "Osterlund", "Kock", firm="other.example")
    assert _items(receipt, shown) == [1, 1]


def test_a_mailbox_called_after_a_title_is_about_that_opening() -> None:
    cook = _item("1", "Älvnäs kommun", "Kock")
    pool = _item("2", "Älvnäs kommun", "Timvikarie till vikariepoolen")
    told = {"verdict": Verdict.INTERVIEW, "firm": "alvnas.example"}
    asked = _item("3", "Älvnäs kommun", "", box="vikariepoolen", **told)
    found = fold([cook, pool, asked])
    assert sorted(len(each.keys) for each in found.clusters) == [1, 2]
    assert not found.unmatched
    unclear = fold([cook, pool, _item("3", "Älvnäs kommun", "", box="info", **told)])
    assert unclear.unmatched == ("3",)


def _by_board_and_owner(board: str, owner: str, *, firm: str) -> int:
    """Return how many applications a board's receipt and an owner's mail from a domain are."""
    at = datetime(2026, 4, 1, tzinfo=UTC)
    items = [
        FoldItem("a", at, Verdict.CONFIRMATION, board, "Shop Assistant"),
        FoldItem(
            "b",
            at + timedelta(days=3),
            Verdict.INTERVIEW,
            owner,
            contact=f"bob@{firm}",
            firm=firm,
        ),
    ]
    return len(fold(items).clusters)


@pytest.mark.parametrize(
    ("board", "label"),
    [
        ("Dunmore Tiles & Flooring", "dunmoretf"),
        ("Hollow Tree Garden Services Ltd", "hollowtreegs"),
        ("Brack Boats and Leisure Marine", "brackblm"),
    ],
)
def test_a_domain_may_leave_the_last_words_their_letters(
    board: str, label: str
) -> None:
    firm = f"{label}.example"
    assert _by_board_and_owner(board, label.capitalize(), firm=firm) == 1


@pytest.mark.parametrize(
    ("board", "label", "firm"),
    [
        ("Dunmore Tiles & Flooring", "dunmoretx", "dunmoretx.example"),
        ("Dunmore Tiles", "dunmoret", "dunmoret.example"),
        # No domain spells it: whoever is called so is a firm of its own.
        ("Dunmore Tiles & Flooring", "Dunmoretf", "brack.example"),
    ],
)
def test_other_letters_of_a_domain_are_another_house(
    board: str, label: str, firm: str
) -> None:
    assert _by_board_and_owner(board, label.capitalize(), firm=firm) == 2


def test_a_house_that_writes_by_its_first_letters_is_one() -> None:
    firm = "lace-vacancies.example"
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 4, 1 + place, tzinfo=UTC),
            verdict=verdict,
            company=company,
            role="Lace Curator",
            firm=firm,
            contact=f"jobs@{firm}",
            message_id=f"{place}@mail.example",
        )
        for place, (company, verdict) in enumerate(
            [
                ("Sligo Institute of Lace and Thread", Verdict.CONFIRMATION),
                ("SILT", Verdict.REJECTION),
            ]
        )
    ]
    assert len(fold(items).clusters) == 1
    other = [items[0], replace(items[1], company="SALT")]
    assert len(fold(other).clusters) == 2


@pytest.mark.parametrize(
    ("verdict", "number", "count"),
    [
        (Verdict.ASSESSMENT, "EC24PS107", 1),
        (Verdict.ASSESSMENT, "EC24PS108", 2),
        # A short number is that of many houses.
        (Verdict.ASSESSMENT, "T/12", 2),
        (Verdict.REJECTION, "EC24PS107", 2),
    ],
)
def test_a_test_that_another_firm_sends_is_known_by_the_number(
    verdict: Verdict, number: str, count: int
) -> None:
    first = number if number == "T/12" else "EC24PS107"
    began = datetime(2026, 4, 1, tzinfo=UTC)
    items = [
        FoldItem(
            key="a",
            sent_at=began,
            verdict=Verdict.CONFIRMATION,
            company="Eastern Coastguard",
            role="Watch Officer",
            requisition=first,
            firm="eastcoastguard.example",
            message_id="a@mail.example",
        ),
        FoldItem(
            key="b",
            sent_at=began + timedelta(days=9),
            verdict=verdict,
            company="Sharptests",
            role="Watch Officer",
            requisition=number,
            firm="sharptests.example",
            message_id="b@mail.example",
        ),
    ]
    assert len(fold(items).clusters) == count


@pytest.mark.parametrize(
    ("verdict", "number", "count"),
    [
        (Verdict.INFORMATION_REQUEST, "TA-2026-4471", 1),
        (Verdict.INTERVIEW, "TA-2026-4471", 1),
        (Verdict.REJECTION, "TA-2026-4471", 1),
        # A receipt may begin another, and so may what has another number, or a year's third.
        (Verdict.CONFIRMATION, "TA-2026-4471", 2),
        (Verdict.REJECTION, "TA-2026-4472", 2),
        (Verdict.REJECTION, "2026-003", 2),
    ],
)
def test_a_number_that_no_two_houses_give_joins_what_another_domain_sends(
    verdict: Verdict, number: str, count: int
) -> None:
    first = number if number == "2026-003" else "TA-2026-4471"
    began = datetime(2026, 8, 24, tzinfo=UTC)
    items = [
        FoldItem(
            key="a",
            sent_at=began,
            verdict=Verdict.CONFIRMATION,
            company="CSS des Collines-Hautes",
            role="Agente de bureau",
            requisition=first,
            firm="emplois-css.example",
            message_id="a@mail.example",
        ),
        FoldItem(
            key="b",
            sent_at=began + timedelta(days=17),
            verdict=verdict,
            company="Cssch",
            requisition=number,
            firm="cssch.example",
            message_id="b@mail.example",
        ),
    ]
    assert len(fold(items).clusters) == count


def _house(*told: FoldItem) -> list[int]:
    return sorted(len(cluster.keys) for cluster in fold(told).clusters)


def _mail(place: int, company: str, verdict: Verdict, **facts: Any) -> FoldItem:
    return FoldItem(
        key=str(place),
        sent_at=datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=place),
        verdict=verdict,
        company=company,
        message_id=f"{place}@mail.example",
        **facts,
    )


@pytest.mark.parametrize(
    ("role", "firm", "counts"),
    [
        ("Maintenance Technician", "larkfieldliving.example", [2]),
        ("Cook", "larkfieldliving.example", [1, 1]),
        ("Maintenance Technician", "larkfieldfoods.example", [1, 1]),
    ],
)
def test_a_site_writes_from_the_domain_that_shortens_its_house(
    role: str, firm: str, counts: list[int]
) -> None:
    board = _mail(
        0,
        "Larkfield Senior Living",
        Verdict.CONFIRMATION,
        role="Maintenance Technician",
        system="Indeed",
    )
    site = _mail(
        4,
        "Larkfield Newcomb",
        Verdict.INTERVIEW,
        role=role,
        firm=firm,
        contact=f"carla@{firm}",
    )
    assert _house(board, site) == counts


@pytest.mark.parametrize(("name", "counts"), [("ida roe", [2]), ("bo vale", [1, 1])])
def test_a_machine_that_is_called_as_its_domain_names_who_wrote(
    name: str, counts: list[int]
) -> None:
    first = _mail(
        0,
        "Quillmoor",
        Verdict.INTERVIEW,
        role="Mechanic",
        contact="ida@quillmoor.example",
        firm="quillmoor.example",
        name="ida roe",
    )
    booked = _mail(1, "BookMe", Verdict.INTERVIEW, firm="bookme.example", name=name)
    assert _house(first, booked) == counts


def test_who_signs_what_a_system_hands_on_is_whom_an_appointment_is_with() -> None:
    handed_on = _mail(
        0, "Quillmoor", Verdict.INTERVIEW, role="Mechanic", name="ida roe"
    )
    booked = _mail(1, "", Verdict.INTERVIEW, name="ida roe")
    assert _house(handed_on, booked) == [2]


def test_a_portal_that_names_itself_later_writes_of_the_opening_of_that_number() -> (
    None
):
    first = _mail(
        0,
        "Marlow Institution",
        Verdict.CONFIRMATION,
        role="Air Quality Technician 2",
        requisition="20041177",
        firm="statecareers.example",
    )
    no = _mail(
        8,
        "Statecareers",
        Verdict.REJECTION,
        role="Air Quality Technician 2",
        requisition="20041177",
        firm="statecareers.example",
    )
    assert _house(first, no) == [2]


def test_a_shortened_title_is_the_same_and_the_written_out_one_is_kept() -> None:
    receipt = _mail(0, "Quillmoor", Verdict.CONFIRMATION, role="Controls Technician I")
    talks = [
        _mail(place, "Quillmoor", Verdict.INTERVIEW, role="Controls Tech I")
        for place in (3, 4)
    ]
    (cluster,) = fold([receipt, *talks]).clusters
    assert (len(cluster.keys), cluster.role) == (3, "Controls Technician I")


@pytest.mark.parametrize(
    ("domain", "counts"), [("rl.example", [2]), ("other.example", [1, 1])]
)
def test_a_name_in_another_case_is_the_same_house_where_its_domain_is(
    domain: str, counts: list[int]
) -> None:
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=place),
            verdict=verdict,
            company=company,
            role="Restaurantleiterin",
            firm=firm,
        )
        for place, (company, verdict, firm) in enumerate(
            (
                ("Gasthaus Zum Roten Larchen", Verdict.CONFIRMATION, "rl.example"),
                ("Roter Larch", Verdict.POSITION_CLOSED, domain),
            )
        )
    ]
    assert sorted(len(cluster.keys) for cluster in fold(items).clusters) == counts


def test_what_a_no_calls_the_post_by_the_last_part_of_its_word_is_that_post() -> None:
    told = (
        ("Lebensring", "Küchenleitung Haus Tolm", Verdict.CONFIRMATION),
        ("Lebensring", "Leitung", Verdict.REJECTION),
    )
    assert _clusters(*told) == [2]


def test_a_receipt_by_a_part_of_the_word_may_be_anothers() -> None:
    told = (
        ("Lebensring", "Küchenleitung Haus Tolm", Verdict.CONFIRMATION),
        ("Lebensring", "Leitung", Verdict.CONFIRMATION),
    )
    assert _clusters(*told) == [1, 1]


def test_an_office_that_names_no_title_invites_to_the_only_opening_of_its_house() -> (
    None
):
    items = [
        FoldItem(
            key=str(place),
            sent_at=datetime(2026, 4, 1, tzinfo=UTC) + timedelta(days=place),
            verdict=verdict,
            company=company,
            role=role,
            firm="larkschule.example",
        )
        for place, (company, role, verdict) in enumerate(
            (
                ("Internat St. Lark der Schwestern", "Köchin", Verdict.CONFIRMATION),
                ("St. Lark", "", Verdict.INTERVIEW),
            )
        )
    ]
    assert [len(cluster.keys) for cluster in fold(items).clusters] == [2]


@pytest.mark.parametrize(
    ("name", "firm", "told", "verdict", "count"),
    [
        ("Larchwerke Nordsoft AG", "nordsoft.example", "Nordsoft", Verdict.INTERVIEW, 1),
        ("Larchwerke Nordsoft AG", "nordsoft.example", "Nordsoft", Verdict.REJECTION, 1),
        # An offer of somebody's own accord, and what another receives, may be another house's.
        ("Larchwerke Nordsoft AG", "nordsoft.example", "Nordsoft", Verdict.OUTREACH, 2),
        # What a house does, and the town it is in, are those of many.
        ("Larch & Vale Consulting", "consulting.example", "Consulting", Verdict.INTERVIEW, 2),
        ("Klinikum Augsburg", "augsburg.example", "Augsburg", Verdict.INTERVIEW, 2),
        ("Larchwerke Nord", "nord.example", "Nord", Verdict.INTERVIEW, 2),
    ],
)  # fmt: skip
def test_a_house_writes_by_the_last_word_of_its_name_alone(
    name: str, firm: str, told: str, verdict: Verdict, count: int
) -> None:
    one = _from("personio.de", name, Verdict.CONFIRMATION, role="Key User")
    two = _from(firm, told, verdict)
    assert len(fold([one, two]).clusters) == count


@pytest.mark.parametrize(
    ("longer", "plain"),
    [
        ("Ormsmere Foods of Lancaster", "Ormsmere Foods"),
        ("Klinik Sommerau in Amberg", "Klinik Sommerau"),
        ("Clinique Pasteur à Lyon", "Clinique Pasteur"),
        ("Hotel Larchmar de Sevilla", "Hotel Larchmar"),
        ("Ristorante Larice di Bologna", "Ristorante Larice"),
    ],
)
def test_a_house_is_called_without_its_town_where_a_mail_calls_it_so(
    longer: str, plain: str
) -> None:
    firm = "agent.example"
    told = _from(firm, longer, Verdict.CONFIRMATION, role="Cook")
    again = _from(firm, plain, Verdict.REJECTION, role="Cook")
    (cluster,) = fold([told, again]).clusters
    assert cluster.company == plain


@pytest.mark.parametrize(
    ("longer", "plain"),
    [
        ("Ormsmere Foods of Distinction", "Ormsmere Foods"),
        ("University of Leeds", "University"),
        ("Ormsmere Foods of Lancaster", ""),
    ],
)
def test_a_town_that_is_part_of_the_name_stays(longer: str, plain: str) -> None:
    firm = "agent.example"
    told = _from(firm, longer, Verdict.CONFIRMATION, role="Cook")
    again = _from(firm, plain, Verdict.REJECTION, role="Cook")
    assert fold([told, again]).clusters[0].company == longer


HEUVEL = "heuvelstroom.example"


def _recruiter(verdict: Verdict, *, firm: str = HEUVEL, **facts: Any) -> FoldItem:
    return FoldItem(
        key="b",
        sent_at=datetime(2026, 5, 9, 9, 0, tzinfo=UTC),
        verdict=verdict,
        message_id="b@mail.example",
        contact=f"noor@{firm}",
        firm=firm,
        **facts,
    )


def _by_system(company: str, role: str, *, key: str = "a") -> FoldItem:
    return FoldItem(
        key=key,
        sent_at=datetime(2026, 5, 2, 9, 0, tzinfo=UTC),
        verdict=Verdict.CONFIRMATION,
        message_id=f"{key}@system.example",
        system="Workable",
        company=company,
        role=role,
    )


@pytest.mark.parametrize(
    ("company", "firm"),
    [
        ("Heuvelstroom Logistiek Services", HEUVEL),
        ("Heuvel Stroom Diensten", "heuvelstroom.example"),
        ("Rzeka Wschodnia Usługi", "rzekawschodnia.example"),
        ("Ardent Care Homes", "ardent-care.example"),
    ],
)
def test_who_names_the_title_alone_writes_from_a_host_that_begins_as_the_employer(
    company: str, firm: str
) -> None:
    invited = _recruiter(Verdict.INTERVIEW, firm=firm, role="Shift Planner")
    assert _house(_by_system(company, "Shift Planner"), invited) == [2]


@pytest.mark.parametrize(
    ("company", "role"),
    [
        ("Heuvelstroom Services", "Cook"),
        ("Heuvelstroom Services", ""),
        ("Heuvelrug Services", "Shift Planner"),
        ("Services Heuvelstroom", "Cook"),
    ],
)
def test_another_title_or_house_is_not_taken_for_it(company: str, role: str) -> None:
    invited = _recruiter(Verdict.INTERVIEW, role="Shift Planner")
    assert _house(_by_system(company, role), invited) == [1]


def test_of_two_houses_that_begin_so_neither_is_taken() -> None:
    invited = _recruiter(Verdict.INTERVIEW, role="Shift Planner")
    one = _by_system("Heuvelstroom Services", "Shift Planner")
    other = _by_system("Heuvelstroom Bakkerij", "Shift Planner", key="c")
    assert _house(one, other, invited) == [1, 1]


@pytest.mark.parametrize(
    ("subject", "counts"),
    [
        ("Lectureship interview (0482-26)", [2]),
        ("Lectureship interview 0483-26", [1, 1]),
        ("Lectureship interview 2026", [1, 1]),
    ],
)
def test_a_bare_number_in_a_subject_is_that_of_a_known_opening(
    subject: str, counts: list[int]
) -> None:
    receipt = _mail(
        0,
        "University of Westmarch",
        Verdict.CONFIRMATION,
        role="Lecturer in Digital Humanities",
        requisition="0482-26",
        firm="westmarch.example",
    )
    invited = _mail(
        8,
        "Westmarch",
        Verdict.INTERVIEW,
        role="Lectureship",
        contact="ida@westmarch.example",
        firm="westmarch.example",
        subject=subject,
    )
    assert _house(receipt, invited) == counts
