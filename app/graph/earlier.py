"""Earlier copies of graphs: what was saved under a name, kept where no other program writes.

Every graph that is saved gets a folder of its own, named by its path, with one plain ``.loom`` file
for each time it was saved. So the last good one outlives a file that another program spoilt, that
was deleted, or that went with its network share.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.graph.file import LARGEST_FILE, sweep, write_atomically
from app.graph.file_state import digest_of

MOST_COPIES = 20
"""Copies kept of one graph; the oldest go first."""

MOST_BYTES = 2**28
"""Bytes that the copies of all graphs take together; the newest of each stays whatever it takes."""

_NAME = re.compile(r"(\d{6,}) ([0-9a-f]{16})\.loom")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class EarlierCopy:
    """One copy: where it lies, its place in the order of saving, and what it holds.

    ``saved`` is the time in seconds since 1970, as the system's clock had it.
    """

    path: Path
    number: int
    digest: str
    saved: float
    size: int


class EarlierCopies:
    """The copies of all graphs below one folder. Nothing here ever raises."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep_file(self, graph: Path) -> None:
        """Keep what is in the file ``graph`` now, before something else takes its place."""
        with suppress(OSError, ValueError):  # nothing is there, or nobody can read it
            found = graph.stat()
            if 0 < found.st_size <= LARGEST_FILE:
                self.keep(graph, graph.read_bytes(), found.st_mtime)

    def keep(self, graph: Path, content: bytes, saved: float | None = None) -> None:
        """Keep what was or is in the file ``graph``, unless the newest copy holds the same.

        ``saved`` is when it was written there, None for now.
        """
        held = self.of(graph)
        digest = digest_of(content)[:16]
        if held and held[0].digest == digest:
            return
        number = held[0].number + 1 if held else 1
        folder = self._folder_of(graph)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            copy = folder / f"{number:06} {digest}.loom"
            write_atomically(copy, content)
            sweep(folder)
            if saved is not None:
                os.utime(copy, (saved, saved))
            self._make_room(held[MOST_COPIES - 1 :])
        except OSError as error:
            log.warning("No copy of %s can be kept: %s", graph.name, error)

    def of(self, graph: Path) -> list[EarlierCopy]:
        """The copies of a graph, the one that was saved last first."""
        return sorted(_copies_in(self._folder_of(graph)), key=_number, reverse=True)

    def _folder_of(self, graph: Path) -> Path:
        """Where the copies of a graph lie; its name begins as that of the graph, for people."""
        path = str(graph).encode("utf-8", "surrogatepass")
        # Letters take up to four bytes, and no file system gives a name more than 255.
        name = re.sub(r"[^\w-]+", " ", graph.stem).strip()[:50]
        return self._folder / f"{name or 'graph'} {hashlib.sha256(path).hexdigest()[:16]}"

    def _make_room(self, surplus: Iterable[EarlierCopy]) -> None:
        for copy in surplus:
            _remove(copy)
        everything = [sorted(_copies_in(each), key=_number) for each in self._folder.iterdir()]
        taken = sum(copy.size for copies in everything for copy in copies)
        older = [copy for copies in everything for copy in copies[:-1]]
        for copy in sorted(older, key=lambda copy: copy.saved):
            if taken <= MOST_BYTES:
                return
            _remove(copy)
            taken -= copy.size


def _copies_in(folder: Path) -> list[EarlierCopy]:
    """What of a folder's files is a copy; none where the folder cannot be read."""
    copies = []
    with suppress(OSError):
        for path in folder.iterdir():
            named = _NAME.fullmatch(path.name)
            if named:
                found = path.stat()
                copies.append(
                    EarlierCopy(path, int(named[1]), named[2], found.st_mtime, found.st_size)
                )
    return copies


def _number(copy: EarlierCopy) -> int:
    """Copies are counted, for the clock may be set back between two of them."""
    return copy.number


def _remove(copy: EarlierCopy) -> None:
    with suppress(OSError):  # another copy of the program was faster, or the disk cannot be written
        copy.path.unlink()
