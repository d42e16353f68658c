"""How an area of the canvas is drawn: finely from near, in few strokes from far away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem

from app.ui import theme
from app.ui.canvas.cards.card_painting import paint_card, paint_plain_card
from app.ui.canvas.cards.items import Card
from app.ui.canvas.cards.layout import HEADER
from app.ui.canvas.grid import Grid
from app.ui.canvas.wires.wire import Wire

PLAIN = 0.22
"""Below this zoom, cards are plain rectangles and wires thin lines."""
_ONE = QSize(1, 1)
_ROOM = 64 * 2**20
"""How many bytes the pictures of cards may take."""


class CardPictures:
    """Pictures of the cards that were drawn last, so that passing over them costs little."""

    def __init__(self) -> None:
        self._kept: dict[Card, tuple[int, float, QPixmap]] = {}
        self._size = 0

    def of(self, card: Card, zoom: float, ratio: float) -> QPixmap:
        """The picture of a card at a zoom, on a screen with so many pixels for one."""
        kept = self._kept.pop(card, None)
        if kept is None or kept[:2] != (card.version, zoom * ratio):
            if kept is not None:
                self._size -= _bytes(kept[2])
            kept = (card.version, zoom * ratio, _picture(card, zoom, ratio))
            self._size += _bytes(kept[2])
        self._kept[card] = kept
        self._make_room()
        return kept[2]

    def _make_room(self) -> None:
        """Forget what was drawn longest ago while it is too much, or its card is gone."""
        while len(self._kept) > 1:
            oldest = next(iter(self._kept))
            if self._size <= _ROOM and oldest.scene() is not None:
                return
            self._size -= _bytes(self._kept.pop(oldest)[2])

    def clear(self) -> None:
        """Forget all of them."""
        self._kept.clear()
        self._size = 0


def _bytes(picture: QPixmap) -> int:
    return picture.width() * picture.height() * 4


def _picture(card: Card, zoom: float, ratio: float) -> QPixmap:
    """Draw a card, with its glow and its shadow, as a picture of its own."""
    area = card.boundingRect()
    picture = QPixmap((area.size() * zoom * ratio).toSize() + _ONE)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    with QPainter(picture) as painter:
        painter.scale(zoom, zoom)
        painter.translate(-area.topLeft())
        paint_card(painter, card, zoom)
    return picture


class Drawing:
    """Draws a scene. ``ratio`` is how many pixels of the device one of the window has.

    Items that are ``left_out`` are drawn by somebody else.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self._scene = scene
        self._grid = Grid()
        self._pictures = CardPictures()
        self._option = QStyleOptionGraphicsItem()
        self.ratio = 1.0
        self.left_out: Collection[QGraphicsItem] = frozenset()

    def forget(self) -> None:
        """Draw everything anew, after colours or fonts changed."""
        self._grid = Grid()
        self._pictures.clear()

    def draw(self, painter: QPainter, area: QRectF, zoom: float) -> None:
        """Draw an area as finely as the zoom asks for."""
        self._grid.paint(painter, area, zoom, self.ratio)
        self._draw(painter, area, zoom, plain=zoom < PLAIN)

    def sketch(self, painter: QPainter, area: QRectF, zoom: float) -> None:
        """Draw an area quickly, for the moment before it can be seen crisp."""
        painter.fillRect(area, theme.BACKDROP)
        self._draw(painter, area, zoom, plain=True)

    def _draw(self, painter: QPainter, area: QRectF, zoom: float, *, plain: bool) -> None:
        items = self._scene.items(
            area,
            Qt.ItemSelectionMode.IntersectsItemBoundingRect,
            Qt.SortOrder.AscendingOrder,
        )
        if self.left_out:
            items = [item for item in items if item not in self.left_out]
        if plain:
            self.draw_plain(painter, items, zoom)
            return
        for item in items:
            if isinstance(item, Card):
                self.draw_card(painter, item, zoom)
            elif isinstance(item, Wire):
                self.draw_wire(painter, item, zoom, area)
            else:
                self.draw_other(painter, item)

    def draw_wire(
        self, painter: QPainter, wire: Wire, zoom: float, area: QRectF | None = None
    ) -> None:
        """Draw a wire, or what of it lies in an area."""
        painter.setOpacity(wire.strength)
        wire.paint_at(painter, zoom, area)
        painter.setOpacity(1.0)

    def draw_card(self, painter: QPainter, card: Card, zoom: float) -> None:
        """Put the picture of a card onto whole pixels, where its text stays crisp."""
        picture = self._pictures.of(card, zoom, self.ratio)
        place = painter.transform().map(card.pos() + card.boundingRect().topLeft())
        painter.save()
        painter.resetTransform()
        whole = (place * self.ratio).toPoint()
        painter.drawPixmap(QPointF(whole) / self.ratio, picture)
        painter.restore()

    def draw_other(self, painter: QPainter, item: QGraphicsItem) -> None:
        """Let any other item draw itself."""
        painter.save()
        painter.setTransform(item.sceneTransform(), True)
        painter.setOpacity(item.effectiveOpacity())
        item.paint(painter, self._option, None)
        painter.restore()

    def draw_plain(self, painter: QPainter, items: Iterable[QGraphicsItem], zoom: float) -> None:
        """Draw cards as rectangles and wires as thin lines, in the order of their kinds."""
        cards: list[Card] = []
        wires: list[Wire] = []
        above: list[QGraphicsItem] = []
        for item in items:
            if isinstance(item, Card):
                cards.append(item)
            elif isinstance(item, Wire):
                wires.append(item)
            elif item.zValue() < 0:
                self.draw_other(painter, item)
            else:
                above.append(item)
        _plain_wires(painter, wires, zoom)
        _plain_cards(painter, cards, zoom)
        for wire in wires:
            if wire.isSelected():
                wire.paint_at(painter, zoom)
        for item in above:
            self.draw_other(painter, item)


def _plain_wires(painter: QPainter, wires: Iterable[Wire], zoom: float) -> None:
    """All wires of a colour in one stroke."""
    groups: defaultdict[tuple[int, float], QPainterPath] = defaultdict(QPainterPath)
    marked: list[Wire] = []
    for wire in wires:
        if wire.hot:
            marked.append(wire)
        groups[wire.colours[0].rgba(), wire.strength].addPath(wire.path())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for (colour, opacity), path in groups.items():
        pen = QPen(theme.faded(QColor.fromRgba(colour), 0.8 * opacity), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(path)
    for wire in marked:
        wire.paint_at(painter, zoom)


def _plain_cards(painter: QPainter, cards: Iterable[Card], zoom: float) -> None:
    """All bodies and headers of a colour in one stroke, then what cards say."""
    bodies: defaultdict[int, list[QRectF]] = defaultdict(list)
    heads: defaultdict[int, list[QRectF]] = defaultdict(list)
    telling: list[Card] = []
    for card in cards:
        box, face = card.box, card.face
        body, head = card.plain_colours
        bodies[body].append(box)
        heads[head].append(QRectF(box.x(), box.y(), box.width(), min(HEADER + 8, box.height())))
        if face.telling:
            telling.append(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for groups in (bodies, heads):
        for colour, boxes in groups.items():
            painter.setBrush(QColor.fromRgba(colour))
            painter.drawRects(boxes)
    for card in telling:
        paint_plain_card(painter, card, zoom)
