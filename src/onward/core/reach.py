"""Which addresses a connection may be made to, and for whom; pure: it looks nothing up."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

_Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_IPV6_OF_THE_INTERNET = ipaddress.ip_network("2000::/3")
# Addresses of the open internet by their numbers, and doors into a machine room all the
# same: Azure's and Oracle's services for the machine that asks.
_OF_THE_MACHINE_ROOM = frozenset(
    map(ipaddress.ip_address, ("168.63.129.16", "192.0.0.192"))
)


def is_public(address: str) -> bool:
    """Say whether an IP address is one of the open internet.

    Private, loopback, link-local, shared and reserved ones are not, nor are those
    written inside IPv6 (mapped, 6to4, Teredo, NAT64), nor where clouds answer questions
    about the machine that asks.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo and ip.teredo[1])
        if inner:
            return is_public(str(inner))
        if ip in _NAT64:
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)))
        if ip not in _IPV6_OF_THE_INTERNET:
            return False
    is_odd = ip.is_multicast or ip.is_reserved or ip in _OF_THE_MACHINE_ROOM
    return ip.is_global and not is_odd


def is_this_computer(host: str) -> bool:
    """Say whether a host can only mean this computer, by its letters alone."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Reach:
    """Where connections may go that are made because a person asked for them.

    Attributes:
        is_free: Anywhere, this computer and the network around it included.
        hosts: Names with a port (0: any port), wherever they lead to.
        networks: Addresses that may be connected to besides those of the open internet.
    """

    is_free: bool = False
    hosts: frozenset[tuple[str, int]] = frozenset()
    networks: tuple[_Network, ...] = ()

    def allows(self, host: str, *, port: int, address: str) -> bool:
        """Say whether `host`, which was looked up as `address`, may be connected to."""
        if self.is_free or is_public(address):
            return True
        name = _plain(host)
        if (name, 0) in self.hosts or (name, port) in self.hosts:
            return True
        try:
            ip = ipaddress.ip_address(address.partition("%")[0])
        except ValueError:
            return False
        ip = getattr(ip, "ipv4_mapped", None) or ip
        return any(ip in each for each in self.networks if each.version == ip.version)


ANYWHERE = Reach(is_free=True)
"""For a person at their own computer."""

PUBLIC = Reach()
"""The open internet and nothing else."""


def reach_besides(entries: Iterable[str]) -> tuple[Reach, list[str]]:
    """Return the open internet and what is named, with the entries that say nothing.

    Args:
        entries: Names ("mail.office.example"), names with a port ("models.lan:11434"),
            addresses and networks ("10.1.0.0/16").
    """
    hosts: set[tuple[str, int]] = set()
    networks: list[_Network] = []
    odd: list[str] = []
    for entry in map(str.strip, entries):
        if network := _network(entry):
            networks.append(network)
        elif host := _host(entry):
            hosts.add(host)
        else:
            odd.append(entry)
    return Reach(hosts=frozenset(hosts), networks=tuple(networks)), odd


def _network(entry: str) -> _Network | None:
    try:
        return ipaddress.ip_network(entry)
    except ValueError:
        return None


def _host(entry: str) -> tuple[str, int] | None:
    name, colon, port = entry.rpartition(":")
    if not colon:
        name, port = entry, "0"
    elif not port.isascii() or not port.isdigit() or not 0 < int(port[:6]) < 65_536:
        return None
    name = _plain(name)
    is_name = name and all(sign.isalnum() or sign in ".-_:" for sign in name)
    return (name, int(port)) if is_name else None


def _plain(host: str) -> str:
    return host.lower().rstrip(".").removeprefix("[").removesuffix("]")
