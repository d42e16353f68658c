"""Bright for dark."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Mask, Node, Passes, socket


class Invert(Node):
    """Turn pictures into their negative."""

    category = "Image"
    aliases = ("negative", "reverse")

    image: Image = socket("The pictures.", each=True)

    def run(self, ctx: Context) -> Annotated[Image, "The negatives.", Passes("image")]:
        from app.diffusion.pictures import pictures

        return Image(pictures.invert(self.image.pixels))


class InvertMask(Node):
    """Let happen everywhere what the mask kept out, and the other way round."""

    category = "Mask"
    aliases = ("negative", "reverse", "opposite")

    mask: Mask = socket("The mask.", each=True)

    def run(self, ctx: Context) -> Annotated[Mask, "The opposite mask.", Passes("mask")]:
        from app.diffusion.pictures import pictures

        return Mask(pictures.invert(self.mask.alpha))
