"""What is remembered from one start of the program to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.engine.files import FileContents


@dataclass(frozen=True)
class DiskPlace:
    """Where the cache on disk lies and how many bytes its entries may take together."""

    folder: Path
    budget: int


@dataclass(frozen=True)
class Memories:
    """Where things are remembered: the hashes of large ``files``, results on ``disk``, and in the
    folder ``history`` what nodes did, so that they can say what has changed.

    ``hashes`` are those of ``files`` where the engine shares them with others.
    """

    files: Path | None = None
    disk: DiskPlace | None = None
    history: Path | None = None
    hashes: FileContents | None = None

    def contents(self) -> FileContents:
        """The hashes of files: those that are shared, or else read from the memory."""
        return self.hashes or FileContents(self.files)

    @property
    def paces(self) -> Path | None:
        """Where it is noted how long nodes took."""
        return self.history / "paces" if self.history else None
