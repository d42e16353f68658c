"""Adding frames and notes, and colouring what is selected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.ui.canvas.boxes.boxes import HEAD
from app.ui.canvas.gestures.gestures import Desk
from app.ui.canvas.gestures.moving import area_of, chosen
from app.ui.canvas.popups.popups import Popups
from app.ui.words import tr

_ROOM = 22.0
"""The room between a frame and what it is put around."""
_FRAME, _NOTE = (420.0, 280.0), (240.0, 150.0)

Place = Callable[[], tuple[float, float]]
"""Where on the canvas new things go."""


class BoxCommands:
    """What keys and menus do to frames and notes."""

    def __init__(self, desk: Desk, popups: Popups, place: Place) -> None:
        self._desk = desk
        self._popups = popups
        self._place = place

    def add_frame(self) -> None:
        """Put a frame around what is selected, or an empty one where the mouse is."""
        items = chosen(self._desk)
        if not items:
            self.add(QPointF(*self._place()), is_frame=True)
            return
        area = QRectF()
        for item in items:
            area = area.united(area_of(item))
        area.adjust(-_ROOM, -_ROOM - HEAD, _ROOM, _ROOM)
        self._begin(self._desk.boxing.add_frame(_rectangle(area), tr("Frame")))

    def add_note(self) -> None:
        """Put a note where the mouse is, and write on it."""
        self.add(QPointF(*self._place()), is_frame=False)

    def add(self, place: QPointF, *, is_frame: bool) -> None:
        """Put an empty frame, or a note, at a place."""
        area = _rectangle(QRectF(place, QSizeF(*(_FRAME if is_frame else _NOTE))))
        boxing = self._desk.boxing
        key = boxing.add_frame(area, tr("Frame")) if is_frame else boxing.add_note(area)
        self._begin(key)

    def _begin(self, key: str | None) -> None:
        """Select a new box and let its text be typed at once."""
        box = self._desk.boxes.shown.get(key or "")
        if box is not None:
            self._desk.viewer.select_only([box])
            self._desk.viewer.reveal(box.area)
            self._popups.write(box)

    def colour(self, colour: str | None) -> None:
        """Colour what is selected; None brings the usual colour back."""
        ids = [item.id for item in chosen(self._desk)]
        if ids:
            self._desk.boxing.colour(ids, colour)
        else:
            self._desk.editing.refuse(tr("Nothing is selected: click on what is to be coloured."))


def _rectangle(area: QRectF) -> tuple[float, float, float, float]:
    """An area in whole units, as the document has it."""
    return (
        float(round(area.x())),
        float(round(area.y())),
        float(round(area.width())),
        float(round(area.height())),
    )
