"""What a change costs in the whole window: python -m tests.benchmarks.editing [cards ...]

The real window without a screen, with all its panels and without the engine's libraries, opens a
graph of the program's own kinds of nodes from a file and edits it. Prints the CPU time of its
thread from a change to the frame that shows it, median and 95th percentile, the time to open the
file, and the resident memory with the window open and after tabs were opened and closed. Aims for
500 cards: opened within 1 s; a change below 50 ms.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.graph import edits

ROOT = Path(__file__).resolve().parents[2]
SIZES = (50, 500, 1000)
CHANGES = 25
TABS = 50


def measure(folder: Path, count: int) -> None:
    """Open the window in this process, edit, and print the lines of a table."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.graph.document import ROOT as MAIN
    from app.graph.document import Snapshot
    from app.graph.file import save_file
    from app.start import main, make_program
    from app.ui.window import MainWindow
    from tests.benchmarks.canvas import make_graph

    kinds = make_program().kinds
    path = folder / f"{count}.loom"
    save_file(path, Snapshot({MAIN: make_graph(count, kinds)}), kinds)

    def begin(window: MainWindow) -> None:
        """Take the place of loading torch, once the window was drawn."""
        QTimer.singleShot(0, lambda: Edits(window, path).run())

    setattr(MainWindow, "warm_up", begin)  # noqa: B010
    QApplication(sys.argv[:1])
    main([])


class Edits:
    """Hands that edit a graph in a window."""

    def __init__(self, window: object, path: Path) -> None:
        from app.ui.window import MainWindow

        assert isinstance(window, MainWindow)
        self.window, self.path = window, path

    def run(self) -> None:
        """Do everything, then close the window."""
        try:
            self._measure()
        finally:
            self.window.keep_session = lambda: True  # type: ignore[method-assign]
            self.window.close()

    def _measure(self) -> None:
        settle()
        memory = resident()
        rows = {"opened, until the first frame": [self._timed(self._open)]}
        rows |= {name: self._times(act) for name, act in self._changes().items()}
        rows["all are selected and copied"] = [self._timed(self._copy)]
        rows["that is undone"] = [self._timed(self._undo)]
        for name, times in rows.items():
            ordered = sorted(times)
            worst = ordered[round(0.95 * (len(ordered) - 1))]
            say(f"{name}|{statistics.median(times):.1f} / {worst:.1f}")
        say(f"resident memory of the window, MB|{memory:.0f}")
        say(f"the same with the graph, MB|{resident():.0f}")
        say(f"grown by another {TABS} tabs opened and closed, MB|{self._leak():.1f}")

    def _open(self) -> None:
        self.window.files.open_path(self.path)

    def _copy(self) -> None:
        self.window.canvas.select(list(self.window.canvas.projection.cards))
        self.window.canvas.duplicate()

    def _undo(self) -> None:
        self.window.document.undo()

    def _changes(self) -> dict[str, Callable[[int], None]]:
        canvas, document = self.window.canvas, self.window.document
        first = next(n.id for n in document.snapshot.main.nodes.values() if "Sampler" in n.type)
        words = next(n.id for n in document.snapshot.main.nodes.values() if "Text" in n.type)

        def set_value(node: str, name: str, value: object) -> None:
            change = edits.set_parameter(document.snapshot, canvas.kinds, node, name, value)
            document.apply(change)

        def move(node: str, place: tuple[float, float]) -> None:
            document.apply(edits.move_nodes(document.snapshot, {node: place}))

        def select(turn: int) -> None:
            canvas.select([] if turn % 2 else list(canvas.projection.cards))

        def undo(turn: int) -> None:
            document.undo()

        return {
            "a letter in a prompt": lambda turn: set_value(words, "text", "a hill " * turn),
            "a step of a number": lambda turn: set_value(first, "cfg", 1.0 + turn / 10),
            "a node is moved": lambda turn: move(first, (turn, turn)),
            "undo": undo,
            "all are selected, or none": select,
        }

    def _times(self, act: Callable[[int], None]) -> list[float]:
        self.window.canvas.select(list(self.window.canvas.projection.cards)[:1])
        settle()
        return [self._timed(partial(act, turn)) for turn in range(1, CHANGES)]

    def _timed(self, act: Callable[[], None]) -> float:
        """CPU milliseconds of this thread."""
        began = time.thread_time()
        act()
        settle()
        return 1000 * (time.thread_time() - began)

    def _leak(self) -> float:
        """Megabytes after a first round of tabs that a second one adds."""
        found = []
        for _ in range(2):
            for _ in range(TABS):
                tab = self.window.add_tab()
                settle()
                self.window.files.close_tab(tab)
                settle()
            gc.collect()
            found.append(resident())
        return found[1] - found[0]


def settle() -> None:
    """Let everything be done that waits for it, and be drawn."""
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    for _ in range(4):
        QApplication.processEvents()
        # These wait for the loop that this was called from.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def resident() -> float:
    """Megabytes that the process has in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def say(line: str) -> None:
    """Hand a line of figures to the process that prints the table."""
    sys.stdout.write(f"|{line}\n")


def main(sizes: list[int]) -> None:
    """Measure each size in a process of its own, and print one table."""
    table: dict[str, list[str]] = {}
    for count in sizes:
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "LATENT_LOOM_HOME": home, "OMP_NUM_THREADS": "1"}
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
            done = subprocess.run(
                [sys.executable, "-m", __spec__.name, "--once", home, str(count)],
                cwd=ROOT,
                env=environment,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
        for line in done.stdout.splitlines():
            if line.startswith("|"):
                _, name, value = line.split("|")
                table.setdefault(name, []).append(value)
    sys.stdout.write("| | " + " | ".join(f"{count} cards" for count in sizes) + " |\n")
    sys.stdout.write("|---" + "|--:" * len(sizes) + "|\n")
    for name, values in table.items():
        sys.stdout.write(f"| {name} | " + " | ".join(values) + " |\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        measure(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(text) for text in sys.argv[1:]] or list(SIZES))
