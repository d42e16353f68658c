"""Draws all that the viewer's area shows, in whichever way it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.ui import theme
from app.ui.compare.modes import Mode
from app.ui.viewer import picture_painting as painting
from app.ui.viewer.picture_layer import Layer

if TYPE_CHECKING:
    from app.ui.viewer.picture_view import PictureView


def paint_view(painter: QPainter, view: PictureView) -> None:
    """Draw the pictures, or say how to get one."""
    painter.fillRect(view.rect(), theme.BACKDROP)
    if not view.has_picture:
        _paint_hint(painter, view)
    elif view.mode is Mode.WIPE and len(view.layers) > 1:
        _paint_wiped(painter, view)
    else:
        _paint_panes(painter, view)
    if view.hasFocus():
        painting.paint_focus(painter, QRectF(view.rect()))


def _paint_panes(painter: QPainter, view: PictureView) -> None:
    shown = view.layers
    if view.mode is Mode.DIFFERENCE:
        shown = (view.difference,) if view.difference is not None else view.layers[:1]
    for layer, pane in zip(shown, view.panes(), strict=False):
        _paint_one(painter, view, layer, pane)
        painting.paint_badge(painter, layer.label, pane)


def _paint_wiped(painter: QPainter, view: PictureView) -> None:
    pane = QRectF(view.rect())
    first, second = view.layers[:2]
    before = view.wipe.before(view.area, pane)
    _paint_one(painter, view, second, pane)
    painter.save()
    painter.setClipRect(before)
    painter.fillRect(before, theme.BACKDROP)
    _paint_one(painter, view, first, pane)
    painter.restore()
    painting.paint_wipe(painter, view.wipe, view.area)
    far = Qt.Corner.TopRightCorner if view.wipe.upright else Qt.Corner.BottomLeftCorner
    painting.paint_badge(painter, first.label, pane)
    painting.paint_badge(painter, second.label, pane, far)


def _paint_one(painter: QPainter, view: PictureView, layer: Layer, pane: QRectF) -> None:
    """One picture in its pane, where the camera sees the first one."""
    ratio = view.camera.ratio
    area = view.camera.area.translated(pane.topLeft())
    soft = view.camera.fitted and not view.sharp
    painter.save()
    painter.setClipRect(pane, Qt.ClipOperation.IntersectClip)
    painting.paint_layer(painter, layer, area, ratio, soft=soft)
    if not soft:
        painting.paint_pixel_grid(painter, area, layer.size, pane, ratio)
    painting.paint_border(painter, area)
    painter.restore()


def _paint_hint(painter: QPainter, view: PictureView) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.DIM)
    area = view.rect().adjusted(24, 24, -24, -24)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(area, flags, view.hint)
