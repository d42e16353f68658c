"""The ``run`` command: make what a graph describes, here and now."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from app.cli.choosing import Choice
from app.cli.evaluating import opened_runner
from app.cli.graphs import make_plan, open_graph, with_values
from app.cli.outcome import Outcome
from app.cli.output import output_folder
from app.cli.program import Program
from app.cli.progress import Progress
from app.cli.statuses import DONE, FAILED, STOPPED
from app.cli.sweep import run_sweep
from app.engine.events import Event, RunFinished
from app.engine.plan import Plan
from app.graph.document import Graph
from app.graph.flattening import flat_graph
from app.graph.naming import title_of


def run_graph(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Run the graph and tell what came of it; raises what is wrong before anything runs."""
    if options.sweeps:
        return run_sweep(options, program, out, log)
    opened = open_graph(options.graph, program)
    choice = Choice(opened.snapshot, program.kinds)
    targets = [choice.node(name) for name in options.targets] or None
    overrides = choice.overrides(options.settings)
    snapshot = with_values(opened.snapshot, program.kinds, overrides)
    plan = make_plan(snapshot, program.kinds, log, opened.warnings, targets)
    plan = replace(plan, graph=str(options.graph.resolve()), saving=program.saving)
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
    titles = {id: title_of(graph, program.kinds, id) for id in graph.nodes}
    outcome = Outcome(plan, {id: node.type for id, node in graph.nodes.items()})
    progress = Progress(log, titles)

    def tell(event: Event) -> None:
        outcome(event)
        progress(event)

    with opened_runner(program, folder, tell) as (runner, _, stop):
        return outcome, runner.run(1, plan, stop)
