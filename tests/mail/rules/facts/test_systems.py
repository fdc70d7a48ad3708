from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.rules.facts.systems import (
    NO_SYSTEM,
    SystemKind,
    find_system,
    is_like_a_vendors,
    load_systems,
    system_by_name,
    system_of_host,
    tenants,
)
from onward.mail.rules.types import Address, Message
from tests.mail.rules.facts.test_extract import BLIND, FITTED
from tests.mail.rules.facts_corpus import cases, wrong


def _message(
    sender: str = "jobs@acme.example",
    *,
    text: str = "",
    message_id: str = "1@mail.acme.example",
    **headers: str,
) -> Message:
    return Message(
        key="k",
        message_id=message_id,
        sent_at=None,
        sender=Address("", sender),
        subject="",
        text=text,
        headers={name.replace("_", "-"): value for name, value in headers.items()},
    )


def test_the_vendor_of_each_sample_is_known() -> None:
    assert wrong(cases(*FITTED, *BLIND), fact="system") == []


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("no-reply@us.greenhouse-mail.io", "Greenhouse"),
        ("no-reply@hire.lever.co", "Lever"),
        ("acme@myworkday.com", "Workday"),
        ("noreply@notgreenhouse.io", ""),
        ("x@acme.taleo.net", "Taleo"),
        ("jobs-noreply@linkedin.com", "LinkedIn"),
        ("no-reply@gupy.com.br", "Gupy"),
        ("noreply@interamt.de", "Interamt"),
        ("apply@cshr.tal.net", "Oleeo"),
        ("anna@acme.example", ""),
        ("noreply@refline.ch", "Refline"),
        ("jobs@ostendis.com", "Ostendis"),
        ("no-reply@mail.dualoo.com", "Dualoo"),
        ("noreply@haufe-umantis.com", "umantis"),
        ("noreply@jobscout24.ch", "JobScout24"),
        ("noreply@job-room.ch", "Job-Room"),
        ("noreply@jobup.ch", "jobup.ch"),
        ("noreply@jobs.ch", "jobs.ch"),
        ("hr@myrefline.ch", ""),
        ("hr@umantis.example", ""),
    ],
)
def test_the_senders_domain_decides(sender: str, name: str) -> None:
    assert find_system(_message(sender)).name == name


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ({"x_workday_security": "1"}, "Workday"),
        ({"x_icims_type": "auto"}, "iCIMS"),
        ({"dkim_domains": "acme.example greenhouse.io"}, "Greenhouse"),
        ({"return_path": "<b-1@bounces.icims.com>"}, "iCIMS"),
        ({"dkim_domains": "amazonses.com"}, "Amazon SES"),
        ({"return_path": "<1@ghire.bounces.google.com>"}, "Google hiring"),
        ({"dkim_domains": "gh-mail.acme.example"}, "Greenhouse"),
    ],
)
def test_headers_tell_what_an_own_domain_hides(
    headers: dict[str, str], name: str
) -> None:
    assert find_system(_message(**headers)).name == name


def test_an_internal_host_in_the_message_id_is_known() -> None:
    found = find_system(_message(message_id="1@wire-prod-1.cust.pdx.wd"))
    assert found.name == "Workday"


def test_a_relay_is_named_only_where_nothing_better_is() -> None:
    message = _message(dkim_domains="sendgrid.net", return_path="<x@hire.lever.co>")
    assert find_system(message).name == "Lever"


def test_links_of_a_tracking_system_count() -> None:
    text = (
        "See https://careers-acme.icims.com/jobs/1 and https://linkedin.com/company/a"
    )
    assert find_system(_message(text=text)).name == "iCIMS"


def test_links_in_a_persons_own_mail_say_nothing() -> None:
    text = "Apply at https://boards.greenhouse.io/acme/jobs/1"
    assert find_system(_message(text=text), is_personal=True) is NO_SYSTEM


def test_a_link_to_a_board_is_in_anybodys_mail() -> None:
    assert find_system(_message(text="https://www.linkedin.com/in/me")) is NO_SYSTEM


def test_a_footer_names_the_system() -> None:
    found = find_system(_message(text="Good day\nPowered by Personio"))
    assert found.name == "Personio"
    assert find_system(_message(text="powered by coffee")) is NO_SYSTEM


@pytest.mark.parametrize(
    ("sender", "text", "expected"),
    [
        ("acme@myworkday.com", "", ("acme",)),
        ("acme+autoreply@talent.icims.com", "", ("acme",)),
        ("x@icims.com", "https://careers-acme.icims.com/jobs", ("acme",)),
        ("x@hire.lever.co", "https://jobs.lever.co/acme/1", ("acme",)),
        ("x@myworkday.com", "https://acme.wd3.myworkdayjobs.com/ext", ("x", "acme")),
        ("no-reply@hire.lever.co", "https://hire.lever.co/help", ()),
    ],
)
def test_account_names_are_read(
    sender: str, text: str, expected: tuple[str, ...]
) -> None:
    message = _message(sender, text=text)
    assert tenants(message, system=find_system(message)) == expected


def test_without_a_system_there_is_no_account() -> None:
    assert tenants(_message(), system=NO_SYSTEM) == ()
    assert tenants(_message(), system=system_by_name("LinkedIn")) == ()


def test_every_vendor_is_there_once() -> None:
    names = [system.name for system in load_systems()]
    domains = [domain for system in load_systems() for domain in system.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))
    assert {system.kind for system in load_systems()} == set(SystemKind)


@given(st.sampled_from(load_systems()), st.from_regex(r"[a-z]{1,8}", fullmatch=True))
def test_a_sub_domain_belongs_to_its_vendor(system: object, label: str) -> None:
    for domain in system.domains:  # type: ignore[attr-defined]
        assert system_of_host(f"{label}.{domain}").name != ""


@given(st.text(max_size=60))
def test_any_host_has_an_answer(host: str) -> None:
    assert system_of_host(host).kind in SystemKind


def test_unknown_headers_and_broken_links_say_nothing() -> None:
    message = _message(text="see :// and https:// there", x_mailer="1")
    assert find_system(message) is NO_SYSTEM


@pytest.mark.parametrize(
    ("host", "is_like"),
    [
        ("myworkday.com", True),
        ("eu.myworkday.com", True),
        ("myworkday.example", True),
        ("brook-workday.example", False),
        ("brook.example", False),
        ("example", False),
        ("", False),
    ],
)
def test_a_host_may_be_called_as_a_vendor_is(host: str, is_like: bool) -> None:
    assert is_like_a_vendors(host) is is_like


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Refline", SystemKind.APPLICANT_TRACKING_SYSTEM),
        ("Ostendis", SystemKind.APPLICANT_TRACKING_SYSTEM),
        ("Dualoo", SystemKind.APPLICANT_TRACKING_SYSTEM),
        ("umantis", SystemKind.APPLICANT_TRACKING_SYSTEM),
        ("JobScout24", SystemKind.JOB_BOARD),
        ("Job-Room", SystemKind.JOB_BOARD),
        ("jobup.ch", SystemKind.JOB_BOARD),
    ],
)
def test_swiss_vendors_are_of_their_kind(name: str, kind: SystemKind) -> None:
    assert system_by_name(name).kind is kind
