"""Names with small words inside, streets, boards: Portuguese and Polish employers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onward.mail.rules.facts.employers.company import is_company
from onward.mail.rules.facts.employers.names import (
    company_key,
    is_plausible_name,
    is_system_name,
)
from onward.mail.rules.facts.employers.streets import is_street
from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address, Message, Reading, Verdict

TOLD_AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def _read(sender: Address, subject: str, text: str) -> Reading:
    return read_message(Message("k", "k@x.example", TOLD_AT, sender, subject, text))


@pytest.mark.parametrize(
    "name",
    [
        "Clínica Jardim do Mondego",
        "Padaria do Largo",
        "Szkoła Podstawowa w Zalesiu",
        "Zespół Szkół nr 4",
    ],
)
def test_a_joint_inside_a_name_is_no_word_of_a_sentence(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize(
    "name", ["do Mondego", "w Zalesiu", "nr 4", "A Presidente do Júri"]
)
def test_a_joint_at_an_end_names_nobody(name: str) -> None:
    assert not is_company(name)


def test_joints_do_not_make_a_name_too_long() -> None:
    assert is_plausible_name("Santa Casa da Misericórdia de Vila do Paço")
    assert not is_plausible_name("Uma casa que tem muitas pessoas dentro")
    assert not is_plausible_name("Casa da Rua do Largo do Paço da Vila Nova")


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("Rua do Salgueiro", "Venha cá, Rua do Salgueiro ao lado do café.", True),
        ("Via della Seta", "Ci trovi in Via della Seta, citofono blu.", True),
        ("Via Serena", "Via Serena ti aspetta.", False),
    ],
)
def test_a_street_employs_nobody(name: str, text: str, is_one: bool) -> None:
    assert is_street(name, text=text) is is_one


def test_a_board_with_its_article_is_one() -> None:
    assert is_system_name("O Net-Empregos")
    assert not is_system_name("O Forno")


@pytest.mark.parametrize(
    ("shown", "address", "company"),
    [
        (
            "Zespół Szkół Budowlanych",
            "sekretariat@zsbudowlane.example",
            "Zespół Szkół Budowlanych",
        ),
        ("Zespół rekrutacji Wemix", "praca@wemix.example", "Wemix"),
    ],
)
def test_a_polish_group_of_schools_is_no_team(
    shown: str, address: str, company: str
) -> None:
    text = (
        "Dzień dobry,\nzapraszamy na rozmowę kwalifikacyjną na stanowisko referenta"
        " 12 marca o godz. 10:00.\n"
    )
    found = _read(Address(shown, address), "Rozmowa kwalifikacyjna", text)
    assert found.company == company


def test_a_board_names_the_employer_on_its_own_line() -> None:
    text = (
        "Olá Rui,\n\nA sua resposta ao anúncio abaixo foi enviada com sucesso:\n\n"
        "Título: Fiel de armazém\nEmpresa: Armazéns do Sado\nZona: Setúbal\n"
    )
    sender = Address("Net-Empregos", "noreply@net-empregos.com")
    found = _read(sender, "A sua candidatura foi enviada - Ref. 118", text)
    assert (found.verdict, found.company) == (
        Verdict.CONFIRMATION,
        "Armazéns do Sado",
    )


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (
            "Olá Inês, de momento a equipa de atendimento ao balcão está completa até"
            " ao verão. Guardamos o seu CV.",
            Verdict.REJECTION,
        ),
        (
            "Bom dia Inês, recebemos a sua candidatura a secretária. Reservámos para si"
            " uma entrevista, sexta-feira 13 às 10h15. Diga-nos se lhe convém.",
            Verdict.INTERVIEW,
        ),
        (
            "Olá Inês, convidamo-la a fazer um teste: grave as suas respostas em vídeo a 3"
            " perguntas sobre a função, até às 23h59 de 20 de março.",
            Verdict.ASSESSMENT,
        ),
    ],
)
def test_what_portuguese_employers_write_is_understood(
    text: str, verdict: Verdict
) -> None:
    sender = Address("Colégio Alvorada", "secretaria@alvorada.example")
    assert _read(sender, "A sua candidatura", text).verdict is verdict


@pytest.mark.parametrize(
    "name",
    ["Scoil Mhuire na Coille", "Gaelcholáiste na Mara", "Coláiste Bhríde na nGleann"],
)
def test_an_irish_joint_is_part_of_a_name(name: str) -> None:
    assert is_company(name)


@pytest.mark.parametrize("board", ["Board of Management", "Board of Trustees"])
def test_a_board_without_its_house_is_no_employer(board: str) -> None:
    assert not is_company(board)


@pytest.mark.parametrize("form", ["CLG", "DAC"])
def test_irish_forms_are_no_part_of_a_name(form: str) -> None:
    assert company_key(f"Larkhill Care {form}") == company_key("Larkhill Care")
