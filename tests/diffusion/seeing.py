"""Tiny networks that see a mask or a picture beside the latent, and their pipelines."""

from __future__ import annotations

from functools import cache
from typing import Any

import diffusers
from diffusers import UNet2DConditionModel

from app.sdk import Model, Weights
from tests import components
from tests.diffusion import reference, workbench, xl

CHANNELS = {"inpainting": 9, "instructions": 8}


@cache
def network(family: str, takes: str) -> Any:
    """The tiny U-Net of a family that takes more than a latent."""
    config = xl.UNET if family == "SDXL" else components.UNET
    wide = {**config, "in_channels": CHANNELS[takes], "out_channels": 4}
    return components.seeded(21, lambda: UNet2DConditionModel(**wide))


def model(family: str, takes: str) -> Model:
    """Its handle."""
    weights = Weights("unet", f"{family} {takes}", family)
    return Model(weights, workbench.components_schedule(), takes=takes)


class Bench(xl.Bench):
    """A context that hands these networks out."""

    def weights(self, handle: Any) -> Any:
        """The tiny module behind a handle."""
        takes = getattr(handle, "takes", "")
        return network(handle.weights.family, takes) if takes else super().weights(handle)


def pipeline(kind: str, family: str, takes: str, name: str) -> Any:
    """A pipeline of diffusers around one of these networks."""
    unet = network(family, takes) if takes else xl.unet()
    if family != "SDXL":
        made = reference.pipeline(kind, reference.seeded(name, "normal", 3))
        made.register_modules(unet=unet)
        return made
    made = getattr(diffusers, kind)(
        vae=xl.autoencoder(),
        text_encoder=None,
        text_encoder_2=None,
        tokenizer=None,
        tokenizer_2=None,
        unet=unet,
        scheduler=reference.seeded(name, "normal", 3),
        force_zeros_for_empty_prompt=False,
        add_watermarker=False,
    )
    made.set_progress_bar_config(disable=True)
    return made
