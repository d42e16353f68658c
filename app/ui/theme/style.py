"""The style sheet: two files in resources/style, with the colours that are shown now filled in."""

from __future__ import annotations

from functools import cache
from string import Template

from PySide6.QtGui import QColor

from app.places import RESOURCES
from app.ui.theme import colours


def style_sheet() -> str:
    """The style sheet of the whole program.

    In its files ``$card`` stands for the colour ``theme.CARD``, and ``$signs`` for the folder with
    the small drawings of this theme (a style sheet cannot recolour a drawing).
    """
    names = {
        name.lower(): _in_style(value)
        for name, value in vars(colours).items()
        if isinstance(value, QColor)
    }
    folder = RESOURCES / "icons" / ("dark" if colours.is_dark() else "light")
    return _template().substitute(names, signs=folder.as_posix())


@cache
def _template() -> Template:
    files = sorted((RESOURCES / "style").glob("*.qss"))
    return Template("\n".join(file.read_text(encoding="utf-8") for file in files))


def _in_style(colour: QColor) -> str:
    """A colour as style sheets write it; ``#aarrggbb`` where it lets something through."""
    opaque = colour.alpha() == 255
    return colour.name(QColor.NameFormat.HexRgb if opaque else QColor.NameFormat.HexArgb)
