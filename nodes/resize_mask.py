"""Masks in another size."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Mask, Node, Passes, Size, param, socket


class ResizeMask(Node):
    """Change the size of a mask, so that it fits a picture of another size."""

    category = "Mask"
    aliases = ("scale", "size", "fit")

    mask: Mask = socket("The mask.")
    size: Size = param(
        default=(512, 512), low=1, high=8192, step=8, unit="px", tip="Width and height to reach."
    )
    fit: Literal["stretch", "fit", "fill"] = param(
        default="fill",
        tip="Stretch changes the proportions; fit keeps them and stays within the size; fill keeps "
        "them and cuts off what stands over.",
    )
    method: Literal["bilinear", "nearest"] = param(
        default="bilinear", tip="Bilinear gives soft borders; nearest keeps hard ones."
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The resized mask.", Passes("mask")]:
        from app.diffusion.pictures import pictures

        width, height = self.size
        return Mask(pictures.resize(self.mask.alpha, width, height, self.fit, self.method))
