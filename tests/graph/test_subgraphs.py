"""Definitions and their instances: what they look like from outside, and edits of them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.graph import edits
from app.graph.changes import Change
from app.graph.document import ROOT, Graph, Node, Note, Snapshot, Socket, Source
from app.graph.editor import Document
from app.graph.errors import GraphError, WrongTrait, WrongType
from app.graph.inside import with_value
from app.graph.interface import INPUT, OUTPUT, ends, instance_type, instances
from app.graph.operations import apply_all
from app.graph.reading import read_text
from app.graph.rules import output_types
from app.graph.spec import NodeSpec
from app.graph.subgraph_errors import HoldsItself, NoPlaceForEnd, NothingToGroup, NotTogether
from app.graph.subgraphs import within
from app.graph.ungrouping import unused
from app.graph.writing import to_text
from tests.graph import strategies
from tests.graph.strategies import after
from tests.graph.toys import KINDS, graph, node, picture


def grouped(snapshot: Snapshot, *ids: str, title: str = "Part", into: str = ROOT) -> Snapshot:
    """The document with nodes put into a subgraph."""
    return after(snapshot, edits.make_subgraph(snapshot, KINDS, ids, title, graph_id=into))


def only(snapshot: Snapshot, here: str = ROOT) -> tuple[str, str]:
    """The only instance in a graph, and its definition."""
    (found,) = instances(snapshot.graphs[here]).items()
    return found


def spec_of(snapshot: Snapshot, id: str, here: str = ROOT) -> NodeSpec:
    """The declaration of a node in the document."""
    spec = within(KINDS, snapshot).spec(snapshot.graphs[here].nodes[id].type)
    assert spec is not None
    return spec


def names(items: Sequence[object]) -> list[str]:
    return [item.name for item in items]  # type: ignore[attr-defined]


# --- what an instance looks like


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


# --- making and unpacking


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


# --- the sockets of a definition


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


# --- definitions


def test_a_subgraph_never_holds_itself() -> None:
    snapshot = grouped(picture(), "sampler")
    snapshot = grouped(snapshot, only(snapshot)[0], title="Outer")
    outer = only(snapshot)[1]
    part = only(snapshot, outer)[1]
    for held in (outer, part):
        with pytest.raises(HoldsItself, match="would hold itself without end"):
            edits.add_node(snapshot, KINDS, instance_type(held), (0, 0), graph_id=part)
    text = edits.copy_text(snapshot.main, instances(snapshot.main), snapshot)
    with pytest.raises(HoldsItself):
        edits.paste(snapshot, KINDS, text, (0, 0), graph_id=part)
    assert edits.add_node(snapshot, KINDS, instance_type(part), (0, 0), graph_id=ROOT)


def test_a_file_with_a_subgraph_in_itself_opens_with_a_warning() -> None:
    circle = Graph({"x": Node("x", "subgraph:a")}, title="Mirror")
    text = to_text(Snapshot({ROOT: Graph({"m": Node("m", "subgraph:a")}), "a": circle}), None)
    opened = read_text(text, KINDS)
    assert "The subgraph Mirror would hold itself" in str(opened.warnings[0])
    assert to_text(opened.snapshot, KINDS) == text


def test_an_instance_without_a_definition_opens_with_a_warning() -> None:
    text = to_text(Snapshot({ROOT: Graph({"m": Node("m", "subgraph:gone")})}), None)
    (warning,) = read_text(text, KINDS).warnings
    assert "stands for a subgraph that is not in this file (gone)" in str(warning)


def test_a_thousand_subgraphs_within_each_other_open_with_a_warning() -> None:
    graphs = {f"g{n}": Graph({"x": Node("x", f"subgraph:g{n + 1}")}) for n in range(1000)}
    graphs["g1000"] = Graph({"n": Node("n", "toy.Number")})
    snapshot = Snapshot({ROOT: Graph({"x": Node("x", "subgraph:g0")}), **graphs})
    assert read_text(to_text(snapshot, None), KINDS).warnings


def test_ends_have_no_meaning_in_the_main_graph() -> None:
    with pytest.raises(NoPlaceForEnd, match="Subgraph Input has no meaning in the main graph"):
        edits.add_node(picture(), KINDS, INPUT, (0, 0))
    snapshot = grouped(picture(), "sampler")
    part = only(snapshot)[1]
    text = edits.copy_text(snapshot.graphs[part], snapshot.graphs[part].nodes, snapshot)
    pasted = edits.paste(snapshot, KINDS, text, (0, 0))
    assert len(pasted.added_nodes) == 1


def test_pasting_shares_a_definition_that_is_there_already() -> None:
    snapshot = grouped(picture(), "sampler")
    text = edits.copy_text(snapshot.main, [only(snapshot)[0]], snapshot)
    assert len(after(snapshot, edits.paste(snapshot, KINDS, text, (0, 0))).graphs) == 2
    elsewhere = after(picture(), edits.paste(picture(), KINDS, text, (0, 0)))
    assert elsewhere.graphs.keys() == snapshot.graphs.keys()


def test_pasting_another_definition_of_the_same_id_gives_it_a_fresh_one() -> None:
    snapshot = grouped(grouped(picture(), "sampler"), "empty", title="Other")
    (first, part), _ = instances(snapshot.main).items()
    text = edits.copy_text(snapshot.main, [first], snapshot)
    change = edits.set_parameter(snapshot, KINDS, "sampler", "steps", 3, graph_id=part)
    changed = after(snapshot, change)
    once = after(changed, edits.paste(changed, KINDS, text, (0, 0)))
    assert len(once.graphs) == 4
    twice = after(once, edits.paste(once, KINDS, text, (0, 0)))
    assert len(twice.graphs) == 4
    titles = sorted(held.title for id, held in twice.graphs.items() if id != ROOT)
    assert titles == ["Other", "Part", "Part 2"]


def test_an_instance_can_get_a_definition_of_its_own() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    text = edits.copy_text(snapshot.main, [id], snapshot)
    snapshot = after(snapshot, edits.paste(snapshot, KINDS, text, (0, 0)))
    snapshot = after(snapshot, edits.copy_definition(snapshot, id))
    own = instances(snapshot.main)[id]
    assert own != part
    assert snapshot.graphs[own].title == "Part 2"
    assert snapshot.graphs[own].nodes == snapshot.graphs[part].nodes


def test_a_definition_without_instances_stays_until_it_is_removed() -> None:
    snapshot = grouped(picture(), "sampler")
    snapshot = grouped(snapshot, only(snapshot)[0], title="Outer")
    snapshot = after(snapshot, edits.remove_nodes(snapshot, [only(snapshot)[0]]))
    assert len(unused(snapshot)) == 1
    assert len(read_text(to_text(snapshot, KINDS), KINDS).snapshot.graphs) == 3
    assert list(after(snapshot, edits.remove_unused(snapshot)).graphs) == [ROOT]


def test_the_only_instance_passes_its_title_on() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    snapshot = after(snapshot, edits.rename(snapshot, id, "Detail"))
    assert (snapshot.graphs[part].title, snapshot.main.nodes[id].title) == ("Detail", "")


def test_a_value_for_one_node_leaves_the_other_instances_alone() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    text = edits.copy_text(snapshot.main, [id], snapshot)
    snapshot = after(snapshot, edits.paste(snapshot, KINDS, text, (0, 0), keep_wires=True))
    changed = with_value(snapshot, KINDS, f"{id}/sampler", "steps", 3)
    own = instances(changed.main)[id]
    assert changed.graphs[own].nodes["sampler"].parameters["steps"] == 3
    assert changed.graphs[part].nodes["sampler"].parameters["steps"] == 20
    exposed = after(snapshot, edits.expose(snapshot, KINDS, "sampler", "steps", graph_id=part))
    changed = with_value(exposed, KINDS, f"{id}/sampler", "steps", 3)
    assert changed.main.nodes[id].parameters == {"steps": 3}


def test_the_file_shows_what_an_instance_says_and_nothing_else() -> None:
    snapshot = grouped(picture(), "sampler")
    id, part = only(snapshot)
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "sampler", "steps", graph_id=part))
    written = json.loads(to_text(snapshot, KINDS))
    assert written["graphs"][ROOT]["nodes"][id]["parameters"] == {}
    assert written["graphs"][part]["title"] == "Part"
    opened = read_text(to_text(snapshot, KINDS), KINDS)
    assert (opened.snapshot, opened.warnings) == (snapshot, ())


@given(st.data())
def test_whatever_is_put_into_subgraphs_can_be_undone(data: st.DataObject) -> None:
    snapshot = data.draw(strategies.snapshots)
    for _ in range(4):
        here = data.draw(st.sampled_from(sorted(snapshot.graphs)))
        change = _some_edit(data, snapshot, here)
        there, backward = apply_all(snapshot, change.operations)
        assert apply_all(there, backward)[0] == snapshot
        text = to_text(there, None)
        assert to_text(read_text(text, None).snapshot, None) == text
        snapshot = there


def _some_edit(data: st.DataObject, snapshot: Snapshot, here: str) -> Change:
    """A subgraph made, taken apart or made unique; what the rules refuse comes out empty."""
    held = snapshot.graphs[here]
    ids = sorted(held.nodes)
    with suppress(GraphError):
        match data.draw(st.integers(0, 3)):
            case 0 | 1:
                some = data.draw(st.sets(st.sampled_from(ids), max_size=3)) if ids else set()
                return edits.make_subgraph(snapshot, KINDS, sorted(some), graph_id=here)
            case 2:
                for id in instances(held):
                    return edits.unpack_subgraph(snapshot, KINDS, id, graph_id=here)
            case _:
                for id in instances(held):
                    return edits.copy_definition(snapshot, id, graph_id=here)
    return Change("Nothing")
