"""Remembers the downloads that are not done, so that they can go on at the next start."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.graph.errors import LoomError
from app.graph.file import write_atomically
from app.models.downloads.downloads import Download, State
from app.models.downloads.fetching import RemoteFile
from app.models.downloads.offers import Offer
from app.models.downloads.sources import check_address, read_source

_LARGEST = 16 * 2**20

log = logging.getLogger(__name__)


def save_unfinished(path: Path, downloads: Iterable[Download]) -> None:
    """Write what is not done; an error is one line in the log."""
    records = [_record(each) for each in downloads if each.state is not State.DONE]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if records:
            write_atomically(path, json.dumps(records, indent=1).encode())
        else:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("The list of downloads cannot be kept: %s", error)


def load_unfinished(path: Path) -> Iterator[tuple[Offer, Path, bool, int]]:
    """Offers with the folders they go to, whether plain addresses were allowed, and the bytes that
    had come; what is damaged is left out."""
    try:
        records = json.loads(path.read_bytes()) if path.stat().st_size < _LARGEST else []
    except (OSError, ValueError, RecursionError):
        return
    for record in records if isinstance(records, list) else ():
        with suppress(LoomError, KeyError, TypeError, ValueError, AttributeError):
            yield _read(record)


def _record(download: Download) -> dict[str, Any]:
    return {
        "source": str(download.offer.source),
        "files": [asdict(file) for file in download.files],
        "is_whole": download.offer.is_whole,
        "below": download.offer.folder,
        "folder": str(download.folder),
        "allow_plain": download.allow_plain,
        "done": download.done,
    }


def _read(record: dict[str, Any]) -> tuple[Offer, Path, bool, int]:
    plain = record["allow_plain"] is True
    source = read_source(record["source"], allow_plain=plain)
    files = tuple(RemoteFile(**file) for file in record["files"])
    for file in files:
        check_address(file.address, allow_plain=plain)
        if ".." in Path(file.name).parts or Path(file.name).is_absolute():
            raise ValueError(file.name)
    below = source.repository if record["below"] else ""
    offer = Offer(source, files, record["is_whole"] is True, below)
    return offer, Path(record["folder"]), plain, int(record["done"])
