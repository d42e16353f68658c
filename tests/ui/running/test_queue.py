"""The queue panel, with the real worker and real events."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QToolButton

from app.graph import edits
from app.ui.running.queue_panel import QueuePanel
from app.ui.running.queue_row import MIME, QueueRow
from tests.ui.toys import GATE, Desk

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def panel(desk: Desk) -> QueuePanel:
    """The queue, brought to the front."""
    found = desk.window.panels.show("queue")
    assert isinstance(found, QueuePanel)
    return found


def rows(desk: Desk) -> list[QueueRow]:
    """Its rows from top to bottom."""
    shown = panel(desk)
    return [shown.rows[entry.run] for entry in shown.queue.entries()]


def states(desk: Desk) -> list[str]:
    return [row.entry.state for row in rows(desk)]


def shade(row: QueueRow) -> object:
    """What the graph of a run paints."""
    nodes = row.entry.asked.snapshot.main.nodes.values()
    return next(node.parameters["shade"] for node in nodes if "shade" in node.parameters)


def queue_three(desk: Desk) -> None:
    """One run that waits for the gate, and two behind it."""
    paint, _ = desk.picture_on_the_wall(shade=1, waits=True)
    for number in (1, 2, 3):
        change = edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", number)
        desk.document.apply(change)
        desk.key(Qt.Key.Key_Return, ALT)
    desk.qtbot.waitUntil(lambda: states(desk) == ["running", "waiting", "waiting"])


def press(desk: Desk, row: QueueRow, tip: str) -> None:
    """Click a button of a row."""
    button = next(each for each in row.findChildren(QToolButton) if each.toolTip() == tip)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def all_ended(desk: Desk) -> None:
    GATE.set()
    desk.qtbot.waitUntil(lambda: not {"running", "waiting"} & set(states(desk)))


def test_queued_runs_keep_their_graphs_and_run_one_by_one(desk: Desk) -> None:
    queue_three(desk)
    assert [shade(row) for row in rows(desk)] == [1, 2, 3]
    all_ended(desk)
    assert states(desk) == ["done", "done", "done"]
    assert [shade(row) for row in rows(desk)] == [3, 2, 1]


def test_a_waiting_run_is_put_at_the_front_by_its_button(desk: Desk) -> None:
    queue_three(desk)
    press(desk, rows(desk)[2], "Put at the front")
    assert [shade(row) for row in rows(desk)] == [1, 3, 2]
    all_ended(desk)
    assert [shade(row) for row in rows(desk)] == [2, 3, 1]


def test_a_waiting_run_is_dragged_to_another_place(desk: Desk) -> None:
    queue_three(desk)
    shown = panel(desk)
    last, first = rows(desk)[2], rows(desk)[1]
    mime = QMimeData()
    mime.setData(MIME, str(last.run).encode())
    place = first.geometry().topLeft() + QPoint(5, 2)
    how = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    for event in (
        QDragEnterEvent(place, *how, none),
        QDragMoveEvent(place, *how, none),
        QDropEvent(QPointF(place), *how, none),
    ):
        QApplication.sendEvent(shown.list, event)
    assert [shade(row) for row in rows(desk)] == [1, 3, 2]


def test_runs_are_moved_and_taken_out_by_keys(desk: Desk) -> None:
    queue_three(desk)
    rows(desk)[2].setFocus()
    desk.qtbot.keyClick(rows(desk)[2], Qt.Key.Key_Up, CONTROL)
    assert [shade(row) for row in rows(desk)] == [1, 3, 2]
    rows(desk)[1].setFocus()
    desk.qtbot.keyClick(rows(desk)[1], Qt.Key.Key_Delete)
    desk.qtbot.waitUntil(lambda: sorted(states(desk)) == ["running", "stopped", "waiting"])
    assert [shade(row) for row in rows(desk)] == [1, 2, 3]


def test_a_stopped_run_can_be_run_again_as_it_was(desk: Desk) -> None:
    queue_three(desk)
    press(desk, rows(desk)[0], "Stop this run")
    desk.qtbot.waitUntil(lambda: "stopped" in states(desk))
    GATE.set()
    desk.qtbot.waitUntil(lambda: states(desk) == ["done", "done", "stopped"])
    press(desk, rows(desk)[2], "Run again")
    desk.qtbot.waitUntil(lambda: states(desk) == ["done", "done", "done", "stopped"])
    assert shade(rows(desk)[0]) == 1


def test_a_paused_queue_goes_on_when_the_pause_is_over(desk: Desk) -> None:
    desk.qtbot.mouseClick(panel(desk).pause, Qt.MouseButton.LeftButton)
    desk.picture_on_the_wall()
    desk.key(Qt.Key.Key_Return, ALT)
    desk.run()
    assert sorted(states(desk)) == ["done", "waiting"]
    desk.qtbot.mouseClick(panel(desk).pause, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: states(desk) == ["done", "done"])


def test_a_failed_run_leads_to_its_node_in_its_own_tab(desk: Desk) -> None:
    refuse = desk.add("Refuse")
    document = desk.window.document
    desk.run()
    desk.key(Qt.Key.Key_N)
    assert desk.window.document is not document
    press(desk, rows(desk)[0], "Go to the node that failed")
    assert desk.window.document is document
    assert desk.window.canvas.selected() == [refuse]


def test_the_graph_of_an_earlier_run_opens_in_a_tab_of_its_own(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(shade=7)
    desk.run()
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", 9)
    document = desk.window.document
    document.apply(change)
    press(desk, rows(desk)[0], "Open this graph as it was then")
    assert desk.window.document is not document
    assert desk.window.document.snapshot.main.nodes[paint].parameters["shade"] == 7


def test_closing_a_graph_takes_its_runs_out(desk: Desk) -> None:
    queue_three(desk)
    desk.document.mark_saved()
    desk.key(Qt.Key.Key_W)
    assert rows(desk) == []


def test_running_several_times_counts_the_seed_on(desk: Desk) -> None:
    everything = desk.add("Everything", seed=5)
    desk.window.tab.queue_times(2)
    desk.qtbot.waitUntil(lambda: states(desk) == ["done", "done"])
    seeds = [
        row.entry.asked.snapshot.main.nodes[everything].parameters["seed"] for row in rows(desk)
    ]
    assert seeds == [7, 6]
    desk.document.undo()
    assert desk.document.snapshot.main.nodes[everything].parameters["seed"] == 6


def test_a_graph_whose_runs_wait_in_a_paused_queue_is_not_busy(desk: Desk) -> None:
    desk.window.running.queue.pause(True)
    desk.picture_on_the_wall()
    desk.key(Qt.Key.Key_Return, ALT)
    assert states(desk) == ["waiting"]
    assert not desk.window.runs.is_busy
    desk.window.running.queue.pause(False)
    desk.qtbot.waitUntil(lambda: states(desk) == ["done"])
