"""The list of node packs: what they bring, and allowing them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.allowed import AllowedFiles
from app.node_packs import open_pack
from app.sdk.registry import Registry
from app.ui.trust.pack_dialog import NodePacks, brought
from tests.test_allowed import NODE


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A pack with one node."""
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "twice.py").write_text(NODE, "utf-8")
    return tmp_path / "pack"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> NodePacks:
    """The list of an empty folder."""
    made = NodePacks(tmp_path / "nodes", AllowedFiles(tmp_path / "settings"), Registry())
    qtbot.addWidget(made)
    return made


def states(dialog: NodePacks) -> list[str]:
    items = (dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount()))
    return [item.text(3) for item in items if item]


def test_a_new_pack_is_shown_and_waits(dialog: NodePacks, pack: Path) -> None:
    asked: list[str] = []
    dialog.agree = lambda pack: not asked.append(brought(pack))  # type: ignore[func-returns-value]
    assert dialog.add(pack)
    assert asked == ["• twice.py: Twice; uses app"]
    assert states(dialog) == ["waits for you to allow it"]
    assert "None of it runs" in dialog.said.text()


def test_a_file_is_allowed_as_it_was_shown(dialog: NodePacks, pack: Path, tmp_path: Path) -> None:
    dialog.agree = lambda _: True
    dialog.add(pack)
    dialog.list.topLevelItem(0).setSelected(True)
    dialog.allow.click()
    assert states(dialog) == ["runs from the next start on"]
    file = tmp_path / "nodes" / "pack" / "twice.py"
    dialog.list.topLevelItem(0).setSelected(True)
    file.write_text(NODE + "# changed behind the list\n", "utf-8")
    dialog.allow.click()
    assert states(dialog) == ["waits for you to allow it"]


def test_a_no_installs_nothing(dialog: NodePacks, pack: Path, tmp_path: Path) -> None:
    def press_escape() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            box.reject()

    timer = QTimer(dialog, interval=10)
    timer.timeout.connect(press_escape)
    timer.start()
    assert not dialog.add(pack)
    assert not (tmp_path / "nodes").exists()
    assert open_pack(pack).files
