"""Videos in the window: on cards, in the viewer, and by keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from app.graph.file import to_text
from app.interchange.picture_graph import read_graph
from app.ui.files.dropping import files_in
from app.ui.viewer.film.writing import write_film
from app.ui.viewer.pictures import PictureLoader, Shown
from tests.nodes.desk import noise
from tests.ui.toys import Desk
from tests.ui.viewer.film.films import known, video


def shown_of(qtbot: QtBot, value: object) -> Shown:
    """What the loader brings of a value."""
    loader = PictureLoader({"value": value}.get)
    with qtbot.waitSignal(loader.loaded) as found:
        loader.load("node", "value")
    loader.close()
    assert found.args is not None
    shown: Shown = found.args[0]
    return shown


def test_a_card_tells_how_long_a_video_lasts(qtbot: QtBot) -> None:
    shown = shown_of(qtbot, video(12, 6.0))
    assert (shown.count, shown.rate) == (12, 6.0)
    assert shown.thumbnail.text("caption") == "▶ 2 s   16 × 16"
    still = shown_of(qtbot, noise(8, 6, 3))
    assert still.rate == 0
    assert "▶" not in still.thumbnail.text("caption")


def test_keys_play_step_and_jump(desk: Desk, qtbot: QtBot) -> None:
    viewer = desk.window.viewer
    viewer.screening.reel.fetch = {"film": video(6, 2.0)}.get
    viewer.show_picture(known(rate=2.0))
    player = viewer.screening.player
    desk.window.activateWindow()
    viewer.view.setFocus()
    desk.window.actions_table.update()
    assert player.is_playing
    qtbot.keyClick(viewer.view, Qt.Key.Key_Space)
    assert not player.is_playing
    qtbot.keyClick(viewer.view, Qt.Key.Key_End)
    assert player.index == 5
    qtbot.keyClick(viewer.view, Qt.Key.Key_Right)
    assert player.index == 0
    qtbot.keyClick(viewer.view, Qt.Key.Key_Left)
    assert player.index == 5
    qtbot.keyClick(viewer.view, Qt.Key.Key_Home)
    assert player.index == 0
    qtbot.keyClick(viewer.view, Qt.Key.Key_Period)
    assert player.speed == 2.0


def test_space_on_a_button_of_the_viewer_presses_that_button(desk: Desk, qtbot: QtBot) -> None:
    viewer = desk.window.viewer
    viewer.screening.reel.fetch = {"film": video(6, 2.0)}.get
    viewer.show_picture(known(rate=2.0))
    desk.window.activateWindow()
    desk.window.actions_table.update()
    viewer.bar.sharp.setFocus()
    qtbot.keyClick(viewer.bar.sharp, Qt.Key.Key_Space)
    qtbot.waitUntil(viewer.bar.sharp.isChecked)
    assert viewer.screening.player.is_playing


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_a_saved_video_can_be_dropped_and_brings_its_graph(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    desk.add("Sketch", shade=50)
    path = tmp_path / f"film.{ending}"
    write_film(path, video(), 8.0, to_text(desk.document.snapshot, desk.kinds))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert files_in(data) == [path]
    assert read_graph(path) == to_text(desk.document.snapshot, desk.kinds)


def test_there_is_nothing_to_play_without_frames(desk: Desk) -> None:
    actions = desk.window.actions_table
    actions.update()
    assert not actions.by_id["play"].isEnabled()
