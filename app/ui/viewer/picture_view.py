"""The area that shows pictures: zoom at the cursor, drag to move, fit, one to one, compare."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.compare.modes import Mode, Wipe
from app.ui.viewer.picture_area import PictureArea
from app.ui.viewer.picture_camera import LARGEST_SCALE, MARGIN
from app.ui.viewer.picture_layer import Layer
from app.ui.viewer.picture_tools import HandTool, PictureTool, WipeTool
from app.ui.viewer.view_painting import paint_view

__all__ = ["LARGEST_SCALE", "MARGIN", "PictureView"]


class PictureView(PictureArea):
    """One picture or several in panes, all at the same scale and place.

    While it is fitted a picture follows the size of the view and is softened. Whoever zooms in
    further wants to see its pixels: they stay sharp then, as they do at any size with
    ``set_sharp``, which also fits by whole numbers, so that all pixels come out equally large.
    Every other picture is stretched to the size of the first one.
    """

    view_changed = Signal()
    hovered = Signal()
    drag_wanted = Signal(int)
    """A picture is dragged out of the view: the pane it was taken from."""
    pane_chosen = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureView")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self.wipe = Wipe()
        self.mouse: QPointF | None = None
        self.hint = ""
        self.tool: PictureTool | None = None
        self.difference: Layer | None = None
        self.sharp = False
        self._hand, self._wiping = HandTool(self), WipeTool(self)

    def sizeHint(self) -> QSize:
        """A square of middling size."""
        return QSize(380, 380)

    @property
    def scale(self) -> float:
        """The widget's pixels for one pixel of the picture."""
        return self.camera.scale

    def show_image(self, image: QImage | None) -> None:
        """Show one picture; the place and scale stay where the size is the same as before."""
        self.show_layers(() if image is None or image.isNull() else (Layer(image),))

    def show_layers(self, layers: Sequence[Layer], mode: Mode = Mode.ONE) -> None:
        """Show pictures in one of the ways to look at several."""
        self.layers, self.mode = tuple(layers), mode
        self.difference = None
        self._lay_out()
        self.camera.set_picture(self.picture_size(), sharp=self.sharp)
        self.unsetCursor()
        self._moved()

    def show_difference(self, difference: QImage) -> None:
        """Show how far the two pictures differ, which was found out meanwhile."""
        self.difference = Layer(difference)
        self.update()

    def set_sharp(self, sharp: bool) -> None:
        """Whether enlarged pictures always show their pixels instead of being softened."""
        self.sharp = sharp
        if self.camera.fitted:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Show the whole picture, as large as the view allows."""
        self.camera.fit(sharp=self.sharp)
        self._moved()

    def actual_size(self) -> None:
        """One pixel of the picture for one of the screen."""
        self.camera.ratio = self.devicePixelRatioF()
        self.camera.actual_size()
        self._moved()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Scale by ``factor``; the point ``at`` of the view, or its middle, stays where it is."""
        if not self.has_picture:
            return
        pane = self.panes()[self.pane_at(at)] if at is not None else self.panes()[0]
        self.camera.zoom(factor, (pane.center() if at is None else at) - pane.topLeft())
        self._moved()

    def move_by(self, by: QPointF) -> None:
        """Move the picture."""
        self.camera.move(by)
        self._moved()

    def _lay_out(self) -> None:
        """Tell the camera how large a pane is."""
        self.camera.ratio = self.devicePixelRatioF()
        pane = self.panes()[0]
        self.camera.set_pane(QSizeF(pane.width(), pane.height()), sharp=self.sharp)

    def _moved(self) -> None:
        self.update()
        self.view_changed.emit()
        self.hovered.emit()

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        self._lay_out()
        self._moved()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor."""
        if self.has_picture:
            self.zoom(1.2 ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hand the press to the first tool that wants it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self.tool is None or not self.tool.press(event):
            self._wiping.press(event) or self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say where the mouse is, and hand on the movement."""
        self.mouse = event.position()
        self.hovered.emit()
        if self._hand.move(event) or (self.tool is not None and self.tool.move(event)):
            return
        self._wiping.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self.tool is None or not self.tool.release(event):
            self._wiping.release(event) or self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole picture; of several panes the one that was clicked."""
        if self.tool is not None:
            self.tool.press(event)
        elif self.mode in (Mode.SLOTS, Mode.BATCH):
            self.pane_chosen.emit(self.pane_at(event.position()))
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse points at nothing any more."""
        self.mouse = None
        self.hovered.emit()
        self._wiping.leave()
        if self.tool is not None:
            self.tool.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self.menu_wanted.emit(event.globalPos())

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pictures, or say how to get one."""
        painter = QPainter(self)
        paint_view(painter, self)
        if self.tool is not None and self.has_picture:
            self.tool.paint(painter)
