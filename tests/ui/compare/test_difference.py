"""How far two pictures differ."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.compare.difference import DifferenceFinder, difference


def plain(*rgb: int, size: int = 8) -> QImage:
    """A picture of one colour."""
    image = QImage(size, size, QImage.Format.Format_RGB888)
    image.fill(QColor(*rgb))
    return image


def test_every_channel_counts_by_itself_and_without_sign() -> None:
    found = difference(plain(10, 200, 30), plain(40, 190, 30))
    assert found.image.pixelColor(3, 3) == QColor(30, 10, 0)
    assert (found.largest, found.share) == (30, 1.0)
    assert found.mean == pytest.approx(40 / 3)


@pytest.mark.parametrize(("gain", "seen"), [(1, 3), (4, 12), (32, 96)])
def test_a_small_difference_is_brightened_but_told_as_it_is(gain: int, seen: int) -> None:
    found = difference(plain(10, 10, 10), plain(13, 13, 13), gain)
    assert found.image.pixelColor(0, 0).red() == seen
    assert found.largest == 3


def test_what_is_brightened_ends_at_white() -> None:
    assert difference(plain(0, 0, 0), plain(100, 0, 0), 8).image.pixelColor(0, 0).red() == 255


def test_equal_pictures_differ_nowhere() -> None:
    found = difference(plain(1, 2, 3), plain(1, 2, 3))
    assert (found.largest, found.mean, found.share) == (0, 0.0, 0.0)


def test_the_second_is_scaled_to_the_first() -> None:
    found = difference(plain(50, 0, 0, size=8), plain(20, 0, 0, size=32))
    assert (found.image.width(), found.largest) == (8, 30)


def test_only_the_newest_is_told(qtbot: QtBot) -> None:
    finder = DifferenceFinder()
    told: list[int] = []
    finder.found.connect(lambda found: told.append(found.largest))
    for shade in range(20):
        finder.find(plain(0, 0, 0), plain(shade, 0, 0), 1)
    qtbot.waitUntil(lambda: told == [19])
    finder.close()


def test_what_is_transparent_differs_from_what_is_not() -> None:
    clear = plain(200, 100, 50).convertToFormat(QImage.Format.Format_ARGB32)
    clear.setPixelColor(2, 2, QColor(200, 100, 50, 0))
    found = difference(plain(200, 100, 50), clear)
    assert found.image.pixelColor(2, 2) == QColor(200, 100, 50)
    assert found.share == 1 / 64
