"""Moves the cache on disk to another folder, whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from app.engine.disk_folder import ENTRIES, discard
from app.engine.disk_index import FILE_NAME


def has_results(folder: Path) -> bool:
    """Whether results were kept in ``folder``; it need not exist."""
    return (folder / FILE_NAME).exists()


def move_results(old: Path, new: Path, tell: Callable[[int, int], None]) -> None:
    """Take index and entries from one folder to another, also on another disk.

    Nobody may write into ``old`` meanwhile, and ``new`` may hold no results yet. ``tell`` is told
    how many of how many files were copied, if they have to be. Raises OSError and whatever ``tell``
    raises; then the results are where they were.
    """
    new.mkdir(parents=True, exist_ok=True)
    done, total = 0, sum(1 for path in (old / ENTRIES).rglob("*") if path.is_file())

    def copy(source: str, target: str) -> str:
        """Copy one file and tell."""
        nonlocal done
        tell(done, total)
        done += 1
        return str(shutil.copy2(source, target))

    try:
        if (new / ENTRIES).is_dir():
            _remove_empty(new / ENTRIES)
        shutil.copy2(old / FILE_NAME, new / FILE_NAME)
        shutil.move(old / ENTRIES, new / ENTRIES, copy_function=copy)
    except BaseException:
        discard(new / FILE_NAME)
        if (old / ENTRIES).exists():
            shutil.rmtree(new / ENTRIES, ignore_errors=True)
        raise
    for suffix in ("", "-wal", "-shm"):
        discard(old / f"{FILE_NAME}{suffix}")


def _remove_empty(entries: Path) -> None:
    """Remove the folders of entries; raises OSError where one holds a file."""
    for inner in entries.iterdir():
        inner.rmdir()
    entries.rmdir()
