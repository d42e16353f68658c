"""A program that edits a graph and waits to be killed: python -m tests.ui.killed FOLDER"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(folder: Path) -> None:
    """Open a window with a session, add a node, and go on until the end."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.sdk.registry import Registry
    from app.ui.run import run_window
    from app.ui.settings.remembered import Remembered
    from tests.toys import NoDevice
    from tests.ui.toys import Paint, Sketch, TwoModels, Worker

    kinds = Registry()
    for cls in (Paint, Sketch):
        kinds.add(cls)

    def edit() -> None:
        """Add a node to the graph."""
        windows = QApplication.topLevelWidgets()
        window = next(each for each in windows if hasattr(each, "session"))
        window.canvas.add_kind("loom.Sketch")
        sys.stdout.write("edited\n")
        sys.stdout.flush()

    QApplication(sys.argv[:1])
    QTimer.singleShot(200, edit)
    run_window(
        kinds,
        lambda emit: Worker(kinds, NoDevice, TwoModels(), emit, folder / "pictures", 2**20),
        TwoModels(),
        None,
        Remembered(folder / "session"),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
