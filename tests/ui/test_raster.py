"""What Qt reads of a file that says it is a picture."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.form.picture_thumb import PictureThumb
from app.ui.raster import raster_reader

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<image width="9" height="9" href="file://{secret}"/></svg>'
)


def red(path: Path) -> Path:
    """A red picture in a file."""
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(0xFFFF0000)
    assert image.save(str(path), "PNG")
    return path


def test_a_picture_is_known_by_its_content(tmp_path: Path) -> None:
    reader = raster_reader(red(tmp_path / "picture.jpg"))
    assert reader is not None
    assert reader.read().width() == 9


def test_a_drawing_named_as_a_picture_shows_nothing_of_other_files(
    qtbot: QtBot, tmp_path: Path
) -> None:
    secret = red(tmp_path / "secret.png")
    drawing = tmp_path / "picture.png"
    drawing.write_text(DRAWING.format(secret=secret))
    assert raster_reader(drawing) is None
    thumb = PictureThumb(None)
    qtbot.addWidget(thumb)
    thumb.show_file(str(drawing))
    assert thumb.text() == "Drop a picture here"
    thumb.show_file(str(secret))
    assert thumb.pixmap().width() > 0


@pytest.mark.parametrize("name", ["gone.png", "folder.png", "text.png", "null\0.png"])
def test_what_is_no_picture_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.png").mkdir()
    (tmp_path / "text.png").write_text("a text")
    assert raster_reader(tmp_path / name) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_that_nobody_fills_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    assert raster_reader(tmp_path / "pipe.png") is None
