"""Which part of the canvas is seen: zoom, pan, and where a place lies on the screen.

The library fits a stored rectangle into the view, which shifts by some pixels at every step and
knows no limits; here the rectangle and the zoom always agree exactly.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsView, QRubberBand, QWidget

from app.ui.canvas.backing import Backing, View
from app.ui.canvas.cards.items import Card
from app.ui.canvas.drawing import Drawing
from app.ui.canvas.lifted import Lifted
from app.ui.canvas.patches import NodeViewer

NEAREST, FARTHEST = 3.0, 0.06
_MARGIN = 48.0
_EDGES = (16, 16, -16, -16)


class Camera(NodeViewer):
    """The library's view, with a zoom and a corner of its own."""

    view_changed = Signal()
    steered = Signal()
    """Another part was asked for than the one that ``frame`` chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        # The view's own picture decides what of the screen is painted anew.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self._scene_range = QRectF(0, 0, 800, 600)
        self._drawing = Drawing(self.scene())
        self._backing = Backing(self._drawing.draw, self._drawing.sketch, self)
        self._backing.stale.connect(self.viewport().update)
        self._lifted = Lifted(self.scene(), self._drawing)
        self.scene().changed.connect(
            lambda areas: self._backing.spoil(self._lifted.without_own(areas))
        )

    @property
    def rubber_band(self) -> QRubberBand:
        """The rectangle that selects."""
        return self._rubber_band

    @property
    def slicer(self) -> QGraphicsPathItem:
        """The line that cuts wires."""
        return self._SLICER_PIPE

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one unit of the canvas."""
        return self.viewport().width() / max(self._scene_range.width(), 1e-6)

    @property
    def resting(self) -> bool:
        """Whether what is seen is as crisp as it gets."""
        return self._backing.resting

    @property
    def shown(self) -> QRectF:
        """The part of the canvas that is seen."""
        return QRectF(self._scene_range)

    def _update_scene(self) -> None:
        """Show ``_scene_range``."""
        self.setSceneRect(self._scene_range)
        self.setTransform(QTransform.fromScale(self.zoom, self.zoom))
        self.view_changed.emit()

    def show_part(self, corner: QPointF, zoom: float, *, soft: bool = False) -> None:
        """Show the canvas from ``corner`` on, at a zoom within the limits.

        A ``soft`` zoom is one of many: it is seen crisp once no other follows.
        """
        self._show_part(corner, zoom, soft=soft)
        self.steered.emit()

    def _show_part(self, corner: QPointF, zoom: float, *, soft: bool = False) -> None:
        """Show a part without being steered."""
        zoom = max(FARTHEST, min(NEAREST, zoom))
        size = self.viewport().size()
        self._scene_range = QRectF(
            corner.x(), corner.y(), size.width() / zoom, size.height() / zoom
        )
        self._update_scene()
        self._show_picture(soft=soft)

    def _show_picture(self, *, soft: bool = False) -> None:
        """Let the picture on the screen show the part that is asked for."""
        viewport = self.viewport()
        ratio = viewport.devicePixelRatioF()
        self._drawing.ratio = ratio
        view = View(self._scene_range.topLeft(), self.zoom, viewport.size(), ratio)
        self._backing.show(view, soft=soft)

    def zoom_by(self, factor: float, at: QPointF) -> None:
        """Zoom so that the place under ``at`` (in the viewport) stays where it is."""
        zoom = max(FARTHEST, min(NEAREST, self.zoom * factor))
        fixed = self._scene_range.topLeft() + at / self.zoom
        self.show_part(fixed - at / zoom, zoom, soft=True)

    def pan_by(self, pixels: QPointF) -> None:
        """Move what is shown along with the mouse."""
        self.show_part(self._scene_range.topLeft() - pixels / self.zoom, self.zoom)

    def centre(self, place: QPointF) -> None:
        """Show ``place`` in the middle."""
        half = QPointF(self._scene_range.width() / 2, self._scene_range.height() / 2)
        self.show_part(place - half, self.zoom)

    def frame(self, area: QRectF) -> None:
        """Show an area as a whole, never larger than life."""
        if area.isEmpty():
            self._show_part(QPointF(), 1.0)
            return
        size = self.viewport().size()
        zoom = min(
            1.0,
            max(size.width() - _MARGIN, 40) / area.width(),
            max(size.height() - _MARGIN, 40) / area.height(),
        )
        half = QPointF(size.width(), size.height()) / max(FARTHEST, zoom) / 2
        self._show_part(area.center() - half, zoom)

    def reveal(self, area: QRectF) -> None:
        """Move what is shown as little as is needed to see an area; its corner comes first."""
        seen = self.shown.adjusted(*(edge / self.zoom for edge in _EDGES))
        if seen.contains(area):
            return
        x = min(seen.right() - area.right(), 0.0)
        y = min(seen.bottom() - area.bottom(), 0.0)
        moved = area.translated(x, y)
        x += max(seen.left() - moved.left(), 0.0)
        y += max(seen.top() - moved.top(), 0.0)
        self.show_part(self.shown.topLeft() - QPointF(x, y), self.zoom)

    def add_sign(self, item: QGraphicsItem) -> None:
        """Show an item above everything, so that it can come and go at no cost."""
        self._lifted.add_sign(item)

    def lift(self, cards: Iterable[Card]) -> None:
        """Paint cards that are dragged, and their wires, over the picture; none to end that."""
        self._backing.spoil(self._lifted.lift(cards))

    def to_scene(self, place: QPointF) -> QPointF:
        """A place of the viewport on the canvas."""
        corner: QPointF = self._scene_range.topLeft() + place / self.zoom
        return corner

    def to_view(self, area: QRectF) -> QRectF:
        """An area of the canvas in the viewport."""
        corner = (area.topLeft() - self._scene_range.topLeft()) * self.zoom
        return QRectF(corner, area.size() * self.zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the zoom and the upper left corner."""
        before = event.oldSize().width()
        zoom = before / self._scene_range.width() if before > 0 else self.zoom
        QGraphicsView.resizeEvent(self, event)
        self._show_part(self._scene_range.topLeft(), zoom if before > 0 else 1.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the picture, and over it what other rooms draw into the foreground."""
        self._show_picture(soft=True)
        with QPainter(self.viewport()) as painter:
            painter.setClipRegion(event.region())
            self._backing.paint(painter)
            if self._lifted:
                painter.setWorldTransform(self._backing.transform)
                self._lifted.paint(painter, self.shown, self.zoom)
            painter.setWorldTransform(self.viewportTransform())
            self.drawForeground(painter, self.shown)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Nothing: the picture has its own ground."""

    def theme_changed(self) -> None:
        """Draw everything anew, after colours or fonts changed."""
        self._drawing.forget()
        self._backing.spoil_all()
