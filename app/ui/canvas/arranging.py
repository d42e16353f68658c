"""Putting things in order: in line, at equal distances, or all of them by their wires."""

from __future__ import annotations

from app.graph.tidy import tidy
from app.ui.canvas.aligning import Side, Steps, aligned, distributed
from app.ui.canvas.boxes.boxes import SMALLEST, Box
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.moving import Movable, area_of, chosen, held_by
from app.ui.canvas.gestures.snapping import STEP
from app.ui.words import tr


class Arranging:
    """What keys and menus do to the places of what is selected."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def align(self, side: Side) -> None:
        """Put what is selected in line."""
        outer = self._outermost()
        if len(outer) < 2:
            self._desk.editing.refuse(tr("Select two things or more to put them in line."))
            return
        self._move(aligned({item.id: area_of(item) for item in outer}, side), "Align")

    def distribute(self, *, across: bool) -> None:
        """Leave the same room between what is selected."""
        outer = self._outermost()
        if len(outer) < 3:
            self._desk.editing.refuse(tr("Select three things or more to distribute them."))
            return
        areas = {item.id: area_of(item) for item in outer}
        self._move(distributed(areas, across=across), "Distribute")

    def nudge(self, across: int, down: int) -> None:
        """Move what is selected by steps of the grid."""
        outer = self._outermost()
        if outer:
            step = (across * STEP, down * STEP)
            self._move({item.id: step for item in outer}, "Move")
        else:
            self._desk.editing.refuse(tr("Nothing is selected: click on what is to be moved."))

    def grow(self, across: int, down: int) -> None:
        """Make the selected frames and notes larger or smaller by steps of the grid."""
        boxes = self._desk.boxes.selected()
        if not boxes:
            self._desk.editing.refuse(tr("Select a frame or a note to change its size."))
            return
        with self._desk.editing.document.group("Resize"):
            for box in boxes:
                area = box.area
                width = max(area.width() + across * STEP, SMALLEST[0])
                height = max(area.height() + down * STEP, SMALLEST[1])
                self._desk.boxing.resize(box.id, (area.x(), area.y(), width, height))

    def tidy_selected(self) -> None:
        """Lay out what is selected by its wires, or everything where nothing is."""
        ids = [item.id for item in chosen(self._desk)]
        self._tidy(ids or None)

    def tidy_all(self) -> None:
        """Lay out the whole graph by its wires."""
        self._tidy(None)

    def _tidy(self, ids: list[str] | None) -> None:
        """Lay out, as one step."""
        editing = self._desk.editing
        sizes = {
            key: (card.layout.width, card.layout.height)
            for key, card in self._desk.projection.cards.items()
        }
        editing.do(lambda: tidy(editing.snapshot, sizes, ids, graph_id=editing.graph_id))

    def _outermost(self) -> list[Movable]:
        """What is selected, except for what moves along with a selected frame."""
        items = chosen(self._desk)
        held: set[Movable] = set()
        for item in items:
            if isinstance(item, Box) and item.is_frame:
                held.update(held_by(self._desk, item))
        return [item for item in items if item not in held]

    def _move(self, steps: Steps, name: str) -> None:
        """Move things by their steps, frames with what they hold, as one step."""
        places: dict[str, tuple[float, float]] = {}
        for item in self._outermost():
            step = steps[item.id]
            along = held_by(self._desk, item) if isinstance(item, Box) and item.is_frame else []
            for moved in (item, *along):
                place = moved.x() + step[0], moved.y() + step[1]
                places[moved.id] = float(round(place[0])), float(round(place[1]))
        self._desk.editing.move(places, name)
