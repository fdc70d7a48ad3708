"""Domains under which anybody has an address."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.mail.imap.providers import PROVIDERS
from onward.mail.rules.basics.free_mail import is_free_mail


@pytest.mark.parametrize(
    "domain",
    ["gmail.com", "hotmail.fr", "yahoo.co.uk", "yahoo.com.br", "ziggo.nl", "aon.at"],
)
def test_a_provider_tells_of_nobody(domain: str) -> None:
    assert is_free_mail(domain)


@pytest.mark.parametrize("domain", sorted(PROVIDERS))
def test_a_provider_that_is_helped_with_is_known_for_one(domain: str) -> None:
    assert is_free_mail(domain)


@pytest.mark.parametrize(
    "domain",
    [
        "",
        "gmx",
        "bright-harbour.example",
        "live.bright-harbour.example",
        "outlook.shop",
    ],
)
def test_a_firm_does(domain: str) -> None:
    assert not is_free_mail(domain)


@given(st.text(alphabet="abcdefgh-", min_size=1, max_size=12))
def test_below_a_providers_domain_is_a_firms(label: str) -> None:
    assert not is_free_mail(f"{label}.yahoo.com")
