"""The cache on disk: values and states of steps that outlive the program.

Reading happens on the thread that asks; writing on a thread of its own, so that it never delays a
step. Whatever goes wrong with the disk is a miss, and is said once in the log.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from app.engine.disk_care import DiskInfo, inform, open_index, set_aside
from app.engine.disk_connection import is_busy, is_damage
from app.engine.disk_entry import Damaged, unpack
from app.engine.disk_folder import Folder
from app.engine.disk_index import Index
from app.engine.disk_queue import Offer, Queue
from app.engine.disk_writer import Writer
from app.engine.memories import DiskPlace
from app.sdk.encoding import CannotDecode, NotRegistered, decode

log = logging.getLogger(__name__)

_MOST_WAITING = 256 * 2**20
_STEPS_SHARE = 64


@dataclass(frozen=True)
class Found:
    """A value from the disk; ``seconds`` and ``spare`` as in the cache in memory."""

    value: Any
    seconds: float
    spare: bool


class Disk:
    """The second tier of the cache. May be used from several threads; nothing here raises.

    Several copies of the program may use one folder: all read, and one at a time writes.
    """

    def __init__(self, place: DiskPlace, index: Index) -> None:
        self._folder = Folder(place.folder)
        self._index = index
        self._queue = Queue(_MOST_WAITING)
        self._writer = Writer(self._folder, index, place.budget)
        self._fault = ""
        self._missed = ""
        self._outdated: set[str] = set()
        self.budget = place.budget
        self._thread = threading.Thread(target=self._write_all, name="disk cache", daemon=True)
        self._thread.start()

    @property
    def step_allowance(self) -> int:
        """How many bytes the states of one sampling may take."""
        return self.budget // _STEPS_SHARE

    def outputs(self, key: str, *, quietly: bool = False) -> Mapping[str, str] | None:
        """Fingerprints by output name of the work behind ``key``; None where it is not known.

        ``quietly`` counts neither as a hit nor as a miss.
        """
        try:
            found = None if self._fault else self._index.outputs(key)
        except (sqlite3.Error, ValueError) as error:
            self._fail(error)
            return None
        if quietly:
            return found
        if found is not None or key != self._missed:  # a node asks again before it runs
            self._queue.note("misses" if found is None else "hits")
        self._missed = key
        return found

    def holds(self, name: str) -> bool:
        """Whether the index knows the value or state called ``name``."""
        try:
            return not self._fault and self._index.find(name) is not None
        except sqlite3.Error as error:
            self._fail(error)
            return False

    def find(self, name: str) -> Found | None:
        """The value or state called ``name``; None where there is none that is whole."""
        try:
            row = None if self._fault else self._index.find(name)
        except sqlite3.Error as error:
            self._fail(error)
            return None
        if row is None:
            return None
        try:
            head, encoded = unpack(row.content or self._folder.read(name), name)
            value = decode(encoded)
        except NotRegistered:  # its kind is not loaded yet, or is another one by now
            self._outdated.add(name)
            return None
        except (Damaged, CannotDecode, OSError, ValueError) as error:
            log.info("An entry of the cache is not usable and is made again: %s", error)
            self._queue.note("damaged", lost=name)
            return None
        self._queue.note("reads", used=name)
        return Found(value, head.seconds, head.spare)

    def offer(self, offer: Offer) -> None:
        """Let a value be written, unless there is too much to write."""
        if self._fault or offer.size > self.budget:
            return
        if offer.name in self._outdated:
            self._outdated.discard(offer.name)
            self._queue.note("outdated", lost=offer.name)
        self._queue.offer(offer)

    def remember(self, key: str, outputs: Mapping[str, str]) -> None:
        """Let it be noted what the work behind ``key`` gives."""
        if not self._fault:
            self._queue.remember(key, outputs)

    def info(self) -> DiskInfo | None:
        """What is stored; None where that cannot be told."""
        try:
            return None if self._fault else inform(self._index, self._folder)
        except sqlite3.Error as error:
            self._fail(error)
            return None

    def flush(self, patience: float = 10.0) -> bool:
        """Wait until everything is written, at most ``patience`` seconds; whether it is."""
        return self._queue.flush(patience)

    def close(self, patience: float = 10.0) -> None:
        """Write what waits, for at most ``patience`` seconds, and let go of the files."""
        self._queue.close()
        self._thread.join(patience)
        if self._thread.is_alive():
            log.warning("The disk is slow: the last results were not kept in the cache.")
        elif not self._fault:
            self._fault = "closed"
            self._index.close()

    def _write_all(self) -> None:
        """The writing thread. It ends with the queue, and outlives every fault of the disk."""
        self._guard(self._writer.tidy)
        while (batch := self._queue.take()) is not None:
            if not self._fault:
                self._guard(partial(self._writer.write, batch))

    def _guard(self, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:  # a cache that fails must not end anything else
            self._fail(error)

    def _fail(self, error: Exception) -> None:
        """Say once what is wrong; go on without the disk unless it was only busy."""
        if isinstance(error, sqlite3.Error) and is_busy(error):
            log.warning("Another program holds the cache: some results are not kept on disk.")
            return
        if self._fault:
            return
        self._fault = str(error) or type(error).__name__
        log.warning(
            "The cache on disk in %s cannot be used and is left out until the next start: %s",
            self._folder.root,
            self._fault,
        )
        self._release(isinstance(error, sqlite3.Error) and is_damage(error))

    def _release(self, damaged: bool) -> None:
        """Let go of the index; a damaged one is set aside, so that the next start makes it anew."""
        try:
            self._index.close()
            if damaged:
                set_aside(self._folder)
        except (OSError, sqlite3.Error) as error:
            log.debug("The index of the cache could not be let go: %s", error)


def open_disk(place: DiskPlace | None) -> Disk | None:
    """The cache at ``place``; None where it cannot be used, which the log then says."""
    if place is None:
        return None
    try:
        return Disk(place, open_index(Folder(place.folder)))
    except (OSError, sqlite3.Error) as error:
        log.warning("The cache on disk in %s cannot be used: %s", place.folder, error)
        return None


@contextmanager
def opened(place: DiskPlace | None) -> Iterator[Disk | None]:
    """The cache at ``place`` for a while, as ``open_disk``; what waits then is written."""
    disk = open_disk(place)
    try:
        yield disk
    finally:
        if disk is not None:
            disk.close()
