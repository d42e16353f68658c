"""Where stages find things: the work folder, the device, how many processes may draw."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch

from resources.models.making.training.data import PictureSet


@dataclass(frozen=True)
class Place:
    """The work folder and the machine.

    `data` holds pictures, `models` what finished stages made. `pictures` is how many the U-Net
    learns from, where it is not its own number.
    """

    work: Path
    device: torch.device
    processes: int = 1
    pictures: int | None = None

    def sized(self, pictures: PictureSet) -> PictureSet:
        """The set with as many pictures as asked for."""
        return pictures if self.pictures is None else replace(pictures, count=self.pictures)

    @property
    def data(self) -> Path:
        """Pictures, latents and captions."""
        return self.work / "data"

    @property
    def models(self) -> Path:
        """What finished stages hand to those after them."""
        return self.work / "models"

    def stage(self, name: str) -> Path:
        """The folder of one stage's checkpoint and curve."""
        return self.work / "runs" / name

    def note(self, name: str, facts: dict[str, Any]) -> None:
        """Keep facts of a stage, for the model card."""
        path = self.stage(name) / "facts.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")


def device_named(name: str) -> torch.device:
    """The device of this name; "auto" takes a GPU where there is one."""
    if name != "auto":
        return torch.device(name)
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")
