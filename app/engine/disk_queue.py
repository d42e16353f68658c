"""What waits to be written to the disk: handed over at once, within bounds, never waited for."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.engine.disk_entry import Results

_GATHER_SECONDS = 0.05
_MOST_OFFERS = 10_000


@dataclass(frozen=True)
class Offer:
    """A value to store, under its fingerprint or the key of a step; fields as in ``Head``.

    ``size`` is what it holds in memory, in bytes.
    """

    name: str
    value: Any
    size: int
    seconds: float
    spare: bool
    results: Results

    @property
    def rank(self) -> tuple[bool, float]:
        """What is lowest is given up first."""
        return (not self.spare, self.seconds / max(self.size, 1))


@dataclass
class Batch:
    """What came together since the last writing.

    ``used`` and ``lost`` are names of entries: read since then, or found missing or damaged.
    """

    offers: dict[str, Offer] = field(default_factory=dict)
    results: dict[str, Mapping[str, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    events: Counter[str] = field(default_factory=Counter)


class Queue:
    """Between the threads that make values and the one that writes them.

    Values that wait may hold ``most`` bytes together; beyond that the cheapest to remake for their
    size are given up. A single value is taken whatever its size.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._wake = threading.Condition()
        self._batch = Batch()
        self._size = 0
        self._busy = False
        self._hurried = False
        self._closed = False

    def offer(self, offer: Offer) -> None:
        """Take a value in; of two under the same name the dearer one stays."""
        with self._wake:
            waiting = self._batch.offers.get(offer.name)
            if self._closed or (waiting is not None and waiting.seconds >= offer.seconds):
                return
            self._size += offer.size - (waiting.size if waiting else 0)
            self._batch.offers[offer.name] = offer
            while self._size > self._most or len(self._batch.offers) > _MOST_OFFERS:
                if not self._give_up_cheapest():
                    break
            self._wake.notify_all()

    def _give_up_cheapest(self) -> bool:
        offers = self._batch.offers
        if len(offers) < 2:
            return False
        cheapest = min(offers.values(), key=lambda offer: offer.rank)
        del offers[cheapest.name]
        self._size -= cheapest.size
        return True

    def remember(self, key: str, outputs: Mapping[str, str]) -> None:
        """Take in what the work behind ``key`` gives."""
        with self._wake:
            if not self._closed:
                self._batch.results[key] = outputs
                self._wake.notify_all()

    def note(self, event: str, used: str = "", lost: str = "") -> None:
        """Count an event, and note which entry was used or lost. Written with the next values."""
        with self._wake:
            self._batch.events[event] += 1
            if used:
                self._batch.used.add(used)
            if lost:
                self._batch.lost.add(lost)

    def take(self) -> Batch | None:
        """Wait for something to write; None once the queue is closed and everything was taken.

        After the first value it waits a moment for more, as one writing of many costs little more
        than one of one, unless somebody waits for it.
        """
        with self._wake:
            self._busy = False
            self._wake.notify_all()
            self._wake.wait_for(lambda: self._has_work or self._closed)
            self._wake.wait_for(lambda: self._closed or self._hurried, _GATHER_SECONDS)
            self._hurried = False
            batch, self._batch, self._size = self._batch, Batch(), 0
            if not (batch.offers or batch.results or batch.used or batch.lost or batch.events):
                return None
            self._busy = True
            return batch

    @property
    def _has_work(self) -> bool:
        return bool(self._batch.offers or self._batch.results)

    def flush(self, patience: float) -> bool:
        """Wait until everything was written, at most ``patience`` seconds; whether it was."""
        with self._wake:
            self._hurried = self._has_work
            self._wake.notify_all()
            return self._wake.wait_for(lambda: not (self._has_work or self._busy), patience)

    def close(self) -> None:
        """Take nothing more in."""
        with self._wake:
            self._closed = True
            self._wake.notify_all()
