"""The files of the cache on disk: each entry appears under its name whole, or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from uuid import uuid4

_NAME = re.compile("[0-9a-f]{40,64}")
_SUFFIX = ".safetensors"
ENTRIES = "entries"
"""The folder of the entries, below the root."""
_UNFINISHED = ".part"
_ABANDONED_SECONDS = 3600.0


class Folder:
    """Entries below ``root``, spread over subfolders by the first two digits of their names.

    Only files that are named like entries are ever touched. Methods raise OSError unless they say
    otherwise.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._entries = root / ENTRIES

    def make(self) -> None:
        """Make the folder, and see that it can be written to."""
        self._entries.mkdir(parents=True, exist_ok=True)
        probe = self._entries / f".{uuid4().hex}{_UNFINISHED}"
        probe.touch()
        probe.unlink()

    def path(self, name: str) -> Path:
        """Where the entry called ``name`` lies; raises ValueError for what is no entry's name."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is not the name of an entry")
        return self._entries / name[:2] / f"{name}{_SUFFIX}"

    def has(self, name: str) -> bool:
        """Whether there is a file for this entry."""
        return bool(_NAME.fullmatch(name)) and self.path(name).exists()

    def read(self, name: str) -> bytes:
        """The whole content of an entry; raises ValueError for what is no entry's name."""
        return self.path(name).read_bytes()

    def stage(self, name: str, pieces: Iterable[bytes | memoryview]) -> Path:
        """Write an entry beside its place, through to the disk; raises ValueError as ``path``."""
        place = self.path(name)
        staged = place.with_name(f".{uuid4().hex}{_UNFINISHED}")
        try:
            self._write(staged, pieces)
        except FileNotFoundError:  # the first entry of its subfolder
            staged.parent.mkdir(exist_ok=True)
            self._write(staged, pieces)
        return staged

    def _write(self, path: Path, pieces: Iterable[bytes | memoryview]) -> None:
        try:
            with path.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            discard(path)
            raise

    def place(self, staged: Path, name: str) -> None:
        """Put a staged entry in its place in one step; an older one gives way.

        On Windows it does not while another copy of the program reads it; it is as good.
        """
        place = self.path(name)
        try:
            staged.replace(place)
        except PermissionError:
            if not place.exists():
                raise
            discard(staged)

    def remove(self, names: Iterable[str]) -> None:
        """Remove entries where they exist; raises nothing, as what is left is found again."""
        for name in names:
            with contextlib.suppress(ValueError):
                discard(self.path(name))

    def each(self) -> Iterator[tuple[str, Path]]:
        """Every entry with its file."""
        for path in self._files():
            if path.suffix == _SUFFIX and _NAME.fullmatch(path.stem):
                yield path.stem, path

    def sweep(self) -> None:
        """Remove what was left half-written; what is young may be another copy's work."""
        for path in self._files():
            if path.suffix == _UNFINISHED and path.name.startswith("."):
                with contextlib.suppress(OSError):
                    # Clocks may be set back: what seems to come from far ahead is old as well.
                    if abs(time.time() - path.stat().st_mtime) > _ABANDONED_SECONDS:
                        path.unlink()

    def _files(self) -> Iterator[Path]:
        for inner in sorted(self._entries.iterdir()):
            if inner.is_dir() and len(inner.name) == 2:
                yield from sorted(inner.iterdir())


def discard(path: Path) -> None:
    """Remove a file if that can be done."""
    with contextlib.suppress(OSError):
        path.unlink()
