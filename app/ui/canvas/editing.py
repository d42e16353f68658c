"""What the user means by a gesture, made into changes of the document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from app.graph import clipboard, edits
from app.graph.changes import Change
from app.graph.document import Graph, Socket, Source, Wire
from app.graph.editor import Document
from app.graph.edits import Flag
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.rules import check_connect
from app.graph.spec import Plain
from app.ui.canvas.fitting import End, best_partner


class Editing:
    """Turns intents into changes; a refusal becomes a sentence, and nothing is changed."""

    def __init__(self, document: Document, kinds: Kinds, refuse: Callable[[str], None]) -> None:
        self.document = document
        self.kinds = kinds
        self._refuse = refuse

    @property
    def graph(self) -> Graph:
        """The graph that is edited."""
        return self.document.snapshot.main

    def _do(self, make: Callable[[], Change]) -> Change | None:
        """Make a change and apply it, or say why it cannot be."""
        try:
            change = make()
            self.document.apply(change)
        except GraphError as error:
            self._refuse(str(error))
            return None
        return change

    def connect(self, source: Source, socket: Socket, instead_of: Wire | None = None) -> bool:
        """Draw a wire, taking another one away in the same step; says whether it was drawn."""
        if instead_of is not None and (instead_of.source, instead_of.socket) == (source, socket):
            return True
        try:
            with self.document.group("Connect"):
                if instead_of is not None:
                    self._unplug(instead_of)
                snapshot = self.document.snapshot
                self.document.apply(edits.connect(snapshot, self.kinds, source, socket))
        except GraphError as error:
            self._refuse(str(error))
            return False
        return True

    def why_not(self, source: Source, socket: Socket) -> str:
        """Why a wire cannot be drawn, in one sentence; empty where it can."""
        try:
            check_connect(self.graph, self.kinds, source, socket)
        except GraphError as error:
            return str(error)
        return ""

    def refuse(self, sentence: str) -> None:
        """Say why nothing was done."""
        self._refuse(sentence)

    def _unplug(self, wire: Wire) -> None:
        """Take one wire away."""
        self.document.apply(edits.disconnect(self.document.snapshot, [wire]))

    def disconnect(self, wires: Iterable[Wire]) -> None:
        """Take wires away."""
        gone = list(wires)
        if gone:
            self._do(lambda: edits.disconnect(self.document.snapshot, gone))

    def move(self, places: dict[str, tuple[float, float]]) -> None:
        """Put nodes somewhere else, as one step."""
        if places:
            change = edits.move_nodes(self.document.snapshot, places)
            self._do(lambda: replace(change, merge=None))

    def add(self, type: str, position: tuple[float, float], link: End | None = None) -> str | None:
        """Add a node, wired to ``link`` where one is given; answers its id."""
        snapshot = self.document.snapshot
        with self.document.group("Add node"):
            change = self._do(lambda: edits.add_node(snapshot, self.kinds, type, position))
            if change is None:
                return None
            (added,) = change.added_nodes
            spec = self.kinds.spec(type)
            partner = best_partner(spec, link) if spec and link else None
            if link and partner:
                self._plug(link, added, partner)
        return added

    def _plug(self, link: End, added: str, partner: str) -> None:
        """Wire a new node to the port that the search was opened for."""
        source, socket = Source(link.node, link.name), Socket(added, partner)
        if link.side == "in":
            source, socket = Source(added, partner), Socket(link.node, link.name)
        snapshot = self.document.snapshot
        self._do(lambda: edits.connect(snapshot, self.kinds, source, socket))

    def insert(
        self, places: Mapping[str, tuple[float, float]], wire: Wire, way: tuple[str, str]
    ) -> None:
        """Move a node and put it into a wire, by the input and output in ``way``, or do nothing."""
        (node,) = places
        try:
            with self.document.group("Insert"):
                self.move(dict(places))
                self._unplug(wire)
                ends = (wire.source, Socket(node, way[0])), (Source(node, way[1]), wire.socket)
                for source, socket in ends:
                    snapshot = self.document.snapshot
                    self.document.apply(edits.connect(snapshot, self.kinds, source, socket))
        except GraphError as error:
            self._refuse(str(error))

    def delete(self, nodes: Collection[str], wires: Iterable[Wire] = ()) -> None:
        """Delete nodes with their wires, and further wires."""
        rest = [w for w in wires if w.source.node not in nodes and w.socket.node not in nodes]
        with self.document.group("Delete"):
            self.disconnect(rest)
            if nodes:
                self._do(lambda: edits.remove_nodes(self.document.snapshot, list(nodes)))

    def copy_text(self, nodes: Collection[str]) -> str:
        """The nodes and the wires between them, as text for the clipboard."""
        return clipboard.copy_text(self.graph, list(nodes))

    def paste(
        self, text: str, position: tuple[float, float], *, keep_wires: bool = False
    ) -> tuple[str, ...]:
        """Add what the text describes at a place; answers the new ids.

        ``keep_wires`` also draws the wires from nodes that were not copied.
        """
        snapshot = self.document.snapshot
        change = self._do(
            lambda: edits.paste(snapshot, self.kinds, text, position, keep_wires=keep_wires)
        )
        return change.added_nodes if change else ()

    def duplicate(self, nodes: Collection[str]) -> tuple[str, ...]:
        """Copy nodes beside themselves, without touching the clipboard."""
        if not nodes:
            return ()
        corner = [self.graph.nodes[key].position for key in nodes]
        place = (min(x for x, _ in corner) + 32.0, min(y for _, y in corner) + 32.0)
        return self.paste(self.copy_text(nodes), place)

    def toggle(self, nodes: Collection[str], flag: Flag) -> None:
        """Switch a flag on for all nodes, or off where all of them have it."""
        if nodes:
            on = not all(getattr(self.graph.nodes[key], flag) for key in nodes)
            self._do(lambda: edits.set_flag(self.document.snapshot, list(nodes), flag, on))

    def set_value(self, node: str, name: str, value: Plain) -> None:
        """Give a parameter a value, as a step of its own."""
        snapshot = self.document.snapshot
        self._do(
            lambda: replace(
                edits.set_parameter(snapshot, self.kinds, node, name, value), merge=None
            )
        )

    def rename(self, node: str, title: str) -> None:
        """Give a node a title; an empty one brings back that of its kind."""
        with suppress(KeyError):
            spec = self.kinds.spec(self.graph.nodes[node].type)
            plain = "" if spec and title.strip() == spec.title else title.strip()
            self._do(lambda: edits.rename(self.document.snapshot, node, plain))
