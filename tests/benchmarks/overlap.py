"""What is won by reading and writing beside the device: python -m tests.benchmarks.overlap

The same work without and with a pool, in turns, by the clock: toys that sleep, as if a device or a
disk were at work; pictures of 1024 x 1024 that are really read and saved, around work for which
this computer only waits; and the text-to-image graph with several seeds, each saved, which without
a graphics card takes all that the computer has. Prints medians in milliseconds and their ratio.
Everything is made anew in every round.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.lowering import lower
from app.engine.plan import Plan
from app.engine.pool import Pool
from app.engine.requests import Request
from app.engine.runner import Runner
from app.graph.document import ROOT, Graph, Node, Snapshot, Socket, Source
from app.graph.file import open_file
from app.sdk import Context, Image, param, socket
from app.sdk.declare import Node as NodeClass
from app.sdk.paths import RESOURCES
from app.start import make_program
from tests.engine.side_toys import SIDE_KINDS, Away
from tests.engine.toys import Call, Device, NoModels, Sheet, registry

ROUNDS = 7
TOY_SECONDS = 0.03
DEVICE_SECONDS = 0.15
ROWS = 6
SEEDS = 4
STEPS = 2
SIDE = 256


def main() -> None:
    """Print a line for each kind of work."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # as the program sets it at its start
    print(f"{'':52}{'without':>9}{'with':>9}{'ratio':>7}")  # noqa: T201
    for name, work in toys().items():
        compare(name, work)
    program = make_program()
    services = program.services()
    one, several = real_plans(program.kinds)

    def real(plans: list[Plan]) -> Callable[[Path, Pool | None], None]:
        def work(folder: Path, pool: Pool | None) -> None:
            carry_out(plans, program.kinds, services, program.models, folder, pool)

        return work

    with tempfile.TemporaryDirectory() as folder:
        plan = pictures_plan(program.kinds, Path(folder))
        compare(f"{ROWS} pictures read, worked on elsewhere and saved", real([plan]))
    compare(f"text to image, {SEEDS} seeds saved in one run", real([one]))
    compare(f"text to image, {SEEDS} runs in a queue", real(several))


def compare(name: str, work: Callable[[Path, Pool | None], None]) -> None:
    """Do ``work`` without and with a pool in turns, and print the medians."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(ROUNDS + 1):
        for side, pool in enumerate((None, Pool())):
            with tempfile.TemporaryDirectory() as folder:
                began = time.perf_counter()
                work(Path(folder), pool)
                seconds = time.perf_counter() - began
            if pool is not None:
                pool.close()
            if turn:  # the first round warms up
                times[side].append(1000 * seconds)
    without, beside = map(statistics.median, times)
    print(f"{name:52}{without:9.1f}{beside:9.1f}{beside / without:7.2f}")  # noqa: T201


def carry_out(
    plans: list[Plan], kinds: Any, services: Any, models: Any, folder: Path, pool: Pool | None
) -> None:
    """Run ``plans`` one after the other on an empty cache."""
    waiting = [Request(n, plan, queued=True) for n, plan in enumerate(plans)]
    runner = Runner(kinds, services, models, Cache(2**30), lambda event: None, folder)
    runner.beside = Beside(kinds, pool, lambda: waiting[0] if waiting else None)
    while waiting:
        request = waiting.pop(0)
        if not runner.run(request.run, request.plan, request.stop).ok:
            raise RuntimeError("A run of the benchmark failed.")


def toys() -> dict[str, Callable[[Path, Pool | None], None]]:
    """Readers, samplers and writers that take equally long: as one run, and in a queue."""
    kinds = registry()
    for kind in SIDE_KINDS:
        kinds.add(kind)

    def sleep(ctx: Context) -> int:
        threading.Event().wait(TOY_SECONDS)
        return 1

    Away.work = Call.work = sleep
    one = [lower(toy_rows(range(ROWS)), kinds)]
    several = [lower(toy_rows([row]), kinds) for row in range(ROWS)]

    def work(plans: list[Plan]) -> Callable[[Path, Pool | None], None]:
        return lambda folder, pool: carry_out(plans, kinds, Device(), NoModels(), folder, pool)

    return {
        f"{ROWS} toy readers, samplers and writers in one run": work(one),
        f"{ROWS} runs of a toy reader, sampler and writer": work(several),
    }


def toy_rows(rows: Iterable[int]) -> Snapshot:
    """A reader, a sampler and a writer in each row."""
    sheet = Sheet()
    for row in rows:
        sheet.add(f"read{row}", "Away", salt=row)
        sheet.add(f"sampler{row}", "Call", {"number": f"read{row}.integer"}, salt=row)
        sheet.add(f"write{row}", "Away", {"number": f"sampler{row}"}, salt=100 + row)
    return sheet.snapshot()


class Elsewhere(NodeClass):
    """Work on a picture for which this computer only waits, as for a graphics card."""

    image: Image = socket("The picture.")
    salt: int = param(default=0, tip="Tells nodes apart.")

    def run(self, ctx: Context) -> Image:
        threading.Event().wait(DEVICE_SECONDS)
        return Image(self.image.pixels * (1 - self.salt / 1000))


def pictures_plan(kinds: Any, folder: Path) -> Plan:
    """Pictures with much detail that are opened, worked on and saved."""
    import numpy
    from PIL import Image as Pillow

    kinds.add(Elsewhere)
    draw = numpy.random.default_rng(0)
    nodes: dict[str, Node] = {}
    wires: dict[Socket, tuple[Source, ...]] = {}

    def add(id: str, kind: str, source: str = "", **parameters: Any) -> None:
        nodes[id] = Node(id, f"loom.{kind}", parameters=parameters)
        if source:
            wires[Socket(id, "image")] = (Source(source, "image"),)

    for row in range(ROWS):
        path = folder / f"{row}.png"
        pixels = draw.integers(0, 256, (1024, 1024, 3), numpy.uint8)
        Pillow.fromarray(pixels).save(path)
        add(f"read{row}", "LoadImage", path=str(path))
        add(f"work{row}", "Elsewhere", f"read{row}", salt=row)
        add(f"save{row}", "SaveImage", f"work{row}")
    return lower(Snapshot({ROOT: Graph(nodes, wires)}), kinds)


def real_plans(kinds: Any) -> tuple[Plan, list[Plan]]:
    """The text-to-image graph for several seeds: as one plan, and as one plan for each seed."""
    graph = open_file(RESOURCES / "graphs" / "text-to-image.loom", kinds).snapshot
    fixed = {("size", "size"): [SIDE, SIDE], ("sampler", "steps"): STEPS}
    plans = [
        lower(graph, kinds, None, {**fixed, ("sampler", "seed"): seed}) for seed in range(SEEDS)
    ]
    return lower(with_copies(graph), kinds, None, fixed), plans


def with_copies(snapshot: Snapshot) -> Snapshot:
    """The graph with a row of Sampler, VAE Decode and Save Image for each seed."""
    graph = snapshot.main
    row = ("sampler", "decode", "save")
    nodes, wires = dict(graph.nodes), dict(graph.wires)
    for seed in range(1, SEEDS):
        for id in row:
            node = graph.nodes[id]
            values = dict(node.parameters)
            if id == "sampler":
                values |= {"seed": seed + 100, "steps": STEPS}
            nodes[f"{id}{seed}"] = replace(node, id=f"{id}{seed}", parameters=values)
        for into, sources in graph.wires.items():
            if into.node in row:
                renamed = tuple(
                    Source(f"{source.node}{seed}", source.output) if source.node in row else source
                    for source in sources
                )
                wires[Socket(f"{into.node}{seed}", into.name)] = renamed
    return Snapshot({ROOT: replace(graph, nodes=nodes, wires=wires)})


if __name__ == "__main__":
    main()
