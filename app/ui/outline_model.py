"""The graph in view as a tree for Qt; what stays the same in the graph stays the same entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from weakref import WeakValueDictionary

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from app.graph.document import Graph
from app.ui.graph_in_view import GraphInView
from app.ui.outline_tree import (
    TOP,
    Entry,
    Part,
    Shape,
    ends_of,
    may_move,
    same_places,
    shape_of,
    touched,
)
from app.ui.outline_words import OutlineWords
from app.ui.words import tr

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_ROLE = Qt.ItemDataRole
NAME, VALUE = 0, 1


class OutlineModel(QAbstractItemModel):
    """Follows the graph by inserting, removing and ordering lines: a view keeps its place."""

    def __init__(self, view: GraphInView) -> None:
        super().__init__(view)
        self._view = view
        self.words = OutlineWords(view)
        self._top = Entry(Part.GRAPH)
        self._held: dict[tuple[Part, str], Entry] = {TOP: self._top}
        self._numbered: WeakValueDictionary[int, Entry] = WeakValueDictionary()
        self._graph = Graph()
        view.replaced.connect(self._start_anew)
        view.edited.connect(self._follow)
        view.looked.connect(self._state_changed)
        self._start_anew()

    # --- what Qt asks

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
        """Titles and values can be edited."""
        flags = super().flags(index)
        part, first = self.entry(index).part, index.column() == NAME
        if (part in (Part.NODE, Part.FRAME) and first) or (part is Part.PARAMETER and not first):
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    # --- entries

    def entry(self, index: Index) -> Entry:
        """What a line stands for."""
        return self._numbered.get(index.internalId(), self._top)

    def index_of(self, entry: Entry, column: int = NAME) -> QModelIndex:
        """The line of an entry."""
        return self._index(entry.row, column, entry)

    def _index(self, row: int, column: int, entry: Entry) -> QModelIndex:
        # By number and not by object: Qt may ask about a line that is gone.
        self._numbered[entry.number] = entry
        return self.createIndex(row, column, entry.number)

    def node_index(self, id: str) -> QModelIndex:
        """The line of a node; an invalid one where it is not in view."""
        entry = self._held.get((Part.NODE, id))
        return self.index_of(entry) if entry is not None else QModelIndex()

    def _below(self, entry: Entry) -> list[Entry]:
        if entry.children is None:
            entry.children = ends_of(entry, self._view.spec(entry.id))
        return entry.children

    # --- following the graph

    def _start_anew(self) -> None:
        self.beginResetModel()
        self._graph = self._view.graph
        self._top = Entry(Part.GRAPH)
        self._held = {TOP: self._top}
        shape = shape_of(self._graph)
        for parent, keys in shape.items():
            above = self._hold(parent, self._top)
            above.children = [self._hold(key, above) for key in keys]
        self.endResetModel()

    def _hold(self, key: tuple[Part, str], parent: Entry) -> Entry:
        """The entry of a node, frame or note: the one that is there, or a new one."""
        entry = self._held.get(key)
        if entry is None:
            entry = self._held[key] = Entry(*key, parent=parent)
            if key[0] is Part.NODE:
                entry.children = None
        elif key != TOP:
            entry.parent = parent
        return entry

    def _follow(self) -> None:
        """Take over a change of the graph with as little as possible."""
        before, self._graph = self._graph, self._view.graph
        if before is self._graph:
            return
        changed = touched(before, self._graph)
        if may_move(before, self._graph, changed):
            self._take_shape(shape_of(self._graph))
        self._tell(changed)
        self._tell_rows(self._top, self._top)

    def _take_shape(self, shape: Shape) -> None:
        """Put every line where it belongs now."""
        held = self._shape()
        if shape == held:
            return
        if same_places(shape, held):
            self._remove(shape)
            self._insert(shape)
            self._order(shape)
        else:
            self._start_anew()

    def _shape(self) -> Shape:
        """The shape as it is held."""
        kept = (entry for entry in self._held.values() if entry.part in (Part.GRAPH, Part.FRAME))
        return {entry.key: [child.key for child in entry.children or ()] for entry in kept}

    def _remove(self, shape: Shape) -> None:
        for parent, keys in shape.items():
            wanted, above = set(keys), self._held[parent]
            held = above.children or []
            for row in reversed(range(len(held))):
                if held[row].key not in wanted:
                    self.beginRemoveRows(self.index_of(above), row, row)
                    del self._held[held.pop(row).key]
                    self.endRemoveRows()

    def _insert(self, shape: Shape) -> None:
        for parent, keys in shape.items():
            above = self._held[parent]
            held = above.children = above.children or []
            there = {child.key for child in held}
            for row, key in enumerate(keys):
                if key not in there:
                    place = min(row, len(held))
                    self.beginInsertRows(self.index_of(above), place, place)
                    held.insert(place, self._hold(key, above))
                    self.endInsertRows()

    def _order(self, shape: Shape) -> None:
        if shape == self._shape():
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        for parent, keys in shape.items():
            self._held[parent].children = [self._held[key] for key in keys]
        new = [self.index_of(self.entry(index), index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _tell(self, nodes: Iterable[str]) -> None:
        """Tell that nodes, and what lies below them, say something else now."""
        for id in nodes:
            entry = self._held.get((Part.NODE, id))
            if entry is None:
                continue
            self._tell_rows(entry, entry)
            spec = self._view.spec(id)
            if entry.children is not None:
                names = [(end.part, end.name) for end in entry.children]
                if names != [(end.part, end.name) for end in ends_of(entry, spec)]:
                    self._renew(entry)
                elif entry.children:
                    first, last = entry.children[0], entry.children[-1]
                    self._tell_rows(first, last)

    def _renew(self, entry: Entry) -> None:
        """Make the lines below a node anew: its kind has changed, as an instance's may."""
        above = self.index_of(entry)
        if entry.children:
            self.beginRemoveRows(above, 0, len(entry.children) - 1)
            entry.children = []
            self.endRemoveRows()
        made = ends_of(entry, self._view.spec(entry.id))
        if made:
            self.beginInsertRows(above, 0, len(made) - 1)
            entry.children = made
            self.endInsertRows()

    def _tell_rows(self, first: Entry, last: Entry) -> None:
        self.dataChanged.emit(self.index_of(first), self.index_of(last, VALUE), [])

    def _state_changed(self, address: str) -> None:
        """A run told something of a node."""
        for id in {address, address.rpartition("/")[2]}:
            entry = self._held.get((Part.NODE, id))
            if entry is not None and self._view.address(id) == address:
                self._tell_rows(entry, entry)
