from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.core.reach import (
    ANYWHERE,
    PUBLIC,
    is_public,
    is_this_computer,
    reach_besides,
)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "192.168.0.9",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "224.0.0.1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "not an address",
        "255.255.255.255",
        "168.63.129.16",
        "192.0.0.192",
        "fd00:ec2::254",
        "fec0::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "2001:0:4136:e378:8000:63bf:f5ff:fffe",
        "::",
    ],
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_open_internet_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_is_judged_alike_however_it_is_written(
    address: ipaddress.IPv4Address,
) -> None:
    number = int(address)
    for wrapped in (
        ipaddress.IPv6Address((0xFFFF << 32) | number),
        ipaddress.IPv6Address((0x64FF9B << 96) | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)),
    ):
        assert is_public(str(wrapped)) == is_public(str(address))


@given(st.ip_addresses())
def test_nothing_private_is_public(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if address.is_private or address.is_loopback or address.is_link_local:
        inner = getattr(address, "ipv4_mapped", None)
        assert inner is not None or not is_public(str(address))


@given(st.text(max_size=60), st.integers(0, 70_000), st.text(max_size=60))
def test_no_name_is_too_odd(host: str, port: int, address: str) -> None:
    reach, _odd = reach_besides([host])
    assert ANYWHERE.allows(host, port=port, address=address)
    assert not PUBLIC.allows(host, port=port, address=address) or is_public(address)
    reach.allows(host, port=port, address=address)


def test_what_whoever_runs_it_names_may_be_reached_and_nothing_beside_it() -> None:
    reach, odd = reach_besides(
        [" Mail.Office.example. ", "models.lan:11434", "10.1.0.0/16", "fd12::5", ""]
    )
    assert odd == [""]
    assert reach.allows("mail.office.example", port=993, address="192.168.3.4")
    assert reach.allows("MAIL.office.example.", port=143, address="169.254.169.254")
    assert reach.allows("models.lan", port=11434, address="192.168.3.5")
    assert not reach.allows("models.lan", port=22, address="192.168.3.5")
    assert reach.allows("any.example", port=25, address="10.1.255.1")
    assert reach.allows("any.example", port=25, address="::ffff:10.1.255.1")
    assert reach.allows("any.example", port=25, address="fd12::5")
    assert not reach.allows("any.example", port=25, address="10.2.0.1")
    assert not reach.allows("evil.mail.office.example", port=993, address="10.2.0.1")
    assert not reach.allows("localhost", port=993, address="127.0.0.1")
    assert reach.allows("any.example", port=25, address="93.184.215.14")


@pytest.mark.parametrize(
    "entry",
    ["http://mail.example", "mail.example:0", "mail.example:x", "a b", "10.0.0.1/8"],
)
def test_an_entry_that_says_nothing_is_told(entry: str) -> None:
    reach, odd = reach_besides([entry])
    assert odd == [entry]
    assert not reach.hosts
    assert not reach.networks


@pytest.mark.parametrize(
    ("host", "is_here"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("[::1]", True),
        ("LocalHost.", True),
        ("localhost.example", False),
        ("127.0.0.1.example", False),
        ("127.0.0.1%mail.example", False),
        ("127.0.0.1.", False),
        ("10.0.0.1", False),
    ],
)
def test_only_letters_that_cannot_mean_another_are_this_computer(
    host: str, is_here: bool
) -> None:
    assert is_this_computer(host) is is_here
