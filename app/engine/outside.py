"""What the result of a node owes to the world outside: the files it reads and those it wrote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from app.engine.files import FileContents
from app.engine.items import variants
from app.engine.services import Models, NodeKinds
from app.graph.errors import LoomError
from app.graph.spec import NodeSpec, ParameterKind, Plain
from app.sdk.model_places import note_place
from app.sdk.values import Files, SavedFile
from app.sdk.weight_heads import SUFFIXES

ABSENT = "absent"
"""Stands for the content of what cannot be read."""


def contents(
    kinds: NodeKinds,
    type: str,
    parameters: Mapping[str, Plain],
    files: FileContents,
    check: Callable[[], None],
) -> tuple[str, ...]:
    """Names and hashes of what a node of this kind reads.

    A file that cannot be read counts as absent: the node itself will say what it misses.
    """
    read = (path for each in variants(parameters) for path in kinds.reads(type, each))
    return tuple(f"{Path(path).name}:{_content(Path(path), files, check)}" for path in read)


def model_contents(
    spec: NodeSpec,
    parameters: Mapping[str, Plain],
    models: Models,
    files: FileContents,
    check: Callable[[], None],
) -> tuple[str, ...]:
    """Places and hashes of the models that a node's parameters name.

    The place counts too: a node that hands out where a model lies has to run again once it moved,
    though what depends on the model's content does not.
    """
    named = [p for p in spec.parameters if p.kind is ParameterKind.MODEL]
    return tuple(
        _model(models, p.model_kind, each[p.name], files, check)
        for each in variants(parameters)
        for p in named
    )


def _model(
    models: Models, kind: str, name: str, files: FileContents, check: Callable[[], None]
) -> str:
    try:
        path = models.find(kind, name)
    except LoomError:  # the node itself will say what it misses
        return ABSENT
    return f"{path}:{_content(path, files, check)}"


def _content(path: Path, files: FileContents, check: Callable[[], None]) -> str:
    try:
        content = files.content(path, check)
    except OSError:
        return ABSENT
    if path.is_dir() or path.suffix.lower() in SUFFIXES:
        note_place(content, path)  # handles that were kept when it lay elsewhere find it again
    return content


def written(values: Iterable[Any]) -> Iterator[SavedFile]:
    """Every file noted in ``values``, also in lists of them."""
    for value in values:
        if isinstance(value, Files):
            yield from value.files
        elif isinstance(value, list | tuple):
            yield from (file for item in value if isinstance(item, Files) for file in item.files)


def is_intact(file: SavedFile) -> bool:
    """Whether the file is there with the size and time of change that it was written with."""
    try:
        found = Path(file.path).stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (file.size, file.modified_ns)
