"""The blocks that the user keeps can be renamed and thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QFile
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu

from app.graph import edits
from app.graph.blocks import BlockFolder, BlockKinds, block_of
from app.ui.kept_blocks import fill_kept_blocks
from tests.ui.toys import Desk


@pytest.fixture
def blocks(desk: Desk, tmp_path: Path) -> BlockFolder:
    """A folder with one block, called Detail."""
    paint = desk.add("Paint")
    snapshot = desk.document.snapshot
    desk.document.apply(edits.make_subgraph(snapshot, desk.kinds, [paint], "Detail"))
    (instance,) = desk.document.snapshot.main.nodes
    folder = BlockFolder(tmp_path / "blocks")
    folder.save(block_of(desk.document.snapshot, instance))
    desk.window.kinds = BlockKinds(desk.kinds, folder)
    return folder


def entry(desk: Desk, block: str, text: str) -> QAction:
    """What the menu has for a block."""
    menu = QMenu(desk.window)
    fill_kept_blocks(desk.window, menu)
    about = next(action.menu() for action in menu.actions() if action.text() == block)
    assert isinstance(about, QMenu)
    return next(action for action in about.actions() if text in action.text())


def test_a_block_is_renamed_from_the_menu(
    desk: Desk, blocks: BlockFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Better eyes", True))
    entry(desk, "Detail", "Rename").trigger()
    assert blocks.names() == ["Better eyes"]
    assert blocks.blocks()["Better eyes"].main.title == "Better eyes"


def test_a_block_is_thrown_away_into_the_trash(
    desk: Desk, blocks: BlockFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    thrown: list[str] = []

    def throw(path: str) -> bool:
        thrown.append(path)
        Path(path).unlink()
        return True

    monkeypatch.setattr(QFile, "moveToTrash", throw)
    entry(desk, "Detail", "trash").trigger()
    assert thrown == [str(blocks.file("Detail"))]
    assert blocks.names() == []


def test_a_block_that_is_gone_meanwhile_says_so(
    desk: Desk, blocks: BlockFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("Better eyes", True))
    rename = entry(desk, "Detail", "Rename")
    blocks.file("Detail").unlink()
    rename.trigger()
    assert "Detail" in desk.window.status.currentMessage()
