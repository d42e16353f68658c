"""The queue comes back from its journal as it was, whatever became of that."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui.files.journal.queue_journal import KeptRun, QueueJournal, read_queue
from tests.test_bad_luck import LIMITED, limit

FIRST = KeptRun(1, 7, "{}", ("a", "b"), "shade = 1", queued=False)
SECOND = KeptRun(2, 7, '{"graphs": "\ud800"}')

runs = st.builds(
    KeptRun,
    number=st.integers(-9, 9),
    graph=st.integers(1, 3),
    text=st.text(max_size=5),
    targets=st.none() | st.lists(st.text(max_size=2), max_size=2).map(tuple),
    about=st.text(max_size=3),
    queued=st.booleans(),
)
queues = st.lists(runs, max_size=6, unique_by=lambda run: run.number).map(tuple)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_whatever_becomes_of_the_queue_comes_back(data: Any) -> None:
    known: dict[int, KeptRun] = {}
    with tempfile.TemporaryDirectory() as folder:
        journal = QueueJournal(Path(folder) / "queue.journal")
        for queue in data.draw(st.lists(queues, min_size=1, max_size=5)):
            # A run keeps what it is as long as there is one of its number; at most it begins.
            began = {run.number for run in queue if data.draw(st.booleans())}
            now = tuple(
                replace(old, began=old.began or run.number in began)
                for run in queue
                for old in [known.get(run.number, run)]
            )
            known = {run.number: run for run in now}
            journal.write(now)
            assert read_queue(Path(folder) / "queue.journal") == now


def test_a_journal_cut_at_any_byte_has_what_was_before(tmp_path: Path) -> None:
    path = tmp_path / "queue.journal"
    journal = QueueJournal(path)
    journal.write((FIRST,))
    before = path.stat().st_size
    journal.write((replace(FIRST, began=True), SECOND))
    content = path.read_bytes()
    for length in range(before, len(content)):
        path.write_bytes(content[:length])
        assert read_queue(path) == (FIRST,)


@pytest.mark.parametrize("content", [b"", b"junk\n", b"\0" * 99])
def test_junk_is_an_empty_queue(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "queue.journal"
    path.write_bytes(content)
    assert read_queue(path) == ()


@LIMITED
def test_a_full_disk_leaves_the_queue_before(tmp_path: Path) -> None:
    path = tmp_path / "queue.journal"
    journal = QueueJournal(path)
    journal.write((FIRST,))
    size = path.stat().st_size
    for room in range(size, size + 100, 7):
        with limit("RLIMIT_FSIZE", room), pytest.raises(OSError, match="too large"):
            journal.write((FIRST, SECOND))
        assert read_queue(path) == (FIRST,)
    journal.write((FIRST, SECOND))
    assert read_queue(path) == (FIRST, SECOND)


def test_a_long_queue_does_not_grow_without_end(tmp_path: Path) -> None:
    path = tmp_path / "queue.journal"
    journal = QueueJournal(path)
    text = "x" * 100_000
    for number in range(60):
        journal.write((KeptRun(number, 1, text),))
    assert path.stat().st_size < 2 * 100_000 + 2**20 + 300_000
