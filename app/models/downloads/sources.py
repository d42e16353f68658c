"""Where a model can be fetched, as the user writes it and as graphs note it."""

from __future__ import annotations

import ipaddress
import os
import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from app.models.downloads.refusals import NotASource, PlainAddress

HUB = "https://huggingface.co"
HUB_VARIABLE = "HF_ENDPOINT"
"""Environment variable that names another hub, as for Hugging Face's own programs."""

_PREFIX = "hf:"
_PART = r"[A-Za-z0-9][A-Za-z0-9._-]{0,95}"
_REPOSITORY = re.compile(rf"(?P<name>{_PART}/{_PART})(@(?P<revision>[\w./-]+?))?(:(?P<file>.+))?")
_ON_THE_HUB = re.compile(
    rf"/(?P<name>{_PART}/{_PART})(/(tree|blob|resolve)/(?P<revision>[^/]+)(/(?P<file>.+))?)?/?"
)
_HASH = re.compile("sha256=([0-9a-f]{64})")
_LONGEST = 2000
_SECRETS = frozenset({"token", "access_token", "api_key", "apikey", "key", "auth", "password"})


@dataclass(frozen=True)
class Source:
    """A repository on the hub, one file in it, or any other address.

    ``repository`` is ``owner/name``, empty for other addresses; ``file`` its path in there, empty
    for the whole model. ``address`` is empty for the hub; it may end in ``#sha256=`` and the hash
    that the file must have. ``is_noted`` says that a graph named it, and not the user.
    """

    repository: str = ""
    revision: str = "main"
    file: str = ""
    address: str = ""
    is_noted: bool = False

    @property
    def host(self) -> str:
        """The computer that is asked, with its port where that is not the usual one."""
        return urlsplit(self.address or hub()).netloc.rpartition("@")[2]

    @property
    def hash(self) -> str:
        """The SHA-256 that the file must have; empty where none was given."""
        given = _HASH.fullmatch(urlsplit(self.address).fragment.lower())
        return given[1] if given else ""

    @property
    def name(self) -> str:
        """What messages call it."""
        last = PurePosixPath(unquote(urlsplit(self.address).path)).name
        return self.file or self.repository or last or self.host

    def __str__(self) -> str:
        """As graphs note it; ``read_source`` reads it again."""
        if self.address:
            return self.address
        at = "" if self.revision == "main" else f"@{self.revision}"
        return f"{_PREFIX}{self.repository}{at}" + (f":{self.file}" if self.file else "")


def hub() -> str:
    """The address of the hub, without a slash at its end."""
    return os.environ.get(HUB_VARIABLE, HUB).rstrip("/")


def read_source(text: str, *, allow_plain: bool = False, is_noted: bool = False) -> Source:
    """The source that a text names; raises NotASource, and PlainAddress unless that is allowed.

    A secret in an address is left out, since sources are noted in graphs: ``secret_in`` has it.
    """
    text = without_secret(text.strip())
    if len(text) > _LONGEST or not text.isprintable():
        raise NotASource(text=text[:60])
    named = _REPOSITORY.fullmatch(text.removeprefix(_PREFIX))
    if named:
        return _of_hub(named, text)
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError as error:
        raise NotASource(text=text[:60]) from error
    if parts.scheme not in ("https", "http") or not host or parts.username is not None:
        raise NotASource(text=text[:60])
    on_hub = _ON_THE_HUB.fullmatch(unquote(parts.path))
    if on_hub and parts.netloc == urlsplit(hub()).netloc:
        return _of_hub(on_hub, text)
    check_address(text, allow_plain=allow_plain)
    return Source(address=text, is_noted=is_noted)


def secret_in(text: str) -> str:
    """The access token that somebody wrote into an address, as some pages tell one to do."""
    return next((value for name, value in _asked_in(text) if name.lower() in _SECRETS), "")


def without_secret(text: str) -> str:
    """An address without an access token in it; any other text as it is."""
    asked = _asked_in(text)
    kept = [(name, value) for name, value in asked if name.lower() not in _SECRETS]
    if len(kept) == len(asked):
        return text
    return urlunsplit(urlsplit(text)._replace(query=urlencode(kept)))


def _asked_in(text: str) -> list[tuple[str, str]]:
    """The names and values behind the question mark of an address."""
    if not text.lower().startswith(("https://", "http://")) or len(text) > _LONGEST:
        return []
    try:
        return parse_qsl(urlsplit(text).query, keep_blank_values=True)
    except ValueError:
        return []


def check_address(address: str, *, allow_plain: bool = False) -> None:
    """Raise PlainAddress for an address without encryption that leads to another computer."""
    parts = urlsplit(address)
    if parts.scheme != "https" and not allow_plain and not is_here(parts.hostname or ""):
        raise PlainAddress(host=parts.hostname or address[:60])


def is_here(host: str) -> bool:
    """Whether this name can only mean the user's own computer."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _of_hub(match: re.Match[str], text: str) -> Source:
    file = match["file"] or ""
    if ".." in PurePosixPath(file).parts or file.startswith("/") or "\\" in file:
        raise NotASource(text=text[:60])
    check_address(hub())
    return Source(match["name"], match["revision"] or "main", file)
