"""The lines of the outline as Qt asks for them: what lies where, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from weakref import WeakValueDictionary

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from app.ui.graph_in_view import GraphInView
from app.ui.outline.tree import TOP, Entry, Part, ends_of
from app.ui.outline.words import OutlineWords
from app.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
NAME, VALUE = 0, 1
HOLDERS = (Part.GRAPH, Part.FRAME)
"""What nodes lie below."""


class OutlineLines(QAbstractItemModel):
    """A tree of entries; a name and a value for each."""

    def __init__(self, view: GraphInView) -> None:
        super().__init__(view)
        self._view = view
        self.words = OutlineWords(view)
        self._top = Entry(Part.GRAPH)
        self._held: dict[tuple[Part, str], Entry] = {TOP: self._top}
        self._numbered: WeakValueDictionary[int, Entry] = WeakValueDictionary()

    def index(self, row: int, column: int, parent: Index = _NONE) -> QModelIndex:
        """The line at a place below another one."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        entry = self._top if not parent.isValid() else self._below(self.entry(parent))[row]
        return self._index(row, column, entry)

    def parent(self, child: Index = _NONE) -> QModelIndex:  # type: ignore[override]
        """The line above."""
        above = self.entry(child).parent if child.isValid() else None
        return self.index_of(above) if above is not None else QModelIndex()

    def rowCount(self, parent: Index = _NONE) -> int:
        """How many lines lie below."""
        if not parent.isValid():
            return 1
        return len(self._below(self.entry(parent))) if parent.column() == NAME else 0

    def hasChildren(self, parent: Index = _NONE) -> bool:
        """Nodes have lines below them, which need not be made to say so."""
        if parent.isValid() and self.entry(parent).part is Part.NODE:
            return parent.column() == NAME and self._view.spec(self.entry(parent).id) is not None
        return self.rowCount(parent) > 0

    def columnCount(self, parent: Index = _NONE) -> int:
        """Name and value."""
        return 2

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        """What is shown, said and edited."""
        entry, words = self.entry(index), self.words
        first = index.column() == NAME
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return words.name(entry) if first else words.value(entry)
        if role == _ROLE.AccessibleTextRole:
            return words.spoken(entry) if first else words.value(entry)
        if role in (_ROLE.AccessibleDescriptionRole, _ROLE.ToolTipRole):
            return words.about(entry)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if role == _ROLE.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return tr("Name") if section == NAME else tr("Value")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Titles can be edited, and values that no wire feeds."""
        entry, first = self.entry(index), index.column() == NAME
        titled = first and entry.part in (Part.NODE, Part.FRAME)
        valued = not first and entry.part is Part.PARAMETER
        fed = valued and entry.name in self._view.graph.inputs_of.get(entry.id, {})
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if titled or (valued and not fed) else flags

    def entry(self, index: Index) -> Entry:
        """What a line stands for."""
        return self._numbered.get(index.internalId(), self._top)

    def index_of(self, entry: Entry, column: int = NAME) -> QModelIndex:
        """The line of an entry."""
        return self._index(entry.row, column, entry)

    def _index(self, row: int, column: int, entry: Entry) -> QModelIndex:
        # By number and not by object: Qt may ask about a line that is gone.
        if entry.number not in self._numbered:
            self._numbered[entry.number] = entry
        return self.createIndex(row, column, entry.number)

    def node_index(self, id: str) -> QModelIndex:
        """The line of a node; an invalid one where it is not in view."""
        entry = self._held.get((Part.NODE, id))
        return self.index_of(entry) if entry is not None else QModelIndex()

    def lines_of(self, nodes: Iterable[str]) -> QItemSelection:
        """The lines of nodes, in as few ranges as they lie in."""
        held = (self._held.get((Part.NODE, id)) for id in nodes)
        wanted = {entry.number for entry in held if entry is not None}
        found = QItemSelection()
        for above in (entry for entry in self._held.values() if entry.part in HOLDERS):
            below = above.children or []
            runs = groupby(range(len(below)), key=lambda row: below[row].number in wanted)
            for rows in (list(run) for chosen, run in runs if chosen):
                first, last = below[rows[0]], below[rows[-1]]
                found.select(self._index(rows[0], NAME, first), self._index(rows[-1], VALUE, last))
        return found

    def _below(self, entry: Entry) -> list[Entry]:
        if entry.children is None:
            entry.children = ends_of(entry, self._view.spec(entry.id))
        return entry.children
