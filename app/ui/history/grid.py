"""The grid of the history: chosen by mouse and keys, hovered for a large picture, dragged out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.ui.history.history import History
from app.ui.history.model import HistoryModel, words_of
from app.ui.history.preview import HistoryPreview
from app.ui.history.store import Entry
from app.ui.history.tile import SIDE, HistoryTile
from app.ui.viewer.known_picture import KnownPicture
from app.ui.words import tr

_REST = 350
"""Milliseconds that the mouse rests on an entry before it is shown large."""


class HistoryList(QListView):
    """Entries side by side; ``delete_wanted`` when Delete is pressed."""

    delete_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, history: History, model: HistoryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("historyList")
        self.setAccessibleName(tr("Results, the newest first"))
        self._history, self._model = history, model
        self.setModel(model)
        self.setItemDelegate(HistoryTile(model))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setUniformItemSizes(True)
        self.setSpacing(1)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(SIDE // 4)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.preview = HistoryPreview(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._show_large)
        self._hovered: Entry | None = None
        self.verticalScrollBar().valueChanged.connect(self._hide_large)

    def chosen(self) -> list[Entry]:
        """The selected entries, in the order of the list."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self._model.entries[row] for row in rows]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Wait until the mouse rests on an entry."""
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = self._model.entry(index) if index.isValid() else None
        if entry != self._hovered:
            self._hide_large()
            self._hovered = entry
        if entry is not None and not event.buttons() and not self.preview.isVisible():
            self._rest.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is large would hide what is dragged."""
        self._hide_large()
        super().mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._hide_large()
        self._hovered = None
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets what is selected, Enter opens its graph."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_large(self) -> None:
        entry = self._hovered
        if entry is None or not self.isVisible():
            return
        pixmap = self._model.picture(entry)
        image = pixmap.toImage() if pixmap is not None else QImage()
        self.preview.show_beside(self._on_screen(entry), image, words_of(entry))
        self._history.load(entry, lambda known, whole: self._refine(entry, known, whole))

    def _refine(self, entry: Entry, known: KnownPicture, whole: bool) -> None:
        if whole and self.preview.isVisible() and self._hovered == entry:
            self.preview.show_image(known.image)

    def _hide_large(self) -> None:
        self._rest.stop()
        self.preview.hide()

    def _on_screen(self, entry: Entry) -> QRect:
        """Where on the screen an entry is seen."""
        rows = [row for row, known in enumerate(self._model.entries) if known.id == entry.id]
        index = self._model.index(rows[0]) if rows else QModelIndex()
        tile = self.visualRect(index)
        return QRect(self.viewport().mapToGlobal(tile.topLeft()), tile.size())
