"""Puts a model on the canvas: as a node that opens it, or into the node that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from app.graph.changes import Change
from app.graph.edits import add_node, set_parameter
from app.graph.errors import LoomError
from app.graph.kinds import ListedKinds
from app.graph.spec import NodeSpec, ParameterSpec
from app.ui.tab import Tab
from app.ui.words import say, tr

_STEP = 32.0
"""How far apart nodes are put that would lie on one another."""


def loader_of(kinds: ListedKinds, kind: str) -> tuple[NodeSpec, ParameterSpec] | None:
    """The kind of node that opens models of a kind, with its parameter; None if there is none.

    Of several it is the one with the fewest inputs: a loader, rather than what also loads.
    """
    found = [
        (len(spec.inputs), spec.type, spec, parameter)
        for spec in kinds.specs()
        for parameter in spec.models
        if parameter.model_kind == kind
    ]
    if not found:
        return None
    _, _, spec, parameter = min(found, key=lambda each: each[:2])
    return spec, parameter


def place_model(
    tab: Tab, kinds: ListedKinds, kind: str, name: str, at: QPointF | None = None
) -> bool:
    """Put a model on the canvas, as one step; says whether that was possible.

    Dropped ``at`` a node that opens such models, it takes the place of the one there. Otherwise the
    node that opens it is added, there or in the middle of what is seen.
    """
    graph_id = tab.canvas.graph_id
    under = _opener_at(tab, kind, at) if at is not None else None
    loader = loader_of(kinds, kind)
    try:
        if under is not None:
            change = set_parameter(
                tab.document.snapshot, tab.kinds, *under, name, graph_id=graph_id
            )
        elif loader is not None:
            change = _adding(tab, *loader, name, at)
        else:
            tab.told.emit(tr("No node opens models of this kind yet."))
            return False
    except LoomError as error:
        tab.told.emit(say(error.message))
        return False
    tab.document.apply(change)
    tab.canvas.select([under[0]] if under else change.added_nodes)
    return True


def _adding(
    tab: Tab, spec: NodeSpec, parameter: ParameterSpec, name: str, at: QPointF | None
) -> Change:
    """The change that adds the node."""
    place = _free_place(tab, at or tab.canvas.viewer.shown.center())
    return add_node(
        tab.document.snapshot,
        tab.kinds,
        spec.type,
        (place.x(), place.y()),
        parameters={parameter.name: name},
        graph_id=tab.canvas.graph_id,
    )


def _opener_at(tab: Tab, kind: str, at: QPointF) -> tuple[str, str] | None:
    """The node at a place that opens models of a kind, and its parameter; None where none lies."""
    for id, card in tab.canvas.projection.cards.items():
        if card.sceneBoundingRect().contains(at):
            spec = tab.kinds.spec(tab.canvas.graph.nodes[id].type)
            for parameter in spec.models if spec else ():
                if parameter.model_kind == kind:
                    return id, parameter.name
    return None


def place_under(tab: Tab, place: QPoint) -> QPointF | None:
    """The place of the canvas that is seen at a point of the screen; None where it is not seen."""
    viewer = tab.canvas.viewer
    here = viewer.viewport().mapFromGlobal(place)
    return viewer.mapToScene(here) if viewer.viewport().rect().contains(here) else None


def _free_place(tab: Tab, place: QPointF) -> QPointF:
    """The same place, or one beside it where a node lies exactly there."""
    taken = {node.position for node in tab.canvas.graph.nodes.values()}
    while (place.x(), place.y()) in taken:
        place += QPointF(_STEP, _STEP)
    return place
