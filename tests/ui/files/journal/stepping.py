"""A window whose run hangs in the middle: python -m tests.ui.files.journal.stepping FOLDER"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from app.engine.memories import DiskPlace, Memories
from app.sdk import Context, Node, param
from app.sdk.context import Picture

STEPS, HANGS_AT = 12, 7
"""How many steps there are, and the one that is not done before there is a file called "open"."""


def memories(folder: Path) -> Memories:
    """What outlives the program."""
    return Memories(disk=DiskPlace(folder / "results", 2**20))


class Sums:
    """A fold that notes every step that it has done in a file."""

    def __init__(self, folder: Path, start: int) -> None:
        self.origin = str(start)
        self.recipes: Sequence[str] = [str(number) for number in range(STEPS)]
        self._folder, self._start = folder, start

    def first(self) -> int:
        return self._start

    def step(self, index: int, state: int) -> int:
        while index == HANGS_AT and not (self._folder / "open").exists():
            time.sleep(0.01)
        time.sleep(0.005)  # steps that take no time are none that anybody would keep
        with (self._folder / "steps.txt").open("a", encoding="utf-8") as file:
            file.write(f"{self._start}:{index}\n")
        return state + index

    def preview(self, index: int, state: int) -> Picture | None:
        return None


class Slow(Node):
    """Add up numbers, step by step."""

    is_target = True

    start: int = param(default=0, low=0, high=9, tip="Where to begin.")
    folder: str = param(default="", tip="Where to note the steps.")

    def run(self, ctx: Context) -> int:
        return ctx.fold(Sums(Path(self.folder), self.start))


def main(folder: Path) -> None:
    """Run a graph and queue it once more with another start; then wait for the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.graph import edits
    from app.sdk.registry import Registry
    from app.ui.run import run_window
    from app.ui.settings.remembered import Remembered
    from app.ui.window import MainWindow
    from tests.toys import NoDevice

    # Under the name that the test knows it by: this module is called __main__ here.
    from tests.ui.files.journal.stepping import Slow as Kind
    from tests.ui.toys import TwoModels, Worker

    kinds = Registry()
    kinds.add(Kind)

    def work() -> None:
        """Add the node, run it, and queue another run."""
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        document = window.document
        given = {"folder": str(folder)}
        change = edits.add_node(document.snapshot, kinds, "loom.Slow", (0, 0), parameters=given)
        document.apply(change)
        (node,) = change.added_nodes
        window.tab.run()
        document.apply(edits.set_parameter(document.snapshot, kinds, node, "start", 1))
        window.tab.queue()
        document.apply(edits.set_parameter(document.snapshot, kinds, node, "start", 2))

    def make_worker(emit: object) -> Worker:
        """A worker with a disk."""
        given = kinds, NoDevice, TwoModels(), emit, folder / "pictures", 2**20, memories(folder)
        return Worker(*given)  # type: ignore[arg-type]

    QApplication(sys.argv[:1])
    QTimer.singleShot(100, work)
    run_window(kinds, make_worker, TwoModels(), None, Remembered(folder / "session"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
