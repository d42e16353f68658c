"""Where everything on a card lies: sizes come from the fonts, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.graph.spec import ParameterKind, ParameterSpec, Plain
from app.graph.types import ANY, ValueType
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.text import line_height, text_width, words, wrapped
from app.ui.scale import scale_of

HEADER = 32.0
RADIUS = 9.0
ROW = 24.0
PILL = 26.0
GAP = 4.0
PAD = 12.0
BADGE_ROOM = 84.0
TEXT_INSET = 9.0
DOT_SIZE = (30.0, 20.0)
_NARROW, _WIDE, _PROMPT = 224.0, 340.0, 288.0
_VALUE_ROOM = {ParameterKind.MODEL: 176, ParameterKind.FILE: 160, ParameterKind.FOLDER: 150}
_TEXT_LINES = (3, 8)
_ERROR_LINES = 3
_MORE = 20.0
_TAG = 96.0


@dataclass(frozen=True)
class Spot:
    """A port: where it lies on the card and what may be plugged into it."""

    side: str
    name: str
    point: QPointF
    type: ValueType
    tip: str = ""
    many: bool = False
    each: bool = False
    parameter: bool = False
    labelled: bool = True


@dataclass(frozen=True)
class Field:
    """A parameter on the card: a pill for short values, a box for text of many lines."""

    parameter: ParameterSpec
    box: QRectF

    @property
    def tall(self) -> bool:
        """Whether the value is shown as wrapped text."""
        return self.parameter.many_lines


@dataclass(frozen=True)
class Layout:
    """The finished places; all in the card's own coordinates, its corner being 0, 0."""

    width: float
    height: float
    spots: tuple[Spot, ...]
    fields: tuple[Field, ...] = ()
    preview: QRectF | None = None
    note: QRectF | None = None
    error: QRectF | None = None
    more: QRectF | None = None

    @cached_property
    def by_key(self) -> Mapping[tuple[str, str], Spot]:
        """The ports by side and name."""
        return {(spot.side, spot.name): spot for spot in self.spots}

    @property
    def card(self) -> QRectF:
        """The card's outline."""
        return QRectF(0, 0, self.width, self.height)

    def field_at(self, point: QPointF) -> Field | None:
        """The parameter whose pill or box lies under ``point``."""
        return next((item for item in self.fields if item.box.contains(point)), None)


def arrange(content: Content) -> Layout:
    """Lay out a card."""
    if content.is_dot:
        return _dot(content)
    width = _width(content)
    inputs, outputs = _inputs(content), _outputs(content)
    if content.node.collapsed or content.is_end:
        return _collapsed(content, width, inputs, outputs)
    spots = _placed(inputs, 0.0) + _placed(outputs, width)
    y = HEADER + 8 + ROW * max(len(inputs), len(outputs)) + (4 if inputs or outputs else 2)
    fields: list[Field] = []
    for parameter in content.parameters:
        box = QRectF(PAD, y, width - 2 * PAD, _field_height(content, parameter, width))
        fields.append(Field(parameter, box))
        spots += (_parameter_spot(parameter, QPointF(0, y + PILL / 2)),)
        y = box.bottom() + (GAP + 2 if parameter.many_lines else GAP)
    more = QRectF(PAD, y - 1, width - 2 * PAD, _MORE) if content.foldable else None
    y = more.bottom() + GAP if more else y
    preview, note, error, y = _below(content, width, y)
    return Layout(width, y + PAD - GAP, spots, tuple(fields), preview, note, error, more)


def _dot(content: Content) -> Layout:
    """A dot, with its two ports at its sides."""
    width, height = DOT_SIZE
    ports = ((_inputs(content), 0.0), (_outputs(content), width))
    spots = tuple(
        replace(spot, point=QPointF(x, height / 2), labelled=False)
        for side, x in ports
        for spot in side
    )
    return Layout(width, height, spots)


def _below(
    content: Content, width: float, y: float
) -> tuple[QRectF | None, QRectF | None, QRectF | None, float]:
    """Preview, note and error under the fields, and where the next thing would start."""
    preview = note = error = None
    inner = width - 2 * PAD
    if content.ratio is not None:
        preview = QRectF(PAD, y + 2, inner, min(inner * content.ratio, inner * 1.6))
        y = preview.bottom() + GAP + 2
    if content.note:
        note = QRectF(PAD + 2, y, inner - 4, line_height(theme.font(11)) + 2)
        y = note.bottom() + GAP
    if content.error:
        error = QRectF(PAD, y + 2, inner, _error_height(content.error, inner))
        y = error.bottom() + GAP
    return preview, note, error, y


def _error_height(sentence: str, width: float) -> float:
    """Height of the red box that holds the sentence."""
    lines = wrapped(sentence, theme.font(12), width - 2 * TEXT_INSET, _ERROR_LINES)
    return len(lines) * line_height(theme.font(12)) + 14


def error_lines(sentence: str, box: QRectF) -> tuple[str, ...]:
    """The sentence as it stands in its box."""
    return wrapped(sentence, theme.font(12), box.width() - 2 * TEXT_INSET, _ERROR_LINES)


def text_lines(text: str, box: QRectF) -> tuple[str, ...]:
    """A long text as it stands in its box."""
    return wrapped(text, theme.font(12), box.width() - 2 * TEXT_INSET, _TEXT_LINES[1])


def _field_height(content: Content, parameter: ParameterSpec, width: float) -> float:
    """A pill's height, or that of as many lines as the text needs within limits."""
    if not parameter.many_lines:
        return PILL
    text = str(content.value(parameter))
    lines = len(text_lines(text, QRectF(0, 0, width - 2 * PAD, 0)))
    return max(lines, _TEXT_LINES[0]) * line_height(theme.font(12)) + 14


def _width(content: Content) -> float:
    """Wide enough for the title with a badge, the port labels side by side, and the pills."""
    if content.is_end:
        tag = text_width(content.title, theme.font(13, bold=True)) + 32 + PAD
        return float(round(min(max(tag, _TAG), _WIDE)))
    label = theme.font(12)
    inputs = [text_width(words(spot.name), label) for spot in _inputs(content)]
    outputs = [text_width(words(spot.name), label) for spot in _outputs(content)]
    pills = [
        text_width(words(parameter.name), label) + _VALUE_ROOM.get(parameter.kind, 104)
        for parameter in content.declared
        if not parameter.many_lines
    ]
    needed = [
        text_width(content.title, theme.font(13, bold=True)) + 32 + BADGE_ROOM,
        max(inputs, default=0.0) + max(outputs, default=0.0) + 2 * PAD + 40,
        max(pills, default=0.0) + 2 * PAD,
        _PROMPT if any(p.many_lines for p in content.declared) else _NARROW,
    ]
    return float(round(min(max(needed), _WIDE)))


def _placed(spots: tuple[Spot, ...], x: float) -> tuple[Spot, ...]:
    """The ports of one side, one below the other."""
    top = HEADER + 8 + ROW / 2
    return tuple(replace(spot, point=QPointF(x, top + ROW * row)) for row, spot in enumerate(spots))


def _collapsed(
    content: Content, width: float, inputs: tuple[Spot, ...], outputs: tuple[Spot, ...]
) -> Layout:
    """Only the header, with all ports of a side in one point."""
    middle = HEADER / 2
    wires_in = inputs + tuple(_parameter_spot(p, QPointF()) for p in content.parameters)
    spots = tuple(replace(s, point=QPointF(0, middle), labelled=False) for s in wires_in)
    spots += tuple(replace(s, point=QPointF(width, middle), labelled=False) for s in outputs)
    return Layout(width, HEADER, spots)


def _inputs(content: Content) -> tuple[Spot, ...]:
    """The input sockets, and those that only the wires know."""
    declared = content.spec.inputs if content.spec else ()
    known = tuple(
        Spot("in", s.name, QPointF(), s.type, s.tip, s.variadic, s.takes_items) for s in declared
    )
    return known + tuple(
        Spot("in", name, QPointF(), ValueType(ANY)) for name in content.loose_inputs
    )


def _outputs(content: Content) -> tuple[Spot, ...]:
    """The outputs, and those that only the wires know."""
    declared = content.spec.outputs if content.spec else ()
    known = tuple(Spot("out", o.name, QPointF(), o.type, o.tip, True) for o in declared)
    return known + tuple(
        Spot("out", name, QPointF(), ValueType(ANY), many=True) for name in content.loose_outputs
    )


def _parameter_spot(parameter: ParameterSpec, point: QPointF) -> Spot:
    """The small port of a parameter."""
    return Spot(
        "in",
        parameter.name,
        point,
        parameter.type,
        parameter.tip,
        each=True,
        parameter=True,
        labelled=False,
    )


def fraction(parameter: ParameterSpec, value: Plain) -> float | None:
    """How far a number lies between its bounds, for the fill of its pill; None where unbounded."""
    scale = scale_of(parameter)
    if scale is None or not isinstance(value, int | float):
        return None
    return scale.share(value)
