"""What a node file brings, read from its text: it is parsed, and never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGEST = 2**20
"""Bytes of a node file; nobody could read a longer one."""

_NODE = "Node"
_WORD = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 80


@dataclass(frozen=True)
class NodeFile:
    """A node file as it lies there: the hash of its ``content``, the titles of its nodes, and the
    modules that it imports. ``fault`` says why nothing can be told of it."""

    name: str
    content: str
    titles: tuple[str, ...] = ()
    imports: tuple[str, ...] = ()
    fault: str = ""


def list_file(path: Path) -> NodeFile:
    """What the file at ``path`` brings; raises OSError."""
    with path.open("rb") as file:
        return list_source(path.name, file.read(LARGEST + 1))


def list_source(name: str, source: bytes) -> NodeFile:
    """What the text of a node file called ``name`` brings."""
    content = sha256(source).hexdigest()
    if len(source) > LARGEST:
        return NodeFile(name, content, fault="it is too long to be read")
    try:
        tree = ast.parse(source)
        found = tuple(_titles(tree)), tuple(sorted(set(_imports(tree))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return NodeFile(name, content, fault="it is no Python that can be read")
    return NodeFile(name, content, *found)


def _titles(tree: ast.Module) -> Iterator[str]:
    """Titles of the classes at the top that look like nodes."""
    for each in tree.body:
        if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
            bases = (_last(base) for base in each.bases)
            if any(name.endswith(_NODE) for name in bases):
                yield (_title_in(each) or _WORD.sub(" ", each.name))[:_LONGEST]


def _last(base: ast.expr) -> str:
    if isinstance(base, ast.Attribute):
        return base.attr
    return base.id if isinstance(base, ast.Name) else ""


def _title_in(node: ast.ClassDef) -> str:
    """The title that a class states, where it is a plain text."""
    for each in node.body:
        names = [target.id for target in _targets(each) if isinstance(target, ast.Name)]
        value = getattr(each, "value", None)
        if "title" in names and isinstance(value, ast.Constant) and isinstance(value.value, str):
            return value.value
    return ""


def _targets(statement: ast.stmt) -> list[ast.expr]:
    if isinstance(statement, ast.AnnAssign):
        return [statement.target]
    return statement.targets if isinstance(statement, ast.Assign) else []


def _imports(tree: ast.Module) -> Iterator[str]:
    """Every module that is imported by name anywhere in the file, by its first part."""
    for each in ast.walk(tree):
        if isinstance(each, ast.Import):
            yield from (alias.name.split(".")[0] for alias in each.names)
        elif isinstance(each, ast.ImportFrom) and each.module != "__future__":
            yield (each.module or ".").split(".")[0] or "."
