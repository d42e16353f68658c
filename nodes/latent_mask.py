"""Which part of a latent may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from app.sdk import Context, Latent, Mask, Node, Passes, Plain, ValueType, param, socket


class LatentMask(Node):
    """Let the Sampler repaint only what is white in the mask.

    The rest is put back after every step, with as much noise as that step leaves, as in diffusers'
    inpainting.
    """

    category = "Latent"
    aliases = ("inpaint", "Set Latent Noise Mask")

    latent: Latent = socket("The picture as a latent.")
    mask: Mask = socket("White where the picture may change.")
    edge: Literal["hard", "soft", "gradual"] = param(
        default="hard",
        tip="Hard makes every place either kept or free; soft mixes by the greys of the mask; "
        "gradual lets grey places change in the last steps only, the darker the later.",
    )

    def run(self, ctx: Context) -> Annotated[Latent, "The latent with the mask.", Passes("latent")]:
        """Bring the mask to the latent's size."""
        from app.diffusion.latents.latents import masked

        return masked(self.latent, self.mask, self.edge)

    @classmethod
    def describe(
        cls, parameters: Mapping[str, Plain], inputs: Mapping[str, ValueType]
    ) -> Mapping[str, ValueType]:
        """The latent stays what it was."""
        return {"latent": inputs["latent"]} if "latent" in inputs else {}
