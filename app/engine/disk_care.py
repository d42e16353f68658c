"""Keeps index and files of the cache on disk in agreement, and answers for both.

Files are the truth, the index is only quick: what has a file but no row is taken in, what has a row
but no file is forgotten, and a damaged index is set aside and made anew.
"""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.engine.disk_changes import Row
from app.engine.disk_connection import is_busy, is_damage
from app.engine.disk_entry import Damaged, Head, read_head, unpack
from app.engine.disk_folder import Folder, discard
from app.engine.disk_index import FILE_NAME, Index

log = logging.getLogger(__name__)

_PATIENCE = 3.0
_PAUSE = 0.1


@dataclass(frozen=True)
class DiskInfo:
    """What the cache on disk holds: ``size`` in bytes; ``since`` is when the counters began.

    ``hits`` and ``misses`` are nodes whose result was or was not found, ``reads`` entries whose
    bytes were used. ``since`` is in seconds since 1970, 0 where nothing was counted.
    """

    folder: str
    size: int
    entries: int
    states: int
    results: int
    hits: int
    misses: int
    reads: int
    since: float


def open_index(folder: Folder) -> Index:
    """The index of ``folder``, made anew where it is missing or damaged.

    Raises OSError, and sqlite3.Error where it cannot be used.
    """
    folder.make()
    path = folder.root / FILE_NAME
    missing = not path.exists()
    try:
        index = _open(path)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        log.warning("The index of the cache is damaged and is made anew: %s", error)
        set_aside(folder)
        index, missing = _open(path), True
    if missing:
        reconcile(index, folder)
    return index


def _open(path: Path) -> Index:
    """Several copies that start at once may get in each other's way for a moment."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return Index(path)
        except sqlite3.Error as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)


def set_aside(folder: Folder) -> None:
    """Take a damaged index out of the way; raises OSError."""
    path = folder.root / FILE_NAME
    for name in (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
        discard(folder.root / name)
    with contextlib.suppress(FileNotFoundError):
        path.replace(path.with_suffix(".damaged"))


def reconcile(index: Index, folder: Folder) -> None:
    """Take in files that the index does not know, and forget entries whose file is gone."""
    known = index.names()
    files = dict(folder.each())
    found = [_row_and_head(name, path) for name, path in files.items() if name not in known]
    gone = [name for name, filed in known.items() if filed and name not in files]
    if not (gone or any(found)):
        return
    with index.writing() as changes:
        changes.drop(name for name in gone if not folder.has(name))
        for row, head in filter(None, found):
            changes.put(row)
            changes.remember(head.results)


def _row_and_head(name: str, path: Path) -> tuple[Row, Head] | None:
    """A file as an entry; one that is damaged is removed."""
    try:
        head = read_head(path)
        if head.name != name:
            raise Damaged("it is another entry")
        return Row(name, path.stat().st_size, head.seconds, head.spare), head
    except Damaged:
        discard(path)
    except OSError:  # another copy of the program has just removed it
        log.debug("An entry of the cache went away: %s", path)
    return None


def inform(index: Index, folder: Folder) -> DiskInfo:
    """What there is; raises sqlite3.Error."""
    facts = index.facts()
    return DiskInfo(
        folder=str(folder.root),
        size=int(facts["bytes"]),
        entries=int(facts["entries"]),
        states=int(facts["states"]),
        results=int(facts["results"]),
        hits=int(facts.get("hits", 0)),
        misses=int(facts.get("misses", 0)),
        reads=int(facts.get("reads", 0)),
        since=facts.get("since", 0.0),
    )


def verify(
    folder: Folder, tell: Callable[[int, int], None] = lambda done, total: None
) -> tuple[int, int]:
    """Read every entry and remove the damaged ones: how many are whole, and how many were not.

    An index with a damaged row is made anew: such a row may hide its neighbours. ``tell`` is told
    how many of how many were read. Raises OSError, sqlite3.Error, and what ``tell`` raises.
    """
    with closing(open_index(folder)) as index:
        sound = index.is_sound()
    if not sound:
        set_aside(folder)
    with closing(open_index(folder)) as index:
        return _verify_entries(index, folder, tell)


def _verify_entries(
    index: Index, folder: Folder, tell: Callable[[int, int], None]
) -> tuple[int, int]:
    reconcile(index, folder)
    folder.sweep()
    damaged = []
    names = index.names()
    for done, name in enumerate(names):
        tell(done, len(names))
        if not _is_whole(index, folder, name):
            damaged.append(name)
    if damaged:
        with index.writing() as changes:
            changes.drop(damaged)
            folder.remove(damaged)
    return len(index.names()), len(damaged)


def _is_whole(index: Index, folder: Folder, name: str) -> bool:
    row = index.find(name)
    try:
        if row is not None:
            unpack(row.content or folder.read(name), name)
    except (Damaged, OSError, ValueError):
        return False
    return True


def trim(folder: Folder, budget: int) -> None:
    """Let the entries go that are worth least until ``budget`` bytes hold.

    Raises OSError and sqlite3.Error.
    """
    with closing(open_index(folder)) as index, index.writing() as changes:
        folder.remove(changes.evict(budget))


def clear(folder: Folder) -> int:
    """Remove all entries, also while other copies of the program run; how many there were.

    Raises OSError and sqlite3.Error.
    """
    with closing(open_index(folder)) as index:
        with index.writing() as changes:
            names = {name for name, _ in folder.each()} | set(index.names())
            changes.clear()
            folder.remove(names)
        with contextlib.suppress(sqlite3.OperationalError):  # others read: the room is used again
            index.shrink()
    return len(names)
