"""Masks with soft borders."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Mask, Node, Passes, param, socket


class BlurMask(Node):
    """Soften the borders of a mask, so that what is painted there blends in."""

    category = "Mask"
    aliases = ("feather", "soften", "gaussian")

    mask: Mask = socket("The mask.", each=True)
    radius: float = param(
        default=4.0,
        low=0.0,
        high=256.0,
        step=0.5,
        unit="px",
        tip="How far the softness reaches: the standard deviation of a Gaussian blur.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The softer mask.", Passes("mask")]:
        from app.diffusion.pictures import masks

        return Mask(masks.blur(self.mask.alpha, self.radius))
