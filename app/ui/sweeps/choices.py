"""What can be swept over: the parameters of a graph, and those inside its subgraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.graph.document import Snapshot
from app.graph.flattening import flat_graph
from app.graph.kinds import Kinds
from app.graph.spec import ParameterSpec
from app.graph.sweeps import titled_path
from app.ui.words import label_of, tr


@dataclass(frozen=True)
class Choice:
    """A parameter that can be swept over; ``node`` is an address."""

    node: str
    parameter: ParameterSpec
    text: str


def choices_of(snapshot: Snapshot, kinds: Kinds) -> list[Choice]:
    """All parameters that no wire feeds, by node; those inside subgraphs come last."""
    main, flat = snapshot.main, flat_graph(snapshot, kinds)
    found = [
        choice
        for id, node in main.nodes.items()
        for choice in _of_node(snapshot, kinds, id, node.type, set(main.inputs_of.get(id, {})))
    ]
    for address, node in flat.nodes.items():
        if address not in main.nodes:
            wired = set(flat.inputs_of.get(address, {}))
            found.extend(_of_node(snapshot, kinds, address, node.type, wired))
    return found


def _of_node(
    snapshot: Snapshot, kinds: Kinds, address: str, type: str, wired: set[str]
) -> Iterator[Choice]:
    spec = kinds.spec(type)
    title = titled_path(snapshot, kinds, address)
    for parameter in spec.parameters if spec else ():
        if parameter.name not in wired and parameter.counts:
            text = tr("{node}: {parameter}", node=title, parameter=label_of(parameter.name))
            yield Choice(address, parameter, text)
