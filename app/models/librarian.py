"""Tends the shelf in the background: looks through folders, and hashes models at leisure."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from app.graph.kinds import KnownModel
from app.models.records import ModelRecord
from app.models.shelf import Shelf

_REST = 2.0
"""Seconds to rest for each second of reading, so that nobody notices the hashing."""

_RESCAN_SECONDS = 600.0

log = logging.getLogger(__name__)


class Contents(Protocol):
    """Hashes of files and model folders, remembered while they do not change."""

    @property
    def is_awaited(self) -> bool:
        """Whether another thread waits for a hash that is being worked out."""

    def content(self, path: Path, check: Callable[[], None]) -> str:
        """SHA-256 of a file, or of what counts in a folder; raises OSError."""


class NoContents:
    """Nothing is hashed."""

    is_awaited = False

    def content(self, path: Path, check: Callable[[], None]) -> str:
        """Nothing is known of it."""
        return ""


class _Stopped(Exception):
    """The librarian is to stop, or to begin anew."""


class Librarian:
    """A thread that keeps ``shelf`` up to date from ``start`` to ``close``.

    It looks through the folders at once, after ``look_again``, and every ten minutes; between, it
    works out the hashes that are not known yet, slowly and only ``patience`` seconds after the
    look, since a program that begins has other things to read. ``on_work`` is called on that thread
    when it begins to look and when it is done.
    """

    def __init__(self, shelf: Shelf, contents: Contents, patience: float = 0.0) -> None:
        self.shelf = shelf
        self._patience = patience
        self._contents = contents
        self._wake = threading.Event()
        self._closed = False
        self._thread: threading.Thread | None = None
        self._unreadable: set[tuple[Path, str]] = set()
        self.is_looking = False
        self.has_looked = False
        """Whether all folders were looked through at least once."""
        self.on_work: list[Callable[[], None]] = []
        shelf.is_tended = True

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of all known models of a kind, sorted."""
        return self.shelf.names(kind)

    def model(self, kind: str, name: str) -> KnownModel | None:
        """What is known of a model, looked up without touching a file; None if nothing is."""
        return self.shelf.model(kind, name)

    def find(self, kind: str, name: str) -> Path:
        """Where a model lies: by name, or ``name`` as a path. Raises NoSuchModel."""
        return self.shelf.find(kind, name)

    def look_in(self, folders: Sequence[Path]) -> None:
        """Look through other folders from now on."""
        if tuple(folders) != self.shelf.folders:
            self.shelf.look_in(folders)
            self.look_again()

    def start(self) -> None:
        """Begin, unless that was done before."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._work, name="librarian", daemon=True)
            self._thread.start()

    def look_again(self) -> None:
        """Look through the folders as soon as that can be."""
        self._wake.set()

    def close(self, patience: float = 2.0) -> None:
        """Stop; waits for the thread, but not for long."""
        self._closed = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(patience)

    def _work(self) -> None:
        while not self._closed:
            self._wake.clear()
            try:
                self._look()
                self._wake.wait(self._patience)
                self._hash_all()
                self._wake.wait(_RESCAN_SECONDS)
            except _Stopped:
                continue
            except Exception:  # the thread must live on; the next look may go well
                log.exception("The shelf could not be tended.")
                self._wake.wait(_RESCAN_SECONDS)

    def _look(self) -> None:
        self._set_looking(True)
        try:
            self.shelf.refresh(self._check)
            self.has_looked = True
        finally:
            self._set_looking(False)

    def _set_looking(self, looking: bool) -> None:
        self.is_looking = looking
        for tell in self.on_work:
            tell()

    def _hash_all(self) -> None:
        """Work out what is not known yet, small models first."""
        waiting = [record for record in self.shelf.shelved.records if self._wants_hash(record)]
        for record in sorted(waiting, key=lambda each: each.size):
            self._check()
            pause = _Pause(self._contents, self._check)
            try:
                found = self._contents.content(record.path, pause)
            except OSError as error:
                log.warning("%s could not be hashed: %s", record.path, error)
                self._unreadable.add((record.path, record.stamp))
                continue
            if found:
                self.shelf.learn(record.path, hash=found)

    def _wants_hash(self, record: ModelRecord) -> bool:
        return bool(
            record.kind and not record.hash and (record.path, record.stamp) not in self._unreadable
        )

    def _check(self) -> None:
        if self._wake.is_set():
            raise _Stopped


class _Pause:
    """Called between pieces of a file: rests in proportion to the time that reading took."""

    def __init__(self, contents: Contents, check: Callable[[], None]) -> None:
        self._contents, self._check = contents, check
        self._began = time.monotonic()

    def __call__(self) -> None:
        self._check()
        if not self._contents.is_awaited:
            time.sleep(min(1.0, _REST * (time.monotonic() - self._began)))
        self._began = time.monotonic()
