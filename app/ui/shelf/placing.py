"""Puts a model on the canvas: as a node that opens it, or into the node that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF

from app.graph.edits import add_node
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
    """Add the node that opens a model, at a place of the canvas or in the middle of what is seen.

    Says whether there is such a node; the status bar tells where there is none.
    """
    loader = loader_of(kinds, kind)
    if loader is None:
        tab.told.emit(tr("No node opens models of this kind yet."))
        return False
    spec, parameter = loader
    place = _free_place(tab, at or tab.canvas.viewer.shown.center())
    try:
        change = add_node(
            tab.document.snapshot,
            tab.kinds,
            spec.type,
            (place.x(), place.y()),
            parameters={parameter.name: name},
            graph_id=tab.canvas.graph_id,
        )
    except LoomError as error:
        tab.told.emit(say(error.message))
        return False
    tab.document.apply(change)
    tab.canvas.select(change.added_nodes)
    return True


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
