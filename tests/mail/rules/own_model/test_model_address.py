from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.reach import is_this_computer
from onward.mail.rules.own_model.address import (
    AddressProblem,
    BadAddress,
    model_address,
)


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("localhost:11434", "http://localhost:11434/v1"),
        (" http://127.0.0.1:8080/ ", "http://127.0.0.1:8080/v1"),
        ("http://[::1]:8080/api/v1/", "http://[::1]:8080/api/v1"),
        (
            "https://models.example.org/v1/chat/completions",
            "https://models.example.org:443/v1",
        ),
        ("HTTPS://Models.Example.org", "https://models.example.org:443/v1"),
    ],
)
def test_an_address_is_kept_in_one_form(typed: str, base: str) -> None:
    assert model_address(typed).base == base
    assert model_address(typed).questions == f"{base}/chat/completions"


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", AddressProblem.NOT_AN_ADDRESS),
        ("ftp://localhost/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://", AddressProblem.NOT_AN_ADDRESS),
        ("http://localhost:0/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://localhost:99999/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://local host/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://localhost/v1?key=1", AddressProblem.NOT_AN_ADDRESS),
        ("http://localhost/v1#here", AddressProblem.NOT_AN_ADDRESS),
        ("http://[::1/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://löcalhost/v1", AddressProblem.NOT_AN_ADDRESS),
        ("http://localhost/" + "a" * 600, AddressProblem.NOT_AN_ADDRESS),
        ("http://robin:secret@localhost/v1", AddressProblem.HOLDS_PASSWORD),
        ("https://@models.example.org/v1", AddressProblem.HOLDS_PASSWORD),
        ("http://models.example.org/v1", AddressProblem.NOT_PROTECTED),
        ("http://169.254.169.254/v1", AddressProblem.NOT_PROTECTED),
        ("http://0.0.0.0:11434/v1", AddressProblem.NOT_PROTECTED),
        ("http://203.0.113.9/v1", AddressProblem.NOT_PROTECTED),
    ],
)
def test_what_cannot_be_used_says_why(typed: str, problem: AddressProblem) -> None:
    with pytest.raises(BadAddress) as raised:
        model_address(typed)
    assert raised.value.problem is problem


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST", "127.0.0.1", "127.8.8.8", "::1"]
)
def test_this_computer_is_known_by_its_letters(host: str) -> None:
    assert is_this_computer(host)


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.1.example.org",
            "localhost.example.org",
            "notlocalhost",
            "2130706433",
        ),
        *("0x7f.1", "127.1", "::ffff:127.0.0.1", "192.168.1.5", ""),
    ],
)
def test_what_only_may_mean_this_computer_is_not_taken_for_it(host: str) -> None:
    assert not is_this_computer(host)


def test_a_machine_at_home_is_not_here_and_may_be_reached_without_tls() -> None:
    for typed in (
        "http://192.168.1.5:11434",
        "http://attic:11434",
        "http://attic.local",
    ):
        address = model_address(typed)
        assert not address.is_here
        assert not address.is_protected


def test_another_port_is_another_receiver() -> None:
    here, there = model_address("localhost:11434"), model_address("localhost:11435")
    assert here.origin != there.origin


@given(st.text(max_size=80))
def test_any_text_gives_an_address_that_stays_itself_or_says_why(typed: str) -> None:
    try:
        address = model_address(typed)
    except BadAddress:
        return
    assert model_address(address.base) == address
    assert address.is_here <= address.is_protected


@given(
    st.from_regex(r"[a-z0-9.-]{1,30}", fullmatch=True),
    st.integers(min_value=1, max_value=65535),
)
def test_a_name_with_tls_is_here_only_if_its_letters_say_so(
    host: str, port: int
) -> None:
    try:
        address = model_address(f"https://{host}:{port}/v1")
    except BadAddress:
        return
    assert address.is_here == is_this_computer(host.rstrip("."))
