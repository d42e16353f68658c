"""Sweeps from the window: chosen in a dialog, run in the queue, seen as a grid."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox

from app.engine.forecast import Forecast, NodeForecast
from app.graph import edits
from app.graph.sweeps import Sweep, make_axis
from app.ui.sweeps.commands import begin_sweep
from app.ui.sweeps.cost import whole_cost
from app.ui.sweeps.dialog import SweepDialog, line_of
from app.ui.sweeps.panel import SweepPanel
from tests.ui.toys import GATE, Desk


def panel(desk: Desk) -> SweepPanel:
    found = desk.window.panels.show("sweep")
    assert isinstance(found, SweepPanel)
    return found


def sweep_shades(desk: Desk, paint: str) -> None:
    """Two columns of shades, two rows of counts."""
    snapshot = desk.document.snapshot
    shades = make_axis(snapshot, desk.kinds, paint, "shade", "10, 200")
    counts = make_axis(snapshot, desk.kinds, paint, "count", "1, 2")
    begin_sweep(desk.window, Sweep((shades, counts)))


def finished(desk: Desk) -> bool:
    run = panel(desk).run
    return run is not None and len(run.images) == len(run.sweep)


def with_dialog(desk: Desk, work: Callable[[SweepDialog], None]) -> None:
    """Open the dialog by its action and do something in it; it is closed in any case."""

    def do() -> None:
        """Work in the dialog once it is there."""
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SweepDialog)
        try:
            work(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, do)
    desk.window.actions_table.by_id["sweep"].trigger()


def test_a_sweep_is_written_in_the_dialog_and_becomes_a_grid(desk: Desk) -> None:
    desk.picture_on_the_wall()

    def fill(dialog: SweepDialog) -> None:
        """Find the shades by a part of their name, and start by hand."""
        assert not dialog.start.isEnabled()
        line, completer = dialog.boxes[0].lineEdit(), dialog.boxes[0].completer()
        assert line is not None
        assert completer is not None
        line.selectAll()
        desk.qtbot.keyClicks(line, "shade")
        desk.qtbot.waitUntil(completer.popup().isVisible, timeout=2000)
        popup = completer.popup()
        place = popup.visualRect(popup.model().index(0, 0)).center()
        desk.qtbot.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=place)
        desk.qtbot.keyClicks(dialog.fields[0], "0:100:3")
        assert dialog.said.text().startswith("3 runs")
        desk.qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)

    with_dialog(desk, fill)
    desk.qtbot.waitUntil(lambda: finished(desk))
    run = panel(desk).run
    assert run is not None
    shades = [run.images[place].pixelColor(0, 0).red() for place in [(0,), (1,), (2,)]]
    assert shades == [0, 50, 100]


def type_name(desk: Desk, box: QComboBox, name: str) -> None:
    """Write a name into a box that has the focus, and press Return."""
    line = line_of(box)
    box.window().activateWindow()
    line.setFocus()
    desk.qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    desk.qtbot.keyClicks(line, name)
    desk.qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_sweep_is_written_by_keys_alone(desk: Desk) -> None:
    desk.picture_on_the_wall()

    def fill(dialog: SweepDialog) -> None:
        """Type a part of a name, and then values; a wrong name is not taken."""
        type_name(desk, dialog.boxes[0], "shade")
        assert "shade" in dialog.boxes[0].currentText().casefold()
        desk.qtbot.keyClicks(dialog.fields[0], "0:100:3")
        type_name(desk, dialog.boxes[1], "no such parameter")
        assert dialog.boxes[1].currentIndex() == 0
        assert dialog.said.text().startswith("3 runs")

    with_dialog(desk, fill)


def test_a_name_that_is_part_of_another_is_taken_as_it_is_written(desk: Desk) -> None:
    prompts = [desk.add("Everything"), desk.add("Everything")]
    for node, title in zip(prompts, ("Negative paint", "Paint"), strict=True):
        desk.document.apply(edits.rename(desk.document.snapshot, node, title))
    dialog = SweepDialog(desk.document.snapshot, desk.kinds, desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.show()
    for typed, node in (("Paint: Whole", prompts[1]), ("tive paint: wh", prompts[0])):
        type_name(desk, dialog.boxes[0], typed)
        assert dialog.choices[dialog.boxes[0].currentIndex() - 1].node == node


def test_what_comes_after_no_axis_is_done_once_in_a_sweep(desk: Desk) -> None:
    paint, wall = desk.picture_on_the_wall()
    other = desk.add("Everything")
    snapshot = desk.document.snapshot
    shades = make_axis(snapshot, desk.kinds, paint, "shade", "1, 2, 3")
    counts = make_axis(snapshot, desk.kinds, paint, "count", "1, 2")
    one = Forecast((NodeForecast(paint, 4, 5, 1.0), NodeForecast(wall), NodeForecast(other, 1, 1)))
    cost = whole_cost(Sweep((shades, counts)), snapshot, desk.kinds, one)
    assert [(node.steps, node.total) for node in cost.nodes] == [(24, 30), (0, 0), (1, 1)]
    assert cost.nodes[0].seconds == 6.0


def test_the_dialog_says_what_a_sweep_costs(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=3)
    desk.window.warm_up()
    desk.run()

    def look(dialog: SweepDialog) -> None:
        """Wait for the cost."""
        dialog.choose(0, paint, "shade", "1, 2, 3")
        cost = "3 runs · 1 node · about 0.1 s"
        desk.qtbot.waitUntil(lambda: dialog.said.text() == cost, timeout=2000)

    with_dialog(desk, look)


def test_the_dialog_says_what_is_wrong_with_a_value(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    dialog = SweepDialog(desk.document.snapshot, desk.kinds, desk.window)
    desk.qtbot.addWidget(dialog)
    dialog.choose(0, paint, "shade", "10, 300")
    assert "between 0 and 255" in dialog.said.text()
    assert not dialog.start.isEnabled()


def test_a_click_on_a_cell_gives_the_graph_its_values(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=3)
    sweep_shades(desk, paint)
    desk.qtbot.waitUntil(lambda: finished(desk))
    grid = panel(desk).grid
    desk.qtbot.waitUntil(lambda: grid.rectangle((1, 1)).width() > 4)
    place = grid.rectangle((1, 1)).center().toPoint()
    desk.qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=place)
    parameters = desk.document.snapshot.main.nodes[paint].parameters
    assert (parameters["shade"], parameters["count"]) == (200, 2)
    desk.document.undo()
    assert desk.document.snapshot.main.nodes[paint].parameters["shade"] == 3


def test_a_cell_is_chosen_by_keys(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=3)
    sweep_shades(desk, paint)
    desk.qtbot.waitUntil(lambda: finished(desk))
    grid = panel(desk).grid
    grid.setFocus()
    desk.qtbot.keyClick(grid, Qt.Key.Key_Right)
    desk.qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert desk.document.snapshot.main.nodes[paint].parameters["shade"] == 200


def test_the_grid_is_one_picture_with_its_graph(desk: Desk, tmp_path: Path) -> None:
    paint, _ = desk.picture_on_the_wall(shade=3)
    sweep_shades(desk, paint)
    desk.qtbot.waitUntil(lambda: finished(desk))
    picture = panel(desk).picture()
    assert '"shade": 3' in picture.graph
    colours = {
        picture.image.pixelColor(x, y).name()
        for x in range(0, picture.image.width(), 4)
        for y in range(0, picture.image.height(), 4)
    }
    assert {QColor(10, 10, 10).name(), QColor(200, 200, 200).name()} <= colours


def test_the_queue_tells_the_cells_of_a_sweep_apart(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    sweep_shades(desk, paint)
    desk.qtbot.waitUntil(lambda: finished(desk))
    abouts = {entry.about for entry in desk.window.running.queue.entries()}
    assert "Paint.shade 200 · Paint.count 1" in abouts
    assert len(abouts) == 4


def test_a_sweep_can_be_stopped(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    sweep_shades(desk, paint)
    desk.qtbot.mouseClick(panel(desk).stop, Qt.MouseButton.LeftButton)
    run = panel(desk).run
    assert run is not None
    desk.qtbot.waitUntil(lambda: not run.is_busy)
    GATE.set()
    assert set(run.states().values()) == {"stopped"}


def test_a_stopped_sweep_keeps_its_pictures_and_goes_on_with_what_is_missing(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    snapshot = desk.document.snapshot
    waits = make_axis(snapshot, desk.kinds, paint, "waits", "false, true")
    shades = make_axis(snapshot, desk.kinds, paint, "shade", "10, 200")
    run = begin_sweep(desk.window, Sweep((shades, waits)))
    shown = panel(desk)
    desk.qtbot.waitUntil(lambda: len(run.images) == 1)
    assert not shown.rest.isVisible()
    desk.qtbot.mouseClick(shown.stop, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(shown.rest.isVisible)
    kept = dict(run.images)
    GATE.set()
    desk.document.apply(edits.remove_nodes(desk.document.snapshot, [paint]))
    desk.qtbot.mouseClick(shown.rest, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: run.counts() == (4, 4))
    assert all(run.images[place] is image for place, image in kept.items())
    desk.qtbot.waitUntil(lambda: not shown.rest.isVisible() and not shown.stop.isEnabled())
