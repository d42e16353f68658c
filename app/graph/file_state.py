"""What a file was when it was read or written last, to see whether somebody else has changed it."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

LARGEST_FILE = 2**28
"""Bytes; a graph of all the nodes that are opened is smaller."""


@dataclass(frozen=True)
class FileState:
    """A file at one moment: time of change in nanoseconds, bytes, and SHA-256 of what it holds.

    ``digest`` is empty where only time and size are known; then these two decide.
    """

    modified: int
    size: int
    digest: str = ""

    @property
    def stamp(self) -> tuple[int, ...]:
        """Time and size; empty for a file that is not there."""
        return () if self == GONE else (self.modified, self.size)

    def holds_the_same(self, other: FileState) -> bool:
        """Whether both are the same content, whenever it was written."""
        if self.digest and other.digest:
            return self.digest == other.digest
        return self.stamp == other.stamp


GONE = FileState(0, -1)
"""The state of a file that is not there."""


def digest_of(content: bytes) -> str:
    """SHA-256 of what a file holds."""
    return hashlib.sha256(content).hexdigest()


def state_of_stamp(stamp: tuple[int, ...]) -> FileState:
    """The state of which only time and size were kept; GONE for an empty stamp."""
    return FileState(stamp[0], stamp[1]) if len(stamp) == 2 else GONE


def state_of(path: Path, content: bytes | None = None) -> FileState:
    """The state of a file now; ``content`` is what it holds, where that is known already.

    A file that is not there is GONE. Raises OSError where nobody can tell, as behind a connection
    that broke.
    """
    try:
        status = path.stat()
        if content is None and not stat.S_ISREG(status.st_mode):
            raise OSError("it is no file")  # reading a pipe might never end
        if content is None and status.st_size > LARGEST_FILE:
            return FileState(status.st_mtime_ns, status.st_size)  # nothing that was saved here
        held = path.read_bytes() if content is None else content
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: no system has such
        return GONE
    return FileState(status.st_mtime_ns, status.st_size, digest_of(held))


def state_after(path: Path, known: FileState) -> FileState:
    """The state now of a file that was ``known``; read only where time or size are others.

    Raises OSError as ``state_of`` does.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return GONE
    if known != GONE and (status.st_mtime_ns, status.st_size) == known.stamp:
        return known
    return state_of(path)
