"""Runs a graph again and again under random edits, and watches what the process holds."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.graph.editor import Document
from app.graph.file import open_file
from app.sdk.paths import RESOURCES
from tests.endurance.bench import Bench, Outcome, afresh, holds_what_it_says
from tests.endurance.edits import Editor
from tests.endurance.gauge import MEBIBYTE, Reading, read

GRAPH = RESOURCES / "graphs" / "text-to-image.loom"
MEMORY, DISK = 4 * MEBIBYTE, 6 * MEBIBYTE
_WARM_UP = 5
"""One part in so many of the runs is left out of what is compared: caches fill meanwhile."""

_RESTART_EVERY = 20
"""After so many edits the graph is as it was opened, so that runs do not end up all failing."""


@dataclass
class Report:
    """What came of it; ``readings`` are those after the warm-up, by the number of the run."""

    runs: int = 0
    ok: int = 0
    failed: int = 0
    stopped: int = 0
    compared: int = 0
    most_in_memory: int = 0
    most_on_disk: int = 0
    readings: dict[int, Reading] = field(default_factory=dict)

    @property
    def growth(self) -> float:
        """How much further from the first reading any later one is, as a part of it."""
        sizes = [reading.resident for reading in self.readings.values()]
        return max(abs(size - sizes[0]) for size in sizes) / sizes[0]

    def __str__(self) -> str:
        first, last = (list(self.readings.values())[place] for place in (0, -1))
        sizes = [reading.resident / MEBIBYTE for reading in self.readings.values()]
        return (
            f"{self.runs} runs: {self.ok} whole, {self.failed} failed, {self.stopped} stopped; "
            f"{self.compared} compared with a fresh engine, all equal. "
            f"Resident {sizes[0]:.1f} MiB after the warm-up, {min(sizes):.1f} to "
            f"{max(sizes):.1f} since, {sizes[-1]:.1f} at the end ({self.growth:.2%} at most). "
            f"Handles {first.handles} to {last.handles}, threads {first.threads} to "
            f"{last.threads}. Cache at most {self.most_in_memory / MEBIBYTE:.2f} of "
            f"{MEMORY / MEBIBYTE:g} MiB in memory, {self.most_on_disk / MEBIBYTE:.2f} of "
            f"{DISK / MEBIBYTE:g} MiB on disk."
        )


def play(
    folder: Path,
    runs: int,
    seed: int,
    compare_every: int,
    tell: Callable[[str], None],
) -> Report:
    """Run ``runs`` times; raises AssertionError at the first thing that is not as it should."""
    bench, report, chance = Bench(folder, MEMORY, DISK), Report(), random.Random(seed)
    read_every = max(runs // 40, 1)
    editor = Editor(_document(bench), bench.kinds, chance)
    try:
        for number in range(runs):
            if number % _RESTART_EVERY == _RESTART_EVERY - 1:
                editor = Editor(_document(bench), bench.kinds, chance)
            editor.play()
            stop_after = chance.random() * 0.3 if chance.random() < 0.08 else None
            outcome = bench.run(editor.snapshot, stop_after)
            _count(report, outcome)
            if number % compare_every == 0:
                _compare(bench, editor, outcome, report)
            if number % read_every == read_every - 1:
                _measure(bench, report, number, tell, warm=number >= runs // _WARM_UP)
    except BaseException:
        tell(f"run {number} of seed {seed}: {editor.last}")
        raise
    finally:
        bench.close()
    return report


def _document(bench: Bench) -> Document:
    document = Document(open_file(GRAPH, bench.kinds).snapshot)
    editor = Editor(document, bench.kinds, random.Random(0))
    editor._set("sampler", "steps", 3)
    return document


def _count(report: Report, outcome: Outcome) -> None:
    finished = outcome.finished
    assert finished is not None
    report.runs += 1
    report.ok += finished.ok
    report.stopped += finished.stopped
    report.failed += not (finished.ok or finished.stopped)
    for sentence in outcome.failed.values():
        assert "nobody foresaw" not in sentence, sentence


def _compare(bench: Bench, editor: Editor, outcome: Outcome, report: Report) -> None:
    """What was told is what a fresh engine finds; of a stopped run, as far as it came."""
    fresh = afresh(bench, editor.snapshot)
    assert outcome.told.items() <= fresh.told.items()
    if outcome.finished is not None and not outcome.finished.stopped:
        assert outcome.told.keys() == fresh.told.keys()
        assert outcome.failed == fresh.failed
    holds_what_it_says(bench, outcome)
    report.compared += 1


def _measure(
    bench: Bench, report: Report, number: int, tell: Callable[[str], None], *, warm: bool
) -> None:
    bench.write_all()
    reading, kept, stored = read(), bench.kept_in_memory(), bench.kept_on_disk()
    report.most_in_memory = max(report.most_in_memory, kept)
    report.most_on_disk = max(report.most_on_disk, stored)
    assert kept <= bench.budget
    if warm:
        report.readings[number + 1] = reading
    tell(
        f"{number + 1} runs: {reading.resident / MEBIBYTE:.1f} MiB, {reading.handles} handles, "
        f"{reading.threads} threads, cache {kept / MEBIBYTE:.2f} MiB, "
        f"disk {stored / MEBIBYTE:.2f} MiB"
    )
