"""Notices while a graph is open that its file was changed, deleted or put out of reach.

The files are looked at now and then, not watched by the system: that knows nothing of network
folders. And never on the thread of the screen, since a share that went away may keep whoever asks
for it waiting for minutes.
"""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app.graph.file_state import FileState, state_after
from app.ui.files.commands import FileCommands
from app.ui.files.open_file import Fate
from app.ui.files.restoring import load_again
from app.ui.running.problem_list import Problem, Remedy
from app.ui.tab import Tab
from app.ui.tabs import Tabs
from app.ui.words import tr

PATIENCE = 0.5
"""Seconds that the end of the program waits for a look that goes on."""

INTERVAL = 3000
"""Milliseconds between two looks, while the window is the one that is used."""


@dataclass(frozen=True)
class Look:
    """A file as it was known, and as it was found; None where the system could not tell."""

    path: Path
    known: FileState
    found: FileState | None


class FileWatch(QObject):
    """Tells of the files of open graphs among the problems of each, and takes that back."""

    _looked = Signal(object)

    def __init__(self, files: FileCommands, tabs: Tabs, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._tabs = files, tabs
        self._told: dict[Tab, tuple[FileState | None, Problem]] = {}
        self._looking = False
        self._thread: threading.Thread | None = None
        self._looked.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self.look)

    def follow(self, tab: Tab) -> None:
        """Forget what was told of a graph once it is saved, or another one is in its place."""
        tab.file.saved.connect(lambda _: self._untell(tab))
        tab.file.opened.connect(lambda: self._untell(tab))
        tab.closed.connect(lambda: self._told.pop(tab, None))

    def look(self) -> None:
        """Look at all files, unless the last look goes on or the user is elsewhere."""
        active = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if self._looking or not active:
            return
        wanted = [
            (tab.file.path, tab.file.known) for tab in self._tabs.all() if tab.file.path is not None
        ]
        if wanted:
            self._start(wanted)

    def look_at(self, tab: Tab) -> None:
        """Look at the file of one graph, as when it comes back with what was open."""
        if tab.file.path is not None:
            self._start([(tab.file.path, tab.file.known)])

    def close(self) -> None:
        """Look no more; a look that hangs at a folder out of reach is left behind."""
        self._timer.stop()
        self._looking = True
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _start(self, wanted: list[tuple[Path, FileState]]) -> None:
        self._looking = True
        self._thread = threading.Thread(target=self._look_at, args=(wanted,), daemon=True)
        self._thread.start()

    def _look_at(self, wanted: list[tuple[Path, FileState]]) -> None:
        """Ask the system, on a thread of its own, however long that takes."""
        looks = [_seen(path, known) for path, known in wanted]
        with suppress(RuntimeError):  # the window is gone meanwhile
            self._looked.emit(looks)

    def _take(self, looks: Any) -> None:
        self._looking = False
        for tab in self._tabs.all():
            for look in looks:
                # What was saved or opened since then is not what was looked at.
                if (tab.file.path, tab.file.known) == (look.path, look.known):
                    self._judge(tab, look)

    def _judge(self, tab: Tab, look: Look) -> None:
        fate = Fate.AWAY if look.found is None else tab.file.fate_of(look.found)
        if fate is Fate.SAME:
            self._untell(tab)
            return
        told = self._told.get(tab)
        if told is not None and told[0] == look.found:
            return
        self._untell(tab)
        # What is seen is nowhere on the disk any more: from now on it is work that can be lost.
        tab.document.mark_unsaved()
        tab.changed.emit()
        problem = self._problem(tab, look.path, fate)
        self._told[tab] = look.found, problem
        tab.problems.add(problem)

    def _untell(self, tab: Tab) -> None:
        told = self._told.pop(tab, None)
        if told is not None:
            tab.problems.retain(lambda each: each is not told[1])

    def _load(self, tab: Tab) -> None:
        load_again(self._files, tab)
        self.look()

    def _problem(self, tab: Tab, path: Path, fate: Fate) -> Problem:
        files = self._files
        if fate is Fate.CHANGED:
            sentence = tr(
                "{name} was changed by another program: what you see is your version of it.",
                name=path.name,
            )
            remedies = (
                Remedy(tr("Load the other version"), lambda: self._load(tab)),
                Remedy(tr("Show it beside this one"), lambda: files.show_other(path)),
            )
            return Problem("file", sentence, is_warning=True, remedies=remedies)
        if fate is Fate.GONE:
            sentence = tr("{name} was moved or deleted by another program.", name=path.name)
        else:
            sentence = tr(
                "{name} cannot be reached: its drive or network folder is away.", name=path.name
            )
        again = Remedy(tr("Save it there again"), lambda: files.save_again(tab))
        elsewhere = Remedy(tr("Save as …"), lambda: files.save_as(tab))
        return Problem("file", sentence, is_warning=True, remedies=(again, elsewhere))


def _seen(path: Path, known: FileState) -> Look:
    """What the system says of a file."""
    try:
        return Look(path, known, state_after(path, known))
    except OSError:
        return Look(path, known, None)
