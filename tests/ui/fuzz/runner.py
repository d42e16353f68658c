"""Random gestures on a window that runs its graphs meanwhile."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from app.graph import edits
from app.graph.document import Socket, Source
from tests.ui.fuzz.player import ALT, CONTROL, PLAIN, SHIFT, WindowPlayer
from tests.ui.fuzz.stage import Stage
from tests.ui.toys import GATE

_BACK = Qt.Key.Key_Return


class RunningPlayer(WindowPlayer):
    """Also starts, queues and stops runs, and takes away what runs."""

    def __init__(self, stage: Stage, seed: int) -> None:
        super().__init__(stage, seed)
        self._moves += [
            (12, self.add_work),
            (25, self.run),
            (6, self.stop),
            (6, self.order_queue),
            (6, self.open_gate),
            (6, self.undo_what_runs),
            (3, self.close_tab_that_runs),
            (6, self.wait_a_little),
        ]

    def add_work(self) -> None:
        """Add something that can run, and may wait for the gate."""
        document, kinds = self.window.document, self.window.tab.kinds
        if self.hand.canvas.path or len(self.hand.graph.nodes) > 25:
            return
        ids = []
        for row, name in enumerate(("Paint", "Soften", "Hang")):
            parameters = {"shade": self.random.randrange(250)} if name == "Paint" else {}
            if name == "Paint":
                parameters["waits"] = self.random.random() < 0.4
            change = edits.add_node(
                document.snapshot, kinds, f"loom.{name}", (250.0 * row, 0.0), parameters=parameters
            )
            document.apply(change)
            ids.append(change.added_nodes[0])
        for start, end in pairwise(ids):
            wire = edits.connect(
                document.snapshot, kinds, Source(start, "image"), Socket(end, "image")
            )
            document.apply(wire)

    def run(self) -> None:
        """Run or queue by keys."""
        self.focus_canvas()
        keys = (_BACK, CONTROL), (_BACK, ALT), (_BACK, CONTROL | SHIFT), (_BACK, SHIFT)
        self.press_one(*keys)

    def stop(self) -> None:
        """Stop what runs, or take all out of the queue."""
        ids = ("stop", "clear_queue", "pause_queue", "pause_queue")
        action = self.window.actions_table.by_id[self.random.choice(ids)]
        if action.isEnabled():
            action.trigger()

    def order_queue(self) -> None:
        """Walk in the queue, and move or cancel what waits."""
        queue = self.window.panels.show("queue")
        queue.setFocus()
        self.press_one(
            (Qt.Key.Key_Down, PLAIN),
            (Qt.Key.Key_Down, ALT),
            (Qt.Key.Key_Up, ALT),
            (Qt.Key.Key_Delete, PLAIN),
        )

    def open_gate(self) -> None:
        """Let those go on that wait, or let the next ones wait."""
        if GATE.is_set():
            GATE.clear()
        else:
            GATE.set()

    def undo_what_runs(self) -> None:
        """Undo while something runs."""
        if self.window.tab.runs.is_busy:
            self.hand.key(Qt.Key.Key_Z, CONTROL)

    def close_tab_that_runs(self) -> None:
        """Close a graph in the middle of its run."""
        tab = self.window.tab
        if tab.runs.is_busy and tab is not self.first:
            self.window.files.close_tab(tab)

    def wait_a_little(self) -> None:
        """Let events of the engine arrive."""
        for _ in range(self.random.randrange(5)):
            self.stage.settle()
