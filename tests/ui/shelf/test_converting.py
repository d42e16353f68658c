"""A pickle is converted from the window: asked about, waited for, told."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from app.engine.events import NodeFailed
from app.graph.errors import LoomError
from app.models.conversion.sandbox import can_confine
from app.ui.shelf.commands import convert_pickle
from tests.ui.toys import Desk

pytestmark = pytest.mark.skipif(not can_confine(), reason="this system cannot confine a process")


class PickledWeights(LoomError):
    """As the nodes refuse a pickle."""

    english = "{file} is a pickle."


def agree(desk: Desk) -> list[str]:
    """Press Convert as soon as it is asked; what was asked."""
    asked: list[str] = []
    timer = QTimer(desk.window, interval=10)

    def press() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            asked.append(box.text() + box.informativeText())
            box.buttons()[0].click()

    timer.timeout.connect(press)
    timer.start()
    return asked


def test_a_pickle_is_converted_after_a_question(desk: Desk, tmp_path: Path) -> None:
    asked = agree(desk)
    torch.save({"a": torch.ones(2)}, tmp_path / "word.pt")
    convert_pickle(desk.window, str(tmp_path / "word.pt"))
    desk.qtbot.waitUntil((tmp_path / "word.safetensors").exists, timeout=20_000)
    assert "nothing in it is run" in asked[0]


def test_a_pickle_that_is_none_is_told_among_the_problems(desk: Desk, tmp_path: Path) -> None:
    agree(desk)
    (tmp_path / "word.pt").write_bytes(b"<html>")
    convert_pickle(desk.window, str(tmp_path / "word.pt"))
    desk.qtbot.waitUntil(lambda: bool(desk.sentences()), timeout=20_000)
    assert "is not a pickle of weights" in desk.sentences()[0]


def test_a_node_that_refused_a_pickle_offers_to_convert_it(desk: Desk) -> None:
    node = desk.add("Sketch")
    desk.run()
    wanted: list[str] = []
    runs = desk.window.runs
    runs.conversion_wanted.disconnect()
    runs.conversion_wanted.connect(wanted.append)
    runs._tell(NodeFailed(runs.run, node, PickledWeights(file=Path("/x/old.ckpt")).message))
    problem = desk.window.problems.all()[-1]
    problem.remedies[0].do()
    assert wanted == [str(Path("/x/old.ckpt"))]
