"""Stable Diffusion 1.x."""

from __future__ import annotations

from typing import ClassVar

from app.diffusion.families.family import Colours, pipelines_of
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
    # Idea and first numbers: discuss.huggingface.co/t/23204 (K. Turner),
    # these numbers: ComfyUI, comfy/latent_formats.py.
    colours: ClassVar[Colours] = Colours(
        (
            (0.3512, 0.2297, 0.3227),
            (0.3250, 0.4974, 0.2350),
            (-0.2829, 0.1762, 0.2721),
            (-0.2120, -0.2616, -0.7177),
        )
    )
