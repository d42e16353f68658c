"""Masks whose borders fade on one side."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Mask, Node, Passes, param, socket


class FeatherMask(Node):
    """Let the border of a mask fade out evenly, on the side that you choose.

    Unlike Blur Mask it can leave untouched what is outside of the mask.
    """

    category = "Mask"
    aliases = ("fade", "soften", "gradient", "edge")

    mask: Mask = socket("The mask.")
    width: int = param(default=16, low=0, high=256, unit="px", tip="Over how much it fades.")
    side: Literal["inside", "outside", "both"] = param(
        default="inside",
        tip="Inside keeps black what is black, outside keeps white what is white; both fades "
        "around the middle of the border.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The softer mask.", Passes("mask")]:
        from app.diffusion.pictures import masks

        return Mask(masks.feather(self.mask.alpha, self.width, self.side))
