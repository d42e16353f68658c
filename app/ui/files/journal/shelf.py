"""The folder of journals: one for each open graph, by number, and one for the queue."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_NAME = re.compile(r"graph-(\d{1,15})\.journal")


class JournalShelf:
    """Knows where the journals lie in a folder, which does not have to exist."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def queue(self) -> Path:
        """The journal of the queue."""
        return self.folder / "queue.journal"

    def graph(self, number: int) -> Path:
        """The journal of a graph."""
        return self.folder / f"graph-{number}.journal"

    def numbers(self) -> list[int]:
        """The graphs that have a journal, those opened first in front."""
        try:
            found = [_NAME.fullmatch(path.name) for path in self.folder.iterdir()]
        except OSError:  # nothing was ever written, or nobody can read it
            return []
        return sorted(int(match[1]) for match in found if match)

    def keep_only(self, numbers: Iterable[int]) -> None:
        """Remove the journals of graphs that are not open any more."""
        for number in set(self.numbers()) - set(numbers):
            with suppress(OSError):  # it is told apart at the next start as well
                self.graph(number).unlink(missing_ok=True)

    def put_aside(self, numbers: Iterable[int]) -> Path | None:
        """Take journals away that are not to be opened, and keep them; where, or None if none."""
        return self._moved(map(self.graph, numbers))

    def put_all_aside(self) -> Path | None:
        """The same with all journals, and that of the queue, whose runs name graphs by number."""
        return self._moved([*map(self.graph, self.numbers()), self.queue])

    def _moved(self, journals: Iterable[Path]) -> Path | None:
        there = [path for path in journals if path.is_file()]
        if not there:
            return None
        stem = f"{self.folder.name}-aside-{time.strftime('%Y-%m-%d-%H-%M-%S')}"
        aside, number = self.folder.with_name(stem), 2
        while aside.exists():
            aside, number = self.folder.with_name(f"{stem}-{number}"), number + 1
        try:
            aside.mkdir()
            for path in there:
                path.replace(aside / path.name)
        except OSError:  # no room for a folder: under other names they are safe where they are
            for path in there:
                with suppress(OSError):
                    path.replace(path.with_name(f"{aside.name}-{path.name}"))
            return self.folder
        return aside
