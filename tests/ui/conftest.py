"""A window on toy nodes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.toys import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A window with an empty graph; it is closed at the end."""
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()
