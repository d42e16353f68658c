"""Running the graph from the window, with the real worker."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.engine.events import RunFinished, RunRetried
from app.graph import edits
from app.graph.errors import Message
from tests.ui.toys import GATE, Desk


def test_control_enter_runs_the_graph_and_shows_its_picture(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall(shade=200)
    desk.run()
    assert (desk.state(paint), desk.state(wall)) == ("done", "done")
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == wall)
    assert desk.window.viewer.view.image().pixelColor(0, 0) == QColor(200, 200, 200)


def test_an_unchanged_graph_is_found_and_not_run_again(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    desk.run()
    assert desk.window.runs.worked == 2
    desk.run()
    assert desk.state(paint) == "cached"
    assert desk.window.runs.worked == 0


def test_the_inspector_tells_why_a_node_ran(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=3)
    desk.select(paint)
    desk.run()
    panel = desk.window.inspector.panel
    assert panel is not None
    assert panel.reason_text() == "Ran because it had not run before."
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, paint, "shade", 9))
    assert panel.reason_text() == ""
    desk.run()
    assert panel.reason_text() == "Ran because shade changed from 3 to 9."
    desk.run()
    assert panel.reason_text() == "Found: nothing that it depends on changed."


def test_a_run_can_be_stopped_by_its_keys(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(paint) == "running")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    with desk.qtbot.waitSignal(desk.window.runs.ended) as ended:
        desk.key(Qt.Key.Key_Return, modifiers)
    assert isinstance(ended.args[0], RunFinished)
    assert ended.args[0].stopped
    assert desk.state(paint) == "idle"


def test_progress_and_preview_are_seen_while_a_node_works(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.runs.look_of(paint).step == 1)
    assert desk.window.viewer.view.picture_size().width() == 2
    assert desk.window.runs.is_busy
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        GATE.set()


def test_a_failed_node_is_a_problem_that_leads_to_it(desk: Desk) -> None:
    refuse, wall = desk.add("Refuse"), desk.add("Hang")
    desk.wire(refuse, wall)
    desk.run()
    assert (desk.state(refuse), desk.state(wall)) == ("failed", "skipped")
    assert desk.sentences() == ["There is no paint left: buy some."]
    problems = desk.window.problems
    assert problems.isVisible()
    place = problems.list.visualItemRect(problems.list.item(0)).center()
    desk.qtbot.mouseClick(problems.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.window.canvas.selected() == [refuse]


def test_the_next_run_clears_the_problems_of_the_last(desk: Desk) -> None:
    refuse, wall = desk.add("Refuse"), desk.add("Hang")
    desk.wire(refuse, wall)
    desk.run()
    desk.document.apply(edits.remove_nodes(desk.document.snapshot, [refuse]))
    paint = desk.add("Paint")
    desk.wire(paint, wall)
    desk.run()
    assert desk.sentences() == []
    assert not desk.window.problems.isVisible()


def test_what_a_change_makes_out_of_date_is_idle_again(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    other = desk.add("Paint", shade=3)
    hook = desk.add("Hang")
    desk.wire(other, hook)
    desk.run()
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, paint, "shade", 9))
    assert [desk.state(id) for id in (paint, wall, other, hook)] == ["idle", "idle", "done", "done"]


def test_a_change_while_it_runs_leaves_the_result_out_of_date(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(paint) == "running")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, paint, "shade", 9))
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        GATE.set()
    assert desk.state(paint) == "idle"


def test_only_what_the_selected_nodes_need_is_run(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    desk.select(paint)
    desk.window.canvas.viewer.setFocus()
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert (desk.state(paint), desk.state(wall)) == ("done", "idle")


def test_the_viewer_follows_the_selection_and_turns_the_batch(desk: Desk) -> None:
    _, wall = desk.picture_on_the_wall(shade=10, count=3)
    other, hook = desk.picture_on_the_wall(shade=99)
    desk.run()
    desk.select(wall)
    viewer = desk.window.viewer
    desk.qtbot.waitUntil(lambda: viewer.node == wall)
    viewer.view.setFocus()
    desk.qtbot.keyClick(viewer.view, Qt.Key.Key_Right)
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() == 11)
    desk.select(other)
    desk.qtbot.waitUntil(lambda: viewer.node == other)
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() == 99)
    assert hook in desk.document.snapshot.main.nodes


def test_a_new_run_replaces_one_that_goes_on(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(paint) == "running")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, paint, "waits", False))
    desk.run()
    assert desk.state(paint) == "done"
    assert not desk.window.runs.is_busy


def test_a_run_that_another_process_begins_anew_is_told_and_goes_on(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(paint) == "running")
    message = Message("WorkerReplaced", "The process ended: another one goes on.", {})
    desk.window.handle(RunRetried(desk.window.runs.run, message, "its last words"))
    (problem,) = desk.window.problems.all()
    assert problem.is_warning
    assert "its last words" in problem.report()
    assert desk.window.status.currentMessage() == "The process ended: another one goes on."
    assert desk.window.runs.is_busy
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        GATE.set()
    assert desk.state(paint) == "done"
