"""Asks a server for something by HTTP; what can go wrong becomes a sentence.

The libraries of the hub are set to stay offline in this program, so that nothing is ever fetched by
merely opening a model. What the user does ask for goes through here, and through nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from app import __version__
from app.models.downloads.reaching import Reach
from app.models.downloads.refusals import (
    DownloadError,
    NeedsToken,
    NoAccess,
    NoConnection,
    NotThere,
    ServerFault,
    TooManyRedirects,
)
from app.models.downloads.sources import check_address, is_here

_TIMEOUT = (10.0, 30.0)
"""Seconds to wait for a connection, and for the next bytes."""

_MOST_REDIRECTS = 10
_POINTS_ON = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": f"latent-loom/{__version__}", "Accept-Encoding": "identity"}
_LINKED_HASH = "x-linked-etag"


class Asked:
    """An answer, and what the hub said on the way to it. ``headers`` may be asked in any case."""

    def __init__(self, response: Any, promised: str) -> None:
        self.response = response
        self.promised = promised
        """The SHA-256 that the hub promises; empty where it says nothing."""

    @property
    def status(self) -> int:
        return int(self.response.status_code)

    @property
    def headers(self) -> Mapping[str, str]:
        headers: Mapping[str, str] = self.response.headers
        return headers


@contextmanager
def asked(
    address: str,
    name: str,
    token: str = "",
    *,
    headers: Mapping[str, str] | None = None,
    allow_plain: bool = False,
    is_noted: bool = False,
) -> Iterator[Asked]:
    """The answer to a request for ``address``, closed afterwards; raises DownloadErrors.

    ``is_noted`` says that a graph named it and not the user. Nobody inside the user's network is
    asked but whom he named himself. The token goes to the first server alone, never to one that it
    points to, and never without encryption. Answers of 200, 206 and 416 are handed on, all others
    raise.
    """
    first = urlsplit(address)
    reach = Reach(first.hostname or "", _port(first), is_noted=is_noted)
    promised, here = "", address
    with _session(reach) as session:
        for _ in range(_MOST_REDIRECTS):
            check_address(here, allow_plain=allow_plain)
            reach.check(urlsplit(here).hostname or "", _port(urlsplit(here)))
            sent = {**_HEADERS, **(headers or {}), **_credentials(first, here, token)}
            with _explained(here):
                response = session.get(
                    here, headers=sent, timeout=_TIMEOUT, stream=True, allow_redirects=False
                )
            with response:
                promised = promised or hash_in(response.headers.get(_LINKED_HASH, ""))
                target = response.headers.get("location", "")
                if response.status_code not in _POINTS_ON or not target:
                    _check_status(response.status_code, here, name, bool(token))
                    yield Asked(response, promised)
                    return
                with _explained(here):
                    here = urljoin(here, target)
        raise TooManyRedirects(host=first.netloc)


@contextmanager
def _session(reach: Reach) -> Iterator[Any]:
    """Connections that never lead further than ``reach`` says."""
    import requests  # the window is there the sooner

    with requests.Session() as session:
        session.auth = _nobody  # else a .netrc would be asked, also for servers pointed to
        for scheme in ("http://", "https://"):
            session.mount(scheme, reach.adapter())
        yield session


@contextmanager
def _explained(address: str) -> Iterator[None]:
    """Turn the library's errors into NoConnection."""
    import requests

    try:
        yield
    except (requests.RequestException, ValueError) as error:  # a header may hold anything
        host = urlsplit(address).netloc
        raise NoConnection(host=host, problem=problem_of(error)) from error


def pieces(response: Any, size: int) -> Iterator[bytes]:
    """The bytes of an answer as they come; raises NoConnection where it breaks off."""
    with _explained(str(response.url)):
        yield from response.iter_content(size)


def problem_of(error: Exception) -> str:
    """What a library says of a connection, in a few words."""
    import requests

    if isinstance(error, requests.Timeout):
        return "no answer in time"
    if isinstance(error, requests.exceptions.SSLError):
        return "its certificate is not valid"
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return "it broke off"
    if isinstance(error, requests.ConnectionError):
        return "no connection"
    if not isinstance(error, requests.RequestException):
        return "its answer makes no sense"
    return type(error).__name__


def _port(parts: SplitResult) -> int:
    """The port that an address means, where it does not say one, too."""
    try:
        said = parts.port
    except ValueError:  # no number, or one too large
        return 0
    return said or (443 if parts.scheme == "https" else 80)


def _credentials(first: Any, here: str, token: str) -> dict[str, str]:
    now = urlsplit(here)
    same = (now.scheme, now.netloc) == (first.scheme, first.netloc)
    safe = now.scheme == "https" or is_here(now.hostname or "")
    return {"Authorization": f"Bearer {token}"} if token and same and safe else {}


def _check_status(status: int, address: str, name: str, has_token: bool) -> None:
    host = urlsplit(address).netloc
    error: DownloadError
    if status in (200, 206, 416):
        return
    if status == 401 and not has_token:
        error = NeedsToken(host=host, name=name)
    elif status in (401, 403, 451):
        error = NoAccess(host=host, name=name)
    elif status in (404, 410):
        error = NotThere(host=host, name=name)
    else:
        error = ServerFault(host=host, status=status)
    raise error


def hash_in(text: str) -> str:
    """The SHA-256 that a header carries, in small letters; empty where it is none."""
    plain = text.strip().removeprefix("W/").strip('"').lower()
    return plain if len(plain) == 64 and set(plain) <= set("0123456789abcdef") else ""


def _nobody(request: Any) -> Any:
    return request
