"""The entries of the history as Qt's lists want them; small pictures come when they are seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage, QPixmap

from app.ui.history.history import History
from app.ui.history.store import Entry
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_drag import mime_of
from app.ui.words import tr

ENTRY = Qt.ItemDataRole.UserRole

_MOST_PICTURES = 600
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """A list of entries, newest first, that follows the history."""

    def __init__(self, history: History) -> None:
        super().__init__(history)
        self._history = history
        self.entries: list[Entry] = []
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._wanted: set[int] = set()
        history.listed.connect(self.show_entries)
        history.removed.connect(self._remove)
        history.changed.connect(self._change)
        history.thumbnail_loaded.connect(self._take)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries in place of those before."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def put(self, entry: Entry) -> None:
        """A new entry, or one that is known and new again, goes to the top."""
        self._remove([entry.id])
        self._pictures.pop(entry.id, None)
        self.beginInsertRows(_ROOT, 0, 0)
        self.entries.insert(0, entry)
        self.endInsertRows()

    def entry(self, index: Index) -> Entry:
        """The entry in a row."""
        return self.entries[index.row()]

    def picture(self, entry: Entry) -> QPixmap | None:
        """The small picture of an entry; None until it has come."""
        found = self._pictures.get(entry.id)
        if found is not None:
            self._pictures.move_to_end(entry.id)
        elif entry.id not in self._wanted:
            self._wanted.add(entry.id)
            self._history.want_thumbnail(entry)
        return found

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many entries there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown or said of an entry."""
        if not index.isValid():
            return None
        entry = self.entry(index)
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words_of(entry)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries can be chosen and dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What a drag of the first entry carries: the small picture, its graph and its file."""
        entry = self.entry(indexes[0])
        pixmap = self.picture(entry)
        image = pixmap.toImage() if pixmap else QImage()
        graph = self._history.graph_of(entry)
        known = KnownPicture(image, entry.title, graph=graph, path=entry.path)
        return mime_of(known, known.file)

    def _remove(self, ids: Sequence[int]) -> None:
        gone = set(ids)
        for row in range(len(self.entries) - 1, -1, -1):
            if self.entries[row].id in gone:
                self.beginRemoveRows(_ROOT, row, row)
                del self.entries[row]
                self.endRemoveRows()

    def _change(self, entry: Entry) -> None:
        for row, known in enumerate(self.entries):
            if known.id == entry.id:
                self.entries[row] = entry
                self.dataChanged.emit(self.index(row), self.index(row), [])

    def _take(self, id: int, image: QImage) -> None:
        self._wanted.discard(id)
        self._pictures[id] = QPixmap.fromImage(image)
        while len(self._pictures) > _MOST_PICTURES:
            self._pictures.popitem(last=False)
        for row, entry in enumerate(self.entries):
            if entry.id == id:
                self.dataChanged.emit(self.index(row), self.index(row), [])
                return


def words_of(entry: Entry) -> str:
    """All that is known of an entry, in a few lines."""
    when = QLocale().toString(datetime.fromtimestamp(entry.made), QLocale.FormatType.ShortFormat)
    lines = [entry.title, f"{when}   {entry.width} × {entry.height}"]
    if entry.is_video:
        seconds = f"{entry.count / entry.rate:.3g}"
        lines.append(tr("Video of {count} frames, {seconds} s", count=entry.count, seconds=seconds))
    if entry.seed:
        lines.append(tr("Seed {seed}", seed=entry.seed))
    if entry.prompt:
        lines.append(entry.prompt)
    if entry.path:
        lines.append(entry.path)
    return "\n".join(lines)
