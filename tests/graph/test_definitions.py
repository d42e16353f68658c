"""Definitions: shared, copied, in files, and never within themselves."""

from __future__ import annotations

import json

import pytest

from app.graph import edits
from app.graph.document import ROOT, Graph, Node, Snapshot
from app.graph.inside import with_value
from app.graph.interface import INPUT, instance_type, instances
from app.graph.reading import read_text
from app.graph.subgraph_errors import HoldsItself, NoPlaceForEnd
from app.graph.ungrouping import unused
from app.graph.writing import to_text
from tests.graph.parts import grouped, only
from tests.graph.strategies import after
from tests.graph.toys import KINDS, picture


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
    warnings = read_text(to_text(snapshot, None), KINDS).warnings
    assert "holds others that lie too deep within each other" in str(warnings[0])
    assert not any("hold itself" in str(warning) for warning in warnings)


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
