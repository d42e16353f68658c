"""Which computers a download may speak to: none inside the user's own network, unless he named it.

A server of a stranger can point a download to any address, and a name can stand for any address,
for a router or a service on this computer just as well. So every address is looked at after its
name was resolved, before anything is sent, and the connection goes to the address looked at (what
others call DNS rebinding and SSRF).
"""

from __future__ import annotations

import ipaddress
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from app.models.downloads.refusals import LeadsInside, NamedByGraph

if TYPE_CHECKING:
    from requests.adapters import HTTPAdapter

Port = int | None

_INSIDE = (".local", ".lan", ".home", ".internal", ".home.arpa", ".localdomain", ".localhost")
"""How names end that only mean something inside a network."""

_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


class Reach:
    """What may be asked on behalf of one download.

    ``host`` and ``port`` are what was asked for. Where ``is_noted``, a graph named it and not the
    user, so that it must not lie inside his network, either.
    """

    def __init__(self, host: str, port: Port, *, is_noted: bool = False) -> None:
        self._named, self._is_noted = (host.lower(), port), is_noted

    def check(self, host: str, port: Port) -> None:
        """Raise for a name or a number that means a computer inside; asks nobody."""
        if self._is_wanted(host, port) or not means_inside(host):
            return
        if self._is_noted and (host.lower(), port) == self._named:
            raise NamedByGraph(host=host)
        raise LeadsInside(host=host, by=self._named[0])

    def addresses(self, host: str, port: Port) -> list[str]:
        """The numbers behind a name, all of them outside; raises LeadsInside and OSError."""
        self.check(host, port)
        found = socket.getaddrinfo(host.strip("[]"), port or 0, type=socket.SOCK_STREAM)
        numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
        if not self._is_wanted(host, port) and any(map(is_inside, numbers)):
            raise LeadsInside(host=host, by=self._named[0])
        return numbers

    def _is_wanted(self, host: str, port: Port) -> bool:
        """Whether the user himself asked for a computer inside his network by this name."""
        same = (host.lower(), port) == self._named
        return same and not self._is_noted and means_inside(host)

    def adapter(self) -> HTTPAdapter:
        """What lets the library speak to nobody else, whatever names mean by then."""
        from requests.adapters import HTTPAdapter
        from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
        from urllib3.connection import HTTPConnection, HTTPSConnection

        class Pool(HTTPConnectionPool):
            """Connections without encryption."""

            ConnectionCls = _checked(HTTPConnection, self)

        class SafePool(HTTPSConnectionPool):
            """Connections with encryption."""

            ConnectionCls = _checked(HTTPSConnection, self)

        class Adapter(HTTPAdapter):
            """Makes its connections in these pools; those to the user's own proxy are his."""

            def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
                """Use the pools of this download."""
                super().init_poolmanager(*arguments, **options)
                self.poolmanager.pool_classes_by_scheme = {"http": Pool, "https": SafePool}

        return Adapter()


def _checked(kind: type[Any], reach: Reach) -> type[Any]:
    """Connections of a kind that go to addresses that ``reach`` allows."""

    from urllib3.exceptions import HTTPError

    class Checked(kind):  # type: ignore[misc]  # which of the two it is, is known at the call
        """Resolves names itself. What the certificate must say stays the name."""

        _dns_host: str

        def _new_conn(self) -> socket.socket:
            name = str(self._dns_host)
            try:
                return self._first_of(reach.addresses(name, self.port))
            finally:
                self._dns_host = name

        def _first_of(self, numbers: list[str]) -> socket.socket:
            """A connection to the first address that answers."""
            for number in numbers[:-1]:
                self._dns_host = number
                with suppress(OSError, HTTPError):
                    return self._connected()
            self._dns_host = numbers[-1]
            return self._connected()

        def _connected(self) -> socket.socket:
            made: socket.socket = super()._new_conn()
            return made

    return Checked


def means_inside(host: str) -> bool:
    """Whether a name or number can only mean a computer inside the user's network, or his own."""
    plain = host.lower().strip("[]").rstrip(".")
    try:
        return is_inside(plain)
    except ValueError:
        return "." not in plain or plain.endswith(_INSIDE) or _is_number(plain)


def is_inside(number: str) -> bool:
    """Whether an address is not one of the open internet; raises ValueError for what is none."""
    address = ipaddress.ip_address(number)
    if isinstance(address, ipaddress.IPv6Address):
        hidden = _hidden_in(address)
        if hidden is None and (address.is_site_local or address.is_reserved):
            return True
        address = hidden or address
    return not address.is_global or address.is_multicast


def _hidden_in(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The old address that a new one stands for, also behind a translator (RFC 6052)."""
    if address in _TRANSLATED:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def _is_number(host: str) -> bool:
    """Whether this is an address in an old spelling, such as 127.1 or 0x7f.1."""
    return all(part[:2].lower() == "0x" or part.isdigit() for part in host.split("."))
