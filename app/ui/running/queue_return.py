"""Runs that outlive the program: what is kept of them, and how they come back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.graph.file import read_text
from app.ui.files.journal.queue_journal import KeptRun
from app.ui.running.asked import Asked, planned_with_text
from app.ui.running.queue import RunQueue
from app.ui.running.results import Results
from app.ui.tab import Tab
from app.ui.words import tr

_numbers = itertools.count(-1, -1)
"""Runs that were interrupted are none of the worker's, whose numbers go up from 1."""


def kept_runs(queue: RunQueue, number_of: Callable[[Tab], int]) -> tuple[KeptRun, ...]:
    """What is kept of all runs that have not ended; ``number_of`` names their graphs."""
    return tuple(
        KeptRun(
            number=entry.run,
            graph=number_of(entry.tab),
            text=entry.asked.text,
            targets=entry.asked.targets,
            about=entry.asked.about,
            queued=entry.asked.queued,
            began=entry.state != "waiting",
        )
        for entry in queue.entries()
        if entry.state in ("waiting", "running", "interrupted")
    )


def bring_back(queue: RunQueue, tab: Tab, kept: KeptRun) -> None:
    """Let a run wait, in a queue that is paused now; one that had begun was interrupted.

    Raises LoomError where its graph cannot be run any more.
    """
    snapshot = read_text(kept.text, tab.kinds, file=tab.name).snapshot
    if not kept.began:
        queue.return_to()
        tab.runs.ask(kept.targets, queued=True, snapshot=snapshot, about=kept.about, allowed=True)
        return
    plan = planned_with_text(snapshot, tab.kinds, kept.targets, tab.runs.graph)
    asked = Asked(
        run=next(_numbers),
        snapshot=snapshot,
        plan=plan,
        results=Results(plan, tab.kinds),
        targets=kept.targets,
        queued=kept.queued,
        about=kept.about,
    )
    queue.interrupted(tab, asked)


class ReturnNote(QWidget):
    """Says above the queue that it waits since the last session, and lets it go on."""

    def __init__(self, queue: RunQueue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("queueReturn")
        self._queue = queue
        words = QLabel(tr("These runs waited when the program ended."), self)
        words.setWordWrap(True)
        self.go_on = QPushButton(tr("Go on"), self)
        self.go_on.clicked.connect(lambda: queue.pause(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 8, 6)
        row.addWidget(words, 1)
        row.addWidget(self.go_on)
        queue.rows_changed.connect(self._show)
        queue.paused_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.setVisible(self._queue.has_returned)
