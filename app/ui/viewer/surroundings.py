"""What the bars around the viewer's picture show of it, and which of them are seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QSize

from app.ui.compare.modes import Mode
from app.ui.viewer.parts import ViewerParts


class Surroundings(QObject):
    """Keeps the bars true to what is seen; while a mask is painted only those that serve it."""

    def __init__(self, parts: ViewerParts) -> None:
        super().__init__(parts)
        self._parts = parts
        parts.view.view_changed.connect(self.tell_facts)
        parts.view.hovered.connect(self.tell_facts)
        parts.comparing.changed.connect(self.show_bars)
        parts.painter.began.connect(self._painting_began)
        parts.painter.ended.connect(self._painting_ended)

    def show_bars(self) -> None:
        """Show the bars that the picture, its batch and its comparison need."""
        parts = self._parts
        if parts.painter.is_painting:
            return
        state, first = parts.comparing.state, parts.comparing.first
        now = parts.comparing.now
        parts.player_bar.setVisible(parts.screening.is_on and first is now)
        parts.head.show_picture(first)
        parts.bar.show_place(first)
        parts.bar.compare.setVisible(first is not None and not parts.slots.filled())
        parts.bar.batch.setChecked(state.mode is Mode.BATCH)
        parts.strip.setVisible(
            parts.strip.count() > 1
            and first is now
            and not parts.screening.is_on
            and state.mode is not Mode.BATCH
        )
        self.tell_facts()

    def tell_facts(self) -> None:
        """Say which pixel the mouse is on, or how large the picture is and how it is compared."""
        parts, view = self._parts, self._parts.view
        pixel: QPoint | None = view.pixel_at(view.mouse)
        if pixel is not None:
            parts.bar.show_pixel(pixel, view.colours_at(pixel))
            return
        per_cent = round(view.scale * parts.devicePixelRatioF() * 100)
        seen = parts.comparing.first
        is_preview = seen is not None and not seen.fingerprint
        # A preview is small, but not what comes: its size would only be wondered at.
        size = QSize() if is_preview else view.picture_size()
        parts.bar.show_facts(size, per_cent, parts.comparing.note)

    def _painting_began(self) -> None:
        """Only the picture that is painted on is seen until that ends."""
        parts = self._parts
        parts.comparing.pause()
        parts.screening.pause()
        for widget in (
            parts.compare_bar,
            parts.strip,
            parts.player_bar,
            parts.bar.brush,
            parts.bar.compare,
        ):
            widget.hide()

    def _painting_ended(self) -> None:
        self._parts.comparing.go_on()
