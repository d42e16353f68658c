"""Masks of one colour."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Colour, Context, Image, Mask, Node, param, socket


class MaskFromColour(Node):
    """Make a mask of everything that has about one colour."""

    category = "Mask"
    aliases = ("colour range", "color range", "chroma key", "green screen", "select by colour")

    image: Image = socket("The pictures.")
    colour: Colour = param(default="#00ff00", tip="The colour to look for.")
    tolerance: float = param(
        default=0.15,
        low=0.0,
        high=1.0,
        step=0.01,
        tip="How far a colour may be from it; 1 is black against white.",
    )
    softness: float = param(
        default=0.05,
        low=0.0,
        high=1.0,
        step=0.01,
        tip="Over which further distance the mask fades out; 0 gives a hard border.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "White where the colour is."]:
        import torch

        from app.diffusion.pictures import masks, pictures

        colour = torch.tensor(pictures.rgb(self.colour))
        alpha = masks.from_colour(self.image.pixels, colour, self.tolerance, self.softness)
        return Mask(alpha)
