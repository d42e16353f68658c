"""Pictures as files: the pixels, the graph inside, and never half of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from app.graph.document import Snapshot
from app.graph.file import to_text
from app.interchange.picture_graph import read_graph
from app.sdk.registry import Registry
from app.ui.viewer.picture_writing import PictureNotSaved, write_picture

GRAPH = to_text(Snapshot(), Registry())


@pytest.fixture
def image() -> QImage:
    """A picture whose rows do not end at a multiple of four bytes."""
    made = QImage(7, 5, QImage.Format.Format_RGB888)
    made.fill(QColor(200, 100, 50))
    return made


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".PNG"])
def test_a_saved_picture_brings_its_graph(image: QImage, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"one{ending}"
    write_picture(path, image, GRAPH)
    assert read_graph(path) == GRAPH
    assert QImage(str(path)).size() == image.size()


def test_png_keeps_every_pixel(image: QImage, tmp_path: Path) -> None:
    image.setPixelColor(6, 4, QColor(1, 2, 3))
    write_picture(tmp_path / "one.png", image, "")
    read = QImage(str(tmp_path / "one.png"))
    assert read.convertToFormat(image.format()) == image


def test_what_is_transparent_stays_so_where_the_format_can(tmp_path: Path) -> None:
    clear = QImage(4, 4, QImage.Format.Format_ARGB32)
    clear.fill(Qt.GlobalColor.transparent)
    write_picture(tmp_path / "one.png", clear, "")
    write_picture(tmp_path / "one.jpg", clear, "")
    assert QImage(str(tmp_path / "one.png")).pixelColor(0, 0).alpha() == 0
    assert not QImage(str(tmp_path / "one.jpg")).hasAlphaChannel()


def test_a_folder_that_is_not_there_is_told(image: QImage, tmp_path: Path) -> None:
    with pytest.raises(PictureNotSaved):
        write_picture(tmp_path / "nowhere" / "one.png", image, "")


def test_a_failure_leaves_the_old_file(image: QImage, tmp_path: Path) -> None:
    path = tmp_path / "one.webp"
    path.write_bytes(b"the old one")
    huge = QImage(17000, 1, QImage.Format.Format_RGB888)  # more than WebP can hold
    with pytest.raises(PictureNotSaved):
        write_picture(path, huge, "")
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]
