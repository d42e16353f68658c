"""What is shown by other programs: folders and the documentation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from app.places import RESOURCES
from app.ui.words import tr

DOCUMENTATION = RESOURCES.parent / "docs"


def show_in_folder(path: Path | None) -> None:
    """Show a file in the system's file manager, selected where that can be asked for."""
    if path is None:
        return
    if sys.platform == "win32":
        QProcess.startDetached("explorer", ["/select,", str(path)])
    elif sys.platform == "darwin":
        QProcess.startDetached("open", ["-R", str(path)])
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def open_documentation(tell: Callable[[str], None]) -> None:
    """Open the documentation that came with the program; say so where there is none."""
    start = next((page for page in _PAGES if page.is_file()), None)
    if start is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(start))):
        tell(tr("The documentation lies in {folder}.", folder=DOCUMENTATION))


_PAGES = (DOCUMENTATION / "tour.md", DOCUMENTATION / "shortcuts.md")
"""What is opened: the first one that there is."""
