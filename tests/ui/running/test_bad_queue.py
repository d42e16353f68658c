"""Hundreds of runs, rude nodes and odd numbers: the window lives, and says what went wrong."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractSpinBox
from pytestqt.qtbot import QtBot

from app.graph import edits
from app.sdk import Context, Node, param
from app.ui.running.queue_panel import _run_of
from app.ui.running.queue_row import MIME
from app.ui.running.runs import NO_RUN
from tests.ui.toys import Desk

NUMBERS = [
    "1e999", "nan", "-", "9**9**9", "9" * 400, "\u0661\u0662", "1/0", "--5", "\u202e1", "0x10",
    "999999999999999999999", "-1", "(" * 80, "%", "1" * 5000, "\0",
]  # fmt: skip


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def test_two_hundred_runs_are_queued_while_the_window_lives(desk: Desk) -> None:
    paint, _ = desk.picture_on_the_wall(waits=True)
    desk.window.panels.show("queue")
    run = desk.window.actions_table.by_id["run"]
    began = time.monotonic()
    for shade in range(200):
        change = edits.set_parameter(desk.document.snapshot, desk.kinds, paint, "shade", shade)
        desk.document.apply(change)
        run.trigger()
    desk.qtbot.wait(1)
    assert time.monotonic() - began < 15
    queue = desk.window.running.queue
    assert queue.entries()
    owner = desk.window.tab
    desk.window.files.new()
    owner.document.mark_saved()
    desk.window.files.close_tab(owner)
    desk.qtbot.waitUntil(lambda: not queue.waiting())


@pytest.mark.parametrize("content", [b"", b"junk", b"\xff", b"9" * 5000, b"-1e5"])
def test_a_drag_that_only_looks_like_a_run_is_none(content: bytes) -> None:
    data = QMimeData()
    data.setData(MIME, content)
    assert _run_of(data) == NO_RUN


@pytest.mark.parametrize("method", ["check", "describe", "needs", "upgrade", "run"])
def test_a_kind_that_raises_anywhere_stops_nothing_else(desk: Desk, method: str) -> None:
    class Rude(Node):
        """Raise where nobody may."""

        is_target = True

        size: int = param(default=1, low=0, high=9, tip="A number.")

        def run(self, ctx: Context) -> int:
            return self.size

    def fail(*given: Any, **named: Any) -> Any:
        raise RuntimeError("boom {x}\n<b>")

    setattr(Rude, method, fail if method == "run" else classmethod(fail))
    desk.kinds.add(Rude)
    rude = desk.add("Rude")
    desk.select(rude)
    change = edits.set_parameter(desk.document.snapshot, desk.kinds, rude, "size", 3)
    desk.document.apply(change)
    desk.run()
    assert all("\n" not in sentence for sentence in desk.sentences())
    assert len(desk.sentences()) == (method == "run")


@pytest.mark.parametrize("name", ["whole", "number", "seed"])
def test_a_field_takes_only_numbers_of_its_range(desk: Desk, name: str) -> None:
    node = desk.add("Everything")
    desk.select(node)
    field = desk.field(name)
    box = field if isinstance(field, QAbstractSpinBox) else field.findChild(QAbstractSpinBox)
    assert isinstance(box, QAbstractSpinBox)
    spec = desk.kinds.spec("loom.Everything")
    assert spec is not None
    for text in NUMBERS:
        QGuiApplication.clipboard().setText(text)
        box.lineEdit().selectAll()
        box.lineEdit().paste()
        box.editingFinished.emit()
        held = desk.document.snapshot.main.nodes[node].parameters[name]
        assert spec.parameters_by_name[name].accept(held) == held
