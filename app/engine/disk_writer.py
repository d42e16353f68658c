"""Writes values and notes to the disk, on one thread, as one transaction at a time."""

from __future__ import annotations

import logging
from pathlib import Path

from app.engine.disk_care import reconcile
from app.engine.disk_changes import Row
from app.engine.disk_entry import Head, pack
from app.engine.disk_folder import Folder, discard
from app.engine.disk_index import Index
from app.engine.disk_queue import Batch, Offer
from app.sdk.encoding import CannotEncode, encode

log = logging.getLogger(__name__)

_TRIVIAL_SECONDS = 0.001
_TRIVIAL_BYTES = 2000


class Writer:
    """Brings batches to the disk within a budget in bytes.

    Entries are written beside their places without any lock. They come into their places, and what
    is worth least leaves, while the index is held: only one copy of the program at a time does so.
    Raises OSError and sqlite3.Error; what was staged is then removed.
    """

    def __init__(self, folder: Folder, index: Index, budget: int) -> None:
        self._folder = folder
        self._index = index
        self._budget = budget
        self._refused: set[str] = set()

    def tidy(self) -> None:
        """Bring index and files in agreement, after a copy of the program was killed."""
        reconcile(self._index, self._folder)
        self._folder.sweep()

    def write(self, batch: Batch) -> None:
        """Store what a batch holds; what is stored already is only noted as used."""
        rows: list[Row] = []
        staged: dict[str, Path] = {}
        try:
            for offer in batch.offers.values():
                known = None if offer.name in batch.lost else self._index.find(offer.name)
                if known is not None:
                    rows.append(Row(known.name, known.size, offer.seconds, offer.spare))
                else:
                    rows += self._stage(offer, staged)
            self._commit(batch, rows, staged)
        finally:
            for path in staged.values():
                discard(path)

    def _commit(self, batch: Batch, rows: list[Row], staged: dict[str, Path]) -> None:
        with self._index.writing() as changes:
            changes.drop(batch.lost)
            self._folder.remove(batch.lost)
            for row in rows:
                if row.name in staged:
                    self._folder.place(staged.pop(row.name), row.name)
                changes.put(row)
            changes.touch(batch.used)
            changes.remember(batch.results)
            changes.count(**batch.events)
            self._folder.remove(changes.evict(self._budget))

    def _stage(self, offer: Offer, staged: dict[str, Path]) -> list[Row]:
        """Write the entry of a value beside its place; nothing for what cannot be stored.

        What holds no arrays and took no time stays in the index: there may be thousands of such
        values, and a file for each would cost more than to make it again.
        """
        try:
            encoded = encode(offer.value)
        except CannotEncode as error:
            self._refuse(offer, error)
            return []
        head = Head(offer.name, offer.seconds, offer.spare, offer.results, encoded.tree)
        pieces = pack(head, encoded.arrays)
        size = sum(map(len, pieces))
        content = None
        if not encoded.arrays and offer.seconds < _TRIVIAL_SECONDS and size < _TRIVIAL_BYTES:
            content = b"".join(pieces)
        elif size <= self._budget:
            staged[offer.name] = self._folder.stage(offer.name, pieces)
        else:
            return []
        return [Row(offer.name, size, offer.seconds, offer.spare, content)]

    def _refuse(self, offer: Offer, error: CannotEncode) -> None:
        """Say once for each type that it stays in memory."""
        sentence = str(error.message)
        if sentence not in self._refused:
            self._refused.add(sentence)
            log.warning("%s", sentence)
