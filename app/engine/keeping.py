"""What is kept, and where: looks after the two tiers of the cache while the program runs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.engine.cache import Cache
from app.engine.disk import open_disk
from app.engine.disk_care import DiskInfo, clear, inform, open_index, trim, verify
from app.engine.disk_folder import Folder
from app.engine.disk_moving import has_results, move_results
from app.engine.errors import EngineError
from app.engine.memories import DiskPlace

_PATIENCE = 60.0

Tell = Callable[[int, int], None]
"""Is told how many of how many are done; what it raises ends the work."""


class FolderRefuses(EngineError):
    """A folder for results cannot be used."""

    english = "Results cannot be kept in {folder} ({reason}): choose another folder."


class TooSlow(EngineError):
    """What waits to be written does not come to an end."""

    english = "The disk is busy writing results: wait a moment and try again."


@dataclass(frozen=True)
class KeptInfo:
    """How much is kept, in bytes; ``entries`` counts what lies on the disk."""

    memory: int
    disk: int
    entries: int


class Keeping:
    """The cache in memory and on disk, changed while the program runs.

    All methods may wait for the disk, so none is for the thread of the screen. One change is made
    at a time; runs go on meanwhile, without the disk where it is being changed. Those that take a
    folder raise FolderRefuses where it cannot be used.
    """

    def __init__(self, cache: Cache, place: DiskPlace | None) -> None:
        self._cache = cache
        self._place = place
        self._lock = threading.Lock()
        self._is_open = False

    def open(self) -> None:
        """Begin to use the disk."""
        with self._lock:
            self._is_open = True
            self._cache.disk = open_disk(self._place)

    def close(self, patience: float) -> None:
        """Write what waits, for at most ``patience`` seconds, and let go of the disk."""
        with self._lock:
            self._is_open = False
            if self._cache.disk is not None:
                self._cache.disk.close(patience)

    def limit_memory(self, budget: int) -> None:
        """Hold at most ``budget`` bytes in memory from now on."""
        self._cache.limit(budget)

    def use(self, place: DiskPlace | None) -> None:
        """Keep results at ``place`` from now on; with None, on no disk."""
        with self._lock:
            if place is not None:
                _check(place.folder)
            if place != self._place:
                self._let_go()
                self._take(place)

    def move(self, old: Path, place: DiskPlace, tell: Tell) -> None:
        """Take the results in the folder ``old`` along to ``place``; where that fails, all stays.

        Raises whatever ``tell`` raises, too.
        """
        with self._lock:
            before = self._place
            _check(place.folder)
            self._let_go()
            try:
                move_results(old, place.folder, tell)
            except OSError as error:
                self._take(before)
                raise _refusal(place.folder, error) from error
            except BaseException:
                self._take(before)
                raise
            self._take(place)

    @property
    def memory(self) -> int:
        """Bytes that values take in memory."""
        return self._cache.size

    def forget(self) -> None:
        """Forget everything in memory, and write what waits for the disk."""
        self._cache.clear()
        if self._cache.disk is not None:
            self._cache.disk.flush()

    def info(self, folder: Path) -> KeptInfo:
        """How much is kept in memory and in ``folder``."""
        found = self._info_on_disk(folder) if has_results(folder) else None
        size, entries = (found.size, found.entries) if found else (0, 0)
        return KeptInfo(self._cache.size, size, entries)

    def clear(self, folder: Path) -> int:
        """Forget everything in memory and in ``folder``; how many entries the disk had."""
        self.forget()
        if not has_results(folder):
            return 0
        try:
            return clear(Folder(folder))
        except (OSError, sqlite3.Error) as error:
            raise _refusal(folder, error) from error

    def verify(self, folder: Path, tell: Tell) -> tuple[int, int]:
        """Read every entry and remove the damaged ones: how many are whole, how many were not."""
        if not has_results(folder):
            return 0, 0
        try:
            return verify(Folder(folder), tell)
        except (OSError, sqlite3.Error) as error:
            raise _refusal(folder, error) from error

    def _info_on_disk(self, folder: Path) -> DiskInfo:
        disk, place = self._cache.disk, self._place
        if disk is not None and place is not None and place.folder == folder:
            found = disk.info()
            if found is not None:
                return found
        try:
            with closing(open_index(Folder(folder))) as index:
                return inform(index, Folder(folder))
        except (OSError, sqlite3.Error) as error:
            raise _refusal(folder, error) from error

    def _let_go(self) -> None:
        disk = self._cache.disk
        if disk is None:
            return
        if not disk.flush(_PATIENCE):
            raise TooSlow()
        self._cache.disk = None
        disk.close()

    def _take(self, place: DiskPlace | None) -> None:
        self._place = place
        if self._is_open:
            self._cache.disk = open_disk(place)
        if place is not None:
            self._fit(place)

    def _fit(self, place: DiskPlace) -> None:
        """Let go at once of what a smaller budget has no room for."""
        try:
            if has_results(place.folder):
                trim(Folder(place.folder), place.budget)
        except (OSError, sqlite3.Error) as error:
            raise _refusal(place.folder, error) from error


def _check(folder: Path) -> None:
    try:
        Folder(folder).make()
    except OSError as error:
        raise _refusal(folder, error) from error


def _refusal(folder: Path, error: Exception) -> FolderRefuses:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return FolderRefuses(folder=folder, reason=reason)
