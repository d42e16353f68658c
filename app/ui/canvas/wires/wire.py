"""The wires: how they run from port to port, and how they are painted."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPainterPathStroker, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.graph.document import Wire as WireEnds
from app.ui import theme
from app.ui.canvas.patches import PipeItem
from app.ui.canvas.wires.lines import Pieces, curve

__all__ = ["Wire", "curve"]

_CASED = 0.4
"""Above this zoom, wires have a dark casing."""

_BEHIND, _IN_FRONT = -1.0, 3.0
"""Below all cards, and above them."""


class Wire(PipeItem):
    """A wire in the colours of its two ends, on a dark casing that keeps crossings readable."""

    # The library's own properties take nothing but its own ports.
    input_port: Any = None
    output_port: Any = None

    def __init__(self, ends: WireEnds | None = None) -> None:
        super().__init__()
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self.setAcceptHoverEvents(False)
        # Its arrow would be one more item for each wire.
        self._dir_pointer.setParentItem(None)  # type: ignore[arg-type]
        self.ends = ends
        self.colours = (theme.SOFT, theme.SOFT)
        self.hot = False
        self._aside = False
        self._bounds = QRectF()
        self._band: QPainterPath | None = None
        self._pieces: Pieces | None = None

    def draw_path(
        self, start_port: Any, end_port: Any = None, cursor_pos: QPointF | None = None
    ) -> None:
        """Follow the two ports."""
        if self.output_port is not None and self.input_port is not None:
            self.setPath(curve(self.output_port.scenePos(), self.input_port.scenePos()))

    def set_aside(self, aside: bool) -> None:
        """Step back behind the wires of what is selected."""
        if self._aside is not aside:
            self._aside = aside
            self.update()

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: Any) -> Any:
        """Run above all cards while selected: else a wire could be lost behind them."""
        if change == QGraphicsItem.GraphicsItemChange.ItemSelectedHasChanged:
            self.setZValue(_IN_FRONT if value else _BEHIND)
        return super().itemChange(change, value)

    @property
    def strength(self) -> float:
        """How strongly the wire is painted, 0 to 1."""
        return self.opacity() * (0.25 if self._aside else 1.0)

    def setPath(self, path: QPainterPath) -> None:
        """Run along another line."""
        if path != self.path():
            super().setPath(path)
            self._bounds = path.controlPointRect().adjusted(-6, -6, 6, 6)
            self._band = self._pieces = None

    def reset(self) -> None:
        """Nothing: how a wire looks follows from what it connects."""

    highlight = activate = reset

    def boundingRect(self) -> QRectF:
        """The line with room for its casing."""
        return self._bounds

    def shape(self) -> QPainterPath:
        """A band that is easy to hit."""
        if self._band is None:
            stroker = QPainterPathStroker()
            stroker.setWidth(12)
            self._band = stroker.createStroke(self.path())
        return self._band

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the wire as finely as the zoom asks for."""
        self.paint_at(painter, option.levelOfDetailFromTransform(painter.worldTransform()))

    def paint_at(self, painter: QPainter, zoom: float, area: QRectF | None = None) -> None:
        """Casing, then the line; thicker while selected or under the mouse.

        No more than what lies in ``area`` need be painted.
        """
        marked = self.hot or self.isSelected()
        path = self.path() if area is None else self.part(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if zoom > _CASED or marked:
            # Opaque: Qt strokes a path seven times slower where the pen is not.
            painter.setPen(QPen(theme.BACKDROP, 6.0))
            painter.drawPath(path)
        # From far away a wire stays a line that can be seen.
        width = (3.6 if marked else 2.4) / min(1.0, zoom * 1.6)
        painter.setPen(QPen(self._brush(), width))
        painter.drawPath(path)

    def part(self, area: QRectF) -> QPainterPath:
        """The part of the line that lies in an area."""
        if area.contains(self._bounds):
            return self.path()
        if self._pieces is None:
            self._pieces = Pieces(self.path())
        return self._pieces.within(area)

    def _brush(self) -> QBrush:
        """The colour, running from that of one end to that of the other."""
        if self.isSelected():
            return QBrush(theme.TEXT)
        first, last = self.colours
        if first == last:
            return QBrush(first)
        tint = QLinearGradient(self.path().pointAtPercent(0), self.path().pointAtPercent(1))
        tint.setColorAt(0, first)
        tint.setColorAt(1, last)
        return QBrush(tint)
