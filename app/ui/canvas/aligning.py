"""Where things go that are put in line, or at equal distances."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRectF

Side = Literal["left", "right", "top", "bottom", "centre", "middle"]
"""What is put in line: ``centre`` from left to right, ``middle`` from top to bottom."""
Steps = dict[str, tuple[float, float]]
"""How far each thing is moved, by its id."""


def aligned(areas: Mapping[str, QRectF], side: Side) -> Steps:
    """The steps that bring one side of all areas into line with the outermost one."""
    whole = QRectF()
    for area in areas.values():
        whole = whole.united(area)
    steps: Steps = {}
    for key, area in areas.items():
        across, down = {
            "left": (whole.left() - area.left(), 0.0),
            "right": (whole.right() - area.right(), 0.0),
            "centre": (whole.center().x() - area.center().x(), 0.0),
            "top": (0.0, whole.top() - area.top()),
            "bottom": (0.0, whole.bottom() - area.bottom()),
            "middle": (0.0, whole.center().y() - area.center().y()),
        }[side]
        steps[key] = across, down
    return steps


def distributed(areas: Mapping[str, QRectF], *, across: bool) -> Steps:
    """The steps that leave the same room between all areas; the outermost ones stay."""

    def start(key: str) -> float:
        """Where an area begins."""
        return areas[key].left() if across else areas[key].top()

    def length(key: str) -> float:
        """How long it is."""
        return areas[key].width() if across else areas[key].height()

    order = sorted(areas, key=lambda key: (start(key), key))
    end = max(start(key) + length(key) for key in order)
    free = end - start(order[0]) - sum(length(key) for key in order)
    room = free / (len(order) - 1)
    steps: Steps = {}
    place = start(order[0])
    for key in order:
        step = place - start(key)
        steps[key] = (step, 0.0) if across else (0.0, step)
        place += length(key) + room
    return steps
