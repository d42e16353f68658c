"""Pictures in the colours of another picture."""

from __future__ import annotations

from typing import Annotated, Literal

from app.sdk import Context, Image, Node, Passes, param, socket


class MatchColours(Node):
    """Give pictures the colours of another picture, of any size.

    After inpainting or upscaling this takes back a shift of colours.
    """

    category = "Image"
    aliases = ("color match", "color transfer", "grade", "histogram", "Reinhard", "correct")

    image: Image = socket("The pictures to change.")
    reference: Image = socket("The picture whose colours to take: one, or as many.")
    way: Literal["mean and spread", "histogram"] = param(
        default="mean and spread",
        tip="Mean and spread keeps gradients smooth; histogram takes over every shade.",
    )
    amount: float = param(
        default=1.0, low=0.0, high=1.0, step=0.05, tip="How far to go: 0 changes nothing."
    )

    def run(self, ctx: Context) -> Annotated[Image, "The changed pictures.", Passes("image")]:
        from app.diffusion.pictures.colour_match import match_colours

        reference = self.reference.pixels
        return Image(match_colours(self.image.pixels, reference, self.way, self.amount))
