"""The sheet of all keys, laid over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.actions.table import Scope
from app.ui.keys.bindings import keys_of, shown
from app.ui.keys.sheet import HANDS, sections
from app.ui.words import mark, plain, tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_COLUMN_WIDTH, _MARGIN = 340, 36
_WHERE: dict[Scope, str] = {"window": "", "canvas": mark("canvas"), "viewer": mark("viewer")}


class ShortcutOverlay(QWidget):
    """Covers the window; Escape, or a click beside the sheet, takes it away."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._blocks: list[_Block] = []
        self._sheet = QFrame(self)
        self._sheet.setObjectName("shortcutSheet")
        self.field = QLineEdit(self._sheet)
        self.field.setPlaceholderText(tr("Search the keys"))
        self.field.setAccessibleName(tr("Search the keys"))
        self.field.setClearButtonEnabled(True)
        self.field.setFixedWidth(260)
        self._columns = QHBoxLayout()
        self._build()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the keys as they are now."""
        self._fill()
        self._settle()
        self.show()
        self.raise_()
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Hide the sheet; the keyboard goes back to the canvas."""
        self.hide()
        self._window.tab.canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape closes; the sheet grows with the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._fill()
            self._settle()
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close_sheet()
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self._sheet.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.faded(theme.SHADOW, 0.55))

    def _build(self) -> None:
        title = QLabel(tr("Keys"), self._sheet)
        title.setObjectName("settingsTitle")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.field)
        inner = QWidget(self._sheet)
        self._columns.setContentsMargins(0, 0, 8, 0)
        self._columns.setSpacing(36)
        inner.setLayout(self._columns)
        scroll = QScrollArea(self._sheet)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(28, 22, 20, 20)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _settle(self) -> None:
        self.setGeometry(self._window.rect())
        self._sheet.setGeometry(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self._sheet.setStyleSheet(
            f"#shortcutSheet {{ background: {theme.PANEL.name()}; border-radius: 12px;"
            f" border: 1px solid {theme.LINE.name()}; }}"
            f" #keyCap {{ background: {theme.FIELD.name()}; border: 1px solid {theme.LINE.name()};"
            f" border-radius: 5px; padding: 1px 7px; font-size: 12px; }}"
        )

    def _fill(self) -> None:
        """Make the sheet anew, in as many columns as there is room for."""
        while (item := self._columns.takeAt(0)) is not None:
            if (column := item.widget()) is not None:
                column.hide()
                column.deleteLater()
        count = max(1, (self._window.width() - 2 * _MARGIN - 60) // _COLUMN_WIDTH)
        self._blocks = self._made()
        total = sum(len(block.lines) + 2 for block in self._blocks)
        columns: list[QVBoxLayout] = []
        used = 0
        for block in self._blocks:
            if not columns or (used >= total * len(columns) / count and len(columns) < count):
                columns.append(self._add_column())
            columns[-1].insertWidget(columns[-1].count() - 1, block)
            used += len(block.lines) + 2
        self._search()

    def _add_column(self) -> QVBoxLayout:
        holder = QWidget(self._sheet)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addStretch(1)
        self._columns.addWidget(holder, 1)
        return column

    def _made(self) -> list[_Block]:
        changed = self._window.remembered.settings.keys
        blocks = []
        for title, lines in sections(lambda id: keys_of(id, changed)):
            rows = []
            for line in lines:
                rows.append((plain(tr(line.text)), _where(line.scope), shown(line.keys)))
            blocks.append(_Block(plain(tr(title)), rows))
        by_hand: list[tuple[str, str, list[str]]] = [(tr(what), tr(how), []) for what, how in HANDS]
        return [*blocks, _Block(tr("By hand"), by_hand)]

    def _search(self) -> None:
        words = self.field.text().casefold().split()
        for block in self._blocks:
            block.search(words)


class _Block(QWidget):
    """One menu: its name, and a line for each action."""

    def __init__(self, title: str, rows: list[tuple[str, str, list[str]]]) -> None:
        super().__init__()
        self._title = title
        self.lines: list[tuple[QWidget, str]] = []
        head = QLabel(title, self)
        head.setObjectName("section")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(head)
        for text, about, keys in rows:
            line = _line(text, about, keys)
            column.addWidget(line)
            self.lines.append((line, f"{title} {text} {about} {' '.join(keys)}".casefold()))

    def search(self, words: list[str]) -> None:
        """Show the lines that have all words."""
        found = False
        for line, text in self.lines:
            fits = all(word in text for word in words)
            line.setVisible(fits)
            found = found or fits
        self.setVisible(found)


def _where(scope: Scope) -> str:
    """Where keys act, in one word; nothing where they act everywhere."""
    return tr(_WHERE[scope]) if _WHERE[scope] else ""


def _line(text: str, about: str, keys: list[str]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    name = QLabel(text, line)
    row.addWidget(name, 0 if about else 1)
    if about:
        note = QLabel(about, line)
        note.setObjectName("dim")
        note.setWordWrap(not keys)
        if not keys:
            note.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(note, 1)
    for key in keys:
        cap = QLabel(key, line)
        cap.setObjectName("keyCap")
        row.addWidget(cap)
    return line


def show_shortcuts(window: MainWindow) -> None:
    """Show all keys over a window."""
    overlay = window.findChild(ShortcutOverlay) or ShortcutOverlay(window)
    overlay.open()
