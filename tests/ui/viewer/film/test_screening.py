"""Videos in the viewer, by keys and by the bar below them."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.interchange.picture_graph import read_graph
from app.sdk import Image
from app.ui.compare.modes import Mode
from app.ui.viewer.film.course import Ending
from app.ui.viewer.viewer import Viewer
from tests.ui.viewer.film.films import frame_of, known, video

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[Viewer]:
    """A viewer that can fetch a video and a batch."""
    made = Viewer()
    values = {"film": video(), "slow": video(rate=2.0), "batch": Image(video(4).pixels)}
    made.screening.reel.fetch = made.commands.fetch = values.get
    qtbot.addWidget(made)
    made.resize(520, 560)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close_threads()


def seen(viewer: Viewer) -> int:
    """The frame on the screen."""
    return frame_of(viewer.view.image())


def test_a_video_plays_in_a_loop_as_soon_as_it_is_there(qtbot: QtBot, viewer: Viewer) -> None:
    frames: list[int] = []
    viewer.screening.player.shown.connect(lambda index, _: frames.append(index))
    viewer.show_picture(known())
    assert viewer.player_bar.isVisible()
    qtbot.waitUntil(lambda: len(frames) > 12)
    assert set(frames) == set(range(6))
    assert seen(viewer) == viewer.screening.player.index
    assert viewer.picture is not None
    assert viewer.picture.index == viewer.screening.player.index


def test_it_keeps_its_rate_and_takes_no_longer_than_it_lasts(qtbot: QtBot, viewer: Viewer) -> None:
    player = viewer.screening.player
    player.set_ending(Ending.ONCE)
    begun = time.monotonic()
    viewer.show_picture(known(rate=20.0))
    qtbot.waitUntil(lambda: not player.is_playing)
    assert player.index == 5
    assert 0.2 < time.monotonic() - begun < 1.5


def test_a_frame_that_is_late_stops_the_clock_and_not_the_window(
    qtbot: QtBot, viewer: Viewer
) -> None:
    gate = threading.Event()

    def late(fingerprint: str) -> Any:
        gate.wait(5)
        return video()

    viewer.screening.reel.fetch = late
    begun = time.monotonic()
    viewer.show_picture(known())
    qtbot.wait(150)
    assert time.monotonic() - begun < 2
    assert seen(viewer) == 0
    gate.set()
    qtbot.waitUntil(lambda: seen(viewer) > 0)


def test_a_user_who_paused_is_not_surprised_by_the_next_video(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_picture(known())
    qtbot.mouseClick(viewer.player_bar.play, LEFT)
    assert not viewer.screening.player.is_playing
    viewer.show_picture(known("slow", rate=2.0))
    assert not viewer.screening.player.is_playing
    qtbot.mouseClick(viewer.player_bar.play, LEFT)
    assert viewer.screening.player.is_playing


def test_steps_and_the_scrubber_show_single_frames(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_picture(known())
    viewer.turn(1)
    there = viewer.screening.player.index
    qtbot.waitUntil(lambda: seen(viewer) == there)
    assert not viewer.screening.player.is_playing
    viewer.player_bar.scrubber.setValue(4)
    qtbot.waitUntil(lambda: seen(viewer) == 4)
    assert viewer.player_bar.place.text() == "5 / 6   0.08 s"
    viewer.turn(1)
    viewer.turn(1)
    qtbot.waitUntil(lambda: seen(viewer) == 0)
    viewer.turn(-1)
    qtbot.waitUntil(lambda: seen(viewer) == 5)


def test_speed_and_ending_are_chosen_and_shown(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_picture(known())
    screening, bar = viewer.screening, viewer.player_bar
    screening.quicken(1)
    assert (screening.player.speed, bar.speed.currentText()) == (2.0, "2×")
    for _ in range(9):
        screening.quicken(-1)
    assert bar.speed.currentText() == "0.25×"
    qtbot.mouseClick(bar.ending, LEFT)
    assert screening.player.ending is Ending.BACK_AND_FORTH
    assert "back to the first" in bar.ending.accessibleName()


def test_a_batch_plays_on_wish_alone(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.show_picture(replace(known("batch", 4), rate=0.0))
    assert not viewer.player_bar.isVisible()
    qtbot.mouseClick(viewer.bar.play, LEFT)
    assert viewer.player_bar.isVisible()
    qtbot.waitUntil(lambda: seen(viewer) == 2)


def test_a_picture_in_its_place_ends_the_film(viewer: Viewer) -> None:
    viewer.show_picture(known())
    viewer.show_picture(replace(known("still", 1), rate=0.0))
    assert not viewer.player_bar.isVisible()
    assert not viewer.screening.player.is_playing
    assert not viewer.screening.can_play


def test_it_stands_still_while_a_mask_is_painted_and_while_others_are_looked_at(
    viewer: Viewer,
) -> None:
    player = viewer.screening.player
    viewer.show_picture(known())
    viewer.slots.put(1, replace(known("still", 1), rate=0.0))
    assert not player.is_playing
    viewer.comparing.choose(0)
    viewer.comparing.show_mode(Mode.WIPE)
    viewer.screening.toggle()
    assert player.is_playing
    viewer.comparing.show_mode(Mode.DIFFERENCE)
    assert not player.is_playing
    viewer.comparing.show_mode(Mode.DIFFERENCE)
    viewer.screening.toggle()
    viewer.paint_mask()
    assert not player.is_playing
    assert not viewer.player_bar.isVisible()


def test_frames_that_are_gone_are_told(qtbot: QtBot, viewer: Viewer) -> None:
    with qtbot.waitSignal(viewer.told) as told:
        viewer.show_picture(known("lost"))
    assert told.args is not None
    assert "no longer kept" in told.args[0]
    assert not viewer.screening.player.is_playing


@pytest.mark.parametrize("ending", ["webp", "gif"])
def test_it_is_saved_as_a_picture_that_moves(
    qtbot: QtBot, viewer: Viewer, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"saved.{ending}"

    def choose(parent: QWidget, offered: str) -> str:
        assert Path(offered).name == "Film.webp"
        return str(path)

    viewer.commands.ask_film = choose
    viewer.show_picture(replace(known(), graph='{"format": 1}'))
    with qtbot.waitSignal(viewer.commands.saved):
        viewer.save_picture()
    with Pillow.open(path) as opened:
        assert getattr(opened, "n_frames", 1) == 6
    assert read_graph(path) == '{"format": 1}'


def test_one_frame_is_saved_as_a_picture(qtbot: QtBot, viewer: Viewer, tmp_path: Path) -> None:
    viewer.commands.ask_film = lambda parent, offered: str(tmp_path / "frame.png")
    viewer.show_picture(known())
    viewer.player_bar.scrubber.setValue(3)
    viewer.screening.pause()
    qtbot.waitUntil(lambda: seen(viewer) == viewer.screening.player.index)
    with qtbot.waitSignal(viewer.commands.saved):
        viewer.save_picture()
    with Pillow.open(tmp_path / "frame.png") as opened:
        assert opened.getpixel((0, 0)) == (10 * viewer.screening.player.index,) * 3


def test_every_part_of_the_bar_has_a_name(viewer: Viewer) -> None:
    bar = viewer.player_bar
    for part in (bar.play, bar.scrubber, bar.speed, bar.ending):
        assert part.accessibleName()
