"""Make small pictures of starter graphs that need models which do not come along.

``python tools/draw_outlines.py [NAME ...]`` draws cards and wires of the graphs that are named, or
of all that have no picture yet.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPainterPath, QPen

from app.graph.document import Graph
from app.graph.file import open_file
from app.places import OWN_NODES
from app.sdk.paths import RESOURCES
from app.sdk.registry import Registry
from app.ui import theme
from app.ui.canvas.cards.content import Content
from app.ui.canvas.cards.layout import arrange

SIDE, MARGIN, HEADER, QUALITY = 320, 20, 26, 92


def main(names: Iterable[str]) -> None:
    """Write ``resources/graphs/NAME.webp`` for each of these graphs."""
    application = QGuiApplication([])
    kinds = Registry()
    kinds.load_folder(OWN_NODES)
    for path in sorted((RESOURCES / "graphs").glob("*.loom")):
        wanted = path.stem in names or (not names and not path.with_suffix(".webp").exists())
        if wanted:
            outline(open_file(path, kinds).snapshot.main, kinds).save(
                str(path.with_suffix(".webp")), "webp", QUALITY
            )
    application.quit()


def outline(graph: Graph, kinds: Registry) -> QImage:
    """The whole graph on a square: cards without words, and wires."""
    cards = {id: _card(graph, kinds, id) for id in graph.nodes}
    whole = QRectF()
    for card in cards.values():
        whole = whole.united(card)
    scale = (SIDE - 2 * MARGIN) / max(whole.width(), whole.height())
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(theme.BACKDROP)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(SIDE / 2, SIDE / 2)
    painter.scale(scale, scale)
    painter.translate(-whole.center())
    _draw_wires(painter, graph, kinds, cards)
    for id, card in cards.items():
        _draw_card(painter, card, graph, kinds, id)
    painter.end()
    return image


def _card(graph: Graph, kinds: Registry, id: str) -> QRectF:
    node, spec = graph.nodes[id], kinds.spec(graph.nodes[id].type)
    assert spec is not None
    return arrange(Content(node, spec)).card.translated(*node.position)


def _draw_card(painter: QPainter, card: QRectF, graph: Graph, kinds: Registry, id: str) -> None:
    spec = kinds.spec(graph.nodes[id].type)
    assert spec is not None
    body, head = QPainterPath(), QPainterPath()
    body.addRoundedRect(card, 12, 12)
    head.addRect(QRectF(card.left(), card.top(), card.width(), HEADER))
    painter.fillPath(body, theme.HOVER)
    painter.fillPath(body.intersected(head), theme.category_colour(spec.category))


def _draw_wires(
    painter: QPainter, graph: Graph, kinds: Registry, cards: Mapping[str, QRectF]
) -> None:
    for socket, sources in graph.wires.items():
        for source in sources:
            spec = kinds.spec(graph.nodes[source.node].type)
            assert spec is not None
            kind = spec.outputs_by_name[source.output].type.name
            start = cards[source.node].topRight() + QPointF(0, 2 * HEADER)
            end = cards[socket.node].topLeft() + QPointF(0, 2 * HEADER)
            reach = QPointF(max(60.0, abs(end.x() - start.x()) / 2), 0)
            path = QPainterPath(start)
            path.cubicTo(start + reach, end - reach, end)
            pen = QPen(theme.type_colour(kind), 7)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.strokePath(path, pen)


if __name__ == "__main__":
    main(sys.argv[1:])
