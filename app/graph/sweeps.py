"""Sweeps: the same graph with several values of some parameters, one run for each combination."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.graph.document import Graph, Snapshot
from app.graph.errors import GraphError, UnknownNode
from app.graph.flattening import flat_graph
from app.graph.inside import node_at, setting
from app.graph.kinds import Kinds
from app.graph.operations import Operation, apply_all
from app.graph.order import order
from app.graph.spec import ParameterSpec, Plain
from app.graph.subgraphs import within
from app.graph.sweep_values import MOST_CELLS, example, written


class NoValues(GraphError):
    """An axis has nothing to sweep over."""

    english = "{parameter} has no values yet: write some, such as {example}."


class TooManyCells(GraphError):
    """A sweep is larger than anybody meant it to be."""

    english = "These are {count} runs: take fewer values, at most {most} runs."


@dataclass(frozen=True)
class Axis:
    """One parameter, and the values that it takes one after another.

    ``node`` is the address of the node: its id, or a path of ids where it lies in subgraphs.
    """

    node: str
    parameter: str
    title: str
    values: tuple[Plain, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """One combination: ``place`` is its index on every axis."""

    place: tuple[int, ...]
    values: tuple[Plain, ...]


@dataclass(frozen=True)
class Sweep:
    """Up to three axes: columns, rows, and sheets below each other."""

    axes: tuple[Axis, ...]

    def __len__(self) -> int:
        return math.prod(len(axis.values) for axis in self.axes)

    def check(self) -> None:
        """Raise TooManyCells where nobody can have meant that."""
        count = math.prod(len(axis.values) for axis in self.axes)
        if count > MOST_CELLS:
            raise TooManyCells(count=count, most=MOST_CELLS)

    def cells(self, snapshot: Snapshot, kinds: Kinds) -> list[Cell]:
        """All combinations in the order in which least has to be done.

        What acts late in the graph changes fastest, so that the part before it is shared.
        """
        depths = depth_of(flat_graph(snapshot, kinds), [axis.node for axis in self.axes])
        outer_first = sorted(range(len(self.axes)), key=lambda index: depths[index])
        found = []
        for places in itertools.product(*(range(len(self.axes[i].values)) for i in outer_first)):
            by_axis = dict(zip(outer_first, places, strict=True))
            place = tuple(by_axis[index] for index in range(len(self.axes)))
            found.append(Cell(place, self.values_at(place)))
        return found

    def values_at(self, place: Sequence[int]) -> tuple[Plain, ...]:
        """The values of a combination."""
        return tuple(axis.values[n] for axis, n in zip(self.axes, place, strict=True))

    def operations(
        self, snapshot: Snapshot, kinds: Kinds, place: Sequence[int]
    ) -> tuple[Operation, ...]:
        """What gives the document the values of a combination; a node that is gone gets none."""
        done: tuple[Operation, ...] = ()
        for axis, value in zip(self.axes, self.values_at(place), strict=True):
            try:
                steps = setting(snapshot, kinds, axis.node, axis.parameter, value)
            except UnknownNode:
                continue
            snapshot, _ = apply_all(snapshot, steps)
            done += steps
        return done

    def snapshot_at(self, snapshot: Snapshot, kinds: Kinds, place: Sequence[int]) -> Snapshot:
        """The document with the values of a combination."""
        return apply_all(snapshot, self.operations(snapshot, kinds, place))[0]


def make_axis(snapshot: Snapshot, kinds: Kinds, node: str, parameter: str, text: str) -> Axis:
    """The axis that a user wrote; raises a GraphError that says what is wrong with it."""
    found = node_at(snapshot, node)
    spec = within(kinds, snapshot).spec(found.type)
    declared = spec.parameters_by_name.get(parameter) if spec else None
    if declared is None:
        raise UnknownNode(node=node)
    now = value_at(snapshot, kinds, node, declared)
    pairs = list(itertools.islice(written(declared, text, now), MOST_CELLS + 1))
    if len(pairs) > MOST_CELLS:
        raise TooManyCells(count=f"{MOST_CELLS}+", most=MOST_CELLS)
    if not pairs:
        raise NoValues(parameter=parameter, example=example(declared))
    values = tuple(declared.accept(value) for value, _ in pairs)
    labels = tuple(label for _, label in pairs)
    title = f"{titled_path(snapshot, kinds, node)}.{parameter}"
    return Axis(node, parameter, title, values, labels)


def value_at(snapshot: Snapshot, kinds: Kinds, node: str, parameter: ParameterSpec) -> Plain:
    """What a parameter holds now, with what the instances around it say."""
    held = flat_graph(snapshot, kinds).nodes.get(node) or node_at(snapshot, node)
    return held.parameters.get(parameter.name, parameter.default)


def titled_path(snapshot: Snapshot, kinds: Kinds, node: str) -> str:
    """The titles of a node and of the subgraphs that it lies in."""
    ids = [node] if node in snapshot.main.nodes else node.split("/")
    paths = ["/".join(ids[: end + 1]) for end in range(len(ids))]
    known = within(kinds, snapshot)
    nodes = [node_at(snapshot, path) for path in paths]
    specs = [known.spec(each.type) for each in nodes]
    return " / ".join(
        each.title or (spec.title if spec else each.type)
        for each, spec in zip(nodes, specs, strict=True)
    )


def depth_of(graph: Graph, nodes: Sequence[str]) -> list[int]:
    """How late nodes act: how many others stand in a row before them."""
    depths: dict[str, int] = {}
    for id in order(graph.nodes, graph.inputs_of):
        sources = (s.node for fed in graph.inputs_of.get(id, {}).values() for s in fed)
        depths[id] = 1 + max((depths.get(source, 0) for source in sources), default=0)
    return [_least_depth(depths, node) for node in nodes]


def _least_depth(depths: Mapping[str, int], node: str) -> int:
    """The depth of a node, or of the first one in a subgraph."""
    inside = (deep for id, deep in depths.items() if id == node or id.startswith(f"{node}/"))
    return min(inside, default=0)
