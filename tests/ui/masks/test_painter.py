"""Painting a mask in the viewer with mouse and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from app.ui.masks.painter import PaintedMask
from app.ui.masks.text import mask_in
from app.ui.masks.tool import Stroke
from app.ui.viewer.known_picture import KnownPicture
from app.ui.viewer.viewer import Viewer

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def viewer(qtbot: QtBot) -> Iterator[Viewer]:
    """A viewer in which a mask is painted on a picture of 100 x 100."""
    made = Viewer()
    qtbot.addWidget(made)
    made.resize(500, 600)
    image = QImage(100, 100, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.gray)
    made.show_picture(KnownPicture(image, "Grey", "node", "abc", 1, 2))
    made.show()
    qtbot.waitExposed(made)
    made.paint_mask()
    qtbot.waitUntil(lambda: made.view.width() > 400)
    yield made
    made.close_threads()


def place(viewer: Viewer, x: float, y: float) -> QPoint:
    """Where a point of the picture is seen."""
    area = viewer.view.area
    scale = viewer.view.scale
    return QPoint(round(area.left() + x * scale), round(area.top() + y * scale))


def drag(
    qtbot: QtBot,
    viewer: Viewer,
    start: tuple[float, float],
    end: tuple[float, float],
    button: Qt.MouseButton = LEFT,
) -> None:
    """Draw from one point of the picture to another."""
    qtbot.mousePress(viewer.view, button, pos=place(viewer, *start))
    qtbot.mouseMove(viewer.view, place(viewer, *end))
    qtbot.mouseRelease(viewer.view, button, pos=place(viewer, *end))


def white(viewer: Viewer, x: int, y: int) -> int:
    tool = viewer.painter.tool
    assert tool is not None
    return tool.layer.image.pixelColor(x, y).red()


def test_a_stroke_of_the_mouse_is_painted_and_the_right_button_erases(
    qtbot: QtBot, viewer: Viewer
) -> None:
    drag(qtbot, viewer, (20, 50), (80, 50))
    assert white(viewer, 50, 50) == 255
    assert white(viewer, 50, 20) == 0
    drag(qtbot, viewer, (50, 45), (50, 55), RIGHT)
    assert white(viewer, 50, 50) == 0
    assert white(viewer, 25, 50) == 255


def test_keys_undo_strokes_here_and_not_in_the_graph(qtbot: QtBot, viewer: Viewer) -> None:
    drag(qtbot, viewer, (20, 50), (80, 50))
    qtbot.keyClick(viewer.view, Qt.Key.Key_Z, CONTROL)
    assert white(viewer, 50, 50) == 0
    qtbot.keyClick(viewer.view, Qt.Key.Key_Y, CONTROL)
    assert white(viewer, 50, 50) == 255


def test_enter_uses_the_mask_and_escape_gives_it_up(qtbot: QtBot, viewer: Viewer) -> None:
    drag(qtbot, viewer, (20, 50), (80, 50))
    viewer.mask_bar.feather.setValue(5)
    with qtbot.waitSignal(viewer.mask_painted) as used:
        qtbot.keyClick(viewer.view, Qt.Key.Key_Return)
    painted: PaintedMask = used.args[0]
    mask, over = mask_in(painted.text)
    assert mask.pixelColor(50, 50).red() == 255
    assert (painted.feather, over) == (5.0, "abc:1")
    viewer.paint_mask()
    with qtbot.assertNotEmitted(viewer.mask_painted):
        qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)
    assert not viewer.painter.is_painting
    assert not viewer.mask_bar.isVisible()


def test_what_a_run_brings_does_not_disturb_the_painting(qtbot: QtBot, viewer: Viewer) -> None:
    other = QImage(8, 8, QImage.Format.Format_RGB888)
    viewer.show_picture(KnownPicture(other, "New", "node", "def"))
    assert viewer.view.picture_size().width() == 100
    qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)
    assert viewer.view.picture_size().width() == 8


def test_the_middle_button_still_moves_the_picture(qtbot: QtBot, viewer: Viewer) -> None:
    viewer.view.zoom(3.0)
    before = viewer.view.area.left()
    qtbot.mousePress(viewer.view, Qt.MouseButton.MiddleButton, pos=QPoint(200, 200))
    qtbot.mouseMove(viewer.view, QPoint(220, 200))
    qtbot.mouseRelease(viewer.view, Qt.MouseButton.MiddleButton, pos=QPoint(220, 200))
    assert viewer.view.area.left() == before + 20


def test_the_bucket_fills_what_looks_alike_and_the_right_button_empties_it(
    qtbot: QtBot, viewer: Viewer
) -> None:
    viewer.painter.cancel()
    picture = QImage(100, 100, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.gray)
    painter = QPainter(picture)
    painter.fillRect(40, 0, 20, 100, Qt.GlobalColor.red)
    painter.end()
    viewer.show_picture(KnownPicture(picture, "Fence", "node", "fence"))
    viewer.paint_mask()
    bucket = viewer.mask_bar.by_stroke[Stroke.BUCKET]
    qtbot.mouseClick(bucket, LEFT)
    assert viewer.mask_bar.tolerance.isVisible()
    assert not viewer.mask_bar.width_slider.isVisible()
    qtbot.mouseClick(viewer.view, LEFT, pos=place(viewer, 10.5, 50.5))
    assert (white(viewer, 39, 99), white(viewer, 40, 50), white(viewer, 60, 50)) == (255, 0, 0)
    qtbot.mouseClick(viewer.view, RIGHT, pos=place(viewer, 10.5, 50.5))
    assert white(viewer, 10, 50) == 0
    qtbot.keyClick(viewer.view, Qt.Key.Key_Z, CONTROL)
    assert white(viewer, 10, 50) == 255
    qtbot.keyClick(viewer.view, Qt.Key.Key_Escape)
