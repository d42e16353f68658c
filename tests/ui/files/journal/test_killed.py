"""A window that is killed while somebody edits, at any time: what is lost is a second at most."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.graph.editor import Document
from app.ui.files.journal.graph_journal import read_journal
from app.ui.files.journal.shelf import JournalShelf
from app.ui.files.session_file import read_session, with_later
from tests.ui.files.journal.editing import look

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no SIGKILL")

LATE = 1.0
"""Seconds within which an edit is on the disk."""


def edit_and_kill(folder: Path, seed: int, seconds: float) -> tuple[float, list[str]]:
    """Let a window edit for a while; when it was killed, and what it told."""
    command = [sys.executable, "-m", "tests.ui.files.journal.editing", str(folder), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        try:
            first = program.stdout.readline()
            time.sleep(seconds)
        finally:
            program.send_signal(signal.SIGKILL)
        killed = time.time()
        lines = [first, *program.stdout.readlines()]
        program.wait(timeout=30)
    # The last line may not be whole, and what it tells of may not have been reached.
    return killed, [line for line in lines if line.endswith("\n")]


def looks_kept(folder: Path) -> set[str]:
    """How the graphs look that a start would bring back."""
    shelf = JournalShelf(folder / "session" / "journals")
    session = with_later(read_session(folder / "session"), shelf.numbers())
    looks = set()
    for kept in session.tabs:
        found = read_journal(shelf.graph(kept.journal))
        assert not found.is_damaged
        document = Document()
        document.resume(found.history)
        looks.add(look(document))
    return looks


def told_by(lines: list[str]) -> dict[str, list[tuple[float, str]]]:
    """What was told of each graph: when, and how it looked."""
    told: dict[str, list[tuple[float, str]]] = {}
    for line in lines:
        at, number, seen = line.split()
        told.setdefault(number, []).append((float(at), seen))
    return told


def test_a_kill_amid_edits_leaves_graphs_as_they_were(tmp_path: Path) -> None:
    _, lines = edit_and_kill(tmp_path, 1, 0.8)
    seen = {look for states in told_by(lines).values() for _, look in states}
    assert looks_kept(tmp_path) <= {*seen, look(Document())}


@pytest.mark.heavy
@pytest.mark.parametrize("point", range(200))
def test_a_kill_at_any_of_two_hundred_moments_costs_at_most_a_second(
    tmp_path: Path, point: int
) -> None:
    killed, lines = edit_and_kill(tmp_path, point, 0.3 + point * 0.0137)
    kept = looks_kept(tmp_path)
    late = LATE + 5 * longest_pause(lines)
    for states in told_by(lines).values():
        settled = [place for place, (at, _) in enumerate(states) if at < killed - late]
        recent = {seen for _, seen in states[settled[-1] if settled else 0 :]}
        # A graph in which nothing was done by then is none that anybody would miss.
        blank = bool(settled) and states[settled[-1]][1] == look(Document())
        assert kept & recent or not settled or blank, lateness(states, kept, killed)


def longest_pause(lines: list[str]) -> float:
    """The longest time between edits, in seconds: a computer too busy to edit is too busy to write,
    where it has others to serve. One at rest edits every hundredth of a second."""
    times = [float(line.split()[0]) for line in lines]
    return max((later - at for at, later in itertools.pairwise(times)), default=LATE)


def lateness(states: list[tuple[float, str]], kept: set[str], killed: float) -> str:
    """How long before the end a graph was as it is kept."""
    ends = [at for (_, seen), (at, _) in itertools.pairwise(states) if seen in kept]
    return f"{killed - max(ends):.2f} s are lost" if ends else "the graph is lost"
