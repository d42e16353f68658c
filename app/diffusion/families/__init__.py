"""One small adapter for each family of models; everything else is the same for all of them."""

from __future__ import annotations

from collections.abc import Mapping

from app.diffusion.families.family import Family
from app.diffusion.families.flux import Flux
from app.diffusion.families.refiner import StableDiffusionXLRefiner
from app.diffusion.families.sd1 import StableDiffusion1
from app.diffusion.families.sd2 import StableDiffusion2
from app.diffusion.families.sd3 import StableDiffusion3
from app.diffusion.families.sdxl import StableDiffusionXL
from app.diffusion.families.svd import StableVideoDiffusion

_FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        StableDiffusion1(),
        StableDiffusion2(),
        StableDiffusionXL(),
        StableDiffusionXLRefiner(),
        StableDiffusion3(),
        Flux(),
        StableVideoDiffusion(),
    )
}


def of(name: str) -> Family:
    """The adapter of the family that a handle names."""
    return _FAMILIES[name]


def patch_of(name: str) -> int:
    """How many places of a latent along each side are one to networks of a family."""
    return _FAMILIES[name].patch if name in _FAMILIES else 1
