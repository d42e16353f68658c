"""What colours latents stand for, so that a half-done picture can be shown without the codec.

Over drawn pictures, the mean colour of each block of pixels is told from the latent at its place by
least squares; the answer is the `preview.json` that the program reads beside a model.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from resources.models.making.training.data import PictureSet
from resources.models.making.training.vae import to_range
from resources.models.making.world.drawing import pixels_of

FILE = "preview.json"
PICTURES = PictureSet("colours", 24)
_DIGITS = 4


def fitted_colours(codec: Any, pictures: PictureSet = PICTURES) -> tuple[Tensor, Tensor]:
    """Matrix (channels, 3) and bias (3,) from latents as a U-Net sees them to pixels, -1 to 1."""
    drawn = [pixels_of(pictures.picture(number), pictures.size) for number in range(pictures.count)]
    pixels = to_range(np.stack(drawn))
    with torch.no_grad():
        latents = codec.encode(pixels).latent_dist.mean * codec.config.scaling_factor
    factor = pixels.shape[-1] // latents.shape[-1]
    blocks = torch.nn.functional.avg_pool2d(pixels, factor)
    given, wanted = (part.permute(0, 2, 3, 1).flatten(0, 2) for part in (latents, blocks))
    ones = torch.ones(len(given), 1)
    solution = torch.linalg.lstsq(torch.cat([given, ones], 1), wanted).solution
    return solution[:-1], solution[-1]


def write_colours(codec: Any, folder: Path, pictures: PictureSet = PICTURES) -> None:
    """Write them beside the model in `folder`."""
    matrix, bias = fitted_colours(codec, pictures)
    told = {
        "note": "Least squares of pixels (means of blocks, -1 to 1) on the latents of "
        f"{pictures.count} drawn pictures.",
        "matrix": [_rounded(row) for row in matrix],
        "bias": _rounded(bias),
    }
    (folder / FILE).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _rounded(numbers: Tensor) -> list[float]:
    return [round(float(number), _DIGITS) for number in numbers]
