"""The pictures of a batch as small ones in a row, to choose among."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

from app.ui.words import tr

_SIDE = 56


class BatchStrip(QListWidget):
    """One row of small pictures; ``chosen`` tells which one is wanted."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("batchStrip")
        self.setAccessibleName(tr("Pictures of the batch"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setWrapping(False)
        self.setSpacing(2)
        self.setIconSize(QSize(_SIDE, _SIDE))
        self.setFixedHeight(_SIDE + 18)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the viewer go through them
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))

    def show_batch(self, images: Sequence[QImage]) -> None:
        """Show these pictures, in place of those before."""
        self.clear()
        side = round(_SIDE * self.devicePixelRatioF())
        for number, image in enumerate(images, 1):
            small = image.scaled(
                side,
                side,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            item = QListWidgetItem(QIcon(QPixmap.fromImage(small)), "")
            item.setSizeHint(QSize(_SIDE + 8, _SIDE + 8))
            item.setToolTip(str(number))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, str(number))
            self.addItem(item)

    def mark(self, index: int) -> None:
        """Show which one is seen above."""
        self.setCurrentRow(index)
        if 0 <= index < self.count():
            self.scrollToItem(self.item(index))
