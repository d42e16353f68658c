"""The window as a whole: actions, faults, and what it must not import."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.engine.events import DeviceReady, NodeNoticed
from app.graph import edits
from app.graph.document import Note
from app.graph.errors import Message
from app.ui.actions import table as actions
from app.ui.desktop.interrupt import Interrupt
from app.ui.keys.bindings import holder_of
from app.ui.run import FirstFrame
from tests.ui.toys import Desk


@pytest.mark.parametrize("module", ["app.ui.window", "app.ui.run"])
def test_the_window_comes_without_torch(module: str) -> None:
    heavy = ["torch", "diffusers", "transformers", "numpy", "PIL"]
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("spec", actions.every_action().values(), ids=lambda spec: spec.id)
def test_no_two_actions_share_a_key_where_both_act(spec: actions.ActionSpec) -> None:
    assert [holder_of(key, spec.id, {}) for key in spec.shortcuts] == [None] * len(spec.shortcuts)


def test_every_action_has_a_command_and_a_condition(desk: Desk) -> None:
    table = desk.window.actions_table
    assert table.by_id.keys() == actions.every_action().keys()


def test_actions_can_be_used_when_they_make_sense(desk: Desk) -> None:
    by_id = desk.window.actions_table.by_id
    assert not by_id["undo"].isEnabled()
    paint = desk.add("Paint")
    assert by_id["undo"].isEnabled()
    assert not by_id["bypass"].isEnabled()
    desk.select(paint)
    assert by_id["bypass"].isEnabled()
    assert not by_id["stop"].isEnabled()


def test_nodes_are_duplicated_deleted_and_brought_back_by_keys(desk: Desk) -> None:
    desk.window.canvas.setFocus()
    desk.select(desk.add("Paint"))
    nodes = lambda: len(desk.document.snapshot.main.nodes)  # noqa: E731
    desk.key(Qt.Key.Key_D)
    assert nodes() == 2
    desk.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert nodes() == 1
    desk.qtbot.waitUntil(desk.window.actions_table.by_id["undo"].isEnabled)
    desk.key(Qt.Key.Key_Z)
    assert nodes() == 2
    desk.key(Qt.Key.Key_Y)
    assert nodes() == 1


def test_delete_in_a_field_deletes_text_and_no_node(desk: Desk) -> None:
    node = desk.add("Everything", line="cat")
    desk.select(node)
    field = desk.field("line")
    field.setFocus()
    desk.key(Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier)
    desk.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert desk.document.snapshot.main.nodes[node].parameters["line"] == "at"


def test_control_enter_in_a_prompt_runs_and_leaves_the_text(desk: Desk) -> None:
    node = desk.add("Everything", prose="a cat")
    desk.select(node)
    desk.field("prose").setFocus()
    desk.run()
    assert desk.document.snapshot.main.nodes[node].parameters["prose"] == "a cat"
    assert desk.state(node) == "done"


def test_control_enter_in_a_note_keeps_its_text_and_runs_nothing(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall()
    desk.document.apply(edits.put_note(desk.document.snapshot, Note("n", "", (0, 200, 240, 150))))
    canvas = desk.window.canvas
    canvas.popups.write(canvas.boxes.shown["n"])
    desk.qtbot.keyClicks(QApplication.focusWidget(), "why")
    desk.key(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.document.snapshot.main.notes["n"].text == "why")
    desk.qtbot.wait(20)
    assert desk.state(paint) == "idle"


def test_the_picture_can_be_copied(desk: Desk) -> None:
    _, wall = desk.picture_on_the_wall(shade=50)
    desk.run()
    desk.qtbot.waitUntil(lambda: desk.window.viewer.node == wall)
    desk.window.viewer.copy_picture()
    assert QGuiApplication.clipboard().image().width() == 8


def test_control_c_in_the_terminal_is_heard_by_the_event_loop(qtbot: QtBot) -> None:
    heard: list[bool] = []
    interrupt = Interrupt(lambda: heard.append(True))
    try:
        signal.raise_signal(signal.SIGINT)
        qtbot.waitUntil(lambda: heard == [True])
    finally:
        interrupt.close()


def test_the_first_frame_is_told_once(qtbot: QtBot) -> None:
    widget, frames = QWidget(), []
    qtbot.addWidget(widget)
    widget.installEventFilter(FirstFrame(lambda: frames.append(widget.isVisible()), widget))
    widget.show()
    qtbot.waitUntil(lambda: frames == [True])
    widget.repaint()
    qtbot.wait(10)
    assert frames == [True]


def test_a_double_click_on_a_node_leads_to_its_first_field(desk: Desk) -> None:
    desk.select(desk.add("Everything"))
    desk.window.activateWindow()
    desk.window.canvas.node_double_clicked.emit("any")
    assert desk.window.focusWidget() is desk.field("whole")


def test_an_empty_graph_has_nothing_to_run(desk: Desk) -> None:
    desk.key(Qt.Key.Key_Return)
    assert not desk.window.runs.is_busy
    assert "nothing to run" in desk.window.status.currentMessage()


def test_the_device_is_told_in_one_line_and_its_networks_in_the_tooltip(desk: Desk) -> None:
    desk.window.handle(DeviceReady("CPU, 4 GB free\ntiny unet: in memory\ntiny vae: in memory"))
    label = desk.window.status.findChild(QLabel, "statusDevice")
    assert label is not None
    assert label.text() == "CPU, 4 GB free"
    assert label.toolTip() == "tiny unet: in memory\ntiny vae: in memory"


def test_a_second_attempt_is_told_of(desk: Desk) -> None:
    message = Message("Note", "It is tried once more.", {})
    desk.window.handle(NodeNoticed(1, "sampler", message))
    assert desk.window.status.currentMessage() == "It is tried once more."
