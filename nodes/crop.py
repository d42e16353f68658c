"""A part of a picture."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Node, Passes, Size, param, socket


class Crop(Node):
    """Cut a rectangle out of pictures; what lies outside of them is left away."""

    category = "Image"
    aliases = ("cut", "trim", "region")

    image: Image = socket("The pictures.", each=True)
    left: int = param(default=0, low=0, high=16384, unit="px", tip="Distance from the left side.")
    top: int = param(default=0, low=0, high=16384, unit="px", tip="Distance from the top.")
    size: Size = param(
        default=(512, 512), low=1, high=16384, step=8, unit="px", tip="Width and height to keep."
    )

    def run(self, ctx: Context) -> Annotated[Image, "The part.", Passes("image")]:
        from app.diffusion.pictures import pictures

        return Image(pictures.crop(self.image.pixels, self.left, self.top, *self.size))
