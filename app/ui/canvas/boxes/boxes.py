"""Frames and notes on the canvas: where they lie, what of them can be taken, and how they look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from app.graph.document import Frame, Graph, Note
from app.ui import theme
from app.ui.canvas.boxes.note_text import NoteText
from app.ui.canvas.cards.text import shortened

HEAD = 30.0
"""How high the part of a frame is by which it is moved."""
SMALLEST = (96.0, 56.0)
_INSET = 12.0
_RADIUS = 10.0
_BEHIND = -3.0
_READABLE = 11.0
_LARGEST_TITLE = 4.0


class Box(QGraphicsItem):
    """A frame or a note. A frame is taken by its title and its edges, a note everywhere."""

    def __init__(self, content: Frame | Note) -> None:
        super().__init__()
        self.id = content.id
        # Kept here as well: a scene that goes tells of its selection after its items are gone.
        self.chosen = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._note = NoteText() if isinstance(content, Note) else None
        self.show_content(content)

    def show_content(self, content: Frame | Note) -> None:
        """Take over what the document says."""
        self.content = content
        if self._note is not None and isinstance(content, Note):
            self._note.set_markdown(content.text)
        self.put(QRectF(*content.rectangle))

    def put(self, area: QRectF) -> None:
        """Lie at a place of the canvas, in a size, before the document says so."""
        self.prepareGeometryChange()
        self._size = area.size()
        self.setPos(area.topLeft())
        # What lies inside another box lies above it, so that it can be taken.
        surface = min(area.width() * area.height() * 1e-11, 0.4)
        self.setZValue(_BEHIND - surface + (0.5 if self._note is not None else 0.0))
        self.update()

    @property
    def is_frame(self) -> bool:
        """Whether this is a frame, and not a note."""
        return self._note is None

    @property
    def area(self) -> QRectF:
        """The box on the canvas."""
        return QRectF(self.pos(), self._size)

    @property
    def head(self) -> QRectF:
        """Where the title is, in the item's own coordinates."""
        return QRectF(0, 0, self._size.width(), min(HEAD, self._size.height()))

    @property
    def colour(self) -> QColor:
        """Its own colour, or the usual one."""
        plain = theme.ACCENT if self.is_frame else theme.WARNING
        return QColor(self.content.colour) if self.content.colour else QColor(plain)

    def edges_at(self, place: QPointF, reach: float) -> Qt.Edge:
        """Which edges lie under a place of the canvas; two of them are a corner."""
        area, edges = self.area, Qt.Edge(0)
        if not area.adjusted(-reach, -reach, reach, reach).contains(place):
            return edges
        sides = (
            (Qt.Edge.LeftEdge, place.x() - area.left()),
            (Qt.Edge.RightEdge, place.x() - area.right()),
            (Qt.Edge.TopEdge, place.y() - area.top()),
            (Qt.Edge.BottomEdge, place.y() - area.bottom()),
        )
        for edge, distance in sides:
            if abs(distance) <= reach:
                edges |= edge
        return edges

    def takes(self, place: QPointF) -> bool:
        """Whether a press at a place of the canvas takes the box and not what lies behind it."""
        inside = self.mapFromScene(place)
        return (self.head if self.is_frame else QRectF(QPointF(), self._size)).contains(inside)

    def link_at(self, place: QPointF) -> str:
        """The address of the link under a place of the canvas, or nothing."""
        if self._note is None:
            return ""
        inside = self.mapFromScene(place) - QPointF(_INSET, _INSET)
        return self._note.link_at(inside, self._size.width() - 2 * _INSET)

    def boundingRect(self) -> QRectF:
        """The box with its border, and the title of a frame as seen from far away."""
        above = HEAD * _LARGEST_TITLE if self.is_frame else 2.0
        return QRectF(QPointF(), self._size).adjusted(-2, -above, 2, 2)

    def shape(self) -> QPainterPath:
        """The box itself."""
        path = QPainterPath()
        path.addRect(QRectF(QPointF(), self._size))
        return path

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: Any) -> Any:
        """Show a changed selection."""
        if change == QGraphicsItem.GraphicsItemChange.ItemSelectedChange:
            # The scene tells of the change before the item hears that it was made.
            self.chosen = bool(value)
        elif change == QGraphicsItem.GraphicsItemChange.ItemSelectedHasChanged:
            self.update()
        return super().itemChange(change, value)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """A tinted area with a title, or with the note's text."""
        zoom = option.levelOfDetailFromTransform(painter.worldTransform())
        area, colour = QRectF(QPointF(), self._size), self.colour
        edge = theme.ACCENT if self.isSelected() else theme.faded(colour, 0.45)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, (2 if self.isSelected() else 1) / min(zoom, 1.0)))
        opaque = theme.mixed(theme.CARD, colour, 0.17)
        painter.setBrush(theme.faded(colour, 0.07) if self.is_frame else opaque)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        if self.is_frame:
            self._paint_head(painter, zoom)
        elif self._note is not None and zoom > 0.15:
            inner = area.adjusted(_INSET, _INSET, -_INSET, -_INSET)
            self._note.paint(painter, inner, theme.mixed(colour, theme.TEXT, 0.75))

    def _paint_head(self, painter: QPainter, zoom: float) -> None:
        """The frame's title, which stays readable from far away."""
        band = QPainterPath()
        band.addRoundedRect(QRectF(QPointF(), self._size), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(band, Qt.ClipOperation.IntersectClip)
        painter.fillRect(self.head, theme.faded(self.colour, 0.2))
        painter.restore()
        size = min(max(15.0, _READABLE / zoom), 15.0 * _LARGEST_TITLE)
        large = theme.font(round(size), bold=True)
        painter.setFont(large)
        painter.setPen(theme.mixed(self.colour, theme.TEXT, 0.7))
        room = self._size.width() - 2 * _INSET
        row = QRectF(_INSET, HEAD - size * 2, room, size * 2 - 6)
        title = self.content.title if isinstance(self.content, Frame) else ""
        painter.drawText(row, Qt.AlignmentFlag.AlignBottom, shortened(title, large, room))


class Boxes:
    """The frames and notes of the graph that is shown."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self.shown: dict[str, Box] = {}

    def show(self, graph: Graph) -> None:
        """Make the scene show the graph's frames and notes; what is the same object stays."""
        wanted: Mapping[str, Frame | Note] = {**graph.frames, **graph.notes}
        for key, box in list(self.shown.items()):
            if key not in wanted or isinstance(wanted[key], Frame) is not box.is_frame:
                self._scene.removeItem(self.shown.pop(key))
        for key, content in wanted.items():
            if key not in self.shown:
                self.shown[key] = Box(content)
                self._scene.addItem(self.shown[key])
            elif self.shown[key].content is not content:
                self.shown[key].show_content(content)

    def selected(self) -> list[Box]:
        """The frames and notes that are selected, in the document's order."""
        return [box for box in self.shown.values() if box.chosen]

    def topmost(self) -> Iterable[Box]:
        """All boxes, what lies above others first."""
        return sorted(self.shown.values(), key=lambda box: -box.zValue())

    def taken_at(self, place: QPointF) -> Box | None:
        """The box that a press at a place of the canvas takes."""
        return next((box for box in self.topmost() if box.takes(place)), None)

    def edge_at(self, place: QPointF, reach: float) -> tuple[Box, Qt.Edge] | None:
        """The box whose edge lies under a place of the canvas, and which edge that is."""
        for box in self.topmost():
            edges = box.edges_at(place, reach)
            if edges:
                return box, edges
            if box.takes(place):
                return None
        return None
