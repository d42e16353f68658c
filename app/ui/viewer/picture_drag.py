"""A picture on its way to another place: the clipboard, another program, or the canvas."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QPixmap, QStandardItemModel

from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_writing import encode

if TYPE_CHECKING:
    from app.interchange.embedding import Embedding

Inscribe = Callable[[KnownPicture], "str | Embedding"]

GRAPH_MIME = "application/x-latent-loom-graph"
"""The text of the graph that made a picture, in UTF-8: dropped on the canvas, it is opened."""

_GHOST = 128

log = logging.getLogger(__name__)


def graph_in(data: QMimeData) -> str:
    """The graph that comes along with what is dragged; empty where there is none."""
    if not data.hasFormat(GRAPH_MIME):
        return ""
    return bytes(data.data(GRAPH_MIME).data()).decode("utf-8", "replace")


def mime_of(picture: KnownPicture, file: Path | None = None) -> QMimeData:
    """The picture as pixels, with its graph and the file that holds it."""
    data = _blank()
    data.setImageData(picture.image)
    if picture.graph:
        data.setData(GRAPH_MIME, picture.graph.encode())
    if file is not None:
        data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


def _blank() -> QMimeData:
    """Data made by Qt: some clipboards outlive Python, and die with an object that Python made."""
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    for form in data.formats():
        data.removeFormat(form)
    return data


class PictureDrag:
    """Drags pictures out of a widget. One that was not saved goes as a file made for the way, and
    ``inscribe`` says what that carries beside its pixels."""

    def __init__(self, source: QObject, inscribe: Inscribe) -> None:
        self._source, self._inscribe = source, inscribe
        self._folder: QTemporaryDir | None = None

    def start(self, picture: KnownPicture) -> None:
        """Drag a picture; returns when it was dropped or the user gave up."""
        drag = QDrag(self._source)
        drag.setMimeData(mime_of(picture, picture.file or self._made_file(picture)))
        ghost = QPixmap.fromImage(picture.image).scaled(
            _GHOST,
            _GHOST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        drag.setPixmap(ghost)
        drag.setHotSpot(QPoint(ghost.width() // 2, ghost.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    def _made_file(self, picture: KnownPicture) -> Path | None:
        """A file for programs that want one; it goes when the program ends."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        if not self._folder.isValid():
            return None
        path = Path(self._folder.path()) / f"{picture.suggested_name}.png"
        graph = self._inscribe(picture) if picture.graph else ""
        try:
            path.write_bytes(encode(picture.image, "PNG", graph, compress_level=1))
        except OSError as error:
            log.warning("A file to be dragged cannot be written to %s: %s", path, error)
            return None
        return path
