"""A window in which somebody edits in haste: python -m tests.ui.files.journal.editing FOLDER SEED

Prints what each graph looks like after every edit, and when, until it is killed.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from zlib import crc32

from app.graph.editor import Document
from app.graph.file import to_text

HASTE = 10
"""Milliseconds between edits."""


def look(document: Document) -> str:
    """A short text that is another one for whatever a user could tell apart."""
    text = to_text(document.snapshot, None)
    names = document.undo_names, document.redo_names, document.is_modified
    return f"{crc32(repr((text, names)).encode()):08x}"


def main(folder: Path, seed: int) -> None:
    """Open the window with its session, and edit. Every second seed writes without any rest."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.sdk.registry import Registry
    from app.ui.files import session
    from app.ui.run import run_window
    from app.ui.settings.remembered import Remembered
    from app.ui.window import MainWindow
    from tests.toys import NoDevice
    from tests.ui.toys import Hang, Paint, Sketch, TwoModels, Worker

    if seed % 2:
        session.DELAY = 1
    dice = random.Random(seed)
    kinds = Registry()
    for cls in (Paint, Sketch, Hang):
        kinds.add(cls)

    def edit() -> None:
        """Do something to the graph in front, or go to another one."""
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        match dice.randrange(12):
            case 0 | 1 | 2:
                window.document.undo()
            case 3:
                window.document.redo()
            case 4 if window.tabs.count() < 3:
                window.files.new()
            case 5:
                window.tabs.step(1)
            case 6:
                window.document.end_merging()
            case 7 if window.document.snapshot.main.nodes:
                window.tab.queue()
            case _:
                window.canvas.add_kind(f"loom.{dice.choice(['Paint', 'Sketch', 'Hang'])}")
        number = id(window.document)
        sys.stdout.write(f"{time.time()} {number} {look(window.document)}\n")
        sys.stdout.flush()
        QTimer.singleShot(HASTE, edit)

    QApplication(sys.argv[:1])
    QTimer.singleShot(100, edit)
    run_window(
        kinds,
        lambda emit: Worker(kinds, NoDevice, TwoModels(), emit, folder / "pictures", 2**20),
        TwoModels(),
        None,
        Remembered(folder / "session"),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
