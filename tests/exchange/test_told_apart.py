from __future__ import annotations

import re
from datetime import timedelta

from django.test import Client

from onward.applications.models import Application
from onward.exchange.labels import apart_words
from onward.people.models import Person
from tests.builders import NOW, make_application
from tests.exchange.test_lists import upload

DAY = timedelta(days=1)


def test_two_applications_of_one_name_are_told_apart_by_their_day(
    owner: Person, owner_client: Client
) -> None:
    for days in (20, 3):
        make_application(
            person=owner, company="Acme", role="Baker", applied_at=NOW - days * DAY
        )
    page = upload(owner_client, "own.csv", b"Company;Role;Status\nAcme;Baker;applied\n")
    html = owner_client.get(page).content.decode()
    choices = re.findall(r"Same as ([^<]*)</option>", html)
    assert set(choices) == {
        f"Baker · Acme, applied on {(NOW - days * DAY):%-d %B %Y}" for days in (20, 3)
    }


def test_whatever_they_share_no_two_have_one_name() -> None:
    rows = [
        Application(company="Acme", role="Baker", place="Cork", stage="applied"),
        Application(company="Acme", role="Baker", place="Galway", stage="applied"),
        Application(company="Acme", role="Baker", place="Galway", stage="interview"),
        Application(company="Acme", role="Baker", place="Galway", stage="interview"),
        Application(company="Acme", role="Cook", stage="applied"),
    ]
    words = apart_words(rows)
    assert len(set(words)) == len(rows)
    assert words[0] == "Baker · Acme, without a day of applying, Cork"
    assert words[-1] == "Cook · Acme"
