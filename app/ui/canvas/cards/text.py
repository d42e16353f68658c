"""Text on cards: what a value reads like, and how text is broken and shortened to fit."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.ui.words import choice_text, label_of, tr

_PATHS = (ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL)


def words(name: str) -> str:
    """A name of the declaration as people read it: ``clip_skip`` becomes ``Clip skip``."""
    return label_of(name)


@lru_cache(maxsize=2048)
def text_width(text: str, font: QFont) -> float:
    """Width of one line of text, in canvas units."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_height(font: QFont) -> float:
    """Distance between the lines of wrapped text."""
    return QFontMetricsF(font).lineSpacing()


@lru_cache(maxsize=4096)
def shortened(text: str, font: QFont, width: float, *, middle: bool = False) -> str:
    """The text, with an ellipsis where it is longer than ``width``."""
    mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
    return QFontMetricsF(font).elidedText(text, mode, width)


@lru_cache(maxsize=1024)
def wrapped(text: str, font: QFont, width: float, limit: int) -> tuple[str, ...]:
    """The text broken into at most ``limit`` lines; the last one ends in an ellipsis if needed."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += _broken(paragraph, font, width, limit + 1 - len(lines))
        if len(lines) > limit:
            break
    if len(lines) <= limit:
        return tuple(lines)
    kept = lines[:limit]
    kept[-1] = shortened(kept[-1].rstrip() + "\u2026", font, width)
    return tuple(kept)


def _broken(paragraph: str, font: QFont, width: float, limit: int) -> list[str]:
    """One paragraph as lines, broken between words or, where a word is too long, inside it."""
    if not paragraph:
        return [""]
    layout = QTextLayout(paragraph, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < limit:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        lines.append(paragraph[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return lines


def value_text(parameter: ParameterSpec, value: Plain) -> str:
    """What the value of a parameter reads like on its pill."""
    match parameter.kind:
        case ParameterKind.SEED if isinstance(value, int):
            return f"{value:,}".replace(",", "\u202f")
        case ParameterKind.FLOAT if isinstance(value, int | float):
            return _with_unit(_decimal(float(value), parameter.step), parameter.unit)
        case ParameterKind.SIZE if isinstance(value, list | tuple) and len(value) == 2:
            return f"{value[0]} × {value[1]}"
        case ParameterKind.BOOLEAN:
            return tr("on") if value else tr("off")
        case _ if parameter.control == "mask":
            return tr("painted") if value else tr("nothing yet")
        case kind if kind in _PATHS:
            return PurePath(str(value)).name or tr("none")
        case ParameterKind.CHOICE:
            return choice_text(str(value))
        case _:
            return _with_unit(" ".join(str(value).split("\n")), parameter.unit)


def _decimal(value: float, step: float | None) -> str:
    """A number with as many decimals as its step has, but never fewer than it needs."""
    plain = f"{value:.6g}"
    places = len(f"{step:.6f}".rstrip("0").split(".")[1]) if step else 1
    return f"{value:.{places}f}" if "e" not in plain and _places(plain) < places else plain


def _places(number: str) -> int:
    """How many digits stand behind the decimal point."""
    return len(number.partition(".")[2])


def _with_unit(text: str, unit: str) -> str:
    """The value with its unit, where it has one."""
    return f"{text}\u202f{unit}" if unit else text
