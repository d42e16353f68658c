"""Room around a picture."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from app.sdk import Colour, Context, Image, Mask, Node, Passes, param, socket


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
    border: Literal["edge", "colour"] = param(
        default="edge", tip="Repeat the outermost pixels, or fill with the colour."
    )
    colour: Colour = param(default="#808080", tip="What the room shows, where a colour fills it.")

    def run(self, ctx: Context) -> Padded:
        from app.diffusion import pictures

        sides = pictures.Sides(self.left, self.top, self.right, self.bottom)
        pixels, added = pictures.pad(self.image.pixels, sides, self.border, self.colour)
        return Padded(Image(pixels), Mask(added))
