from __future__ import annotations

from dataclasses import replace

import pytest

from onward.mail.rules.read import read_message
from onward.mail.rules.types import Address
from tests.mail.rules.letters import make_message


def read(board: str, address: str, subject: str, text: str) -> tuple[str, str]:
    message = replace(make_message(subject, text), sender=Address(board, address))
    said = read_message(message)
    return said.company, said.role


@pytest.mark.parametrize(
    ("board", "address", "subject", "text", "role"),
    [
        (
            *("InfoJobs", "noreply@infojobs.net"),
            "Inscripción recibida: Responsable de almacén - Quart de Poblet",
            "Hola Sam,\n\nTu inscripción a la oferta Responsable de almacén - Quart de "
            "Poblet se ha enviado.\n\nSuerte,\nInfoJobs\n",
            "Responsable de almacén",
        ),
        (
            *("InfoJobs", "noreply@infojobs.net"),
            "Te has inscrito en Responsable de almacén - Quart de Poblet",
            "Hola Sam,\n\nTe has inscrito correctamente en la oferta:\n\n"
            "Responsable de almacén - Quart de Poblet\n\nInfoJobs\n",
            "Responsable de almacén",
        ),
        (
            *("Indeed", "noreply@indeed.com"),
            "Indeed Application: Warehouse Operative - Leeds",
            "Application submitted\n\nWarehouse Operative - Leeds\n\nGood luck!\n",
            "Warehouse Operative",
        ),
        (
            *("StepStone", "noreply@stepstone.de"),
            "Ihre Bewerbung: Lagerist - Wolfsburg",
            "Ihre Bewerbung als Lagerist - Wolfsburg wurde versendet.\n",
            "Lagerist",
        ),
        (
            *("HelloWork", "noreply@hellowork.com"),
            "Votre candidature : Cuisinier - Villeurbanne",
            "Votre candidature au poste de Cuisinier - Villeurbanne a bien été envoyée.\n",
            "Cuisinier",
        ),
    ],
)
def test_a_town_behind_a_title_is_no_employer(
    board: str, address: str, subject: str, text: str, role: str
) -> None:
    assert read(board, address, subject, text) == ("", role)


def test_who_is_called_as_a_town_is_named_where_more_than_a_dash_says_so() -> None:
    sent = read(
        *("LinkedIn", "jobs-noreply@linkedin.com"),
        "Sam, your application was sent to Leeds",
        "Your application was sent to Leeds\n\nData Analyst\nLeeds\n",
    )
    assert sent == ("Leeds", "Data Analyst")
    own = read(
        *("Stadt Wolfsburg", "jobs@wolfsburg.example"),
        "Ihre Bewerbung: Lagerist - Wolfsburg",
        "Vielen Dank für Ihre Bewerbung als Lagerist.\n\nStadt Wolfsburg\n",
    )
    assert own[0].endswith("Wolfsburg")
    form = read(
        *("StepStone", "noreply@stepstone.de"),
        "Ihre Bewerbung: Lagerist - Wolfsburg Logistik GmbH",
        "Ihre Bewerbung bei Wolfsburg Logistik GmbH wurde versendet.\n",
    )
    assert form[0] == "Wolfsburg Logistik GmbH"


def test_a_house_behind_the_dash_stays() -> None:
    found = read(
        *("Indeed", "noreply@indeed.com"),
        "Indeed Application: Warehouse Operative - Cold Levant",
        "Application submitted\n\nWarehouse Operative - Cold Levant\n",
    )
    assert found[0] == "Cold Levant"


def test_a_house_that_begins_with_a_towns_name_stays_behind_a_title() -> None:
    found = read(
        *("PDL Seniorenzentrum", "pdl@rks-lindau.example"),
        "Bewerbung Pflegehelferin",
        "Sehr geehrte Frau Sand,\n\ndie Stelle ist leider ab 1.4. besetzt.\n\nMaria Roth\n"
        "Pflegedienstleitung, Rotkreuz-Seniorenzentrum Lindau\n",
    )
    assert found[0] == "Rotkreuz-Seniorenzentrum Lindau"


@pytest.mark.parametrize("wish", ["Suerte", "Succes", "Good luck", "Viel Erfolg"])
def test_a_wish_is_nobodys_name(wish: str) -> None:
    found = read(
        *("InfoJobs", "noreply@infojobs.net"),
        "Your application",
        f"Thank you for applying for Data Analyst.\n\n{wish}!\nInfoJobs\n",
    )
    assert found[0] == ""
