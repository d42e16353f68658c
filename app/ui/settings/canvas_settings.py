"""What the canvas remembers between sessions: snapping, the minimap, and what was added last."""

from __future__ import annotations

from collections.abc import Callable

from app.settings import Settings
from app.ui.canvas.view import Canvas
from app.ui.settings.remembered import Remembered


def follow_settings(canvas: Canvas, remembered: Remembered) -> Callable[[], None]:
    """Use the settings on this canvas from now on, and keep what it changes; the answer ends it."""

    def take(settings: Settings) -> None:
        """Use what is set now."""
        canvas.snapping.to_grid = settings.snap_to_grid
        canvas.snapping.to_neighbours = settings.snap_to_neighbours
        canvas.show_minimap(settings.minimap)
        canvas.pathway.want(settings.highlight_path)
        canvas.popups.recent.types = settings.recent_kinds

    def keep_minimap(shown: bool) -> None:
        """Keep whether the minimap is shown."""
        remembered.change(minimap=shown)

    canvas.popups.recent.share(
        remembered.settings.recent_kinds, lambda types: remembered.change(recent_kinds=types)
    )
    canvas.minimap_toggled.connect(keep_minimap)
    take(remembered.settings)
    return remembered.subscribe(take)
