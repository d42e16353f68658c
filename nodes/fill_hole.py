"""Something plausible in place of a hole."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Colour, Context, Image, Mask, Node, Passes, Seed, param, socket


class FillHole(Node):
    """Fill what is white in a mask, so that a Sampler does not start from what shall go.

    With less than full denoise the Sampler keeps some of what is there: smooth colours are easily
    turned into anything, noise into something with much detail.
    """

    title = "Fill Hole"
    category = "Image"
    aliases = ("masked content", "inpaint fill", "erase", "remove")

    image: Image = socket("The pictures.")
    mask: Mask = socket("White where they are filled.")
    filling: Literal["smooth", "mean", "noise", "colour"] = param(
        default="smooth",
        tip="Carry the surroundings on, show their mean colour, random colours like theirs, or "
        "one colour.",
    )
    colour: Colour = param(default="#808080", tip="What is shown where a colour fills.")
    seed: Seed = param(default=0, tip="Same seed, same noise.", advanced=True)

    def run(self, ctx: Context) -> Annotated[Image, "The filled pictures.", Passes("image")]:
        from app.diffusion.pictures.filling import fill

        pixels, hole = self.image.pixels, self.mask.alpha
        return Image(fill(pixels, hole, self.filling, self.colour, self.seed))
