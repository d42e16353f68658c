"""Nodes taken out of their wires, and wires led through dots and joined again."""

from __future__ import annotations

from app.graph.changes import Change
from app.graph.document import ROOT, Snapshot, Socket, Source, Wire
from app.graph.dots import add_dots
from app.graph.extracting import extract, remove_joined
from app.graph.interface import DOT, VALUE
from app.graph.operations import apply_all
from tests.graph.toys import KINDS, chain, graph, node, picture


def _after(snapshot: Snapshot, change: Change) -> Snapshot:
    return apply_all(snapshot, change.operations)[0]


def _wires(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(w.source.node, w.socket.node) for w in snapshot.main.each_wire()}


def test_what_ran_through_a_node_is_joined() -> None:
    before = picture()
    after = _after(before, extract(before, KINDS, ["sampler"]))
    assert _wires(after) == {("empty", "decode")}
    assert set(after.main.nodes) == set(before.main.nodes)


def test_what_a_node_does_not_hand_on_is_cut() -> None:
    before = picture()
    assert _wires(_after(before, extract(before, KINDS, ["empty"]))) == {
        ("load", "sampler"),
        ("sampler", "decode"),
    }


def test_wires_between_extracted_nodes_stay() -> None:
    before = chain(5)
    after = _after(before, extract(before, KINDS, ["n1", "n2"]))
    assert _wires(after) == {("n0", "n3"), ("n1", "n2"), ("n3", "n4")}


def test_a_wire_that_would_not_fit_is_not_joined() -> None:
    nodes = node("load", "Load", family="SD 1"), node("s", "Switch"), node("show", "Decode")
    before = Snapshot({ROOT: graph(*nodes, s__a="load.model", show__latent="s.chosen")})
    assert _wires(_after(before, extract(before, KINDS, ["s"]))) == set()


def test_extracting_what_has_no_wires_changes_nothing() -> None:
    before = Snapshot({ROOT: graph(node("load", "Load"))})
    assert not extract(before, KINDS, ["load"])


def test_a_long_chain_is_extracted_in_one_go() -> None:
    before = chain(3000)
    after = _after(before, extract(before, KINDS, [f"n{i}" for i in range(1, 2999)]))
    assert ("n0", "n2999") in _wires(after)


def test_a_dot_takes_the_place_of_its_wire_and_gives_it_back() -> None:
    before = picture()
    source = Source("sampler", "latent")
    wire = Wire(source, Socket("decode", "latent"))
    dotted = _after(before, add_dots(before, {source: [wire]}, {source: (10.0, 20.0)}))
    (dot,) = dotted.main.nodes.keys() - before.main.nodes.keys()
    assert dotted.main.nodes[dot].type == DOT
    assert dotted.main.wires[Socket("decode", "latent")] == (Source(dot, VALUE),)
    assert dotted.main.wires[Socket(dot, VALUE)] == (source,)
    assert _after(dotted, remove_joined(dotted, KINDS, [dot])) == before


def test_one_dot_leads_all_wires_of_an_output_and_keeps_their_order() -> None:
    nodes = [node(id, "Switch") for id in "abc"]
    before = Snapshot(
        {ROOT: graph(*nodes, node("l", "List"), l__items="a.chosen b.chosen a.chosen")}
    )
    source = Source("a", "chosen")
    led = [wire for wire in before.main.each_wire() if wire.source == source]
    after = _after(before, add_dots(before, {source: led}, {source: (0.0, 0.0)}))
    held = [each.node for each in after.main.wires[Socket("l", "items")]]
    assert held[0] == held[2] != "a"
    assert held[1] == "b"
