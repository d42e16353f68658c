"""A small view of the picture that a parameter names; another one can be dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileInfo, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.graph.spec import ParameterKind, ParameterSpec
from app.sdk.paths import full_path
from app.ui.raster import raster_reader
from app.ui.words import tr

_SIDE = 160
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp"})


def is_picture(parameter: ParameterSpec) -> bool:
    """Whether a parameter names a file with a picture."""
    return parameter.kind is ParameterKind.FILE and not _SUFFIXES.isdisjoint(parameter.suffixes)


class PictureThumb(QLabel):
    """Shows a file; ``dropped`` brings the path of one that was dropped here."""

    dropped = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("thumb")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(64)
        self.setAcceptDrops(True)
        self._shown: tuple[str, int] | None = None

    def show_file(self, path: str) -> None:
        """Show the picture that a path names, or what to do where there is none."""
        path = str(full_path(path)) if path.strip() else ""
        state = path, QFileInfo(path).lastModified().toMSecsSinceEpoch() if path else 0
        if state == self._shown:
            return
        self._shown = state
        image = _small(Path(path)) if path else QImage()
        if image.isNull():
            self.setPixmap(QPixmap())
            self.setText(tr("Drop a picture here"))
        else:
            self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(Path(path).name or tr("Drop a picture here"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a picture from a folder."""
        if _picture_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Use the picture."""
        path = _picture_in(event)
        if path:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _small(path: Path) -> QImage:
    """A picture as large as it is shown; an empty one where there is none."""
    reader = raster_reader(path)
    if reader is None:
        return QImage()
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _picture_in(event: QDropEvent) -> str:
    """The path of the first picture that is dragged; empty where there is none."""
    paths = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if Path(path).suffix.lower() in _SUFFIXES), "")
