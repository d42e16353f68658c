"""Automatic layout: layered, without overlaps, stable, and quick on large graphs."""

from __future__ import annotations

import random
import time
from itertools import combinations

import pytest

from app.graph.document import ROOT, Frame, Graph, Node, Note, Snapshot, Socket, Source
from app.graph.operations import apply_all
from app.graph.tidy import tidy

_SIZE = (224.0, 150.0)


def _graph(count: int, wires: list[tuple[int, int]], seed: int = 0) -> Snapshot:
    """Nodes anywhere, wired by their numbers."""
    dice = random.Random(seed)
    nodes = {
        f"n{i}": Node(f"n{i}", "toy.Any", position=(dice.uniform(0, 3000), dice.uniform(0, 3000)))
        for i in range(count)
    }
    held: dict[Socket, tuple[Source, ...]] = {}
    for source, target in wires:
        held[Socket(f"n{target}", f"in{source}")] = (Source(f"n{source}", "out"),)
    return Snapshot({ROOT: Graph(nodes=nodes, wires=held)})


def _sizes(snapshot: Snapshot) -> dict[str, tuple[float, float]]:
    return {id: (224.0, 60.0 + 40 * (len(id) % 4)) for id in snapshot.main.nodes}


def _tidied(snapshot: Snapshot, ids: list[str] | None = None) -> Snapshot:
    return apply_all(snapshot, tidy(snapshot, _sizes(snapshot), ids).operations)[0]


def _random(count: int, seed: int) -> Snapshot:
    dice = random.Random(seed)
    wires = [(dice.randrange(max(0, i - 12), i), i) for i in range(1, count) for _ in range(2)]
    return _graph(count, wires, seed)


def test_sources_lie_left_of_what_they_feed() -> None:
    after = _tidied(_graph(4, [(0, 1), (1, 2), (0, 3), (3, 2)]))
    x = {id: node.position[0] for id, node in after.main.nodes.items()}
    assert x["n0"] < x["n1"] == x["n3"] < x["n2"]


@pytest.mark.parametrize("seed", range(6))
def test_nothing_overlaps_and_a_second_press_changes_nothing(seed: int) -> None:
    snapshot = _random(40, seed)
    after = _tidied(snapshot)
    sizes = _sizes(snapshot)
    areas = [(*node.position, *sizes[id]) for id, node in after.main.nodes.items()]
    for (x, y, w, h), (a, b, c, d) in combinations(areas, 2):
        assert x + w <= a or a + c <= x or y + h <= b or b + d <= y
    assert not tidy(after, sizes)


def test_crossed_wires_are_untangled() -> None:
    snapshot = _graph(4, [(0, 3), (1, 2)])
    nodes = dict(snapshot.main.nodes)
    wires = {**snapshot.main.wires, Socket("n2", "b"): (Source("n0", "out"),)}
    for number, y in enumerate((0.0, 100.0, 0.0, 100.0)):
        nodes[f"n{number}"] = Node(f"n{number}", "toy.Any", position=(0.0, y))
    after = _tidied(Snapshot({ROOT: Graph(nodes=nodes, wires=wires)})).main.nodes
    above = after["n0"].position[1] < after["n1"].position[1]
    assert above is (after["n3"].position[1] < after["n2"].position[1])


def test_what_is_not_wired_together_lies_apart_in_the_order_it_had() -> None:
    snapshot = _graph(4, [(0, 1), (2, 3)])
    nodes = {
        id: Node(id, "toy.Any", position=(0.0, 900.0 if id in ("n0", "n1") else 0.0))
        for id in snapshot.main.nodes
    }
    after = _tidied(Snapshot({ROOT: Graph(nodes=nodes, wires=snapshot.main.wires)})).main.nodes
    assert after["n2"].position[1] < after["n0"].position[1]
    assert after["n2"].position == (0.0, 0.0)


def test_a_frame_keeps_its_contents_and_takes_the_size_they_need() -> None:
    snapshot = _graph(4, [(0, 1), (1, 2), (2, 3)])
    nodes = {
        id: Node(id, "toy.Any", position=(300.0 * i, 0.0))
        for i, id in enumerate(snapshot.main.nodes)
    }
    frame = Frame("f", "", (290.0, -40.0, 550.0, 300.0))
    note = Note("note", "", (2000.0, 0.0, 100.0, 100.0))
    graph = Graph(nodes=nodes, wires=snapshot.main.wires, frames={"f": frame}, notes={"note": note})
    before = Snapshot({ROOT: graph})
    after = _tidied(before)
    x, y, width, height = after.main.frames["f"].rectangle
    for id, node in after.main.nodes.items():
        inside = x <= node.position[0] <= x + width and y <= node.position[1] <= y + height
        assert inside is (id in ("n1", "n2"))
    assert after.main.nodes["n0"].position[0] < x
    assert after.main.nodes["n3"].position[0] > x + width
    assert not tidy(after, _sizes(after))


def test_only_what_is_chosen_moves() -> None:
    snapshot = _random(12, 3)
    after = _tidied(snapshot, ["n2", "n3", "n4"])
    moved = {id for id, node in after.main.nodes.items() if node is not snapshot.main.nodes[id]}
    assert moved <= {"n2", "n3", "n4"}
    assert len(moved) >= 2


def test_five_hundred_nodes_take_less_than_half_a_second() -> None:
    snapshot = _random(500, 1)
    start = time.process_time()
    change = tidy(snapshot, _sizes(snapshot))
    assert time.process_time() - start < 0.5
    assert change


def test_nothing_chosen_is_no_change() -> None:
    assert not tidy(_random(5, 0), {}, [])
    assert not tidy(Snapshot(), {})
