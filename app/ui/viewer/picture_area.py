"""Where pictures lie in the viewer, and what is seen at a place of it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from app.ui.compare.modes import Mode, panes_of
from app.ui.viewer.picture_camera import PictureCamera
from app.ui.viewer.picture_layer import Layer


class PictureArea(QWidget):
    """Pictures in panes, all seen by one camera; the first one gives the measure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.camera = PictureCamera()
        self.mode = Mode.ONE
        self.layers: tuple[Layer, ...] = ()

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.layers)

    @property
    def area(self) -> QRectF:
        """Where the first picture lies."""
        return self.camera.area.translated(self.panes()[0].topLeft())

    def picture_size(self) -> QSize:
        """Width and height of the first picture in its own pixels."""
        return self.layers[0].size if self.layers else QSize()

    def image(self) -> QImage:
        """The first picture itself."""
        return self.layers[0].image if self.layers else QImage()

    def to_picture(self, place: QPointF) -> QPointF:
        """The point of the picture, in its own pixels, that is seen at a place of the view."""
        return self.camera.to_picture(place - self.panes()[self.pane_at(place)].topLeft())

    def pixel_at(self, place: QPointF | None) -> QPoint | None:
        """The pixel of the first picture at a place of the view; None beside it."""
        if place is None or not self.has_picture:
            return None
        point, size = self.to_picture(place), self.picture_size()
        if 0 <= point.x() < size.width() and 0 <= point.y() < size.height():
            return QPoint(int(point.x()), int(point.y()))
        return None

    def colours_at(self, pixel: QPoint) -> list[QColor]:
        """What all pictures have at a pixel of the first one."""
        size = self.picture_size()
        found = (layer.colour_at(pixel, size) for layer in self.layers)
        return [colour for colour in found if colour is not None]

    def panes(self) -> list[QRectF]:
        """Where pictures are shown."""
        return panes_of(self.mode, max(1, len(self.layers)), QRectF(self.rect()))

    def pane_at(self, place: QPointF) -> int:
        """The pane at a place of the view; the first one where there is none."""
        found = (index for index, pane in enumerate(self.panes()) if pane.contains(place))
        return next(found, 0)
