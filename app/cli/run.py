"""The ``run`` command: make what a graph describes, here and now."""

from __future__ import annotations

import json
import signal
import threading
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TextIO

from app.cli.choosing import Choice
from app.cli.graphs import make_plan, open_graph, with_values
from app.cli.outcome import Outcome
from app.cli.output import output_folder
from app.cli.program import Program
from app.cli.progress import Progress
from app.engine.beside import Beside
from app.engine.cache import Cache
from app.engine.disk import opened
from app.engine.events import Event, RunFinished
from app.engine.files import FileContents
from app.engine.histories import Histories
from app.engine.plan import Plan
from app.engine.pool import Pool
from app.engine.runner import Runner
from app.graph.document import Graph
from app.graph.flattening import flat_graph
from app.graph.naming import title_of

DONE, FAILED, INVALID, STOPPED = 0, 1, 2, 130
"""Exit statuses: all targets made; a node failed; nothing ran; stopped by Ctrl+C."""


def run_graph(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Run the graph and tell what came of it; raises what is wrong before anything runs."""
    opened = open_graph(options.graph, program.kinds)
    choice = Choice(opened.snapshot, program.kinds)
    targets = [choice.node(name) for name in options.targets] or None
    overrides = choice.overrides(options.settings)
    snapshot = with_values(opened.snapshot, program.kinds, overrides)
    plan = make_plan(snapshot, program.kinds, log, opened.warnings, targets)
    plan = replace(plan, graph=str(options.graph.resolve()))
    folder = output_folder(options.out, plan, program.kinds)
    graph = flat_graph(snapshot, program.kinds)
    outcome, finished = _evaluate(plan, graph, program, folder, log)
    if options.json:
        out.write(json.dumps(outcome.as_plain(finished)) + "\n")
    else:
        out.writelines(f"{file}\n" for file in finished.files)
    if finished.stopped:
        log.write("Stopped.\n")
        return STOPPED
    return DONE if finished.ok else FAILED


def _evaluate(
    plan: Plan, graph: Graph, program: Program, folder: Path, log: TextIO
) -> tuple[Outcome, RunFinished]:
    """Run the plan on this thread; Ctrl+C ends it within a step, or at once while torch loads."""
    services = program.services()
    titles = {id: title_of(graph, program.kinds, id) for id in graph.nodes}
    outcome = Outcome(plan, {id: node.type for id, node in graph.nodes.items()})
    progress = Progress(log, titles)

    def tell(event: Event) -> None:
        outcome(event)
        progress(event)

    with (
        stopped_by_interrupt() as stop,
        opened(program.memories.disk) as disk,
        closing(Pool()) as pool,
    ):
        runner = Runner(
            program.kinds,
            services,
            program.models,
            Cache(program.memory_budget, disk),
            tell,
            folder,
            FileContents(program.memories.files),
        )
        runner.histories = Histories(program.memories.history)
        runner.beside = Beside(program.kinds, pool)
        return outcome, runner.run(1, plan, stop)


@contextmanager
def stopped_by_interrupt() -> Iterator[threading.Event]:
    """An event that the first Ctrl+C sets; the second interrupts as usual."""
    stop = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stop  # only the main thread may handle signals
        return

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
