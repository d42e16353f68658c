"""Writes the reference of all nodes from their declarations: ``python -m app.sdk.node_table``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from app.graph.spec import NodeSpec, OutputSpec, ParameterKind, ParameterSpec, Plain, SocketSpec
from app.graph.types import ValueType
from app.sdk.registry import Registry

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "nodes.md"
COMMAND = "python -m app.sdk.node_table"

_HEAD = f"""# Nodes

Made from the declarations by `{COMMAND}`; change the nodes, not this page. Every parameter also
accepts a wire of its type. Where a list arrives at an input or a parameter that takes one thing,
the node runs once for each item.
"""


def main() -> None:
    """Write ``docs/nodes.md``."""
    registry = Registry()
    registry.load_folder(ROOT / "nodes")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(registry.specs()), encoding="utf-8")
    sys.stdout.write(f"{PAGE}\n")


def page(specs: Iterable[NodeSpec]) -> str:
    """The whole reference as Markdown: a table of all nodes, then each with its parts."""
    ordered = sorted(specs, key=lambda spec: (spec.category, spec.title))
    parts = [_HEAD, _table(("Node", "Category", "What it does"), map(_summary, ordered))]
    for category, members in groupby(ordered, key=lambda spec: spec.category):
        parts.append(f"## {category}\n")
        parts.extend(section for spec in members for section in _node(spec))
    return "\n".join(parts)


def _summary(spec: NodeSpec) -> tuple[str, ...]:
    anchor = spec.title.lower().replace(" ", "-")
    return f"[{spec.title}](#{anchor})", spec.category, spec.help.split("\n\n")[0]


def _node(spec: NodeSpec) -> Iterator[str]:
    yield f"### {spec.title}\n"
    yield f"{spec.help}\n"
    rows = [*map(_input, spec.inputs), *map(_parameter, spec.parameters)]
    rows.extend(map(_output, spec.outputs))
    yield _table(("", "Name", "Type", "Values", "Meaning"), rows)


def _input(socket: SocketSpec) -> tuple[str, ...]:
    notes = [
        "" if socket.required else "optional",
        "any number of wires" if socket.variadic else "",
    ]
    values = ", ".join(note for note in notes if note)
    return "input", f"`{socket.name}`", _type(socket.type), values, socket.tip


def _parameter(parameter: ParameterSpec) -> tuple[str, ...]:
    values = "; ".join(part for part in (_range(parameter), _default(parameter)) if part)
    return "parameter", f"`{parameter.name}`", parameter.kind.capitalize(), values, parameter.tip


def _range(parameter: ParameterSpec) -> str:
    if parameter.choices:
        return ", ".join(f"`{choice}`" for choice in parameter.choices)
    if parameter.low is None or parameter.high is None or parameter.kind is ParameterKind.SEED:
        return ""
    unit = f" {parameter.unit}" if parameter.unit else ""
    return f"{parameter.low:g} to {parameter.high:g}{unit}"


def _default(parameter: ParameterSpec) -> str:
    default: Plain = parameter.default
    if default == "":
        return ""
    shown = " x ".join(map(str, default)) if isinstance(default, list) else str(default)
    return f"default `{shown}`"


def _output(output: OutputSpec) -> tuple[str, ...]:
    passes = f"bypassed: `{output.passes}`" if output.passes else ""
    return "output", f"`{output.name}`", _type(output.type), passes, output.tip


def _type(type: ValueType) -> str:
    return "any, as the others" if type.is_variable else str(type)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    """Text that stays within one cell of a table."""
    return " ".join(text.split()).replace("|", r"\|")


if __name__ == "__main__":
    main()
