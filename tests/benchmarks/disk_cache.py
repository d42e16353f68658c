"""What the cache on disk saves, and what it costs: python -m tests.benchmarks.disk_cache

The shipped text-to-image graph, first on an empty cache and then, as after a restart, with nothing
in memory and everything on disk; networks are loaded anew each time, and libraries are loaded
already. Then the time of a step with the disk on and off, for steps of a few milliseconds and for
dearer ones: of the thread that samples, by the clock, and CPU time of all threads together. Prints
medians and ratios. Aim: a step takes less than 1 % or 0.5 ms longer, whichever is more.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.engine.cache import Cache
from app.engine.disk import Disk, opened
from app.engine.events import Event
from app.engine.lowering import lower
from app.engine.memories import DiskPlace
from app.engine.runner import Runner
from app.graph.file import open_file
from app.graph.spec import Plain
from app.sdk.paths import RESOURCES
from app.start import make_program

ROUNDS = 7
BUDGET = 2**30
Overrides = Mapping[tuple[str, str], Plain]


class Desk:
    """The text-to-image graph and a program that may be started again and again."""

    def __init__(self, folder: Path) -> None:
        self.program = make_program()
        path = RESOURCES / "graphs" / "text-to-image.loom"
        self.snapshot = open_file(path, self.program.kinds).snapshot
        self.folder = folder

    def runner(self, disk: Disk | None) -> Runner:
        """A fresh start: nothing in memory, no network loaded."""
        kinds, models, services = self.program.kinds, self.program.models, self.program.services()
        cache = Cache(BUDGET, disk)
        return Runner(kinds, services, models, cache, self._ignore, self.folder / "pictures")

    def run(self, runner: Runner, overrides: Overrides, *targets: str) -> None:
        """Run the graph, or what ``targets`` need of it."""
        plan = lower(self.snapshot, self.program.kinds, targets or None, overrides)
        if not runner.run(1, plan, threading.Event()).ok:
            raise RuntimeError("the graph failed")

    @staticmethod
    def _ignore(event: Event) -> None:
        """Nobody watches."""


def tell(line: str) -> None:
    """Write a line as soon as it is known."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def restart(desk: Desk, place: DiskPlace, overrides: Overrides) -> float:
    """Milliseconds of a start with this cache and a run, without what is written afterwards."""
    began = time.perf_counter()
    with opened(place) as disk:
        desk.run(desk.runner(disk), overrides)
        return 1000 * (time.perf_counter() - began)


def restarts(desk: Desk, folder: Path) -> None:
    """Whole runs: all to be made, nothing to be made, half of the steps to be made."""
    fresh, same, half = [], [], []
    for turn in range(ROUNDS):
        place = DiskPlace(folder / f"cache {turn}", BUDGET)
        seed = ("sampler", "seed"), 100 + turn
        whole: Overrides = dict([seed, (("sampler", "steps"), 30)])
        other: Overrides = {**whole, seed[0]: 200 + turn}
        fresh.append(restart(desk, place, whole))
        same.append(restart(desk, place, whole))
        with opened(place) as disk:
            desk.run(desk.runner(disk), {**other, ("sampler", "end_step"): 15}, "sampler")
        half.append(restart(desk, place, other))
    base = statistics.median(fresh)
    tell(f"{'run after a restart, 30 steps':44} {'ms':>9} {'ratio':>7}")
    for words, times in (
        ("nothing is kept", fresh),
        ("everything is on disk", same),
        ("15 of 30 steps are on disk", half),
    ):
        median = statistics.median(times)
        tell(f"{words:44} {median:9.1f} {median / base:7.3f}")


class StepTime(NamedTuple):
    """Milliseconds for a step."""

    wall: float
    thread: float
    everything: float


def step_time(desk: Desk, runner: Runner, side: int, steps: int, seed: int) -> StepTime:
    """The time of a step in a sampling that was never done before."""
    overrides: Overrides = {
        ("size", "size"): [side, side],
        ("sampler", "steps"): steps,
        ("sampler", "seed"): seed,
    }
    clocks = (time.perf_counter, time.thread_time, time.process_time)
    began = [clock() for clock in clocks]
    desk.run(runner, overrides, "sampler")
    spent = [clock() - start for clock, start in zip(clocks, began, strict=True)]
    return StepTime(*(1000 * seconds / steps for seconds in spent))


def overhead(desk: Desk, folder: Path, side: int, steps: int) -> None:
    """The same samplings with the disk and without, in turns."""
    with opened(DiskPlace(folder / f"steps {side}", BUDGET)) as disk:
        if disk is None:
            raise RuntimeError("the cache cannot be used")
        without, kept = desk.runner(None), desk.runner(disk)
        times: dict[Runner, list[StepTime]] = {without: [], kept: []}
        for turn in range(ROUNDS + 1):
            for runner in (without, kept) if turn % 2 else (kept, without):
                found = step_time(desk, runner, side, steps, seed=1000 + turn)
                disk.flush()
                if turn:  # the first loads the network
                    times[runner].append(found)
    for name in StepTime._fields:
        plain, more = (statistics.median(getattr(t, name) for t in times[r]) for r in times)
        words = f"{side} px, {name}"
        added = more - plain
        tell(f"{words:28} {plain:9.2f} {more:9.2f} {added:+9.3f} {more / plain:7.3f}")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk = Desk(folder)
        desk.run(desk.runner(None), {})  # loads the libraries
        restarts(desk, folder)
        tell(f"\n{'ms for a step':28} {'without':>9} {'with':>9} {'more':>9} {'ratio':>7}")
        overhead(desk, folder, side=64, steps=30)
        overhead(desk, folder, side=512, steps=6)


if __name__ == "__main__":
    main()
