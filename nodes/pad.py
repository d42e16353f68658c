"""Room around a picture."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from app.sdk import Colour, Context, Image, Mask, Node, Passes, Seed, param, socket


class Padded(NamedTuple):
    """Wider pictures, and what was added."""

    image: Annotated[Image, "The wider pictures.", Passes("image")]
    mask: Annotated[Mask, "White in the added part, to have it painted."]


class Pad(Node):
    """Add room around pictures, for example to let a Sampler paint beyond their borders."""

    category = "Image"
    aliases = ("outpaint", "border", "extend", "canvas")

    image: Image = socket("The pictures.")
    left: int = param(default=0, low=0, high=4096, step=8, unit="px", tip="Room at the left.")
    top: int = param(default=0, low=0, high=4096, step=8, unit="px", tip="Room above.")
    right: int = param(default=0, low=0, high=4096, step=8, unit="px", tip="Room at the right.")
    bottom: int = param(default=0, low=0, high=4096, step=8, unit="px", tip="Room below.")
    border: Literal["edge", "colour", "smooth", "mean", "noise"] = param(
        default="edge",
        tip="Repeat the outermost pixels, fill with the colour, carry the picture on softly, or "
        "show its mean colour or random colours like its own.",
    )
    colour: Colour = param(default="#808080", tip="What the room shows, where a colour fills it.")
    feather: int = param(
        default=0,
        low=0,
        high=256,
        unit="px",
        tip="How far the mask fades into the picture, so that a soft seam is painted over it.",
    )
    seed: Seed = param(default=0, tip="Same seed, same noise in the room.", advanced=True)

    def run(self, ctx: Context) -> Padded:
        from app.diffusion.pictures.filling import widen
        from app.diffusion.pictures.pictures import Sides

        sides = Sides(self.left, self.top, self.right, self.bottom)
        pixels, added = widen(
            self.image.pixels, sides, self.border, self.colour, self.feather, self.seed
        )
        return Padded(Image(pixels), Mask(added))
