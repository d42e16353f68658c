"""How far away what a picture shows is, as depth ControlNets expect it: near is white."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from app.diffusion.pictures.masks import to_picture
from app.diffusion.vision.networks import Observer


def depth_map(observer: Observer, pixels: Tensor) -> Tensor:
    """The depth map (1, 3, height, width) of one picture, from 0 at its farthest to 1.

    Networks such as DPT (Ranftl et al. 2021) and Depth Anything (Yang et al. 2024) tell the inverse
    of the distance up to scale and shift; those trained on metres tell the distance, which is
    turned round.
    """
    height, width = pixels.shape[2:]
    told: Tensor = observer.look(pixels).predicted_depth
    found = told.float().cpu()[:, None]
    if observer.config.get("depth_estimation_type") == "metric":
        found = 1.0 / found.clamp_min(1e-3)
    large = functional.interpolate(found, size=(height, width), mode="bicubic")
    least, most = large.amin(), large.amax()
    if most == least:
        return torch.zeros_like(pixels)
    return to_picture((large - least) / (most - least)).clamp(0.0, 1.0)
