"""A context and pictures to run single nodes with."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from app.sdk import Fold, Image, Mask, NodeError, Picture
from app.sdk.registry import Registry

NODES = Path(__file__).parents[2] / "nodes"


def registry() -> Registry:
    """The nodes that come with the program."""
    found = Registry()
    found.load_folder(NODES)
    return found


@dataclass
class Desk:
    """A context for nodes that need no model."""

    folder: Path = field(default_factory=Path)
    graph: str = ""
    steps: list[tuple[int, int]] = field(default_factory=list)

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        self.steps.append((step, total))

    def check(self) -> None:
        """Nobody stops a test."""

    def fold(self, fold: Fold[Any]) -> Any:
        state = fold.first()
        for index in range(len(fold.recipes)):
            state = fold.step(index, state)
        return state

    def weights(self, handle: Any) -> Any:
        raise NodeError("There is no model here.")

    def content(self, path: Path) -> str:
        return path.read_bytes().hex()

    def find_model(self, kind: str, name: str) -> Path:
        raise NodeError("There is no model here.")

    def output_folder(self) -> Path:
        return self.folder

    def embedded_graph(self) -> str:
        return self.graph


def noise(width: int = 8, height: int = 6, count: int = 1) -> Image:
    """Random pictures, always the same."""
    made = torch.rand(count, 3, height, width, generator=torch.Generator().manual_seed(0))
    return Image(made)


def spot(width: int = 9, height: int = 9) -> Mask:
    """A mask with one white pixel in the middle."""
    alpha = torch.zeros(1, 1, height, width)
    alpha[0, 0, height // 2, width // 2] = 1.0
    return Mask(alpha)
