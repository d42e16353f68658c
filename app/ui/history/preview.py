"""A large picture beside the mouse while it rests on an entry of the history."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

_SIDE = 400
_GAP = 12


class HistoryPreview(QWidget):
    """Shows a picture and words in a window of its own that never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setObjectName("historyPreview")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words = QLabel(self)
        self._words.setObjectName("dim")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setFixedWidth(_SIDE)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._picture)
        column.addWidget(self._words)

    def show_beside(self, tile: QRect, image: QImage, words: str) -> None:
        """Show a picture beside ``tile``, which is a part of the screen."""
        self.show_image(image)
        self._words.setText(words)
        self.adjustSize()
        screen = self.screen().availableGeometry()
        left = tile.left() - self.width() - _GAP
        if left < screen.left():
            left = min(tile.right() + _GAP, screen.right() - self.width())
        top = min(max(tile.center().y() - self.height() // 2, screen.top()), screen.bottom())
        self.move(QPoint(left, min(top, screen.bottom() - self.height())))
        self.show()

    def show_image(self, image: QImage) -> None:
        """Show the picture, or a finer one that has come meanwhile."""
        ratio = self.devicePixelRatioF()
        side = round(_SIDE * ratio)
        pixmap = QPixmap.fromImage(image).scaled(
            side,
            side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap.setDevicePixelRatio(ratio)
        self._picture.setPixmap(pixmap)
