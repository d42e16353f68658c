"""Take the pictures of the window that show the models in the box: python tools/draw_screens.py

Each is taken by a process of its own that opens the program with a home of its own, runs a starter
graph and saves what the window shows: python tools/draw_screens.py [NAME ...]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTH, HEIGHT, SCALE = 1456, 819, "1.3187"
LONGEST = 600.0
"""Seconds after which a window is given up."""

_PATIENCE = 12
"""Looks at half a second each."""

CHILD = "LATENT_LOOM_SCREEN"
"""Tells a process which picture it is to take."""


@dataclass(frozen=True)
class Screen:
    """A picture of the window: the starter graph (none: the first page) and the node to select."""

    name: str
    graph: str = ""
    select: str = ""
    theme: str = "dark"


SCREENS = (
    Screen("welcome"),
    Screen("graph", "text-to-image", "sampler"),
    Screen("graph-light", "text-to-image", "sampler", "light"),
    Screen("regions", "regions", "sampler"),
    Screen("two-styles", "two-styles"),
)


def main() -> None:
    """Take those that are named, or all."""
    wanted = sys.argv[1:] or [screen.name for screen in SCREENS]
    for name in wanted:
        with tempfile.TemporaryDirectory() as home:
            settings = {
                **{"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": SCALE, CHILD: name},
                **{"LATENT_LOOM_HOME": home},
            }
            command = [sys.executable, __file__]
            subprocess.run(command, env={**os.environ, **settings}, check=True, timeout=LONGEST)


class Taking:
    """Watches the window, and does the next thing as soon as the last one is done."""

    def __init__(self, screen: Screen) -> None:
        self.screen, self.waited = screen, 0
        self.then: Callable[[Any], bool] = self._begin

    def look(self, window: Any) -> bool:
        """Go one step on where that is possible; True once the picture is saved."""
        return self.then(window)

    def _begin(self, window: Any) -> bool:
        window.showNormal()
        window.resize(WIDTH, HEIGHT)
        if not self.screen.graph:
            self.then = self._take
        else:
            window.files.open_starter(ROOT / "resources" / "graphs" / f"{self.screen.graph}.loom")
            window.tab.run()
            self.then = self._wait
        return False

    def _wait(self, window: Any) -> bool:
        if window.tab.last_end is not None:
            if self.screen.select:
                window.tab.go_to(self.screen.select)
            window.tab.canvas.fit_all()
            self.then = self._take
        return False

    def _take(self, window: Any) -> bool:
        self.waited += 1
        if self.waited < _PATIENCE:  # pictures are laid out, and the engine is loaded
            return False
        window.statusBar().clearMessage()  # it tells where on this computer a picture was saved
        window.grab().save(str(PICTURES / f"{self.screen.name}.png"))
        return True


def take(screen: Screen) -> None:
    """Open the window of the program in this process and take its picture."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.places import find_places
    from app.settings import Settings, save_settings
    from app.start import open_window
    from app.ui.window import MainWindow

    save_settings(find_places().settings, Settings(theme=screen.theme, language="en"))
    QApplication(sys.argv[:1])
    taking, timer = Taking(screen), QTimer()

    def look() -> None:
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        if windows and windows[0].isVisible() and taking.look(windows[0]):
            timer.stop()
            windows[0].end()
            windows[0].hide()
            QApplication.exit(0)

    timer.timeout.connect(look)
    timer.start(500)
    import argparse

    open_window(argparse.Namespace(graph=None, quit_after=None))


if __name__ == "__main__":
    wanted = os.environ.get(CHILD)
    if wanted:
        take(next(screen for screen in SCREENS if screen.name == wanted))
    else:
        main()
