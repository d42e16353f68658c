"""What the instances of a definition look like from outside."""

from __future__ import annotations

import gc
import weakref

import pytest

from app.graph import edits
from app.graph.document import ROOT, Graph, Node, Note, Snapshot, Socket, Source
from app.graph.errors import WrongTrait, WrongType
from app.graph.interface import INPUT, instance_type, instances
from app.graph.rules import output_types
from app.graph.subgraphs import within
from tests.graph.parts import grouped, only, spec_of
from tests.graph.strategies import after
from tests.graph.toys import KINDS, graph, node, picture


def test_an_instance_has_the_sockets_of_what_lies_in_it() -> None:
    snapshot = grouped(picture(), "sampler")
    spec = spec_of(snapshot, only(snapshot)[0])
    assert spec.title == "Part"
    assert [(s.name, str(s.type), s.required) for s in spec.inputs] == [
        ("model", "Model", True),
        ("latent", "Latent", True),
    ]
    assert [(o.name, str(o.type)) for o in spec.outputs] == [("latent", "Latent")]


def test_an_input_is_required_only_where_what_it_feeds_is() -> None:
    snapshot = grouped(picture(), "empty")
    part = only(snapshot)[1]
    change = edits.add_node(snapshot, KINDS, INPUT, (0, 0), graph_id=part)
    snapshot = after(snapshot, change)
    wire = edits.connect(
        snapshot,
        KINDS,
        Source(change.added_nodes[0], "value"),
        Socket("empty", "model"),
        graph_id=part,
    )
    snapshot = after(snapshot, wire)
    spec = spec_of(snapshot, only(snapshot)[0])
    assert [(s.name, s.required) for s in spec.inputs] == [("model", False)]


def test_a_note_in_a_definition_is_the_help_of_its_instances() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    note = edits.put_note(snapshot, Note("n", "Sharpens eyes."), graph_id=part)
    assert spec_of(after(snapshot, note), id).help == "Sharpens eyes."


def test_exposed_parameters_are_those_of_the_instances() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    snapshot = after(
        snapshot, edits.set_parameter(snapshot, KINDS, "sampler", "steps", 9, graph_id=part)
    )
    snapshot = after(
        snapshot, edits.expose(snapshot, KINDS, "sampler", "steps", "Effort", graph_id=part)
    )
    (parameter,) = spec_of(snapshot, id).parameters
    assert (parameter.name, parameter.default, parameter.high) == ("Effort", 9, 150)
    assert "Effort" not in snapshot.main.nodes[id].parameters


def test_a_family_is_known_through_any_number_of_subgraphs() -> None:
    snapshot = picture()
    sampler = "sampler"
    here = ROOT
    for title in ("A", "B", "C"):
        snapshot = grouped(snapshot, sampler, title=title, into=here)
        here = only(snapshot, here)[1]
    id = only(snapshot)[0]
    types = output_types(snapshot.main, within(KINDS, snapshot))
    assert str(types[Source(id, "latent")]) == "Latent (SD 1)"


def test_a_change_inside_changes_what_is_known_outside() -> None:
    snapshot = grouped(picture(), "load", "empty", "sampler")
    id, part = only(snapshot)
    kinds = within(KINDS, snapshot)
    assert str(output_types(snapshot.main, kinds)[Source(id, "latent")]) == "Latent (SD 1)"
    change = edits.set_parameter(snapshot, KINDS, "load", "family", "SDXL", graph_id=part)
    snapshot = after(snapshot, change)
    kinds = within(KINDS, snapshot)
    assert str(output_types(snapshot.main, kinds)[Source(id, "latent")]) == "Latent (SDXL)"


def test_the_declaration_stays_the_same_object_while_only_places_change() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    moved = after(snapshot, edits.move_nodes(snapshot, {"sampler": (7, 7)}, graph_id=part))
    assert spec_of(moved, id) is spec_of(snapshot, id)


def test_definitions_that_came_and_went_are_forgotten_in_the_end() -> None:
    graphs = [Graph({"x": Node("x", "toy.Number")}, title=f"Part {n}") for n in range(1200)]
    first = weakref.ref(graphs[0])
    for n, part in enumerate(graphs):
        document = Snapshot({ROOT: Graph(), f"g{n}": part})
        assert within(KINDS, document).spec(instance_type(f"g{n}"))
    graphs.clear()
    gc.collect()
    assert first() is None


def test_wires_at_an_instance_are_checked_by_what_lies_in_it() -> None:
    snapshot = grouped(picture(), "sampler")
    id = only(snapshot)[0]
    with pytest.raises(WrongType, match="model of Part takes Model"):
        edits.connect(snapshot, KINDS, Source("empty", "latent"), Socket(id, "model"))
    foreign = Snapshot(
        {
            ROOT: graph(
                node("xl", "Load", family="SDXL"),
                node("noise", "Empty"),
                node("show", "Show"),
                noise__model="xl.model",
                show__anything="noise.latent",
            )
        }
    )
    foreign = grouped(foreign, "xl", "noise", title="Noise")
    text = edits.copy_text(foreign.main, instances(foreign.main), foreign)
    snapshot = after(snapshot, edits.paste(snapshot, KINDS, text, (0, 0)))
    noise = next(held for held in instances(snapshot.main) if held != id)
    with pytest.raises(WrongTrait, match="latent of Noise is for SDXL"):
        edits.connect(snapshot, KINDS, Source(noise, "latent"), Socket(id, "latent"))
