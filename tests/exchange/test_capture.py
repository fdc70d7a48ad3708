from __future__ import annotations

import html
import json
import re

import pytest
from django.test import Client

from onward.applications.models import Application
from onward.applications.rules.kinds import Stage
from onward.documents.models import Advert
from onward.documents.rules.kinds import FileFormat, ReadBy
from onward.documents.services import advert_of
from onward.documents.services.adverts import store_advert
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.exchange.rules.test_capture import POSTING, sent

TEXT = "Night Porter\nCompany: Sundial Hotels\n" + "You welcome late guests. " * 10


def preview(client: Client, **data: str) -> str:
    answer = client.post("/exchange/capture/", data)
    assert answer.status_code == 200
    return answer.content.decode()


def carried(page: str) -> str:
    found = re.search(r'name="caught" value="([^"]*)"', page)
    assert found
    return html.unescape(found[1])


def test_an_advert_is_looked_at_and_kept_by_one_press(
    owner_client: Client, owner: Person
) -> None:
    page = preview(owner_client, page=sent(ld=[POSTING], text="x"))
    assert 'value="Oakmere Foods"' in page
    assert not Application.objects.exists()
    facts = {
        "company": "Oakmere Foods",
        "role": "Depot Planner",
        "deadline": "2026-12-31",
        "url": "https://a.example/7",
        "caught": carried(page),
    }
    answer = owner_client.post("/exchange/capture/keep/", facts)
    application = Application.objects.get()
    assert answer.headers["Location"] == f"/applications/{application.pk}/"
    assert application.stage == Stage.SAVED
    assert application.deadline == "2026-12-31"
    assert Advert.objects.get().application == application


def test_a_deadline_of_a_year_that_nobody_means_is_asked_about(
    owner_client: Client, owner: Person
) -> None:
    page = preview(owner_client, text=TEXT)
    facts = {"company": "Oakmere Foods", "caught": carried(page)}
    for day, words in {"3026-12-31": "after 2100", "soon": "2026-03-31"}.items():
        answer = owner_client.post("/exchange/capture/keep/", facts | {"deadline": day})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert not Application.objects.exists()


def test_a_german_advert_is_taken_apart_too(
    owner_client: Client, owner: Person
) -> None:
    text = "Stellenangebot\nMuster GmbH sucht eine/n Tischler/in (m/w/d) in Köln"
    page = preview(owner_client, text=f"{text}\n{'Sie bauen Möbel. ' * 10}")
    for value in ("Muster GmbH", "Tischler/in", "Köln"):
        assert f'value="{value}"' in page


def test_i_have_applied_is_one_press_too(owner_client: Client, owner: Person) -> None:
    page = preview(owner_client, text=TEXT)
    facts = {"company": "Sundial Hotels", "caught": carried(page), "applied": "yes"}
    owner_client.post("/exchange/capture/keep/", facts)
    assert Application.objects.get().stage == Stage.APPLIED


def test_keep_pressed_twice_says_that_there_are_two_now(
    owner_client: Client, owner: Person
) -> None:
    page = preview(owner_client, text=TEXT)
    facts = {
        "company": "Sundial Hotels",
        "role": "Night Porter",
        "caught": carried(page),
    }
    said = [
        owner_client.post(
            "/exchange/capture/keep/", facts, follow=True
        ).content.decode()
        for _press in range(2)
    ]
    assert ["join them" in words for words in said] == [False, True]


def test_a_double_is_said_before_it_is_made(
    owner_client: Client, owner: Person
) -> None:
    there = make_application(
        person=owner, company="Sundial Hotels", role="Night Porter"
    )
    page = preview(owner_client, text=TEXT)
    assert "You may have this one already" in page
    assert str(there.pk) in page


def test_nobody_elses_application_is_a_double(
    owner_client: Client, owner: Person, outsider: Person
) -> None:
    make_application(person=outsider, company="Sundial Hotels", role="Night Porter")
    assert "already" not in preview(owner_client, text=TEXT)


def test_nothing_and_nonsense_come_back_with_a_sentence(
    owner_client: Client, owner: Person
) -> None:
    for data, words in (
        ({}, "Paste the advert, or its address."),
        ({"text": "  \n"}, "Paste the advert, or its address."),
        ({"page": "{nonsense"}, "Copy the advert"),
    ):
        answer = owner_client.post("/exchange/capture/", data)
        assert answer.status_code == 422
        assert words in html.unescape(answer.content.decode())


@pytest.mark.parametrize("half", ["\ud83d", "\0"])
def test_a_page_cut_within_an_emoji_is_looked_at_and_kept(
    owner_client: Client, owner: Person, half: str
) -> None:
    text = f"{TEXT}{half}"
    page = sent(ld=[], text=text, title=f"Night Porter {half}")
    shown = preview(owner_client, page=page)
    facts = {"company": "Sundial Hotels", "role": "Night Porter"}
    # What a preview carried before it was mended is kept too.
    for caught in (
        carried(shown),
        json.dumps({"text": text, "role": half, "scripts": [half]}),
    ):
        answer = owner_client.post(
            "/exchange/capture/keep/", facts | {"caught": caught}
        )
        assert answer.status_code == 302
    assert Advert.objects.count() == 2


def test_a_title_with_a_nul_is_a_title(owner_client: Client, owner: Person) -> None:
    page = preview(owner_client, page=sent(ld=[], text="Words.", title="Night\0Porter"))
    assert 'value="NightPorter"' in page


@pytest.mark.parametrize("caught", ["[" * 100_000, '{"text": ' * 5_000, "[]", "7"])
def test_what_no_preview_carried_is_no_advert(
    owner_client: Client, owner: Person, caught: str
) -> None:
    facts = {"company": "Sundial Hotels", "caught": caught}
    assert owner_client.post("/exchange/capture/keep/", facts).status_code == 302
    assert not Advert.objects.exists()


def test_what_cannot_be_kept_comes_back_with_the_advert(
    owner_client: Client, owner: Person
) -> None:
    page = preview(owner_client, text=TEXT)
    bad = {"url": "javascript:alert(1)", "company": "Sundial", "caught": carried(page)}
    answer = owner_client.post("/exchange/capture/keep/", bad)
    assert answer.status_code == 422
    back = answer.content.decode()
    assert "This is no web address" in back
    assert "welcome late guests" in json.loads(carried(back))["text"]
    assert not Application.objects.exists()
    assert (
        owner_client.post("/exchange/capture/keep/", {"caught": "zzz"}).status_code
        == 422
    )


def test_what_has_to_be_pasted_is_not_called_optional(owner_client: Client) -> None:
    page = owner_client.get("/exchange/capture/").content.decode()
    assert "(optional)" not in page
    assert re.search(r"<textarea[^>]* required", page)


@pytest.mark.parametrize("is_read_late", [False, True])
@pytest.mark.parametrize("way", [{}, {"applied": "yes"}])
def test_undo_takes_a_kept_advert_and_its_application_away(
    owner_client: Client, owner: Person, way: dict[str, str], is_read_late: bool
) -> None:
    page = preview(owner_client, text=TEXT)
    facts = {"company": "Sundial Hotels", "caught": carried(page), **way}
    said = owner_client.post("/exchange/capture/keep/", facts, follow=True)
    found = re.search(
        r'action="(/applications/changes/[^"]+/undo/)"', said.content.decode()
    )
    assert found
    advert = Advert.objects.get()
    if not is_read_late:
        _read(owner, advert)
    owner_client.post(found[1])
    if is_read_late:
        _read(owner, advert)
    application = Application.objects.get()
    assert application.is_archived
    assert "Sundial" not in owner_client.get("/applications/").content.decode()
    owner_client.post(found[1].replace("/undo/", "/redo/"))
    application.refresh_from_db()
    assert (application.company, application.is_archived) == ("Sundial Hotels", False)
    assert advert_of(owner, application) == advert


def _read(person: Person, advert: Advert) -> None:
    answer = dict.fromkeys(("title", "company", "place", "salary", "address"), "")
    answer |= {"format": FileFormat.HTML, "read_by": ReadBy.WORDS, "text": TEXT}
    rest: dict[str, object] = {
        "requirements": [],
        "posted_on": None,
        "valid_until": None,
    }
    store_advert(
        person, advert.pk, answer={**answer, **rest, "saved_at": None}, now=NOW
    )
