"""The command palette: one field that finds every action, file, node and kind of node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.canvas.cards.text import shortened, text_width
from app.ui.list_keys import moved_through
from app.ui.lit_row import LitRow
from app.ui.palette.entries import KIND_SIGN, MOST_RECENT, NODE_SIGN, Entry, entries_for
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_ENTRY = Qt.ItemDataRole.UserRole
_ROW, _WIDTH, _ROWS = 32, 600, 11


class Palette(QFrame):
    """Floats over the window; the keyboard alone is enough to use it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self.setObjectName("palette")
        self.field = QLineEdit(self)
        self.field.setFont(theme.font(15))
        self.field.setPlaceholderText(tr("Find a command"))
        self.field.setAccessibleName(tr("Find a command"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("What was found"))
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self._hint = QLabel(self)
        self._hint.setObjectName("dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.field, self.list, self._hint):
            column.addWidget(widget)
        self.field.textChanged.connect(self._refill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self._accept())
        theme.current.theme_changed.connect(self._dress)
        self._dress()
        self.hide()

    def open(self, typed: str = "") -> None:
        """Show the palette in the upper middle of the window."""
        self._before = QApplication.focusWidget()
        self.field.setText(typed)
        self._refill()
        self._settle()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_palette(self) -> None:
        """Hide the palette; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        had_focus = self.field.hasFocus()
        self.hide()
        if had_focus:
            (self._before or self._window.tab.canvas).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move through the list; leaving the field closes the palette."""
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.close_palette()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
            self.close_palette()
        else:
            return moved_through(self.list, event, _ROWS)
        return True

    def _refill(self) -> None:
        self.list.clear()
        for entry in entries_for(self._window, self.field.text()):
            item = QListWidgetItem(f"{entry.text}, {entry.place}")
            item.setData(_ENTRY, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        hint = tr("{node} goes to a node, {kind} adds one", node=NODE_SIGN, kind=KIND_SIGN)
        self._hint.setText(hint if self.list.count() else tr("Nothing is called that."))
        self._settle()

    def _settle(self) -> None:
        """Take the room that is needed, in the upper middle of the window."""
        rows = min(_ROWS, self.list.count())
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * _ROW + 4)
        self.setFixedWidth(min(_WIDTH, self._window.width() - 32))
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, 60)

    def _accept(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        entry: Entry = item.data(_ENTRY)
        self.close_palette()
        self._remember(entry)
        entry.act()

    def _remember(self, entry: Entry) -> None:
        """Let an action stand first next time."""
        if entry.id:
            remembered = self._window.remembered
            others = [id for id in remembered.settings.recent_commands if id != entry.id]
            remembered.change(recent_commands=(entry.id, *others)[:MOST_RECENT])

    def _dress(self) -> None:
        self.setStyleSheet(
            f"#palette {{ background: {theme.PANEL.name()}; border: 1px solid {theme.LINE.name()};"
            " border-radius: 10px; } #palette QListWidget { background: transparent;"
            " border: none; }"
        )


class _Row(LitRow):
    """Paints one entry: what it does, where it is found, and its keys at the right."""

    height = _ROW

    def write(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Write the entry on one line."""
        self._write(painter, area.adjusted(10, 0, -10, 0), index.data(_ENTRY))

    def _write(self, painter: QPainter, box: QRect, entry: Entry) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        small, usual = theme.font(12), theme.font(13)
        painter.setFont(small)
        painter.setPen(theme.DIM)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, entry.keys)
        room = box.width() - text_width(entry.keys, small) - 20
        painter.setFont(usual)
        painter.setPen(theme.TEXT)
        text = shortened(entry.text, usual, room)
        painter.drawText(box, middle, text)
        used = text_width(text, usual) + 12
        painter.setFont(small)
        painter.setPen(theme.FAINT)
        place = shortened(entry.place, small, max(0.0, room - used))
        painter.drawText(box.adjusted(round(used), 0, 0, 0), middle, place)


def show_palette(window: MainWindow, typed: str = "") -> None:
    """Show the palette of a window."""
    palette = window.findChild(Palette) or Palette(window)
    palette.open(typed)
