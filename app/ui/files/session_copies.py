"""Where a second copy of the program keeps what is open, and what becomes of that if it is killed.

The first copy has the session. Every other one writes its own beside the journals, and removes it
when it is closed, as it asks about unsaved changes then. What one that was killed has left behind
comes back with the session, at the next start of a first copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLockFile

from app.ui.files.journal.queue_journal import KeptRun, read_queue
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_asides import locked
from app.ui.files.session_file import DamagedSession, KeptTab, read_session, with_later

LOCK_NAME = "session.lock"
_MOST_COPIES = 9


@dataclass(frozen=True)
class SessionPlace:
    """A folder for one session, the shelf of its journals, and the lock that one program has."""

    folder: Path
    shelf: JournalShelf
    lock: QLockFile

    def give_up(self) -> None:
        """Remove all that was kept, and only then the lock: the next program may be waiting."""
        with suppress(OSError):
            for path in self.folder.iterdir():
                if path.name != LOCK_NAME:
                    path.unlink()
        self.lock.unlock()
        with suppress(OSError):  # the next one has the folder already
            self.folder.rmdir()


@dataclass(frozen=True)
class LeftBehind:
    """What other copies of the program had open when they were killed."""

    tabs: tuple[KeptTab, ...] = ()
    runs: tuple[KeptRun, ...] = ()


def first_place(folder: Path, shelf: JournalShelf) -> SessionPlace | None:
    """The session itself; None where another program has it."""
    return _locked(SessionPlace(folder, shelf, _lock(folder)))


def own_place(shelf: JournalShelf) -> SessionPlace | None:
    """A place for a copy beside the first, where nothing was left behind; None where none is."""
    for number in range(2, _MOST_COPIES + 1):
        folder = shelf.folder / f"copy-{number}"
        place = SessionPlace(folder, JournalShelf(folder), _lock(folder))
        if not place.shelf.numbers() and _locked(place):
            return place
    return None


def adopted(shelf: JournalShelf, next_number: int) -> LeftBehind:
    """What was left behind, with journals on this ``shelf`` now, numbered from there on."""
    tabs: list[KeptTab] = []
    runs: list[KeptRun] = []
    for place in _left(shelf):
        numbers: dict[int, int] = {}
        for kept in _tabs(place):
            number = next_number + len(tabs)
            with suppress(OSError):
                place.shelf.graph(kept.journal).replace(shelf.graph(number))
                numbers[kept.journal] = number
                tabs.append(replace(kept, journal=number))
        runs += [replace(r, graph=numbers[r.graph]) for r in _runs(place) if r.graph in numbers]
        if place.shelf.numbers():
            place.lock.unlock()
        else:
            place.give_up()
    return LeftBehind(tuple(tabs), tuple(runs))


def _left(shelf: JournalShelf) -> Iterator[SessionPlace]:
    """The places of copies that do not run any more."""
    for folder in sorted(shelf.folder.glob("copy-*")):
        place = _locked(SessionPlace(folder, JournalShelf(folder), _lock(folder)))
        if place is not None:
            yield place


def _tabs(place: SessionPlace) -> tuple[KeptTab, ...]:
    """The graphs from left to right that have a journal."""
    session = None
    with suppress(OSError, DamagedSession):  # the journals tell of them as well
        session = read_session(place.folder)
    there = place.shelf.numbers()
    return tuple(kept for kept in with_later(session, there).tabs if kept.journal in there)


def _runs(place: SessionPlace) -> tuple[KeptRun, ...]:
    try:
        return read_queue(place.shelf.queue)
    except OSError:  # nothing ever waited
        return ()


def _lock(folder: Path) -> QLockFile:
    with suppress(OSError):  # then there is no lock either, and nothing is kept
        folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / LOCK_NAME))
    lock.setStaleLockTime(0)
    return lock


def _locked(place: SessionPlace) -> SessionPlace | None:
    return place if locked(place.lock) else None
