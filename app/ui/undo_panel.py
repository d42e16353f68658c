"""The edits of a graph as a list: a click goes back, or forward again, to any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListView, QWidget

from app.graph.editor import Document
from app.ui import theme
from app.ui.words import said, tr

if TYPE_CHECKING:
    from app.ui.tab import Tab

_Index = QModelIndex | QPersistentModelIndex


class EditList(QAbstractListModel):
    """What was done, oldest first, then what was undone. The first row is how it all began."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._names: list[str] = []
        self.current = 0

    def refresh(self) -> None:
        """Take the names as they are now."""
        self.beginResetModel()
        done = self._document.undo_names[::-1]
        self._names = [
            tr("As it was opened"),
            *map(said, done),
            *map(said, self._document.redo_names),
        ]
        self.current = len(done)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row for each state."""
        return 0 if parent is not None and parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name of an edit; bold where one is, slanted if it is undone."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[index.row()]
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(theme.font(13, bold=index.row() == self.current))
            font.setItalic(index.row() > self.current)
            return font
        return None


class UndoPanel(QListView):
    """Shows the edits of the graph in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("edits")
        self.setAccessibleName(tr("Edits"))
        self.setUniformItemSizes(True)
        self._document = Document()
        self._list = EditList(self._document)
        self._leave = self._document.subscribe(lambda *_: self._soon.start())
        # Groups of changes end after their last change is told.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._refresh)
        self.clicked.connect(lambda index: self._go_to(index.row()))
        self.destroyed.connect(lambda: self._leave())

    def show_tab(self, tab: Tab) -> None:
        """Show the edits of another graph."""
        self._leave()
        self._document = tab.document
        self._list = EditList(tab.document)
        self.setModel(self._list)
        self._leave = tab.document.subscribe(lambda *_: self._soon.start())
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was done while the panel was hidden."""
        super().showEvent(event)
        self._soon.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row that the arrows lead to."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        if not self.isVisible():
            return
        self._list.refresh()
        now = self._list.index(self._list.current)
        self.setCurrentIndex(now)
        self.scrollTo(now)

    def _go_to(self, row: int) -> None:
        """Go to the state after an edit, in one step."""
        self._document.travel(row - len(self._document.undo_names))
