"""Pictures that are saved from the viewer and the history, with as much inside as is wished."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMenu

from app.graph.file import to_text
from app.interchange.embedding import GRAPH_KEY
from app.interchange.picture_graph import read_graph
from app.ui.viewer.known_picture import KnownPicture
from tests.ui.toys import Desk


@pytest.fixture
def pictured(desk: Desk) -> Desk:
    """A window whose viewer shows a picture of a graph full of words."""
    desk.add("Everything", prose="a secret castle", file=str(Path.home() / "castle.png"))
    graph = to_text(desk.document.snapshot, desk.kinds)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    image.fill(0)
    desk.window.viewer.show_known(KnownPicture(image, "wall", graph=graph))
    return desk


def saved_by(desk: Desk, action: str, path: Path) -> str | None:
    """The graph in the file that an action of the menu saved."""
    commands = desk.window.viewer.commands
    commands.ask = lambda _parent, _offered: str(path)
    with desk.qtbot.waitSignal(commands.saved):
        desk.window.actions_table.by_id[action].trigger()
    return read_graph(path)


def test_an_exported_copy_holds_no_words_and_no_paths(pictured: Desk, tmp_path: Path) -> None:
    graph = saved_by(pictured, "export_picture", tmp_path / "copy.png")
    assert graph is not None
    assert '"loom.Everything"' in graph
    assert "castle" not in graph
    assert b"castle" not in (tmp_path / "copy.png").read_bytes()


@pytest.mark.parametrize("ending", ["png", "jpg", "webp"])
def test_a_plain_copy_holds_the_words_but_not_the_home_folder(
    pictured: Desk, tmp_path: Path, ending: str
) -> None:
    graph = saved_by(pictured, "save_picture", tmp_path / f"copy.{ending}")
    assert graph is not None
    assert "a secret castle" in graph
    assert "~/castle.png" in graph
    assert str(Path.home()) not in graph


def test_the_settings_decide_about_plain_copies(pictured: Desk, tmp_path: Path) -> None:
    pictured.remembered.change(embedded_graph="none")
    assert saved_by(pictured, "save_picture", tmp_path / "none.png") is None
    pictured.remembered.change(embedded_graph="private")
    graph = saved_by(pictured, "save_picture", tmp_path / "private.png")
    assert graph is not None
    assert "castle" not in graph


def test_runs_carry_what_the_settings_wish(desk: Desk) -> None:
    desk.remembered.change(ai_mark=False, embedded_graph="private")
    desk.picture_on_the_wall()
    asked = desk.window.runs.ask()
    assert asked is not None
    assert asked.plan.saving == desk.remembered.settings.saving
    assert (asked.plan.saving.graph, asked.plan.saving.mark) == ("private", False)
    desk.qtbot.waitUntil(lambda: not desk.window.runs.is_busy)


def test_a_dragged_picture_is_made_as_the_settings_wish(pictured: Desk) -> None:
    pictured.remembered.change(embedded_graph="none")
    viewer = pictured.window.viewer
    assert viewer.picture is not None
    inside = viewer.commands.inscribe(viewer.picture, None)
    assert not isinstance(inside, str)
    assert inside.graph == ""
    assert GRAPH_KEY == "latent-loom"


def test_the_menu_of_the_picture_offers_it(pictured: Desk) -> None:
    menu = pictured.window.viewer.head.more.menu()
    assert isinstance(menu, QMenu)
    assert any("without private data" in action.text() for action in menu.actions())
