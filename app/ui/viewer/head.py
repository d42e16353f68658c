"""The head of the viewer: what the picture is called, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget

from app.ui.plain import tip_text
from app.ui.small_button import small_button
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr


class ViewerHead(QWidget):
    """Title, a mark of its state, and buttons. The title can be dragged out as the picture."""

    drag_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setObjectName("viewerTitle")
        self.title.setMinimumWidth(40)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.state = QLabel(self)
        self.state.setObjectName("liveBadge")
        self.copy = small_button("copy", tr("Copy the picture"), self)
        self.save = small_button("save", tr("Save the picture as …"), self)
        self.more = small_button("more", tr("More to do with the picture"), self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._text = ""
        self._pressed: QPointF | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 4)
        row.setSpacing(2)
        row.addWidget(self.title, 1)
        row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        for button in (self.copy, self.save, self.more):
            row.addWidget(button)

    def show_picture(self, picture: KnownPicture | None) -> None:
        """Show what the picture is called; nothing where there is none."""
        self.setVisible(picture is not None)
        self._text = picture.title if picture else ""
        self.title.setToolTip(tip_text(self._text))
        self._elide()

    def show_state(self, state: str) -> None:
        """Mark the picture as ``live`` or as ``previous``; an empty text takes the mark away."""
        words = {"live": tr("live"), "previous": tr("previous")}
        self.state.setObjectName("previousBadge" if state == "previous" else "liveBadge")
        self.state.setText(words.get(state, ""))
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.state.setVisible(bool(state))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the title to what there is room for."""
        super().resizeEvent(event)
        self._elide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture by its title."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the picture out."""
        if self._pressed is None:
            return
        if (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._pressed = None

    def _elide(self) -> None:
        metrics, width = self.title.fontMetrics(), max(40, self.title.width())
        self.title.setText(metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, width))
