"""Node packs that are dragged onto the window, or wait; what shows them is loaded when wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QTimer

from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_ENDINGS = (".py", ".zip")


def packs_in(data: QMimeData) -> list[Path]:
    """The node files and archives that are dragged; a folder is one if it holds node files."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in _ENDINGS or _is_folder(path)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir() and next(path.glob("*.py"), None) is not None
    except OSError:
        return False


def show_node_packs(window: MainWindow, packs: Sequence[Path]) -> None:
    """Show the packs once the drag is over: that asks something."""

    def show() -> None:
        from app.ui.trust.pack_dialog import show_node_packs as show_them

        show_them(window, packs)

    QTimer.singleShot(0, window, show)


def tell_waiting(window: MainWindow, count: int) -> None:
    """Say that there are node files which nobody has allowed to run."""
    if count == 1:
        window.status.tell(tr("A node file waits for you to allow it: File, Node packs …"))
    elif count:
        text = tr("{count} node files wait for you to allow them: File, Node packs …", count=count)
        window.status.tell(text)
