"""Frames and notes: painted behind the nodes, as the document has them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from app.graph.document import Frame, Graph, Note
from app.ui import theme
from app.ui.canvas.text import line_height, shortened, wrapped

_TITLE = 30.0
_INSET = 12.0
_BEHIND = -3.0


class Box(QGraphicsItem):
    """A frame or a note. The mouse goes through it."""

    def __init__(self, content: Frame | Note) -> None:
        super().__init__()
        self._content = content
        self._area = QRectF(*content.rectangle)
        self.setZValue(_BEHIND if isinstance(content, Frame) else _BEHIND + 0.5)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def content(self) -> Frame | Note:
        """What the document says."""
        return self._content

    def boundingRect(self) -> QRectF:
        """The box with its border."""
        return self._area.adjusted(-1, -1, 1, 1)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A tinted area with a title, or with the note's text."""
        plain = theme.ACCENT if isinstance(self._content, Frame) else theme.WARNING
        colour = QColor(self._content.colour) if self._content.colour else plain
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.faded(colour, 0.35), 1))
        painter.setBrush(theme.faded(colour, 0.06))
        painter.drawRoundedRect(self._area, 10, 10)
        painter.setPen(theme.mixed(colour, theme.TEXT, 0.55))
        if isinstance(self._content, Frame):
            self._paint_title(painter, self._content.title)
        else:
            self._paint_text(painter, self._content.text)

    def _paint_title(self, painter: QPainter, title: str) -> None:
        """The frame's title at its upper edge."""
        large = theme.font(15, bold=True)
        painter.setFont(large)
        row = QRectF(self._area.x() + _INSET, self._area.y() + 4, self._area.width(), _TITLE)
        text = shortened(title, large, self._area.width() - 2 * _INSET)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_text(self, painter: QPainter, text: str) -> None:
        """The note's text as it was written: pictures and links in it are never followed."""
        small = theme.font(13)
        painter.setFont(small)
        step = line_height(small)
        room = self._area.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        limit = max(1, int(room.height() / step))
        for number, line in enumerate(wrapped(text, small, room.width(), limit)):
            row = QRectF(room.x(), room.y() + number * step, room.width(), step)
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter, line)


class Boxes:
    """The frames and notes of the graph that is shown."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.shown: dict[str, Box] = {}

    def show(self, graph: Graph) -> None:
        """Make the scene show the graph's frames and notes; what is the same object stays."""
        wanted: Mapping[str, Frame | Note] = {**graph.frames, **graph.notes}
        for key, box in list(self.shown.items()):
            if wanted.get(key) is not box.content:
                self._scene.removeItem(self.shown.pop(key))
        for key, content in wanted.items():
            if key not in self.shown:
                self.shown[key] = Box(content)
                self._scene.addItem(self.shown[key])
