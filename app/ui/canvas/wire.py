"""The wires: how they run from port to port, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.graph.document import Wire as WireEnds
from app.ui import theme
from app.ui.canvas.patches import PipeItem, PortItem


def curve(start: QPointF, end: QPointF) -> QPainterPath:
    """The line of a wire from an output to an input."""
    reach = max(36.0, min(abs(end.x() - start.x()) * 0.5, 200.0))
    if end.x() < start.x():
        reach = max(reach, 70.0)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(reach, 0), end - QPointF(reach, 0), end)
    return path


class Wire(PipeItem):
    """A wire in the colours of its two ends, on a dark casing that keeps crossings readable."""

    def __init__(self, ends: WireEnds | None = None) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self.setAcceptHoverEvents(False)
        self._dir_pointer.setVisible(False)
        self.ends = ends
        self.colours = (theme.SOFT, theme.SOFT)
        self.hot = False

    def draw_path(
        self,
        start_port: PortItem | None,
        end_port: PortItem | None = None,
        cursor_pos: QPointF | None = None,
    ) -> None:
        """Follow the two ports."""
        if self.output_port is not None and self.input_port is not None:
            self.setPath(curve(self.output_port.scenePos(), self.input_port.scenePos()))

    def reset(self) -> None:
        """Nothing: how a wire looks follows from what it connects."""

    highlight = activate = reset

    def boundingRect(self) -> QRectF:
        """The line with room for its casing."""
        return self.path().boundingRect().adjusted(-6, -6, 6, 6)

    def shape(self) -> QPainterPath:
        """A band that is easy to hit."""
        stroker = QPainterPathStroker()
        stroker.setWidth(12)
        return stroker.createStroke(self.path())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Casing, then the line; thicker while selected or under the mouse."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tint = QLinearGradient(self.path().pointAtPercent(0), self.path().pointAtPercent(1))
        tint.setColorAt(0, self.colours[0])
        tint.setColorAt(1, self.colours[1])
        selected = self.isSelected()
        painter.setPen(QPen(theme.faded(theme.BACKDROP, 0.85), 6.5))
        painter.drawPath(self.path())
        brush = QBrush(theme.TEXT) if selected else QBrush(tint)
        pen = QPen(brush, 3.6 if self.hot or selected else 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(self.path())
