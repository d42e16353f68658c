"""What a change costs, as a share of a whole run: python -m tests.benchmarks.steps [ROUNDS]

Each change is made to a picture of the shipped model that is there already. Its price is set
against that of the changed graph in a program that has not made anything yet, by calls of the
U-Net and by CPU time of all threads. Networks are loaded beforehand; everything else counts, from
the prompts to the decoded picture. Prints the calls and the median share of the time.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from app.engine.cache import Cache
from app.engine.events import Event, NodeProgressed
from app.engine.lowering import lower
from app.engine.runner import Runner
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.start import make_program
from tests.benchmarks.changes import POCKET, Change, Drawing, changes


class Price(NamedTuple):
    """What a run cost: calls of the U-Net, and seconds of CPU time."""

    calls: int
    seconds: float


class Counting:
    """The program's services; counts how often the U-Nets that they hand out are asked."""

    def __init__(self, services: Any) -> None:
        self._services, self._hooked, self.calls = services, set[Any](), 0

    def weights(self, handle: Any, check: Callable[[], None]) -> Any:
        """The network; it is counted from the first time that it is handed out."""
        module = self._services.weights(handle, check)
        if handle.weights.part == "unet" and module not in self._hooked:
            self._hooked.add(module)
            module.register_forward_hook(self._count)
        return module

    def __getattr__(self, name: str) -> Any:
        return getattr(self._services, name)

    def _count(self, *_: Any) -> None:
        self.calls += 1


class Desk:
    """A program; ``fresh`` makes it forget all results, with the networks kept."""

    def __init__(self, folder: Path) -> None:
        self._program, self._folder = make_program(), folder
        self._services = Counting(self._program.services())
        self._stop, self._stop_at = threading.Event(), 0
        self.fresh()

    def fresh(self) -> None:
        """Start over without results."""
        kinds, models = self._program.kinds, self._program.models
        cache = Cache(2**30)
        self._runner = Runner(kinds, self._services, models, cache, self._emit, self._folder)

    def run(self, drawing: Drawing, stop_at: int = 0) -> Price:
        """Make what nothing takes from; perhaps stop after some steps."""
        plan = lower(self._snapshot(drawing), self._program.kinds)
        self._stop, self._stop_at = threading.Event(), stop_at
        calls, began = self._services.calls, time.process_time()
        done = self._runner.run(1, plan, self._stop)
        seconds = time.process_time() - began
        if not done.ok and not stop_at:
            raise RuntimeError("the graph failed")
        return Price(self._services.calls - calls, seconds)

    def _emit(self, event: Event) -> None:
        if isinstance(event, NodeProgressed) and event.step == self._stop_at:
            self._stop.set()

    def _snapshot(self, drawing: Drawing) -> Snapshot:
        nodes, wires = {}, {}
        for id, (kind, parameters, inputs) in drawing.items():
            nodes[id] = Node(id, f"loom.{kind}", parameters=dict(parameters))
            for name, source in inputs.items():
                start, _, output = source.partition(".")
                spec = self._program.kinds.spec(f"loom.{drawing[start][0]}")
                assert spec is not None
                wires[Socket(id, name)] = (Source(start, output or spec.outputs[0].name),)
        return Snapshot({ROOT: Graph(nodes, wires)})


def other_model(folder: Path) -> Path:
    """The shipped model with a slightly different network."""
    import torch
    from diffusers import StableDiffusionPipeline

    pipeline = StableDiffusionPipeline.from_pretrained(POCKET, dtype=torch.float32)
    with torch.no_grad():
        for weights in pipeline.unet.parameters():
            weights.mul_(1.001)
    pipeline.save_pretrained(folder)
    return folder


def measure(desk: Desk, change: Change) -> tuple[Price, Price]:
    """The price of the change, and that of the changed graph where nothing was made before."""
    desk.fresh()
    for drawing in change.before:
        desk.run(drawing, change.stop_at)
    paid = desk.run(change.after)
    desk.fresh()
    return paid, desk.run(change.after)


def main() -> None:
    """Print a line for each change."""
    os.environ["OMP_NUM_THREADS"] = "1"
    rounds = int(sys.argv[1]) if sys.argv[1:] else 5
    heads = f"{'calls':>6} {'of':>5} {'share':>7} {'CPU ms':>9} {'of':>9} {'share':>7}"
    sys.stdout.write(f"{'change':34} {heads}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        desk, listed = Desk(folder), changes(other_model(folder / "other"))
        for change in listed[2], listed[7]:
            desk.run(change.after)  # loads libraries and networks
        for change in listed:
            pairs = [measure(desk, change) for _ in range(rounds)]
            paid, whole = pairs[0][0].calls, pairs[0][1].calls
            part, full = (
                1000 * statistics.median(p[side].seconds for p in pairs) for side in (0, 1)
            )
            sys.stdout.write(f"{change.words:34} {paid:6} {whole:5} {paid / whole:7.3f} ")
            sys.stdout.write(f"{part:9.1f} {full:9.1f} {part / full:7.3f}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
