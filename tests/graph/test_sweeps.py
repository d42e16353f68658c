"""Sweeps: values as they are written, and the order of the runs."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.graph import edits
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.errors import LoomError
from app.graph.flattening import flat_graph
from app.graph.operations import Put, apply_all
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, Plain
from app.graph.sweeps import Axis, Sweep, TooManyCells, make_axis

KIND = NodeSpec(
    "toy.All",
    "All",
    "Toys",
    "Has every parameter.",
    parameters=(
        ParameterSpec("whole", ParameterKind.INTEGER, 1, low=0, high=100),
        ParameterSpec("number", ParameterKind.FLOAT, 1.0, low=0, high=30),
        ParameterSpec("on", ParameterKind.BOOLEAN, False),
        ParameterSpec("size", ParameterKind.SIZE, [8, 8], low=8, high=4096),
        ParameterSpec("choice", ParameterKind.CHOICE, "one", choices=("one", "two")),
        ParameterSpec("prompt", ParameterKind.TEXT, "", many_lines=True),
    ),
)


class Kinds:
    """Knows one kind."""

    def spec(self, type: str) -> NodeSpec | None:
        return KIND

    def describe(self, *_: object) -> dict[str, object]:
        return {}

    def check(self, *_: object) -> None:
        return None

    def needs(self, *_: object) -> None:
        return None

    def upgrade(self, type: str, parameters: dict[str, Plain], schema: int) -> dict[str, Plain]:
        return parameters


def chain() -> Snapshot:
    """Three nodes in a row."""
    nodes = {
        id: Node(id, "toy.All", parameters={"prompt": "a cat and a cat"})
        for id in ("late", "early", "middle")
    }
    wires = {
        Socket("middle", "in"): (Source("early", "out"),),
        Socket("late", "in"): (Source("middle", "out"),),
    }
    return Snapshot({ROOT: Graph(nodes, wires)})


def values(parameter: str, text: str) -> list[Plain]:
    return list(make_axis(chain(), Kinds(), "early", parameter, text).values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parameter", "text", "expected"),
    [
        ("whole", "1, 2,4", [1, 2, 4]),
        ("whole", "2:8:4", [2, 4, 6, 8]),
        ("whole", "1, 10:12:3", [1, 10, 11, 12]),
        ("number", "2:3:5", [2.0, 2.25, 2.5, 2.75, 3.0]),
        ("number", "7", [7.0]),
        ("on", "true, no", [True, False]),
        ("size", "512x768, 64×32", [[512, 768], [64, 32]]),
        ("choice", "two, one", ["two", "one"]),
        ("prompt", "a dog\na bird", ["a dog", "a bird"]),
        ("prompt", "cat -> dog\ncat → bird", ["a dog and a dog", "a bird and a bird"]),
    ],
)
def test_values_are_written_as_lists_ranges_and_replacements(
    parameter: str, text: str, expected: list[Plain]
) -> None:
    assert values(parameter, text) == expected


@pytest.mark.parametrize(
    ("parameter", "text", "said"),
    [
        ("whole", "", "has no values yet"),
        ("whole", "1, two", "whole number"),
        ("whole", "1:2", "no range"),
        ("whole", "1:2:x", "no range"),
        ("whole", "1:2:1000000", "no range"),
        ("whole", "1:2:0", "no range"),
        ("whole", "1:nan:3", "no range"),
        ("whole", "-inf:inf:2", "no range"),
        ("whole", "1e308:-1e308:3", "no range"),
        ("whole", "1e400:1:2", "no range"),
        ("whole", "nan", "whole number"),
        ("whole", "1" * 5000, "whole number|between"),
        ("whole", "1," * 1001, "most 1000 runs"),
        ("whole", "1:2:1000," * 50, "most 1000 runs"),
        ("number", "1e999", "finite number"),
        ("size", "9" * 5000 + "x64", "width and a height"),
        ("size", "²x²", "width and a height"),
        ("prompt", "x" * 999 + " -> ", "does not contain x{60},"),
        ("number", "99", "between 0 and 30"),
        ("size", "512", "width and a height"),
        ("choice", "three", "one of one, two"),
        ("on", "maybe", "true or false"),
        ("prompt", "mouse -> dog", "does not contain mouse"),
    ],
)
def test_values_that_cannot_be_are_refused_with_a_sentence(
    parameter: str, text: str, said: str
) -> None:
    with pytest.raises(LoomError, match=said):
        values(parameter, text)


def test_a_sweep_of_any_number_of_cells_is_refused_at_once() -> None:
    many = tuple(range(10**5))
    axis = Axis("late", "whole", "late.whole", many, tuple(map(str, many)))
    for count in range(1, 6):
        with pytest.raises(TooManyCells, match="at most 1000 runs"):
            Sweep((axis,) * count).check()


def test_what_acts_late_changes_fastest() -> None:
    snapshot = chain()
    late = make_axis(snapshot, Kinds(), "late", "whole", "1, 2")  # type: ignore[arg-type]
    early = make_axis(snapshot, Kinds(), "early", "whole", "7, 8")  # type: ignore[arg-type]
    places = [cell.place for cell in Sweep((late, early)).cells(snapshot, Kinds())]
    assert places == [(0, 0), (1, 0), (0, 1), (1, 1)]
    places = [cell.place for cell in Sweep((early, late)).cells(snapshot, Kinds())]
    assert places == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_a_cell_is_the_graph_with_its_values() -> None:
    snapshot = chain()
    axis = make_axis(snapshot, Kinds(), "late", "whole", "1, 2")  # type: ignore[arg-type]
    after = Sweep((axis,)).snapshot_at(snapshot, Kinds(), (1,))
    assert after.main.nodes["late"].parameters["whole"] == 2
    assert "whole" not in snapshot.main.nodes["late"].parameters


def test_a_sweep_of_absurd_size_is_refused() -> None:
    axis = make_axis(chain(), Kinds(), "late", "number", "0:1:500")  # type: ignore[arg-type]
    with pytest.raises(LoomError, match="250000 runs"):
        Sweep((axis, axis)).check()


def test_a_parameter_inside_one_of_two_alike_subgraphs_is_swept_alone() -> None:
    kinds: Any = Kinds()
    snapshot = chain()
    grouped = edits.make_subgraph(snapshot, kinds, ["middle"], "Block")
    snapshot, _ = apply_all(snapshot, grouped.operations)
    (block,) = (id for id in snapshot.main.nodes if id not in ("early", "late"))
    (inner,) = (id for id in flat_graph(snapshot, kinds).nodes if "/" in id)
    copied = replace(snapshot.main.nodes[block], id="twin")
    twin, _ = apply_all(snapshot, [Put(snapshot.root, "nodes", "twin", copied)])
    axis = make_axis(twin, kinds, inner, "prompt", "cat -> dog")
    assert axis.title == "Block / All.prompt"
    after = flat_graph(Sweep((axis,)).snapshot_at(twin, kinds, (0,)), kinds).nodes
    other = inner.replace(block, "twin")
    assert after[inner].parameters["prompt"] == "a dog and a dog"
    assert after[other].parameters["prompt"] == "a cat and a cat"
