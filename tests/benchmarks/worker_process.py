"""What it costs to work in a process of its own instead of a thread.

``python -m tests.benchmarks.worker_process`` prints medians in milliseconds for both sorts of
worker, and their ratio: a run of 100 toy nodes of which nothing has changed, from the request to
the event that ends it; how long a preview of 512 x 512 pixels is under way; bringing a picture of
that size; and, for the process alone, from its start to the end of its first run of a toy node.
"""

from __future__ import annotations

import statistics
import struct
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.engine.events import Event, NodeFinished, NodeProgressed, RunFinished
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.process.messages import Setup
from app.engine.process.serving import Parts, serve
from app.engine.process.streams import end, take_streams
from app.engine.process.worker import ProcessWorker
from app.engine.services import Models
from app.engine.worker import Worker
from app.sdk import Context, Picture, param
from app.sdk.declare import Node
from app.sdk.registry import Registry
from tests.benchmarks.engine_unchanged import chain
from tests.engine.process.gates import Greys
from tests.engine.toys import Device, NoModels, Sheet, registry

COMMAND = [sys.executable, "-m", "tests.benchmarks.worker_process", "--worker"]
ROUNDS, PREVIEWS, SIDE = 60, 60, 512
WAIT = 60.0
BUDGET = 10**9


class Large(Greys):
    """A grey picture as large as a preview."""

    def picture(self, index: int = 0) -> Picture:
        """The picture."""
        return Picture(SIDE, SIDE, bytes([self.grey]) * (SIDE * SIDE * 3))


class Previews(Node):
    """Shows previews that say when they were sent off."""

    salt: int = param(default=0, low=0, high=10**9, tip="Tells runs apart.")

    def run(self, ctx: Context) -> Greys:
        body = bytes(SIDE * SIDE * 3 - 8)
        for step in range(PREVIEWS):
            stamp = struct.pack("<d", time.monotonic())
            ctx.progress(step, PREVIEWS, Picture(SIDE, SIDE, stamp + body))
            time.sleep(0.02)
        return Large(self.salt % 200, 1)


class Bench:
    """A worker of either sort, and what it says."""

    def __init__(self, folder: Path, *, process: bool) -> None:
        self.kinds = kinds()
        self.delays: list[float] = []
        self.made = ""
        self._ended = threading.Semaphore(0)
        setup = Setup(folder, BUDGET)
        self.worker: Worker | ProcessWorker = (
            ProcessWorker(COMMAND, setup, NoModels(), self._hear)
            if process
            else Worker(self.kinds, Device, NoModels(), self._hear, folder, BUDGET)
        )

    def _hear(self, event: Event) -> None:
        if isinstance(event, NodeProgressed) and event.preview:
            sent = struct.unpack("<d", event.preview.rgb[:8])[0]
            self.delays.append(1000 * (time.monotonic() - sent))
        elif isinstance(event, NodeFinished):
            self.made = next(iter(event.results.values()))
        elif isinstance(event, RunFinished):
            self._ended.release()

    def run(self, plan: Plan) -> float:
        """Milliseconds from the request to its end."""
        began = time.perf_counter()
        self.worker.submit(plan, foretold=False)
        if not self._ended.acquire(timeout=WAIT):
            raise TimeoutError
        return 1000 * (time.perf_counter() - began)

    def bring(self) -> float:
        """Milliseconds to bring the picture that was made last."""
        began = time.perf_counter()
        value = self.worker.fetch(self.made)
        if value is None:
            raise LookupError(self.made)
        value.picture(0)
        return 1000 * (time.perf_counter() - began)


def kinds() -> Registry:
    """Toy kinds, and the one that shows previews."""
    made = registry()
    made.add(Previews)
    return made


def assemble(setup: Setup, models: Models) -> Parts:
    """What the process works with."""
    return Parts(kinds(), Device, lambda wish: None)


def measure(folder: Path, *, process: bool) -> dict[str, float]:
    """Medians by what is measured."""
    bench = Bench(folder, process=process)
    try:
        first = Sheet()
        first.add("n", "Number")
        start = bench.run(lower(first.snapshot(), bench.kinds))
        shown = Sheet()
        shown.add("p", "Previews", salt=7)
        bench.run(lower(shown.snapshot(), bench.kinds))
        brought = median(bench.bring)
        plan = lower(chain(100), bench.kinds)
        bench.run(plan)
        found = {
            "run of 100 unchanged nodes": median(lambda: bench.run(plan)),
            "preview, 512 x 512": statistics.median(bench.delays),
            "a picture brought, 512 x 512": brought,
        }
        return found | ({"start and first run": start} if process else {})
    finally:
        bench.worker.close()


def median(work: Callable[[], float]) -> float:
    """The median of some rounds."""
    return statistics.median(work() for _ in range(ROUNDS))


def main() -> None:
    """Print one line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        near, far = (measure(Path(folder), process=process) for process in (False, True))
    print(f"{'what':<32}{'thread ms':>11}{'process ms':>12}{'ratio':>8}")  # noqa: T201
    for name, value in far.items():
        beside = near.get(name)
        ratio = f"{beside:>11.3f}{value:>12.3f}{value / beside:>8.1f}" if beside else ""
        print(f"{name:<32}{ratio or f'{value:>23.1f}'}")  # noqa: T201


if __name__ == "__main__":
    if "--worker" in sys.argv:
        serve(take_streams(), assemble)
        end()
    main()
