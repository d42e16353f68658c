"""The ``nodes`` command: every node with its sockets, parameters, ranges and help."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TextIO

from app.cli.program import Program
from app.graph.spec import NodeSpec, ParameterKind, ParameterSpec, SocketSpec


def show_nodes(options: Namespace, program: Program, out: TextIO, log: TextIO) -> int:
    """Write the list to ``out``; exit status 0. What did not load was told when it was read."""
    if options.allow is not None:
        program.allow(options.allow)
        log.write(
            f"{options.allow} may run from the next start on, as long as it stays unchanged.\n"
        )
        return 0
    specs = sorted(program.kinds.specs(), key=lambda spec: (spec.category, spec.title))
    if options.json:
        out.write(json.dumps({"nodes": [asdict(spec) for spec in specs]}) + "\n")
    else:
        for category, members in groupby(specs, key=lambda spec: spec.category):
            out.write(f"{category}\n{'=' * len(category)}\n\n")
            for spec in members:
                out.write("\n".join(_card(spec)) + "\n\n")
    return 0


def _card(spec: NodeSpec) -> Iterator[str]:
    """One node in lines of text."""
    yield f"{spec.title} ({spec.type})"
    yield from (f"  {line}".rstrip() for line in spec.help.splitlines())
    yield from (f"  in   {socket.name}: {_socket(socket)}" for socket in spec.inputs)
    yield from (f"  set  {each.name} = {_parameter(each)}" for each in spec.parameters)
    for output in spec.outputs:
        yield f"  out  {output.name}: {output.type}. {output.tip}".rstrip()


def _socket(socket: SocketSpec) -> str:
    kind = f"any number of {socket.type}" if socket.variadic else str(socket.type)
    return f"{kind}{'' if socket.required else ', optional'}. {socket.tip}".strip()


def _parameter(parameter: ParameterSpec) -> str:
    """Default, range and help of a parameter."""
    default = parameter.default
    if isinstance(default, list):
        default = "x".join(str(number) for number in default)
    facts = [" | ".join(parameter.choices) or str(parameter.kind)]
    if parameter.kind is not ParameterKind.SEED:
        facts.extend(_range(parameter))
    return f"{json.dumps(default, ensure_ascii=False)} ({', '.join(facts)}). {parameter.tip}"


def _range(parameter: ParameterSpec) -> Iterator[str]:
    """What a number may be, where that is limited."""
    low, high = parameter.low, parameter.high
    unit = f" {parameter.unit}" if parameter.unit else ""
    if low is not None and high is not None:
        yield f"{low:.10g} to {high:.10g}{unit}"
    elif low is not None:
        yield f"at least {low:.10g}{unit}"
    elif high is not None:
        yield f"at most {high:.10g}{unit}"
