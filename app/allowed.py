"""Which files of the user's node folder may run: hashes of their content in the settings folder."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from hashlib import sha256
from pathlib import Path

from app.graph.errors import LoomError

FILE_NAME = "allowed-nodes.json"
FORMAT = 1

log = logging.getLogger(__name__)


class CannotAllow(LoomError):
    """A node file cannot be read, or the list cannot be written."""

    english = "{file} was not allowed: {reason}; check the path and who may write to {folder}."


class AllowedFiles:
    """The hashes of node files that the user has read and trusts.

    A file that changes has another hash, and has to be allowed again.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._hashes = _read(self._path)

    def __contains__(self, content: str) -> bool:
        return content in self._hashes

    def allow(self, file: Path) -> None:
        """Let ``file`` run as it is now; raises CannotAllow."""
        try:
            hashes = self._hashes | {sha256(file.read_bytes()).hexdigest()}
            _write(self._path, hashes)
        except OSError as error:
            raise CannotAllow(
                file=file, reason=error.strerror or error, folder=self._path.parent
            ) from error
        self._hashes = hashes


def _read(path: Path) -> frozenset[str]:
    """The hashes in the list; none where it is missing or damaged, for that is the safe reading."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(content) for content in data["allowed"])
    except FileNotFoundError:
        return frozenset()
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("%s cannot be read (%s): no node file of yours will run.", path, error)
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
