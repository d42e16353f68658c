"""The ``check`` command: say whether a graph could run, without running it."""

from __future__ import annotations

from argparse import Namespace
from typing import TextIO

from app.cli.graphs import make_plan, open_graph
from app.cli.program import Program
from app.graph.flattening import flat_graph


def check_graph(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Exit status 0 where the graph could run; raises what is wrong with it."""
    opened = open_graph(options.graph, program)
    plan = make_plan(opened.snapshot, program.kinds, log, opened.warnings)
    graph = flat_graph(opened.snapshot, program.kinds)
    wires = sum(1 for _ in graph.each_wire())
    out.write(
        f"{options.graph}: {len(graph.nodes)} nodes and {wires} wires, nothing wrong; "
        f"a run needs {len(plan.nodes)} of the nodes.\n"
    )
    return 0
