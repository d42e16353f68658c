"""Where a new card goes: where it was asked for, or beside what lies there already."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot

from PySide6.QtCore import QPointF, QRectF

GAP = 24.0
"""The least room between a new card and the others."""

_FARTHEST = 600.0


def free_place(wanted: QRectF, taken: Iterable[QRectF]) -> QPointF:
    """The corner nearest to that of ``wanted`` where such a card covers none of ``taken``.

    A card that is free lies flush with an edge of others, or where it was wanted: so only the
    lines along their edges are tried. Where nothing is free, the wanted corner stays.
    """
    near = wanted.adjusted(-_FARTHEST, -_FARTHEST, _FARTHEST, _FARTHEST)
    boxes = [box.adjusted(-GAP, -GAP, GAP, GAP) for box in taken if box.intersects(near)]
    if not any(box.intersects(wanted) for box in boxes):
        return wanted.topLeft()
    columns = [wanted.x()] + [x for b in boxes for x in (b.left() - wanted.width(), b.right())]
    rows = [wanted.y()] + [y for b in boxes for y in (b.top() - wanted.height(), b.bottom())]
    corners = [(hypot(x - wanted.x(), y - wanted.y()), x, y) for x in columns for y in rows]
    for _, x, y in sorted(corner for corner in corners if corner[0] <= _FARTHEST):
        # Edges that only touch do not count as covering.
        area = QRectF(QPointF(x, y), wanted.size()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not any(box.intersects(area) for box in boxes):
            return QPointF(round(x), round(y))
    return wanted.topLeft()
