"""The graph in view as a tree for Qt; what stays the same in the graph stays the same entry."""

from __future__ import annotations

from collections.abc import Iterable

from app.graph.document import Graph
from app.ui.graph_in_view import GraphInView
from app.ui.outline.lines import HOLDERS, VALUE, OutlineLines
from app.ui.outline.tree import (
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


class OutlineModel(OutlineLines):
    """Follows the graph by inserting, removing and ordering lines: a view keeps its place."""

    def __init__(self, view: GraphInView) -> None:
        super().__init__(view)
        self._graph = Graph()
        view.replaced.connect(self._start_anew)
        view.edited.connect(self._follow)
        view.looked.connect(self._state_changed)
        self._start_anew()

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
        kept = (entry for entry in self._held.values() if entry.part in HOLDERS)
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
        """A run told something of a node, or of one inside of it."""
        outside = self._view.address("")
        if address.startswith(outside):
            id = address.removeprefix(outside).partition("/")[0]
            entry = self._held.get((Part.NODE, id))
            if entry is not None:
                self._tell_rows(entry, entry)
