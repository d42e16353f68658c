"""What nodes look like after events and edits, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.engine import events
from app.engine.forecast import Forecast, NodeForecast
from app.engine.reasons import reason
from app.graph.document import Graph, Node, Snapshot, Socket, Source
from app.graph.errors import Message
from app.ui.canvas.look import Look
from app.ui.running.looks import Looks, outdated, outdated_nodes
from app.ui.running.pace import Pace, Progress


def chain() -> Graph:
    """a feeds b feeds c; d stands alone."""
    nodes = {id: Node(id, "loom.Any", parameters={"x": 1}) for id in "abcd"}
    wires = {Socket("b", "in"): (Source("a", "out"),), Socket("c", "in"): (Source("b", "out"),)}
    return Graph(nodes, wires)


def changed(graph: Graph, id: str, **fields: object) -> Graph:
    """The graph with one node changed."""
    return replace(graph, nodes={**graph.nodes, id: replace(graph.nodes[id], **fields)})


def test_a_changed_value_reaches_all_that_comes_after_it() -> None:
    before = chain()
    assert outdated(before, changed(before, "b", parameters={"x": 2})) == {"b", "c"}


def test_moving_and_naming_make_nothing_out_of_date() -> None:
    before = chain()
    assert outdated(before, changed(before, "a", position=(9.0, 9.0), title="new")) == set()


def test_a_cut_wire_makes_its_end_out_of_date() -> None:
    before = chain()
    after = replace(before, wires={Socket("c", "in"): (Source("b", "out"),)})
    assert outdated(before, after) == {"b", "c"}


def test_an_edited_subgraph_is_out_of_date_with_all_that_is_inside() -> None:
    told: dict[str, Look] = {}
    looks = Looks(told.__setitem__)
    for node in ("group/inner", "group/deep/node", "groups/inner"):
        looks.finished(events.NodeFinished(1, node, 0.5))
    looks.edited({"group"})
    assert told["group/inner"] == told["group/deep/node"] == Look()
    assert told["groups/inner"] == Look("done", seconds=0.5)


def test_a_change_inside_a_definition_reaches_what_stands_for_it() -> None:
    inside = Graph({"x": Node("x", "loom.Any")})
    main = Graph(
        {"a": Node("a", "subgraph:outer"), "b": Node("b", "loom.Any")},
        {Socket("b", "in"): (Source("a", "out"),)},
    )
    outer = Graph({"inner": Node("inner", "subgraph:inside")})
    before = Snapshot({"main": main, "outer": outer, "inside": inside})
    other = replace(inside, nodes={"x": Node("x", "loom.Any", parameters={"y": 1})})
    after = replace(before, graphs={**before.graphs, "inside": other})
    assert outdated_nodes(before, after) == {"a", "b"}
    assert outdated_nodes(before, before) == set()


def test_what_never_came_to_its_turn_is_idle_at_the_end() -> None:
    looks = Looks(lambda _node, _look: None)
    looks.started(events.RunStarted(1, ("a", "b", "c")))
    looks.finished(events.NodeFinished(1, "a", 0.5))
    looks.failed(events.NodeFailed(1, "b", Message("Sad", "It is {why}.", {"why": "late"})))
    looks.ended()
    assert looks.of("a") == Look("done", seconds=0.5)
    assert looks.of("b") == Look("failed", seconds=0.0, error="It is late.")
    assert looks.of("c") == Look()


def test_a_cached_node_keeps_the_time_that_it_once_took() -> None:
    looks = Looks(lambda _node, _look: None)
    looks.finished(events.NodeFinished(1, "a", 3.0))
    looks.started(events.RunStarted(2, ("a",)))
    looks.cached(events.NodesCached(2, {"a": {}}))
    why = "found: nothing that it depends on changed"
    assert looks.of("a") == Look("cached", seconds=3.0, reason=why, found="memory")


def test_a_cached_node_says_where_its_result_was_found() -> None:
    looks = Looks(lambda _node, _look: None)
    results = {"a": {}, "b": {}}
    looks.cached(events.NodesCached(1, results, on_disk=frozenset({"b"})))
    assert [looks.of(node).found for node in results] == ["memory", "disk"]


def test_a_node_says_why_it_ran_and_how_many_steps_were_kept() -> None:
    looks = Looks(lambda _node, _look: None)
    why = (reason("ParameterChanged", name="cfg", before="7", after="6.5"),)
    looks.node_started(events.NodeStarted(1, "a", why))
    looks.progressed(events.NodeProgressed(1, "a", 19, 30), "19 of 30")
    assert looks.of("a").reason == "ran because cfg changed from 7 to 6.5"
    steps = (reason("StepsKept", first=0, last=17),)
    looks.finished(
        events.NodeFinished(
            1, "a", 0.5, reasons=why, steps_run=12, steps_reused=18, step_reasons=steps
        )
    )
    assert looks.of("a").note == "18 of 30 steps were kept"
    told = "ran because cfg changed from 7 to 6.5; steps 0 to 17 were kept"
    assert looks.of("a").reason == told


def test_the_time_left_is_told_from_the_second_step_on() -> None:
    now = [100.0]
    pace = Pace(lambda: now[0])
    assert pace.step("a", 1, 5) == Progress("a", 1, 5, None)
    now[0] += 2.0
    progress = pace.step("a", 2, 5)
    assert progress.left == 6.0
    assert progress.text() == "step 2 of 5 · 6.0 s left"
    assert progress.card_text() == "2.0 s a step · 6.0 s left"
    now[0] += 0.5
    assert pace.step("a", 3, 5).card_text() == "1.2 s a step · 2.5 s left"
    now[0] += 0.1
    assert Pace().step("a", 1, 5).card_text() == ""
    assert pace.step("a", 1, 9).left is None


def test_the_time_left_of_a_run_counts_the_nodes_that_are_still_to_come() -> None:
    now = [0.0]
    pace = Pace(lambda: now[0])
    pace.foretell(Forecast((NodeForecast("a", 10, 10, 10.0), NodeForecast("b", seconds=5.0))))
    assert pace.begin("a").run_left == 15.0
    now[0] = 4.0
    assert pace.begin("a").share == 0.0
    pace.step("a", 1, 10)
    now[0] = 6.0
    progress = pace.step("a", 2, 10)
    assert (progress.left, progress.run_left) == (16.0, 21.0)
    assert progress.share == pytest.approx(10 / 15 * 2 / 18)  # not 2 of the 10 s expected
    pace.finish("a")
    now[0] = 20.0
    last = pace.begin("b")
    assert (last.run_left, last.share) == (5.0, 10.0 / 15.0)


def test_without_a_forecast_the_time_left_of_a_run_is_not_told() -> None:
    pace = Pace()
    assert pace.begin("a") == Progress("a")


def test_what_is_refused_says_so_before_anything_runs() -> None:
    looks = Looks(lambda _node, _look: None)
    looks.refused({"a": Message("Sad", "It is {why}.", {"why": "too small"})})
    looks.started(events.RunStarted(1, ("b",)))
    assert looks.of("a") == Look("failed", error="It is too small.")
