"""The rectangle that a mask lies in."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from app.sdk import Context, Mask, Node, Size, param, socket


class Box(NamedTuple):
    """A rectangle, as a mask and in numbers."""

    mask: Annotated[Mask, "The rectangle, white."]
    left: Annotated[int, "Where it begins, from the left side."]
    top: Annotated[int, "Where it begins, from the top."]
    size: Annotated[Size, "Its width and height; for Crop."]


class MaskBox(Node):
    """Find the rectangle around all that is white in a mask, such as for Crop."""

    category = "Mask"
    aliases = ("bounding box", "bounds", "rectangle")

    mask: Mask = socket("The mask; of several the rectangle around all.")
    margin: int = param(
        default=0, low=0, high=4096, unit="px", tip="Room to leave around, within the picture."
    )

    def run(self, ctx: Context) -> Box:
        from app.diffusion.pictures import masks

        alpha = masks.boxed(self.mask.alpha, self.margin)
        left, top, width, height = masks.box(alpha)
        return Box(Mask(alpha), left, top, (width, height))
