"""A disk that is really full: what was written stays, and writing goes on once there is room."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.graph.document import Snapshot
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session import SessionKeeper
from app.ui.files.session_writing import SessionWriter
from tests.ui.files.journal.dying import moments
from tests.ui.files.journal.test_dying import found, wanted
from tests.ui.toys import Desk

PAGE = 4096


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a megabyte, where this user may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(command).returncode:
        pytest.skip("only an administrator of Linux may mount a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, pages: int) -> Path:
    """Leave so many pages of room."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * PAGE):
            pass
    os.truncate(filler, max(0, filler.stat().st_size - pages * PAGE))
    return filler


def test_whatever_room_is_left_nothing_that_was_written_is_lost(small_disk: Path) -> None:
    written, failed = moments(), 0
    for pages in range(20):
        folder = small_disk / str(pages)
        writer = SessionWriter(folder, JournalShelf(folder / "journals"))
        writer.write(written[0])
        filler = fill(small_disk, pages)
        before = [wanted(written[0])]
        for moment in written[1:]:
            before.append(wanted(moment))
            try:
                writer.write(moment)
            except OSError:
                failed += 1
            graphs, runs = found(folder)
            for number, graph in graphs.items():
                assert graph in [each.get(number) for each in before]
            assert runs in [each.runs for each in written]
        filler.unlink()
        writer.write(written[-1])
        assert found(folder) == (wanted(written[-1]), written[-1].runs)
        subprocess.run(["rm", "-r", str(folder)], check=True)
    assert failed > 5


def test_without_room_for_a_journal_that_of_the_last_session_stays(small_disk: Path) -> None:
    folder, shelf = small_disk / "session", JournalShelf(small_disk / "session" / "journals")
    first = moments()[0]
    SessionWriter(folder, shelf).write(first)
    before = found(folder)
    (kept, history), *_ = first.tabs
    nodes = history.snapshot.main.nodes
    bulk = {f"bulk-{n}": replace(node, title="x" * 10_000) for n, node in enumerate(nodes.values())}
    main = replace(history.snapshot.main, nodes={**nodes, **bulk})
    grown = replace(history, snapshot=Snapshot({"main": main}))
    fill(small_disk, 2)  # enough for the small file that names what is open
    moved = replace(kept, view=(0.0, 0.0, 3.0))
    with pytest.raises(OSError, match="No space"):
        SessionWriter(folder, shelf).write(replace(first, tabs=((moved, grown),)))
    assert found(folder) == before


def test_the_window_says_so_until_there_is_room_again(
    qtbot: QtBot, tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.ui.files.session.PATIENCE", 50)
    desk = Desk(qtbot, tmp_path)
    keeper = desk.window.session = SessionKeeper(desk.window, small_disk)
    desk.add("Paint")
    assert desk.window.keep_session()
    filler = fill(small_disk, 0)
    for _ in range(30):  # what is begun of a page has room for some edits
        desk.add("Hang")
        desk.window.keep_session()
    qtbot.waitUntil(lambda: bool(desk.sentences()))
    assert "cannot be kept" in desk.sentences()[0]
    assert len(desk.sentences()) == 1
    filler.unlink()
    qtbot.waitUntil(lambda: not desk.sentences())
    graphs, _ = found(small_disk)
    assert len(graphs) == 1
    keeper.close()
    again = Desk(qtbot, tmp_path)
    keeper = again.window.session = SessionKeeper(again.window, small_disk)
    assert keeper.restore()
    assert len(again.document.snapshot.main.nodes) == 31
    again.close()
    desk.close()
