"""Take the pictures of the window that the guide shows: python tools/draw_screens.py

python tools/draw_screens.py                   all of them
python tools/draw_screens.py graph compare     these

Each language is a process of its own that opens the program with a home of its own and goes through
the recipes of screen_recipes.py, one after the other in one window, so that little is run twice.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from screen_recipes import RECIPES, Recipe
from screen_stage import Stage

ROOT = Path(__file__).resolve().parent.parent
SCALE = "1.3187"
LONGEST = 1800.0
"""Seconds after which a window is given up."""

CHILD = "LATENT_LOOM_SCREENS"
"""Tells a process which pictures it is to take, with commas between them."""

_LOOK = 100
"""Milliseconds from one look at the window to the next."""


def main() -> None:
    """Take those that are named, or all."""
    parser = argparse.ArgumentParser(description="Take the pictures of the window.")
    names = [recipe.name for recipe in RECIPES]
    parser.add_argument("names", nargs="*", help=f"which: {', '.join(names)}; all if none")
    wanted = parser.parse_args().names or names
    for language in dict.fromkeys(recipe.language for recipe in RECIPES):
        chosen = [r.name for r in RECIPES if r.name in wanted and r.language == language]
        if chosen:
            _sit(chosen)


def _sit(names: Sequence[str]) -> None:
    """Let another process take pictures of one language."""
    with tempfile.TemporaryDirectory() as home:
        settings = {
            **{"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": SCALE},
            **{"LATENT_LOOM_HOME": home, CHILD: ",".join(names)},
        }
        command = [sys.executable, __file__]
        subprocess.run(command, env={**os.environ, **settings}, check=True, timeout=LONGEST)


def take(recipes: Sequence[Recipe]) -> None:
    """Open the window of the program in this process and take its pictures."""
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.places import find_places
    from app.settings import Settings, save_settings
    from app.start import open_window
    from app.ui.window import MainWindow

    settings = Settings(theme="dark", language=recipes[0].language)
    save_settings(find_places().settings, settings)
    QApplication(sys.argv[:1])
    timer = QTimer()
    stage: Stage | None = None

    def look() -> None:
        """Go on as soon as there is a window, and close it after the last picture."""
        nonlocal stage
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
        if stage is None and windows and windows[0].isVisible():
            stage = Stage(windows[0], recipes)
        if stage is not None and stage.is_done():
            timer.stop()
            stage.window.end()
            stage.window.hide()
            QApplication.exit(0)

    timer.timeout.connect(look)
    timer.start(_LOOK)
    open_window(argparse.Namespace(graph=None, quit_after=None))


if __name__ == "__main__":
    wanted = os.environ.get(CHILD, "").split(",")
    if wanted != [""]:
        take([recipe for recipe in RECIPES if recipe.name in wanted])
    else:
        main()
