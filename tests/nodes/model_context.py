"""A small real context for nodes that open models: a shelf, a store and no Stop button."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from app.diffusion.device import Device
from app.diffusion.store import ModelStore
from app.models.shelf import Shelf
from app.sdk import Fold, NodeError, Picture


@dataclass(frozen=True)
class ModelContext:
    """Finds models on ``shelf`` and loads them on the processor."""

    shelf: Shelf
    store: ModelStore

    def check(self) -> None:
        """Nobody presses Stop."""

    def progress(self, step: int, total: int, preview: Picture | None = None) -> None:
        """Nobody looks."""

    def weights(self, handle: Any) -> Any:
        return self.store.weights(handle, self.check)

    def content(self, path: Path) -> str:
        return f"content of {path.name}"

    def find_model(self, kind: str, name: str) -> Path:
        return self.shelf.find(kind, name)

    def fold(self, fold: Fold[Any]) -> Any:
        raise NodeError("There are no steps here.")

    def output_folder(self) -> Path:
        raise NodeError("There is no output folder here.")

    def embedded_graph(self) -> str:
        return ""


def context_over(folder: Path) -> ModelContext:
    """A context whose models lie below ``folder``."""
    device = Device(torch.device("cpu"), torch.float32, "CPU")
    return ModelContext(Shelf([folder]), ModelStore(device))
