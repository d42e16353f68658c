"""The kinds of single files that are known: how to tell them, and where their configs lie.

``resources/configs`` has a folder for each, in the diffusers layout without weights. Its
``layout.json`` says under which names the parts are found in a file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from app.sdk.paths import RESOURCES

CONFIGS = RESOURCES / "configs"

Shape = tuple[int, ...]


@dataclass(frozen=True)
class Spelling:
    """One way to name the tensors of a part.

    ``names`` says which (see ``names.py``); ``marks`` are shapes of tensors that tell it, and
    ``absent`` tensors that must be missing.
    """

    names: str
    marks: Mapping[str, Shape]
    absent: tuple[str, ...] = ()

    def fits(self, shapes: Mapping[str, Shape], under: str) -> bool:
        """Whether the tensors below the prefix ``under`` are spelt like this."""
        return all(shapes.get(under + name) == shape for name, shape in self.marks.items()) and (
            not any(under + name in shapes for name in self.absent)
        )


@dataclass(frozen=True)
class Place:
    """Where a part was found: its tensors begin with ``under`` and are spelt like ``names``."""

    under: str
    names: str


@dataclass(frozen=True)
class PartLayout:
    """How one part is found in a file.

    ``counts``: numbers in its config that count blocks, and how the names of those blocks begin.
    ``sizes``: numbers in its config that are a side of a tensor, where the file has that tensor.
    """

    title: str
    under: tuple[str, ...]
    spellings: tuple[Spelling, ...]
    counts: Mapping[str, str] = field(default_factory=dict)
    sizes: Mapping[str, tuple[str, int]] = field(default_factory=dict)

    def find(self, shapes: Mapping[str, Shape]) -> Place | None:
        """Where this part lies in a file with tensors of these shapes; None where it does not."""
        for under in self.under:
            for spelling in self.spellings:
                if spelling.fits(shapes, under):
                    return Place(under, spelling.names)
        return None


@dataclass(frozen=True)
class Layout:
    """One kind of file. ``folder`` holds the configs; the first part is what tells the kind."""

    title: str
    family: str
    folder: Path
    parts: Mapping[str, PartLayout]

    @property
    def main_part(self) -> str:
        """The part without which a file is not of this kind."""
        return next(iter(self.parts))


def known_layouts() -> tuple[Layout, ...]:
    """All kinds that are described, in the order of their names."""
    return _read_all(CONFIGS)


def layout_of_family(family: str) -> Layout:
    """The first kind of whole checkpoint of a family; all of them have the same text encoders."""
    return next(
        layout
        for layout in known_layouts()
        if layout.family == family and layout.main_part != "controlnet"
    )


@cache
def _read_all(folder: Path) -> tuple[Layout, ...]:
    return tuple(_read(file) for file in sorted(folder.glob("*/layout.json")))


def _read(file: Path) -> Layout:
    described = json.loads(file.read_text(encoding="utf-8"))
    parts = {name: _part(part) for name, part in described["parts"].items()}
    return Layout(described["title"], described["family"], file.parent, parts)


def _part(described: Mapping[str, Any]) -> PartLayout:
    return PartLayout(
        described["title"],
        tuple(described["under"]),
        tuple(_spelling(spelling) for spelling in described["spellings"]),
        described.get("counts", {}),
        {key: (name, side) for key, (name, side) in described.get("sizes", {}).items()},
    )


def _spelling(described: Mapping[str, Any]) -> Spelling:
    marks = {name: tuple(shape) for name, shape in described["marks"].items()}
    return Spelling(described["names"], marks, tuple(described.get("absent", ())))
