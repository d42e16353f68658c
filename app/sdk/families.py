"""The families of models, by the names that values carry, and which latents they share.

Torch is not needed to know them: wires, shelf and search speak of families long before anything is
loaded.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.graph.spec import OutputSpec
from app.graph.types import ValueType

SD1 = "SD 1"
SD2 = "SD 2"
SDXL = "SDXL"
SDXL_REFINER = "SDXL refiner"
SD3 = "SD 3"
FLUX = "Flux"
VIDEO = "SVD"

FAMILIES = (SD1, SD2, SDXL, SDXL_REFINER, SD3, FLUX, VIDEO)

_SHARED_LATENTS = {SDXL_REFINER: SDXL}
"""Families whose networks work on the latents of another one."""


def latents_of(family: str) -> str:
    """The family whose latents a family works on: its own, or that of the model it refines."""
    return _SHARED_LATENTS.get(family, family)


def with_family(outputs: Iterable[OutputSpec], known: ValueType | None) -> dict[str, ValueType]:
    """Types of outputs that are of the family of a model, as far as the shelf knows that.

    ``known`` is what ``describe`` finds among its inputs under the name of the parameter.
    """
    family = known.trait("family") if known else None
    return {output.name: output.type.with_traits(**_traits(output, family)) for output in outputs}


def _traits(output: OutputSpec, family: str | None) -> dict[str, str | None]:
    """What a wire tells of a family: whose latents it works on, and which of several it is.

    So latents and autoencoders go from SDXL to its refiner, and prompts do not.
    """
    if family is None:
        return {"family": None, "network": None}
    latents = latents_of(family)
    several = latents in _SHARED_LATENTS.values() and output.type.name not in ("Latent", "VAE")
    return {"family": latents, "network": family if several else None}
