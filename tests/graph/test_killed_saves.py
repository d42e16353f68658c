"""Saves that are killed or fail at every single call: the old file or the new one, always whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from app.graph.file import save_file
from tests.graph.toys import KINDS, picture

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")


def attempts(folder: Path, kind: str) -> list[list[str]]:
    """How every attempt ended: see ``killed_save``."""
    command = [sys.executable, "-m", "tests.graph.killed_save", str(folder), kind]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    return [line.split(",") for line in run.stdout.splitlines()]


def check_whole(ends: list[list[str]]) -> Counter[tuple[str, str]]:
    """No file and no copy is anything between old and new; how often which way it went."""
    assert {(found, copies) for _, found, copies, _ in ends} <= {("old", "whole"), ("new", "whole")}
    return Counter((how, found) for how, found, _, _ in ends)


def test_a_kill_at_any_call_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    ends = attempts(tmp_path, "kill")
    seen = check_whole(ends)
    assert set(seen) == {("killed", "old"), ("killed", "new"), ("untouched", "new")}
    assert len(ends) >= 100
    assert all(int(begun) <= 1 for *_, begun in ends)


def test_a_disk_that_refuses_any_call_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    ends = attempts(tmp_path, "fail")
    seen = check_whole(ends)
    assert set(seen) == {("refused", "old"), ("saved", "new"), ("untouched", "new")}
    assert len(ends) >= 25
    assert all(begun == "0" for *_, begun in ends)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux sets such limits")
def test_a_disk_that_fills_up_at_any_byte_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    ends = attempts(tmp_path, "limit")
    seen = check_whole(ends)
    assert set(seen) == {("refused", "old"), ("saved", "new")}
    assert all(begun == "0" for *_, begun in ends)


def test_what_a_killed_save_left_behind_goes_with_a_later_save(tmp_path: Path) -> None:
    left, recent = tmp_path / ".loom-0123456789abcdef.tmp", tmp_path / ".loom-fedcba9876543210.tmp"
    for file in (left, recent):
        file.write_text("half")
    os.utime(left, (1e9, 1e9))
    save_file(tmp_path / "wall.loom", picture(), KINDS)
    assert sorted(file.name for file in tmp_path.iterdir()) == [recent.name, "wall.loom"]
