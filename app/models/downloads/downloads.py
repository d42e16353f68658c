"""The downloads that the user asked for, one after the other, on a thread of their own."""

from __future__ import annotations

import logging
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from app.graph.errors import LoomError, Message
from app.models.downloads.refusals import Cancelled, Unforeseen
from app.models.downloads.tokens import Tokens

if TYPE_CHECKING:
    from app.models.downloads.fetching import RemoteFile
    from app.models.downloads.offers import Offer

_TELL_SECONDS = 0.2

log = logging.getLogger(__name__)


class State(StrEnum):
    """How far a download is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Download:
    """One download as it is now. ``done`` and ``total`` are bytes, ``speed`` bytes a second;
    ``path`` is where the model lies once it is there."""

    id: int
    offer: Offer
    files: tuple[RemoteFile, ...]
    folder: Path
    allow_plain: bool = False
    state: State = State.WAITING
    done: int = 0
    total: int = 0
    speed: float = 0.0
    problem: Message | None = None
    path: Path | None = None


Finished = Callable[[Path, str, str], None]
"""Told where a model was put, where it came from, and its hash where that is known."""


@dataclass
class _Pace:
    """Counts what has come, to say how quickly."""

    began: float = field(default_factory=time.monotonic)
    first: int = -1
    told: float = 0.0


class Downloads:
    """A list of downloads, worked on by one thread that is there while there is something to do.

    ``on_change`` is called on that thread, a few times a second. May be used from any thread.
    """

    def __init__(self, tokens: Tokens, finished: Finished, memory: Path | None = None) -> None:
        self.tokens = tokens
        self._memory = memory
        self._finished = finished
        self._lock = threading.RLock()
        self._keeping = threading.Lock()
        self._list: dict[int, Download] = {}
        self._stopped: set[int] = set()
        self._thread: threading.Thread | None = None
        self._closed = False
        self._next = 1
        self.on_change: list[Callable[[], None]] = []

    def all(self) -> tuple[Download, ...]:
        """Every download, oldest first."""
        with self._lock:
            return tuple(self._list.values())

    def start(
        self, offer: Offer, files: tuple[RemoteFile, ...], folder: Path, allow_plain: bool = False
    ) -> int:
        """Fetch these files of an offer into a model folder; the number of the download."""
        with self._lock:
            id, self._next = self._next, self._next + 1
            total = sum(file.size for file in files)
            self._list[id] = Download(id, offer, files, folder, allow_plain, total=total)
        self._keep()
        self._wake()
        return id

    def bring_back(self) -> None:
        """Put those on the list that were not done when the program ended; they wait to go on."""
        if self._memory is None or not self._memory.exists():
            return
        from app.models.downloads.unfinished import load_unfinished

        with self._lock:
            for offer, folder, plain, done in load_unfinished(self._memory):
                id, self._next = self._next, self._next + 1
                stopped = State.STOPPED
                self._list[id] = Download(
                    id, offer, offer.files, folder, plain, stopped, done, offer.size
                )
        self._tell()

    def stop(self, id: int) -> None:
        """Stop a download; what has come so far is kept."""
        with self._lock:
            if id in self._list and self._list[id].state is State.WAITING:
                self._list[id] = replace(self._list[id], state=State.STOPPED)
            self._stopped.add(id)
        self._tell()

    def go_on(self, id: int) -> None:
        """Go on with a download that was stopped or failed."""
        with self._lock:
            download = self._list.get(id)
            if download is None or download.state not in (State.STOPPED, State.FAILED):
                return
            self._stopped.discard(id)
            self._list[id] = replace(download, state=State.WAITING, problem=None)
        self._wake()

    def forget(self, id: int) -> None:
        """Take a download off the list; one that is under way is stopped."""
        self.stop(id)
        with self._lock:
            self._list.pop(id, None)
        self._keep()
        self._tell()

    def close(self, patience: float = 2.0) -> None:
        """Stop everything; waits for the thread, but not for long."""
        self._closed = True
        thread = self._thread
        if thread is not None:
            thread.join(patience)

    def _wake(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name="downloads", daemon=True)
                self._thread.start()
        self._tell()

    def _work(self) -> None:
        while True:
            with self._lock:
                waiting = [d for d in self._list.values() if d.state is State.WAITING]
                if not waiting or self._closed:
                    self._thread = None
                    return
                download = waiting[0]
            self._do(download)

    def _do(self, download: Download) -> None:
        """Fetch a model, and note how that ended."""
        self._set(download.id, state=State.RUNNING)
        try:
            self._fetch(download)
        except Cancelled:
            self._set(download.id, state=State.STOPPED, speed=0.0)
        except LoomError as error:
            self._set(download.id, state=State.FAILED, problem=error.message, speed=0.0)
        except Exception as error:  # the list must live on
            # What the error says may hold an address with a signature: only where it arose is told.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("A download failed (%s):\n%s", type(error).__name__, where)
            message = Unforeseen(problem=type(error).__name__).message
            self._set(download.id, state=State.FAILED, problem=message, speed=0.0)

    def _fetch(self, download: Download) -> None:
        """Bring all files to their places; raises LoomError, of which Cancelled is one."""
        from app.models.downloads.placing import place  # the window is there the sooner

        pace = _Pace()

        def progress(done: int, total: int) -> None:
            if self._closed or download.id in self._stopped:
                raise Cancelled(name=download.offer.source.name)
            self._note(download.id, pace, done, total)

        token = self.tokens.get(download.offer.source.host)
        placed = place(
            replace(download.offer, files=download.files),
            download.folder,
            token,
            progress,
            allow_plain=download.allow_plain,
        )
        for path, source, hash in placed:
            self._finished(path, source, hash)
        done = self._total(download.id)
        self._set(download.id, state=State.DONE, path=placed[-1][0], done=done)

    def _note(self, id: int, pace: _Pace, done: int, total: int) -> None:
        """Say how far it is, a few times a second."""
        now = time.monotonic()
        if pace.first < 0:
            pace.first, pace.began = done, now
        if now - pace.told < _TELL_SECONDS and done != total:
            return
        pace.told = now
        speed = (done - pace.first) / max(now - pace.began, 0.001)
        self._set(id, done=done, total=total, speed=speed)

    def _total(self, id: int) -> int:
        with self._lock:
            return self._list[id].total if id in self._list else 0

    def _set(self, id: int, **changes: object) -> None:
        with self._lock:
            if id in self._list:
                self._list[id] = replace(self._list[id], **changes)  # type: ignore[arg-type]
        if "state" in changes:
            self._keep()
        self._tell()

    def _keep(self) -> None:
        """Remember what is not done, for the next start."""
        if self._memory is not None:
            from app.models.downloads.unfinished import save_unfinished

            with self._keeping:  # else an older list could be written over a newer one
                save_unfinished(self._memory, self.all())

    def _tell(self) -> None:
        for tell in self.on_change:
            tell()
