"""Stable Diffusion 2.x, which predicts noise (base) or velocity (768 pixels)."""

from __future__ import annotations

from typing import ClassVar

from app.diffusion.families.sd1 import StableDiffusion1
from app.sdk import families


class StableDiffusion2(StableDiffusion1):
    """As Stable Diffusion 1, but it attends to OpenCLIP-H; what it predicts, its schedule says."""

    name: ClassVar[str] = families.SD2
