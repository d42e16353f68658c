"""Which picture the viewer and the cards show, and which problems stay on the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.graph import edits
from app.ui.running.problems import Problem
from tests.ui.toys import GATE, Desk


def _set(desk: Desk, node: str, name: str, value: object) -> None:
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, node, name, value))


def _shade_on_card(desk: Desk, node: str) -> int:
    preview = desk.window.canvas.projection.cards[node].face.preview
    assert preview is not None
    return preview.toImage().pixelColor(0, 0).red()


def test_a_kept_result_shows_what_was_seen_of_it(desk: Desk) -> None:
    sketch = desk.add("Sketch", shade=50)
    desk.run()
    assert _shade_on_card(desk, sketch) == 50
    _set(desk, sketch, "shade", 90)
    desk.run()
    assert _shade_on_card(desk, sketch) == 90
    desk.document.undo()
    desk.run()
    assert desk.state(sketch) == "cached"
    assert _shade_on_card(desk, sketch) == 50


def test_a_picture_that_is_looked_at_again_stays_of_the_previous_run(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall(shade=10)
    desk.run()
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == wall)
    _set(desk, paint, "shade", 60)
    card = desk.window.canvas.projection.cards[paint]
    assert card.face.previous
    desk.select(paint)
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == paint)
    assert card.face.previous
    desk.run()
    assert not card.face.previous


def test_a_run_is_seen_though_another_picture_was_selected(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall(shade=10)
    desk.run()
    desk.select(paint)
    viewer = desk.window.viewer
    desk.qtbot.waitUntil(lambda: viewer.node == paint)
    _set(desk, paint, "shade", 60)
    desk.run()
    desk.qtbot.waitUntil(lambda: viewer.node == wall)
    assert viewer.view.image().pixelColor(0, 0) == QColor(60, 60, 60)


def test_what_is_selected_during_a_run_stays(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall(shade=10)
    other = desk.add("Paint", shade=99)
    desk.wire(other, desk.add("Hang"))
    desk.run()
    _set(desk, other, "waits", True)
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.state(other) == "running")
    desk.select(paint)
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        GATE.set()
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == paint)
    assert desk.state(wall) == "cached"


def test_what_was_to_be_sent_to_a_slot_goes_with_its_graph(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall(shade=10)
    desk.run()
    viewer = desk.window.viewer
    desk.qtbot.waitUntil(lambda: viewer.node == wall)
    desk.window.tab.gallery.send(paint, 3)
    desk.window.tab.gallery.forget()
    desk.run()
    desk.qtbot.waitUntil(lambda: viewer.node == wall)
    assert viewer.slots[3] is None


def test_a_problem_goes_when_its_node_is_changed_or_deleted(desk: Desk) -> None:
    refuse, other = desk.add("Refuse"), desk.add("Refuse")
    for node in (refuse, other):
        desk.wire(node, desk.add("Hang"))
    desk.run()
    assert len(desk.window.problems.all()) == 2
    paint = desk.add("Paint")
    desk.wire(paint, refuse)
    assert [problem.node for problem in desk.window.problems.all()] == [other]
    desk.document.apply(edits.remove_nodes(desk.document.snapshot, [other]))
    assert desk.window.problems.all() == ()


def test_a_long_problem_takes_several_lines(desk: Desk) -> None:
    problems = desk.window.problems
    desk.window.report(Problem("program", "Short."))
    desk.window.report(Problem("program", "It went wrong, and this is why. " * 12))
    assert problems.list.sizeHintForRow(1) > 1.5 * problems.list.sizeHintForRow(0)
    assert not problems.list.horizontalScrollBar().isVisible()


def test_the_keyboard_goes_to_the_canvas_when_the_problems_go(desk: Desk) -> None:
    desk.window.report(Problem("run", "It went wrong."))
    desk.window.problems.list.setFocus()
    desk.window.problems.clear()
    assert desk.window.canvas.viewer.hasFocus()
