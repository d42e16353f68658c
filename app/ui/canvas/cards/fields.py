"""How the parameters on a card are painted: pills with values, switches, boxes of text."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.graph.spec import ParameterKind
from app.ui import theme
from app.ui.canvas.cards.face import Face
from app.ui.canvas.cards.layout import TEXT_INSET, Field, fraction, text_lines
from app.ui.canvas.cards.signs import paint_dice
from app.ui.canvas.cards.text import line_height, shortened, text_width, value_text, words

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_field(painter: QPainter, face: Face, item: Field) -> None:
    """One parameter with its value, or with the name of what feeds it."""
    source = face.sources.get(item.parameter.name)
    painter.setPen(QPen(theme.faded(theme.LINE, 0.8), 1))
    painter.setBrush(theme.FIELD if source is None else theme.faded(theme.FIELD, 0.4))
    painter.drawRoundedRect(item.box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    value = face.shown.get(item.parameter.name, face.content.value(item.parameter))
    if source is not None:
        _pill_text(painter, item, f"← {source}", theme.FAINT)
    elif item.tall:
        _tall_text(painter, item, str(value))
    elif item.parameter.kind is ParameterKind.BOOLEAN:
        _pill_text(painter, item, "", theme.TEXT)
        _switch(painter, item.box, bool(value))
    else:
        _fill(painter, item, value)
        _pill_text(painter, item, value_text(item.parameter, value), theme.TEXT)
        _extra(painter, item, value, moves=item.parameter.name in face.content.node.controls)


def _fill(painter: QPainter, item: Field, value: object) -> None:
    """How far the value lies within its range."""
    part = fraction(item.parameter, value)
    if not part:
        return
    inner = item.box.adjusted(1, 1, -1, -1)
    painter.save()
    clip = QPainterPath()
    clip.addRoundedRect(inner, 5, 5)
    painter.setClipPath(clip)
    bar = QRectF(inner.x(), inner.y(), inner.width() * part, inner.height())
    painter.fillRect(bar, theme.faded(theme.ACCENT, 0.13))
    # The mark lies under the text, never across it: on a narrow pill they meet at every value.
    painter.fillRect(bar.adjusted(0, bar.height() - 2, 0, 0), theme.faded(theme.ACCENT, 0.6))
    painter.restore()


def _pill_text(painter: QPainter, item: Field, value: str, colour: QColor) -> None:
    """Name at the left, value at the right, shortened in the middle where it is a path."""
    label = theme.font(12)
    name = words(item.parameter.name)
    inner = item.box.adjusted(TEXT_INSET, 0, -TEXT_INSET - _extra_room(item), 0)
    painter.setFont(label)
    painter.setPen(theme.DIM)
    painter.drawText(inner, LEFT, name)
    painter.setPen(colour)
    room = inner.width() - text_width(name, label) - 10
    middle = item.parameter.kind in (ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL)
    painter.drawText(inner, RIGHT, shortened(value, label, room, middle=middle))


def _extra_room(item: Field) -> float:
    """Room at the pill's right end for the arrow of a choice or a patch of colour."""
    kinds = (ParameterKind.CHOICE, ParameterKind.MODEL, ParameterKind.COLOUR)
    if item.parameter.kind is ParameterKind.SEED:
        return 19.0
    return 13.0 if item.parameter.kind in kinds else 0.0


def dice_box(item: Field) -> QRectF | None:
    """Where the die of a seed lies, with some room to hit it; None for other parameters."""
    if item.parameter.kind is not ParameterKind.SEED:
        return None
    return QRectF(item.box.right() - 28, item.box.y(), 28, item.box.height())


def _extra(painter: QPainter, item: Field, value: object, *, moves: bool) -> None:
    """The arrow of a choice, a patch of the colour, or the die of a seed, which is bright where the
    seed ``moves`` before every run."""
    dice = dice_box(item)
    if dice is not None:
        size = QSizeF(15, 15)
        corner = dice.center() - QPointF(size.width() / 2 - 1, size.height() / 2)
        paint_dice(painter, QRectF(corner, size), theme.ACCENT if moves else theme.DIM)
        return
    right, middle = item.box.right() - TEXT_INSET, item.box.center().y()
    if item.parameter.kind is ParameterKind.COLOUR:
        painter.setPen(QPen(theme.LINE, 1))
        painter.setBrush(QColor(str(value)))
        painter.drawEllipse(QPointF(right - 4, middle), 5, 5)
    elif _extra_room(item):
        painter.setPen(QPen(theme.FAINT, 1.4))
        points = [QPointF(right - 7, middle - 2), QPointF(right - 3.5, middle + 2)]
        painter.drawPolyline([*points, QPointF(right, middle - 2)])


def _switch(painter: QPainter, box: QRectF, on: bool) -> None:
    """A small switch for true and false."""
    track = QRectF(box.right() - TEXT_INSET - 26, box.center().y() - 7, 26, 14)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded(theme.ACCENT, 0.75) if on else theme.LINE)
    painter.drawRoundedRect(track, 7, 7)
    painter.setBrush(theme.TEXT if on else theme.DIM)
    painter.drawEllipse(QPointF(track.right() - 7 if on else track.left() + 7, track.y() + 7), 5, 5)


def _tall_text(painter: QPainter, item: Field, text: str) -> None:
    """Wrapped text, or the parameter's name where there is none yet."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.SOFT if text else theme.FAINT)
    lines = text_lines(text, item.box) if text else (words(item.parameter.name),)
    paint_lines(painter, lines, item.box)


def paint_lines(painter: QPainter, lines: tuple[str, ...], box: QRectF) -> None:
    """Lines of text from the top of a box."""
    step = line_height(theme.font(12))
    for number, line in enumerate(lines):
        row = QRectF(box.x() + TEXT_INSET, box.y() + 7 + number * step, box.width(), step)
        painter.drawText(row, LEFT, line)
