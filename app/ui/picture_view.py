"""The area that shows one picture: zoom at the cursor, drag to pan, fit, one to one."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

MARGIN = 12
LARGEST_SCALE = 128.0
_SQUARE = 8


class PictureView(QWidget):
    """One picture, scaled.

    While it is fitted it follows the size of the view and is softened. Whoever zooms in further
    wants to see its pixels: they stay sharp then, as they do at any size with ``set_sharp``, which
    also fits by whole numbers, so that all pixels come out equally large.
    """

    view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pictureView")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 120)
        self._pixmap = QPixmap()
        self._scale = 1.0
        self._origin = QPointF()
        self._fitted = True
        self._sharp = False
        self._held: QPoint | None = None
        self._checks = _checkerboard()
        self.hint = ""

    def sizeHint(self) -> QSize:
        """A square of middling size."""
        return QSize(380, 380)

    @property
    def scale(self) -> float:
        """Screen pixels for one pixel of the picture."""
        return self._scale

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see."""
        return not self._pixmap.isNull()

    def picture_size(self) -> QSize:
        """Width and height of the picture in its own pixels."""
        return self._pixmap.size()

    def image(self) -> QImage:
        """The picture itself."""
        return self._pixmap.toImage()

    def show_image(self, image: QImage | None) -> None:
        """Show ``image``; the place and scale stay where the size is the same as before."""
        before = self._pixmap.size()
        self._pixmap = QPixmap() if image is None else QPixmap.fromImage(image)
        if self._pixmap.size() != before and self._fitted:
            self.fit()
        elif self._pixmap.size() != before:
            self._keep_centre(before)
        self.update()
        self.view_changed.emit()

    def set_sharp(self, sharp: bool) -> None:
        """Whether enlarged pictures always show their pixels instead of being softened."""
        self._sharp = sharp
        if self._fitted:
            self.fit()
        self.update()

    def fit(self) -> None:
        """Show the whole picture, as large as the view allows."""
        self._fitted = True
        if self.has_picture:
            self._scale = self._fitting_scale()
            self._centre()
        self.update()
        self.view_changed.emit()

    def actual_size(self) -> None:
        """One pixel of the picture for one of the screen."""
        self._fitted = False
        self._scale = 1.0 / self.devicePixelRatioF()
        self._centre()
        self.update()
        self.view_changed.emit()

    def zoom(self, factor: float, at: QPointF) -> None:
        """Scale by ``factor``; the point ``at`` of the view stays where it is."""
        lowest = min(0.05, self._fitting_scale())
        scale = min(max(self._scale * factor, lowest), LARGEST_SCALE)
        self._origin = at - (at - self._origin) * (scale / self._scale)
        self._scale = scale
        self._fitted = False
        self.update()
        self.view_changed.emit()

    def to_picture(self, place: QPointF) -> QPointF:
        """The point of the picture, in its own pixels, that is seen at a place of the view."""
        point: QPointF = (place - self._origin) / self._scale
        return point

    def _fitting_scale(self) -> float:
        if not self.has_picture:
            return 1.0
        width = max(1, self.width() - 2 * MARGIN)
        height = max(1, self.height() - 2 * MARGIN)
        scale = min(width / self._pixmap.width(), height / self._pixmap.height())
        if scale > 2 and self._sharp:
            return float(math.floor(scale))
        return scale

    def _centre(self) -> None:
        drawn = QPointF(self._pixmap.width(), self._pixmap.height()) * self._scale
        self._origin = QPointF((self.width() - drawn.x()) / 2, (self.height() - drawn.y()) / 2)

    def _keep_centre(self, before: QSize) -> None:
        """After a picture of another size: what was in the middle stays in the middle."""
        if before.isEmpty():
            self.fit()
            return
        ratio = before.width() / max(1, self._pixmap.width())
        self._scale = min(self._scale * ratio, LARGEST_SCALE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture fitted."""
        if self._fitted:
            self.fit()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the cursor."""
        if self.has_picture:
            self.zoom(1.2 ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position().toPoint()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture that is held."""
        if self._held is None:
            return
        now = event.position().toPoint()
        if now != self._held:
            self._origin += QPointF(now - self._held)
            self._held = now
            self._fitted = False
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture."""
        self._held = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the whole picture."""
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, or say how to get one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        if self.has_picture:
            self._paint_picture(painter)
        else:
            self._paint_hint(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        drawn = QRectF(
            self._origin.x(),
            self._origin.y(),
            self._pixmap.width() * self._scale,
            self._pixmap.height() * self._scale,
        )
        if self._pixmap.hasAlphaChannel():
            painter.fillRect(drawn, self._checks)
        soft = self._scale < 1 or (self._fitted and not self._sharp)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, soft)
        painter.drawPixmap(drawn, self._pixmap, QRectF(self._pixmap.rect()))
        painter.setPen(QColor(255, 255, 255, 26))
        painter.drawRect(drawn.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        area = self.rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, flags, self.hint)


def _checkerboard() -> QBrush:
    """What shines through where a picture is transparent."""
    tile = QPixmap(2 * _SQUARE, 2 * _SQUARE)
    tile.fill(QColor("#3a3d47"))
    painter = QPainter(tile)
    painter.fillRect(0, 0, _SQUARE, _SQUARE, QColor("#4a4e5a"))
    painter.fillRect(_SQUARE, _SQUARE, _SQUARE, _SQUARE, QColor("#4a4e5a"))
    painter.end()
    return QBrush(tile)
