"""The nine slots of the viewer: pictures put aside to be compared with others."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ui.compare.state import SLOTS
from app.ui.viewer.known_picture import KnownPicture


class Slots(QObject):
    """What lies in the slots; all tabs share them, so that pictures of two graphs compare."""

    changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pictures: dict[int, KnownPicture] = {}

    def __getitem__(self, slot: int) -> KnownPicture | None:
        return self._pictures.get(slot)

    def put(self, slot: int, picture: KnownPicture) -> None:
        """Put a picture into a slot, in place of what was there."""
        if slot in SLOTS:
            self._pictures[slot] = picture
            self.changed.emit(slot)

    def clear(self, slot: int) -> None:
        """Empty a slot."""
        if self._pictures.pop(slot, None) is not None:
            self.changed.emit(slot)

    def free(self) -> int:
        """The first empty slot; the last one where all are full."""
        return next((slot for slot in SLOTS if slot not in self._pictures), SLOTS[-1])

    def filled(self) -> dict[int, KnownPicture]:
        """The slots that hold a picture, in their order."""
        return dict(sorted(self._pictures.items()))
