"""The viewer: the picture of one node, its batch, and a bar of small tools beneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.picture_view import PictureView
from app.ui.pictures import Shown
from app.ui.words import tr


class Viewer(QWidget):
    """Shows what a node made, or how far it is. ``index_wanted`` asks for another of a batch."""

    index_wanted = Signal(str, str, int)
    sharp_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("viewer")
        self.view = PictureView(self)
        self.view.hint = tr("No picture yet.\nPress Run, or Ctrl+Enter.")
        self._shown: Shown | None = None
        self._title = QLabel(self)
        self._title.setObjectName("viewerTitle")
        self._live = QLabel(tr("live"), self)
        self._live.setObjectName("liveBadge")
        self._facts = QLabel(self)
        self._facts.setObjectName("dim")
        self._build()
        self.view.view_changed.connect(self._tell_facts)
        self.clear()

    @property
    def node(self) -> str | None:
        """The node whose picture is shown."""
        return self._shown.node if self._shown else None

    def clear(self) -> None:
        """Show nothing, and say how to get a picture."""
        self._shown = None
        self.view.show_image(None)
        self._title.setText("")
        self._live.hide()
        self._update_tools()

    def show_picture(self, shown: Shown, title: str) -> None:
        """Show a finished picture of the node called ``title``."""
        self._shown = shown
        self.view.show_image(shown.image)
        self._title.setText(title)
        self._live.hide()
        self._update_tools()

    def show_preview(self, image: QImage, title: str) -> None:
        """Show how far a running node is."""
        self._shown = None
        self.view.show_image(image)
        self._title.setText(title)
        self._live.show()
        self._update_tools()

    def end_preview(self) -> None:
        """The run is over: what is shown will not come further."""
        self._live.hide()

    def set_sharp(self, sharp: bool) -> None:
        """Whether enlarged pictures show their pixels."""
        self._sharp.setChecked(sharp)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        if self.view.has_picture:
            QGuiApplication.clipboard().setImage(self.view.image())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn the batch, F fits, 1 shows the picture at its own size."""
        if event.key() == Qt.Key.Key_Left:
            self._turn(-1)
        elif event.key() == Qt.Key.Key_Right:
            self._turn(1)
        elif event.key() == Qt.Key.Key_F:
            self.view.fit()
        elif event.key() == Qt.Key.Key_1:
            self.view.actual_size()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.addWidget(self._title, 1)
        head.addWidget(self._live)
        self._head = QWidget(self)
        self._head.setLayout(head)
        self._previous = self._tool("previous", tr("Previous picture of the batch (Left)"))
        self._previous.clicked.connect(lambda: self._turn(-1))
        self._place = QLabel(self)
        self._place.setObjectName("dim")
        self._next = self._tool("next", tr("Next picture of the batch (Right)"))
        self._next.clicked.connect(lambda: self._turn(1))
        fit = self._tool("fit", tr("Show the whole picture (F, or double-click)"))
        fit.clicked.connect(self.view.fit)
        actual = self._tool("actual", tr("One pixel for one pixel (1)"))
        actual.clicked.connect(self.view.actual_size)
        self._sharp = self._tool("pixels", tr("Show the pixels of enlarged pictures"))
        self._sharp.setCheckable(True)
        self._sharp.toggled.connect(self.view.set_sharp)
        self._sharp.toggled.connect(self.sharp_changed.emit)
        copy = self._tool("copy", tr("Copy the picture"))
        copy.clicked.connect(self.copy_picture)
        self._tools = [self._sharp, fit, actual, copy]
        self._assemble([self._previous, self._place, self._next], self._tools)

    def _assemble(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 4, 8, 6)
        bar.setSpacing(2)
        for widget in left:
            bar.addWidget(widget)
        bar.addWidget(self._facts)
        bar.addStretch(1)
        for widget in right:
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.view, 1)
        column.addLayout(bar)

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def _turn(self, by: int) -> None:
        if self._shown is None:
            return
        wanted = self._shown.index + by
        if 0 <= wanted < self._shown.count:
            self.index_wanted.emit(self._shown.node, self._shown.fingerprint, wanted)

    def _update_tools(self) -> None:
        shown = self._shown
        several = shown is not None and shown.count > 1
        for widget in (self._previous, self._place, self._next):
            widget.setVisible(several)
        if shown is not None and several:
            self._place.setText(f"{shown.index + 1} / {shown.count}")
            self._previous.setEnabled(shown.index > 0)
            self._next.setEnabled(shown.index + 1 < shown.count)
        for tool in self._tools:
            tool.setVisible(self.view.has_picture)
        self._head.setVisible(self.view.has_picture)
        self._tell_facts()

    def _tell_facts(self) -> None:
        if not self.view.has_picture:
            self._facts.setText("")
            return
        size = self.view.picture_size()
        per_cent = round(self.view.scale * self.devicePixelRatioF() * 100)
        self._facts.setText(f"{size.width()} × {size.height()}   {per_cent} %")
