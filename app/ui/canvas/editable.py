"""A graph on the screen that is edited: what is done to what is selected, and by the mouse."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QToolTip, QWidget

from app.graph.editor import Document
from app.graph.kinds import Kinds
from app.graph.seeds import Control
from app.ui.canvas.boxes.boxing import Boxing
from app.ui.canvas.editing import Editing
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.mouse import Mouse
from app.ui.canvas.gestures.moving import chosen, with_contents
from app.ui.canvas.gestures.snapping import Guides, Snapping
from app.ui.canvas.opened import OpenedGraph
from app.ui.canvas.rails import Rails
from app.ui.canvas.wires.leading import dots_for
from app.ui.canvas.wires.wire import Wire
from app.ui.plain import tip_text
from app.ui.words import tr


class EditableGraph(OpenedGraph):
    """Turns what hands and keys do into changes of the graph that is shown."""

    refused = Signal(str)

    def __init__(self, document: Document, kinds: Kinds, parent: QWidget | None = None) -> None:
        super().__init__(document, kinds, parent)
        self._editing = Editing(document, self.kinds, self._refuse)
        self._desk = self._lay_desk()
        self._mouse = Mouse(self._desk)

    def _lay_desk(self) -> Desk:
        """All that gestures work on."""
        guides, self.snapping = Guides(), Snapping()
        self.viewer.add_sign(guides)
        return Desk(
            self.viewer,
            self.projection,
            self.boxes,
            self._editing,
            Boxing(self._editing),
            guides,
            self.snapping,
            Rails(self.viewer),
        )

    def _refuse(self, sentence: str) -> None:
        """Say why not: to the window, and beside the mouse, where one looks."""
        self.refused.emit(sentence)
        mouse = QCursor.pos()
        if self.viewer.viewport().rect().contains(self.viewer.viewport().mapFromGlobal(mouse)):
            QToolTip.showText(mouse, tip_text(sentence), self.viewer.viewport())

    def delete_selected(self) -> None:
        """Delete what is selected; what lies in a frame stays."""
        chosen = [item for item in self.viewer.scene().selectedItems() if isinstance(item, Wire)]
        ends = self.projection.ends
        wires = [ends[wire.ends] for wire in chosen if wire.ends in ends]
        self._editing.delete(self.selected(), wires, [box.id for box in self.boxes.selected()])

    def _with_contents(self) -> list[str]:
        """Ids of what is selected and of what lies in the selected frames."""
        return [item.id for item in with_contents(self._desk, chosen(self._desk))]

    def copy(self) -> None:
        """Copy what is selected, frames with all that is in them."""
        ids = self._with_contents()
        if ids:
            QGuiApplication.clipboard().setText(self._editing.copy_text(ids))
        else:
            self._refuse(tr("Nothing is selected: click on a node to copy it."))

    def cut(self) -> None:
        """Copy what is selected and delete it."""
        self.copy()
        ids = self._with_contents()
        nodes = [key for key in ids if key in self.projection.cards]
        self._editing.delete(nodes, boxes=[key for key in ids if key not in nodes])

    def paste(self, *, keep_wires: bool = False) -> None:
        """Add what the clipboard holds, where the mouse is."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._refuse(tr("The clipboard holds no graph: copy nodes first."))
        else:
            place = self._mouse_place()
            self._select_new(self._editing.paste(text, place, keep_wires=keep_wires))

    def paste_wired(self) -> None:
        """Paste, and feed the copies by what feeds their originals."""
        self.paste(keep_wires=True)

    def set_control(self, node: str, name: str, control: Control) -> None:
        """Say what becomes of a seed before a run."""
        self._editing.set_control(node, name, control)

    def duplicate(self) -> None:
        """Copy what is selected beside itself."""
        self._select_new(self._editing.duplicate(self._with_contents()))

    def duplicate_wired(self) -> None:
        """Copy what is selected, fed by what feeds the originals."""
        self._select_new(self._editing.duplicate(self._with_contents(), keep_wires=True))

    def add_dots(self) -> None:
        """Lead the selected wires, or those that leave the selected nodes, through dots."""
        wires = [wire for wire in self.viewer.scene().selectedItems() if isinstance(wire, Wire)]
        made = self._editing.add_dots(*dots_for(self._desk, wires, self.selected()))
        if made:
            self._select_new(made)
        else:
            self._refuse(tr("No wire is selected, and none leaves what is: click on a wire first."))

    def extract(self) -> None:
        """Take the selected nodes out of their wires."""
        if self.selected():
            self._editing.extract(self.selected())
        else:
            self._refuse(tr("Nothing is selected: click on a node to take it out of its wires."))

    def _select_new(self, ids: Sequence[str]) -> None:
        """Select what was just added, and see to it that it is seen."""
        if ids:
            self.select(ids)
            self.reveal(ids)

    def _mouse_place(self) -> tuple[float, float]:
        """Where the mouse is on the canvas, or the middle of what is seen."""
        inside = self.viewer.viewport().rect().contains(self._mouse.place.toPoint())
        place = self.viewer.to_scene(self._mouse.place) if inside else self.viewer.shown.center()
        return float(round(place.x())), float(round(place.y()))

    def toggle_bypass(self) -> None:
        """Bypass the selected nodes, or end that."""
        self._editing.toggle(self.selected(), "bypassed")

    def toggle_mute(self) -> None:
        """Mute the selected nodes, or end that."""
        self._editing.toggle(self.selected(), "muted")

    def toggle_collapsed(self) -> None:
        """Fold the selected nodes to their headers, or unfold them."""
        self._editing.toggle(self.selected(), "collapsed")

    def cancel(self) -> None:
        """Give up what the mouse is doing."""
        self._mouse.cancel()
