"""The settings while the window is open: read once, written whenever something changes."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.settings import Settings, load_settings, save_settings

log = logging.getLogger(__name__)


class Remembered:
    """Holds the settings; one that cannot be written is used all the same, and the log says so."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.settings = load_settings(folder)

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
