"""Desks with a worker, which is ended with the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engine.process.desk import Desk


@pytest.fixture
def far(tmp_path: Path) -> Iterator[Desk]:
    """A worker in a process of its own."""
    desk = Desk(tmp_path)
    yield desk
    desk.close()
