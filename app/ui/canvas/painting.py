"""How a card is painted, from its shadow to its ports. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from app.graph.spec import ParameterKind
from app.ui import theme
from app.ui.canvas.layout import (
    HEADER,
    ROW,
    TEXT_INSET,
    Content,
    Field,
    Layout,
    error_lines,
    fraction,
    text_lines,
)
from app.ui.canvas.look import Look
from app.ui.canvas.signs import paint_sign
from app.ui.canvas.text import line_height, shortened, text_width, value_text, words

RADIUS = 9.0
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Face:
    """All that is seen of a card besides its layout.

    ``sources`` names what feeds a wired parameter, by its name. ``colour`` is the header's.
    ``shown`` replaces the value of parameters while they are dragged.
    """

    content: Content
    look: Look = field(default_factory=Look)
    colour: QColor = field(default_factory=lambda: QColor(theme.FAINT))
    selected: bool = False
    preview: QPixmap | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, object] = field(default_factory=dict)

    @property
    def badge(self) -> tuple[str, QColor] | None:
        """The short text at the header's right end, with its colour."""
        node, look = self.content.node, self.look
        if node.muted or node.bypassed:
            return ("muted" if node.muted else "bypassed"), theme.DIM
        if look.state == "running":
            return (f"{look.step} / {look.total}" if look.total else "running"), theme.GOOD
        if look.state == "done" and look.seconds is not None:
            return seconds_text(look.seconds), theme.SOFT
        if look.state in ("idle", "done"):
            return None
        return look.state, theme.STATES[look.state]


def seconds_text(seconds: float) -> str:
    """A time as people say it: 8 ms, 0.41 s, 12.4 s, 3 min 05 s."""
    if seconds < 0.095:
        return f"{seconds * 1000:.0f} ms"
    if seconds < 9.995:
        return f"{seconds:.2f} s"
    if seconds < 99.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s"


def paint_far(painter: QPainter, face: Face, layout: Layout) -> None:
    """The card from far away: its shape, colour and state."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.CARD)
    painter.drawRoundedRect(layout.card, RADIUS, RADIUS)
    painter.setBrush(face.colour)
    painter.drawRect(QRectF(0, 0, layout.width, min(HEADER, layout.height)))
    if face.preview is not None and layout.preview is not None:
        painter.drawPixmap(layout.preview, face.preview, QRectF(face.preview.rect()))
    progress = face.look.progress
    if progress is not None:
        painter.setBrush(theme.GOOD)
        painter.drawRect(QRectF(0, HEADER, layout.width * progress, 10))
    _outline(painter, face, layout, 4.0)


def paint_near(painter: QPainter, face: Face, layout: Layout) -> None:
    """The whole card without its ports."""
    _surround(painter, face, layout)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.CARD)
    painter.drawRoundedRect(layout.card, RADIUS, RADIUS)
    _header(painter, face, layout)
    _labels(painter, layout)
    for item in layout.fields:
        _field(painter, face, item)
    _preview(painter, face, layout)
    _error(painter, face, layout)
    _outline(painter, face, layout, 1.0)


def _surround(painter: QPainter, face: Face, layout: Layout) -> None:
    """The soft shadow, and the glow of a running, failed or selected card."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ring in range(1, 8):
        painter.setPen(QPen(QColor(0, 0, 0, 62 - 8 * ring), 2))
        painter.drawRoundedRect(
            layout.card.adjusted(-ring, 2 - ring, ring, 2 + ring), RADIUS + ring, RADIUS + ring
        )
    glow = _glow(face)
    if glow is None:
        return
    for ring in range(1, 7):
        painter.setPen(QPen(theme.faded(glow, 0.21 - 0.033 * ring), 2))
        painter.drawRoundedRect(
            layout.card.adjusted(-ring, -ring, ring, ring), RADIUS + ring, RADIUS + ring
        )


def _glow(face: Face) -> QColor | None:
    """The colour around the card, if any."""
    if face.look.state == "running":
        return theme.GOOD
    if face.look.state == "failed":
        return theme.BAD
    return theme.ACCENT if face.selected else None


def _outline(painter: QPainter, face: Face, layout: Layout, scale: float) -> None:
    """The border: what it says counts most from far away, so ``scale`` widens it there."""
    glow = _glow(face)
    colour = theme.ACCENT if face.selected else glow or theme.LINE
    pen = QPen(colour, (1.6 if face.selected or glow else 1.0) * scale)
    if face.content.node.bypassed or face.content.node.muted or face.content.spec is None:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setColor(theme.ACCENT if face.selected else theme.FAINT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(layout.card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _header(painter: QPainter, face: Face, layout: Layout) -> None:
    """Colour, state, title, badge and progress."""
    band = QRectF(0, 0, layout.width, HEADER)
    tint = QLinearGradient(0, 0, layout.width, 0)
    tint.setColorAt(0, theme.faded(face.colour, 0.88))
    tint.setColorAt(1, theme.faded(face.colour, 0.34))
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(layout.card, RADIUS, RADIUS)
    painter.setClipPath(outline)
    painter.fillRect(band, QBrush(tint))
    painter.fillRect(QRectF(0, 0, layout.width, 1), QColor(255, 255, 255, 26))
    painter.fillRect(QRectF(0, HEADER - 1, layout.width, 1), QColor(0, 0, 0, 60))
    progress = face.look.progress
    if progress is not None:
        _progress(painter, layout.width, progress)
    painter.restore()
    paint_sign(painter, face.look.state, QPointF(16, HEADER / 2))
    room = layout.width - 30 - _badge(painter, face, layout.width) - 10
    bold = theme.font(13, bold=True)
    painter.setFont(bold)
    painter.setPen(theme.TEXT)
    painter.drawText(
        QRectF(29, 0, room + 2, HEADER), _LEFT, shortened(face.content.title, bold, room)
    )


def _progress(painter: QPainter, width: float, progress: float) -> None:
    """The bar along the header's lower edge."""
    painter.fillRect(QRectF(0, HEADER - 1, width, 4), theme.FIELD)
    tint = QLinearGradient(0, 0, width, 0)
    tint.setColorAt(0, theme.GOOD)
    tint.setColorAt(1, theme.BUSY)
    painter.fillRect(QRectF(0, HEADER - 1, width * progress, 4), QBrush(tint))


def _badge(painter: QPainter, face: Face, width: float) -> float:
    """The badge; answers how much room it takes."""
    badge = face.badge
    if badge is None:
        return 0.0
    text, colour = badge
    small = theme.font(10, bold=True)
    length = text_width(text, small) + 16
    box = QRectF(width - length - 9, (HEADER - 17) / 2, length, 17)
    painter.setPen(QPen(theme.faded(colour, 0.7), 1))
    painter.setBrush(theme.faded(theme.BACKDROP, 0.78))
    painter.drawRoundedRect(box, 8.5, 8.5)
    painter.setFont(small)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    return length + 10


def _labels(painter: QPainter, layout: Layout) -> None:
    """The names of inputs at the left and of outputs at the right."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.SOFT)
    for spot in layout.spots:
        if not spot.labelled:
            continue
        row = QRectF(14, spot.point.y() - ROW / 2, layout.width - 28, ROW)
        painter.drawText(row, _LEFT if spot.side == "in" else _RIGHT, words(spot.name))


def _field(painter: QPainter, face: Face, item: Field) -> None:
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
        _extra(painter, item, value)


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
    painter.fillRect(bar, theme.faded(theme.ACCENT, 0.17))
    painter.fillRect(
        QRectF(bar.right() - 1.5, bar.y(), 1.5, bar.height()), theme.ACCENT.darker(135)
    )
    painter.restore()


def _pill_text(painter: QPainter, item: Field, value: str, colour: QColor) -> None:
    """Name at the left, value at the right, shortened in the middle where it is a path."""
    label = theme.font(12)
    name = words(item.parameter.name)
    inner = item.box.adjusted(TEXT_INSET, 0, -TEXT_INSET - _extra_room(item), 0)
    painter.setFont(label)
    painter.setPen(theme.DIM)
    painter.drawText(inner, _LEFT, name)
    painter.setPen(colour)
    room = inner.width() - text_width(name, label) - 10
    middle = item.parameter.kind in (ParameterKind.FILE, ParameterKind.FOLDER, ParameterKind.MODEL)
    painter.drawText(inner, _RIGHT, shortened(value, label, room, middle=middle))


def _extra_room(item: Field) -> float:
    """Room at the pill's right end for the arrow of a choice or a patch of colour."""
    kinds = (ParameterKind.CHOICE, ParameterKind.MODEL, ParameterKind.COLOUR)
    return 13.0 if item.parameter.kind in kinds else 0.0


def _extra(painter: QPainter, item: Field, value: object) -> None:
    """The arrow of a choice, or a patch of the colour."""
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
    _lines(painter, lines, item.box)


def _lines(painter: QPainter, lines: tuple[str, ...], box: QRectF) -> None:
    """Lines of text from the top of a box."""
    step = line_height(theme.font(12))
    for number, line in enumerate(lines):
        row = QRectF(box.x() + TEXT_INSET, box.y() + 7 + number * step, box.width(), step)
        painter.drawText(row, _LEFT, line)


def _preview(painter: QPainter, face: Face, layout: Layout) -> None:
    """The picture with rounded corners, and the note below it."""
    if face.preview is not None and layout.preview is not None:
        clip = QPainterPath()
        clip.addRoundedRect(layout.preview, 6, 6)
        painter.save()
        painter.setClipPath(clip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(layout.preview, theme.BACKDROP)
        painter.drawPixmap(fitted(face.preview, layout.preview), face.preview, face.preview.rect())
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 28), 1))
        painter.drawRoundedRect(layout.preview.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    if layout.note is not None:
        small = theme.font(11)
        painter.setFont(small)
        painter.setPen(theme.DIM)
        note = shortened(face.look.note, small, layout.note.width())
        painter.drawText(layout.note, _LEFT, note)


def fitted(picture: QPixmap, box: QRectF) -> QRectF:
    """Where a whole picture lies in a box, centred, without changing its shape."""
    size = picture.size().toSizeF().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(QPointF(0, 0), size)
    place.moveCenter(box.center())
    return place


def _error(painter: QPainter, face: Face, layout: Layout) -> None:
    """Why the node failed, in red."""
    if layout.error is None:
        return
    painter.setPen(QPen(theme.faded(theme.BAD, 0.45), 1))
    painter.setBrush(theme.faded(theme.BAD, 0.13))
    painter.drawRoundedRect(layout.error.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setFont(theme.font(12))
    painter.setPen(theme.BAD.lighter(118))
    _lines(painter, error_lines(face.look.error, layout.error), layout.error)
