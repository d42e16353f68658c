"""Puts a painted mask into the graph: where it is edited, or a new node where it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.graph import edits
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.errors import GraphError
from app.graph.kinds import Kinds
from app.graph.spec import NodeSpec, Plain
from app.ui.canvas.cards.items import Card
from app.ui.canvas.search.placing import GAP, free_place
from app.ui.canvas.view import Canvas
from app.ui.masks.painter import PaintedMask

KIND = "loom.PaintedMask"

_SIZE = QSizeF(190, 260)
"""About the size of its card, with a preview."""


def mask_parameter(spec: NodeSpec | None) -> str:
    """The parameter of a kind that is a painted mask; empty where it has none."""
    parameters = spec.parameters if spec else ()
    return next((each.name for each in parameters if each.control == "mask"), "")


class MaskPlacing:
    """Changes one graph of a document, each time as one step of undo."""

    def __init__(self, document: Document, kinds: Kinds, graph_id: str | None = None) -> None:
        self._document, self._kinds, self._graph_id = document, kinds, graph_id

    def put_back(self, painted: PaintedMask) -> None:
        """Give a node the mask that was painted on. Raises GraphError."""
        spec = self._kinds.spec(self._graph.nodes[painted.node].type)
        values: dict[str, Plain] = {mask_parameter(spec): painted.text, "feather": painted.feather}
        known = spec.parameters_by_name if spec else {}
        with self._document.group("Paint mask"):
            for name, value in values.items():
                if name not in known:
                    continue
                change = edits.set_parameter(
                    self._snapshot, self._kinds, painted.node, name, value, graph_id=self._graph_id
                )
                self._document.apply(replace(change, merge=None))

    def add(
        self, painted: PaintedMask, place: tuple[float, float], selected: str = ""
    ) -> tuple[str, Socket | None]:
        """A new node for a mask, and the input that it feeds now, if one wants it.

        Raises GraphError.
        """
        picture = painted.picture.node if painted.picture.node in self._graph.nodes else ""
        wanted = self._wanted(selected, picture)
        values: dict[str, Plain] = {"mask": painted.text, "feather": painted.feather}
        with self._document.group("Paint mask"):
            change = edits.add_node(
                self._snapshot, self._kinds, KIND, place, parameters=values, graph_id=self._graph_id
            )
            self._document.apply(change)
            (added,) = change.added_nodes
            if wanted is not None and not self._feed(added, wanted):
                wanted = None
        return added, wanted

    @property
    def _snapshot(self) -> Snapshot:
        return self._document.snapshot

    @property
    def _graph(self) -> Graph:
        snapshot = self._snapshot
        return snapshot.graphs[self._graph_id] if self._graph_id else snapshot.main

    def _feed(self, mask: str, socket: Socket) -> bool:
        source = Source(mask, "mask")
        try:
            change = edits.connect(
                self._snapshot, self._kinds, source, socket, graph_id=self._graph_id
            )
        except GraphError:
            return False
        self._document.apply(change)
        return True

    def _wanted(self, selected: str, picture: str) -> Socket | None:
        """The input that the mask is for: a free one of the selected node, else one behind the
        picture that is free or takes the mask that came with the picture; None unless it is clear.
        """
        free = [socket for socket in self._mask_sockets(selected) if not self._source(socket)]
        if free:
            return free[0]
        behind = [
            socket
            for node in self._behind(picture)
            for socket in self._mask_sockets(node)
            if self._source(socket) in ("", picture)
        ]
        return behind[0] if len(behind) == 1 else None

    def _mask_sockets(self, node: str) -> list[Socket]:
        found: Node | None = self._graph.nodes.get(node)
        spec = self._kinds.spec(found.type) if found else None
        inputs = spec.inputs if spec else ()
        return [Socket(node, each.name) for each in inputs if each.type.name == "Mask"]

    def _source(self, socket: Socket) -> str:
        """The node that feeds an input; empty where none does."""
        sources = self._graph.inputs_of.get(socket.node, {}).get(socket.name, ())
        return next((source.node for source in sources), "")

    def _behind(self, picture: str) -> list[str]:
        """All nodes that are made from a picture, the nearest first."""
        found: list[str] = []
        waiting = [picture] if picture else []
        while waiting:
            here = waiting.pop(0)
            for node, inputs in self._graph.inputs_of.items():
                fed = any(source.node == here for sources in inputs.values() for source in sources)
                if fed and node not in found:
                    found.append(node)
                    waiting.append(node)
        return found


def place_below(canvas: Canvas, node: str) -> tuple[float, float]:
    """Where a card has room: below that of a node, or below the middle of what is seen."""
    areas = {id: card.mapRectToScene(card.layout.card) for id, card in _cards(canvas)}
    middle = canvas.viewer.shown.center()
    start = areas[node].bottomLeft() + QPointF(0, GAP) if node in areas else middle
    corner = free_place(QRectF(start, _SIZE), areas.values())
    return float(round(corner.x())), float(round(corner.y()))


def _cards(canvas: Canvas) -> Iterable[tuple[str, Card]]:
    return canvas.projection.cards.items()
