"""A program that is killed at any line of what writes its session: each graph is there, whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.graph.undo import UndoHistory
from app.ui.files.journal.graph_journal import read_journal
from app.ui.files.journal.queue_journal import KeptRun, read_queue
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_file import read_session, with_later
from app.ui.files.session_writing import OpenNow
from tests.ui.files.journal.dying import DONE, moments

MEMORY = Path("/dev/shm")
"""A disk that need not be waited for, where there is one: a kill leaves the same there."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


def shown(history: UndoHistory) -> object:
    """All that a user could tell apart."""
    return history.snapshot, history.steps, history.at, history.is_modified


def found(folder: Path) -> tuple[dict[int, object], tuple[KeptRun, ...]]:
    """What a start would bring back: graphs by number, and runs."""
    shelf = JournalShelf(folder / "journals")
    session = with_later(read_session(folder), shelf.numbers())
    graphs: dict[int, object] = {}
    for kept in session.tabs:
        read = read_journal(shelf.graph(kept.journal))
        assert not read.is_damaged
        graphs[kept.journal] = shown(read.history)
    return graphs, read_queue(shelf.queue) if shelf.queue.exists() else ()


def wanted(moment: OpenNow) -> dict[int, object]:
    return {kept.journal: shown(history) for kept, history in moment.tabs}


def assert_nothing_lost(folder: Path, written: list[OpenNow]) -> None:
    """Each graph is as at the last writing that ended, or as at the one in which the end came."""
    done = int((folder / DONE).read_text()) if (folder / DONE).exists() else -1
    graphs, runs = found(folder)
    before = wanted(written[done]) if done >= 0 else {}
    after = wanted(written[done + 1])
    for number in before.keys() & after.keys():
        assert graphs[number] in (before[number], after[number])
    for number, graph in graphs.items():
        assert graph in (before.get(number), after.get(number))
    assert runs in (written[done].runs if done >= 0 else (), written[done + 1].runs)


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder for thousands of small writings."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def die(place: Path, step: int) -> int:
    """Die at every so manieth line; at how many."""
    command = [sys.executable, "-m", "tests.ui.files.journal.dying", str(place), str(step)]
    subprocess.run(command, check=True, timeout=280)
    written = moments()
    *died, last = sorted(place.iterdir())
    for folder in died:
        assert_nothing_lost(folder, written)
    assert (last / DONE).read_text() == str(len(written) - 1)
    assert found(last) == (wanted(written[-1]), written[-1].runs)
    return len(died)


def test_a_kill_at_any_line_of_a_writing_loses_nothing(place: Path) -> None:
    assert die(place, 67) > 15


@pytest.mark.heavy
def test_a_kill_at_each_line_of_a_writing_loses_nothing(place: Path) -> None:
    assert die(place, 1) > 1000
