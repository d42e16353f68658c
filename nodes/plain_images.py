"""Pictures and masks out of nothing, and what can be said of pictures in numbers."""

from __future__ import annotations

from typing import Annotated, Literal, NamedTuple

from app.sdk import Colour, Context, Image, Mask, Node, Size, param, socket


class ColourImage(Node):
    """A picture of one colour, or of one that goes over into another."""

    category = "Image"
    aliases = ("solid", "fill", "empty image", "blank", "gradient", "color")

    size: Size = param(
        default=(512, 512), low=1, high=16384, step=8, unit="px", tip="Width and height."
    )
    colour: Colour = param(default="#808080", tip="The colour.")
    fill: Literal["plain", "gradient"] = param(
        default="plain", tip="The colour everywhere, or one that goes over into the other."
    )
    other: Colour = param(
        default="#ffffff", tip="The colour that a gradient goes over into.", advanced=True
    )
    angle: float = param(
        default=0.0,
        low=0.0,
        high=360.0,
        step=15.0,
        unit="°",
        tip="Where the other colour lies: 0 at the right, 90 at the bottom.",
        advanced=True,
    )

    def run(self, ctx: Context) -> Annotated[Image, "The picture."]:
        from app.diffusion.pictures.adjusting import gradient

        other = self.other if self.fill == "gradient" else self.colour
        return Image(gradient(*self.size, (self.colour, other), self.angle))


class RectangleMask(Node):
    """A mask that is white in a rectangle, for example for a part of the picture."""

    category = "Mask"
    aliases = ("box", "region", "area", "solid mask", "rectangle")

    size: Size = param(
        default=(512, 512),
        low=1,
        high=16384,
        step=8,
        unit="px",
        tip="Width and height of the whole mask.",
    )
    left: int = param(
        default=0, low=-16384, high=16384, unit="px", tip="Where the rectangle begins."
    )
    top: int = param(default=0, low=-16384, high=16384, unit="px", tip="Where it begins.")
    part: Size = param(
        default=(256, 256),
        low=1,
        high=16384,
        step=8,
        unit="px",
        tip="Width and height of the rectangle.",
    )
    feather: float = param(
        default=0.0,
        low=0.0,
        high=256.0,
        step=1.0,
        unit="px",
        tip="How far its border is softened: the standard deviation of a Gaussian blur.",
    )

    def run(self, ctx: Context) -> Annotated[Mask, "The mask."]:
        from app.diffusion.pictures.adjusting import rectangle
        from app.diffusion.pictures.masks import blur

        alpha = rectangle(self.size, (self.left, self.top), self.part)
        return Mask(blur(alpha, self.feather))


class Measured(NamedTuple):
    """A picture in numbers."""

    width: Annotated[int, "Its width in pixels."]
    height: Annotated[int, "Its height in pixels."]
    pictures: Annotated[int, "How many pictures the batch has."]
    size: Annotated[Size, "Width and height together, for nodes that take a size."]


class ImageSize(Node):
    """Tell how large pictures are and how many there are."""

    category = "Image"
    aliases = ("width", "height", "resolution", "count", "measure", "get size")

    image: Image = socket("The pictures.")

    def run(self, ctx: Context) -> Measured:
        image = self.image
        return Measured(image.width, image.height, len(image), (image.width, image.height))


class ContactSheet(Node):
    """Put all pictures of a batch on one, row by row."""

    category = "Image"
    aliases = ("grid", "montage", "collage", "overview", "compare")

    image: Image = socket("The batch; a list becomes one by Join List.")
    columns: int = param(default=0, low=0, high=100, tip="Pictures in a row; 0 makes a square.")
    gap: int = param(default=0, low=0, high=512, unit="px", tip="Room between them.")
    colour: Colour = param(default="#000000", tip="What the room shows.")

    def run(self, ctx: Context) -> Annotated[Image, "The one picture."]:
        from app.diffusion.pictures.adjusting import sheet

        return Image(sheet(self.image.pixels, self.columns, self.gap, self.colour))
