"""Bad luck while a picture is saved or thrown away: a sentence, and never half a file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.places import home
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.picture_commands import PictureCommands
from app.ui.viewer.picture_writing import PictureNotSaved, write_picture
from tests.test_bad_luck import LIMITED, limit


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    made = QImage(64, 64, QImage.Format.Format_RGB32)
    made.fill(5)
    return made


PLACES: dict[str, Callable[[Path], Path]] = {
    "folder that vanished": lambda folder: folder / "gone" / "x.png",
    "file as a folder": lambda folder: folder / "file" / "x.png",
    "folder as a file": lambda folder: folder / "folder.png",
    "endless name": lambda folder: folder / ("y" * 300 + ".png"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_that_cannot_be_written_is_told(image: QImage, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.png").mkdir()
    with pytest.raises(PictureNotSaved, match="choose another folder"):
        write_picture(PLACES[name](tmp_path), image, "{}")
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder.png"}


@LIMITED
@pytest.mark.parametrize("room", [0, 1, 50, 100])
def test_a_full_disk_leaves_the_picture_before(image: QImage, tmp_path: Path, room: int) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"before")
    with limit("RLIMIT_FSIZE", room), pytest.raises(PictureNotSaved):
        write_picture(path, image, "{}" * 1000)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_a_picture_too_large_for_its_format_is_told(tmp_path: Path, suffix: str) -> None:
    wide = QImage(70_000, 1, QImage.Format.Format_RGB32)
    with pytest.raises(PictureNotSaved, match="another format"):
        write_picture(tmp_path / f"x{suffix}", wide, "{}")


def test_a_picture_that_is_empty_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = PictureCommands(window, lambda _parent, _offered: str(tmp_path / "x.png"))
    with qtbot.waitSignal(commands.told) as signal:
        commands.save_as(KnownPicture(QImage(), "Nothing"))
    assert "the picture is empty" in signal.args[0]
    commands.close()
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_thrown_away_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    commands = PictureCommands(window)
    with qtbot.waitSignal(commands.told) as signal:
        commands.trash(tmp_path / "gone.png")
    assert "gone.png cannot be moved to the trash" in signal.args[0]
    commands.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows knows the home otherwise")
def test_a_user_without_a_home_starts_where_the_program_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nobody(number: int) -> None:
        raise KeyError(number)

    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    assert home() == Path.cwd()
