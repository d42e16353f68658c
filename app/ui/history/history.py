"""The history of results while the program runs: written, read and searched on its own thread."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.places import is_file
from app.ui.history.store import Entry, HistoryStore, read_graph
from app.ui.history.store_file import is_damage, put_aside
from app.ui.history.summary import packed_thumbnail, summary_of
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_bytes import unpacked
from app.ui.viewer.pictures import pictured, rate_of, to_image
from app.ui.words import tr

log = logging.getLogger(__name__)

Then = Callable[[KnownPicture, bool], None]
"""Takes a picture, and whether it is whole: False for the small one that is left of it."""


@dataclass(frozen=True)
class Result:
    """What a run made: a value with one or more pictures, by its fingerprint.

    ``files`` may be the fingerprint of a list of the files that they were saved in.
    """

    fingerprint: str
    title: str
    graph: str
    files: str = ""


@dataclass(frozen=True)
class Bounds:
    """How many results are remembered, and how many bytes they may take."""

    entries: int = 5000
    bytes: int = 512 * 2**20


class History(QObject):
    """Every result of this session and before. No call waits: signals bring what was found."""

    listed = Signal(list)
    """The entries that were searched for, newest first."""
    added = Signal(Entry)
    removed = Signal(list)
    changed = Signal(Entry)
    thumbnail_loaded = Signal(int, QImage)
    told = Signal(str)
    """What is wrong with the history, in a sentence."""
    _loaded = Signal(object, object, bool)

    def __init__(
        self,
        path: Path,
        fetch: Callable[[str], Any],
        bounds: Bounds | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._path, self._fetch = path, fetch
        self.bounds = bounds or Bounds()
        self._store: HistoryStore | None = None
        self._is_well = True
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="history")
        self._loaded.connect(lambda then, picture, whole: then(picture, whole))

    def record(self, result: Result) -> None:
        """Remember all pictures of a result."""
        self._do(self._record, result)

    def search(self, words: str = "", *, starred: bool = False) -> None:
        """List what holds all of these words."""
        self._do(
            lambda store: self.listed.emit(store.entries(words, starred=starred)),
        )

    def want_thumbnail(self, entry: Entry) -> None:
        """Ask for a small picture."""
        self._do(
            lambda store: self.thumbnail_loaded.emit(entry.id, unpacked(store.thumbnail(entry.id)))
        )

    def load(self, entry: Entry, then: Then) -> None:
        """Bring a picture as large as it can still be had, with its graph."""
        self._do(self._load, entry, then)

    def graph_of(self, entry: Entry) -> str:
        """The text of the graph that made a result; read at once, as a drag needs it."""
        return read_graph(self._path, entry.graph)

    def star(self, entry: Entry, starred: bool) -> None:
        """Mark a result as a favourite, or no longer."""
        self._do(lambda store: store.star(entry.id, starred))
        self.changed.emit(replace(entry, starred=starred))

    def move(self, entry: Entry, path: str) -> None:
        """The picture lies in another file now, or in none."""
        self._do(lambda store: store.move(entry.id, path))
        self.changed.emit(replace(entry, path=path))

    def delete(self, entries: Sequence[Entry]) -> None:
        """Forget results; files that were saved stay."""
        ids = [entry.id for entry in entries]
        self._do(lambda store: store.delete(ids))
        self.removed.emit(ids)

    def close(self) -> None:
        """Write what is left and let go of the file."""
        self._pool.submit(self._close)
        self._pool.shutdown(wait=True)

    def _do(self, work: Callable[..., None], *arguments: object) -> None:
        self._pool.submit(self._try, work, *arguments)

    def _try(self, work: Callable[..., None], *arguments: object) -> None:
        try:
            work(self._opened(), *arguments)
            self._is_well = True
        except sqlite3.DatabaseError as error:
            if is_damage(error):
                self._close()
                self._tell_aside(put_aside(self._path, error))
            else:
                self._fail(str(error))
        except Exception as error:  # the end of this thread's road: nobody waits for the future
            log.exception("The history in %s cannot be used", self._path)
            self._fail(str(error))

    def _opened(self) -> HistoryStore:
        """The store, made anew where somebody deleted its file."""
        if self._store is not None and not self._path.exists():
            self._close()
        if self._store is None:
            self._store = HistoryStore(self._path)
            if self._store.put_aside is not None:
                self._tell_aside(self._store.put_aside)
        return self._store

    def _tell_aside(self, kept: Path) -> None:
        self.told.emit(
            tr(
                "The history of results was damaged: it is kept as {file}, and a new one begins.",
                file=kept.name,
            )
        )

    def _fail(self, reason: str) -> None:
        """Say once, until it works again, that results are not remembered."""
        log.warning("The history in %s cannot be used: %s", self._path, reason)
        if self._is_well:
            self.told.emit(
                tr(
                    "The history of results in {file} cannot be used ({reason}): pictures that are "
                    "made now may be missing there, so save those that you want to keep.",
                    file=self._path,
                    reason=reason,
                )
            )
        self._is_well = False

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    # --- on the thread of the history

    def _record(self, store: HistoryStore, result: Result) -> None:
        value = pictured(self._fetch(result.fingerprint))
        if value is None:
            return
        saved = self._fetch(result.files) if result.files else None
        paths = [file.path for part in _each(saved) for file in getattr(part, "files", ())]
        prompt, seed = summary_of(result.graph)
        count, rate = len(value), rate_of(value)
        for number in range(1 if rate else count):
            image = to_image(value.picture(number))
            path = paths[number] if number < len(paths) else ""
            entry = Entry(
                id=0,
                made=time.time(),
                title=result.title,
                width=image.width(),
                height=image.height(),
                prompt=prompt,
                seed=seed,
                path=path,
                fingerprint=result.fingerprint,
                number=number,
                count=count,
                graph="",
                rate=rate,
            )
            self.added.emit(store.add(entry, packed_thumbnail(image), result.graph))
        gone = store.trim(self.bounds.entries, self.bounds.bytes)
        if gone:
            self.removed.emit(gone)

    def _load(self, store: HistoryStore, entry: Entry, then: Then) -> None:
        image = self._whole(entry)
        small = unpacked(store.thumbnail(entry.id)) if image is None else image
        known = KnownPicture(
            small,
            entry.title,
            "",
            entry.fingerprint,
            entry.number,
            entry.count,
            store.graph(entry.graph),
            entry.path,
            entry.rate if image is not None else 0.0,
        )
        self._loaded.emit(then, known, image is not None)

    def _whole(self, entry: Entry) -> QImage | None:
        """The picture in full: the value that is kept, else the file it was saved in."""
        value = pictured(self._fetch(entry.fingerprint))
        if value is not None and entry.number < len(value):
            return to_image(value.picture(entry.number))
        image = QImage(entry.path) if entry.path and is_file(Path(entry.path)) else QImage()
        return None if image.isNull() else image


def _each(saved: Any) -> Sequence[Any]:
    """What was saved, item by item where a list of pictures was."""
    return saved if isinstance(saved, list | tuple) else (saved,)
