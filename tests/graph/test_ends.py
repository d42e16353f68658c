"""The sockets of subgraphs: their names, their order, and what hangs on them."""

from __future__ import annotations

import pytest

from app.graph import edits
from app.graph.document import Socket, Source
from app.graph.editor import Document
from app.graph.errors import UnknownSocket
from app.graph.interface import INPUT, OUTPUT, ends
from tests.graph.parts import grouped, only
from tests.graph.strategies import after
from tests.graph.toys import KINDS, picture


def test_a_renamed_socket_keeps_its_wires_and_values_everywhere() -> None:
    snapshot = grouped(picture(), "sampler")
    snapshot = grouped(snapshot, only(snapshot)[0], title="Outer")
    outer = only(snapshot)[1]
    inner, part = only(snapshot, outer)
    names_by_id = {end.id: name for name, end in ends(snapshot.graphs[part], INPUT).items()}
    id = next(id for id, name in names_by_id.items() if name == "latent")
    snapshot = after(snapshot, edits.rename(snapshot, id, "noise", graph_id=part))
    assert set(snapshot.graphs[outer].inputs_of[inner]) == {"model", "noise"}
    (end,) = ends(snapshot.graphs[part], OUTPUT).values()
    change = edits.set_parameter(snapshot, KINDS, end.id, "name", "result", graph_id=part)
    snapshot = after(snapshot, change)
    assert Source(inner, "result") in {w.source for w in snapshot.graphs[outer].each_wire()}


def test_sockets_of_one_side_never_share_a_name() -> None:
    snapshot = grouped(picture(), "sampler")
    part = only(snapshot)[1]
    first, second = ends(snapshot.graphs[part], INPUT).values()
    snapshot = after(snapshot, edits.rename_end(snapshot, second.id, "model", graph_id=part))
    assert list(ends(snapshot.graphs[part], INPUT)) == ["model", "model 2"]
    change = edits.order_ends(snapshot, [second.id, first.id], graph_id=part)
    assert list(ends(after(snapshot, change).graphs[part], INPUT)) == ["model 2", "model"]


def test_the_first_wire_names_a_new_socket() -> None:
    snapshot = grouped(picture(), "empty")
    part = only(snapshot)[1]
    change = edits.add_node(snapshot, KINDS, INPUT, (0, 0), graph_id=part)
    snapshot = after(snapshot, change)
    source = Source(change.added_nodes[0], "value")
    wire = edits.connect(snapshot, KINDS, source, Socket("empty", "model"), graph_id=part)
    assert list(ends(after(snapshot, wire).graphs[part], INPUT)) == ["model"]


def test_no_wire_can_name_a_socket() -> None:
    snapshot = grouped(picture(), "empty")
    part = only(snapshot)[1]
    change = edits.add_node(snapshot, KINDS, INPUT, (0, 0), graph_id=part)
    snapshot = after(snapshot, change)
    source, name = Source("empty", "latent"), Socket(change.added_nodes[0], "name")
    with pytest.raises(UnknownSocket):
        edits.connect(snapshot, KINDS, source, name, graph_id=part)


def test_a_socket_that_goes_takes_its_wires_along_and_undo_brings_them_back() -> None:
    document = Document(grouped(picture(), "sampler"))
    id, part = only(document.snapshot)
    start = document.snapshot
    first, _ = ends(start.graphs[part], INPUT).values()
    document.apply(edits.remove_nodes(document.snapshot, [first.id], graph_id=part))
    assert set(document.snapshot.main.inputs_of[id]) == {"latent"}
    document.apply(edits.remove_nodes(document.snapshot, ["sampler"], graph_id=part))
    document.undo()
    document.undo()
    assert document.snapshot == start


def test_a_parameter_that_is_exposed_no_more_leaves_no_value_behind() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "sampler", "steps", graph_id=part))
    snapshot = after(snapshot, edits.set_parameter(snapshot, KINDS, id, "steps", 3))
    titled = edits.expose(snapshot, KINDS, "sampler", "steps", "Effort", graph_id=part)
    snapshot = after(snapshot, titled)
    assert snapshot.main.nodes[id].parameters == {"Effort": 3}
    snapshot = after(snapshot, edits.unexpose(snapshot, "sampler", "steps", graph_id=part))
    assert snapshot.main.nodes[id].parameters == {}
