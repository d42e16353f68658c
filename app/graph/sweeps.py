"""Sweeps: the same graph with several values of some parameters, one run for each combination."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.graph.document import Snapshot
from app.graph.errors import GraphError, UnknownNode
from app.graph.kinds import Kinds
from app.graph.operations import SetParameter, apply_all
from app.graph.order import order
from app.graph.spec import ParameterKind, ParameterSpec, Plain

MOST_CELLS = 1000

_NUMBERS = frozenset({ParameterKind.INTEGER, ParameterKind.FLOAT, ParameterKind.SEED})
_LINES = frozenset({ParameterKind.TEXT, ParameterKind.FILE, ParameterKind.FOLDER})
_ARROWS = ("->", "→")


class BadRange(GraphError):
    """A range of numbers is none."""

    english = "{text} is no range: write first:last:count, such as 2:8:4."


class NoValues(GraphError):
    """An axis has nothing to sweep over."""

    english = "{parameter} has no values yet: write some, such as {example}."


class NothingReplaced(GraphError):
    """A text to be replaced does not occur."""

    english = "The text does not contain {wanted}, so nothing can be put in its place."


class TooManyCells(GraphError):
    """A sweep is larger than anybody meant it to be."""

    english = "These are {count} runs: take fewer values, at most {most} runs."


@dataclass(frozen=True)
class Axis:
    """One parameter of a node in the main graph, and the values that it takes one after another."""

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
        count = 1
        for axis in self.axes:
            count *= len(axis.values)
        return count

    def check(self) -> None:
        """Raise TooManyCells where nobody can have meant that."""
        if len(self) > MOST_CELLS:
            raise TooManyCells(count=len(self), most=MOST_CELLS)

    def cells(self, snapshot: Snapshot) -> list[Cell]:
        """All combinations in the order in which least has to be done.

        What acts late in the graph changes fastest, so that the part before it is shared.
        """
        depths = depth_of(snapshot, [axis.node for axis in self.axes])
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

    def operations(self, place: Sequence[int], graph_id: str) -> tuple[SetParameter, ...]:
        """What gives the graph the values of a combination."""
        return tuple(
            SetParameter(graph_id, axis.node, axis.parameter, value)
            for axis, value in zip(self.axes, self.values_at(place), strict=True)
        )

    def snapshot_at(self, snapshot: Snapshot, place: Sequence[int]) -> Snapshot:
        """The document with the values of a combination."""
        after, _ = apply_all(snapshot, self.operations(place, snapshot.root))
        return after


def make_axis(snapshot: Snapshot, kinds: Kinds, node: str, parameter: str, text: str) -> Axis:
    """The axis that a user wrote; raises a GraphError that says what is wrong with it."""
    found = snapshot.main.nodes.get(node)
    spec = kinds.spec(found.type) if found else None
    declared = spec.parameters_by_name.get(parameter) if spec else None
    if found is None or spec is None or declared is None:
        raise UnknownNode(node=node)
    now = found.parameters.get(parameter, declared.default)
    written = list(_written(declared, text, now))
    if not written:
        raise NoValues(parameter=parameter, example=example(declared))
    values = tuple(declared.accept(value) for value, _ in written)
    labels = tuple(label for _, label in written)
    return Axis(node, parameter, f"{found.title or spec.title}.{parameter}", values, labels)


def example(parameter: ParameterSpec) -> str:
    """How values of a parameter are written."""
    if parameter.kind is ParameterKind.SIZE:
        return "512x512, 512x768"
    if parameter.kind in _LINES:
        return "cat -> dog"
    if parameter.kind is ParameterKind.BOOLEAN:
        return "true, false"
    if parameter.choices:
        return ", ".join(parameter.choices[:3])
    return "1, 2, 4" if parameter.kind in _NUMBERS else str(parameter.default)


def depth_of(snapshot: Snapshot, nodes: Sequence[str]) -> list[int]:
    """How late nodes act: how many others stand in a row before them."""
    graph = snapshot.main
    depths: dict[str, int] = {}
    for id in order(graph.nodes, graph.inputs_of):
        sources = (s.node for fed in graph.inputs_of.get(id, {}).values() for s in fed)
        depths[id] = 1 + max((depths.get(source, 0) for source in sources), default=0)
    return [depths.get(node, 0) for node in nodes]


def _written(parameter: ParameterSpec, text: str, now: Plain) -> Iterator[tuple[Plain, str]]:
    """Values and their labels out of what was typed."""
    if parameter.kind in _LINES:
        yield from _texts(text, str(now))
        return
    for part in filter(None, map(str.strip, text.split(","))):
        if parameter.kind in _NUMBERS:
            whole = parameter.kind is not ParameterKind.FLOAT
            for number in _numbers(part, whole):
                yield number, f"{number:.10g}" if isinstance(number, float) else str(number)
        elif parameter.kind is ParameterKind.BOOLEAN:
            yield _BOOLEANS.get(part.lower(), part), part.lower()
        elif parameter.kind is ParameterKind.SIZE:
            yield _size(part), part
        else:
            yield part, part


_BOOLEANS: Mapping[str, bool] = {"true": True, "yes": True, "false": False, "no": False}


def _numbers(part: str, whole: bool) -> Iterator[Plain]:
    """One number, or a range ``first:last:count``."""
    pieces = part.split(":")
    if len(pieces) == 1:
        yield _number(part, whole)
        return
    try:
        first, last, count = float(pieces[0]), float(pieces[1]), int(pieces[2])
    except (ValueError, IndexError):
        raise BadRange(text=part) from None
    if len(pieces) != 3 or not 1 <= count <= MOST_CELLS:
        raise BadRange(text=part)
    for index in range(count):
        value = first + (last - first) * index / max(count - 1, 1)
        yield round(value) if whole else round(value, 10)


def _number(part: str, whole: bool) -> Plain:
    """A number as it was typed; what is none is refused by the parameter."""
    for read in (int, float) if whole else (float,):
        try:
            return read(part)
        except ValueError:
            continue
    return part


def _size(part: str) -> Plain:
    """A width and a height; what is neither is refused by the parameter."""
    pair = part.lower().replace("×", "x").split("x")
    return [int(each) if each.strip().isdigit() else each for each in pair]


def _texts(text: str, now: str) -> Iterator[tuple[str, str]]:
    """One text a line; ``cat -> dog`` puts one word in the place of another."""
    for line in filter(None, map(str.strip, text.splitlines())):
        arrow = next((arrow for arrow in _ARROWS if arrow in line), None)
        if arrow is None:
            yield line, line
            continue
        wanted, _, given = (part.strip() for part in line.partition(arrow))
        if not wanted or wanted not in now:
            raise NothingReplaced(wanted=wanted)
        yield now.replace(wanted, given), given
