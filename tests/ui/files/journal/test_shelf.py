"""Journals that are not to be opened are kept, and no number brings one back as another graph."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.ui.files.journal.shelf import JournalShelf


@pytest.fixture
def shelf(tmp_path: Path) -> JournalShelf:
    """Two graphs and a queue."""
    shelf = JournalShelf(tmp_path / "journals")
    shelf.folder.mkdir()
    for path in (shelf.graph(1), shelf.graph(2), shelf.queue):
        path.write_text(path.name)
    return shelf


def test_the_queue_goes_with_the_graphs_that_its_runs_name(shelf: JournalShelf) -> None:
    aside = shelf.put_all_aside()
    assert aside is not None
    assert len(list(aside.iterdir())) == 3
    assert not list(shelf.folder.iterdir())


def test_without_room_for_a_folder_journals_are_kept_where_they_are(
    shelf: JournalShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    assert shelf.put_aside([2]) == shelf.folder
    assert shelf.numbers() == [1]
    shelf.keep_only([])
    (kept,) = shelf.folder.glob("*graph-2.journal")
    assert kept.read_text() == "graph-2.journal"
