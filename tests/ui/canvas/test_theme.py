"""The dark theme: the same everywhere, and legible."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme


def _brightness(colour: QColor) -> float:
    """Relative luminance after WCAG 2, 0 to 1."""
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(first: QColor, second: QColor) -> float:
    """Contrast after WCAG 2, 1 to 21."""
    low, high = sorted((_brightness(first), _brightness(second)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colour", [theme.TEXT, theme.SOFT, theme.DIM, theme.GOOD, theme.BAD])
@pytest.mark.parametrize("ground", [theme.CARD, theme.FIELD, theme.PANEL, theme.BACKDROP])
def test_text_stands_out_from_what_it_is_written_on(colour: QColor, ground: QColor) -> None:
    assert _contrast(colour, ground) >= 4.5


@pytest.mark.parametrize(
    "category", ["Models", "Conditioning", "Sampling", "Image", "ControlNet", "Mask", "Anything"]
)
def test_titles_stand_out_from_every_header(category: str) -> None:
    assert _contrast(theme.TEXT, theme.category_colour(category)) >= 3


def test_a_sub_category_has_the_colour_of_its_category() -> None:
    assert theme.category_colour("Image/Filter") == theme.category_colour("Image")


def test_a_type_without_a_colour_always_gets_the_same_one() -> None:
    assert theme.type_colour("Melody") == theme.type_colour("Melody")
    assert theme.type_colour("Melody") != theme.type_colour("Harmony")


def test_the_theme_is_dark_whatever_the_system_says(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.palette(), app.font(), app.styleSheet()
    theme.apply_theme(app)
    assert app.palette().color(QPalette.ColorRole.Window) == theme.PANEL
    assert app.style().objectName().lower() == "fusion" or app.styleSheet()
    app.setStyleSheet(before[2])
    app.setPalette(before[0])
    app.setFont(before[1])
