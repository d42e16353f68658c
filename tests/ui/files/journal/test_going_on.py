"""A run that a kill interrupted goes on by one click, and no step that is kept is done again."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ui.files.journal.queue_journal import read_queue
from app.ui.files.session import SessionKeeper
from tests.ui.files.journal.stepping import HANGS_AT, STEPS, Slow, memories
from tests.ui.running.test_queue import press, rows, states
from tests.ui.toys import Desk


def wait_for(condition: Callable[[], object]) -> None:
    """Wait for what another process does."""
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def kept_states(folder: Path) -> int:
    """How many states of steps are on the disk."""
    return sum(1 for path in (folder / "results").rglob("*.safetensors"))


def kill_amid_steps(folder: Path) -> None:
    """Let a window run and queue, and kill it once seven steps are done and kept."""
    queue = folder / "session" / "journals" / "queue.journal"
    command = [sys.executable, "-m", "tests.ui.files.journal.stepping", str(folder)]
    with subprocess.Popen(command) as program:
        try:
            wait_for(lambda: kept_states(folder) == HANGS_AT)
            wait_for(
                lambda: queue.exists() and [r.began for r in read_queue(queue)] == [True, False]
            )
            journal = folder / "session" / "journals" / "graph-1.journal"
            wait_for(lambda: b'"start","value":2' in journal.read_bytes())
        finally:
            program.kill()
        program.wait(timeout=30)


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody kill like this")
def test_after_a_kill_one_click_goes_on_and_no_step_is_done_twice(
    qtbot: QtBot, tmp_path: Path
) -> None:
    kill_amid_steps(tmp_path)
    (tmp_path / "open").touch()
    desk = Desk(qtbot, tmp_path, memories(tmp_path))
    desk.kinds.add(Slow)
    keeper = desk.window.session = SessionKeeper(desk.window, tmp_path / "session")
    assert keeper.restore()
    qtbot.waitUntil(lambda: not keeper.is_opening)
    assert states(desk) == ["interrupted", "waiting"]
    assert len(desk.document.undo_names) == 3
    (node,) = desk.document.snapshot.main.nodes.values()
    assert node.parameters["start"] == 2
    press(desk, rows(desk)[0], "Go on from the last step that is kept")
    qtbot.waitUntil(lambda: sorted(states(desk)) == ["done", "waiting"])
    steps = tmp_path / "steps.txt"
    assert steps.read_text("utf-8").split() == [f"0:{index}" for index in range(STEPS)]
    desk.window.running.queue.pause(False)
    qtbot.waitUntil(lambda: states(desk) == ["done", "done"])
    assert steps.read_text("utf-8").split()[STEPS:] == [f"1:{index}" for index in range(STEPS)]
    desk.key(Qt.Key.Key_Z)
    (node,) = desk.document.snapshot.main.nodes.values()
    assert node.parameters["start"] == 1
    desk.close()
