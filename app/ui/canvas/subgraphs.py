"""What the user does with subgraphs on the canvas: make, open, leave, unpack, and give sockets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.graph import edits
from app.graph.blocks import BlockKinds, block_of
from app.graph.file_errors import FileError
from app.graph.interface import INPUT, OUTPUT, definition_of
from app.graph.kinds import base_of
from app.graph.ungrouping import unused
from app.ui.canvas.edited import EditedGraph, added
from app.ui.canvas.end_order import step_ends
from app.ui.canvas.rails import place_for_end
from app.ui.words import say, tr

if TYPE_CHECKING:
    from app.ui.canvas.opened import OpenedGraph


class Subgraphs(QObject):
    """Commands on the graph that a canvas shows; ``chosen`` gives what is selected, frames with
    what lies in them."""

    told = Signal(str)

    def __init__(
        self, canvas: OpenedGraph, editing: EditedGraph, chosen: Callable[[], Sequence[str]]
    ) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editing = editing
        self._chosen = chosen
        canvas.breadcrumb.input_wanted.connect(self.add_input)
        canvas.breadcrumb.output_wanted.connect(self.add_output)
        canvas.breadcrumb.renamed.connect(self.rename)
        canvas.breadcrumb.own_wanted.connect(self.make_own)

    def make(self) -> None:
        """Put what is selected into a new subgraph."""
        editing, ids = self._editing, list(self._chosen())
        change = editing.do(
            lambda: edits.make_subgraph(
                editing.snapshot, editing.kinds, ids, graph_id=editing.graph_id
            )
        )
        self._select(added(change)[-1:])

    def unpack(self) -> None:
        """Put what lies in the selected subgraphs in their places."""
        editing, found = self._editing, self.selected()
        if not found:
            editing.refuse(tr("No subgraph is selected: click on one to unpack it."))
        fresh: list[str] = []
        with editing.document.group("Unpack the subgraph"):
            for id in found:
                fresh += self._unpack(id)
        self._select(fresh)

    def _unpack(self, id: str) -> Sequence[str]:
        editing, here = self._editing, self._editing.graph_id
        return added(
            editing.do(
                lambda: edits.unpack_subgraph(editing.snapshot, editing.kinds, id, graph_id=here)
            )
        )

    def open(self) -> None:
        """Go into the first selected subgraph."""
        found = self.selected()
        if found:
            self._canvas.open_subgraph(found[0])
        else:
            self._editing.refuse(tr("No subgraph is selected: click on one to open it."))

    def leave(self) -> None:
        """Go one step out."""
        self._canvas.leave_subgraph()

    def make_unique(self) -> None:
        """Give the selected subgraphs definitions of their own."""
        editing = self._editing
        for id in self.selected():
            self._copy_definition(id, editing.graph_id)

    def make_own(self) -> None:
        """Give the subgraph that is shown a definition of its own, here and in no other place."""
        *outer, last = self._canvas.path
        self._canvas.go_to(outer)
        self._copy_definition(last, self._editing.graph_id)
        self._canvas.open_subgraph(last)

    def rename(self, title: str) -> None:
        """Give the definition that is shown another name, and so all its instances."""
        editing, here = self._editing, self._canvas.graph_id
        editing.do(lambda: edits.set_graph_title(editing.snapshot, title, graph_id=here))
        self._canvas.setFocus()

    def _copy_definition(self, id: str, here: str | None) -> None:
        editing = self._editing
        editing.do(lambda: edits.copy_definition(editing.snapshot, id, graph_id=here))

    def step_ends(self, by: int) -> None:
        """Move the selected inputs and outputs of the subgraph that is shown up or down."""
        step_ends(self._editing, self._canvas.selected(), by)

    def add_input(self) -> None:
        """Add an input to the subgraph that is shown."""
        self.add_end(INPUT)

    def add_output(self) -> None:
        """Add an output to the subgraph that is shown."""
        self.add_end(OUTPUT)

    def add_end(self, kind: str) -> None:
        """Add an end beside all nodes, below those of its side."""
        editing = self._editing
        place = place_for_end(self._canvas.projection.cards.values(), kind)
        change = editing.do(
            lambda: edits.add_node(
                editing.snapshot, editing.kinds, kind, place, graph_id=editing.graph_id
            )
        )
        self._select(added(change))

    def save_block(self) -> None:
        """Keep the first selected subgraph among the user's blocks, which every search lists."""
        editing, found = self._editing, self.selected()
        base = base_of(editing.kinds)
        if not found or not isinstance(base, BlockKinds):
            return
        block = block_of(editing.snapshot, found[0], graph_id=editing.graph_id)
        try:
            file = base.folder.save(block)
        except FileError as error:
            editing.refuse(say(error.message))
            return
        self.told.emit(tr("{name} is among the blocks now: every search finds it.", name=file.stem))

    def has_unused(self) -> bool:
        """Whether there are definitions that nothing stands for."""
        return bool(unused(self._editing.snapshot))

    def remove_unused(self) -> None:
        """Remove the definitions that nothing stands for."""
        self._editing.do(lambda: edits.remove_unused(self._editing.snapshot))

    def selected(self) -> list[str]:
        """The selected nodes that stand for subgraphs."""
        nodes = self._canvas.graph.nodes
        chosen = (nodes[id] for id in self._canvas.selected() if id in nodes)
        return [node.id for node in chosen if definition_of(node.type) is not None]

    def _select(self, ids: Sequence[str]) -> None:
        if ids:
            self._canvas.select(ids)
            self._canvas.reveal(ids)
