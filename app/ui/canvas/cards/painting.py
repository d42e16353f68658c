"""How a card is painted, from its shadow to its ports. Nothing here changes anything."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from app.ui import theme
from app.ui.canvas.cards.face import Face
from app.ui.canvas.cards.fields import LEFT, RIGHT, paint_field, paint_lines
from app.ui.canvas.cards.halo import paint_halo
from app.ui.canvas.cards.header import paint_header
from app.ui.canvas.cards.layout import (
    HEADER,
    RADIUS,
    ROW,
    TEXT_INSET,
    Layout,
    error_lines,
)
from app.ui.canvas.cards.text import shortened, text_width, words, wrapped
from app.ui.words import tr


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
    if layout.height > HEADER + 48:
        _far_title(painter, face, layout)
    _fade(painter, face, layout)
    _outline(painter, face, layout, 4.0)


def paint_plain(painter: QPainter, face: Face, layout: Layout, zoom: float) -> None:
    """What a plain rectangle does not say: the picture, the progress, and what counts now."""
    if face.preview is not None and layout.preview is not None:
        painter.drawPixmap(layout.preview, face.preview, QRectF(face.preview.rect()))
    progress = face.look.progress
    if progress is not None:
        painter.fillRect(QRectF(0, HEADER, layout.width * progress, 4 / zoom), theme.GOOD)
    glow = _glow(face)
    if glow is not None:
        pen = QPen(glow, 2)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(layout.card)


def _far_title(painter: QPainter, face: Face, layout: Layout) -> None:
    """The title in letters that can still be read from far away."""
    room = layout.width - 2 * TEXT_INSET
    large = theme.font(30, bold=True)
    painter.setFont(large)
    painter.setPen(theme.SOFT)
    top = HEADER + 12
    limit = 1 if layout.height < 120 or layout.preview is not None else 2
    for line in wrapped(face.content.title, large, room, limit):
        painter.drawText(QRectF(TEXT_INSET, top, room, 36), LEFT, line)
        top += 36


def _fade(painter: QPainter, face: Face, layout: Layout) -> None:
    """Let the card step back, without what lies behind it showing through."""
    if face.faded:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme.faded(theme.BACKDROP, 0.3 if face.dimmed else 0.45 if face.aside else 0.55)
        )
        painter.drawRoundedRect(layout.card, RADIUS, RADIUS)


def paint_near(painter: QPainter, face: Face, layout: Layout) -> None:
    """The whole card without its ports."""
    _surround(painter, face, layout)
    if face.content.is_subgraph:
        _second_edge(painter, layout)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.CARD)
    painter.drawRoundedRect(layout.card, RADIUS, RADIUS)
    paint_header(painter, face, layout)
    _labels(painter, layout)
    for item in layout.fields:
        paint_field(painter, face, item)
    _more(painter, face, layout)
    _preview(painter, face, layout)
    _error(painter, face, layout)
    _fade(painter, face, layout)
    _outline(painter, face, layout, 1.0)


def _surround(painter: QPainter, face: Face, layout: Layout) -> None:
    """The soft shadow, and the glow of a running, failed or selected card."""
    strength = theme.SHADOW.alphaF() * (2.2 if theme.is_dark() else 1.3)
    paint_halo(painter, layout.card.translated(0, 3), theme.SHADOW, strength)
    glow = _glow(face)
    if glow is not None and (face.awake or face.look.state in ("running", "failed")):
        paint_halo(painter, layout.card, glow, 0.55 if theme.is_dark() else 0.4)


def _second_edge(painter: QPainter, layout: Layout) -> None:
    """The edge of a second card behind the first: there is more inside."""
    painter.setPen(QPen(theme.EDGE, 1))
    painter.setBrush(theme.mixed(theme.CARD, theme.BACKDROP, 0.5))
    painter.drawRoundedRect(layout.card.adjusted(4.5, 4.5, 4.5, 4.5), RADIUS, RADIUS)


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
    plain = theme.EDGE if face.hovered else theme.LINE
    pen = QPen(glow or plain, (1.8 if glow else 1.0) * scale)
    if face.selected:
        pen = QPen(theme.ACCENT, (2.2 if face.awake else 1.4) * scale)
    if face.content.node.bypassed or face.content.node.muted or face.content.spec is None:
        pen.setStyle(Qt.PenStyle.DashLine)
        pen.setColor(theme.ACCENT if face.selected else theme.FAINT)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawRoundedRect(layout.card.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _labels(painter: QPainter, layout: Layout) -> None:
    """The names of inputs at the left and of outputs at the right."""
    painter.setFont(theme.font(12))
    painter.setPen(theme.SOFT)
    for spot in layout.spots:
        if not spot.labelled:
            continue
        row = QRectF(14, spot.point.y() - ROW / 2, layout.width - 28, ROW)
        painter.drawText(row, LEFT if spot.side == "in" else RIGHT, words(spot.name))


def _more(painter: QPainter, face: Face, layout: Layout) -> None:
    """The line that unfolds the rest of the parameters, or folds them away."""
    if layout.more is None:
        return
    number = len(face.content.folded)
    small = theme.font(11)
    text = tr("{number} more", number=number) if number else tr("fewer")
    painter.setFont(small)
    painter.setPen(theme.DIM)
    painter.drawText(layout.more, Qt.AlignmentFlag.AlignCenter, text)
    x, y = layout.more.center().x() + text_width(text, small) / 2 + 8, layout.more.center().y()
    way = 2.0 if number else -2.0
    painter.setPen(QPen(theme.FAINT, 1.4))
    painter.drawPolyline([QPointF(x + dx, y - dy) for dx, dy in ((0, way), (3.5, -way), (7, way))])


def _preview(painter: QPainter, face: Face, layout: Layout) -> None:
    """The picture with rounded corners, and the line below it."""
    if face.preview is not None and layout.preview is not None:
        clip = QPainterPath()
        clip.addRoundedRect(layout.preview, 6, 6)
        painter.save()
        painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(layout.preview, theme.BACKDROP)
        painter.drawPixmap(fitted(face.preview, layout.preview), face.preview, face.preview.rect())
        if face.previous:
            painter.fillRect(layout.preview, theme.faded(theme.CARD, 0.55))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.faded(theme.TEXT, 0.11), 1))
        painter.drawRoundedRect(layout.preview.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if face.previous:
            _previous(painter, layout.preview)
    if layout.note is not None:
        small = theme.font(11)
        painter.setFont(small)
        painter.setPen(theme.DIM)
        painter.drawText(layout.note, LEFT, shortened(face.footer, small, layout.note.width()))


def _previous(painter: QPainter, box: QRectF) -> None:
    """The mark on a picture that is not of the graph as it is now."""
    small = theme.font(10, bold=True)
    text = tr("previous")
    mark = QRectF(box.x() + 7, box.y() + 7, text_width(text, small) + 14, 17)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.faded(theme.BACKDROP, 0.8))
    painter.drawRoundedRect(mark, 8.5, 8.5)
    painter.setFont(small)
    painter.setPen(theme.SOFT)
    painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, text)


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
    painter.setPen(theme.mixed(theme.BAD, theme.TEXT, 0.2))
    paint_lines(painter, error_lines(face.look.error, layout.error), layout.error)
