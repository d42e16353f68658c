"""How long it takes to find that nothing has to be done.

``python -m tests.benchmarks.engine_unchanged`` prints medians in milliseconds for re-runs of
linear graphs of toy nodes: of an unchanged snapshot, and after moving one node (a new snapshot that
comes down to the same work). Both count lowering. ``cpu`` is the time of this thread alone, which
other programs on the machine do not stretch.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from app.engine.lowering import lower
from app.graph.document import ROOT, Snapshot
from tests.engine.toys import Bench, Sheet

AIMS = {100: 1.0, 1_000: 5.0, 10_000: 60.0}
ROUNDS = 15


def chain(length: int) -> Snapshot:
    """A number and a row of additions behind it."""
    sheet = Sheet()
    sheet.add("n0", "Number", value=1)
    for index in range(1, length):
        sheet.add(f"n{index}", "Add", plus=1)
        sheet.wire(f"n{index}", "first", f"n{index - 1}")
    return sheet.snapshot()


def moved(snapshot: Snapshot, by: float) -> Snapshot:
    """The snapshot with its first node elsewhere on the canvas."""
    graph = snapshot.main
    node = replace(graph.nodes["n0"], position=(by, by))
    return Snapshot({ROOT: replace(graph, nodes={**graph.nodes, "n0": node})})


class Times(NamedTuple):
    """Medians in milliseconds."""

    wall: float
    cpu: float


def medians(work: Callable[[int], None]) -> Times:
    """The median time of one call of ``work``."""
    wall, cpu = [], []
    for turn in range(ROUNDS):
        began, began_cpu = time.perf_counter(), time.thread_time()
        work(turn)
        wall.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.thread_time() - began_cpu))
    return Times(statistics.median(wall), statistics.median(cpu))


def measure(length: int, folder: Path) -> tuple[Times, Times]:
    """For an unchanged snapshot, and for one with a moved node."""
    bench, snapshot = Bench(folder), chain(length)
    moves = [moved(snapshot, float(turn)) for turn in range(ROUNDS)]

    def again(snapshot: Snapshot) -> None:
        bench.events.clear()
        bench.runner.run(1, lower(snapshot, bench.kinds), bench.stop)

    bench.run(snapshot)
    same = medians(lambda _: again(snapshot))
    return same, medians(lambda turn: again(moves[turn]))


def main() -> None:
    """Print one line for each size."""
    heads = ("nodes", "unchanged ms", "cpu ms", "aim ms", "cpu us/node", "moved cpu ms")
    print("  ".join(heads))  # noqa: T201
    with tempfile.TemporaryDirectory() as folder:
        for length, aim in AIMS.items():
            same, move = measure(length, Path(folder))
            per_node = 1000 * same.cpu / length
            row = (length, same.wall, same.cpu, aim, per_node, move.cpu)
            cells = (f"{cell:>{len(head)}.5g}" for cell, head in zip(row, heads, strict=True))
            print("  ".join(cells))  # noqa: T201


if __name__ == "__main__":
    main()
