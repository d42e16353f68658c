"""What a long queue takes: python -m tests.benchmarks.queue

The text-to-image graph with two steps is queued in a worker with 1 and with 100 seeds, each time
in a new process after one run that loads everything. Prints how much resident memory is added by
the waiting runs and by making them, and checks that each run ended well and wrote its own picture.
What is added by making them is results, kept within the budget for the next time.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from app.engine.events import Event, RunFinished
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.worker import Worker
from app.graph.file import open_file, to_text
from app.sdk.paths import RESOURCES
from app.start import make_program

HERE = Path(__file__).resolve().parents[2]
LENGTHS = (1, 100)
PATIENCE = 300.0
BUDGET = 2**30


class Queue:
    """A worker with the text-to-image graph; remembers how its runs ended."""

    def __init__(self, folder: Path) -> None:
        program = make_program()
        self._kinds = program.kinds
        path = RESOURCES / "graphs" / "text-to-image.loom"
        self._snapshot = open_file(path, self._kinds).snapshot
        self.ended: list[RunFinished] = []
        self._news = threading.Condition()
        arguments = (self._kinds, program.services, program.models, self._emit, folder, BUDGET)
        self.worker = Worker(*arguments)

    def add(self, seed: int) -> int:
        """Queue a picture; the number of its run."""
        return self.worker.submit(self._plan(seed), queue=True)

    def wait(self, count: int) -> None:
        """Until so many runs have ended. Raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.ended) >= count, PATIENCE):
                raise TimeoutError(f"{len(self.ended)} of {count} runs ended")

    def _plan(self, seed: int) -> Plan:
        text = to_text(self._snapshot, self._kinds)
        overrides = {("sampler", "steps"): 2, ("sampler", "seed"): seed}
        return lower(self._snapshot, self._kinds, None, overrides, text)

    def _emit(self, event: Event) -> None:
        if isinstance(event, RunFinished):
            with self._news:
                self.ended.append(event)
                self._news.notify()


def megabytes() -> float:
    """Resident memory of this process."""
    return float(psutil.Process().memory_info().rss) / 2**20


def measure(length: int, folder: Path) -> dict[str, float]:
    """Queue so many runs and wait for all."""
    queue = Queue(folder)
    queue.add(0)
    queue.wait(1)
    before = megabytes()
    began = time.perf_counter()
    runs = [queue.add(seed) for seed in range(1, length + 1)]
    waiting = megabytes()
    seconds = time.perf_counter() - began
    queue.wait(length + 1)
    made = megabytes()
    ended = {event.run: event for event in queue.ended}
    lost = [run for run in runs if run not in ended or not ended[run].ok]
    queue.worker.close()
    pictures = {hashlib.sha256(file.read_bytes()).digest() for file in folder.glob("*.png")}
    return {
        "before": before,
        "waiting": waiting - before,
        "made": made - before,
        "ms": 1000 * seconds / length,
        "lost": len(lost),
        "pictures": len(pictures) - 1,
    }


def main() -> None:
    """Measure each length in a process of its own and print a line."""
    heads = ("runs", "MB before", "+ waiting", "+ made", "ms to queue one", "lost", "pictures")
    sys.stdout.write("  ".join(heads) + "\n")
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "LATENT_LOOM_HOME": home, "OMP_NUM_THREADS": "1"}
        for length in LENGTHS:
            done = subprocess.run(
                [sys.executable, "-m", __spec__.name, "--once", str(length)],
                cwd=HERE,
                env=environment,
                check=True,
                stdout=subprocess.PIPE,
                text=True,
            )
            row = [length, *json.loads(done.stdout.splitlines()[-1]).values()]
            cells = (f"{cell:>{len(head)}.5g}" for cell, head in zip(row, heads, strict=True))
            sys.stdout.write("  ".join(cells) + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        with tempfile.TemporaryDirectory() as name:
            sys.stdout.write(json.dumps(measure(int(sys.argv[2]), Path(name))) + "\n")
    else:
        main()
