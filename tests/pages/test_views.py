from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner
from django.test import Client

from onward.core.exit_codes import ExitCode
from onward.method.order import STEPS
from onward.pages.commands import help_lines_command
from onward.pages.helplines import help_lines
from onward.people.models import Person


def help_page(client: Client, query: str = "", **headers: str) -> str:
    answer = client.get(f"/help/{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def first_country(html: str) -> str:
    return html.split('<h2 id="here">')[1].split("<")[0]


def test_help_needs_no_session_and_no_database(
    client: Client, db: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        html = help_page(client)
    assert "call your emergency number" in html
    assert "<script src=" not in html


def test_help_starts_with_danger_then_people_then_directories(client: Client) -> None:
    html = help_page(client, "?country=GB")
    places = [
        html.index(words)
        for words in (
            "thoughts of ending your life",
            'href="tel:999"',
            'href="tel:116123"',
            "findahelpline.com",
            "Other countries",
        )
    ]
    assert places == sorted(places)


def test_the_country_is_the_chosen_one_else_that_of_the_languages(
    client: Client,
) -> None:
    languages = {"accept-language": "de-AT,de;q=0.9"}
    assert first_country(help_page(client, **languages)) == "Austria"
    assert first_country(help_page(client, "?country=fr", **languages)) == "France"
    assert first_country(help_page(client, "?country=XX", **languages)) == "Austria"
    assert 'id="here"' not in help_page(client, "?country=elsewhere")


def test_a_country_that_was_kept_stands_first_until_it_is_forgotten(
    owner: Person, owner_client: Client
) -> None:
    english = {"accept-language": "en-US,en;q=0.9"}
    shown = help_page(owner_client, "?country=DE", **english)
    assert "Always show Germany first" in shown
    assert owner_client.post("/help/country/", {"country": "DE"}).status_code == 302
    kept = help_page(owner_client, **english)
    assert first_country(kept) == "Germany"
    assert "Always show" not in kept
    assert "You chose that Germany stands first here." in kept
    owner_client.post("/help/country/", {"country": "Atlantis"})
    assert first_country(help_page(owner_client, **english)) == "Germany"
    owner_client.post("/help/country/", {"country": ""})
    assert first_country(help_page(owner_client, **english)) == "United States"


def test_the_own_clock_names_the_country_before_a_browser_in_english_does(
    owner: Person, owner_client: Client
) -> None:
    owner.time_zone = "Europe/Berlin"
    owner.save()
    english = {"accept-language": "en-US,en;q=0.9"}
    assert first_country(help_page(owner_client, **english)) == "Germany"
    assert first_country(help_page(owner_client, "?country=GB")) == "United Kingdom"


def test_nobody_without_a_session_keeps_a_country(client: Client, db: None) -> None:
    assert "Always show" not in help_page(client, "?country=DE")
    assert client.post("/help/country/", {"country": "DE"}).status_code in {302, 403}
    assert not Person.objects.exclude(country="").exists()


@pytest.mark.django_db
def test_a_person_may_have_a_country_of_their_own(
    owner: Person, owner_client: Client
) -> None:
    owner.country = "NZ"
    owner.save()
    html = help_page(owner_client, **{"accept-language": "de"})
    assert first_country(html) == "New Zealand"


def test_every_number_stands_on_the_page_with_a_link(client: Client) -> None:
    html = help_page(client)
    for country in help_lines().countries.values():
        assert all(f'href="tel:{number}"' in html for number in country.emergency)
        for line in country.lines:
            assert not line.number or f'href="{line.call_address}"' in html
            assert not line.text_to or f'href="{line.text_address}"' in html


def test_the_page_says_when_it_was_checked(client: Client) -> None:
    html = help_page(client)
    assert "Checked 23 November 2026." in html
    assert "If a number does not work, use your emergency number." in html


def test_about_needs_no_session(client: Client) -> None:
    html = client.get("/about/").content.decode()
    assert "not a crisis service" in html
    assert "/help/" in html


def test_about_speaks_of_a_model_where_one_can_be_turned_on(
    owner_client: Client, outsider_client: Client, settings: Any
) -> None:
    said = "a language model of your own"
    settings.MODEL_ADDRESSES = []
    assert said in owner_client.get("/about/").content.decode()
    assert said not in outsider_client.get("/about/").content.decode()
    settings.MODEL_ADDRESSES = ["https://models.example.org/v1"]
    assert said in outsider_client.get("/about/").content.decode()


def test_the_service_worker_is_served_from_the_root(client: Client) -> None:
    answer = client.get("/sw.js")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Service-Worker-Allowed"] == "/"
    assert b"addEventListener" in answer.content


@pytest.mark.django_db
def test_every_kind_of_error_has_the_help_link(client: Client) -> None:
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    html = answer.content.decode()
    assert "/help/" in html


@pytest.mark.django_db
def test_the_address_of_a_form_opened_by_itself_shows_a_way_back(
    owner_client: Client,
) -> None:
    answer = owner_client.get("/mail/import/")
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    page = answer.content.decode()
    assert "It only takes what a form sends" in page
    assert 'href="/"' in page
    assert "/help/" in page


def test_the_terminal_prints_numbers_for_a_country() -> None:
    result = CliRunner().invoke(help_lines_command, ["gb"])
    assert result.exit_code == ExitCode.OK
    assert "Emergency: 999 or 112" in result.output
    assert "Samaritans: call 116 123" in result.output
    assert "text SHOUT to 85258" in result.output


def test_the_terminal_says_what_to_do_for_an_unknown_country() -> None:
    result = CliRunner().invoke(help_lines_command, ["XX"])
    assert result.exit_code == ExitCode.NOT_FOUND
    assert "findahelpline.com" in result.output


def test_without_a_country_the_terminal_prints_the_directories() -> None:
    result = CliRunner().invoke(help_lines_command, [])
    assert result.exit_code == ExitCode.OK
    assert "findahelpline.com" in result.output


@pytest.mark.django_db
def test_every_step_can_be_opened_from_one_page(owner_client: Client) -> None:
    html = owner_client.get("/steps/").content.decode()
    for step in STEPS:
        assert str(step.title) in html
        assert f'href="/{step.name}/"' in html
    assert f"{len(STEPS)} of the twelve steps of the method are here so far." in html
