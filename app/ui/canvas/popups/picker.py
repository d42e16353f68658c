"""A list to choose from by a few letters, floating over the canvas."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.list_keys import moved_through

_WIDTH, _ROWS, _ROW = 340, 9, 28


@dataclass(frozen=True)
class Choice:
    """One row: its words, the colour of its sign, and what is done when it is taken.

    ``point`` is done when it becomes the current one.
    """

    words: str
    colour: QColor
    take: Callable[[], None]
    point: Callable[[], None] = lambda: None


class Picker(QFrame):
    """Asks for one of some choices; typing keeps those that contain what was typed."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._choices: Sequence[Choice] = ()
        self._shown: list[Choice] = []
        self._title = QLabel(self)
        self._title.setObjectName("dim")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.field = QLineEdit(self)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self._title, self.field, self.list):
            layout.addWidget(widget)
        self.setObjectName("picker")
        self.setFixedWidth(_WIDTH)
        self.field.textChanged.connect(self._refill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._accept())
        self.list.currentRowChanged.connect(self._point)
        self.hide()

    def open(self, title: str, choices: Sequence[Choice], place: QPoint) -> None:
        """Ask near a place of the parent."""
        self._choices = choices
        self._title.setText(title)
        self.field.setAccessibleName(title)
        self.list.setAccessibleName(title)
        self.field.clear()
        self._refill()
        room = self._parent.size()
        x = max(8, min(place.x(), room.width() - self.width() - 8))
        y = max(8, min(place.y(), room.height() - self.height() - 8))
        self.move(x, y)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _refill(self) -> None:
        """List the choices that contain every word that was typed."""
        typed = self.field.text().lower().split()
        self._shown = [c for c in self._choices if all(w in c.words.lower() for w in typed)]
        self.list.blockSignals(True)
        self.list.clear()
        for choice in self._shown:
            self.list.addItem(QListWidgetItem(_sign(choice.colour), choice.words))
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)
        height = max(self.list.sizeHintForRow(0), _ROW)
        self.list.setFixedHeight(height * min(_ROWS, max(1, len(self._shown))) + 6)
        self.adjustSize()

    def _point(self, row: int) -> None:
        """Show on the canvas what the current row is about."""
        if 0 <= row < len(self._shown):
            self._shown[row].point()

    def _accept(self) -> None:
        """Take the current row."""
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            choice = self._shown[row]
            self.close_list()
            choice.take()

    def close_list(self) -> None:
        """Hide, and give the focus back."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's keys move through the list; losing the focus closes it."""
        if event.type() == QEvent.Type.FocusOut:
            self.close_list()
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_list()
        else:
            return moved_through(self.list, event, _ROWS)
        return True


def _sign(colour: QColor) -> QIcon:
    """A dot in the colour of a type."""
    picture = QPixmap(28, 28)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(7, 7, 14, 14)
    painter.end()
    return QIcon(picture)
