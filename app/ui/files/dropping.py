"""Graphs and pictures that are dragged onto the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.ui.files.commands import FileCommands
from app.ui.files.open_file import PICTURES, SUFFIX
from app.ui.viewer.picture_drag import GRAPH_MIME, graph_in
from app.ui.words import tr


def is_for(canvas: QWidget, event: QDropEvent) -> bool:
    """Whether a drag is to be taken: one of our own pictures only where graphs are seen."""
    return event.source() is None or canvas.geometry().contains(event.position().toPoint())


def dragged_over(event: QDropEvent) -> None:
    """Take what can be opened."""
    if event.mimeData().hasFormat(GRAPH_MIME) or files_in(event.mimeData()):
        event.acceptProposedAction()


def dropped_on(
    window: QObject,
    files: FileCommands,
    open_graph: Callable[[str, str], None],
    event: QDropEvent,
) -> None:
    """Open what was dropped once the drag is over: opening may ask something.

    A picture of our own brings its graph along, so that no file of it is needed.
    """
    text = graph_in(event.mimeData())
    if text:
        event.acceptProposedAction()
        QTimer.singleShot(0, window, lambda: open_graph(text, tr("From a picture")))
        return
    paths = files_in(event.mimeData())
    if paths:
        event.acceptProposedAction()
        QTimer.singleShot(0, window, lambda: _open_next(window, files, paths))


def _open_next(window: QObject, files: FileCommands, paths: list[Path]) -> None:
    """Open one file, and the next one when the screen has had its turn."""
    files.open_path(paths.pop(0))
    if paths:
        QTimer.singleShot(0, window, lambda: _open_next(window, files, paths))


def files_in(data: QMimeData) -> list[Path]:
    """The files that are dragged, as far as they can be opened."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in PICTURES | {SUFFIX}]
