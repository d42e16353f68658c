"""Subgraphs run as if their nodes lay in the root: same keys, same results, same refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.engine.lowering import lower
from app.engine.plan import Plan
from app.graph import edits
from app.graph.changes import Change
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.errors import GraphError, UnknownNode
from app.graph.interface import instances
from app.graph.operations import apply_all
from app.graph.subgraph_errors import TooLarge
from tests.engine.toys import Bench, Sheet, registry

KINDS = registry()


def after(snapshot: Snapshot, change: Change) -> Snapshot:
    return apply_all(snapshot, change.operations)[0]


def grouped(snapshot: Snapshot, *ids: str, title: str = "Part", into: str = ROOT) -> Snapshot:
    """The document with nodes put into a subgraph."""
    change = edits.make_subgraph(snapshot, KINDS, ids, title, graph_id=into)
    return after(snapshot, change)


def instance(snapshot: Snapshot, graph: str = ROOT) -> str:
    """The only instance in a graph."""
    (found,) = instances(snapshot.graphs[graph])
    return found


def row() -> Sheet:
    """1 -> + 10 -> + 20 -> + 30."""
    sheet = Sheet()
    sheet.add("start", "Number", value=1)
    sheet.add("ten", "Add", {"first": "start"}, plus=10)
    sheet.add("twenty", "Add", {"first": "ten"}, plus=20)
    sheet.add("end", "Add", {"first": "twenty", "second": "start"}, plus=30)
    return sheet


def test_a_subgraph_computes_nothing_that_was_computed_without_it(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.run(row())
    kept = bench.value("end")
    assert bench.run(grouped(row().snapshot(), "ten", "twenty")) == []
    assert bench.value("end") == kept


def test_nodes_in_a_subgraph_have_paths_of_ids_and_of_titles(tmp_path: Path) -> None:
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    plan = lower(snapshot, KINDS)
    inner = instance(snapshot)
    assert set(plan.nodes) == {"start", f"{inner}/ten", f"{inner}/twenty", "end"}
    assert plan.nodes[f"{inner}/ten"].title == "Part/Add"


def test_twenty_subgraphs_within_each_other_are_one_chain(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.run(row())
    snapshot, here, held = row().snapshot(), ROOT, ["ten", "twenty"]
    for depth in range(20):
        snapshot = grouped(snapshot, *held, title=f"Level {depth}", into=here)
        held = [instance(snapshot, here)]
        (here,) = instances(snapshot.graphs[here]).values()
        held = [id for id in snapshot.graphs[here].nodes if id in ("ten", "twenty")]
    assert bench.run(snapshot) == []


def test_an_instance_says_what_its_nodes_hold(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    (part,) = instances(snapshot.main).values()
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "ten", "plus", graph_id=part))
    bench.run(snapshot)
    assert bench.value("end") == 62
    node = instance(snapshot)
    changed = after(snapshot, edits.set_parameter(snapshot, KINDS, node, "plus", 100))
    bench.run(changed)
    assert bench.value("end") == 152
    inner = after(changed, edits.set_parameter(changed, KINDS, "ten", "plus", 7, graph_id=part))
    assert bench.run(inner) == []


def test_a_wire_into_an_exposed_parameter_counts_before_all_values(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    (part,) = instances(snapshot.main).values()
    snapshot = after(snapshot, edits.expose(snapshot, KINDS, "ten", "plus", graph_id=part))
    wired = edits.connect(
        snapshot, KINDS, Source("start", "integer"), Socket(instance(snapshot), "plus")
    )
    bench.run(after(snapshot, wired))
    assert bench.value("end") == 53


def test_two_instances_run_what_they_have_in_common_once(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    text = edits.copy_text(snapshot.main, [instance(snapshot)], snapshot)
    snapshot = after(snapshot, edits.paste(snapshot, KINDS, text, (0, 0), keep_wires=True))
    assert bench.run(snapshot).count("Add") == 3
    assert len(snapshot.graphs) == 2


def test_dots_change_nothing(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    bench.run(row())
    snapshot = row().snapshot()
    nodes = {**snapshot.main.nodes}
    wires = {**snapshot.main.wires}
    for index in range(500):
        nodes[f"d{index}"] = Node(f"d{index}", "loom.Dot")
        source = Source(f"d{index - 1}", "value") if index else Source("start", "integer")
        wires[Socket(f"d{index}", "value")] = (source,)
    wires[Socket("ten", "first")] = (Source("d499", "value"),)
    assert bench.run(Snapshot({ROOT: replace(snapshot.main, nodes=nodes, wires=wires)})) == []


def test_a_muted_subgraph_is_muted_with_all_that_is_in_it() -> None:
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    node = instance(snapshot)
    plan = lower(after(snapshot, edits.set_flag(snapshot, [node], "muted", True)), KINDS)
    assert plan.muted == {node}
    assert plan.nodes["end"].inputs["first"][0].address == node


def test_a_bypassed_subgraph_hands_on_the_first_input_of_the_type(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    outer = grouped(snapshot, instance(snapshot), title="Outer")
    for document in (snapshot, outer):
        flagged = edits.set_flag(document, [instance(document)], "bypassed", True)
        bench.run(after(document, flagged))
        assert bench.value("end") == 32
    (held,) = instances(outer.main).values()
    inner = instance(outer, held)
    flagged = edits.set_flag(outer, [inner], "bypassed", True, graph_id=held)
    bench.run(after(outer, flagged))
    assert bench.value("end") == 32


def test_a_node_that_cannot_run_is_named_by_the_way_to_it() -> None:
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    (part,) = instances(snapshot.main).values()
    broken = edits.disconnect(snapshot, snapshot.graphs[part].consumers_of["ten"], graph_id=part)
    plan = lower(after(snapshot, broken), KINDS)
    (sentence,) = (message.text() for message in plan.refused.values())
    assert sentence == "Part/Add needs a wire into first: connect one."


def test_what_is_saved_in_a_subgraph_is_saved_by_a_plain_run(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    sheet = row()
    sheet.add("save", "Save", {"number": "end"})
    snapshot = grouped(sheet.snapshot(), "end", "save")
    bench.run(snapshot)
    assert bench.plan.targets == (f"{instance(snapshot)}/save",)


@pytest.mark.parametrize("name", ["Part/ten", "Part/First"])
def test_a_request_names_nodes_in_subgraphs_by_a_path(name: str) -> None:
    sheet = row()
    sheet.add("ten", "Add", {"first": "start"}, plus=10, title="First")
    snapshot = grouped(sheet.snapshot(), "ten", "twenty")
    plan = lower(snapshot, KINDS, [name], {(name, "plus"): 3})
    address = f"{instance(snapshot)}/ten"
    assert plan.targets == (address,)
    assert plan.nodes[address].parameters["plus"] == 3
    with pytest.raises(UnknownNode):
        lower(snapshot, KINDS, ["Part/nobody"])


def test_a_request_for_a_subgraph_makes_what_it_gives() -> None:
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    assert lower(snapshot, KINDS, ["Part"]).targets == (f"{instance(snapshot)}/twenty",)


def test_an_unchanged_snapshot_gives_the_same_plan_and_unchanged_nodes_the_same_objects() -> None:
    snapshot = grouped(row().snapshot(), "ten", "twenty")
    plan = lower(snapshot, KINDS)
    assert lower(snapshot, KINDS) is plan
    (part,) = instances(snapshot.main).values()
    change = edits.set_parameter(snapshot, KINDS, "twenty", "plus", 21, graph_id=part)
    again = lower(after(snapshot, change), KINDS)
    inner = instance(snapshot)
    assert again.nodes[f"{inner}/ten"] is plan.nodes[f"{inner}/ten"]
    assert again.nodes[f"{inner}/twenty"] is not plan.nodes[f"{inner}/twenty"]


def test_a_subgraph_that_holds_itself_is_refused_with_one_sentence() -> None:
    inside = Graph({"again": Node("again", "subgraph:a")}, title="Mirror")
    snapshot = Snapshot({ROOT: Graph({"x": Node("x", "subgraph:a")}), "a": inside})
    plan = lower(snapshot, KINDS)
    assert "would hold itself without end" in plan.refused["x"].text()


def test_a_small_file_cannot_ask_for_more_nodes_than_can_be_run() -> None:
    graphs = {ROOT: Graph({"x": Node("x", "subgraph:g0")})}
    for level in range(40):
        pair = {id: Node(id, f"subgraph:g{level + 1}") for id in ("left", "right")}
        graphs[f"g{level}"] = Graph(pair)
    graphs["g40"] = Graph({"n": Node("n", "loom.Number")})
    with pytest.raises(TooLarge, match="more than 50000 nodes"):
        lower(Snapshot(graphs), KINDS)


@given(data=st.data())
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_random_graphs_run_the_same_however_they_are_folded(
    data: st.DataObject, tmp_path: Path
) -> None:
    snapshot = data.draw(sheets()).snapshot()
    bench = Bench(tmp_path)
    bench.run(snapshot)
    expected = _outline(bench.plan)
    for _ in range(data.draw(st.integers(1, 5))):
        snapshot = data.draw(st.sampled_from([_fold, _unfold]))(data.draw, snapshot)
        assert bench.run(snapshot) == []
        assert _outline(bench.plan) == expected


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Numbers and sums of them, some bypassed, muted or led through dots."""
    sheet = Sheet()
    for index in range(draw(st.integers(2, 9))):
        id = f"n{index}"
        earlier = st.sampled_from([f"n{each}" for each in range(index)])
        if index < 2:
            sheet.add(id, "Number", value=draw(st.integers(0, 5)))
            continue
        wires = {"first": draw(earlier)}
        if draw(st.booleans()):
            wires["second"] = draw(earlier)
        if draw(st.booleans()):
            wires["plus"] = draw(earlier)
        sheet.add(id, "Add", wires, plus=draw(st.integers(0, 9)))
        sheet.nodes[id] = replace(sheet.nodes[id], bypassed=draw(st.integers(0, 5)) == 0)
    return sheet


def _fold(
    draw: Callable[[st.SearchStrategy[list[str]]], list[str]], snapshot: Snapshot
) -> Snapshot:
    """Some nodes of some graph in a subgraph, where the rules allow it."""
    (here,) = draw(st.lists(st.sampled_from(sorted(snapshot.graphs)), min_size=1, max_size=1))
    nodes = sorted(snapshot.graphs[here].nodes)
    ids = draw(st.lists(st.sampled_from(nodes), unique=True, max_size=5)) if nodes else []
    return _tried(snapshot, lambda: edits.make_subgraph(snapshot, KINDS, ids, graph_id=here))


def _unfold(
    draw: Callable[[st.SearchStrategy[list[str]]], list[str]], snapshot: Snapshot
) -> Snapshot:
    """A subgraph of some graph taken apart."""
    (here,) = draw(st.lists(st.sampled_from(sorted(snapshot.graphs)), min_size=1, max_size=1))
    for id in sorted(instances(snapshot.graphs[here]))[:1]:
        return _tried(snapshot, partial(edits.unpack_subgraph, snapshot, KINDS, id, graph_id=here))
    return snapshot


def _tried(snapshot: Snapshot, edit: Callable[[], Change]) -> Snapshot:
    try:
        return after(snapshot, edit())
    except GraphError:
        return snapshot


def _outline(plan: Plan) -> Iterable[object]:
    """What a plan does, without the names of its nodes."""
    known: dict[str, object] = {}
    for address, node in plan.nodes.items():
        fed = {
            name: tuple((known[link.address], link.output) for link in links)
            for name, links in node.inputs.items()
        }
        known[address] = repr((node.type, sorted(node.parameters.items()), sorted(fed.items())))
    return sorted(map(str, known.values())), sorted(str(known[t]) for t in plan.targets)
