"""What a run costs, as the window tells it; and runs that begin by themselves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from app.engine.forecast import Forecast, NodeForecast
from app.graph import edits
from app.graph.document import Socket, Source, Wire
from app.ui.running.cost import cost_text
from tests.ui.toys import Desk


def cost(desk: Desk) -> str:
    return desk.window.bar.cost.text()


def test_the_cost_of_a_run_follows_the_graph(desk: Desk) -> None:
    desk.window.warm_up()
    paint, _ = desk.picture_on_the_wall()
    desk.qtbot.waitUntil(lambda: cost(desk) == "2 nodes")
    desk.run()
    desk.qtbot.waitUntil(lambda: cost(desk) == "nothing to do")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_parameter(snapshot, desk.kinds, paint, "shade", 9))
    desk.qtbot.waitUntil(lambda: cost(desk).startswith("2 nodes · about 0.1 s"))
    desk.document.undo()
    desk.qtbot.waitUntil(lambda: cost(desk) == "nothing to do")


def test_a_seed_that_will_change_counts_before_the_run(desk: Desk) -> None:
    desk.window.warm_up()
    everything = desk.add("Everything")
    desk.run()
    desk.qtbot.waitUntil(lambda: cost(desk) == "nothing to do")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_control(snapshot, desk.kinds, everything, "seed", "random"))
    desk.qtbot.waitUntil(lambda: cost(desk).startswith("1 node"))
    desk.run()
    assert desk.document.snapshot.main.nodes[everything].parameters["seed"] != 0
    assert desk.document.undo_names[0] == "New seed"


def test_the_tip_of_run_says_which_nodes_work_and_why(desk: Desk) -> None:
    desk.window.warm_up()
    paint, _ = desk.picture_on_the_wall(shade=3)
    desk.run()
    desk.qtbot.waitUntil(lambda: cost(desk) == "nothing to do")
    desk.document.apply(edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", 5))
    button = desk.window.findChild(QPushButton, "runButton")
    assert isinstance(button, QPushButton)
    why = "Paint: Shade changed from 3 to 5."
    desk.qtbot.waitUntil(lambda: why.lower() in button.toolTip().lower())
    assert "After that: Hang" in button.toolTip()


def test_a_graph_that_cannot_run_is_not_said_to_cost_nothing(desk: Desk) -> None:
    desk.window.warm_up()
    paint, wall = desk.picture_on_the_wall()
    desk.run()
    desk.qtbot.waitUntil(lambda: cost(desk) == "nothing to do")
    socket = Socket(wall, "image")
    gone = [Wire(Source(paint, "image"), socket)]
    desk.document.apply(edits.disconnect(desk.document.snapshot, gone))
    desk.qtbot.waitUntil(lambda: cost(desk) == "")


@pytest.mark.parametrize(
    ("nodes", "expected"),
    [
        ((), "nothing to do"),
        (
            (NodeForecast("a", 12, 30, 4.2), NodeForecast("b", seconds=0.3)),
            "12 of 30 steps · about 4 s",
        ),
        ((NodeForecast("a", 30, 30, None),), "30 steps"),
        ((NodeForecast("a", 30, 30, None, certain=False),), "up to 30 steps"),
        ((NodeForecast("a", seconds=0.01),), "1 node · about 0.1 s"),
        ((NodeForecast("a", seconds=125.0),), "1 node · about 2 min 05 s"),
    ],
)
def test_a_cost_is_told_in_few_words(nodes: tuple[NodeForecast, ...], expected: str) -> None:
    assert cost_text(Forecast(nodes)) == expected


def test_nothing_is_told_while_the_cost_is_unknown() -> None:
    assert cost_text(None) == ""


def test_run_on_edit_runs_after_a_change_that_matters(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.window.actions_table.by_id["run_on_edit"].trigger()
    assert desk.remembered.settings.run_on_edit
    move = edits.move_nodes(desk.document.snapshot, {paint: (50.0, 50.0)})
    with desk.qtbot.assertNotEmitted(desk.window.runs.began, wait=600):
        desk.document.apply(move)
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", 9)
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.document.apply(change)
    assert desk.state(paint) == "done"


def test_the_picture_follows_while_a_number_is_dragged_and_comes_back_when_that_is_given_up(
    desk: Desk,
) -> None:
    paint, _ = desk.picture_on_the_wall(shade=100)
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.window.actions_table.by_id["run_on_edit"].trigger()
    canvas, viewer = desk.window.canvas, desk.window.viewer
    canvas.fit_all()
    card = canvas.projection.cards[paint]
    (box,) = (f.box for f in card.layout.fields if f.parameter.name == "shade")
    start = canvas.viewer.to_view(card.mapRectToScene(box)).center().toPoint()
    viewport, left = canvas.viewer.viewport(), Qt.MouseButton.LeftButton
    before = desk.document.snapshot
    desk.qtbot.mousePress(viewport, left, pos=start)
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        for way in range(0, 31, 6):
            desk.qtbot.mouseMove(viewport, start + QPoint(way, 0))
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() > 100)
    assert desk.document.snapshot is before
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.qtbot.keyClick(canvas.viewer, Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: viewer.view.image().pixelColor(0, 0).red() == 100)
    desk.qtbot.mouseRelease(viewport, left, pos=start)


def test_run_on_edit_does_not_run_because_it_decided_a_seed(desk: Desk) -> None:
    everything = desk.add("Everything")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.set_control(snapshot, desk.kinds, everything, "seed", "step"))
    with desk.qtbot.waitSignal(desk.window.runs.ended):
        desk.window.actions_table.by_id["run_on_edit"].trigger()
    with desk.qtbot.assertNotEmitted(desk.window.runs.began, wait=600):
        assert desk.document.snapshot.main.nodes[everything].parameters["seed"] == 1
