"""The commands with graphs of subgraphs: targets, settings and reports by paths of titles."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.graph import edits
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.file import save_file
from app.graph.operations import apply_all
from tests.test_cli import call
from tests.toys import make_program

KINDS = make_program().kinds


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A start and a show, each in a subgraph of its own."""
    nodes = {"start": Node("start", "loom.Start"), "show": Node("show", "loom.Show")}
    wires = {Socket("show", "number"): (Source("start", "float"),)}
    snapshot = Snapshot({"main": Graph(nodes, wires)})
    for id, title in (("start", "Begin"), ("show", "End")):
        change = edits.make_subgraph(snapshot, KINDS, [id], title)
        snapshot, _ = apply_all(snapshot, change.operations)
    path = tmp_path / "parts.loom"
    save_file(path, snapshot, KINDS)
    return path


def test_a_graph_of_subgraphs_runs_and_reports_by_addresses(graph: Path) -> None:
    answer = call("run", graph, "--json")
    assert answer.status == 0, answer.log
    assert sorted(address.rpartition("/")[2] for address in answer.outcome["nodes"]) == [
        "show",
        "start",
    ]
    assert "End/Show:" in answer.log


def test_a_setting_reaches_into_a_subgraph(graph: Path) -> None:
    by_title = call("run", graph, "--set", "Begin/Start.value=7", "--json")
    assert by_title.status == 0, by_title.log
    wrong = call("run", graph, "--set", "Begin/Start.value=lots")
    assert wrong.status != 0
    assert "Start.value must be a number, not lots" in wrong.log


def test_a_target_may_be_a_subgraph_or_lie_in_one(graph: Path) -> None:
    for name in ("Begin", "Begin/Start", "Begin/start"):
        outcome = call("run", graph, "--target", name, "--json").outcome
        assert [address.rpartition("/")[2] for address in outcome["nodes"]] == ["start"]


def test_a_name_that_leads_nowhere_is_refused(graph: Path) -> None:
    answer = call("run", graph, "--target", "Begin/nobody")
    assert answer.status != 0
    assert "The graph has no node with the id or title Begin/nobody" in answer.log


def test_check_counts_the_nodes_in_subgraphs(graph: Path) -> None:
    answer = call("check", graph)
    assert "2 nodes and 1 wires, nothing wrong" in answer.out
