"""The viewer's picture: fitting, zooming and moving."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.ui.viewer.picture_view import LARGEST_SCALE, MARGIN, PictureView


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    """A view of 424 x 424 with a picture of 64 x 64."""
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(400 + 2 * MARGIN, 400 + 2 * MARGIN)
    made.show_image(QImage(64, 64, QImage.Format.Format_RGB888))
    return made


def test_a_picture_fills_the_view(view: PictureView) -> None:
    assert view.scale == 6.25


def test_sharp_pixels_are_enlarged_by_a_whole_number(view: PictureView) -> None:
    view.set_sharp(True)
    assert view.scale == 6


def test_a_fitted_picture_follows_the_size_of_the_view(qtbot: QtBot, view: PictureView) -> None:
    view.show()
    view.resize(200 + 2 * MARGIN, 400)
    assert view.scale == 3.125


def test_the_point_under_the_mouse_stays_while_zooming(view: PictureView) -> None:
    place = QPointF(100, 150)
    before = view.to_picture(place)
    view.zoom(2.0, place)
    assert view.to_picture(place) == before
    assert view.scale == 12.5


def test_zooming_has_an_end(view: PictureView) -> None:
    for _ in range(50):
        view.zoom(3.0, QPointF(10, 10))
    assert view.scale == LARGEST_SCALE
    for _ in range(50):
        view.zoom(0.1, QPointF(10, 10))
    assert view.scale >= 0.05


def test_dragging_moves_and_a_double_click_fits(qtbot: QtBot, view: PictureView) -> None:
    view.actual_size()
    before = view.to_picture(QPointF(0, 0))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPointF(10, 10).toPoint())
    qtbot.mouseMove(view, QPointF(30, 15).toPoint())
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert before - view.to_picture(QPointF(0, 0)) == QPointF(20, 5)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton)
    assert view.scale == 6.25


def test_another_picture_of_the_same_size_keeps_the_place(view: PictureView) -> None:
    view.zoom(2.0, QPointF(0, 0))
    before = view.to_picture(QPointF(0, 0))
    view.show_image(QImage(64, 64, QImage.Format.Format_RGB888))
    assert (view.scale, view.to_picture(QPointF(0, 0))) == (12.5, before)
