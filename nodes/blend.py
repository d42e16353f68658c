"""One picture over another."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Mask, Node, Passes, param, socket
from app.sdk.shared_params import BlendMode, blend_param


class Blend(Node):
    """Lay one picture over another of the same size."""

    category = "Image"
    aliases = ("mix", "composite", "overlay", "multiply", "screen", "layer")

    base: Image = socket("The lower pictures.")
    over: Image = socket("The upper pictures: as many, or one for all.")
    mask: Mask | None = socket("Where the upper picture counts; without it everywhere.")
    mode: BlendMode = blend_param()
    amount: float = param(
        default=1.0,
        low=0.0,
        high=1.0,
        step=0.05,
        tip="How much of the upper picture counts.",
    )

    def run(self, ctx: Context) -> Annotated[Image, "The blended pictures.", Passes("base")]:
        from app.diffusion.pictures import pictures

        mask = self.mask.alpha if self.mask else None
        mixed = pictures.blend(self.base.pixels, self.over.pixels, self.mode, self.amount, mask)
        return Image(mixed)
