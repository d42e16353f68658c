"""Problems lead to their nodes, inside subgraphs and in other tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.graph import edits
from tests.ui.toys import Desk


def refuse_in_a_subgraph(desk: Desk) -> tuple[str, str, str]:
    """A node that fails inside a subgraph, and one behind it: instance, inner node, wall."""
    refuse, wall = desk.add("Refuse"), desk.add("Hang")
    desk.wire(refuse, wall)
    change = edits.make_subgraph(desk.document.snapshot, desk.kinds, [refuse])
    desk.document.apply(change)
    instance = next(
        id for id, node in desk.document.snapshot.main.nodes.items() if node.type[:9] == "subgraph:"
    )
    return instance, refuse, wall


def click_first_problem(desk: Desk) -> None:
    problems = desk.window.problems
    place = problems.list.visualItemRect(problems.list.item(0)).center()
    desk.qtbot.mouseClick(problems.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_problem_inside_a_subgraph_leads_into_it(desk: Desk) -> None:
    instance, refuse, wall = refuse_in_a_subgraph(desk)
    desk.run()
    assert desk.state(f"{instance}/{refuse}") == "failed"
    assert desk.state(wall) == "skipped"
    assert desk.window.runs.look_of(wall).note == "waits for Refuse"
    assert desk.sentences() == ["There is no paint left: buy some."]
    click_first_problem(desk)
    assert desk.window.canvas.path == (instance,)
    assert desk.window.canvas.selected() == [refuse]


def test_a_problem_inside_a_subgraph_goes_with_its_node(desk: Desk) -> None:
    instance, _, _ = refuse_in_a_subgraph(desk)
    desk.run()
    desk.document.apply(edits.remove_nodes(desk.document.snapshot, [instance]))
    assert desk.sentences() == []


def test_each_graph_has_its_own_problems(desk: Desk) -> None:
    desk.add("Refuse")
    first = desk.window.tab
    desk.run()
    desk.key(Qt.Key.Key_N)
    assert desk.sentences() == []
    desk.window.tabs.show_tab(first)
    assert desk.sentences() == ["There is no paint left: buy some."]


def test_the_failed_node_of_a_queued_run_is_found_in_its_subgraph(desk: Desk) -> None:
    instance, refuse, _ = refuse_in_a_subgraph(desk)
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    entry = desk.window.running.queue.entries()[0]
    assert (entry.state, entry.node) == ("failed", f"{instance}/{refuse}")
    assert entry.problem == "There is no paint left: buy some."
