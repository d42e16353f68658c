"""Every colour of the window, in the dark and in the light theme.

A colour is one object for as long as the program runs: when the theme changes, its value changes.
So whoever paints writes ``theme.CARD`` where it is needed and keeps no copy of it.
"""

from __future__ import annotations

import zlib
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor


class _Pair(NamedTuple):
    """A colour and the values that it takes."""

    colour: QColor
    dark: QColor
    light: QColor


_pairs: list[_Pair] = []
_shown = {"dark": True}


def _both(dark: QColor | str, light: QColor | str) -> QColor:
    """A colour that is ``dark`` in the dark theme and ``light`` in the light one."""
    pair = _Pair(QColor(dark if _shown["dark"] else light), QColor(dark), QColor(light))
    _pairs.append(pair)
    return pair.colour


def show_colours(*, dark: bool) -> None:
    """Let every colour take the value that it has in the dark or in the light theme."""
    _shown["dark"] = dark
    for pair in _pairs:
        pair.colour.setRgba((pair.dark if dark else pair.light).rgba())


def is_dark() -> bool:
    """Whether the dark theme is shown."""
    return _shown["dark"]


BACKDROP = _both("#121419", "#e9ecf2")
"""The canvas behind everything."""
GRID = _both("#2a2f39", "#c9d0dc")
PANEL = _both("#191c22", "#f4f5f9")
"""Docks, bars and menus."""
CARD = _both("#21252d", "#ffffff")
"""The body of a node."""
FIELD = _both("#171a20", "#f0f2f6")
"""Where a value stands on a card."""
INPUT = _both("#171a20", "#ffffff")
"""Where something is typed or chosen in a panel."""
LINE = _both("#363c49", "#c8cedb")
EDGE = _both("#697386", "#7b8497")
"""The border of what can be ticked or dragged: seen without looking for it."""
HOVER = _both("#2c313c", "#e3e7ef")
SELECTED = _both("#2b3a5c", "#cfdefb")
"""Behind what is chosen in a list, a menu or a text."""
TEXT = _both("#e9ecf2", "#1a202d")
SOFT = _both("#c6ccd8", "#3a4355")
DIM = _both("#a3acbc", "#515b6e")
FAINT = _both("#919bad", "#5a6477")
OFF = _both("#626b7c", "#9aa3b3")
"""Text of what cannot be used now."""
ACCENT = _both("#7aa2ff", "#2857c8")
ACCENT_NEAR = _both("#93b4ff", "#2250bd")
"""A button in the colour ``ACCENT`` under the mouse."""
ACCENT_DOWN = _both("#6a8dde", "#1c449f")
"""The same button while it is pressed."""
ON_ACCENT = _both("#121419", "#ffffff")
"""Text and signs on ``ACCENT``."""
GOOD = _both("#4ade80", "#0f7034")
BUSY = _both("#22d3ee", "#0b6b85")
KEPT = _both("#60a5fa", "#1a57c4")
WARNING = _both("#fbbf24", "#8f4a04")
BAD = _both("#f87171", "#b71d1d")
BAD_GROUND = _both("#1af87171", "#14b71d1d")
"""Behind a sentence about what went wrong."""
BAD_LINE = _both("#5af87171", "#66b71d1d")
SHADOW = _both("#40000000", "#261a2540")
"""What lies over others casts this."""

_TYPES = {
    "Model": _both("#a78bfa", "#7450ea"),
    "TextModel": _both("#facc15", "#a67300"),
    "VAE": _both("#fb7185", "#dd2a50"),
    "Conditioning": _both("#fb923c", "#cf5a08"),
    "Latent": _both("#f472b6", "#d02e88"),
    "Image": _both("#38bdf8", "#0b7dc0"),
    "Video": _both("#f59e8b", "#c0492f"),
    "Mask": _both("#5eead4", "#0c877a"),
    "ControlNetwork": _both("#a3e635", "#588609"),
    "Control": _both("#6fcf97", "#2a8350"),
    "Guidance": _both("#f0abfc", "#ad48cd"),
    "Seeds": _both("#a5b4fc", "#5661d6"),
    "Files": _both("#b8c08a", "#747a2c"),
    "Integer": _both("#93c5fd", "#2a74c6"),
    "Float": _both("#86c7b4", "#28806a"),
    "Boolean": _both("#fca5a5", "#cb4343"),
    "Text": _both("#d6c8a5", "#857036"),
    "Size": _both("#c4b5fd", "#845bd0"),
    "Any": _both("#aab2c0", "#667084"),
}

_CATEGORIES = {
    "Loaders": _both("#6554c4", "#b7abf7"),
    "Models": _both("#6554c4", "#b7abf7"),
    "Conditioning": _both("#945f0f", "#f0c470"),
    "Text": _both("#945f0f", "#f0c470"),
    "Sampling": _both("#b83280", "#f0a0cb"),
    "Latent": _both("#a3388b", "#e3a2d8"),
    "Image": _both("#196c9f", "#8fc8f1"),
    "Video": _both("#a1452f", "#f2b3a2"),
    "ControlNet": _both("#417728", "#aed98b"),
    "Control": _both("#417728", "#aed98b"),
    "Mask": _both("#1a776c", "#8ad9cf"),
    "Masks": _both("#1a776c", "#8ad9cf"),
    "Values": _both("#4b6584", "#b1c5dc"),
    "Logic": _both("#5a6478", "#bec6d4"),
    "Output": _both("#2b7558", "#98d6b7"),
}

UNKNOWN = _both("#4a5160", "#c4cad5")
"""The header of a node whose kind is not installed."""

STATES = {
    "idle": FAINT,
    "queued": DIM,
    "running": GOOD,
    "cached": KEPT,
    "done": GOOD,
    "failed": BAD,
    "skipped": FAINT,
    "muted": FAINT,
}
"""State of a node -> the colour of its sign; the sign's shape differs as well."""


def _any_colour(name: str, saturation: int, dark: int, light: int) -> QColor:
    """A colour for a name that has none of its own: always the same one."""
    hue = zlib.crc32(name.encode()) % 360
    return _both(QColor.fromHsl(hue, saturation, dark), QColor.fromHsl(hue, saturation, light))


@cache
def type_colour(name: str) -> QColor:
    """The colour of wires that carry values of the type ``name``."""
    if name in _TYPES:
        return _TYPES[name]
    return _TYPES["Any"] if name.startswith("~") else _any_colour(name, 150, 165, 85)


@cache
def category_colour(category: str) -> QColor:
    """The colour of a node's header; ``Image/Filters`` has that of ``Image``."""
    top = category.split("/")[0]
    return _CATEGORIES[top] if top in _CATEGORIES else _any_colour(top, 90, 105, 195)


def faded(colour: QColor, alpha: float) -> QColor:
    """The same colour with the opacity ``alpha``, 0 to 1."""
    made = QColor(colour)
    made.setAlphaF(alpha)
    return made


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: ``share`` of the second one, 0 to 1."""
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in parts))


def brightness(colour: QColor) -> float:
    """Relative luminance after WCAG 2, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: QColor, second: QColor) -> float:
    """Contrast after WCAG 2, from 1 for none to 21 for black on white."""
    low, high = sorted((brightness(first), brightness(second)))
    return (high + 0.05) / (low + 0.05)


def text_on(ground: QColor) -> QColor:
    """``TEXT``, or its opposite where that can be read better on ``ground``."""
    return max(TEXT, CARD, key=lambda colour: contrast(colour, ground))
