"""Order and circles, also of graphs as large as nobody draws them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph.document import Source
from app.graph.errors import Cycle
from app.graph.order import cycles, needed, order, reaches
from tests.graph.toys import chain, graph, node, picture


def inputs(**edges: str) -> dict[str, dict[str, tuple[Source, ...]]]:
    """``b="a c"``: b is fed by a and c."""
    return {
        id: {"in": tuple(Source(source, "out") for source in sources.split())}
        for id, sources in edges.items()
    }


def test_sources_come_before_what_they_feed() -> None:
    main = picture().main
    done = order(["decode", "sampler", "empty", "load"], main.inputs_of)
    assert done == ("load", "empty", "sampler", "decode")


@given(st.dictionaries(st.integers(0, 8), st.sets(st.integers(0, 8), max_size=3)))
def test_order_succeeds_exactly_where_there_is_no_circle(raw: dict[int, set[int]]) -> None:
    nodes = [str(n) for n in range(9)]
    edges = inputs(**{str(n): " ".join(map(str, sorted(held))) for n, held in raw.items()})
    circles = cycles(nodes, edges)
    if circles:
        with pytest.raises(Cycle):
            order(nodes, edges)
        return
    done = order(nodes, edges)
    assert sorted(done) == nodes
    place = {id: index for index, id in enumerate(done)}
    assert all(place[source.node] < place[id] for id in edges for source in edges[id]["in"])


def test_a_chain_of_ten_thousand_nodes_is_ordered() -> None:
    main = chain(10_000).main
    assert order(reversed(main.nodes), main.inputs_of) == tuple(main.nodes)
    assert needed(["n9999"], main.inputs_of) == set(main.nodes)
    assert reaches(main, "n0", "n9999")
    assert not reaches(main, "n9999", "n0")
    assert cycles(main.nodes, main.inputs_of) == ()


def test_a_circle_of_ten_thousand_nodes_is_found() -> None:
    edges = inputs(**{f"n{n}": f"n{(n - 1) % 10_000}" for n in range(10_000)})
    (found,) = cycles(edges, edges)
    assert len(found) == 10_000
    with pytest.raises(Cycle, match=r"n0, n\d+, n\d+, n\d+ and 9996 more nodes form a circle"):
        order(edges, edges)


def test_a_tower_of_diamonds_takes_linear_time() -> None:
    edges: dict[str, str] = {}
    for n in range(1, 3000):
        edges[f"left{n}"] = edges[f"right{n}"] = f"top{n - 1}"
        edges[f"top{n}"] = f"left{n} right{n}"
    tower = inputs(**edges)
    assert len(order(["top0", *edges], tower)) == len(edges) + 1
    assert cycles(["top0", *edges], tower) == ()


def test_only_nodes_on_a_circle_are_named_not_what_hangs_on_it() -> None:
    edges = inputs(b="a d", c="b", d="c", e="d", self="self")
    assert cycles("abcde", edges) == (("b", "c", "d"),)
    assert cycles(["self"], edges) == (("self",),)


def test_sources_that_are_not_asked_for_are_left_out() -> None:
    assert order(["c", "b"], inputs(b="a", c="b ghost")) == ("b", "c")


def test_a_node_reaches_itself() -> None:
    assert reaches(graph(node("a", "Show")), "a", "a")
