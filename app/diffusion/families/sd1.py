"""Stable Diffusion 1.x."""

from __future__ import annotations

from typing import ClassVar

from app.diffusion.families import colours
from app.diffusion.families.colours import Colours
from app.diffusion.families.family import pipelines_of
from app.diffusion.families.unet import UNetFamily
from app.sdk import families


class StableDiffusion1(UNetFamily):
    """A U-Net that attends to CLIP-L."""

    name: ClassVar[str] = families.SD1
    pipelines: ClassVar[tuple[str, ...]] = pipelines_of(
        "StableDiffusion",
        "StableDiffusionInstructPix2PixPipeline",
        "LatentConsistencyModelPipeline",
        "LatentConsistencyModelImg2ImgPipeline",
    )
    colours: ClassVar[Colours] = colours.SD1
