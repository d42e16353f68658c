"""Several pictures as one batch, and a batch as single pictures."""

from __future__ import annotations

from typing import Annotated

from app.sdk import Context, Image, Node, socket


class JoinImages(Node):
    """Put pictures of one size together, in the order of their wires."""

    category = "Image"
    aliases = ("batch", "merge", "combine", "list")

    images: tuple[Image, ...] = socket("The pictures, any number of wires.", variadic=True)

    def run(self, ctx: Context) -> Annotated[Image, "All pictures as one batch."]:
        from app.diffusion.pictures import pictures

        return Image(pictures.join([image.pixels for image in self.images]))


class SplitImages(Node):
    """Take a batch apart, so that what follows works on every picture alone."""

    category = "Image"
    aliases = ("batch", "separate", "list")

    image: Image = socket("The batch.")

    def run(self, ctx: Context) -> Annotated[tuple[Image, ...], "The pictures one by one."]:
        return tuple(Image(pixels[None].clone()) for pixels in self.image.pixels)
