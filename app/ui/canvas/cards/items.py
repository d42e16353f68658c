"""The items that stand for nodes: cards and their ports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from app.ui import theme
from app.ui.canvas.cards.card_painting import paint_card
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.face import Face, header_colour
from app.ui.canvas.cards.layout import RADIUS, Layout, arrange
from app.ui.canvas.cards.ports import Port, nearest
from app.ui.canvas.cards.previews import small
from app.ui.canvas.look import CAPTION, Look
from app.ui.canvas.patches import AbstractNodeItem
from app.ui.canvas.popups.tips import place_tip, port_tip

__all__ = ["Card", "Port"]

_MARGIN = 16.0
OUTDATING = frozenset({"idle", "queued", "running", "skipped"})
"""States in which a picture is that of an earlier run."""


class Card(AbstractNodeItem):
    """A node: lays itself out when its content changes, and paints everything itself."""

    def __init__(self, content: Content) -> None:
        super().__init__(content.title)
        self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsGeometryChanges)
        self.id = content.node.id
        self.version = 0
        self._bounds = QRectF()
        self.face = Face(content)
        self.layout: Layout = arrange(content)
        self.ports: dict[tuple[str, str], Port] = {}
        self.colours: Mapping[tuple[str, str], QColor] = {}
        self.show_content(content, {}, {})

    def show_content(
        self,
        content: Content,
        sources: Mapping[str, str],
        colours: Mapping[tuple[str, str], QColor],
    ) -> None:
        """Take over what the document says; ``sources`` names what feeds wired parameters."""
        own = self.face.content
        content = replace(
            content, ratio=own.ratio, note=own.note, error=own.error, unfolded=own.unfolded
        )
        self.face = replace(
            self.face, content=content, sources=sources, colour=header_colour(content)
        )
        self.colours = colours
        self._lay_out()
        self.setPos(*content.node.position)

    def _lay_out(self) -> None:
        """Compute the layout again and put the ports in their places."""
        layout = arrange(self.face.content)
        if (layout.width, layout.height) != (self._width, self._height):
            self.prepareGeometryChange()
        self.layout = layout
        self._width, self._height = layout.width, layout.height
        self._bounds = layout.card.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
        for gone in self.ports.keys() - layout.by_key.keys():
            del self.ports[gone]
        for key, spot in layout.by_key.items():
            if key in self.ports:
                self.ports[key].spot = spot
            else:
                self.ports[key] = Port(self, spot)
        self._pull_wires()
        self.update()

    def _pull_wires(self) -> None:
        """Let the wires follow the ports."""
        for port in self.ports.values():
            for wire in port.connected_pipes:
                wire.draw_path(None)

    def update(self, *area: Any) -> None:
        """Paint the card anew."""
        self.version += 1  # the finished picture of the canvas is out of date where this lies
        super().update(*area)

    def set_look(self, look: Look) -> None:
        """Show another state; lays out again only where that needs more or less room."""
        begins = look.state != self.face.look.state
        if self.face.preview is not None and begins and look.state in OUTDATING:
            self.face = replace(self.face, previous=True)
        self.face = replace(self.face, look=look)
        self._show_footer(replace(self.face.content, error=look.error))

    def set_preview(self, image: QImage | None, *, previous: bool = False) -> None:
        """Show a picture on the card, or none; one of a ``previous`` run says so."""
        picture = None if image is None or image.isNull() else QPixmap.fromImage(small(image))
        ratio = None if picture is None else round(picture.height() / picture.width(), 3)
        caption = "" if image is None else image.text(CAPTION)
        self.face = replace(self.face, preview=picture, previous=previous, caption=caption)
        self._show_footer(replace(self.face.content, ratio=ratio))

    def _show_footer(self, content: Content) -> None:
        """Take over new content, with room for the line below the picture where there is one."""
        # While steps are done it stays, so that the card does not grow and shrink.
        note = bool(self.face.footer) or self.face.look.progress is not None
        self._resize_to(replace(content, note=note))

    def unfold(self, unfolded: bool) -> None:
        """Show all parameters, or fold away those that are as they nearly always are."""
        self._resize_to(replace(self.face.content, unfolded=unfolded))

    def _resize_to(self, content: Content) -> None:
        """Lay out again if the new content takes another size, else only repaint."""
        changed = content != self.face.content
        self.face = replace(self.face, content=content)
        if changed:
            self._lay_out()
        else:
            self.update()

    def show_value(self, name: str, value: object) -> None:
        """Show a value that is not in the document yet, while it is being dragged."""
        self.face = replace(self.face, shown={name: value})
        self.update()

    def set_dimmed(self, dimmed: bool) -> None:
        """Step back while a wire is dragged that does not fit here."""
        if self.face.dimmed is not dimmed:
            self.face = replace(self.face, dimmed=dimmed)
        self.update()

    def set_aside(self, aside: bool) -> None:
        """Step back behind what the selection has to do with."""
        if self.face.aside is not aside:
            self.face = replace(self.face, aside=aside)
            self.update()

    def set_hovered(self, hovered: bool) -> None:
        """Show that the mouse is over the card."""
        if self.face.hovered is not hovered:
            self.face = replace(self.face, hovered=hovered)
            self.update()

    def set_awake(self, awake: bool) -> None:
        """Show whether the keys go to the canvas."""
        if self.face.awake is not awake:
            self.face = replace(self.face, awake=awake)
            if self.face.selected:
                self.update()

    def forget_values(self) -> None:
        """Show the document's values again."""
        if self.face.shown:
            self.face = replace(self.face, shown={})
            self.update()

    def setSelected(self, selected: bool) -> None:
        """Select or deselect, and bring a selected card to the front."""
        super().setSelected(selected)
        self.face = replace(self.face, selected=selected)
        self.setZValue(2 if selected else 1)
        self.update()

    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: Any) -> Any:
        """Follow a selection made by the scene itself."""
        if change == QGraphicsItem.GraphicsItemChange.ItemSelectedHasChanged:
            self.face = replace(self.face, selected=bool(value))
            self.setZValue(2 if value else 1)
            self.update()
        elif change == QGraphicsItem.GraphicsItemChange.ItemPositionHasChanged:
            self._pull_wires()
        return super().itemChange(change, value)

    def boundingRect(self) -> QRectF:
        """The card with room for its shadow, its glow and its ports."""
        return self._bounds

    @property
    def box(self) -> QRectF:
        """The card on the canvas, without its shadow."""
        return QRectF(self.x(), self.y(), self._width, self._height)

    @property
    def plain_colours(self) -> tuple[int, int]:
        """The colours of body and header, where no more is seen of the card."""
        body, head = theme.CARD, self.face.colour
        if self.face.content.is_dot:
            body = head = self.dot_colour
        if self.face.faded:
            body, head = (theme.mixed(colour, theme.BACKDROP, 0.5) for colour in (body, head))
        return body.rgba(), head.rgba()

    @property
    def dot_colour(self) -> QColor:
        """The colour of what runs through a dot."""
        return next(iter(self.colours.values()), theme.type_colour("Any"))

    def shape(self) -> QPainterPath:
        """The card without its shadow."""
        path = QPainterPath()
        path.addRoundedRect(self.layout.card, RADIUS, RADIUS)
        return path

    def port_at(self, point: QPointF, reach: float) -> Port | None:
        """The port nearest to a point on the card, within ``reach``."""
        return nearest(self.ports.values(), point, reach, dot=self.face.content.is_dot)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the card as finely as the zoom asks for."""
        paint_card(painter, self, option.levelOfDetailFromTransform(painter.worldTransform()))

    def tip(self, point: QPointF) -> str:
        """What to say about the place under the mouse, as rich text."""
        port = self.port_at(point, 10.0)
        if port is not None:
            return port_tip(port.spot)
        return place_tip(self.face, self.layout, point)
