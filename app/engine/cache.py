"""Remembers results by the key of their work and values by their fingerprint."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

from app.engine.disk import Disk
from app.engine.disk_queue import Offer
from app.sdk.fingerprint import size as size_of

_MOST_RESULTS = 200_000
"""Each takes 430 bytes; what is forgotten here the disk still knows."""


@dataclass(slots=True)
class Kept:
    """A value in memory, its ``size`` in bytes and the ``seconds`` that it took to make."""

    value: Any
    size: int
    seconds: float
    spare: bool
    worth: float = 0.0
    used: int = 0

    def rank(self) -> tuple[bool, float, int]:
        """What is lowest leaves first: spare values, cheap and large ones, long unused ones."""
        return (not self.spare, self.worth, self.used)


class Cache:
    """An index from keys to fingerprints, and a store of values with a budget in bytes.

    The index outlives the values, so that a wave still stops where a result is known but its bytes
    are gone. Values leave by seconds to remake per byte, the least recently used first among
    equals; the worth of the last one that left is added to the worth of whatever is used later, so
    that dear but forgotten values do not stay for ever (GreedyDual-Size; Cao and Irani, 1997).
    Behind the memory there may be a disk, which is asked for what is not here, and is offered what
    is to outlive the program; another may take its place. May be used from several threads.
    """

    def __init__(self, budget: int, disk: Disk | None = None) -> None:
        self.budget = budget
        self.disk = disk
        self.times_cleared = 0
        self._lock = threading.Lock()
        self._results: dict[str, Mapping[str, str]] = {}
        self._values: dict[str, Kept] = {}
        self._queue: list[tuple[tuple[bool, float, int], str]] = []
        self._clock = count(1)
        self._age = {True: 0.0, False: 0.0}
        self._size = 0

    @property
    def size(self) -> int:
        """Bytes of all values held."""
        return self._size

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, fingerprint: str) -> bool:
        return fingerprint in self._values

    def holds(self, fingerprint: str) -> bool:
        """Whether the bytes of a value are in memory or, as the index says, on the disk."""
        disk = self.disk
        return fingerprint in self._values or (disk is not None and disk.holds(fingerprint))

    def weight(self, fingerprints: Iterable[str]) -> int | None:
        """Bytes of these values together; None where one is not in memory."""
        held = [self._values.get(fingerprint) for fingerprint in fingerprints]
        return None if None in held else sum(kept.size for kept in held if kept is not None)

    def limit(self, budget: int) -> None:
        """Hold at most ``budget`` bytes from now on."""
        with self._lock:
            self.budget = budget
            self._shrink()

    def clear(self) -> None:
        """Forget all results and values in memory."""
        with self._lock:
            self._results.clear()
            self._values.clear()
            self._queue.clear()
            self._size = 0
            self.times_cleared += 1

    def outputs(self, key: str, *, quietly: bool = False) -> Mapping[str, str] | None:
        """Fingerprints by output name of the work behind ``key``, or None if it is not known.

        ``quietly`` does not count as a hit or a miss: nobody is going to use it.
        """
        found = self._results.get(key)
        disk = self.disk
        if found is None and disk is not None:
            found = disk.outputs(key, quietly=quietly)
            if found is not None:
                self._note(key, found)
        return found

    def remember(self, key: str, outputs: Mapping[str, str], *, lasting: bool = True) -> None:
        """Note what the work behind ``key`` gives; on the disk, too, where it is ``lasting``."""
        self._note(key, outputs)
        disk = self.disk
        if lasting and disk is not None:
            disk.remember(key, outputs)

    def _note(self, key: str, outputs: Mapping[str, str]) -> None:
        with self._lock:
            self._results.pop(key, None)  # so that it counts as new
            if len(self._results) >= _MOST_RESULTS:
                del self._results[next(iter(self._results))]
            self._results[key] = outputs

    def find(self, fingerprint: str) -> Kept | None:
        """The value with this fingerprint, which then counts as just used; None if it is gone."""
        with self._lock:
            kept = self._values.get(fingerprint)
            if kept is not None:
                self._touch(kept)
        # Not under the lock: a disk may take long, and others want only what is in memory.
        disk = self.disk
        if kept is None and disk is not None:
            return self._fetch(fingerprint, disk)
        return kept

    def _fetch(self, fingerprint: str, disk: Disk) -> Kept | None:
        """The value from the disk, from now on also in memory."""
        found = disk.find(fingerprint)
        if found is None:
            return None
        taken = size_of(found.value)
        self._hold(fingerprint, found.value, taken, found.seconds, found.spare)
        return Kept(found.value, taken, found.seconds, found.spare)

    def keep(
        self,
        fingerprint: str,
        value: Any,
        size: int,
        seconds: float,
        *,
        spare: bool = False,
        lasting: bool = True,
        work: str = "",
    ) -> None:
        """Hold a value within the budget; an equal one is held once, at the higher price.

        The newer of two equal values stays, as its labels (where a model lies) are the true ones.

        ``spare`` values leave before all others. A value above the whole budget is not held. One
        that is ``lasting`` is offered to the disk, with the key of the ``work`` that gave it.
        """
        disk = self.disk
        if lasting and disk is not None:
            outputs = self._results.get(work)
            results = {work: outputs} if outputs else {}
            disk.offer(Offer(fingerprint, value, size, seconds, spare, results))
        self._hold(fingerprint, value, size, seconds, spare)

    def _hold(self, fingerprint: str, value: Any, size: int, seconds: float, spare: bool) -> None:
        with self._lock:
            kept = self._values.get(fingerprint)
            if kept is not None:
                kept.value = value
                kept.seconds = max(kept.seconds, seconds)
                kept.spare = kept.spare and spare
                self._touch(kept)
            elif size <= self.budget:
                kept = Kept(value, size, seconds, spare)
                self._touch(kept)
                self._values[fingerprint] = kept
                self._size += size
                heapq.heappush(self._queue, (kept.rank(), fingerprint))
                self._shrink()

    def _touch(self, kept: Kept) -> None:
        kept.used = next(self._clock)
        kept.worth = self._age[kept.spare] + kept.seconds / max(kept.size, 1)

    def _shrink(self) -> None:
        """Let values go until the budget holds.

        The queue is put right only when a value comes to its head: ranks never fall, so whatever
        stands there with its present rank is the lowest of all.
        """
        while self._size > self.budget:
            rank, fingerprint = self._queue[0]
            kept = self._values[fingerprint]
            if kept.rank() != rank:
                heapq.heapreplace(self._queue, (kept.rank(), fingerprint))
                continue
            heapq.heappop(self._queue)
            self._age[kept.spare] = kept.worth
            del self._values[fingerprint]
            self._size -= kept.size
