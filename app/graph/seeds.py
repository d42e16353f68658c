"""Seeds that change from run to run: decided before a run and written down, so that it is known
what ran.

What becomes of a seed is kept in ``Node.controls``, by the name of the parameter; one that is not
named there is fixed.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from app.graph.boxes import graph_of
from app.graph.changes import Change
from app.graph.document import Node, Snapshot, Socket
from app.graph.errors import BadValue, UnknownNode, UnknownSocket
from app.graph.kinds import Kinds
from app.graph.naming import title_of
from app.graph.operations import Operation, SetAttribute, SetParameter
from app.graph.phrases import Phrase
from app.graph.spec import LARGEST_INTEGER, ParameterKind, ParameterSpec

Control = Literal["fixed", "random", "step"]

CONTROLS: tuple[Control, ...] = ("fixed", "random", "step")
"""Fixed stays; random is another one in every run; step is the next one in every run."""

_DRAWN_BELOW = 2**32
"""Long enough never to meet by chance, and short enough to be read out."""


def draw() -> int:
    """A seed by chance."""
    return secrets.randbelow(_DRAWN_BELOW)


def control_of(node: Node, name: str) -> Control:
    """What becomes of a seed before a run."""
    found = node.controls.get(name)
    return next((control for control in CONTROLS if control == found), "fixed")


def set_control(
    snapshot: Snapshot,
    kinds: Kinds,
    node: str,
    name: str,
    control: Control,
    *,
    graph_id: str | None = None,
) -> Change:
    """Say what becomes of a seed before a run. Raises UnknownNode, UnknownSocket or BadValue."""
    graph, here = graph_of(snapshot, graph_id)
    if node not in graph.nodes:
        raise UnknownNode(node=node)
    spec = kinds.spec(graph.nodes[node].type)
    declared = spec.parameters_by_name.get(name) if spec else None
    if declared is None or not is_seed(declared):
        raise UnknownSocket(node=title_of(graph, kinds, node), role=Phrase("seed"), name=name)
    if control not in CONTROLS:
        expected = Phrase("one of {names}", names=", ".join(CONTROLS))
        raise BadValue(parameter=name, expected=expected, value=control)
    held = graph.nodes[node].controls
    others = {each: found for each, found in held.items() if each != name}
    after = others if control == "fixed" else {**others, name: control}
    if after == held:
        return Change("Seed control")
    return Change("Seed control", (SetAttribute(here, node, "controls", after),))


def is_seed(parameter: ParameterSpec) -> bool:
    """Whether a parameter may change by itself before a run."""
    return parameter.kind is ParameterKind.SEED


def decide_seeds(
    snapshot: Snapshot, kinds: Kinds, drawn: Callable[[], int] = draw
) -> Change | None:
    """The seeds of the next run, to be applied before it; None where all of them are fixed.

    A seed that comes by a wire, and one of a node that is switched off, stays as it is.
    """
    operations = [
        SetParameter(here, node.id, parameter.name, _decided(node, parameter, drawn))
        for here, node, parameter in _live_seeds(snapshot, kinds)
        if control_of(node, parameter.name) != "fixed"
    ]
    return _change(operations)


def next_seeds(snapshot: Snapshot, kinds: Kinds) -> Change | None:
    """Every seed one further, also those that are fixed; None where there is none."""
    operations = [
        SetParameter(here, node.id, parameter.name, _following(node, parameter))
        for here, node, parameter in _live_seeds(snapshot, kinds)
    ]
    return _change(operations)


def _change(operations: Sequence[Operation]) -> Change | None:
    name = Phrase("New seed") if len(operations) == 1 else Phrase("New seeds")
    return Change(name, tuple(operations)) if operations else None


def _live_seeds(snapshot: Snapshot, kinds: Kinds) -> Iterator[tuple[str, Node, ParameterSpec]]:
    """The seeds that can make a difference, with the graph and the node that they stand in."""
    for here, graph in snapshot.graphs.items():
        for id, node in graph.nodes.items():
            spec = kinds.spec(node.type)
            if spec is None or node.muted or node.bypassed:
                continue
            for parameter in spec.parameters:
                if is_seed(parameter) and not graph.wires.get(Socket(id, parameter.name)):
                    yield here, node, parameter


def _decided(node: Node, parameter: ParameterSpec, drawn: Callable[[], int]) -> int:
    if control_of(node, parameter.name) == "random":
        return drawn()
    return _following(node, parameter)


def _following(node: Node, parameter: ParameterSpec) -> int:
    """The next seed; the first one where the present one is none."""
    now = node.parameters.get(parameter.name, parameter.default)
    return (now + 1) % (LARGEST_INTEGER + 1) if isinstance(now, int) else 0
