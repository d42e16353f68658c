"""What a source offers, before anything of it is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from app.models.downloads.asking import asked
from app.models.downloads.fetching import RemoteFile
from app.models.downloads.hub import files_of, is_whole_model
from app.models.downloads.refusals import OnlyPickles
from app.models.downloads.sources import Source
from app.sdk.weight_heads import SUFFIXES

_ODD = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 150


@dataclass(frozen=True)
class Offer:
    """The files of a source. ``is_whole`` says that they make one model in a folder; otherwise each
    is one, of which the user chooses. ``folder`` is where they go below a model folder."""

    source: Source
    files: tuple[RemoteFile, ...]
    is_whole: bool
    folder: str

    @property
    def size(self) -> int:
        """Bytes of all files, as far as that is known."""
        return sum(file.size for file in self.files)


def offered(source: Source, token: str, *, allow_plain: bool = False) -> Offer:
    """Ask what a source has; raises DownloadErrors."""
    if source.address:
        return Offer(source, (_linked(source, token, allow_plain),), False, "")
    files = tuple(files_of(source, token))
    whole = not source.file and is_whole_model(files)
    return Offer(source, files, whole, source.repository)


def _linked(source: Source, token: str, allow_plain: bool) -> RemoteFile:
    """The file behind an address: its name and size, asked for without fetching it."""
    headers = {"Range": "bytes=0-0"}
    with asked(
        source.address,
        source.name,
        token,
        headers=headers,
        allow_plain=allow_plain,
        is_noted=source.is_noted,
    ) as answer:
        name = clean_name(_named_in(answer.headers.get("content-disposition", "")) or source.name)
        size = answer.headers.get("content-range", "").rpartition("/")[2]
        if answer.status == 200:  # a server that does not go on where a download broke off
            size = answer.headers.get("content-length", "")
        if not name.lower().endswith(SUFFIXES):
            raise OnlyPickles(name=name)
        number = int(size) if size.isdecimal() else 0
        wanted = source.hash or answer.promised
        noted = source.is_noted
        return RemoteFile(name, source.address, source.host, number, wanted, noted)


def _named_in(disposition: str) -> str:
    """The name that a server suggests for a file."""
    from email.message import Message as Header

    header = Header()
    header["content-disposition"] = disposition
    return header.get_filename() or ""


def clean_name(name: str) -> str:
    """A file name that every system takes and that leads nowhere else."""
    last = PurePosixPath(unquote(name).replace("\\", "/")).name
    plain = _ODD.sub("_", last).strip(". ")
    stem, dot, suffix = plain.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:20]}" or "model"
