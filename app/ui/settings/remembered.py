"""The settings while the window is open: read once, written whenever something changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.settings import Settings, load_settings, save_settings

log = logging.getLogger(__name__)


class Remembered:
    """Holds the settings; one that cannot be written is used all the same, and the log says so.

    ``made`` is the file that remembers what was made; it lies beside the settings by itself.
    """

    def __init__(self, folder: Path, made: Path | None = None) -> None:
        self.folder = folder
        self.made = made or folder / "made.sqlite"
        self.settings = load_settings(folder)
        self._listeners: list[Callable[[Settings], None]] = []

    def subscribe(self, listener: Callable[[Settings], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the answer ends that."""
        self._listeners.append(listener)

        def leave() -> None:
            """Hear of no more changes."""
            if listener in self._listeners:
                self._listeners.remove(listener)

        return leave

    def change(self, **fields: Any) -> None:
        """Set some fields and write the file."""
        self.take(replace(self.settings, **fields))

    def take(self, settings: Settings) -> None:
        """Use these settings from now on and write the file."""
        if settings == self.settings:
            return
        self.settings = settings
        try:
            save_settings(self.folder, settings)
        except OSError as error:
            log.warning("The settings cannot be saved in %s: %s", self.folder, error)
        for listener in tuple(self._listeners):
            listener(settings)
