"""The models as Qt's lists want them, filtered, each with its small picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QLocale,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QPixmap

from app.models.records import ModelRecord
from app.ui.shelf.shelf_in_view import ShelfInView
from app.ui.shelf.words import family_word, kind_word, variant_word
from app.ui.words import tr

RECORD = Qt.ItemDataRole.UserRole
MODEL_MIME = "application/x-latent-loom-model"
"""Kind and name of a model as JSON in UTF-8: dropped on the canvas, a node opens it."""

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ShelfModel(QAbstractListModel):
    """Models that fit what is asked for, in the order of the shelf."""

    def __init__(self, shelf: ShelfInView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._wanted: Callable[[ModelRecord], bool] = lambda record: True
        self._pixmaps: dict[bytes, QPixmap] = {}
        self.records: list[ModelRecord] = []
        shelf.changed.connect(self.follow)

    def follow(self) -> None:
        """Show what is on the shelf now."""
        wanted = [record for record in self._shelf.shelved.records if self._wanted(record)]
        if [r.path for r in wanted] == [r.path for r in self.records]:
            self.records = wanted
            if wanted:
                self.dataChanged.emit(self.index(0), self.index(len(wanted) - 1), [])
            return
        self.beginResetModel()
        self.records = wanted
        self.endResetModel()

    def filter(self, wanted: Callable[[ModelRecord], bool]) -> None:
        """Show only the models that are ``wanted``."""
        self._wanted = wanted
        self.follow()

    def picture(self, record: ModelRecord) -> QPixmap | None:
        """The small picture of a model; None where there is none."""
        content = record.traits.thumbnail
        if not content:
            return None
        found = self._pixmaps.get(content)
        if found is None:
            found = QPixmap()
            found.loadFromData(content)
            self._pixmaps[content] = found
        return None if found.isNull() else found

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many models there are."""
        return 0 if parent.isValid() else len(self.records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown or said of a model."""
        if not index.isValid():
            return None
        record = self.records[index.row()]
        if role == RECORD:
            return record
        if role == Qt.ItemDataRole.DisplayRole:
            return record.name
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(record)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Models can be chosen and dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """What a drag carries."""
        return [MODEL_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Kind and name of the first chosen model."""
        data = super().mimeData(list(indexes))  # made by Qt: it may outlive Python's own
        record = self.records[indexes[0].row()]
        named = json.dumps({"kind": record.kind, "name": record.name})
        data.setData(MODEL_MIME, named.encode())
        return data


def model_in(data: QMimeData) -> tuple[str, str] | None:
    """Kind and name of the model that is dragged; None where there is none."""
    if not data.hasFormat(MODEL_MIME):
        return None
    try:
        named = json.loads(bytes(data.data(MODEL_MIME).data()).decode())
        return str(named["kind"]), str(named["name"])
    except (ValueError, KeyError, TypeError):
        return None


def words_of(record: ModelRecord) -> str:
    """All that is known of a model, in a few lines."""
    traits = record.traits
    kind, variant = kind_word(record.kind), variant_word(traits.variant)
    facts = [kind, family_word(traits.family), variant, size_text(record.size)]
    lines = [record.name, " · ".join(fact for fact in facts if fact)]
    if traits.base:
        lines.append(tr("Made for {model}", model=traits.base))
    if traits.words:
        lines.append(tr("Trigger words: {words}", words=", ".join(traits.words[:12])))
    if record.source:
        lines.append(tr("From {source}", source=record.source))
    return "\n".join([*lines, str(record.path)])


def size_text(size: int) -> str:
    """A size in the largest unit that suits it."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
