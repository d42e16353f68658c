"""A window with a shelf that is tended."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.engine.files import FileContents
from app.models.index import ModelIndex
from app.models.librarian import Librarian
from app.models.shelf import Shelf
from app.sdk.registry import Registry
from tests.models.files import picture, weight_file
from tests.ui.toys import Desk


class ShelfDesk(Desk):
    """A window over a folder of models."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.folder = folder / "models"
        weight_file(self.folder / "photo" / "lakes-v3.safetensors")
        picture(self.folder / "photo" / "lakes-v3.png")
        weight_file(self.folder / "big.safetensors", "SDXL")
        notes = {"modelspec.trigger_phrase": "pixel sprite"}
        weight_file(self.folder / "sprites.safetensors", "lora", notes)
        shelf = Shelf([self.folder], ModelIndex(folder / "models.sqlite"))
        self.librarian = Librarian(shelf, FileContents())
        super().__init__(qtbot, folder, models=self.librarian)
        kinds = self.kinds
        assert isinstance(kinds, Registry)
        kinds.models = shelf.model
        self.librarian.start()
        self.wait_for_peace()

    def look_again(self) -> None:
        """Look through the folder, until the window knows what is there."""
        self.librarian.look_again()
        self.wait_for_peace()

    def wait_for_peace(self) -> None:
        """Until everything is looked through and hashed, and the window knows of it."""
        shelf = self.librarian.shelf

        def is_done() -> bool:
            records = shelf.shelved.records
            return self.librarian.has_looked and all(each.hash for each in records)

        self.qtbot.wait(150)
        self.qtbot.waitUntil(is_done)
        self.qtbot.wait(150)


@pytest.fixture
def shelf_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[ShelfDesk]:
    """A window over a folder of models."""
    made = ShelfDesk(qtbot, tmp_path)
    yield made
    made.close()
    made.librarian.close()
