"""The outline: the graph as a tree, which can do by keyboard all that the canvas can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from app.engine.services import Models
from app.graph.edits import Flag
from app.ui.brief_menu import open_menu
from app.ui.graph_in_view import GraphInView
from app.ui.outline.delegate import OutlineDelegate
from app.ui.outline.lines import NAME, VALUE
from app.ui.outline.menu import outline_menu
from app.ui.outline.model import OutlineModel
from app.ui.outline.tree import Entry, Part
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.tab import Tab
    from app.ui.window import MainWindow

_CONTROL = Qt.KeyboardModifier.ControlModifier
_FLAGS: dict[Qt.Key, Flag] = {Qt.Key.Key_B: "bypassed", Qt.Key.Key_M: "muted"}


class Outline(QTreeView):
    """Selects with the canvas, edits the document, and says aloud what it shows."""

    def __init__(self, models: Models, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self.setAccessibleName(tr("Outline of the graph"))
        self.view = GraphInView(self)
        self.outline_model = OutlineModel(self.view)
        self._open: set[str] = set()
        self._following = False
        # Lines that go must not take what is selected on the canvas with them.
        self.outline_model.rowsAboutToBeRemoved.connect(lambda *_: self._hold_selection())
        self.setModel(self.outline_model)
        self.setItemDelegate(OutlineDelegate(self.outline_model, self.view, models, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setUniformRowHeights(True)
        self.setHeaderHidden(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        self.header().resizeSection(NAME, 190)
        self.expanded.connect(lambda index: self._note(index, is_open=True))
        self.collapsed.connect(lambda index: self._note(index, is_open=False))
        self.outline_model.modelReset.connect(self._unfold)
        self.outline_model.rowsInserted.connect(self._unfold_inserted)
        self.view.replaced.connect(self._open.clear)
        self.view.selected.connect(self._follow_canvas)
        self.view.edited.connect(self._edited)
        self._unfold()

    def show_tab(self, tab: Tab) -> None:
        """Show another graph."""
        self.view.show_tab(tab)
        self._follow_canvas()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what was selected while nobody looked."""
        super().showEvent(event)
        self._follow_canvas()

    def chosen(self) -> list[Entry]:
        """The entries of the selected lines."""
        return [self.outline_model.entry(index) for index in self.selectionModel().selectedRows()]

    def chosen_nodes(self) -> list[str]:
        """The nodes that the selected lines are of."""
        parts = (Part.NODE, Part.INPUT, Part.PARAMETER, Part.OUTPUT)
        return list(dict.fromkeys(entry.id for entry in self.chosen() if entry.part in parts))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Select on the canvas what is selected here."""
        super().selectionChanged(selected, deselected)
        if not self._following and self.chosen_nodes() != self.view.selection():
            self._following = True
            self.view.select(self.chosen_nodes())
            self._following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, switch off and edit; all other keys move about."""
        control = event.modifiers() == _CONTROL
        if self.state() == QAbstractItemView.State.EditingState:
            event.ignore()  # a key that the editor has used already
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_chosen()
        elif control and event.key() in _FLAGS:
            self.toggle(_FLAGS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not control:
            self.edit_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the line, also by the menu key."""
        index = self.currentIndex()
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            corner = self.visualRect(index).bottomLeft()
            place = self.viewport().mapToGlobal(corner + QPoint(12, 0))
        menu = outline_menu(self, self.outline_model.entry(index))
        open_menu(menu, place)
        event.accept()

    def edit_current(self) -> None:
        """Edit the title of a node or frame, or the value of a parameter; open a subgraph."""
        index = self.currentIndex()
        part = self.outline_model.entry(index).part
        column = VALUE if part is Part.PARAMETER else NAME
        wanted = index.siblingAtColumn(column)
        if self.outline_model.flags(wanted) & Qt.ItemFlag.ItemIsEditable:
            self.edit(wanted)

    def delete_chosen(self) -> None:
        """Delete the selected nodes, frames and notes."""
        editing = self.view.editing
        if editing is None:
            return
        chosen = self.chosen()
        boxes = [e.id for e in chosen if e.part in (Part.FRAME, Part.NOTE)]
        nodes = [entry.id for entry in chosen if entry.part is Part.NODE]
        editing.delete(nodes, boxes=boxes)

    def toggle(self, flag: Flag) -> None:
        """Bypass or mute the selected nodes, or end that."""
        if self.view.editing is not None:
            self.view.editing.toggle(self.chosen_nodes(), flag)

    def _hold_selection(self) -> None:
        self._following = True

    def _edited(self) -> None:
        """All lines are there now: select what the canvas selected while some were missing."""
        self._following = False
        self._follow_canvas()

    def _follow_canvas(self) -> None:
        """Select the lines of what is selected on the canvas, where they can be seen."""
        if self._following or not self.isVisible():
            return
        wanted = self.view.selection()
        if set(wanted) == set(self.chosen_nodes()):
            return
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self.outline_model.lines_of(wanted), flags.ClearAndSelect)
        last = self.outline_model.node_index(wanted[-1]) if wanted else QModelIndex()
        if last.isValid():
            self.selectionModel().setCurrentIndex(last, flags.NoUpdate)
            self.scrollTo(last)
        self._following = False

    def _note(self, index: QModelIndex, *, is_open: bool) -> None:
        """Remember which nodes are unfolded."""
        entry = self.outline_model.entry(index)
        if entry.part is Part.NODE:
            (self._open.add if is_open else self._open.discard)(entry.id)

    def _unfold(self) -> None:
        """Show the nodes, and what lies below those that were unfolded before."""
        self.expandToDepth(1 if self.view.graph.frames else 0)
        for id in tuple(self._open):
            index = self.outline_model.node_index(id)
            if index.isValid():
                self.expand(index)
        self._follow_canvas()

    def _unfold_inserted(self, parent: QModelIndex) -> None:
        """The first node of a graph is to be seen."""
        if self.outline_model.entry(parent).part in (Part.GRAPH, Part.FRAME):
            self.expand(parent)


def make_outline(window: MainWindow) -> Outline:
    """The outline as one of the docks."""
    return Outline(window.models)
