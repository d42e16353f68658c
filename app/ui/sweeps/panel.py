"""The grid of a sweep as it fills; a click on a cell gives the graph its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.graph.sweep_layout import Place, described
from app.ui import theme
from app.ui.small_button import small_button
from app.ui.sweeps.grid import GridLayout, layout_for, paint_grid
from app.ui.sweeps.run import SweepRun
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr

_PAINT_MILLISECONDS = 100
_LARGEST_SEEN = 2048
"""Pixels of the longer side of the grid as it is seen here; the saved picture may be larger."""

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SweepPanel(QWidget):
    """Shows the newest sweep. ``show_wanted`` and ``save_wanted`` bring its grid as a picture."""

    show_wanted = Signal(KnownPicture)
    save_wanted = Signal(KnownPicture)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep")
        self.run: SweepRun | None = None
        self._head = QLabel(tr("No sweep yet. Choose Run › Sweep to begin one."), self)
        self._head.setObjectName("dim")
        self._about = QLabel(self)
        self._about.setObjectName("dim")
        for label in (self._head, self._about):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.grid = SweepGrid(self)
        self.grid.chosen.connect(self._apply)
        self.grid.hovered.connect(self._describe)
        self.stop = small_button("stop", tr("Stop this sweep"), self)
        self.stop.clicked.connect(self._stop)
        self.rest = small_button("run", tr("Run what is missing"), self)
        self.rest.clicked.connect(lambda: self.run and self.run.start())
        self.rest.hide()
        show = small_button("fit", tr("Show the grid in the viewer"), self)
        show.clicked.connect(lambda: self.run and self.show_wanted.emit(self.picture()))
        save = small_button("save", tr("Save the grid as a picture …"), self)
        save.clicked.connect(lambda: self.run and self.save_wanted.emit(self.picture()))
        self._arrange((self.rest, self.stop, show, save))
        self.stop.setEnabled(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAINT_MILLISECONDS)
        self._timer.timeout.connect(self._paint)

    def _arrange(self, buttons: Sequence[QWidget]) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 6, 2)
        head.addWidget(self._head, 1)
        for button in buttons:
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(self._about)
        self._about.setContentsMargins(12, 0, 12, 0)

    def show_sweep(self, run: SweepRun) -> None:
        """Show another sweep from now on."""
        if self.run is not None:
            self.run.close()
            self.run.deleteLater()
        self.run = run
        run.counted.connect(self._count)
        run.pictured.connect(self._soon)
        self._count()
        self._paint()

    def picture(self) -> KnownPicture:
        """The whole grid, with the graph that was swept over."""
        run = self.run
        if run is None:
            raise LookupError("there is no sweep")
        image = paint_grid(layout_for(run.sweep, run.images), run.images)
        return KnownPicture(image, tr("Sweep"), graph=run.text)

    def _count(self) -> None:
        if self.run is not None:
            done, count = self.run.counts()
            self._head.setText(tr("{done} of {count} pictures", done=done, count=count))
            self.stop.setEnabled(self.run.is_busy)
            self.rest.setVisible(not self.run.is_busy and bool(self.run.missing()))

    def _soon(self) -> None:
        """Paint a moment later: several pictures may come at once."""
        if not self._timer.isActive():
            self._timer.start()

    def _paint(self) -> None:
        if self.run is not None:
            layout = layout_for(self.run.sweep, self.run.images, _LARGEST_SEEN)
            self.grid.show_grid(layout, paint_grid(layout, self.run.images))

    def _stop(self) -> None:
        if self.run is not None:
            self.run.stop()

    def _apply(self, place: Place) -> None:
        if self.run is not None:
            self.run.apply(place)

    def _describe(self, place: Any) -> None:
        """Say which values a cell has, or nothing where the mouse is on none."""
        if self.run is None or place is None:
            self._about.setText("")
            return
        values = described(self.run.sweep.axes, place)
        self._about.setText(tr("Click to take: {values}", values=values))


class SweepGrid(QWidget):
    """The grid, as large as there is room. Arrows walk, Enter or a click chooses a cell."""

    chosen = Signal(tuple)
    hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Grid of the sweep"))
        self._layout: GridLayout | None = None
        self._image = QImage()
        self._at: Place | None = None

    def sizeHint(self) -> QSize:
        """Room for a small grid."""
        return QSize(380, 260)

    def show_grid(self, layout: GridLayout, image: QImage) -> None:
        """Show this picture of a grid."""
        self._layout, self._image = layout, image
        self.update()

    def rectangle(self, place: Place) -> QRectF:
        """Where a cell is seen."""
        if self._layout is None:
            return QRectF()
        area, scale = self._layout.rectangle(place), self._scale()
        corner = QPointF(self._corner()) + QPointF(area.topLeft()) * scale
        return QRectF(corner, QSize(area.size()).toSizeF() * scale)

    def place_at(self, point: QPointF) -> Place | None:
        """The cell under a point."""
        places = self._layout.places() if self._layout else ()
        return next((place for place in places if self.rectangle(place).contains(point)), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grid, and a line around the cell that is meant."""
        if self._layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._target(), self._image)
        if self._at is not None:
            painter.setPen(QPen(theme.ACCENT, 2))
            painter.drawRect(self.rectangle(self._at))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which cell is meant."""
        self._point_at(self.place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        place = self.place_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and place is not None:
            self.chosen.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the cells, or choose one."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None and self._layout is not None:
            self._walk(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def _walk(self, columns: int, rows: int) -> None:
        if self._layout is None:
            return
        width, height, _ = self._layout.counts
        column, row, *sheet = (*(self._at or (0, 0)), 0)[: max(len(self._at or ()), 2)]
        at = ((column + columns) % width, (row + rows) % height, *sheet)
        self._point_at(at[: len(self._layout.sweep.axes)])

    def _point_at(self, place: Place | None) -> None:
        if place != self._at:
            self._at = place
            self.hovered.emit(place)
            self.update()

    def _scale(self) -> float:
        if self._image.isNull():
            return 1.0
        wide, high = self.width() - 16, self.height() - 8
        return min(wide / self._image.width(), high / self._image.height(), 1.0)

    def _corner(self) -> QPoint:
        return self._target().topLeft()

    def _target(self) -> QRect:
        size = self._image.size() * self._scale()
        area = QRect(QPoint(0, 0), size)
        area.moveCenter(self.rect().center())
        return area
