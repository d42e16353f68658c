"""Whether a file is still what it was: by time and size where that is enough, else by content."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.graph.file import open_file, save_file
from app.graph.file_state import (
    GONE,
    LARGEST_FILE,
    FileState,
    state_after,
    state_of,
    state_of_stamp,
)
from tests.graph.toys import KINDS, picture


def test_a_file_that_was_opened_is_known_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "wall.loom"
    written = save_file(path, picture(), KINDS)
    known = open_file(path, KINDS).state
    assert known == state_of(path, written)
    assert state_after(path, known) == known


def test_a_file_that_was_only_touched_holds_the_same(tmp_path: Path) -> None:
    path = tmp_path / "wall.loom"
    path.write_text("same")
    known = state_of(path)
    os.utime(path, (1e9, 1e9))
    now = state_after(path, known)
    assert now != known
    assert now.holds_the_same(known)


def test_other_content_of_the_same_size_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "wall.loom"
    path.write_text("same")
    known = state_of(path)
    path.write_text("else")
    os.utime(path, ns=(known.modified + 1, known.modified + 1))
    assert not state_after(path, known).holds_the_same(known)
    os.utime(path, ns=(known.modified, known.modified))  # as a copy that keeps its time
    assert not state_of(path).holds_the_same(known)


def test_where_only_time_and_size_were_kept_they_decide() -> None:
    kept = state_of_stamp((5, 7))
    assert kept.holds_the_same(FileState(5, 7, "a"))
    assert not kept.holds_the_same(FileState(6, 7, "a"))
    assert state_of_stamp(()) == GONE


@pytest.mark.parametrize("name", ["gone.loom", "file/below.loom", "null\0.loom"])
def test_a_file_that_is_not_there_is_gone(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    assert state_of(tmp_path / name) == GONE
    assert state_after(tmp_path / name, FileState(1, 1)) == GONE
    assert GONE.stamp == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_in_the_place_of_a_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "pipe.loom"
    os.mkfifo(path)
    with pytest.raises(OSError, match="no file"):
        state_of(path)


def test_what_is_too_large_for_a_graph_is_another_file_and_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.loom"
    path.write_bytes(b"graph")
    known = state_of(path)
    os.truncate(path, LARGEST_FILE + 1)
    now = state_of(path)
    assert now.digest == ""
    assert not now.holds_the_same(known)
