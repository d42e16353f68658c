"""The two edges of an open subgraph: a wire that is dropped there becomes a socket of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from app.graph.interface import INPUT, OUTPUT
from app.ui import theme
from app.ui.canvas.cards.items import Card
from app.ui.canvas.viewer import Viewer
from app.ui.words import tr

_SMALL, _LARGE = QSize(26, 64), QSize(112, 64)
_RADIUS = 9.0
_BESIDE, _BELOW = 60.0, 20.0
_LEFT_OF = 260.0
"""How far left of all nodes the first input lies, so that its card has room."""


class Rail(QAbstractButton):
    """The place for a new socket on one edge; it opens wide while a wire could be dropped on it."""

    def __init__(self, viewer: Viewer, kind: str) -> None:
        super().__init__(viewer)
        self.kind = kind
        self._viewer = viewer
        self._offers = self._aimed_at = False
        self._label = tr("New input") if kind == INPUT else tr("New output")
        tip = tr("Add an input: press, or drop a wire here")
        if kind == OUTPUT:
            tip = tr("Add an output: press, or drop a wire here")
        self.setToolTip(tip)
        self.setAccessibleName(self._label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Keys have their own way to add sockets; a click must not take them from the canvas.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        viewer.view_changed.connect(self._settle)
        self.hide()

    @property
    def side(self) -> str:
        """The side of the ports whose wires may be dropped here."""
        return "in" if self.kind == INPUT else "out"

    def show_in(self, inside: bool) -> None:
        """Be there inside of subgraphs only."""
        self.setVisible(inside)
        self._settle()

    def offer(self, offers: bool, *, aimed_at: bool = False) -> None:
        """Whether a wire is in hand that may be dropped here, and whether it is over the place."""
        if (offers, aimed_at) != (self._offers, self._aimed_at):
            self._offers, self._aimed_at = offers, aimed_at
            self._settle()
            self.update()

    def takes(self, place: QPointF, side: str) -> bool:
        """Whether a wire from a port of this side would be dropped here."""
        return self.isVisible() and side == self.side and self.geometry().contains(place.toPoint())

    def _settle(self) -> None:
        """Stand in the middle of the edge."""
        size = _LARGE if self._offers else _SMALL
        room = self._viewer.viewport().geometry()
        x = room.left() if self.kind == INPUT else room.right() + 1 - size.width()
        self.setGeometry(QRect(QPoint(x, room.center().y() - size.height() // 2), size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A tab at the edge with a plus, and with words while it waits for a wire."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self._aimed_at or self.underMouse()
        colour = theme.ACCENT if lit or self._offers else theme.DIM
        box = QRectF(self.rect()).adjusted(-_RADIUS - 1, 0.5, -0.5, -0.5)
        if self.kind == OUTPUT:
            box = QRectF(self.rect()).adjusted(0.5, 0.5, _RADIUS + 1, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.fillPath(shape, theme.faded(theme.CARD, 0.92))
        if lit:
            painter.fillPath(shape, theme.faded(theme.ACCENT, 0.22))
        painter.setPen(QPen(theme.faded(colour, 0.8), 1.5 if self._offers else 1))
        painter.drawPath(shape)
        self._paint_plus(painter, theme.TEXT if lit else colour)
        if self._offers:
            painter.setFont(theme.font(12))
            painter.setPen(theme.TEXT)
            words = self.rect().adjusted(26, 0, -8, 0)
            if self.kind == OUTPUT:
                words = self.rect().adjusted(8, 0, -26, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._label)

    def _paint_plus(self, painter: QPainter, colour: QColor) -> None:
        x = 12.5 if self.kind == INPUT else self.width() - 12.5
        middle = QPointF(x, self.height() / 2)
        painter.setPen(QPen(colour, 1.8))
        painter.drawLine(middle - QPointF(5, 0), middle + QPointF(5, 0))
        painter.drawLine(middle - QPointF(0, 5), middle + QPointF(0, 5))


class Rails:
    """Both edges, as the drag of a wire sees them."""

    def __init__(self, viewer: Viewer) -> None:
        self.rails = (Rail(viewer, INPUT), Rail(viewer, OUTPUT))

    def show_in(self, inside: bool) -> None:
        """Be there inside of subgraphs only."""
        for rail in self.rails:
            rail.show_in(inside)

    def at(self, place: QPointF, side: str) -> Rail | None:
        """The edge at a place of the view that takes wires from ports of this side."""
        return next((rail for rail in self.rails if rail.takes(place, side)), None)

    def aim(self, place: QPointF, side: str) -> None:
        """A wire from a port of this side is dragged over a place."""
        for rail in self.rails:
            rail.offer(rail.side == side, aimed_at=rail.takes(place, side))

    def rest(self) -> None:
        """No wire is in hand any more."""
        for rail in self.rails:
            rail.offer(False)


def place_for_end(cards: Iterable[Card], kind: str) -> tuple[float, float]:
    """Where a new end goes: below those of its side, else beside all nodes."""
    nodes = list(cards)
    same = [card for card in nodes if card.face.content.node.type == kind]
    around = QRectF()
    for card in same or nodes:
        around = around.united(card.mapRectToScene(card.layout.card))
    if same:
        x, y = same[-1].x(), around.bottom() + _BELOW
    elif kind == INPUT:
        x, y = around.left() - _LEFT_OF, around.top()
    else:
        x, y = around.right() + _BESIDE, around.top()
    return float(round(x)), float(round(y))
