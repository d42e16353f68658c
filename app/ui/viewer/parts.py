"""What the viewer is put together from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.compare.bar import CompareBar
from app.ui.compare.comparing import Comparing
from app.ui.compare.slots import Slots
from app.ui.masks.bar import MaskBar
from app.ui.masks.painter import MaskPainter
from app.ui.viewer.bar import ViewerBar
from app.ui.viewer.batch_strip import BatchStrip
from app.ui.viewer.film.bar import PlayerBar
from app.ui.viewer.film.screening import Screening
from app.ui.viewer.head import ViewerHead
from app.ui.viewer.picture_commands import PictureCommands
from app.ui.viewer.picture_view import PictureView
from app.ui.words import tr


class ViewerParts(QWidget):
    """The parts, one above the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.view = PictureView(self)
        self.view.hint = tr("No picture yet.\nPress Run, or Ctrl+Enter.")
        self.setFocusProxy(self.view)
        self.head = ViewerHead(self)
        self.slots = Slots(self)
        self.compare_bar = CompareBar(self)
        self.comparing = Comparing(self.view, self.compare_bar, self.slots, self)
        self.strip = BatchStrip(self)
        self.player_bar = PlayerBar(self)
        self.screening = Screening(self.player_bar, self.comparing, self)
        self.bar = ViewerBar(self)
        self.commands = PictureCommands(self)
        self.mask_bar = MaskBar(self)
        self.painter = MaskPainter(self.view, self.mask_bar, self)
        self._assemble()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.compare_bar)
        column.addWidget(self.mask_bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.strip)
        column.addWidget(self.player_bar)
        column.addWidget(self.bar)
