"""What the user means by a gesture on nodes and wires, made into changes of the document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from app.graph import clipboard, edits
from app.graph.document import Socket, Source, Wire
from app.graph.dots import add_dots
from app.graph.edits import Flag
from app.graph.errors import GraphError
from app.graph.extracting import extract, remove_joined
from app.graph.interface import DOT
from app.graph.rules import check_connect
from app.graph.seeds import Control
from app.graph.spec import Plain
from app.ui.canvas.edited import EditedGraph, added
from app.ui.canvas.wires.fitting import End, best_partner
from app.ui.words import say, tr

Places = Mapping[str, tuple[float, float]]


class Editing(EditedGraph):
    """Turns intents into changes of nodes and wires."""

    # --- wires

    def connect(self, source: Source, socket: Socket, instead_of: Wire | None = None) -> bool:
        """Draw a wire, taking another one away in the same step; says whether it was drawn."""
        if instead_of is not None and (instead_of.source, instead_of.socket) == (source, socket):
            return True
        return self.rewire([(source, socket)], [] if instead_of is None else [instead_of])

    def rewire(self, drawn: Sequence[tuple[Source, Socket]], gone: Sequence[Wire]) -> bool:
        """Draw wires and take others away, as one step; says whether it could be done."""

        def make() -> None:
            """Make room first, so that a wire may take the place of one that leaves."""
            self.document.apply(edits.disconnect(self.snapshot, gone, graph_id=self.graph_id))
            for source, socket in drawn:
                self._plug(source, socket)

        return self.do_together("Connect", make)

    def _plug(self, source: Source, socket: Socket) -> None:
        """Draw one wire; raises a GraphError where it cannot be."""
        change = edits.connect(self.snapshot, self.kinds, source, socket, graph_id=self.graph_id)
        self.document.apply(change)

    def why_not(self, source: Source, socket: Socket) -> str:
        """Why a wire cannot be drawn, in one sentence; empty where it can."""
        try:
            check_connect(self.graph, self.kinds, source, socket)
        except GraphError as error:
            return say(error.message)
        return ""

    def disconnect(self, wires: Iterable[Wire]) -> None:
        """Take wires away."""
        gone = list(wires)
        if gone:
            self.do(lambda: edits.disconnect(self.snapshot, gone, graph_id=self.graph_id))

    # --- nodes

    def move(self, places: Places, name: str = "Move") -> None:
        """Put nodes, frames and notes somewhere else, as one step."""
        if places:
            change = edits.move_nodes(self.snapshot, places, graph_id=self.graph_id)
            self.do(lambda: replace(change, name=name, merge=None))

    def add(self, type: str, position: tuple[float, float], link: End | None = None) -> str | None:
        """Add a node, wired to ``link`` where one is given; answers its id."""
        with self.document.group("Add node"):
            change = self.do(
                lambda: edits.add_node(
                    self.snapshot, self.kinds, type, position, graph_id=self.graph_id
                )
            )
            if change is None:
                return None
            (key,) = change.added_nodes
            spec = self.kinds.spec(type)
            partner = best_partner(spec, link) if spec and link else None
            if link and partner:
                self._plug_end(link, key, partner)
        return key

    def _plug_end(self, link: End, node: str, partner: str) -> None:
        """Wire a new node to the port that the search was opened for."""
        source, socket = Source(link.node, link.name), Socket(node, partner)
        if link.side == "in":
            source, socket = Source(node, partner), Socket(link.node, link.name)
        try:
            self._plug(source, socket)
        except GraphError as error:
            self.refuse(say(error.message))

    def insert(self, places: Places, wire: Wire, way: tuple[str, str]) -> None:
        """Move a node and put it into a wire, by the input and output in ``way``, or do nothing."""
        (node,) = places

        def make() -> None:
            """Move, unplug, and plug in twice."""
            self.move(places)
            self.document.apply(edits.disconnect(self.snapshot, [wire], graph_id=self.graph_id))
            self._plug(wire.source, Socket(node, way[0]))
            self._plug(Source(node, way[1]), wire.socket)

        self.do_together("Insert", make)

    def delete(
        self, nodes: Collection[str], wires: Iterable[Wire] = (), boxes: Collection[str] = ()
    ) -> None:
        """Delete nodes with their wires, further wires, and frames and notes."""
        rest = [w for w in wires if w.source.node not in nodes and w.socket.node not in nodes]
        here = self.graph_id
        with self.document.group("Delete"):
            self.disconnect(rest)
            # A dot is part of a wire: what it leads to keeps being fed.
            dots = [key for key in nodes if self.graph.nodes[key].type == DOT]
            others = [key for key in nodes if key not in dots]
            if others:
                self.do(lambda: edits.remove_nodes(self.snapshot, others, graph_id=here))
            if dots:
                self.do(lambda: remove_joined(self.snapshot, self.kinds, dots, graph_id=here))
            self.do(lambda: edits.remove_frames(self.snapshot, boxes, graph_id=here))
            self.do(lambda: edits.remove_notes(self.snapshot, boxes, graph_id=here))

    def add_dots(
        self, wires: Mapping[Source, Collection[Wire]], places: Mapping[Source, tuple[float, float]]
    ) -> tuple[str, ...]:
        """Lead the wires of outputs through dots; answers their ids."""
        here = self.graph_id
        return added(self.do(lambda: add_dots(self.snapshot, wires, places, graph_id=here)))

    def extract(self, nodes: Collection[str]) -> None:
        """Take nodes out of their wires, which are joined where they were."""
        here = self.graph_id
        done = self.do(lambda: extract(self.snapshot, self.kinds, nodes, graph_id=here))
        if done is not None and not done:
            self.refuse(tr("No wires lead to or from what is selected: there is none to join."))

    def copy_text(self, ids: Collection[str]) -> str:
        """Nodes, frames and notes with the wires between them, as text for the clipboard."""
        return clipboard.copy_text(self.graph, list(ids), self.snapshot)

    def paste(
        self, text: str, position: tuple[float, float], *, keep_wires: bool = False
    ) -> tuple[str, ...]:
        """Add what the text describes at a place; answers the new ids.

        ``keep_wires`` also draws the wires from nodes that were not copied.
        """
        change = self.do(
            lambda: edits.paste(
                self.snapshot,
                self.kinds,
                text,
                position,
                keep_wires=keep_wires,
                graph_id=self.graph_id,
            )
        )
        return added(change)

    def duplicate(
        self,
        ids: Collection[str],
        offset: tuple[float, float] = (32.0, 32.0),
        *,
        keep_wires: bool = False,
    ) -> tuple[str, ...]:
        """Copy things beside themselves, without touching the clipboard; answers the new ids."""
        if not ids:
            return ()
        corners = [self._corner(key) for key in ids]
        left, top = min(x for x, _ in corners), min(y for _, y in corners)
        place = (left + offset[0], top + offset[1])
        return self.paste(self.copy_text(ids), place, keep_wires=keep_wires)

    def _corner(self, key: str) -> tuple[float, float]:
        """The upper left corner of a node, a frame or a note."""
        graph = self.graph
        if key in graph.nodes:
            return graph.nodes[key].position
        box = graph.frames.get(key) or graph.notes[key]
        return box.rectangle[0], box.rectangle[1]

    def toggle(self, nodes: Collection[str], flag: Flag) -> None:
        """Switch a flag on for all nodes, or off where all of them have it."""
        if nodes:
            on = not all(getattr(self.graph.nodes[key], flag) for key in nodes)
            here = self.graph_id
            self.do(lambda: edits.set_flag(self.snapshot, list(nodes), flag, on, graph_id=here))

    def set_control(self, node: str, name: str, control: Control) -> None:
        """Say what becomes of a seed before a run."""
        self.do(
            lambda: edits.set_control(
                self.snapshot, self.kinds, node, name, control, graph_id=self.graph_id
            )
        )

    def set_value(self, node: str, name: str, value: Plain) -> None:
        """Give a parameter a value, as a step of its own."""
        self.do(
            lambda: replace(
                edits.set_parameter(
                    self.snapshot, self.kinds, node, name, value, graph_id=self.graph_id
                ),
                merge=None,
            )
        )

    def rename(self, node: str, title: str) -> None:
        """Give a node a title; an empty one brings back that of its kind."""
        with suppress(KeyError):
            spec = self.kinds.spec(self.graph.nodes[node].type)
            plain = "" if spec and title.strip() == spec.title else title.strip()
            self.do(lambda: edits.rename(self.snapshot, node, plain, graph_id=self.graph_id))
