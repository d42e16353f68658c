"""All runs of all open graphs: what runs, what waits and in which order, and what has ended."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.engine import events
from app.ui.addresses import title_at
from app.ui.running.asked import Asked
from app.ui.running.pace import Progress
from app.ui.running.queue_entry import Entry, State
from app.ui.running.worker import Worker
from app.ui.tab import Tab
from app.ui.viewer.pictures import PictureLoader, Shown
from app.ui.words import say

_MOST_ENDED = 40


class RunQueue(QObject):
    """Follows all runs. ``rows_changed`` tells that there are others or in another order,
    ``changed`` that one of them came further. ``has_returned``: it waits since the last session."""

    rows_changed = Signal()
    changed = Signal(int)
    paused_changed = Signal(bool)

    def __init__(
        self, worker: Worker, loader: PictureLoader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        loader.loaded.connect(self._loaded)
        self._entries: dict[int, Entry] = {}
        self._order: list[int] = []
        self._ended: list[int] = []
        self._interrupted: list[int] = []
        self.is_paused = False
        self.has_returned = False

    def follow(self, tab: Tab) -> None:
        """Take in the runs of a graph."""
        tab.runs.queue_rests = self.is_paused
        self.paused_changed.connect(tab.runs.rest)
        tab.runs.asked.connect(lambda asked: self._take(tab, asked))
        tab.runs.progressed.connect(lambda progress: self._progressed(tab, progress))
        tab.runs.pictured.connect(lambda *told: self._made_picture(tab, *told))

    def forget(self, tab: Tab) -> None:
        """A graph was closed: what waits of it is taken out."""
        for entry in self.entries():
            if entry.tab is tab:
                self._worker.cancel(entry.run)
                self._remove(entry.run)
        self.rows_changed.emit()

    def entries(self) -> list[Entry]:
        """What runs, what was interrupted, what waits in its order, and what has ended, the newest
        first."""
        running = [run for run, entry in self._entries.items() if entry.state == "running"]
        rows = [*running, *self._interrupted, *self._order, *reversed(self._ended)]
        return [self._entries[run] for run in rows]

    def entry(self, run: int) -> Entry | None:
        """One run."""
        return self._entries.get(run)

    def waiting(self) -> list[int]:
        """The numbers of the runs that wait, in their order."""
        return list(self._order)

    def pause(self, paused: bool) -> None:
        """Let what waits in the queue wait longer, or go on."""
        self.is_paused = paused
        self.has_returned = self.has_returned and paused
        self._worker.pause(paused)
        self.paused_changed.emit(paused)

    def move(self, run: int, place: int) -> None:
        """Put a waiting run at a place among those that wait."""
        if run not in self._order:
            return
        self._order.remove(run)
        self._order.insert(max(0, place), run)
        self._worker.order(self._order)
        self.rows_changed.emit()

    def cancel(self, run: int) -> None:
        """Stop a run, or take it out of the queue."""
        self._worker.cancel(run)

    def cancel_waiting(self) -> None:
        """Take out all that wait."""
        for run in self.waiting():
            self._worker.cancel(run)

    def return_to(self) -> None:
        """Runs of the last session come back: let them wait until the user wants them to go on."""
        self.has_returned = True
        self.pause(True)

    def interrupted(self, tab: Tab, asked: Asked) -> None:
        """Show a run that the end of the program interrupted."""
        about = asked.about or self._made(tab, asked)
        self._entries[asked.run] = Entry(asked, tab, tab.name, about, "interrupted")
        self._interrupted.append(asked.run)
        self.rows_changed.emit()

    def go_on(self, run: int) -> None:
        """Ask again for a run that was interrupted: at once, even where the queue is paused.

        Its steps are found by what they are, so that none of those that are kept is done again.
        """
        entry = self._entries.get(run)
        if entry is None or run not in self._interrupted:
            return
        asked, tab = entry.asked, entry.tab
        # A plain run would take the place of one that goes on.
        queued = any(each.tab is tab and not each.asked.queued for each in self._going())
        made = tab.runs.ask(
            asked.targets,
            queued=queued,
            first=True,
            snapshot=asked.snapshot,
            about=asked.about,
            allowed=True,
        )
        if made is not None:
            self.forget_run(run)

    def forget_run(self, run: int) -> None:
        """Show a run no more that was interrupted."""
        if run in self._interrupted:
            self._remove(run)
            self.rows_changed.emit()

    def clear_ended(self) -> None:
        """Forget what has ended."""
        for run in [*self._ended, *self._interrupted]:
            self._remove(run)
        self.rows_changed.emit()

    def retry(self, run: int) -> None:
        """Run the same graph, as it was then, once more."""
        entry = self._entries.get(run)
        if entry is not None:
            asked = entry.asked
            entry.tab.runs.ask(
                asked.targets, queued=True, snapshot=asked.snapshot, about=asked.about
            )

    def handle(self, event: object) -> None:
        """Take an event of the engine."""
        entry = self._entries.get(getattr(event, "run", -1))
        if entry is None:
            return
        match event:
            case events.RunStarted():
                self._order = [run for run in self._order if run != entry.run]
                self._put(replace(entry, state="running"))
                self.rows_changed.emit()
            case events.NodeStarted():
                self._put(replace(entry, worked=entry.worked + 1))
            case events.NodeFailed() if not entry.problem:
                self._put(replace(entry, problem=say(event.message), node=event.node))
            case events.RunFailed():
                self._put(replace(entry, problem=say(event.message)))
            case events.RunFinished():
                self._end(entry, event)

    def _going(self) -> list[Entry]:
        """What runs or waits."""
        return [each for each in self._entries.values() if each.state in ("running", "waiting")]

    def _take(self, tab: Tab, asked: Asked) -> None:
        title = tab.name
        about = asked.about or self._made(tab, asked)
        self._entries[asked.run] = Entry(asked, tab, title, about)
        # A plain run goes before what waits in the queue.
        at = 0 if asked.first or not asked.queued else len(self._order)
        self._order.insert(at, asked.run)
        self.rows_changed.emit()

    def _made(self, tab: Tab, asked: Asked) -> str:
        """The titles of what a run is to make."""
        titles = [title_at(asked.snapshot, tab.kinds, target) for target in asked.plan.targets]
        return ", ".join(dict.fromkeys(title for title in titles if title))

    def _end(self, entry: Entry, event: events.RunFinished) -> None:
        if entry.run in self._order:
            self._order.remove(entry.run)
        state: State = "stopped" if event.stopped else "done" if event.ok else "failed"
        never_began = event.stopped and entry.state == "waiting"
        self._put(replace(entry, state=state, seconds=event.seconds, progress=None))
        self._ended.append(entry.run)
        if never_began and not entry.asked.queued:
            self._remove(entry.run)  # a newer plain run took its place
        while len(self._ended) > _MOST_ENDED:
            self._remove(self._ended[0])
        if self.has_returned and not self._order:
            self.pause(False)  # none is left of those that the pause was for
        self.rows_changed.emit()

    def _progressed(self, tab: Tab, progress: Progress) -> None:
        entry = self._entries.get(tab.runs.run)
        if entry is not None and entry.state == "running":
            doing = title_at(entry.asked.snapshot, tab.kinds, progress.node)
            self._put(replace(entry, progress=progress, doing=doing))

    def _made_picture(self, tab: Tab, node: str, fingerprint: str, is_target: bool) -> None:
        """A run made a picture; what it was meant to make goes before the rest."""
        entry = self._entries.get(tab.runs.run)
        if entry is not None and (is_target or not entry.is_of_target):
            self._put(replace(entry, shown=fingerprint, is_of_target=is_target, picture=None))

    def _loaded(self, shown: Shown) -> None:
        for entry in list(self._entries.values()):
            if entry.shown == shown.fingerprint and entry.picture is None:
                self._put(replace(entry, picture=shown.thumbnail))

    def _put(self, entry: Entry) -> None:
        self._entries[entry.run] = entry
        self.changed.emit(entry.run)

    def _remove(self, run: int) -> None:
        self._entries.pop(run, None)
        for runs in (self._order, self._ended, self._interrupted):
            if run in runs:
                runs.remove(run)
