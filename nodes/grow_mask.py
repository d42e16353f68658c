"""Wider or narrower masks."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Mask, Node, Passes, param, socket


class GrowMask(Node):
    """Make the white part of a mask wider or narrower."""

    category = "Mask"
    aliases = ("expand", "shrink", "dilate", "erode")

    mask: Mask = socket("The mask.", each=True)
    pixels: int = param(
        default=8, low=-512, high=512, unit="px", tip="How far to all sides; below 0 it shrinks."
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The changed mask.", Passes("mask")]:
        from app.diffusion.pictures import masks

        return Mask(masks.grow(self.mask.alpha, self.pixels))
