"""Prompts to pictures, through plain diffusers pipelines; what was painted once is found again."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image

from resources.models.making.judge.colours import Pixels

log = logging.getLogger(__name__)

SIDE, STEPS, GUIDANCE, BATCH = 128, 20, 2.5, 8
_FIRST_SEED = 7000

Arguments = dict[str, Any]


class Painter:
    """Paints with the models of one folder (pocket, pocket-edges …) and keeps what it painted.

    `kept` is where pictures are kept, by the models that painted them and by all that was asked of
    these. Seeds are the pictures' numbers, so that a picture does not depend on what is painted
    beside it.
    """

    def __init__(self, models: Path, kept: Path, device: str = "cpu") -> None:
        self.models, self.kept, self.device = models, kept, device
        self._loaded: dict[str, Any] = {}

    def has(self, name: str) -> bool:
        """Whether a model of this name is there."""
        return (self.models / name).exists()

    def paint(
        self, name: str, load: Callable[[Path], Any], models: Sequence[str], asked: list[Arguments]
    ) -> list[Pixels]:
        """One picture for each set of a pipeline's arguments.

        `load` makes the pipeline from the folder of models; `models` are those that it uses, and
        `name` is that of the measurement.
        """
        folder = self.kept / f"{name}-{self._sign(models)}"
        folder.mkdir(parents=True, exist_ok=True)
        paths = [
            folder / f"{number:04d}-{_key(number, one)}.png" for number, one in enumerate(asked)
        ]
        missing = [number for number, path in enumerate(paths) if not path.is_file()]
        for first in range(0, len(missing), BATCH):
            numbers = missing[first : first + BATCH]
            made = self._made(name, load, numbers, [asked[number] for number in numbers])
            for number, image in zip(numbers, made, strict=True):
                _save_whole(image, paths[number])
            log.info("%s: %d of %d", name, numbers[-1] + 1, len(asked))
        return [np.asarray(Image.open(path).convert("RGB")) for path in paths]

    def pipeline(self, name: str, load: Callable[[Path], Any]) -> Any:
        """The pipeline for a measurement, loaded once."""
        if name not in self._loaded:
            self._loaded = {name: load(self.models).to(self.device)}
            self._loaded[name].set_progress_bar_config(disable=True)
        return self._loaded[name]

    def _made(
        self, name: str, load: Callable[[Path], Any], numbers: list[int], asked: list[Arguments]
    ) -> list[Image.Image]:
        together: Arguments = {key: [one[key] for one in asked] for key in asked[0]}
        together = {
            key: value if key in ("prompt", "image", "mask_image") else value[0]
            for key, value in together.items()
        }
        generators = [torch.Generator().manual_seed(_FIRST_SEED + number) for number in numbers]
        given = {"num_inference_steps": STEPS, "guidance_scale": GUIDANCE} | together
        made: list[Image.Image] = self.pipeline(name, load)(generator=generators, **given).images
        return made

    def _sign(self, models: Sequence[str]) -> str:
        """A short name for the weights and settings of these models."""
        found = hashlib.sha256()
        for name in models:
            place = self.models / name
            paths = [place] if place.is_file() else sorted(place.rglob("*.*"))
            for path in paths:
                if path.suffix in (".safetensors", ".json"):
                    found.update(path.read_bytes())
        return found.hexdigest()[:10]


def _key(number: int, asked: Arguments) -> str:
    """A short name for all that makes a picture but the models: arguments, seed, steps."""
    said: Arguments = {"seed": _FIRST_SEED + number, "steps": STEPS, "guidance": GUIDANCE}
    found = hashlib.sha256()
    for name, value in sorted((said | asked).items()):
        if isinstance(value, Image.Image):
            value = (value.mode, value.size, value.tobytes())
        found.update(repr((name, value)).encode())
    return found.hexdigest()[:10]


def _save_whole(image: Image.Image, path: Path) -> None:
    """Write a picture in one piece: one that was cut off must not count as painted."""
    fresh = path.with_suffix(".new")
    image.save(fresh, format="PNG")
    fresh.replace(path)


def plain(models: Path) -> Any:
    """The base model."""
    from diffusers import StableDiffusionPipeline

    return StableDiffusionPipeline.from_pretrained(models / "pocket", dtype=torch.float32)
