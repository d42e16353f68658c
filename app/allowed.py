"""What the user has allowed: hashes of node files that may run, and of places graphs may read.

They lie in the settings folder. A damaged file allows nothing.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.graph.errors import LoomError

FILE_NAME = "allowed-nodes.json"
PLACES_NAME = "known-places.json"
FORMAT = 1

log = logging.getLogger(__name__)


class CannotAllow(LoomError):
    """A node file cannot be read, or the list cannot be written."""

    english = "{file} was not allowed: {reason}; check the path and who may write to {folder}."


class _Hashes:
    """A growing set of hashes in a file of the settings folder, written in one piece."""

    def __init__(self, folder: Path, name: str) -> None:
        self._path = folder / name
        self._hashes = _read(self._path)

    def __contains__(self, content: str) -> bool:
        return content in self._hashes

    def _add(self, hashes: frozenset[str]) -> None:
        """Keep these, too; raises OSError, and then nothing has changed."""
        hashes |= self._hashes
        if hashes != self._hashes:
            _write(self._path, hashes)
            self._hashes = hashes


class AllowedFiles(_Hashes):
    """The hashes of node files that the user has read and trusts.

    A file that changes has another hash, and has to be allowed again.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, FILE_NAME)

    def allow(self, file: Path) -> None:
        """Let ``file`` run as it is now; raises CannotAllow."""
        try:
            self._add(frozenset({sha256(file.read_bytes()).hexdigest()}))
        except OSError as error:
            raise CannotAllow(
                file=file, reason=error.strerror or error, folder=self._path.parent
            ) from error

    def allow_content(self, content: str) -> None:
        """Let files with this hash run, as the user has seen them; raises CannotAllow."""
        try:
            self._add(frozenset({content}))
        except OSError as error:
            folder = self._path.parent
            raise CannotAllow(file=FILE_NAME, reason=error.strerror, folder=folder) from error


class KnownPlaces(_Hashes):
    """Files and folders, as graphs write them, that the user chose himself or let a graph use.

    Only their hashes are kept. Where the file cannot be written they last as long as the program.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, PLACES_NAME)

    def __contains__(self, place: str) -> bool:
        return _hash(place) in self._hashes

    def add(self, places: Iterable[str]) -> None:
        """Remember places."""
        hashes = frozenset(map(_hash, places))
        try:
            self._add(hashes)
        except OSError as error:
            log.warning("%s cannot be written: %s", self._path, error)
            self._hashes |= hashes


@dataclass(frozen=True)
class Trusted:
    """What a window knows of it: the places, and how many node files are ``waiting``."""

    places: KnownPlaces
    waiting: int = 0


def _hash(place: str) -> str:
    return sha256(place.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> frozenset[str]:
    """The hashes in the list; none where it is missing or damaged, for that is the safe reading."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(content) for content in data["allowed"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        log.warning("%s cannot be read (%s): what it allowed is asked anew.", path, error)
        return frozenset()


def _write(path: Path, hashes: frozenset[str]) -> None:
    """Write the list in one piece; raises OSError, and then the old list stands."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": FORMAT, "allowed": sorted(hashes)}, indent=2) + "\n"
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
