"""The region that a bucket fills."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage

from app.ui.masks.similar import similar_region


def picture(*rows: str) -> QImage:
    """A picture of letters: ``a`` is dark, each later letter ten lighter; a blank is white."""
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, letter in enumerate(row):
            shade = 255 if letter == " " else 10 * (ord(letter) - ord("a"))
            image.setPixelColor(x, y, QColor(shade, shade, shade))
    return image


def seen(region: QImage) -> list[str]:
    """A mask as text."""
    return [
        "".join("#" if region.pixelColor(x, y).red() else "." for x in range(region.width()))
        for y in range(region.height())
    ]


def test_it_goes_round_corners_but_not_over_gaps() -> None:
    snail = picture(
        "aaaaa",
        "    a",
        "aaa a",
        "a   a",
        "aaaaa",
        "     ",
        "aaaaa",
    )
    assert seen(similar_region(snail, QPoint(0, 0), 0)) == [
        "#####",
        "....#",
        "###.#",
        "#...#",
        "#####",
        ".....",
        ".....",
    ]


def test_it_does_not_go_on_from_the_end_of_a_row_to_the_next() -> None:
    assert seen(similar_region(picture("  a", "a  "), QPoint(2, 0), 0)) == ["..#", "..."]


def test_tolerance_says_how_far_a_colour_may_be_from_the_one_clicked_on() -> None:
    ramp = picture("abcdef")
    assert seen(similar_region(ramp, QPoint(2, 0), 10)) == [".###.."]
    assert seen(similar_region(ramp, QPoint(2, 0), 255)) == ["######"]
