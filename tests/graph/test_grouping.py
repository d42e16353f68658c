"""Putting nodes into subgraphs, and taking these apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.graph import edits
from app.graph.document import ROOT, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.subgraph_errors import NothingToGroup, NotTogether
from tests.graph.parts import grouped, names, only, spec_of
from tests.graph.strategies import after
from tests.graph.toys import KINDS, graph, node, picture


def test_wires_from_one_source_become_one_input() -> None:
    snapshot = Snapshot(
        {
            ROOT: graph(
                node("load", "Load"),
                node("a", "Empty"),
                node("b", "Empty"),
                node("show", "Show"),
                a__model="load.model",
                b__model="load.model",
                show__anything="b.latent",
            )
        }
    )
    made = grouped(snapshot, "a", "b")
    id, part = only(made)
    assert names(spec_of(made, id).inputs) == ["model"]
    assert made.main.inputs_of[id] == {"model": (Source("load", "model"),)}
    assert made.main.wires[Socket("show", "anything")] == (Source(id, "latent"),)
    assert set(made.graphs[part].consumers_of) >= {"b"}


def test_a_node_between_the_chosen_ones_is_asked_for() -> None:
    with pytest.raises(NotTogether, match="Sampler lies between the selected nodes"):
        edits.make_subgraph(picture(), KINDS, ["load", "empty", "decode"])
    with pytest.raises(NothingToGroup):
        edits.make_subgraph(picture(), KINDS, [])


def test_unpacking_is_the_way_back() -> None:
    document = Document(picture())
    document.apply(edits.make_subgraph(document.snapshot, KINDS, ["empty", "sampler"]))
    id = only(document.snapshot)[0]
    document.apply(edits.unpack_subgraph(document.snapshot, KINDS, id))
    assert list(document.snapshot.graphs) == [ROOT]
    assert document.snapshot.main.wires == picture().main.wires
    assert document.snapshot.main.nodes.keys() == picture().main.nodes.keys()
    document.undo()
    document.undo()
    assert document.snapshot == picture()


def test_what_was_exposed_stays_so_inside_and_out() -> None:
    snapshot = after(picture(), edits.expose(picture(), KINDS, "sampler", "steps", "Effort"))
    made = grouped(snapshot, "sampler")
    id, _ = only(made)
    assert [(item.node, item.name) for item in made.main.exposed] == [(id, "Effort")]
    back = after(made, edits.unpack_subgraph(made, KINDS, id))
    assert back.main.exposed == snapshot.main.exposed


def test_values_and_wires_of_an_instance_come_out_with_its_nodes() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    for name in ("steps", "guidance"):
        change = edits.expose(snapshot, KINDS, "sampler", name, graph_id=part)
        snapshot = after(snapshot, change)
    snapshot = after(snapshot, edits.set_parameter(snapshot, KINDS, id, "guidance", 3.0))
    number = edits.add_node(snapshot, KINDS, "toy.Number", (0, 0), id="number")
    snapshot = after(snapshot, number)
    wire = edits.connect(snapshot, KINDS, Source("number", "number"), Socket(id, "steps"))
    snapshot = after(snapshot, wire)
    out = after(snapshot, edits.unpack_subgraph(snapshot, KINDS, id)).main
    assert out.nodes["sampler"].parameters["guidance"] == 3.0
    assert out.wires[Socket("sampler", "steps")] == (Source("number", "number"),)


def test_inputs_stand_in_the_order_in_which_nodes_and_sockets_do() -> None:
    snapshot = grouped(picture(), "empty", "sampler")
    assert names(spec_of(snapshot, only(snapshot)[0]).inputs) == ["model"]
    wires = {
        Socket("sampler", "latent"): (Source("empty", "latent"),),
        Socket("sampler", "model"): (Source("load", "model"),),
    }
    main = replace(picture().main, wires=wires)
    snapshot = grouped(Snapshot({ROOT: main}), "sampler")
    assert names(spec_of(snapshot, only(snapshot)[0]).inputs) == ["model", "latent"]
